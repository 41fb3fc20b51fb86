"""Tables of streams and of the entries in them."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class Stream(Base):
    """One line of a library's change log.

    A library has one, and a further one for each copy of it that went its own way. Such a branch shares the
    entries up to ``base_seq`` with its parent and holds only those after it.
    """

    __tablename__ = "streams"
    __table_args__ = (
        ForeignKeyConstraint(
            ["team_id", "library_id"], ["libraries.team_id", "libraries.library_id"], ondelete="CASCADE"
        ),
        UniqueConstraint("team_id", "library_id", "branch"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Identity(always=True), unique=True)
    team_id: Mapped[str]
    library_id: Mapped[str]
    branch: Mapped[int]
    """0 for a library's first stream, and then counting."""
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"))
    base_seq: Mapped[int] = mapped_column(BigInteger)
    base_hash: Mapped[str]
    head_seq: Mapped[int] = mapped_column(BigInteger)
    head_hash: Mapped[str]
    backed_up_seq: Mapped[int] = mapped_column(BigInteger)
    """Up to where a backup of headquarters holds it; see ``headquarters.receipts``."""
    reason: Mapped[str]
    """Why it was opened: empty for the first, else ``cloned`` or ``restored``."""
    twin_device: Mapped[str | None]
    """Of a branch: the device that the other side of the fork names, as that library has it."""
    twin_epoch: Mapped[int | None] = mapped_column(BigInteger)
    """Of a branch: the epoch there. Whoever says both goes by the name of another and must take a new one."""
    opened_at: Mapped[datetime]
    opened_by: Mapped[str] = mapped_column(ForeignKey("devices.id"))
    last_received_at: Mapped[datetime | None]


class EntryRow(Base):
    """One entry of a change log, as it came; stored once in a team."""

    __tablename__ = "entries"
    __table_args__ = (UniqueConstraint("team_id", "hash"), Index(None, "team_id", "document_id"))

    stream_id: Mapped[str] = mapped_column(ForeignKey("streams.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    """Order in which headquarters took the entries of all streams."""
    team_id: Mapped[str]
    """That of the stream."""
    epoch: Mapped[int] = mapped_column(BigInteger)
    device: Mapped[str]
    at: Mapped[str]
    author: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[str]
    document_id: Mapped[str | None]
    kind: Mapped[str]
    payload: Mapped[str | None]
    """Canonical JSON as text: what the hash is of. PostgreSQL's JSON types refuse some characters."""
    payload_hash: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]
    received_at: Mapped[datetime]
