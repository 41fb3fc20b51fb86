"""What processes take of this computer: processor time and memory, each kind apart."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psutil


@dataclass(frozen=True, slots=True)
class Processor:
    """Seconds of processor that were used so far.

    Attributes:
        server: By headquarters' own process.
        postgres: By PostgreSQL, those of its processes that ended among it.
        laptops: By this process, which is the laptops.
    """

    server: float
    postgres: float
    laptops: float

    def __sub__(self, before: Self) -> "Processor":
        return Processor(
            self.server - before.server, self.postgres - before.postgres, self.laptops - before.laptops
        )

    @property
    def total(self) -> float:
        """Of all together."""
        return self.server + self.postgres + self.laptops


@dataclass
class Memory:
    """The most that was seen, in bytes; what processes share is counted with each that has it in use.

    Attributes:
        server: Of headquarters' own process.
        laptops: Of this process.
        samples: The server's, second by second.
    """

    server: int = 0
    laptops: int = 0
    samples: list[int] = field(default_factory=list)


class Usage:
    """Looks at a headquarters with an embedded PostgreSQL."""

    def __init__(self, server: int, postgres_folder: Path) -> None:
        """Find the processes; ``server`` is the id of headquarters' own."""
        self._server = psutil.Process(server)
        lines = (postgres_folder / "postmaster.pid").read_text(encoding="utf-8").split()
        self._postmaster = psutil.Process(int(lines[0]))

    def processor(self) -> Processor:
        """Return what was used so far."""
        times = self._server.cpu_times()
        own = self._postmaster.cpu_times()
        # Processes that ended have handed their times up to the one that began them.
        postgres = own.user + own.system + own.children_user + own.children_system
        for each in self._postmaster.children(recursive=True):
            try:
                used = each.cpu_times()
            except psutil.NoSuchProcess:
                continue
            postgres += used.user + used.system
        return Processor(times.user + times.system, postgres, time.process_time())

    def postgres_memory(self) -> int:
        """Return what PostgreSQL's processes have for themselves, and what they share, once."""
        processes = [self._postmaster, *self._postmaster.children(recursive=True)]
        return sum(each.memory_full_info().pss for each in processes if each.is_running())

    @contextmanager
    def watched(self) -> Iterator[Memory]:
        """Look at memory every second while the block lasts."""
        seen, ended = Memory(), threading.Event()
        me = psutil.Process()

        def look() -> None:
            while True:
                seen.samples.append(self._server.memory_info().rss)
                seen.server = max(seen.server, seen.samples[-1])
                seen.laptops = max(seen.laptops, me.memory_info().rss)
                if ended.wait(1.0):
                    return

        thread = threading.Thread(target=look, name="memory")
        thread.start()
        try:
            yield seen
        finally:
            ended.set()
            thread.join()
