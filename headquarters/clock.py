"""The time as headquarters sees it. Its clock alone counts; a laptop's decides nothing."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where headquarters takes the time from; tests set it."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""


class SystemClock:
    """The server's own clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
