"""Tables of what people at headquarters say, ask and decide about records."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index
from sqlalchemy.dialects.postgresql import JSONB
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
    refused: Mapped[str] = mapped_column(default="")
    """Why the laptop cannot send it, as a stable name; else empty."""


class CropRequest(Base):
    """That headquarters asked a laptop for a sharper picture of a part of a page."""

    __tablename__ = "crop_requests"
    __table_args__ = (_of_document(), Index(None, "team_id", "document_id"))

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    """Of the entry that went down: by it the laptop tells what became of it."""
    document_id: Mapped[str]
    page_id: Mapped[str]
    line_id: Mapped[str]
    """The line that it shows; empty where somebody named a box of their own."""
    quad: Mapped[list[Any]] = mapped_column(JSONB)
    """Four corners in pixels of the upright page."""
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    sha256: Mapped[str | None]
    """Of the picture, once the laptop has cut it; the file itself comes after that."""
    refused: Mapped[str] = mapped_column(default="")
    """Why it cannot be cut, as a stable name; else empty."""


class SettingWish(Base):
    """How headquarters wants its laptops to read, one setting at a time; the latest of each counts."""

    __tablename__ = "setting_wishes"
    __table_args__ = (Index(None, "team_id", "library_id", "name"),)

    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"))
    library_id: Mapped[str]
    """Whose laptop was told; empty for what all laptops of the team are told, also those that join later."""
    name: Mapped[str]
    value: Mapped[Any] = mapped_column(JSONB)
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    seq: Mapped[int] = mapped_column(BigInteger)
    """Its place in the log that goes down to the laptop; 0 for that of the team."""
    state: Mapped[str] = mapped_column(default="")
    """What the laptop told: ``taken`` or ``refused``; empty before."""
    told_at: Mapped[datetime | None]


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
