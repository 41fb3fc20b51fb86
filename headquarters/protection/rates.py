"""How often somebody may ask: counted by device, or by address where nobody has said who asks.

The counts lie in memory, or in Redis where several processes share them. If Redis does not answer,
requests pass: a laptop with twenty minutes of link must not lose them to a counter.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.errors import ConfigurationError as LimitsConfigurationError
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from engine.sync.wire.errors import WireError
from headquarters.errors import ConfigurationError
from headquarters.settings import HeadquartersSettings

_LOG = logging.getLogger(__name__)
IN_MEMORY = "memory://"


WINDOW = 60.0
"""Seconds over which requests are counted."""
MOST_AT_ONCE = 8
"""Streams that one device may have open: one, and those that a broken link left behind for a minute. Each may
hold some tens of megabytes here, and take hours."""


class _Counter(Protocol):
    """Where requests are counted."""

    def hit(self, item: RateLimitItem, kind: str, who: str) -> bool:
        """Count one, and return whether it lies within the bound."""


class _InMemory:
    """Counts within this process, each minute anew.

    The storage that ``limits`` has for this begins a thread every hundredth of a second, which goes through
    all that were counted; with some thousand laptops that is more work than answering them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._window = 0.0
        self._counts: dict[tuple[str, str], int] = {}

    def hit(self, item: RateLimitItem, kind: str, who: str) -> bool:
        window = time.monotonic() // WINDOW
        with self._lock:
            if window != self._window:
                self._window, self._counts = window, {}
            count = self._counts[kind, who] = self._counts.get((kind, who), 0) + 1
        return count <= item.amount


class Rates:
    """Counts requests.

    Raises:
        ConfigurationError: There is no such place to count in.
    """

    def __init__(self, settings: HeadquartersSettings) -> None:
        """Begin to count."""
        self._limiter: _Counter = _InMemory()
        self._lock = threading.Lock()
        self._open: Counter[str] = Counter()
        self._device = RateLimitItemPerMinute(settings.requests_per_minute)
        self._stranger = RateLimitItemPerMinute(settings.strangers_per_minute)
        if settings.rate_store == IN_MEMORY:
            return
        try:
            storage = storage_from_string(settings.rate_store, wrap_exceptions=True)
        except (LimitsConfigurationError, ImportError, ValueError) as error:
            raise ConfigurationError(
                "The place where rates are to be counted cannot be used.",
                which="SANDUKU_HQ_RATE_STORE",
                remedy="Write memory:// or redis://host:6379; Redis needs the package 'redis'.",
            ) from error
        self._limiter = FixedWindowRateLimiter(storage)

    def count_device(self, device_id: str) -> None:
        """Count a request of a device; raises WireError ``rate.limited`` if there are too many."""
        self._count(self._device, "device", device_id)

    def count_stranger(self, address: str) -> None:
        """Count a request of an address; raises WireError ``rate.limited`` if there are too many."""
        self._count(self._stranger, "address", address)

    @contextmanager
    def few_at_once(self, device_id: str) -> Iterator[None]:
        """Have a stream of a device open while the block lasts; raises WireError ``rate.limited`` for many.

        Of this process alone: it is this process's memory.
        """
        with self._lock:
            if self._open[device_id] >= MOST_AT_ONCE:
                raise WireError("rate.limited", details={"retry_after": 60})
            self._open[device_id] += 1
        try:
            yield
        finally:
            with self._lock:
                self._open[device_id] -= 1
                if not self._open[device_id]:
                    del self._open[device_id]

    def _count(self, item: RateLimitItem, kind: str, who: str) -> None:
        try:
            within = self._limiter.hit(item, kind, who)
        except StorageError as error:
            _LOG.warning("rates cannot be counted", exc_info=error)
            return
        if not within:
            raise WireError("rate.limited", details={"retry_after": 60})
