"""A link that does to messages what bad links do: it cuts, doubles, delays and reorders them.

It stands between a laptop and headquarters on one computer and understands just enough of HTTP/1.1 to know
where a message begins and ends, so that a fault can fall on every boundary of every kind of message. Who is
killed at a boundary, and what a fault is good for, the caller decides.
"""

import asyncio
import random
import re
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self


class Boundary(StrEnum):
    """Where in the life of a message something happens."""

    BEFORE = "before the request"
    WITHIN = "within the request"
    AFTER = "between request and answer"
    ANSWER = "within the answer"


class Fault(StrEnum):
    """What happens."""

    CUT = "cut"
    KILL_LAPTOP = "laptop killed"
    KILL_SERVER = "server killed"
    TWICE = "delivered twice"
    LATE = "delivered late"


@dataclass(frozen=True, slots=True)
class Rates:
    """How often something happens to a message, as shares of one.

    Attributes:
        cut: The connection is cut at a boundary.
        kill_laptop: The laptop dies at a boundary.
        kill_server: The server dies at a boundary.
        twice: The request is delivered twice, by two connections.
        late: The connection is cut, and the request is delivered some time later nevertheless.
    """

    cut: float = 0.0
    kill_laptop: float = 0.0
    kill_server: float = 0.0
    twice: float = 0.0
    late: float = 0.0


CALM = Rates()
RARE = 8
"""Messages of a kind that were befallen less often are befallen sooner."""
_MOST_HEAD = 64 << 10
_QUIET_TURNS = 5
"""Turns of the loop without any task, after which nothing begins any more."""
_HASH = re.compile(r"[0-9a-f]{64}")


class FaultyLink:
    """Relays HTTP/1.1 to a port of this computer, in a thread of its own."""

    def __init__(self, target: int, *, seed: str, kill: Callable[[Fault], None]) -> None:
        """Prepare; entering opens it.

        Args:
            target: The port that it leads to.
            seed: For what happens when.
            kill: Called in its thread with ``KILL_LAPTOP`` or ``KILL_SERVER``, to do it at once.
        """
        self.port = 0
        self.rates = CALM
        self.seen: Counter[tuple[str, str, str]] = Counter()
        """(message, fault, boundary) -> how often."""
        self._target = target
        self._chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._kill = kill
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="faulty link", daemon=True)
        self._ready: Future[int] = Future()
        self._ended = asyncio.Event()
        self._deliveries: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Self:
        """Open it, and know its port."""
        self._thread.start()
        self.port = self._ready.result(timeout=30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(timeout=30)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._relay, "127.0.0.1", 0, limit=_MOST_HEAD)
        self._ready.set_result(server.sockets[0].getsockname()[1])
        await self._ended.wait()
        server.close()
        # Again and again: a connection that was just accepted begins only now. Accepting itself is left to
        # come to its end, for a socket would be lost with it.
        quiet = 0
        while quiet < _QUIET_TURNS:
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                if "_accept_connection" not in repr(task.get_coro()):
                    task.cancel()
            if tasks:
                await asyncio.wait(tasks)
            quiet = 0 if tasks else quiet + 1
            await asyncio.sleep(0)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there: _Wire | None = None
        # Held, for the loop holds no task: once its client has gone, one that waits would be destroyed.
        task = asyncio.current_task()
        assert task is not None
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)
        try:
            while True:
                request = await _read_message(reader)
                if there is None:
                    there = await _Wire.open(self._target)
                if not await self._carry(request, there, writer):
                    return
        except (OSError, asyncio.IncompleteReadError, ValueError):
            return  # One of both ends has gone: so goes the other.
        finally:
            writer.transport.abort()
            if there is not None:
                there.abort()

    async def _carry(self, request: "_Message", there: "_Wire", writer: asyncio.StreamWriter) -> bool:
        """Carry one message and its answer; return whether the connection still stands."""
        fault = self._fault(request.name)
        if fault is None:
            await self._answer(await there.ask(request), writer)
            return True
        boundary = self._boundary(request.name, fault)
        if fault is Fault.TWICE:
            boundary = Boundary.BEFORE
            await self._deliver(request, 0.0)
        if fault is Fault.LATE:
            boundary = Boundary.BEFORE
            self._later(request, self._chance.uniform(0.05, 1.5))
        self.seen[request.name, fault, boundary] += 1
        if fault is Fault.TWICE:
            await self._answer(await there.ask(request), writer)
            return True
        await self._break(fault, boundary, request, there, writer)
        return False

    async def _break(
        self, fault: Fault, boundary: Boundary, request: "_Message", there: "_Wire",
        writer: asyncio.StreamWriter,
    ) -> None:  # fmt: skip
        """Carry a message up to a boundary, and let the fault fall there."""
        data = request.data
        if boundary is Boundary.BEFORE:
            data = b""
        elif boundary is Boundary.WITHIN:
            data = data[: self._chance.randrange(1, len(data))]
        await there.send(data)
        if boundary in (Boundary.BEFORE, Boundary.WITHIN) or fault is Fault.KILL_SERVER:
            # A server is killed while it works on the request, sooner or later.
            await asyncio.sleep(self._chance.random() ** 2 * 0.05)
        if boundary in (Boundary.AFTER, Boundary.ANSWER) and fault is not Fault.KILL_SERVER:
            answer = await there.answer(request)
            if boundary is Boundary.ANSWER:
                writer.write(answer.data[: self._chance.randrange(1, len(answer.data))])
                await writer.drain()
        if fault in (Fault.KILL_LAPTOP, Fault.KILL_SERVER):
            self._kill(fault)

    async def _answer(self, answer: "_Message", writer: asyncio.StreamWriter) -> None:
        writer.write(answer.data)
        await writer.drain()

    def _boundary(self, message: str, fault: Fault) -> Boundary:
        """Return one of those boundaries where this has befallen such messages least often."""
        counts = {boundary: self.seen[message, fault, boundary] for boundary in Boundary}
        least = min(counts.values())
        return self._chance.choice([boundary for boundary, count in counts.items() if count == least])

    def _fault(self, message: str) -> Fault | None:
        rates, point = self.rates, self._chance.random()
        # Every session begins with the same few messages; those that come late in one are rare.
        befallen = sum(count for (name, _, _), count in self.seen.items() if name == message)
        point *= 0.4 if befallen < RARE else 1.5
        for fault, share in (
            (Fault.CUT, rates.cut),
            (Fault.KILL_LAPTOP, rates.kill_laptop),
            (Fault.KILL_SERVER, rates.kill_server),
            (Fault.TWICE, rates.twice),
            (Fault.LATE, rates.late),
        ):
            if point < share:
                return fault
            point -= share
        return None

    def _later(self, request: "_Message", seconds: float) -> None:
        task = asyncio.ensure_future(self._deliver(request, seconds))
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def _deliver(self, request: "_Message", seconds: float) -> None:
        """Deliver a message on a connection of its own; nobody hears the answer."""
        await asyncio.sleep(seconds)
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            there = await _Wire.open(self._target)
            try:
                await there.ask(request)
            finally:
                there.abort()


