"""Lets one program at a time send the work of a library, and tells others who does. Knows no network."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.library.clock import Clock
from engine.library.held import Held, read_about


@dataclass(frozen=True, slots=True)
class AtWork:
    """Who has the turn.

    Attributes:
        asked_by: ``person``, or ``program`` where it began by itself; empty if that is not known.
        process: Number of its process; empty if that is not known.
        since: When it began, by the time of this computer, to the second; None if that is not known.
    """

    asked_by: str
    process: str
    since: datetime | None


class Turn:
    """Whose turn it is to send."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Stand for the file that whoever sends holds."""
        self._path = path
        self._clock = clock

    def take(self, *, asked_by: str, process: int) -> Held | None:
        """Take the turn, or return None if another program has it; killed ones have it no longer.

        Args:
            asked_by: ``person`` or ``program``.
            process: Number of this process, for people.

        Raises:
            LibraryError: Nothing can be written beside the library.
        """
        since = datetime.fromtimestamp(self._clock.now()).astimezone().isoformat(timespec="seconds")
        return Held.take(self._path, {"asked_by": asked_by, "process": str(process), "since": since})

    def at_work(self) -> AtWork:
        """Return who had the turn last, for people to read: it may have ended since."""
        about = read_about(self._path)
        try:
            since = datetime.fromisoformat(about.get("since", "")).astimezone()
        except (ValueError, OverflowError, OSError):
            since = None
        return AtWork(about.get("asked_by", ""), about.get("process", ""), since)
