"""The table of the audit log."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base, JsonObject


class AuditRow(Base):
    """One thing that was done. Never altered, never removed."""

    __tablename__ = "audit_log"
    __table_args__ = (Index(None, "team_id", "number"),)

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """From 1, without gaps, over all teams."""
    at: Mapped[datetime]
    team_id: Mapped[str | None]
    """Kept after the team itself is gone, hence no reference."""
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    details: Mapped[JsonObject]
    previous_hash: Mapped[str]
    hash: Mapped[str]