@dataclass(frozen=True, slots=True)
class _Message:
    """A request or an answer, whole, as it travels."""

    head: bytes
    body: bytes

    @property
    def data(self) -> bytes:
        return self.head + self.body

    @property
    def method(self) -> bytes:
        return self.head.split(b" ", 1)[0]

    @property
    def name(self) -> str:
        """What kind of message it is: its method and its address, without what differs each time."""
        method, address, _ = self.head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
        return f"{method} {_HASH.sub('SHA256', address.partition('?')[0])}"


class _Wire:
    """A connection to headquarters."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=_MOST_HEAD))

    async def send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def answer(self, request: _Message) -> _Message:
        return await _read_message(self._reader, bodiless=request.method == b"HEAD")

    async def ask(self, request: _Message) -> _Message:
        await self.send(request.data)
        return await self.answer(request)

    def abort(self) -> None:
        self._writer.transport.abort()


async def _read_message(reader: asyncio.StreamReader, *, bodiless: bool = False) -> _Message:
    """Read one message to its end; raises IncompleteReadError where the connection ends before."""
    head = await reader.readuntil(b"\r\n\r\n")
    fields = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])
    }
    if bodiless or re.match(rb"HTTP/1\.1 (1..|204|304)", head):
        return _Message(head, b"")
    if fields.get(b"transfer-encoding", b"").lower() == b"chunked":
        return _Message(head, await _read_chunks(reader))
    return _Message(head, await reader.readexactly(int(fields.get(b"content-length", b"0"))))


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    pieces = []
    while True:
        size = await reader.readuntil(b"\r\n")
        piece = await reader.readexactly(int(size.split(b";")[0], 16) + 2)
        pieces += [size, piece]
        if int(size.split(b";")[0], 16) == 0:
            return b"".join(pieces)
