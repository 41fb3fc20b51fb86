"""Takes batches of entries: all of a batch or nothing, each entry once, in order, durable before the answer.

What fits is decided by hashes alone. A batch that continues nothing is refused with the place from which
to send; one that was sent before is answered as if it had just come; one that holds something else than
what is here already is refused as forked, and the laptop says hello again.
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from engine.sync.wire.entries import Batch, Entry, payload_text
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import is_hash
from engine.sync.wire.positions import Position
from headquarters import audit
from headquarters.blobs.tables import NamedBlob
from headquarters.database.rows import insert_rows
from headquarters.devices.access import Laptop
from headquarters.parts import Headquarters
from headquarters.records.applying import (
    UNUSABLE,
    apply_entries,
    apply_what_can_be,
    is_about_what_is_said,
)
from headquarters.sync.streams import LibraryStreams, head_of
from headquarters.sync.tables import EntryRow, Stream

_LOG = logging.getLogger(__name__)
_CROPS = 4
"""Tier of pieces of pages that were cut out because headquarters asked."""


def take(headquarters: Headquarters, laptop: Laptop, batch: Batch) -> Position:
    """Take a batch, and return the end of its stream once that is durable.

    Raises:
        WireError: ``sync.stream-unknown``, ``sync.gap`` or ``sync.forked``, the latter two with ``have``; or
            ``forbidden`` for entries of another library.
    """
    try:
        with headquarters.database.transaction() as session:
            return _take(session, headquarters, laptop, batch)
    except UNUSABLE as error:
        if not is_about_what_is_said(error):
            raise
        _LOG.warning("a batch is taken in parts", exc_info=error)
        with headquarters.database.transaction() as session:
            return _take(session, headquarters, laptop, batch, in_parts=True)


def _take(
    session: Session, headquarters: Headquarters, laptop: Laptop, batch: Batch, *, in_parts: bool = False
) -> Position:
    streams = LibraryStreams(session, laptop.team_id, laptop.library_id)
    stream = streams.get(batch.stream)
    if stream is None:
        raise WireError("sync.stream-unknown")
    new = _new_part(streams, stream, batch)
    if new and len(streams.all()) > 1:
        new = _beyond_what_is_known(session, streams, stream, new)
    if new:
        first = stream.head_seq == stream.base_seq and stream.parent_id is not None
        now = headquarters.clock.now()
        _store(session, stream, new, now)
        _name_blobs(session, stream, new)
        if in_parts:
            apply_what_can_be(session, laptop.team_id, stream, new)
        else:
            apply_entries(session, laptop.team_id, stream, new)
        if first:
            audit.record(
                session,
                team_id=laptop.team_id,
                actor=laptop.actor,
                action="stream.branched",
                subject=stream.id,
                details={"library": stream.library_id, "seq": stream.base_seq, "reason": stream.reason},
            )
        _LOG.info("entries taken", extra={"stream": stream.id, "seq": stream.head_seq, "count": len(new)})
    return head_of(stream)


def erase_payloads(session: Session, team_id: str, document_id: str) -> int:
    """Erase what the entries of a document say; the chain covers only their hashes and stays whole.

    Returns:
        The number of entries that said something.
    """
    rows = session.execute(
        update(EntryRow)
        .where(
            EntryRow.team_id == team_id, EntryRow.document_id == document_id, EntryRow.payload.is_not(None)
        )
        .values(payload=None)
        .returning(EntryRow.number)
    )
    return len(rows.all())


def _new_part(streams: LibraryStreams, stream: Stream, batch: Batch) -> Sequence[Entry]:
    """Return what of a batch lies beyond the stream's end; raises WireError unless the rest is here."""
    head = head_of(stream)
    details = {"have": head.to_json()}
    if batch.after.seq > head.seq:
        raise WireError("sync.gap", details=details)
    if streams.hash_at(stream, batch.after.seq) != batch.after.hash:
        raise WireError("sync.forked", details=details)
    known = [entry for entry in batch.entries if entry.seq <= head.seq]
    if known:
        here = streams.hashes_between(stream, batch.after.seq, known[-1].seq)
        if any(here.get(entry.seq) != entry.hash for entry in known):
            raise WireError("sync.forked", details=details)
    return batch.entries[len(known) :]


def _beyond_what_is_known(
    session: Session, streams: LibraryStreams, stream: Stream, new: Sequence[Entry]
) -> Sequence[Entry]:
    """Return the entries that no stream of the team holds yet.

    The checkpoints of a hello lie apart, so a branch may begin earlier than the fork; what both sides
    share is then sent again. It is not stored twice: the base of the branch moves forward along the
    other line.
    """
    rows = session.execute(
        select(EntryRow.hash, EntryRow.stream_id).where(
            EntryRow.team_id == stream.team_id, EntryRow.hash.in_([entry.hash for entry in new])
        )
    )
    holders: dict[str, str] = dict(rows.all())
    if not holders:
        return new
    count = next((place for place, entry in enumerate(new) if entry.hash not in holders), len(new))
    last = new[count - 1] if count else None
    parent = None if last is None else streams.get(holders[last.hash])
    if last is None or parent is None:
        raise WireError("forbidden", "entries of another library")
    if stream.head_seq != stream.base_seq or (stream.parent_id is None and stream.head_seq > 0):
        # Another stream goes on with these from this one's end; a hello leads there.
        raise WireError("sync.forked", details={"have": head_of(stream).to_json()})
    stream.parent_id = parent.id
    stream.base_seq = stream.head_seq = last.seq
    stream.base_hash = stream.head_hash = last.hash
    session.flush()
    return new[count:]


def _store(session: Session, stream: Stream, entries: Sequence[Entry], now: datetime) -> None:
    try:
        insert_rows(session, EntryRow, _rows(stream, entries, now))
    except IntegrityError:  # The team has one of them already, in the stream of another library.
        raise WireError("forbidden", "entries of another library") from None
    stream.head_seq, stream.head_hash = entries[-1].seq, entries[-1].hash
    stream.last_received_at = now


def _rows(stream: Stream, entries: Sequence[Entry], now: datetime) -> list[dict[str, object]]:
    return [
        {
            "stream_id": stream.id,
            "seq": entry.seq,
            "team_id": stream.team_id,
            "epoch": entry.epoch,
            "device": entry.device,
            "at": entry.at,
            "author": entry.author,
            "entity": entry.entity,
            "entity_id": entry.entity_id,
            "document_id": entry.document_id,
            "kind": entry.kind,
            "payload": payload_text(entry),
            "payload_hash": entry.payload_hash,
            "previous_hash": entry.previous_hash,
            "hash": entry.hash,
            "received_at": now,
        }
        for entry in entries
    ]


def _name_blobs(session: Session, stream: Stream, entries: Sequence[Entry]) -> None:
    """Note the files that entries speak of, so that they are taken when they come."""
    named = {
        (sha256, entry.document_id or "", tier)
        for entry in entries
        for sha256, tier in (*entry.named_blobs(), *_cut(entry))
        if is_hash(sha256)
    }
    rows = [
        {
            "team_id": stream.team_id,
            "sha256": sha256,
            "document_id": document_id,
            "tier": tier,
            "library_id": stream.library_id,
            "size": None,
        }
        for sha256, document_id, tier in sorted(named)
    ]
    insert_rows(session, NamedBlob, rows, keep=True)


def _cut(entry: Entry) -> tuple[tuple[str, int], ...]:
    if (entry.entity, entry.kind) != ("blob", "cut") or entry.payload is None:
        return ()
    sha256 = entry.payload.get("sha256")
    return ((sha256, _CROPS),) if isinstance(sha256, str) else ()
