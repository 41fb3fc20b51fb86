"""Drives many laptops at a rate that is fixed beforehand, and notes each answer.

Visits begin when the plan says, whether headquarters is slow or not; each visit's first request counts from
the moment at which it should have been sent. A server that stalls is so seen to stall, and not merely asked
less. How late requests were sent is told beside: that may also be this program's own doing.
"""

import asyncio
import math
import time
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.fleet.connection import Answer, Connection
from benchmarks.fleet.laptop import Visit
from benchmarks.fleet.plan import Joined, Plan
from engine.progress import SILENT, Progress
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import HelloReply, have_of
from engine.sync.wire.positions import Position
from engine.sync.wire.receipts import SignedReceipt
from engine.sync.wire.streams import CHANGES

TOGETHER = 400
"""Visits under way at once at most; what is due beyond waits, and the wait counts."""
PATHS = ("/v1/sync/hello", "/v1/sync/stream", "/v1/sync/receipt")
_JSON, _STREAM = "content-type: application/json\r\n", f"content-type: {CHANGES}\r\n"


class WrongAnswerError(Exception):
    """Headquarters said something that cannot be."""


def _times() -> dict[str, "array[float]"]:
    return {path: array("d") for path in PATHS}


@dataclass(slots=True)
class Measured:
    """What a run saw.

    Attributes:
        seconds: For each kind of request how long each took, from when it was due.
        served: The same, from when it was sent.
        late: How long after its moment each visit's first request was sent.
        statuses: How many answers of each status; ``0`` where there was none.
        visits: How many were finished.
        failures: Why others were not, and how often.
        records: Pages that headquarters has acknowledged.
        entries: Changes that headquarters has acknowledged.
        sent_bytes: Bytes of all bodies that were sent.
        most_together: Visits that were under way at the same time.
    """

    seconds: dict[str, "array[float]"] = field(default_factory=_times)
    served: dict[str, "array[float]"] = field(default_factory=_times)
    late: "array[float]" = field(default_factory=lambda: array("d"))
    statuses: Counter[int] = field(default_factory=Counter)
    visits: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    records: int = 0
    entries: int = 0
    sent_bytes: int = 0
    most_together: int = 0

    @property
    def requests(self) -> int:
        """How many requests were answered."""
        return sum(map(len, self.seconds.values()))


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast visits begin.

    Attributes:
        per_second: Visits a second, once it is up to speed.
        ramp: Seconds in which it comes up to speed; not measured.
        hold: Seconds for which it is held.
    """

    per_second: float
    ramp: float
    hold: float

    @property
    def warming(self) -> int:
        """Visits that begin while it comes up to speed."""
        return round(self.per_second * self.ramp / 2)

    @property
    def total(self) -> int:
        """All visits."""
        return self.warming + round(self.per_second * self.hold)

    def due(self, number: int) -> float:
        """Return when a visit begins, in seconds from the first."""
        if number < self.warming:
            return self.ramp * math.sqrt(number / self.warming)
        return (self.ramp if self.warming else 0.0) + (number - self.warming) / self.per_second


class Fleet:
    """Laptops, each with what it sends; each visit comes on a connection of its own, as a laptop's does."""

    def __init__(self, port: int, plan: Plan, joined: Sequence[Joined], headquarters_key: bytes) -> None:
        """Let laptops speak to the server at a port of this computer.

        Args:
            port: Where it listens.
            plan: What is sent.
            joined: The laptops, as headquarters knows them.
            headquarters_key: What receipts are verified with.
        """
        self._port = port
        self._plan = plan
        self._joined = joined
        self._key = headquarters_key
        self._gate = asyncio.Semaphore(TOGETHER)
        self._together = 0
        self._done = array("l", bytes(array("l").itemsize * plan.laptops))
        """For each laptop: of how many of its visits headquarters has the changes."""
        self._turns = [asyncio.Lock() for _ in range(plan.laptops)]

    async def begin(
        self, pace: Pace, numbers: range, began: float, measured: Measured, progress: Progress = SILENT
    ) -> None:
        """Have visits begin when they are due, and wait until the last of them ended.

        Args:
            pace: When they are due.
            numbers: Which of the plan's.
            began: The moment of the plan's first visit, of ``time.monotonic``.
            measured: Takes what is seen.
            progress: Told how far it is.
        """
        async with asyncio.TaskGroup() as group:
            for number in numbers:
                due = began + pace.due(number)
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                group.create_task(self._come_by(number, due, measured))
                if number % 50 == 0:
                    progress.update(done=number + 1, total=pace.total, label="visits begun")

    async def _come_by(self, number: int, due: float, measured: Measured) -> None:
        laptop = number % self._plan.laptops
        # A laptop that is not done with its last visit comes later, and is late.
        async with self._turns[laptop], self._gate:
            self._together += 1
            measured.most_together = max(measured.most_together, self._together)
            try:
                await self._visit(number, due, measured)
            except (OSError, TimeoutError) as error:
                measured.statuses[0] += 1
                measured.failures[f"{type(error).__name__}: {error}"[:200]] += 1
            except (WireError, WrongAnswerError) as error:
                measured.failures[f"{type(error).__name__}: {error}"[:200]] += 1
            else:
                measured.visits += 1
            finally:
                self._together -= 1

    async def _visit(self, number: int, due: float, measured: Measured) -> None:
        laptop, turn = number % self._plan.laptops, number // self._plan.laptops
        visit = self._plan.visit(number)
        authority = f"authorization: Bearer {self._joined[laptop].access}\r\n"
        connection = await Connection.open("127.0.0.1", self._port)
        try:
            began = time.monotonic()
            measured.late.append(began - due)
            answer = await connection.post(PATHS[0], visit.hello, authority + _JSON)
            _note(measured, PATHS[0], began, due, answer, visit.hello)
            have = HelloReply.decode(answer.body).have
            for each in self._missing(laptop, turn, visit, have):
                began = time.monotonic()
                answer = await connection.post(PATHS[1], each.changes, authority + _STREAM)
                _note(measured, PATHS[1], began, began, answer, each.changes)
                if have_of(answer.body) != each.end:
                    raise WrongAnswerError("headquarters has not what was sent")
                self._done[laptop] += 1
                measured.records += each.pages
                measured.entries += each.end.seq - each.after.seq
            began = time.monotonic()
            answer = await connection.post(PATHS[2], visit.receipt, authority + _JSON)
            _note(measured, PATHS[2], began, began, answer, visit.receipt)
            receipt = SignedReceipt.decode(answer.body).verify(self._key)
            if receipt.position != visit.end:
                raise WrongAnswerError("the receipt is for something else")
        finally:
            connection.close()

    def _missing(self, laptop: int, turn: int, visit: Visit, have: Position) -> list[Visit]:
        """Return what headquarters does not have yet: more than this visit's, where an earlier one failed."""
        if have == visit.after:
            self._done[laptop] = turn
            return [visit]
        earlier = [self._plan.visit(each * self._plan.laptops + laptop) for each in range(turn)]
        missing = [each for each in (*earlier, visit) if each.end.seq > have.seq]
        if have != visit.end and (not missing or missing[0].after != have):
            raise WrongAnswerError(f"headquarters has up to {have.seq}, where no visit ended")
        self._done[laptop] = turn + 1 - len(missing)
        return missing

    def acknowledged(self) -> int:
        """Return how many changes headquarters has acknowledged of all laptops, from the first visit on."""
        total = 0
        for laptop, visits in enumerate(self._done):
            if visits:
                total += self._plan.visit((visits - 1) * self._plan.laptops + laptop).end.seq
        return total


def _note(measured: Measured, path: str, began: float, due: float, answer: Answer, body: bytes) -> None:
    now = time.monotonic()
    measured.seconds[path].append(now - due)
    measured.served[path].append(now - began)
    measured.statuses[answer.status] += 1
    measured.sent_bytes += len(body)
    if not 200 <= answer.status < 300:
        raise WrongAnswerError(f"{path} was answered with {answer.status}")
