"""The log that goes down to a library: append-only, chained, signed when it is sent.

Whoever appends does it in the transaction of what the entry tells of, so that there is never one without
the other.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from engine.canonical import canonical_json
from engine.sync.wire.down import DownBatch, DownEntry
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import is_hash
from engine.sync.wire.positions import BEGINNING, Position
from headquarters.blobs.tables import NamedBlob, WantedBlob
from headquarters.devices.access import Laptop
from headquarters.devices.tables import Device
from headquarters.down.tables import DownRow
from headquarters.ids import random_id
from headquarters.parts import Headquarters
from headquarters.teams import Library

AT_ONCE = 2000
BYTES_AT_ONCE = 1 << 20
"""Of payloads in one batch; a laptop comes again for the rest."""


def append(
    session: Session,
    team_id: str,
    library_id: str,
    entity: str,
    entity_id: str,
    kind: str,
    payload: dict[str, Any],
    author: str,
    *,
    document_id: str | None = None,
    at: datetime | None = None,
) -> DownEntry:
    """Append an entry for a library, within a transaction, and return it.

    Args:
        session: In the transaction of what the entry tells of.
        team_id: The team.
        library_id: The library that is told.
        entity: What it is about.
        entity_id: Its id.
        kind: What is to happen.
        payload: Plain JSON values.
        author: Who did it, as people at headquarters are called.
        document_id: The document that it concerns; by default the payload's ``document``.
        at: When; by default now, by the clock of the database.
    """
    library = session.scalars(
        select(Library)
        .where(Library.team_id == team_id, Library.library_id == library_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    moment = at or session.scalar(select(func.clock_timestamp()))
    assert moment is not None
    entry = DownEntry.make(
        Position(library.down_seq, library.down_hash),
        id=random_id(),
        at=moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        author=author,
        entity=entity,
        entity_id=entity_id,
        document_id=document_id or payload.get("document"),
        kind=kind,
        payload=payload,
    )
    session.add(_row(team_id, library_id, entry))
    library.down_seq, library.down_hash = entry.seq, entry.hash
    if entry.name == "blob/want":
        library.has_wishes = True
        _note_wish(session, team_id, library_id, payload, moment)
    session.flush()
    return entry


def batch_after(session: Session, headquarters: Headquarters, laptop: Laptop, after: Position) -> DownBatch:
    """Return what follows a place, signed; raises WireError ``down.unknown`` if there is no such place."""
    library = session.scalars(
        select(Library).where(Library.team_id == laptop.team_id, Library.library_id == laptop.library_id)
    ).one()
    head = Position(library.down_seq, library.down_hash)
    scope = (DownRow.team_id == laptop.team_id, DownRow.library_id == laptop.library_id)
    here = session.scalar(select(DownRow.hash).where(*scope, DownRow.seq == after.seq))
    if after != BEGINNING and here != after.hash:
        raise WireError("down.unknown", details={"have": head.to_json()})
    rows = session.scalars(
        select(DownRow)
        .where(*scope, DownRow.seq > after.seq, DownRow.seq <= head.seq)
        .order_by(DownRow.seq)
        .limit(AT_ONCE)
    ).all()
    return DownBatch.sign(
        after,
        [_entry(row) for row in _within_bytes(rows)],
        head,
        hq=headquarters.identity.hq_id,
        team=laptop.team_id,
        library=laptop.library_id,
        private_key=headquarters.identity.signing_key,
    )


def acknowledge(session: Session, laptop: Laptop, place: Position) -> None:
    """Note that a laptop has applied everything up to a place; raises WireError if there is no such place."""
    here = session.scalar(
        select(DownRow.hash).where(
            DownRow.team_id == laptop.team_id,
            DownRow.library_id == laptop.library_id,
            DownRow.seq == place.seq,
        )
    )
    if place != BEGINNING and here != place.hash:
        raise WireError("down.unknown")
    session.execute(update(Device).where(Device.id == laptop.device_id).values(down_seq=place.seq))


def erase_payloads(session: Session, team_id: str, document_id: str) -> int:
    """Erase what was told about a document but the erasure itself; the chain stays whole.

    Returns:
        The number of entries that said something.
    """
    rows = session.execute(
        update(DownRow)
        .where(
            DownRow.team_id == team_id,
            DownRow.document_id == document_id,
            DownRow.payload.is_not(None),
            DownRow.kind != "erase",
        )
        .values(payload=None)
        .returning(DownRow.seq)
    )
    return len(rows.all())


def _note_wish(
    session: Session, team_id: str, library_id: str, payload: dict[str, Any], moment: datetime
) -> None:
    """Note the files that a wish names, or those of a document's tier, for the next hello."""
    named = {each for each in payload.get("sha256s", ()) if is_hash(each)}
    if payload.get("tier") is not None:
        rows = session.scalars(
            select(NamedBlob.sha256).where(
                NamedBlob.team_id == team_id,
                NamedBlob.document_id == payload.get("document", ""),
                NamedBlob.tier == payload["tier"],
            )
        )
        named |= set(rows)
    if named:
        session.execute(
            upsert(WantedBlob).on_conflict_do_nothing(),
            [
                {"team_id": team_id, "library_id": library_id, "sha256": sha256, "asked_at": moment}
                for sha256 in sorted(named)
            ],
        )


def _within_bytes(rows: Sequence[DownRow]) -> Sequence[DownRow]:
    """Return as many rows from the first on as fit into one batch; one at least, if there is any."""
    size = 0
    for place, row in enumerate(rows):
        size += len(row.payload or "") + 300
        if size > BYTES_AT_ONCE and place:
            return rows[:place]
    return rows


def _row(team_id: str, library_id: str, entry: DownEntry) -> DownRow:
    return DownRow(
        team_id=team_id,
        library_id=library_id,
        seq=entry.seq,
        id=entry.id,
        at=entry.at,
        author=entry.author,
        entity=entry.entity,
        entity_id=entry.entity_id,
        document_id=entry.document_id,
        kind=entry.kind,
        payload=None if entry.payload is None else canonical_json(entry.payload),
        payload_hash=entry.payload_hash,
        previous_hash=entry.previous_hash,
        hash=entry.hash,
    )


def _entry(row: DownRow) -> DownEntry:
    return DownEntry(
        seq=row.seq,
        id=row.id,
        at=row.at,
        author=row.author,
        entity=row.entity,
        entity_id=row.entity_id,
        document_id=row.document_id,
        kind=row.kind,
        payload=None if row.payload is None else json.loads(row.payload),
        payload_hash=row.payload_hash,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
