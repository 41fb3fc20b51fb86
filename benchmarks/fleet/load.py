"""Drives many laptops at a rate that is fixed beforehand, and notes each answer.

Visits begin when the plan says, whether headquarters is slow or not; each request counts from the moment at
which it should have been sent. A server that stalls is so seen to stall, and not merely asked less.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import httpx

from benchmarks.fleet.laptop import Laptop, Send, WrongAnswerError
from engine.progress import SILENT, Progress
from engine.sync.wire.errors import WireError

TOGETHER = 200
"""Visits under way at once at most; what is due beyond waits, and the wait counts."""


@dataclass(slots=True)
class Measured:
    """What a run saw.

    Attributes:
        seconds: For each kind of request how long each took.
        statuses: How many answers of each status; ``0`` where there was none.
        visits: How many were finished.
        failures: Why others were not, and how often.
        records: Pages that headquarters has acknowledged.
        began: When it began, monotonic.
        ended: When the last visit ended.
    """

    seconds: dict[str, list[float]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    visits: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    records: int = 0
    began: float = 0.0
    ended: float = 0.0

    @property
    def requests(self) -> int:
        """How many requests were answered."""
        return sum(len(each) for each in self.seconds.values())

    @property
    def all_seconds(self) -> list[float]:
        """How long each request took, of all kinds."""
        return [each for kind in self.seconds.values() for each in kind]


class Fleet:
    """Laptops, and the connections that they share: as many as there are visits at once."""

    def __init__(self, address: str, laptops: Sequence[Laptop], measured: Measured) -> None:
        """Let laptops speak to the server at an address."""
        self._address = address
        self._laptops = laptops
        self._measured = measured
        self._gate = asyncio.Semaphore(TOGETHER)

    async def join(self, codes: Sequence[str], progress: Progress = SILENT) -> None:
        """Have every laptop use its invitation."""
        async with self._client() as client:
            done = 0

            async def one(laptop: Laptop, code: str) -> None:
                nonlocal done
                async with self._gate:
                    await laptop.join(self._sender(client), code)
                done += 1
                progress.update(done=done, total=len(codes), label="laptops joined")

            pairs = zip(self._laptops, codes, strict=True)
            await asyncio.gather(*(one(laptop, code) for laptop, code in pairs))

    async def hold(
        self, visits_per_second: float, seconds: float, pages: Callable[[], int], progress: Progress = SILENT
    ) -> None:
        """Have laptops visit at a rate, each in its turn, for some time."""
        total = round(visits_per_second * seconds)
        began = time.monotonic()
        self._measured.began = began
        async with self._client() as client, asyncio.TaskGroup() as group:
            for number in range(total):
                due = began + number / visits_per_second
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                laptop = self._laptops[number % len(self._laptops)]
                group.create_task(self._visit(client, laptop, pages(), due))
                progress.update(done=number + 1, total=total, label="visits begun")
        self._measured.ended = time.monotonic()

    async def _visit(self, client: httpx.AsyncClient, laptop: Laptop, pages: int, due: float) -> None:
        measured = self._measured
        async with self._gate:
            before = laptop.sent
            try:
                await laptop.visit(self._sender(client, due), pages)
            except (httpx.HTTPError, WireError, WrongAnswerError) as error:
                measured.failures[f"{type(error).__name__}: {error}"[:200]] += 1
            else:
                measured.visits += 1
            measured.records += laptop.sent - before

    def _sender(self, client: httpx.AsyncClient, due: float | None = None) -> Send:
        first = due

        async def send(method: str, path: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
            nonlocal first
            began, first = first if first is not None else time.monotonic(), None
            type_of_body = {"content-type": "application/json", **headers}
            try:
                answer = await client.request(method, path, content=body, headers=type_of_body)
            except httpx.HTTPError:
                self._measured.statuses[0] += 1
                raise
            self._measured.seconds.setdefault(path, []).append(time.monotonic() - began)
            self._measured.statuses[answer.status_code] += 1
            answer.raise_for_status()
            return answer

        return send

    def _client(self) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=TOGETHER, max_keepalive_connections=TOGETHER)
        return httpx.AsyncClient(base_url=self._address, limits=limits, timeout=60)


def few_pages(seed: int = 1) -> Callable[[], int]:
    """Return what draws how many pages a visit sends: mostly one to three, sometimes a day's work."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return lambda: chance.choice((1, 1, 2, 3)) if chance.random() < 0.97 else 20
