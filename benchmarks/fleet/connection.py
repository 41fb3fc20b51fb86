"""One connection of a laptop to headquarters, as cheap as it can be: HTTP/1.1 over a socket, parsed in C.

A client made for people's programs costs several times what the server takes for the same request; beside
the server on one computer, it would be what is measured.
"""

import asyncio
from dataclasses import dataclass
from typing import Self

import httptools

PATIENCE = 60.0
"""Seconds until an answer is given up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


class Connection(asyncio.Protocol):
    """A connection on which one request after another is sent."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Answer] | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._parts: list[bytes] = []

    @classmethod
    async def open(cls, host: str, port: int) -> Self:
        """Connect; raises OSError or TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            _transport, connection = await asyncio.get_running_loop().create_connection(cls, host, port)
        return connection

    async def post(self, path: str, body: bytes, head: str) -> Answer:
        """Send a request and return its answer; raises OSError or TimeoutError if there is none.

        Args:
            path: Where to.
            body: Of the request.
            head: Further header lines, each with its line break.
        """
        assert self._transport is not None
        if self._transport.is_closing():
            raise ConnectionResetError("headquarters closed the connection")
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(
            f"POST {path} HTTP/1.1\r\nhost: hq\r\n{head}content-length: {len(body)}\r\n\r\n".encode() + body
        )
        async with asyncio.timeout(PATIENCE):
            return await self._waiting

    def close(self) -> None:
        """End the connection."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by asyncio."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Called by asyncio."""
        self._parser.feed_data(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by asyncio."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("headquarters closed the connection"))

    def on_message_begin(self) -> None:
        """Called by the parser."""
        self._parts = []

    def on_body(self, body: bytes) -> None:
        """Called by the parser."""
        self._parts.append(body)

    def on_message_complete(self) -> None:
        """Called by the parser."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(Answer(self._parser.get_status_code(), b"".join(self._parts)))
