"""The change log: everything that happened to the data, in order, chained by hash.

An entry is written in the same transaction as what it tells of, so there is never one without the other. Sync
will send these entries; a device's entries are numbered without gaps, and the chain shows whether any was
altered. When a document is removed for good the payloads about it are erased (they hold people's data); the
chain covers only their hashes and stays whole.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.canonical import GENESIS, canonical_json, digest
from engine.library.clock import FAR_AHEAD, Clock, HybridTime
from engine.library.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change log.

    Attributes:
        seq: Number on this device, from 1, without gaps.
        epoch: Grows when a restored copy of a library goes its own way, and when the clock begins anew.
        device: Id of the device; a restored copy is another one.
        at: Hybrid logical clock; grows within an epoch. Where the computer's clock was wrong it is wrong too:
            what a person is told of when something happened comes from elsewhere.
        author: Who did it; a worker's doing has the author ``sanduku``.
        entity: What it happened to: ``library``, ``document``, ``page``, ``reading`` or ``correction``.
        entity_id: Its id.
        document_id: The document that it concerns, if any.
        kind: What happened, such as ``added`` or ``trashed``.
        payload: Plain JSON values; None once erased.
        payload_hash: SHA-256 of the payload's canonical JSON.
        previous_hash: Hash of the entry before.
        hash: SHA-256 of the canonical JSON of all the above but the payload.
    """

    seq: int
    epoch: int
    device: str
    at: HybridTime
    author: str
    entity: str
    entity_id: str
    document_id: str | None
    kind: str
    payload: dict[str, Any] | None
    payload_hash: str
    previous_hash: str
    hash: str

    def expected_hash(self) -> str:
        """Return the hash that the entry must have."""
        return digest(
            {
                "seq": self.seq,
                "epoch": self.epoch,
                "device": self.device,
                "at": str(self.at),
                "author": self.author,
                "entity": self.entity,
                "entity_id": self.entity_id,
                "document_id": self.document_id,
                "kind": self.kind,
                "payload_hash": self.payload_hash,
                "previous_hash": self.previous_hash,
            }
        )


