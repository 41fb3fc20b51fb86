"""What both doors stand on, network and stick: what to tell headquarters, and what its words change here.

Each method is one message, whatever carries it. Where anything ends in between, nothing is lost: what is not
confirmed is told again, and what is told twice counts once. Knows neither network nor stick.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.errors import SandukuError
from engine.library import Library
from engine.library.arrivals import Arrival, Outcome
from engine.library.outbox import OutgoingChange, OutgoingFile
from engine.library.receipts import ReceivedReceipt
from engine.library.team import Place, Team
from engine.sync.errors import UntrustedError
from engine.sync.wire.blobs import BODIES, CROPS, IMAGES, THUMBNAILS
from engine.sync.wire.down import DownBatch
from engine.sync.wire.entries import (
    MOST_BATCH_BYTES,
    MOST_ENTRY_BYTES,
    Batch,
    Entry,
    TextLine,
    compact_confidence,
    entry_lines,
)
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import Hello, HelloReply
from engine.sync.wire.positions import BEGINNING, Position, checkpoint_numbers
from engine.sync.wire.receipts import MOST_BLOBS, ReceiptRequest, SignedReceipt
from engine.sync.wire.streams import BatchWriter
from engine.version import VERSION

APP = f"Sanduku {VERSION}"
TIERS = (BODIES, THUMBNAILS, CROPS, IMAGES)
NO_STREAM = "none"
"""Stands for the stream in a bundle that is made before headquarters has named one."""
_AT_ONCE = 16
_DAY = 86400.0
_FIRST_RATIO = 0.4
_MOST_PLAIN = 24 << 20
_MOST_PART = 2 << 20
"""Bytes in the clear of a batch within a stream; more does not pack better."""
_MOST_ENDS = 40
"""Of batches of a broken stream, that the next hello tells."""


class Agreement(StrEnum):
    """What follows from a hello."""

    GO_ON = "go-on"
    """Both know where to go on."""
    AGAIN = "again"
    """Headquarters must be told more, by another hello."""


@dataclass(frozen=True, slots=True)
class EncodedBatch:
    """A batch as it travels, and the place after it."""

    data: bytes
    last: Position
    count: int


class Ledger:
    """Keeps, with the library, what headquarters has and what it said.

    Attributes:
        nothing_is_down: Whether the latest hello told that all that headquarters has for it is here.
    """

    def __init__(self, library: Library, *, doubt_threshold: float) -> None:
        """Work on an open library that belongs to a team.

        Args:
            library: The library.
            doubt_threshold: Lines of less confidence are told as doubtful.
        """
        self._library = library
        self._exchange = library.exchange
        self._threshold = doubt_threshold
        self._ratio = _FIRST_RATIO
        self.nothing_is_down = False
        self._asked: set[int] = set()
        self._backup_moved = True
        self._had: int | None = None
        self._estimate = (-1, 0, 0)
        self._ends: list[Position] = []

    @property
    def team(self) -> Team:
        """The team; raises NotFoundError where there is none."""
        return self._exchange.team.required()

    # Who has what

    def hello(self) -> Hello:
        """Return what this library has, with the places that headquarters needs to find where both go on."""
        team, outbox = self.team, self._exchange.outbox
        tip = outbox.tip()
        numbers: set[int] = {*checkpoint_numbers(tip.seq), *self._asked, *(end.seq for end in self._ends)}
        numbers |= {team.have.seq} if team.have.seq <= tip.seq else set()
        return Hello(
            app=APP,
            library=self._library.library_id,
            device=self._library.device_id,
            epoch=int(self._library.epoch),
            tip=_position(tip),
            checkpoints=_descending(outbox.place(number) for number in numbers),
            down=_position(team.down),
            down_checkpoints=_descending(
                self._exchange.arrivals.place(number) for number in checkpoint_numbers(team.down.seq)
            ),
        )

    def take_hello(self, reply: HelloReply) -> Agreement:
        """Keep what headquarters said, and tell whether both know where to go on.

        A library that somebody copied becomes a device of its own here. Where headquarters was restored from
        a backup, files come back from the quarantine, since it may have lost them.

        Raises:
            UntrustedError: It is another headquarters.
        """
        team, outbox = self.team, self._exchange.outbox
        if reply.hq != team.about.hq:
            raise UntrustedError(
                "Another headquarters answered than the one that this library belongs to.",
                remedy="Ask the person who runs headquarters for a new invitation.",
            )
        if reply.reason == "cloned" and self._library.device_id == team.joined_as:
            self._library.part_from_copy()
            return Agreement.AGAIN
        mine = outbox.place(reply.have.seq)
        if mine is None or mine.hash != reply.have.hash:
            # Headquarters could not know that the logs part before this place; with our hash there it does.
            if mine is None or reply.have.seq in self._asked:
                raise WireError("sync.forked", "headquarters has a place that is not in this log")
            self._asked.add(reply.have.seq)
            return Agreement.AGAIN
        if team.hq_epoch not in (0, reply.hq_epoch):
            self._exchange.receipts.bring_all_back()
        self._exchange.team.met(
            reply.stream, Place(reply.have.seq, reply.have.hash), reply.hq_epoch, reply.backed_up_seq
        )
        self._exchange.receipts.forget(list(reply.wants))
        self._backup_moved = reply.backed_up_seq > team.backed_up_seq
        self._had = min(self._had, reply.have.seq) if self._had is not None else reply.have.seq
        self._ends = []
        self._resume_down(reply.down_resume)
        self.nothing_is_down = reply.down_have == _position(self.team.down)
        return Agreement.GO_ON

    def _resume_down(self, resume: Position) -> None:
        down = self.team.down
        if (resume.seq, resume.hash) == (down.seq, down.hash):
            return
        mine = self._exchange.arrivals.place(resume.seq)
        if resume.seq > down.seq or mine is None or mine.hash != resume.hash:
            mine = self._exchange.arrivals.place(0)  # From the beginning: each entry counts once.
        assert mine is not None
        self._exchange.arrivals.rewind(mine)

    def ask_about(self, seq: int) -> None:
        """Have the next hello tell our place at a number, where headquarters has another one."""
        self._asked.add(seq)

    # Changes

    def changes_left(self) -> int:
        """Return how many changes headquarters has not confirmed."""
        return self._exchange.outbox.changes_waiting(self.team.have.seq)

    def bytes_left(self) -> int:
        """Return about how many bytes the changes take that headquarters has not confirmed.

        They are looked through once for each end of the log, and not after each batch.
        """
        have, tip = self.team.have.seq, self._exchange.outbox.tip().seq
        if self._estimate[0] != tip or have < self._estimate[1]:
            self._estimate = (tip, have, self._exchange.outbox.estimated_bytes(have))
        _, since, size = self._estimate
        return size * (tip - have) // max(1, tip - since)

    def next_batch(self, target: int, most: int) -> EncodedBatch | None:
        """Return the changes that follow what headquarters has confirmed; None if it has all.

        Args:
            target: Compressed bytes that it should have, more or less.
            most: Compressed bytes that it must not exceed, unless it is one entry alone.

        Raises:
            WireError: ``sync.too-large`` for one entry that cannot be sent at all.
        """
        team = self.team
        assert team.stream is not None, "hello comes first"
        after = _position(team.have)
        entries, sizes = self._gathered(after, int(min(target, most) / self._ratio))
        while entries:
            batch = Batch(team.stream, after, tuple(entries))
            data = batch.encode()
            if len(data) <= most or len(entries) == 1:
                break
            del entries[max(1, len(entries) // 2) :]
        else:
            return None
        if len(data) > MOST_BATCH_BYTES:
            raise WireError("sync.too-large", f"entry {entries[0].seq}")
        self._learn(len(data), sum(sizes[: len(entries)]))
        return EncodedBatch(data, batch.last, len(entries))

    def takes_no_streams(self) -> bool:
        """Return whether something on the way was found of late to take no streams."""
        return self._exchange.way.takes_no_streams()

    def note_no_streams(self) -> None:
        """Remember for a while that something on the way takes no streams."""
        self._exchange.way.note_no_streams()

    def begin_stream(self) -> None:
        """Begin a stream of batches with the change after what headquarters has confirmed."""
        self._ends = []

    def next_part(self, writer: BatchWriter, target: int, most: int | None) -> bytes | None:
        """Return the next batch of a stream as it travels; None if the stream ends here.

        It ends where the log does, and before an entry that is too large: what follows from that is no matter
        of a message that is under way.

        Args:
            writer: Of the stream.
            target: Compressed bytes that it should have, more or less.
            most: Bytes in the clear that it must not exceed, unless it is the first entry of the stream; None
                for any.

        Raises:
            WireError: ``sync.too-large`` for a first entry that cannot be sent at all.
        """
        team = self.team
        assert team.stream is not None, "hello comes first"
        after = self._ends[-1] if self._ends else _position(team.have)
        wanted = min(_MOST_PART, int(target / self._ratio))
        entries, sizes = self._gathered(after, wanted if most is None else min(wanted, most))
        if not entries:
            return None
        if self._ends and sizes[0] > (MOST_ENTRY_BYTES if most is None else min(most, MOST_ENTRY_BYTES)):
            return None
        if sizes[0] > MOST_ENTRY_BYTES:
            raise WireError("sync.too-large", f"entry {entries[0].seq}")
        batch = Batch(team.stream, after, tuple(entries))
        data = writer.add(batch)
        self._learn(len(data), sum(sizes))
        self._ends = [*self._ends[1 - _MOST_ENDS :], batch.last]
        return data

    def _gathered(self, after: Position, wanted: int) -> tuple[list[Entry], list[int]]:
        """Return the entries after a place, at least one if there is one, and their bytes in the clear."""
        entries, sizes, plain = list[Entry](), list[int](), 0
        for entry in self._entries(after):
            size = len(entry_lines([entry])[0]) + 1
            if entries and plain + size > min(wanted, _MOST_PLAIN):
                break
            entries.append(entry)
            sizes.append(size)
            plain += size
        return entries, sizes

    def _learn(self, packed: int, plain: int) -> None:
        """Keep how well entries pack."""
        self._ratio = min(1.0, max(0.02, (self._ratio + packed / plain) / 2))

    def batches(self, target: int, *, everything: bool = False) -> Iterator[Batch]:
        """Yield all changes that headquarters has not confirmed, in batches, as a stick carries them.

        Args:
            target: Bytes in the clear that each should have, more or less.
            everything: Whether to begin with the first change.
        """
        team = self.team
        stream = team.stream or NO_STREAM
        after, entries, plain = BEGINNING if everything else _position(team.have), list[Entry](), 0
        for entry in self._entries(after):
            plain += len(entry_lines([entry])[0]) + 1
            if entries and plain > target:
                yield Batch(stream, after, tuple(entries))
                after, entries, plain = entries[-1].position, [], 0
            entries.append(entry)
        if entries:
            yield Batch(stream, after, tuple(entries))

    def _entries(self, after: Position) -> Iterator[Entry]:
        place = after.seq
        while True:
            found = list(
                self._exchange.outbox.changes_after(place, doubt_threshold=self._threshold, limit=_AT_ONCE)
            )
            for each in found:
                yield wire_entry(each)
            if len(found) < _AT_ONCE:
                return
            place = found[-1].change.seq

    def take_have(self, have: Position) -> bool:
        """Keep the place up to which headquarters has the changes; False if it is none of this log."""
        mine = self._exchange.outbox.place(have.seq)
        if mine is None or mine.hash != have.hash:
            return False
        self._exchange.team.confirmed(mine)
        return True

    # Down

    def take_down(self, batch: DownBatch) -> list[Outcome]:
        """Apply what came down, and return what became of each entry that is new.

        Raises:
            WireError: It was not signed for this library, or does not follow what came before.
        """
        team = self.team
        batch.verify(
            hq=team.about.hq,
            team=team.about.team,
            library=self._library.library_id,
            public_key=team.about.signing_key,
        )
        down = _position(team.down)
        if batch.after != down and down not in [entry.position for entry in batch.entries]:
            raise WireError("down.unknown", "what came down does not follow what came before")
        outcomes = []
        for entry in batch.entries:
            if entry.seq <= down.seq:  # A stick may bring again what the network has brought.
                continue
            outcome = self._exchange.arrivals.apply(
                Arrival(
                    seq=entry.seq,
                    id=entry.id,
                    at=entry.at,
                    author=entry.author,
                    entity=entry.entity,
                    entity_id=entry.entity_id,
                    document_id=entry.document_id,
                    kind=entry.kind,
                    payload=entry.payload,
                    hash=entry.hash,
                )
            )
            outcomes += [outcome] if outcome is not None else []
        return outcomes

    # Files

    def files(self, tiers: tuple[int, ...]) -> list[OutgoingFile]:
        """Return the files of tiers that headquarters is not known to have, the urgent ones first.

        What headquarters asked for is among them, whatever its tier.
        """
        outbox = self._exchange.outbox
        found = {file.sha256: file for tier in sorted(tiers) for file in outbox.files(tier)}
        for tier in (BODIES, THUMBNAILS, IMAGES):
            if tier not in tiers:
                found |= {file.sha256: file for file in outbox.files(tier, wanted=True)}
        return sorted(found.values(), key=lambda file: file.tier)

    def surely_needed(self) -> set[str]:
        """Return files whose entries headquarters has heard of in this session alone: it lacks them."""
        return set() if self._had is None else self._exchange.outbox.files_of_changes(self._had)

    def content(self, file: OutgoingFile) -> bytes | None:
        """Return the bytes of a file; None if it is damaged or gone, which a check of the library tells."""
        try:
            return self._exchange.outbox.content(file)
        except SandukuError as error:
            if error.code in ("library.file-missing", "library.file-damaged", "not-found"):
                return None
            raise

    def mark_sent(self, files: list[OutgoingFile]) -> None:
        """Keep that headquarters says it has files."""
        self._exchange.outbox.mark_sent([(file.sha256, file.tier) for file in files])

    # Receipts

    def receipt_request(self) -> ReceiptRequest:
        """Return what to ask a receipt for: all confirmed changes, and files not known to be backed up."""
        team = self.team
        assert team.stream is not None, "hello comes first"
        patience = 0.0 if self._backup_moved else _DAY
        blobs = self._exchange.outbox.without_receipt(MOST_BLOBS, patience=patience)
        return ReceiptRequest(team.stream, team.have.seq, tuple(blobs))

    def take_receipt(self, signed: SignedReceipt, asked: ReceiptRequest) -> list[str]:
        """Verify a receipt and keep it; return the files that it does not name, which are offered again.

        Raises:
            WireError: It is not signed by the team's headquarters, or is about something else.
        """
        team = self.team
        receipt = signed.verify(team.about.signing_key)
        mine = self._exchange.outbox.place(receipt.position.seq)
        about = (receipt.hq, receipt.team, receipt.library, receipt.hq_epoch)
        if about != (team.about.hq, team.about.team, self._library.library_id, team.hq_epoch):
            raise WireError("auth.refused", "a receipt is about another library")
        if receipt.stream != team.stream or mine is None or mine.hash != receipt.position.hash:
            raise WireError("auth.refused", "a receipt is about other changes")
        self._exchange.receipts.put(
            ReceivedReceipt(
                hq=receipt.hq,
                hq_epoch=receipt.hq_epoch,
                team=receipt.team,
                stream=receipt.stream,
                seq=receipt.position.seq,
                blobs=receipt.blobs,
                backed_up_seq=receipt.backed_up_seq,
                backed_up_blobs=receipt.backed_up_blobs,
                at=receipt.at,
            ),
            signed.encode(),
        )
        lost = sorted(set(asked.blobs) - set(receipt.blobs))
        if lost:
            self._exchange.receipts.forget(lost)
        return lost


def wire_entry(outgoing: OutgoingChange) -> Entry:
    """Return a change as it travels."""
    change = outgoing.change
    text = None
    if outgoing.text is not None:
        text = tuple(
            TextLine(line.id, line.text, compact_confidence(line.confidence), line.doubtful)
            for line in outgoing.text
        )
    return Entry(
        seq=change.seq,
        epoch=change.epoch,
        device=change.device,
        at=str(change.at),
        author=change.author,
        entity=change.entity,
        entity_id=change.entity_id,
        document_id=change.document_id,
        kind=change.kind,
        payload=change.payload,
        payload_hash=change.payload_hash,
        previous_hash=change.previous_hash,
        hash=change.hash,
        text=text,
        body=outgoing.body,
    )


def _position(place: Place) -> Position:
    return Position(place.seq, place.hash)


def _descending(places: Iterator[Place | None]) -> tuple[Position, ...]:
    found = {place.seq: _position(place) for place in places if place is not None}
    return tuple(found[seq] for seq in sorted(found, reverse=True))
