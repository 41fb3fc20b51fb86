"""Files that headquarters asked a library for and does not have yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.blobs.tables import StoredBlob, WantedBlob
from headquarters.teams import Library

MOST_TOLD = 1000


def wanted(session: Session, library: Library) -> tuple[str, ...]:
    """Return the hashes of what a library is asked for, the oldest wish first; its row is locked."""
    stored = select(StoredBlob.sha256).where(
        StoredBlob.team_id == WantedBlob.team_id, StoredBlob.sha256 == WantedBlob.sha256
    )
    rows = session.scalars(
        select(WantedBlob.sha256)
        .where(
            WantedBlob.team_id == library.team_id,
            WantedBlob.library_id == library.library_id,
            ~stored.exists(),
        )
        .order_by(WantedBlob.asked_at, WantedBlob.sha256)
        .limit(MOST_TOLD)
    )
    found = tuple(rows)
    library.has_wishes = bool(found)
    return found
