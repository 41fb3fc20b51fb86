"""Time as the library sees it: a clock that tests can set, and the hybrid logical clock of the change log.

Wall clocks of field laptops jump, forwards and backwards. The hybrid clock never goes back, so changes stay
in order, also after one that was made while the computer believed to be in 2040: later ones then keep that
moment and count on, and a check says so (see :data:`FAR_AHEAD`). Leases are watched with monotonic time as
well (see ``engine.library.leases``).
"""

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, Self

FAR_AHEAD = 24 * 3600.0
"""Seconds by which the hybrid clock may lie before the computer's without a person being told."""


class Clock(Protocol):
    """Where the library takes the time from."""

    def now(self) -> float:
        """Return seconds since 1970 in UTC, as the computer believes them to be."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow, from an unknown start, within one process."""


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> float:
        """Return seconds since 1970 in UTC."""
        return time.time()

    def monotonic(self) -> float:
        """Return monotonic seconds."""
        return time.monotonic()


def timestamp(seconds: float) -> str:
    """Return a moment as ISO 8601 in UTC with milliseconds, which sorts like the time."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, order=True)
class HybridTime:
    """A moment of the hybrid logical clock (Kulkarni et al. 2014): wall time that never goes back.

    Attributes:
        milliseconds: The greatest wall time seen, since 1970 in UTC.
        counter: Tells apart events within one millisecond, or while the wall clock lags behind.
    """

    milliseconds: int
    counter: int

    def next(self, now: float) -> Self:
        """Return the moment of an event that follows this one.

        Args:
            now: Wall-clock seconds, which may lie before this moment.
        """
        wall = int(now * 1000)
        if wall > self.milliseconds:
            return type(self)(wall, 0)
        return type(self)(self.milliseconds, self.counter + 1)

    def ahead_of(self, now: float) -> float:
        """Return by how many seconds this moment lies after the wall clock's ``now``; negative if before."""
        return self.milliseconds / 1000 - now

    def __str__(self) -> str:
        """Return a text that sorts like the moment."""
        return f"{self.milliseconds:015d}.{self.counter:08d}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str`` gave; raises ValueError for anything else."""
        if not re.fullmatch(r"\d{15}\.\d{8}", text, re.ASCII):
            raise ValueError(f"not a hybrid time: {text!r}")
        milliseconds, counter = text.split(".")
        return cls(int(milliseconds), int(counter))
