"""Finds workers that vanished, whatever the wall clock does.

A running job has a lease that its worker renews. It has run out when the wall clock says so, as after a
reboot; or when this process has seen it unrenewed for its whole length by its own monotonic clock, which
still holds when somebody set the wall clock back. A clock set forward can end a living worker's lease early:
then the fencing token keeps its late result out, and nothing is stored twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.library.clock import Clock


@dataclass(frozen=True, slots=True)
class Lease:
    """A worker's right to a job.

    Attributes:
        job: The job's number.
        token: Grows with every claim.
        seconds: Length of the lease.
        until: Wall-clock seconds at which it ends.
    """

    job: int
    token: int
    seconds: float
    until: float


class LeaseWatch:
    """Remembers since when each lease has not been renewed."""

    def __init__(self, clock: Clock) -> None:
        """Watch with a clock."""
        self._clock = clock
        self._unchanged: dict[Lease, float] = {}

    def expired(self, leases: Iterable[Lease]) -> list[Lease]:
        """Return those leases that have run out; to be given all running ones every time."""
        now, steady = self._clock.now(), self._clock.monotonic()
        # A renewed lease is another value, so it begins anew here and the old one is forgotten.
        self._unchanged = {lease: self._unchanged.get(lease, steady) for lease in leases}
        return [
            lease
            for lease, since in self._unchanged.items()
            if now >= lease.until or steady - since >= lease.seconds
        ]
