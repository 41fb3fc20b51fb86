"""Tables of what people at headquarters say, ask and decide about records."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base, JsonObject
from headquarters.records.tables import FOLLOWS


def _of_document() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["team_id", "document_id"], ["documents.team_id", "documents.id"], **FOLLOWS)


class DocumentReview(Base):
    """What was said of a document, by the field or by headquarters; the history."""

    __tablename__ = "document_reviews"
    __table_args__ = (
        _of_document(),
        Index(None, "team_id", "document_id", "number"),
    )

    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    team_id: Mapped[str]
    document_id: Mapped[str]
    by_hq: Mapped[bool]
    state: Mapped[str]
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
    """When headquarters heard of it."""
    request_id: Mapped[str | None]
    """Of one made here: what went down to the laptop."""


class Comment(Base):
    """What somebody at headquarters says about a document, for the field and for colleagues."""

    __tablename__ = "comments"
    __table_args__ = (_of_document(), Index(None, "team_id", "document_id"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]


class FileRequest(Base):
    """That headquarters asked a laptop for a page image or an original."""

    __tablename__ = "file_requests"
    __table_args__ = (_of_document(), Index(None, "team_id", "document_id"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    sha256: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]


class Erasure(Base):
    """That somebody asked for a person's data to be erased, and how far that is. Outlives the document."""

    __tablename__ = "erasures"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    library_id: Mapped[str]
    reason: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    """When the laptop told that it has removed it too."""


class PackOffer(Base):
    """A model pack that the team's laptops are offered."""

    __tablename__ = "pack_offers"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    version: Mapped[str]
    files: Mapped[JsonObject]
    """``{"files": [{"name", "size", "sha256"}]}``."""
    urgent: Mapped[bool]
    offered_by: Mapped[str]
    offered_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class PackState(Base):
    """What a laptop tells of a pack that it was offered."""

    __tablename__ = "pack_states"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    library_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    """``fetched``, ``installed`` or ``refused``."""
    offer_id: Mapped[str]
    """Of the offer that it speaks of: the same version may be offered again."""
    reason: Mapped[str]
    """Why it was refused, in the laptop's words; else empty."""
    at: Mapped[datetime]


class PackRoot(Base):
    """A root that signs the team's model packs; each signs the next."""

    __tablename__ = "pack_roots"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes]
    """The file, byte for byte."""
    fingerprint: Mapped[str]
    signer: Mapped[str]
    """What its owner calls itself."""
    added_by: Mapped[str]
    added_at: Mapped[datetime]


class TeamSettings(Base):
    """How long a team keeps what, and what its laptops are told."""

    __tablename__ = "team_settings"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    keep_removed_days: Mapped[int] = mapped_column(default=30)
    """Days after which what a laptop removed for good is erased here too."""
    keep_records_days: Mapped[int | None]
    """Days after which records that were not changed are erased; None keeps them."""
