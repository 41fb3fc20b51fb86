"""Carries packets between two TUN devices as a bad link would.

Run as a program of its own, so that what it does in time is not held up by what is measured. It ends at the
end of its standard input, and then prints as JSON what it carried.
"""

import heapq
import json
import os
import random
import selectors
import sys
import time
from dataclasses import asdict, dataclass, field

from benchmarks.link.profiles import Profile

PACKET = 65_536


@dataclass(slots=True)
class Carried:
    """What one way of a link did, in packets and bytes of IP."""

    sent_packets: int = 0
    sent_bytes: int = 0
    lost_packets: int = 0
    queue_drops: int = 0
    outage_drops: int = 0


@dataclass(slots=True)
class Way:
    """One direction: packets leave at the rate of the link, in order, and arrive later or never.

    Times are seconds on one clock that only grows; the caller gives them, so that tests need not wait.
    """

    profile: Profile
    bits_per_second: float
    chance: random.Random
    began: float
    carried: Carried = field(default_factory=Carried)
    _free_at: float = 0.0
    _last_arrival: float = 0.0
    _count: int = 0
    _flying: list[tuple[float, int, bytes]] = field(default_factory=list)

    def take(self, packet: bytes, now: float) -> None:
        """Send a packet off, or lose it."""
        profile = self.profile
        if profile.is_out(now - self.began):
            self.carried.outage_drops += 1
            return
        begins = max(now, self._free_at)
        if begins - now > profile.queue:
            self.carried.queue_drops += 1
            return
        self._free_at = begins + len(packet) * 8 / self.bits_per_second
        self.carried.sent_packets += 1
        self.carried.sent_bytes += len(packet)
        if self.chance.random() < profile.loss:
            self.carried.lost_packets += 1
            return
        arrival = self._free_at + profile.round_trip / 2 + self.chance.random() * profile.jitter
        self._last_arrival = max(arrival, self._last_arrival)
        self._count += 1
        heapq.heappush(self._flying, (self._last_arrival, self._count, packet))

    def due(self, now: float) -> list[bytes]:
        """Return the packets that have arrived by now, in order."""
        arrived = []
        while self._flying and self._flying[0][0] <= now:
            moment, _, packet = heapq.heappop(self._flying)
            if self.profile.is_out(moment - self.began):
                self.carried.outage_drops += 1  # It was in the air when the link went away.
            else:
                arrived.append(packet)
        return arrived

    def next_arrival(self) -> float | None:
        """Return when the next packet arrives, None if none is on its way."""
        return self._flying[0][0] if self._flying else None


def carry(laptop: int, server: int, profile: Profile, *, seed: int) -> dict[str, Carried]:
    """Carry packets between two TUN devices until standard input ends; return what each way carried.

    Args:
        laptop: Descriptor of the laptop's TUN device, not blocking.
        server: Descriptor of the server's.
        profile: What the link is like.
        seed: Of the losses and delays.
    """
    began = time.monotonic()
    up = Way(profile, profile.up, random.Random(seed), began)  # noqa: S311 - weather, not secrets
    down = Way(profile, profile.down, random.Random(seed + 1), began)  # noqa: S311
    ways = {laptop: (up, server), server: (down, laptop)}
    with selectors.DefaultSelector() as selector:
        for descriptor in (laptop, server, sys.stdin.fileno()):
            selector.register(descriptor, selectors.EVENT_READ)
        while True:
            arrivals = [moment for way, _ in ways.values() if (moment := way.next_arrival()) is not None]
            wait = max(0.0, min(arrivals) - time.monotonic()) if arrivals else None
            for key, _ in selector.select(wait):
                if key.fd == sys.stdin.fileno():
                    if not os.read(key.fd, 1):
                        return {"up": up.carried, "down": down.carried}
                    continue
                _take_all(key.fd, ways[key.fd][0])
            for way, target in ways.values():
                for packet in way.due(time.monotonic()):
                    try:
                        os.write(target, packet)
                    except (
                        OSError
                    ):  # The end has gone, or takes nothing more just now: as any modem, drop it.
                        way.carried.queue_drops += 1


def _take_all(descriptor: int, way: Way) -> None:
    while True:
        try:
            packet = os.read(descriptor, PACKET)
        except BlockingIOError:
            return
        way.take(packet, time.monotonic())


def main(arguments: list[str]) -> None:
    """Carry between the descriptors named, as the profile given as JSON says."""
    laptop, server, seed = (int(text) for text in arguments[:3])
    for descriptor in (laptop, server):
        os.set_blocking(descriptor, False)
    carried = carry(laptop, server, Profile(**json.loads(arguments[3])), seed=seed)
    print(json.dumps({name: asdict(way) for name, way in carried.items()}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
