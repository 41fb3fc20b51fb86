"""What was found of the way to headquarters from where the laptop is now; forgotten after half a day.

It is a file of its own and no row: it is of this place and not of the library, no backup should have it, and
whoever finds it gone finds out anew. Knows no network.
"""

import json
from contextlib import suppress
from pathlib import Path

from engine.library.clock import Clock

_KEPT_SECONDS = 12 * 3600.0


class Way:
    """Remembers what stands between this laptop and headquarters."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Keep it in a file."""
        self._path = path
        self._clock = clock

    def takes_no_streams(self) -> bool:
        """Return whether no message went through of late whose length is not told beforehand."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
            since = self._clock.now() - float(found["at"])
            return 0 <= since < _KEPT_SECONDS
        except (OSError, ValueError, TypeError, KeyError):
            return False

    def note_no_streams(self) -> None:
        """Remember that none goes through."""
        with suppress(OSError):  # Where the disk is full it is found out anew, at the cost of one message.
            self._path.parent.mkdir(exist_ok=True)
            self._path.write_text(json.dumps({"at": self._clock.now()}), "utf-8")
