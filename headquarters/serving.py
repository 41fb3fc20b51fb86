"""Serves an application over HTTP, and ends connections that only pretend to speak.

TLS is the business of the proxy in front (see docs/headquarters.md), or of the certificate that is named
when the server is started.
"""

import asyncio
import signal
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from headquarters.settings import HeadquartersSettings

HEADER_SECONDS = 20.0
"""So long may the head of a request take; it is a few hundred bytes, on any link a matter of seconds."""
IDLE_SECONDS = 75
"""So long a connection stays open for the next request: on a thin link a new one costs two round trips."""
CONNECTIONS = 2000
"""Requests and open connections at the same time; further ones are told to come again."""


class ImpatientProtocol(HttpToolsProtocol):
    """Ends connections on which the head of a request does not come to its end."""

    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a first request."""
        super().connection_made(transport)
        self._wait_for_head()

    def on_message_begin(self) -> None:
        """Begin to wait for the end of a request's head."""
        self._wait_for_head()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Wait no longer; what follows is watched as a body."""
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        self._stop_waiting()
        self._head_timer = self.loop.call_later(HEADER_SECONDS, self._end)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _end(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def run_until_stopped(server: uvicorn.Server) -> None:
    """Run a server until somebody stops it, by Ctrl+C or as systems stop services; then return.

    Without this the signal would end the process at once, and nothing that is open would be closed.
    """

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        server.run()
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)


def server_of(
    app: FastAPI,
    settings: HeadquartersSettings,
    *,
    certificate: Path | None = None,
    key: Path | None = None,
    protocol: type[HttpToolsProtocol] = ImpatientProtocol,
) -> uvicorn.Server:
    """Return a server that is ready to run.

    Args:
        app: What it serves.
        settings: Where it listens, and which proxies it believes.
        certificate: For TLS, as a PEM file; None where a proxy in front speaks it.
        key: Of the certificate.
        protocol: How it speaks.
    """
    tls: dict[str, Any] = {}
    if certificate is not None:
        tls = {"ssl_certfile": str(certificate), "ssl_keyfile": None if key is None else str(key)}
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=protocol,
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=30,
        **tls,
    )
    return uvicorn.Server(config)
