"""What links are like: rate, delay, loss and silence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A link between a laptop and headquarters.

    Attributes:
        name: What people call it.
        up: Bits per second from the laptop.
        down: Bits per second to the laptop.
        round_trip: Seconds there and back, without any queue.
        jitter: Greatest further delay of one way, in seconds; packets stay in order.
        loss: Share of packets lost on each way, in [0, 1].
        outage_every: Seconds from one outage to the next; 0 for none.
        outage: Seconds in which nothing gets through.
        queue: Seconds of traffic that the modem keeps before it drops packets.
    """

    name: str
    up: float
    down: float
    round_trip: float
    jitter: float = 0.0
    loss: float = 0.0
    outage_every: float = 0.0
    outage: float = 0.0
    queue: float = 2.0

    def is_out(self, moment: float) -> bool:
        """Tell whether nothing gets through, so many seconds after the link came up; it begins whole."""
        if not self.outage_every:
            return False
        return moment % self.outage_every >= self.outage_every - self.outage


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("gprs", 64_000, 64_000, 0.7, jitter=0.1, loss=0.01, queue=3.0),
        Profile("vsat", 200_000, 400_000, 0.6, jitter=0.02, loss=0.01, outage_every=25, outage=5),
        Profile("3g", 384_000, 1_000_000, 0.15, jitter=0.05, loss=0.005, outage_every=60, outage=3),
        Profile(
            "wifi", 4_000_000, 8_000_000, 0.03, jitter=0.02, loss=0.03, outage_every=10, outage=3, queue=0.5
        ),
        Profile("clean", 10_000_000, 10_000_000, 0.02),
    )
}
