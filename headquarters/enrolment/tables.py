"""The table of invitations."""

from datetime import datetime

from sqlalchemy import ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class InvitationRow(Base):
    """An invitation: a code that lets one laptop join. The code itself is stored nowhere."""

    __tablename__ = "invitations"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Identity(always=True), unique=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    """For whom it is, as the person who made it wrote."""
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    expires_at: Mapped[datetime]
    device_id: Mapped[str | None] = mapped_column(ForeignKey("devices.id", ondelete="SET NULL"))
    """Who used it."""
    cancelled_at: Mapped[datetime | None]