class Changes:
    """Writes and reads the change log."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Work on an open database."""
        self._connection = connection
        self._clock = clock

    def record(
        self,
        entity: str,
        entity_id: str,
        kind: str,
        payload: dict[str, Any],
        *,
        author: str,
        document_id: str | None = None,
    ) -> None:
        """Append an entry; to be called within the transaction of what it tells of."""
        self._append(entity, entity_id, kind, payload, author=author, document_id=document_id)

    def clock_ahead(self) -> HybridTime | None:
        """Return the last entry's moment if it lies far after the computer's clock, else None.

        Then the clock was far in the future when something was changed, or is far in the past now.
        """
        last = self._connection.value("SELECT at FROM changes ORDER BY sequence DESC LIMIT 1")
        try:
            moment = HybridTime.parse(last) if last else HybridTime(0, 0)
        except ValueError:  # An altered entry, which ``verify_chain`` tells of.
            return None
        return moment if moment.ahead_of(self._clock.now()) > FAR_AHEAD else None

    def begin_anew(self, library_id: str, *, author: str) -> None:
        """Begin an epoch whose moments count from the computer's clock as it is now; within a transaction.

        Order is kept, for the epoch counts before the moment. The entry tells which moment was left behind.
        """
        left_behind = self._connection.value("SELECT at FROM changes ORDER BY sequence DESC LIMIT 1")
        self._connection.run("UPDATE library SET epoch = epoch + 1")
        self._append(
            "library", library_id, "clock-set", {"left_behind": left_behind}, author=author, anew=True
        )

    def _append(
        self,
        entity: str,
        entity_id: str,
        kind: str,
        payload: dict[str, Any],
        *,
        author: str,
        document_id: str | None = None,
        anew: bool = False,
    ) -> None:
        if not self._connection.in_transaction:
            raise RuntimeError("a change is recorded within the transaction of what it tells of")
        last = self._connection.row("SELECT sequence, at, hash FROM changes ORDER BY sequence DESC LIMIT 1")
        origin = self._connection.row("SELECT device_id, epoch FROM library")
        assert origin is not None
        moment = HybridTime.parse(last["at"]) if last and not anew else HybridTime(0, 0)
        text = canonical_json(payload)
        change = Change(
            seq=last["sequence"] + 1 if last else 1,
            epoch=origin["epoch"],
            device=origin["device_id"],
            at=moment.next(self._clock.now()),
            author=author,
            entity=entity,
            entity_id=entity_id,
            document_id=document_id,
            kind=kind,
            payload=payload,
            payload_hash=hashlib.sha256(text.encode()).hexdigest(),
            previous_hash=last["hash"] if last else GENESIS,
            hash="",
        )
        self._connection.run(
            "INSERT INTO changes (sequence, epoch, device, at, author, entity, entity_id, document_id, kind,"
            " payload, payload_hash, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                change.seq,
                change.epoch,
                change.device,
                str(change.at),
                author,
                entity,
                entity_id,
                document_id,
                kind,
                text,
                change.payload_hash,
                change.previous_hash,
                change.expected_hash(),
            ),
        )

    def erase_payloads(self, document_id: str) -> None:
        """Erase what the log says about a document, within the transaction that removes the document."""
        self._connection.run(
            "UPDATE changes SET payload = NULL WHERE document_id = ? AND payload IS NOT NULL", (document_id,)
        )

    def erase_payloads_of(self, entity: str, entity_id: str) -> None:
        """Erase what the log says about one thing, within the transaction that does away with it."""
        self._connection.run(
            "UPDATE changes SET payload = NULL WHERE entity = ? AND entity_id = ? AND payload IS NOT NULL",
            (entity, entity_id),
        )

    def of_document(self, document_id: str, *, limit: int = 1000) -> list[Change]:
        """Return what happened to a document and its pages, the latest first: who did what, and when."""
        rows = self._connection.rows(
            "SELECT * FROM changes WHERE document_id = ? ORDER BY sequence DESC LIMIT ?", (document_id, limit)
        )
        return [_change(row) for row in rows]

    def since(self, sequence: int, limit: int = 1000) -> list[Change]:
        """Return the entries after ``sequence``, in order, at most ``limit``."""
        rows = self._connection.rows(
            "SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?", (sequence, limit)
        )
        return [_change(row) for row in rows]

    def last_sequence(self) -> int:
        """Return the number of the last entry, 0 if there is none."""
        return int(self._connection.value("SELECT coalesce(max(sequence), 0) FROM changes"))

    def verify_chain(self) -> list[str]:
        """Return what is wrong with the log, as sentences; an empty list if it is whole."""
        return list(self._faults())

    def _faults(self) -> Iterator[str]:
        expected, before, moment = 1, GENESIS, (0, HybridTime(0, 0))
        for row in self._connection.stream("SELECT * FROM changes ORDER BY sequence"):
            try:
                change = _change(row)
            except ValueError:
                yield f"Entry {row['sequence']} of the change log was altered: it cannot be understood."
                expected, before = row["sequence"] + 1, row["hash"]
                continue
            if change.seq != expected:
                yield f"Entries {expected} to {change.seq - 1} of the change log are missing."
            if change.previous_hash != before:
                yield f"Entry {change.seq} of the change log does not follow the entry before it."
            if change.hash != change.expected_hash():
                yield f"Entry {change.seq} of the change log was altered."
            if change.payload is not None and digest(change.payload) != change.payload_hash:
                yield f"The content of entry {change.seq} of the change log was altered."
            if (change.epoch, change.at) <= moment:
                yield f"Entry {change.seq} of the change log is dated before the entry before it."
            expected, before, moment = change.seq + 1, change.hash, (change.epoch, change.at)


def _change(row: Row) -> Change:
    return Change(
        seq=row["sequence"],
        epoch=row["epoch"],
        device=row["device"],
        at=HybridTime.parse(row["at"]),
        author=row["author"],
        entity=row["entity"],
        entity_id=row["entity_id"],
        document_id=row["document_id"],
        kind=row["kind"],
        payload=None if row["payload"] is None else json.loads(row["payload"]),
        payload_hash=row["payload_hash"],
        previous_hash=row["previous_hash"],
        hash=row["hash"],
    )
