"""Makes records of the entries that laptops send: each once, in order, in the transaction that stores it.

An entry of a kind that this headquarters does not know, or that does not tell what it should, changes no
record. The log keeps it, and it is counted, so that people see that something is not shown. The laptop is
never held up: where a batch stumbles over something that neither records nor database can hold, it is halved
until that entry stands alone, and only it is left out.
"""

import logging
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.orm import Session

from engine.sync.wire.entries import Entry
from headquarters.blobs import erasing as files
from headquarters.records import of_answers, of_documents, of_readings, of_wishes
from headquarters.records.batch import Batch
from headquarters.records.of_documents import Handler
from headquarters.records.refreshing import refresh
from headquarters.records.tables import UnknownChange
from headquarters.records.telling import MalformedEntryError
from headquarters.sync.tables import EntryRow, Stream

_LOG = logging.getLogger(__name__)

HANDLERS: Mapping[tuple[str, str], Handler] = {
    **of_documents.HANDLERS,
    **of_readings.HANDLERS,
    **of_answers.HANDLERS,
    **of_wishes.HANDLERS,
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


UNUSABLE = (DBAPIError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What an entry can lead to that is not as any laptop of ours writes it."""
_OF_WHAT_IS_SAID = (DataError, IntegrityError, ProgrammingError)
_TOO_LARGE = "54"
"""Class of PostgreSQL's errors for what exceeds a limit, such as a word that no index can hold."""

_TOO_MANY = "number of parameters"
"""What the driver says, without a class, of a batch that names more than one question can ask for."""


def is_about_what_is_said(error: Exception) -> bool:
    """Return whether one of ``UNUSABLE`` lies in the entries, and not in a database that is busy or away."""
    if not isinstance(error, DBAPIError) or isinstance(error, _OF_WHAT_IS_SAID):
        return True
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return state.startswith(_TOO_LARGE) or (not state and _TOO_MANY in str(error.orig))


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
    with session.no_autoflush:
        batch.preload(entries)
        for entry in entries:
            _apply(batch, entry)
        refresh(batch)
    _count_unknown(batch)
    _keep_erased(batch, entries)


def apply_what_can_be(session: Session, team_id: str, stream: Stream, entries: Sequence[Entry]) -> None:
    """Do the same, leaving out and counting what cannot be applied; for a batch that could not be as a whole.

    It is halved until what is at fault stands alone.
    """
    try:
        with session.begin_nested():
            session.execute(text("SET CONSTRAINTS ALL DEFERRED"))
            apply_entries(session, team_id, stream, entries)
            session.flush()
            session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    except UNUSABLE as error:
        if not is_about_what_is_said(error):
            raise
        if len(entries) > 1:
            middle = len(entries) // 2
            apply_what_can_be(session, team_id, stream, entries[:middle])
            apply_what_can_be(session, team_id, stream, entries[middle:])
            return
        entry = entries[0]
        _LOG.warning(
            "an entry changed no record", extra={"stream": stream.id, "seq": entry.seq}, exc_info=error
        )
        batch = Batch(session, team_id, stream.library_id, stream.id, stream.opened_at)
        batch.unknown[entry.entity, entry.kind, "malformed"] += 1
        _count_unknown(batch)


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
    """Erase what the log was told just now of erased documents, and take none of their files."""
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
