"""How much to send at once, by what the link has carried; and how long to wait after it has failed.

Large pieces waste little on waiting for answers, and lose much when the link breaks. So a piece is as long as
some seconds of the link: twice as long after each success, half as long after a break.
"""

from collections.abc import Callable

LEAST_BYTES = 8 << 10
FIRST_BYTES = 32 << 10
_STREAM_BYTES, _STREAM_SECONDS = 256 << 10, 60.0
_FIRST_SECONDS, _LEAST_SECONDS, _MOST_SECONDS, _GROWTH = 5.0, 2.5, 20.0, 2.0
_WEIGHT = 0.4
"""Of the latest measurement."""
_MEASURABLE = 2 << 10
"""Smaller messages tell of the delay and not of the rate."""
_LEAST_MEASURED = 0.001
"""Seconds; a clock may not have moved on between two looks."""


class Pace:
    """Knows the rate of the link, and what fits it."""

    def __init__(self, rate: float | None = None) -> None:
        """Begin with what was measured last time, in bytes a second; None for never."""
        self._rate = rate
        self._seconds = _FIRST_SECONDS

    @property
    def rate(self) -> float | None:
        """Bytes a second; None before anything was measured."""
        return self._rate

    def carried(self, count: int, seconds: float) -> None:
        """Keep that so many bytes went out and were answered within so many seconds."""
        self._seconds = min(_MOST_SECONDS, self._seconds * _GROWTH)
        if count < _MEASURABLE:
            return
        measured = count / max(seconds, _LEAST_MEASURED)
        self._rate = measured if self._rate is None else self._rate * (1 - _WEIGHT) + measured * _WEIGHT

    def broke(self) -> None:
        """Keep that the link failed."""
        self._seconds = max(_LEAST_SECONDS, self._seconds / 2)

    def piece(self, most: int) -> int:
        """Return how many bytes to send at once, at most ``most``."""
        wanted = FIRST_BYTES if self._rate is None else int(self._rate * self._seconds)
        return max(min(LEAST_BYTES, most), min(most, wanted))

    def part(self, most: int) -> int:
        """Return how many bytes of a stream count together, at most ``most``: some seconds of the link."""
        seconds = min(_FIRST_SECONDS, self._seconds)
        wanted = FIRST_BYTES if self._rate is None else int(self._rate * seconds)
        return max(min(LEAST_BYTES, most), min(most, wanted))

    def stream(self, most: int) -> int:
        """Return how many bytes to send at once of what is kept piece by piece, though the link break.

        Nothing of that is lost by a break, so it is long: after each answer the link stands idle for a while.
        """
        wanted = _STREAM_BYTES if self._rate is None else int(self._rate * _STREAM_SECONDS)
        return min(most, max(_STREAM_BYTES, wanted))

    def seconds_for(self, count: int) -> float | None:
        """Return how long so many bytes take; None while that is unknown."""
        return None if not self._rate else count / self._rate


class Backoff:
    """How long to wait: twice as long after each failure, and by chance, lest all laptops come at once."""

    def __init__(self, chance: Callable[[], float], *, first: float = 1.0, most: float = 60.0) -> None:
        """Begin with ``first`` seconds.

        Args:
            chance: Gives numbers in [0, 1).
            first: Seconds after the first failure.
            most: Never longer, but where headquarters asks for it.
        """
        self._chance = chance
        self._first = first
        self._most = most
        self._failures = 0

    def worked(self) -> None:
        """Begin again with the first."""
        self._failures = 0

    def failed(self, *, at_least: float = 0.0) -> float:
        """Return for how many seconds to wait; ``at_least`` is what headquarters asks for."""
        longest = min(self._most, self._first * 2**self._failures)
        self._failures += 1
        return float(max(at_least, longest * (0.5 + self._chance() / 2)))
