"""Makes records of the entries that laptops send: each once, in order, in the transaction that stores it.

An entry of a kind that this headquarters does not know, or that does not tell what it should, changes no
record. The log keeps it, and it is counted, so that people see that something is not shown. The laptop is
never held up.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.sync.wire.entries import Entry
from headquarters.blobs import erasing as files
from headquarters.records import of_answers, of_documents, of_readings
from headquarters.records.batch import Batch
from headquarters.records.of_documents import Handler
from headquarters.records.refreshing import refresh
from headquarters.records.tables import UnknownChange
from headquarters.records.telling import MalformedEntryError
from headquarters.sync.tables import EntryRow, Stream

HANDLERS: Mapping[tuple[str, str], Handler] = {
    **of_documents.HANDLERS,
    **of_readings.HANDLERS,
    **of_answers.HANDLERS,
}
"""What each kind of entry does to records."""

WITHOUT_EFFECT = frozenset(
    {
        ("library", "created"),
        ("library", "restored"),
        ("library", "cloned"),
        ("library", "clock-set"),
        ("team", "joined"),
        ("team", "left"),
        ("blob", "cut"),
        ("page", "adjusted"),
        ("page", "labelled"),
        ("saved-search", "saved"),
        ("saved-search", "renamed"),
        ("saved-search", "removed"),
    }
)
"""Kinds that are known and change nothing that is shown here."""

PRIVATE = frozenset({"saved-search"})
"""Entities that are a laptop's own business, whatever happens to them."""


def apply_entries(session: Session, team_id: str, stream: Stream, entries: Sequence[Entry]) -> None:
    """Bring the records up to what some new entries tell.

    Args:
        session: In the transaction that stores the entries.
        team_id: The team that the stream belongs to.
        stream: Which brings them.
        entries: Each for the first time in this team, in order.
    """
    now = stream.last_received_at or session.scalar(select(func.now()))
    assert now is not None
    batch = Batch(session, team_id, stream.library_id, stream.id, now)
    batch.preload(entries)
    with session.no_autoflush:
        for entry in entries:
            _apply(batch, entry)
        refresh(batch)
    _count_unknown(batch)
    _keep_erased(batch, entries)


def _apply(batch: Batch, entry: Entry) -> None:
    kind = (entry.entity, entry.kind)
    handler = HANDLERS.get(kind)
    if handler is None:
        if kind not in WITHOUT_EFFECT and entry.entity not in PRIVATE:
            batch.unknown[(*kind, "unknown")] += 1
        return
    if _is_of_erased(batch, entry):
        if kind == ("document", "purged"):
            handler(batch, entry)
        return
    if entry.payload is None and kind not in of_documents.WITHOUT_PAYLOAD:
        return  # It was erased before it was sent: of what is gone there is nothing to show.
    try:
        handler(batch, entry)
    except MalformedEntryError:
        batch.unknown[(*kind, "malformed")] += 1


def _is_of_erased(batch: Batch, entry: Entry) -> bool:
    """Return whether headquarters erased the document meanwhile; then nothing may bring it back."""
    try:
        return entry.document_id is not None and batch.document(entry.document_id).erased_at is not None
    except MalformedEntryError:
        return False


def _keep_erased(batch: Batch, entries: Sequence[Entry]) -> None:
    """Erase what the log was told just now of documents that were erased before, and take none of their files."""
    erased = {entry.document_id for entry in entries if entry.document_id and _is_of_erased(batch, entry)}
    if erased:
        for document_id in sorted(erased):
            files.erase(batch.session, batch.team_id, document_id)
        batch.session.execute(
            update(EntryRow)
            .where(EntryRow.team_id == batch.team_id, EntryRow.document_id.in_(erased))
            .values(payload=None)
        )


def _count_unknown(batch: Batch) -> None:
    for (entity, kind, reason), count in batch.unknown.items():
        statement = insert(UnknownChange).values(
            team_id=batch.team_id,
            library_id=batch.library_id,
            entity=entity,
            kind=kind,
            reason=reason,
            count=count,
        )
        batch.session.execute(
            statement.on_conflict_do_update(
                index_elements=["team_id", "library_id", "entity", "kind", "reason"],
                set_={"count": UnknownChange.count + statement.excluded["count"]},
            )
        )
