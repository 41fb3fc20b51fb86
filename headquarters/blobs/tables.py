"""Tables of files: which ones documents speak of, which are here, which are asked for."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class NamedBlob(Base):
    """A file that an entry of the team speaks of, so that it is taken when it comes."""

    __tablename__ = "named_blobs"
    __table_args__ = (Index(None, "team_id", "document_id"),)

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(primary_key=True)
    """Empty where it belongs to none."""
    tier: Mapped[int] = mapped_column(primary_key=True)
    library_id: Mapped[str]
    """Whose entry speaks of it; empty where headquarters itself offers it."""
    size: Mapped[int | None] = mapped_column(BigInteger)
    """Bytes, as the laptop that has it said."""


class StoredBlob(Base):
    """A file that is here, whole and durable."""

    __tablename__ = "blobs"
    __table_args__ = (Index(None, "team_id", "backed_up_at"),)

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    stored_at: Mapped[datetime]
    backed_up_at: Mapped[datetime | None]


class WantedBlob(Base):
    """A file that headquarters asked a library for."""

    __tablename__ = "wanted_blobs"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    library_id: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]


class UnnamedBlob(Base):
    """A file that nothing speaks of since an erasure, and whose bytes are still to be removed."""

    __tablename__ = "unnamed_blobs"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
