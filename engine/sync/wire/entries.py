"""Entries of a laptop's change log as they travel, many in one batch.

A batch is one zstd frame of NDJSON: a head line, then a line for each entry. What follows from the entry
before is not sent: numbers count on, the hash before is the one before, and an entry's own hash is computed
by whoever reads it. Device, epoch and author stand there where they differ from the line before. So a batch
that was altered anywhere does not end in the hash that its head promises.

Beside an entry travels what people at headquarters search and read first: the lines of a reading, as the
model read them; the whole body of an answer.
"""

import hashlib
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from engine.canonical import canonical_json, digest
from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import (
    Fields,
    MalformedError,
    deflated,
    inflated,
    json_bytes,
    parsed_object,
)
from engine.sync.wire.positions import Position

VERSION = 1
MOST_ENTRY_BYTES = 8 << 20
"""Of one line, in the clear."""
MOST_BATCH_BYTES = 8 << 20
"""Of a whole batch, compressed. With more than one entry it stays below what headquarters told."""
MOST_PLAIN_BYTES = 64 << 20
"""Of a whole batch, in the clear."""
MOST_ENTRIES = 50_000
_MOST_LINES = 20_000
_MOST_TEXT = 100_000
_AT = re.compile(r"\d{15}\.\d{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a reading as the model read it, without its place.

    Attributes:
        id: Within the reading, as corrections name it: its number, from 0.
        text: What it reads.
        confidence: In [0, 1], to two places.
        doubtful: Whether a reason was found why a person should look at it.
    """

    id: str
    text: str
    confidence: float
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a change log.

    Attributes:
        seq: Number within its log, from 1.
        epoch: Of the library.
        device: Id of the device.
        at: Hybrid logical clock as text, which sorts like the moment.
        author: Who did it.
        entity: What it happened to.
        entity_id: Its id.
        document_id: The document that it concerns, or None.
        kind: What happened.
        payload: Plain JSON values; None once erased.
        payload_hash: SHA-256 of the payload's canonical JSON.
        previous_hash: Hash of the entry before.
        hash: SHA-256 of the canonical JSON of all the above but the payload.
        text: Of a reading: its lines; None where there is none.
        body: Of an answer: its exact JSON text; None where there is none.
    """

    seq: int
    epoch: int
    device: str
    at: str
    author: str
    entity: str
    entity_id: str
    document_id: str | None
    kind: str
    payload: dict[str, Any] | None
    payload_hash: str
    previous_hash: str
    hash: str
    text: tuple[TextLine, ...] | None = None
    body: str | None = None

    @property
    def position(self) -> Position:
        """The place in the log after it."""
        return Position(self.seq, self.hash)

    def expected_hash(self) -> str:
        """Return the hash that the entry must have."""
        return digest(
            {
                "seq": self.seq,
                "epoch": self.epoch,
                "device": self.device,
                "at": self.at,
                "author": self.author,
                "entity": self.entity,
                "entity_id": self.entity_id,
                "document_id": self.document_id,
                "kind": self.kind,
                "payload_hash": self.payload_hash,
                "previous_hash": self.previous_hash,
            }
        )

    def follows(self, position: Position) -> bool:
        """Return whether it is the next entry after a place, and itself unaltered."""
        return (
            self.seq == position.seq + 1
            and self.previous_hash == position.hash
            and self.hash == self.expected_hash()
            and (self.payload is None or digest(self.payload) == self.payload_hash)
        )

    def named_blobs(self) -> tuple[tuple[str, int], ...]:
        """Return the files that the entry names: SHA-256 and tier, see ``engine.sync.wire.blobs``."""
        if self.payload is None:
            return ()
        if (self.entity, self.kind) == ("blob", "cut") and isinstance(self.payload.get("sha256"), str):
            return ((self.payload["sha256"], 4),)
        if self.kind != "added":
            return ()
        tiers = {
            "reading": (("body_sha256", 2), ("thumbnail_sha256", 3), ("image_sha256", 5)),
            "document": (("sha256", 5),),
        }.get(self.entity, ())
        named = ((self.payload.get(name), tier) for name, tier in tiers)
        return tuple((sha256, tier) for sha256, tier in named if isinstance(sha256, str))


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries of one stream that follow one another.

    Attributes:
        stream: Id of the stream at headquarters.
        after: The place that they follow.
        entries: At least one.
    """

    stream: str
    after: Position
    entries: tuple[Entry, ...]

    @property
    def last(self) -> Position:
        """The place after them."""
        return self.entries[-1].position

    def encode(self) -> bytes:
        """Return it as it travels alone."""
        return deflated(self.to_lines())

    def to_lines(self) -> bytes:
        """Return it as NDJSON."""
        head = {
            "v": VERSION,
            "stream": self.stream,
            "after": self.after.to_json(),
            "count": len(self.entries),
            "last": self.last.to_json(),
        }
        return b"\n".join([json_bytes(head), *entry_lines(self.entries), b""])

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read a batch whose entries follow one another from ``after`` to ``last``.

        Raises:
            WireError: ``sync.malformed``, ``sync.too-large`` or ``sync.broken-chain``.
        """
        with refusing("sync.malformed"):
            if len(data) > MOST_BATCH_BYTES:
                raise MalformedError("a batch is too long", code="sync.too-large")
            return cls.from_lines(inflated(data, most=MOST_PLAIN_BYTES))

    @classmethod
    def from_lines(cls, text: bytes) -> Self:
        """Read what :meth:`to_lines` gave; raises MalformedError."""
        lines = text.split(b"\n")
        if lines.pop() != b"":
            raise MalformedError("the last line is cut off")
        head = Fields(parsed_object(lines[0] if lines else b"", most=4096), "head")
        head.whole("v", least=VERSION, most=VERSION)
        stream, after = head.id("stream"), Position.from_fields(head.fields("after"))
        last = Position.from_fields(head.fields("last"))
        count = head.whole("count", least=1, most=MOST_ENTRIES)
        if count != len(lines) - 1:
            raise MalformedError("a batch has another number of entries than it says")
        batch = cls(stream, after, entries_from_lines(lines[1:], after))
        if batch.last != last:
            raise MalformedError("a batch does not end where it says", code="sync.broken-chain")
        return batch


def entry_lines(entries: Sequence[Entry]) -> list[bytes]:
    """Return entries that follow one another as lines of NDJSON."""
    lines, before = [], None
    for entry in entries:
        lines.append(_line(entry, before))
        before = entry
    return lines


def entries_from_lines(lines: Sequence[bytes], after: Position) -> tuple[Entry, ...]:
    """Read what :func:`entry_lines` gave, counting on from a place; raises MalformedError."""
    entries: list[Entry] = []
    for line in lines:
        entries.append(_entry(line, after, entries[-1] if entries else None))
        after = entries[-1].position
    return tuple(entries)


def _line(entry: Entry, before: Entry | None) -> bytes:
    value: dict[str, Any] = {}
    if before is None or entry.device != before.device:
        value["device"] = entry.device
    if before is None or entry.epoch != before.epoch:
        value["epoch"] = entry.epoch
    if before is None or entry.author != before.author:
        value["author"] = entry.author
    value |= {"at": entry.at, "entity": entry.entity, "entity_id": entry.entity_id}
    if entry.document_id is not None:
        value["document_id"] = entry.document_id
    value["kind"] = entry.kind
    if entry.payload is None:
        value["payload_hash"] = entry.payload_hash
    else:
        value["payload"] = entry.payload
    if entry.text is not None:
        value["text"] = text_to_json(entry.text)
    if entry.body is not None:
        value["body"] = entry.body
    return json_bytes(value)


def _entry(line: bytes, after: Position, before: Entry | None) -> Entry:
    fields = Fields(parsed_object(line, most=MOST_ENTRY_BYTES), "entry")
    at = fields.text("at", most=24)
    if not _AT.fullmatch(at):
        raise MalformedError("the moment of an entry does not fit")
    if fields.has("payload") == fields.has("payload_hash"):
        raise MalformedError("an entry has either a payload or the hash of an erased one")
    payload = fields.object("payload") if fields.has("payload") else None
    entry = Entry(
        seq=after.seq + 1,
        epoch=fields.whole("epoch", least=1, default=_default(before, "epoch")),
        device=fields.id("device") if before is None or fields.has("device") else before.device,
        at=at,
        author=fields.text("author", most=400, default=_default(before, "author")),
        entity=fields.id("entity"),
        entity_id=fields.text("entity_id", most=400),
        document_id=fields.optional_id("document_id"),
        kind=fields.id("kind"),
        payload=payload,
        payload_hash=fields.hash("payload_hash") if payload is None else _payload_hash(payload),
        previous_hash=after.hash,
        hash="",
        text=_text(fields),
        body=_body(fields, payload),
    )
    return replace(entry, hash=entry.expected_hash())


def _default(before: Entry | None, name: str) -> Any:  # noqa: ANN401
    # A first line without the field must fail, and None never fits.
    return None if before is None else getattr(before, name)


def _payload_hash(payload: dict[str, Any]) -> str:
    return hashlib.sha256(canonical_json(payload).encode()).hexdigest()


def text_to_json(lines: Sequence[TextLine]) -> dict[str, Any]:
    """Return the lines of a reading as they travel: what is alike side by side, for so it packs best."""
    if any(line.id != str(number) for number, line in enumerate(lines)):
        raise ValueError("lines are named by their numbers, from 0")
    return {
        "lines": [line.text for line in lines],
        "sure": [round(line.confidence * 100) for line in lines],
        "doubtful": [number for number, line in enumerate(lines) if line.doubtful],
    }


def _text(fields: Fields) -> tuple[TextLine, ...] | None:
    if not fields.has("text"):
        return None
    text = fields.fields("text")
    lines, sure = text.list("lines", most=_MOST_LINES), text.list("sure", most=_MOST_LINES)
    doubtful = text.list("doubtful", most=_MOST_LINES)
    if len(sure) != len(lines) or not all(
        isinstance(line, str) and len(line) <= _MOST_TEXT for line in lines
    ):
        raise MalformedError("a line of text does not fit")
    if not all(_is_whole(each, 100) for each in sure):
        raise MalformedError("a line of text does not fit")
    if not all(_is_whole(each, len(lines) - 1) for each in doubtful) or len(set(doubtful)) != len(doubtful):
        raise MalformedError("a line of text does not fit")
    marked = set(doubtful)
    return tuple(
        TextLine(str(number), line, sure[number] / 100, number in marked) for number, line in enumerate(lines)
    )


def _is_whole(value: Any, most: int) -> bool:  # noqa: ANN401 - whatever stands in JSON
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _body(fields: Fields, payload: dict[str, Any] | None) -> str | None:
    if not fields.has("body"):
        return None
    body = fields.text("body", most=MOST_ENTRY_BYTES)
    if payload is None or hashlib.sha256(body.encode()).hexdigest() != payload.get("body_sha256"):
        raise MalformedError("the body of an answer is another one than its entry names")
    # Whoever stores it reads it as JSON later; then it is too late to refuse.
    parsed_object(body, most=MOST_ENTRY_BYTES)
    return body


def payload_text(entry: Entry) -> str | None:
    """Return the payload as its one canonical JSON text, None once erased."""
    return None if entry.payload is None else canonical_json(entry.payload)


def compact_confidence(confidence: float) -> float:
    """Return a confidence as it travels beside a text: to two places, never above what it is.

    The body of the reading has the exact one.
    """
    return math.floor(min(1.0, max(0.0, confidence)) * 100) / 100
