"""How long work tells how far it is, and when it will be done.

One protocol for everything that takes time: the caller passes a ``Progress``, the work calls it. The command
line draws it as a bar, tests record it, and ``SILENT`` ignores it.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """What a piece of long work reports to."""

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell that ``done`` of ``total`` units are finished; ``total`` is None while it is unknown."""


class SilentProgress:
    """Progress that nobody watches."""

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Ignore the report."""


SILENT = SilentProgress()


class Pace:
    """Measures units per minute over a sliding window, and the seconds left.

    A window rather than the mean since the start: a queue of scans after a queue of small receipts must not
    promise the receipts' speed.
    """

    def __init__(self, *, window: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with no measurements.

        Args:
            window: Seconds of history that count.
            clock: Monotonic seconds.
        """
        self._window = window
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque([(clock(), 0)])

    def record(self, done: int) -> None:
        """Tell how many units are done in all."""
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] > self._window:
            self._marks.popleft()

    @property
    def per_minute(self) -> float | None:
        """Units per minute within the window; None before anything was done."""
        (start, first), (end, last) = self._marks[0], self._marks[-1]
        if last <= first or end <= start:
            return None
        return (last - first) * 60 / (end - start)

    def seconds_left(self, remaining: int) -> float | None:
        """Seconds until ``remaining`` more units are done; None while the pace is unknown."""
        pace = self.per_minute
        return None if pace is None else remaining * 60 / pace
