"""Whether an erasure is confirmed: every laptop that may have the document has told that it is gone.

A library that was copied lives on several laptops, each with a line of its own. What one of them removed,
another may still have.
"""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from headquarters.devices.tables import Device
from headquarters.records.batch import Batch
from headquarters.records.lineage import Lineage
from headquarters.review.tables import Erasure
from headquarters.sync.tables import EntryRow


def confirm(batch: Batch, document_id: str) -> None:
    """Note that what was asked to be erased is gone everywhere, if it is."""
    waiting = update(Erasure).where(
        Erasure.team_id == batch.team_id,
        Erasure.document_id == document_id,
        Erasure.library_id == batch.library_id,
        Erasure.confirmed_at.is_(None),
    )
    if is_gone(batch.session, batch.team_id, batch.library_id, document_id):
        batch.session.execute(waiting.values(confirmed_at=batch.now))


def is_gone(session: Session, team_id: str, library_id: str, document_id: str) -> bool:
    """Return whether all laptops of a library that may have a document have told that it is gone.

    Those that were shut out are not waited for. But where no laptop has told anything, nothing is known: the
    only one that has the document may be the one that was stolen.
    """
    told = select(EntryRow.number).where(
        EntryRow.team_id == team_id,
        EntryRow.document_id == document_id,
        EntryRow.entity == "document",
        EntryRow.kind == "purged",
    )
    if session.scalar(told.limit(1)) is None:
        return False
    return not holders(session, team_id, library_id, document_id)


def holders(session: Session, team_id: str, library_id: str, document_id: str) -> list[str]:
    """Return the laptops of a library, those shut out left aside, that may still have a document."""
    told = session.execute(
        select(EntryRow.kind, EntryRow.stream_id, EntryRow.seq).where(
            EntryRow.team_id == team_id,
            EntryRow.document_id == document_id,
            EntryRow.entity == "document",
            EntryRow.kind.in_(("added", "purged")),
        )
    ).all()
    places = {
        kind: [(row.stream_id, row.seq) for row in told if row.kind == kind] for kind in ("added", "purged")
    }
    devices = session.execute(
        select(Device.id, Device.stream_id).where(
            Device.team_id == team_id, Device.library_id == library_id, Device.revoked_at.is_(None)
        )
    )
    found = []
    for device_id, stream_id in devices:
        if stream_id is None:  # It has never said what it has.
            found.append(device_id)
            continue
        lineage = Lineage.of(session, stream_id)
        has = any(lineage.knows(*place) for place in places["added"])
        if has and not any(lineage.knows(*place) for place in places["purged"]):
            found.append(device_id)
    return found
