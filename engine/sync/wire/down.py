"""What headquarters sends down to a library: an append-only log of its own, chained and signed.

The log is of one library in one team, whatever streams that library has. Each entry has an id, and whoever
applies it does so once. A kind that is not known is kept and acknowledged: a later version understands it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from engine.canonical import canonical_json, digest
from engine.sync.wire.errors import WireError, refusing
from engine.sync.wire.parsing import (
    Fields,
    MalformedError,
    deflated,
    inflated,
    json_bytes,
    parsed_object,
    to_base64,
)
from engine.sync.wire.positions import Position
from engine.sync.wire.signatures import SIGNATURE_BYTES, down_message, sign, verifies

VERSION = 1
MOST_ENTRY_BYTES = 1 << 20
MOST_PLAIN_BYTES = 32 << 20
MOST_ENTRIES = 10_000
KINDS = (
    "correction/text",
    "document/review",
    "document/erase",
    "settings/set",
    "pack/offer",
    "pack/withdraw",
    "blob/want",
    "comment/added",
)
"""Entity and kind of the entries that this version knows."""
SETTABLE = ("pages.", "reading.")
"""How the names of settings begin that headquarters may set: how pages are read, and nothing else."""


@dataclass(frozen=True, slots=True)
class DownEntry:
    """One entry of what headquarters sends down.

    Attributes:
        seq: Number within the log of this library, from 1.
        id: Unique in the world; an entry is applied once, though the log be sent again.
        at: When, by the clock of headquarters; ISO 8601, UTC.
        author: Who did it there, as people there are called.
        entity: What it is about, such as ``correction``.
        entity_id: Its id.
        document_id: The document that it concerns, or None.
        kind: What is to happen, such as ``text``.
        payload: Plain JSON values; None once erased.
        payload_hash: SHA-256 of the payload's canonical JSON.
        previous_hash: Hash of the entry before.
        hash: SHA-256 of the canonical JSON of all the above but the payload.
    """

    seq: int
    id: str
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

    @classmethod
    def make(
        cls,
        after: Position,
        *,
        id: str,  # noqa: A002 - the field's own name
        at: str,
        author: str,
        entity: str,
        entity_id: str,
        document_id: str | None,
        kind: str,
        payload: dict[str, Any],
    ) -> Self:
        """Return the entry that follows a place."""
        entry = cls(
            seq=after.seq + 1,
            id=id,
            at=at,
            author=author,
            entity=entity,
            entity_id=entity_id,
            document_id=document_id,
            kind=kind,
            payload=payload,
            payload_hash=_payload_hash(payload),
            previous_hash=after.hash,
            hash="",
        )
        return replace(entry, hash=entry.expected_hash())

    @property
    def name(self) -> str:
        """Entity and kind, as in :data:`KINDS`."""
        return f"{self.entity}/{self.kind}"

    @property
    def position(self) -> Position:
        """The place in the log after it."""
        return Position(self.seq, self.hash)

    def expected_hash(self) -> str:
        """Return the hash that the entry must have."""
        return digest(
            {
                "seq": self.seq,
                "id": self.id,
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


@dataclass(frozen=True, slots=True)
class DownBatch:
    """Entries that follow one another; none if there is nothing new.

    Attributes:
        after: The place that they follow.
        entries: In order.
        head: The end of the log at headquarters; more is to be fetched while it lies behind ``last``.
        signature: Of headquarters, over the hash of the last entry.
    """

    after: Position
    entries: tuple[DownEntry, ...]
    head: Position
    signature: bytes

    @property
    def last(self) -> Position:
        """The place after them."""
        return self.entries[-1].position if self.entries else self.after

    @classmethod
    def sign(
        cls,
        after: Position,
        entries: Sequence[DownEntry],
        head: Position,
        *,
        hq: str,
        team: str,
        library: str,
        private_key: bytes,
    ) -> Self:
        """Make a batch that headquarters signs."""
        batch = cls(after, tuple(entries), head, b"")
        message = down_message(hq, team, library, batch.last.seq, batch.last.hash)
        return replace(batch, signature=sign(private_key, message))

    def verify(self, *, hq: str, team: str, library: str, public_key: bytes) -> None:
        """Raise WireError unless headquarters signed it for this library."""
        message = down_message(hq, team, library, self.last.seq, self.last.hash)
        if not verifies(public_key, message, self.signature):
            raise WireError("auth.refused", "the signature of what came down does not hold")

    def encode(self) -> bytes:
        """Return it as it travels: one zstd frame of NDJSON."""
        head = {
            "v": VERSION,
            "after": self.after.to_json(),
            "count": len(self.entries),
            "last": self.last.to_json(),
            "head": self.head.to_json(),
            "signature": to_base64(self.signature),
        }
        return deflated(b"\n".join([json_bytes(head), *(_line(entry) for entry in self.entries), b""]))

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read a batch whose entries follow one another, unverified; raises WireError."""
        with refusing("sync.malformed"):
            lines = inflated(data, most=MOST_PLAIN_BYTES).split(b"\n")
            if lines.pop() != b"":
                raise MalformedError("the last line is cut off")
            head = Fields(parsed_object(lines[0] if lines else b"", most=4096), "head")
            head.whole("v", least=VERSION, most=VERSION)
            if head.whole("count", most=MOST_ENTRIES) != len(lines) - 1:
                raise MalformedError("a batch has another number of entries than it says")
            after = place = Position.from_fields(head.fields("after"))
            entries = []
            for line in lines[1:]:
                entries.append(_entry(line, place))
                place = entries[-1].position
            batch = cls(
                after,
                tuple(entries),
                Position.from_fields(head.fields("head")),
                head.binary("signature", size=SIGNATURE_BYTES),
            )
            if batch.last != Position.from_fields(head.fields("last")):
                raise MalformedError("a batch does not end where it says", code="sync.broken-chain")
            if batch.head.seq < batch.last.seq:
                raise MalformedError("a batch reaches beyond the end of its log", code="sync.broken-chain")
        return batch


