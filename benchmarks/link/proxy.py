"""A thin link for one computer: a relay of TCP that is slow, and that goes away when it is told to.

It carries bytes and not packets, so it shows how a program bears a bad link, and measures nothing; for that
there is the rig. It runs wherever Python does.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from types import TracebackType
from typing import Self

_PIECE = 2048


class ThinLink:
    """Relays connections to a port of this computer, in a thread of its own."""

    def __init__(
        self,
        target: int,
        *,
        bytes_per_second: float,
        delay: float,
        cut_after: int | None = None,
        cut_seconds: float = 3.0,
        told: Callable[[str], None] = lambda _event: None,
    ) -> None:
        """Prepare; entering opens it.

        Args:
            target: The port that it leads to.
            bytes_per_second: Each way.
            delay: Seconds one way.
            cut_after: Bytes upwards after which it goes away, once; None for never.
            cut_seconds: For how long.
            told: Called with ``cut`` and ``back``, in its thread.
        """
        self.port = 0
        self._target = target
        self._rate = bytes_per_second
        self._delay = delay
        self._cut_after = cut_after
        self._cut_seconds = cut_seconds
        self._told = told
        self._carried = 0
        self._away = False
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="thin link", daemon=True)
        self._ready: Future[int] = Future()
        self._ended = asyncio.Event()

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
        server = await asyncio.start_server(self._relay, "127.0.0.1", 0)
        self._ready.set_result(server.sockets[0].getsockname()[1])
        await self._ended.wait()
        server.close()
        self._drop_all()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._away:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, back}
        try:
            await asyncio.gather(
                self._carry(reader, back, upwards=True), self._carry(there, writer, upwards=False)
            )
        finally:
            self._open -= {writer, back}
            for each in (writer, back):
                each.transport.abort()

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, upwards: bool
    ) -> None:
        with suppress(OSError):
            while piece := await reader.read(_PIECE):
                await asyncio.sleep(self._delay if len(piece) < _PIECE else 0)
                await asyncio.sleep(len(piece) / self._rate)
                if upwards:
                    self._carried += len(piece)
                    if self._cut_after is not None and self._carried >= self._cut_after:
                        self._cut_after = None
                        self._go_away()
                        return
                writer.write(piece)
                await writer.drain()
            writer.write_eof()

    def _go_away(self) -> None:
        self._away = True
        self._told("cut")
        self._drop_all()
        self._loop.call_later(self._cut_seconds, self._come_back)

    def _come_back(self) -> None:
        self._away = False
        self._told("back")

    def _drop_all(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()
