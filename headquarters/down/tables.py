"""The table of what headquarters sends down."""

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class DownRow(Base):
    """One entry of the log that goes down to a library."""

    __tablename__ = "down_entries"
    __table_args__ = (
        ForeignKeyConstraint(
            ["team_id", "library_id"], ["libraries.team_id", "libraries.library_id"], ondelete="CASCADE"
        ),
        Index(None, "team_id", "document_id"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    library_id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    at: Mapped[str]
    author: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[str]
    document_id: Mapped[str | None]
    kind: Mapped[str]
    payload: Mapped[str | None]
    """Canonical JSON as text; null once erased."""
    payload_hash: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]
