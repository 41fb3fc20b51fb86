"""Tables of documents, pages, their lines and their corrections.

Every id comes from a laptop and is unique in the world only if that laptop is honest; so every key begins
with the team, and nothing that one team sends can touch another's records.
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Identity, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base, JsonObject

_TEAM = "teams.id"
FOLLOWS: Final[dict[str, Any]] = {"ondelete": "CASCADE", "deferrable": True, "initially": "DEFERRED"}
"""How a row follows its document: it goes with it, and within a transaction may be written before it."""


class Document(Base):
    """A document of a laptop's library."""

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("hq_state IN ('none', 'approved', 'returned', 'problem')", name="hq_state"),
        Index(None, "team_id", "number"),
        Index(None, "team_id", "hq_state", "number"),
        Index(None, "team_id", "library_id"),
    )

    team_id: Mapped[str] = mapped_column(ForeignKey(_TEAM, ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    """Grows with every document that arrives."""
    library_id: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    byte_size: Mapped[int] = mapped_column(BigInteger, default=0)
    sha256: Mapped[str | None]
    page_count: Mapped[int] = mapped_column(default=0)
    added_at: Mapped[str] = mapped_column(default="")
    """When, as the laptop says; its clock may be wrong."""
    added_by: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    trashed: Mapped[bool] = mapped_column(default=False)
    removed_at: Mapped[datetime | None]
    """When headquarters heard that the laptop removed it for good."""
    erased_at: Mapped[datetime | None]
    """When what it said was erased here; only this row is left then, without its name."""
    pages_read: Mapped[int] = mapped_column(default=0)
    pages_failed: Mapped[int] = mapped_column(default=0)
    """That the laptop could not read."""
    lowest_confidence: Mapped[float | None]
    doubtful_lines: Mapped[int] = mapped_column(default=0)
    open_conflicts: Mapped[int] = mapped_column(default=0)
    languages: Mapped[str] = mapped_column(default="")
    """BCP 47 codes between spaces."""
    field_state: Mapped[str] = mapped_column(default="none")
    field_reason: Mapped[str] = mapped_column(default="")
    field_by: Mapped[str] = mapped_column(default="")
    hq_state: Mapped[str] = mapped_column(default="none")
    hq_reason: Mapped[str] = mapped_column(default="")
    hq_by: Mapped[str] = mapped_column(default="")
    hq_at: Mapped[datetime | None]
    changed_since: Mapped[bool] = mapped_column(default=False)
    """Whether the field changed or reviewed it after headquarters did."""


class Page(Base):
    """A page of a document."""

    __tablename__ = "pages"
    __table_args__ = (
        ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS),
        Index(None, "team_id", "document_id", "page_index"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    page_index: Mapped[int]
    reading_id: Mapped[str | None]
    """The reading in force."""
    problem: Mapped[str] = mapped_column(default="")
    """The code of why the laptop could not read it; empty where it did, or has not tried yet."""
    lowest_confidence: Mapped[float | None]
    doubtful_lines: Mapped[int] = mapped_column(default=0)
    languages: Mapped[str] = mapped_column(default="")


class PageReading(Base):
    """What one version of the pipeline read on a page; never altered."""

    __tablename__ = "readings"
    __table_args__ = (
        ForeignKeyConstraint(["team_id", "page_id"], ["pages.team_id", "pages.id"], **FOLLOWS),
        Index(None, "team_id", "page_id"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    page_id: Mapped[str]
    pipeline: Mapped[str]
    body_sha256: Mapped[str | None]
    """The file that has the places of the lines."""
    image_sha256: Mapped[str | None]
    thumbnail_sha256: Mapped[str | None]
    lines: Mapped[list[Any]] = mapped_column(JSONB)
    """``[id, text, confidence, doubtful]`` of each line, in reading order."""
    stream_id: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[str]
    device: Mapped[str]


class LineCorrection(Base):
    """What a person changed on a page, in the field or at headquarters; never altered, nor removed alone."""

    __tablename__ = "corrections"
    __table_args__ = (
        CheckConstraint("standing IN ('in-force', 'overruled', 'cannot-apply')", name="standing"),
        ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS),
        Index(None, "team_id", "page_id", "number"),
        Index(None, "team_id", "document_id"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    document_id: Mapped[str]
    page_id: Mapped[str]
    reading_id: Mapped[str]
    kind: Mapped[str]
    body: Mapped[JsonObject]
    """``targets``, ``replacement``, ``previous`` and ``after`` as the laptops write them."""
    about: Mapped[str | None]
    carried_from: Mapped[str | None]
    author: Mapped[str]
    made_at: Mapped[str]
    by_hq: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")
    stream_id: Mapped[str | None]
    """The stream that brought it; None if it was made here."""
    sequence: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[str] = mapped_column(default="")
    device: Mapped[str] = mapped_column(default="")
    standing: Mapped[str] = mapped_column(default="in-force")
    confirmed_at: Mapped[datetime | None]
    """Of one made here: when headquarters heard that the laptop has it."""
    refused: Mapped[str] = mapped_column(default="")
    """Of one made here: why the laptop could not apply it."""


class Conflict(Base):
    """Two people changed the same thing without knowing of each other; both versions are kept."""

    __tablename__ = "conflicts"
    __table_args__ = (
        ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS),
        Index("ix_conflicts_open", "team_id", "found_at", postgresql_where=text("resolved_at IS NULL")),
        Index(None, "team_id", "document_id"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    page_id: Mapped[str]
    line_id: Mapped[str]
    kind: Mapped[str]
    """``hq-field``, ``laptops``, ``structure``, ``undone``, ``not-applied`` or ``line-gone``."""
    kept_id: Mapped[str]
    """The correction that holds for now."""
    other_id: Mapped[str]
    """The one that does not."""
    kept_text: Mapped[str]
    other_text: Mapped[str]
    found_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str] = mapped_column(default="")
    resolution: Mapped[str] = mapped_column(default="")
    """``kept``, ``other`` or ``text``."""


class UnknownChange(Base):
    """Changes of a kind that this headquarters does not know or understand; the log itself keeps them."""

    __tablename__ = "unknown_changes"

    team_id: Mapped[str] = mapped_column(ForeignKey(_TEAM, ondelete="CASCADE"), primary_key=True)
    library_id: Mapped[str] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    """``unknown`` or ``malformed``."""
    count: Mapped[int]
