"""Sends files that headquarters lacks: asks which, packs the small ones, sends large ones piece by piece."""

from collections.abc import Callable

from engine.library.outbox import OutgoingFile
from engine.sync.ledger import Ledger
from engine.sync.pacing import LEAST_BYTES, Pace
from engine.sync.postman import Postman, Refused
from engine.sync.standing import Outcomes
from engine.sync.transport import Request
from engine.sync.wire.blobs import (
    BODIES,
    MOST_BLOBS,
    PLAIN_PACK,
    ZSTD_PACK,
    BlobOffer,
    FrameWriter,
    HaveReply,
    HaveRequest,
    PackReply,
)
from engine.sync.wire.errors import refusing
from engine.sync.wire.hello import Limits

_SMALL = 128 << 10
"""Files up to this go in packs, larger ones piece by piece."""
_OFFERED_AT_ONCE = 500
_TRIES = 3
"""To send a file that arrives damaged, or that headquarters does not take."""


class FilesUp:
    """The files of one session, the urgent ones first.

    Attributes:
        limits: What headquarters takes at once.
    """

    def __init__(
        self,
        ledger: Ledger,
        postman: Postman,
        pace: Pace,
        outcomes: Outcomes,
        tiers: tuple[int, ...],
        told: Callable[[int], None],
    ) -> None:
        """Nothing is offered yet.

        Args:
            ledger: Knows what headquarters has.
            postman: Carries messages.
            pace: How much to send at once.
            outcomes: What the session did; is added to.
            tiers: Of files to send.
            told: Called with the bytes of a message that have gone.
        """
        self.limits = Limits()
        self._ledger = ledger
        self._postman = postman
        self._pace = pace
        self._outcomes = outcomes
        self._tiers = tiers
        self._told = told
        self._offers: list[OutgoingFile] = []
        self._needed: list[tuple[OutgoingFile, int]] = []
        self._untouched: set[str] | None = None
        self._tried: dict[str, int] = {}
        self._at_once = 0
        self._most: int | None = None

    def bytes_left(self) -> int:
        """Return the bytes of those that are to be sent, as far as they were looked for."""
        return sum(file.size for file in self._offers)

    def left(self) -> bool:
        """Look what is to be sent, and return whether anything is."""
        self._offers = self._untired(self._offers) or self._untired(self._ledger.files(self._tiers))
        return bool(self._offers)

    def ask(self) -> bool:
        """Ask which are needed, unless that is sure, and return whether any are."""
        if self._untouched is None:
            self._untouched = self._ledger.surely_needed()
        new = [file for file in self._offers if file.sha256 in self._untouched]
        if new:
            # Nothing of these can be there yet, so there is nothing to ask; after a break there may be.
            self._needed = [(file, 0) for file in new]
            self._untouched = set()
            return True
        offered = self._offers[: min(_OFFERED_AT_ONCE, MOST_BLOBS)]
        stream = self._ledger.team.stream
        assert stream is not None, "hello comes first"
        request = HaveRequest(
            stream, tuple(BlobOffer(file.sha256, self._size(file), file.tier) for file in offered)
        )
        reply = HaveReply.decode(self._postman.post("/v1/blobs/have", request.encode()).body)
        need, by_hash = dict(reply.need), {file.sha256: file for file in offered}
        for sha256, code in reply.refused:
            if sha256 in by_hash:
                self._give_up(by_hash[sha256], code)
        refused = {sha256 for sha256, _code in reply.refused}
        self._confirm([file for file in offered if file.sha256 not in need and file.sha256 not in refused])
        self._needed = [(by_hash[sha256], offset) for sha256, offset in need.items() if sha256 in by_hash]
        return bool(self._needed)

    def send(self) -> bool:
        """Send one message with files, and return whether more of those that were asked for are left."""
        file, offset = self._needed[0]
        if offset == 0 and file.size <= self._bounded(_SMALL):
            self._send_pack(file.tier)
        else:
            self._send_piece(file, offset)
        return bool(self._needed)

    def send_less(self) -> bool:
        """Send half of what went last at once from here on; return False where that is little already.

        What is needed is to be asked for anew.
        """
        self._needed.clear()
        if self._at_once <= LEAST_BYTES:
            return False
        self._most = max(LEAST_BYTES, self._at_once // 2)
        return True

    def _bounded(self, count: int) -> int:
        return count if self._most is None else min(count, self._most)

    def _send_pack(self, tier: int) -> None:
        """Send small files in one stream: of one tier, or what follows the boxes of readings along with them.

        An answer costs more on a slow link than a compressor that finds nothing to gain in small images.
        """
        compressed = tier == BODIES
        writer, pieces, taken, gone = (
            FrameWriter(compressed=compressed),
            list[bytes](),
            list[OutgoingFile](),
            0,
        )
        room = self._postman.room(self._pace.stream(self._bounded(self.limits.pack_bytes)))
        for file, offset in self._needed:
            other = file.tier != tier and not compressed
            if other or offset or file.size > self._bounded(_SMALL) or (taken and gone >= room):
                break
            taken.append(file)
            content = self._content(file)
            if content is not None:
                pieces.append(writer.add(content))
                gone += len(pieces[-1])
        body = b"".join([*pieces, writer.end()])
        del self._needed[: len(taken)]
        if not pieces:
            return
        self._at_once = len(body)
        reply = self._postman.post(
            "/v1/blobs/pack",
            body,
            content_type=ZSTD_PACK if compressed else PLAIN_PACK,
            told=self._told,
        )
        self._pace.carried(reply.sent, reply.seconds)
        self._take_pack_reply(PackReply.decode(reply.body), taken)

    def _take_pack_reply(self, reply: PackReply, taken: list[OutgoingFile]) -> None:
        stored, refused = set(reply.stored), dict(reply.refused)
        self._confirm([file for file in taken if file.sha256 in stored])
        for file in taken:
            if file.sha256 in refused and refused[file.sha256] != "blob.damaged":
                self._give_up(file, refused[file.sha256])
            elif file.sha256 not in stored:
                self._tried[file.sha256] = self._tried.get(file.sha256, 0) + 1

    def _send_piece(self, file: OutgoingFile, offset: int) -> None:
        """Send a piece of a large file, from where headquarters has it."""
        content = self._content(file)
        if content is None:
            self._needed.pop(0)
            return
        room = self._postman.room(self._pace.stream(self._bounded(self.limits.chunk_bytes)))
        piece = content[offset : offset + room]
        self._at_once = len(piece)
        headers = {"upload-offset": str(offset), "upload-length": str(len(content))}
        try:
            reply = self._postman.send(
                Request(
                    "PATCH",
                    f"/v1/blobs/{file.sha256}",
                    piece,
                    "application/octet-stream",
                    headers,
                    told=self._told,
                )
            )
        except Refused as refused:
            self._needed.pop(0)
            if refused.reply.code in ("blob.offset", "blob.damaged"):
                self._tried[file.sha256] = self._tried.get(file.sha256, 0) + 1
                self._needed.clear()  # Ask again how much headquarters has.
            elif refused.reply.code in ("blob.unwanted", "blob.too-large", "blob.type", "forbidden"):
                self._give_up(file, refused.reply.code)
            else:
                raise
            return
        with refusing("request.malformed"):
            has = reply.number("upload-offset")
        self._pace.carried(reply.sent, reply.seconds)
        if has >= len(content):
            self._needed.pop(0)
            self._confirm([file])
        elif has <= offset:
            self._needed.clear()
            self._tried[file.sha256] = self._tried.get(file.sha256, 0) + 1
        else:
            self._needed[0] = (file, has)

    def _untired(self, files: list[OutgoingFile]) -> list[OutgoingFile]:
        """Return those files that were not tried in vain again and again; the next session tries anew."""
        return [file for file in files if self._tried.get(file.sha256, 0) < _TRIES]

    def _content(self, file: OutgoingFile) -> bytes | None:
        content = self._ledger.content(file)
        if content is None:
            self._tried[file.sha256] = _TRIES
            self._offers = [each for each in self._offers if each.sha256 != file.sha256]
            self._outcomes.damaged_files.append(file.sha256)
        return content

    def _give_up(self, file: OutgoingFile, code: str) -> None:
        self._tried[file.sha256] = _TRIES
        self._offers = [each for each in self._offers if each.sha256 != file.sha256]
        self._outcomes.refused_files.append((file.sha256, code))

    def _confirm(self, files: list[OutgoingFile]) -> None:
        if files:
            self._ledger.mark_sent(files)
            known = {file.sha256 for file in files}
            self._offers = [file for file in self._offers if file.sha256 not in known]
            self._outcomes.files += len(files)

    def _size(self, file: OutgoingFile) -> int:
        """Return the bytes of a file as they are offered; of boxes, which lie compressed, the whole."""
        if file.tier != BODIES:
            return file.size
        content = self._ledger.content(file)
        return file.size if content is None else len(content)