def _line(entry: DownEntry) -> bytes:
    value: dict[str, Any] = {
        "id": entry.id,
        "at": entry.at,
        "author": entry.author,
        "entity": entry.entity,
        "entity_id": entry.entity_id,
    }
    if entry.document_id is not None:
        value["document_id"] = entry.document_id
    value["kind"] = entry.kind
    if entry.payload is None:
        value["payload_hash"] = entry.payload_hash
    else:
        value["payload"] = entry.payload
    return json_bytes(value)


def _entry(line: bytes, after: Position) -> DownEntry:
    fields = Fields(parsed_object(line, most=MOST_ENTRY_BYTES), "down entry")
    if fields.has("payload") == fields.has("payload_hash"):
        raise MalformedError("an entry has either a payload or the hash of an erased one")
    payload = fields.object("payload") if fields.has("payload") else None
    entry = DownEntry(
        seq=after.seq + 1,
        id=fields.id("id"),
        at=fields.text("at", most=40),
        author=fields.text("author", most=400),
        entity=fields.id("entity"),
        entity_id=fields.text("entity_id", most=400),
        document_id=fields.optional_id("document_id"),
        kind=fields.id("kind"),
        payload=payload,
        payload_hash=fields.hash("payload_hash") if payload is None else _payload_hash(payload),
        previous_hash=after.hash,
        hash="",
    )
    return replace(entry, hash=entry.expected_hash())


def _payload_hash(payload: dict[str, Any]) -> str:
    return hashlib.sha256(canonical_json(payload).encode()).hexdigest()


def ack(position: Position) -> bytes:
    """Return how a laptop tells that it has applied everything up to a place."""
    return json_bytes(position.to_json())


def ack_of(data: bytes) -> Position:
    """Read what :func:`ack` gave; raises WireError."""
    with refusing("request.malformed"):
        return Position.from_fields(Fields(parsed_object(data, most=4096), "ack"))
