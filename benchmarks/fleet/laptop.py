"""A laptop that is not there: what it would send on each of its visits, made before anything is measured.

A real fleet computes its hashes, compresses and signs on its own processors. Here all of that is done first,
so that what is measured beside the server on one computer is little more than bytes that go in and out.
"""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from engine.canonical import canonical_json
from engine.sync.wire.entries import Batch, Entry, TextLine
from engine.sync.wire.hello import Hello
from engine.sync.wire.positions import BEGINNING, Position
from engine.sync.wire.receipts import ReceiptRequest
from engine.sync.wire.signatures import new_private_key, public_key_of
from engine.sync.wire.streams import BatchWriter

APP = "sanduku-fleet 1"
LINES = 20
WORDS_A_LINE = 5
_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """What a laptop sends when it comes by, and where its log ends then.

    Attributes:
        hello: Body of the first request.
        changes: Body of the second, a stream: everything that was read since the visit before.
        receipt: Body of the third.
        after: The end of its log before those changes.
        end: The end of its log with them.
        pages: How many pages were read.
    """

    hello: bytes
    changes: bytes
    receipt: bytes
    after: Position
    end: Position
    pages: int


class Laptop:
    """One simulated device of a team.

    Args:
        number: Which of them.
        words: What its pages say.
        seed: Of what it makes up.
    """

    def __init__(self, number: int, words: list[str], *, seed: int = 0) -> None:
        self._chance = random.Random(seed * 1_000_003 + number)  # noqa: S311 - no secret hangs on it
        self._words = words
        self.library = self._id()
        self.device = self._id()
        self.public_key = public_key_of(new_private_key())
        self._clock = count(1_780_000_000_000)
        self._places: list[Position] = [BEGINNING]
        self._ends: list[Position] = [BEGINNING]
        self._unsent: list[Entry] = []

    @property
    def tip(self) -> Position:
        """The end of its log."""
        return self._places[-1]

    def visits(self, stream: str, pages: Callable[[], int], most: int) -> Iterator[Visit]:
        """Yield what it sends visit after visit, if headquarters takes all of each.

        Args:
            stream: That headquarters opened for it.
            pages: Draws how many pages were read since the visit before.
            most: How many visits.
        """
        for _ in range(most):
            read, after = pages(), self.tip
            self._read(read)
            hello = Hello(
                APP, self.library, self.device, 1, self.tip, self._checkpoints(), BEGINNING, (BEGINNING,)
            )
            batch = Batch(stream, after, tuple(self._unsent))
            wanted = ReceiptRequest(stream, self.tip.seq)
            self._unsent = []
            self._ends.append(self.tip)
            yield Visit(hello.encode(), _streamed(batch), wanted.encode(), after, self.tip, read)

    def _read(self, pages: int) -> None:
        """Add what a laptop writes down when a document of one page is added and read, so many times."""
        for _ in range(pages):
            document, page, reading = self._id(), self._id(), self._id()
            self._append(
                "document", document, document, "added",
                {
                    "name": f"form-{self.tip.seq}.jpg", "media_type": "image/jpeg", "byte_size": 180_000,
                    "sha256": self._hash(), "pages": [page], "added_at": "2026-11-21T08:00:00.000Z",
                },
            )  # fmt: skip
            lines = [" ".join(self._chance.choices(self._words, k=WORDS_A_LINE)) for _ in range(LINES)]
            self._append(
                "reading", reading, document, "added",
                {
                    "page": page, "pipeline": "fleet", "lines": LINES, "body_sha256": self._hash(),
                    "image_sha256": self._hash(), "thumbnail_sha256": self._hash(),
                },
                lines,
            )  # fmt: skip

    def _append(
        self, entity: str, entity_id: str, document: str, kind: str, payload: dict[str, object],
        lines: list[str] | None = None,
    ) -> None:  # fmt: skip
        entry = Entry(
            seq=self.tip.seq + 1,
            epoch=1,
            device=self.device,
            at=f"{next(self._clock):015d}.00000000",
            author="fleet",
            entity=entity,
            entity_id=entity_id,
            document_id=document,
            kind=kind,
            payload=payload,
            payload_hash=hashlib.sha256(canonical_json(payload).encode()).hexdigest(),
            previous_hash=self.tip.hash,
            hash="",
            text=None
            if lines is None
            else tuple(TextLine(str(n), line, 0.9) for n, line in enumerate(lines)),
        )
        entry = replace(entry, hash=entry.expected_hash())
        self._unsent.append(entry)
        self._places.append(entry.position)

    def _checkpoints(self) -> tuple[Position, ...]:
        """Return places of its log, ends of earlier visits among them: one may have failed."""
        last = self.tip.seq
        numbers = {last, 0, *(last - (1 << power) for power in range(12))}
        numbers |= {place.seq for place in self._ends[-30:]}
        return tuple(self._places[seq] for seq in sorted(numbers, reverse=True) if 0 <= seq <= last)

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    def _hash(self) -> str:
        return f"{self._chance.getrandbits(256):064x}"


def _streamed(batch: Batch) -> bytes:
    # As laptops send it, but for how long they try to make it smaller: that is their time, not the server's.
    writer = BatchWriter(level=_LEVEL)
    return writer.add(batch) + writer.end()


def few_pages(seed: int) -> Callable[[], int]:
    """Return what draws how many pages a visit sends: mostly one to three, sometimes a day's work."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return lambda: chance.choice((1, 1, 2, 3)) if chance.random() < 0.97 else 20
