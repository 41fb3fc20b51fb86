"""Tables of answers, tags and cases."""

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base, JsonObject
from headquarters.records.tables import FOLLOWS


def _of_document() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS)


class PageAnswer(Base):
    """What an image model said about a page, and what a person in the field says of that."""

    __tablename__ = "answers"
    __table_args__ = (_of_document(), Index(None, "team_id", "document_id"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    document_id: Mapped[str]
    page_id: Mapped[str]
    reading_id: Mapped[str]
    task: Mapped[str]
    question: Mapped[str]
    text: Mapped[str]
    doubtful: Mapped[bool]
    pack: Mapped[str]
    body: Mapped[JsonObject | None]
    """The whole answer with its evidence; None where the laptop did not send it."""
    asked_by: Mapped[str]
    review_state: Mapped[str] = mapped_column(default="none")
    review_text: Mapped[str | None]
    review_reason: Mapped[str] = mapped_column(default="")
    review_by: Mapped[str] = mapped_column(default="")


class DocumentTag(Base):
    """A free word on a document."""

    __tablename__ = "document_tags"
    __table_args__ = (_of_document(), Index(None, "team_id", "tag_key"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(primary_key=True)
    tag_key: Mapped[str] = mapped_column(primary_key=True)
    tag: Mapped[str]


class Case(Base):
    """Documents that belong together: a household, a patient."""

    __tablename__ = "cases"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[str]
    removed: Mapped[bool] = mapped_column(default=False)


class CaseDocument(Base):
    """That a document belongs to a case; the case itself may not have arrived yet."""

    __tablename__ = "case_documents"
    __table_args__ = (_of_document(), Index(None, "team_id", "document_id"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(primary_key=True)
