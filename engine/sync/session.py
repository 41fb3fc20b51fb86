"""One session with headquarters, message by message: who has what, changes up, words down, files, a receipt.

A session is a state and one step from it to the next; what it knows beyond that lies in the library. So it
can be cut off or killed at any point: the next session begins with a hello and goes on where headquarters
is. A message whose answer did not come is sent again, and headquarters counts it once. Knows no network,
only a transport.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from engine.errors import CancelledError
from engine.library import Library
from engine.library.outbox import OutgoingFile
from engine.sync.crops import cut_crops
from engine.sync.errors import RefusedError, UnreachableError
from engine.sync.joining import enrol
from engine.sync.ledger import Agreement, Ledger
from engine.sync.pacing import LEAST_BYTES, Backoff, Pace
from engine.sync.postman import Postman, Refused
from engine.sync.transport import LinkError, Request
from engine.sync.wire.blobs import (
    BODIES,
    MOST_BLOBS,
    MOST_FRAME_BYTES,
    PLAIN_PACK,
    ZSTD_PACK,
    BlobOffer,
    FrameWriter,
    HaveReply,
    HaveRequest,
    PackReply,
)
from engine.sync.wire.down import DownBatch, ack
from engine.sync.wire.errors import refusing
from engine.sync.wire.hello import HelloReply, Limits, have_of, position_in
from engine.sync.wire.receipts import SignedReceipt

_SMALL = 128 << 10
"""Files up to this go in packs, larger ones piece by piece."""
_OFFERED_AT_ONCE = 500
_HELLOS = 6
"""In a row, before something must be wrong."""
_MOST_DOWN = 16 << 20
_TRIES = 3
"""To send a file that arrives damaged, or that headquarters does not take."""


class State(StrEnum):
    """Where a session is."""

    HELLO = "hello"
    CHANGES = "changes"
    DOWN = "down"
    CROPS = "crops"
    OFFER = "offer"
    FILES = "files"
    RECEIPT = "receipt"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a session should send and take.

    Attributes:
        tiers: Of files; changes go in any case.
        doubt_threshold: Lines of less confidence are told as doubtful.
        patience: Seconds without any answer after which the session gives up.
    """

    tiers: tuple[int, ...] = (2, 3, 4)
    doubt_threshold: float = 0.93
    patience: float = 900.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a session is.

    Attributes:
        state: Where it is.
        sent: Bytes that went out.
        received: Bytes that came in.
        left: Bytes that are still to go, about.
        seconds_left: At the measured speed; None while that is unknown.
        rate: Bytes a second; None while unknown.
        waiting: Seconds that it waits now because the link failed; 0 while it works.
        changes: Confirmed so far.
        files: Confirmed so far.
        down: Messages that came down so far.
    """

    state: State
    sent: int
    received: int
    left: int
    seconds_left: float | None
    rate: float | None
    waiting: float = 0.0
    changes: int = 0
    files: int = 0
    down: int = 0


@dataclass(slots=True)
class Outcomes:
    """What a session did.

    Attributes:
        changes: That headquarters has confirmed.
        files: That it has confirmed.
        down: Entries that came down and are new.
        conflicts: Of those, how many left two versions.
        not_applied: Of those, how many could not be applied.
        damaged_files: SHA-256 of files that cannot be sent: they are damaged or gone here.
        refused_files: SHA-256 and code of those that headquarters refused.
        receipt: Whether a receipt came.
        branched: Why headquarters opened a line of its own for this library; empty if it did not.
    """

    changes: int = 0
    files: int = 0
    down: int = 0
    conflicts: int = 0
    not_applied: int = 0
    damaged_files: list[str] = field(default_factory=list)
    refused_files: list[tuple[str, str]] = field(default_factory=list)
    receipt: bool = False
    branched: str = ""


class Session:
    """One session."""

    def __init__(
        self,
        library: Library,
        postman: Postman,
        wishes: Wishes,
        *,
        monotonic: Callable[[], float],
        sleep: Callable[[float], None],
        chance: Callable[[], float],
        told: Callable[[Standing], None] = lambda _standing: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Begin in the state ``HELLO``.

        Args:
            library: Open, and of a team that this device has joined.
            postman: Carries messages.
            wishes: What to send.
            monotonic: Seconds that only grow.
            sleep: Waits for some seconds, or less once somebody cancels.
            chance: Gives numbers in [0, 1).
            told: Called with how far it is.
            cancelled: Whether somebody wants it to end.
        """
        self.state = State.HELLO
        self.outcomes = Outcomes()
        self._library = library
        self._postman = postman
        self._wishes = wishes
        self._monotonic = monotonic
        self._sleep = sleep
        self._told = told
        self._cancelled = cancelled
        self._ledger = Ledger(library, doubt_threshold=wishes.doubt_threshold)
        self._pace = Pace(self._ledger.team.rate)
        self._backoff = Backoff(chance)
        self._limits = Limits()
        self._hellos = 0
        self._introduced = False
        self._refused: Refused | None = None
        self._last: Standing | None = None
        self._batch_most = self._limits.batch_bytes
        self._offers: list[OutgoingFile] = []
        self._needed: list[tuple[OutgoingFile, int]] = []
        self._untouched: set[str] | None = None
        self._tried: dict[str, int] = {}
        self._steps: dict[State, Callable[[], State]] = {
            State.HELLO: self._hello,
            State.CHANGES: self._changes,
            State.DOWN: self._down,
            State.CROPS: self._crops,
            State.OFFER: self._offer,
            State.FILES: self._files,
            State.RECEIPT: self._receipt,
        }

    def run(self) -> Outcomes:
        """Go on to the end, through whatever the link does, and return what was done.

        Raises:
            UnreachableError: Headquarters did not answer for too long.
            BudgetSpentError: The data for today is used.
            CancelledError: Somebody ended it.
            RefusedError: Headquarters refused in a way that no waiting mends.
            UntrustedError: It is another headquarters.
        """
        last_answer = self._monotonic()
        while self.state is not State.DONE:
            self._stop_if_cancelled()
            waiting = self.attempt()
            if waiting is None:
                last_answer = self._monotonic()
                continue
            if self._monotonic() + waiting - last_answer > self._wishes.patience:
                if self._refused is not None:  # It does answer, and wants to be asked later.
                    raise self._refused.as_error(self._postman.host)
                raise UnreachableError(
                    "Headquarters did not answer for too long.",
                    which=self._postman.host,
                    remedy="Nothing is lost. Send again when the connection is better, or use a USB stick.",
                )
            self._tell(waiting=waiting)
            self._sleep(waiting)
        return self.outcomes

    def attempt(self) -> float | None:
        """Take one step; return None if it was answered, else the seconds to wait before the next one."""
        try:
            self.step()
        except LinkError:
            self._stop_if_cancelled()
            self._refused = None
            self._pace.broke()
            self.state = State.OFFER if self.state is State.FILES else self.state
            return self._backoff.failed()
        except Refused as refused:
            return self._answer_to(refused)
        self._backoff.worked()
        self._tell()
        return None

    def step(self) -> None:
        """Do what the state asks for: one message or a few, and what follows from the answers."""
        self.state = self._steps[self.state]()

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise CancelledError(
                "Sending was stopped.", remedy="What has arrived counts; send again at will."
            )

    def _answer_to(self, refused: Refused) -> float | None:
        """Do what a refusal asks for, or end the session with it."""
        code = refused.reply.code
        if code in ("sync.gap", "sync.forked", "sync.stream-unknown", "down.unknown", "receipt.behind"):
            have = position_in(refused.reply.details)
            if code == "sync.forked" and have is not None:
                self._ledger.ask_about(have.seq)
            self.state = State.HELLO
            return None
        if code in ("sync.too-large", "request.too-large") and self._batch_most > LEAST_BYTES:
            self._batch_most //= 2
            return None
        if not refused.reply.kind.retryable:
            raise refused.as_error(self._postman.host) from refused
        self._refused = refused
        self.state = State.OFFER if self.state is State.FILES else self.state
        return self._backoff.failed(at_least=refused.retry_after)

    # The states

    def _hello(self) -> State:
        if self._hellos >= _HELLOS:
            raise RefusedError(
                "This laptop and headquarters cannot agree on what was sent.",
                which=self._postman.host,
                remedy="Run 'sanduku check', and send the log file to whoever maintains Sanduku.",
            )
        self._settle_device()
        reply = HelloReply.decode(self._postman.post("/v1/sync/hello", self._ledger.hello().encode()).body)
        self._hellos += 1
        self.outcomes.branched = reply.reason or self.outcomes.branched
        if self._ledger.take_hello(reply) is Agreement.AGAIN:
            return State.HELLO
        self._limits = reply.limits
        self._batch_most = min(self._batch_most, reply.limits.batch_bytes)
        return State.CHANGES

    def _settle_device(self) -> None:
        """Have headquarters know this device, also where it was restored from before it did."""
        try:
            self._postman.settle_device()
            self._postman.show_who_we_are()
        except Refused as refused:
            if refused.reply.code != "device.unknown" or self._introduced:
                raise
            self._introduced = True
            try:
                enrol(self._library, self._postman, again=True)
            except Refused:
                raise refused from None  # The invitation is of no use any more: a person needs a new one.

    def _changes(self) -> State:
        batch = self._ledger.next_batch(self._room(self._batch_most), self._batch_most)
        if batch is None:
            return State.DOWN
        before = self._ledger.team.have.seq
        reply = self._postman.post(
            "/v1/sync/changes", batch.data, content_type="application/zstd", told=self._tell_within
        )
        self._pace.carried(reply.sent, reply.seconds)
        if not self._ledger.take_have(have_of(reply.body)):
            return State.HELLO
        self.outcomes.changes += max(0, self._ledger.team.have.seq - before)
        self._hellos = 0
        return State.CHANGES

    def _down(self) -> State:
        down = self._ledger.team.down
        path = f"/v1/sync/down?after={down.seq}&hash={down.hash}"
        batch = DownBatch.decode(self._postman.get(path, most=_MOST_DOWN).body)
        for outcome in self._ledger.take_down(batch):
            self.outcomes.down += 1
            self.outcomes.conflicts += outcome.name == "conflict"
            self.outcomes.not_applied += outcome.name == "not-applied"
        if batch.entries:
            self._postman.post("/v1/sync/down/ack", ack(batch.last))
        return State.DOWN if batch.entries and batch.last != batch.head else State.CROPS

    def _crops(self) -> State:
        cut_crops(self._library)
        # What came down, and what was cut, has made changes, which headquarters wants to see first.
        return State.CHANGES if self._ledger.changes_left() else State.OFFER

    def _offer(self) -> State:
        self._offers = self._untired(self._offers) or self._untired(self._ledger.files(self._wishes.tiers))
        if not self._offers:
            return State.RECEIPT
        if self._untouched is None:
            self._untouched = self._ledger.surely_needed()
        new = [file for file in self._offers if file.sha256 in self._untouched]
        if new:
            # Nothing of these can be there yet, so there is nothing to ask; after a break there may be.
            self._needed = [(file, 0) for file in new]
            self._untouched = set()
            return State.FILES
        offered = self._offers[: min(_OFFERED_AT_ONCE, MOST_BLOBS)]
        stream = self._ledger.team.stream
        assert stream is not None, "hello comes first"
        request = HaveRequest(
            stream, tuple(BlobOffer(file.sha256, self._size(file), file.tier) for file in offered)
        )
        reply = HaveReply.decode(self._postman.post("/v1/blobs/have", request.encode()).body)
        need, by_hash = dict(reply.need), {file.sha256: file for file in offered}
        there = [file for file in offered if file.sha256 not in need]
        self._confirm(there)
        self._needed = [(by_hash[sha256], offset) for sha256, offset in need.items() if sha256 in by_hash]
        return State.FILES if self._needed else State.OFFER

    def _files(self) -> State:
        file, offset = self._needed[0]
        if offset == 0 and file.size <= _SMALL:
            self._send_pack(file.tier)
        else:
            self._send_piece(file, offset)
        return State.FILES if self._needed else State.OFFER

    def _receipt(self) -> State:
        request = self._ledger.receipt_request()
        reply = self._postman.post("/v1/sync/receipt", request.encode())
        # It did not ask for these, and does not have them either: too large, or of a record that it erased.
        lost = self._ledger.take_receipt(SignedReceipt.decode(reply.body), request)
        self.outcomes.files = max(0, self.outcomes.files - len(lost))
        self.outcomes.refused_files += [(sha256, "blob.unwanted") for sha256 in lost]
        self.outcomes.receipt = True
        if self._pace.rate is not None:
            self._library.exchange.team.measured(self._pace.rate)
        return State.DONE

    # Files

    def _send_pack(self, tier: int) -> None:
        """Send small files of one tier in one stream."""
        compressed = tier == BODIES
        writer, pieces, taken, gone = (
            FrameWriter(compressed=compressed),
            list[bytes](),
            list[OutgoingFile](),
            0,
        )
        room = self._postman.room(self._pace.stream(self._limits.pack_bytes))
        for file, offset in self._needed:
            if file.tier != tier or offset or file.size > _SMALL or (taken and gone >= room):
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
        reply = self._postman.post(
            "/v1/blobs/pack",
            body,
            content_type=ZSTD_PACK if compressed else PLAIN_PACK,
            told=self._tell_within,
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
        piece = content[offset : offset + self._postman.room(self._pace.stream(self._limits.chunk_bytes))]
        headers = {"upload-offset": str(offset), "upload-length": str(len(content))}
        try:
            reply = self._postman.send(
                Request(
                    "PATCH",
                    f"/v1/blobs/{file.sha256}",
                    piece,
                    "application/octet-stream",
                    headers,
                    told=self._tell_within,
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
            self.outcomes.damaged_files.append(file.sha256)
        return content

    def _give_up(self, file: OutgoingFile, code: str) -> None:
        self._tried[file.sha256] = _TRIES
        self._offers = [each for each in self._offers if each.sha256 != file.sha256]
        self.outcomes.refused_files.append((file.sha256, code))

    def _confirm(self, files: list[OutgoingFile]) -> None:
        if files:
            self._ledger.mark_sent(files)
            known = {file.sha256 for file in files}
            self._offers = [file for file in self._offers if file.sha256 not in known]
            self.outcomes.files += len(files)

    def _size(self, file: OutgoingFile) -> int:
        """Return the bytes of a file as they are offered; of boxes, which lie compressed, the whole."""
        if file.tier != BODIES:
            return file.size
        content = self._ledger.content(file)
        return file.size if content is None else len(content)

    def _room(self, most: int) -> int:
        """Return how many bytes to send at once; raises BudgetSpentError where none are left."""
        return self._postman.room(self._pace.piece(min(most, MOST_FRAME_BYTES)))

    def _tell_within(self, gone: int) -> None:
        """Tell how far it is while a message is under way."""
        if self._last is not None:
            left = max(0, self._last.left - gone)
            self._told(
                replace(
                    self._last,
                    state=self.state,
                    sent=self._postman.sent + gone,
                    left=left,
                    seconds_left=self._pace.seconds_for(left),
                    waiting=0.0,
                )
            )

    def _tell(self, *, waiting: float = 0.0) -> None:
        left = sum(file.size for file in self._offers)
        if self.state in (State.HELLO, State.CHANGES):
            left += self._ledger.bytes_left()
        self._last = Standing(
            self.state,
            self._postman.sent,
            self._postman.received,
            left,
            self._pace.seconds_for(left),
            self._pace.rate,
            waiting,
            self.outcomes.changes,
            self.outcomes.files,
            self.outcomes.down,
        )
        self._told(self._last)
