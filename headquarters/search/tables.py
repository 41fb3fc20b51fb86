"""The table of what can be found."""

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base
from headquarters.records.tables import FOLLOWS


class SearchText(Base):
    """Something that can be found: a page's text, a name, an answer, a tag, a case, a comment."""

    __tablename__ = "search_texts"
    __table_args__ = (
        ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS),
        Index(None, "words", postgresql_using="gin"),
        Index(None, "ends", postgresql_using="gin"),
        Index(None, "team_id", "document_id"),
    )

    team_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    """``page``, ``name``, ``answer``, ``tag``, ``case`` or ``comment``."""
    source_id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(primary_key=True)
    page_id: Mapped[str | None]
    text: Mapped[str]
    """As a person sees it, a line a row."""
    plain: Mapped[str]
    """The same, normalised, a line a row."""
    words: Mapped[str] = mapped_column(TSVECTOR)
    """The words of ``plain`` with their places; made by ``headquarters.search.texts``."""
    ends: Mapped[str] = mapped_column(TSVECTOR)
    """How these words end, from each of their letters on; so a piece of a word is the beginning of an end."""
