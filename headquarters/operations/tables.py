"""The table of backups."""

from datetime import datetime

from sqlalchemy import BigInteger, Identity
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database.base import Base


class BackupRow(Base):
    """A backup that was finished and read back."""

    __tablename__ = "backups"

    number: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    began_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    entries: Mapped[int] = mapped_column(BigInteger)
    blobs: Mapped[int] = mapped_column(BigInteger)
    blob_bytes: Mapped[int] = mapped_column(BigInteger)
