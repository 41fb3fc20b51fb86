"""Tables of devices, of what they are asked to sign, and of what renews their permissions."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class Device(Base):
    """A laptop that has joined a team, with one key."""

    __tablename__ = "devices"
    __table_args__ = (Index(None, "team_id", "library_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Identity(always=True), unique=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"))
    library_id: Mapped[str]
    library_device: Mapped[str]
    """The id of the device as its library has it; a restored copy begins another."""
    epoch: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    app: Mapped[str]
    public_key: Mapped[str] = mapped_column(unique=True)
    """Ed25519, base64url."""
    enrolled_at: Mapped[datetime]
    former_id: Mapped[str | None] = mapped_column(ForeignKey("devices.id"))
    """The device whose key vouched for this one, where it is no invitation's."""
    last_seen_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str | None]
    stream_id: Mapped[str | None]
    """The stream that took its changes when it last came by."""
    tip_seq: Mapped[int] = mapped_column(BigInteger)
    """The end of its log, as it said when it last came by: what it still had to send then follows."""
    down_seq: Mapped[int] = mapped_column(BigInteger)
    """Up to where it has applied what headquarters sent."""


class Challenge(Base):
    """Something that a device is asked to sign, once."""

    __tablename__ = "challenges"
    __table_args__ = (Index(None, "expires_at"),)

    challenge_hash: Mapped[str] = mapped_column(primary_key=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime]


class RefreshToken(Base):
    """What renews a permission, once; all that follow from one signature are a family."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (Index(None, "expires_at"),)

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[str] = mapped_column(index=True)
    device_id: Mapped[str] = mapped_column(ForeignKey("devices.id", ondelete="CASCADE"), index=True)
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
