"""Does away with files: those of an erased document, and half-sent ones that nobody goes on with."""

from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from headquarters.blobs.tables import NamedBlob, StoredBlob, UnnamedBlob, WantedBlob
from headquarters.parts import Headquarters


def erase(session: Session, team_id: str, document_id: str) -> int:
    """Forget the files that a document spoke of, but those that others speak of too.

    Their bytes go with the next :func:`sweep`, after the transaction: it can still fail.

    Returns:
        The number of files whose bytes go.
    """
    spoken_of = set(
        session.scalars(
            delete(NamedBlob)
            .where(NamedBlob.team_id == team_id, NamedBlob.document_id == document_id)
            .returning(NamedBlob.sha256)
        )
    )
    still = set(
        session.scalars(
            select(NamedBlob.sha256).where(NamedBlob.team_id == team_id, NamedBlob.sha256.in_(spoken_of))
        )
    )
    return _let_go(session, team_id, spoken_of - still)


def _let_go(session: Session, team_id: str, unnamed: set[str]) -> int:
    """Forget files that nothing speaks of, and note their bytes for the sweep; return how many."""
    gone = sorted(unnamed)
    if not gone:
        return 0
    for table in (StoredBlob, WantedBlob):
        session.execute(delete(table).where(table.team_id == team_id, table.sha256.in_(gone)))
    moment = session.scalar(select(func.now()))
    session.execute(
        insert(UnnamedBlob).on_conflict_do_nothing(),
        [{"team_id": team_id, "sha256": sha256, "since": moment} for sha256 in gone],
    )
    return len(gone)


def unname(session: Session, team_id: str, sha256s: set[str]) -> None:
    """Forget that files belong to packs for all laptops; what nothing else speaks of goes with the sweep."""
    session.execute(
        delete(NamedBlob).where(
            NamedBlob.team_id == team_id,
            NamedBlob.library_id == "",
            NamedBlob.document_id == "",
            NamedBlob.sha256.in_(sha256s),
        )
    )
    still = set(
        session.scalars(
            select(NamedBlob.sha256).where(NamedBlob.team_id == team_id, NamedBlob.sha256.in_(sha256s))
        )
    )
    _let_go(session, team_id, sha256s - still)


def sweep(headquarters: Headquarters) -> int:
    """Remove the bytes of files that nothing speaks of any more, and old half-sent ones; return how many."""
    count = 0
    with headquarters.database.transaction() as session:
        waiting = session.execute(select(UnnamedBlob.team_id, UnnamedBlob.sha256)).all()
    for team_id, sha256 in waiting:
        count += _remove(headquarters, team_id, sha256)
    age = timedelta(days=headquarters.settings.spool_days)
    for path in headquarters.spool.old(headquarters.clock.now(), age):
        path.unlink(missing_ok=True)
        count += 1
    return count


def _remove(headquarters: Headquarters, team_id: str, sha256: str) -> int:
    with headquarters.database.transaction() as session:
        row = session.scalar(
            select(UnnamedBlob)
            .where(UnnamedBlob.team_id == team_id, UnnamedBlob.sha256 == sha256)
            .with_for_update(skip_locked=True)
        )
        if row is None:
            return 0
        named = session.scalar(
            select(NamedBlob.sha256).where(NamedBlob.team_id == team_id, NamedBlob.sha256 == sha256).limit(1)
        )
        if named is None:
            headquarters.blobs.remove(team_id, sha256)
            headquarters.spool.part(team_id, sha256).remove()
        session.delete(row)
        return int(named is None)
