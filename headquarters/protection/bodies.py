"""Bounds what is sent: no body grows beyond what its address takes, stands still for long, or trickles.

It looks at bytes as they arrive, before anything is expanded or understood, so that neither a lie about
the length nor a sender that never ends costs more than its bound.
"""

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headquarters.protection.answers import ClosingError, answer

DEFAULT_BYTES = 1 << 20
LEAST_RATE = 1000
"""Bytes a second that whoever takes an answer must manage; GPRS manages five times as many."""
LEAST_SENT = 50
"""Bytes a second that whoever sends a body must manage on the whole, breaks of the link and all; else a few
computers that send a letter a minute could hold all connections for weeks."""


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """What one kind of address takes.

    Attributes:
        path: Regular expression of the whole path.
        most: Bytes.
        code: With which a longer body is refused; a row of the table of errors of the wire.
    """

    path: re.Pattern[str]
    most: int
    code: str = "request.too-large"


class BodyGuard:
    """Middleware that bounds bodies.

    Args:
        app: What is guarded.
        limits: The first that fits counts; without any, one megabyte.
        stall_seconds: What brings nothing, or takes nothing of an answer, for so long is ended.
    """

    def __init__(self, app: ASGIApp, limits: Sequence[BodyLimit], stall_seconds: float) -> None:
        self._app = app
        self._limits = limits
        self._stall_seconds = stall_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, its body bounded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, code = self._limit(scope["path"])
        stated = dict(scope["headers"]).get(b"content-length", b"0")
        if not stated.isdigit() or len(stated) > 18 or int(stated) > most:
            await answer(ClosingError(code))(scope, receive, send)
            return
        taken, whole, began = 0, False, time.monotonic()

        async def bounded() -> Message:
            nonlocal taken, whole
            if whole:
                return await receive()  # only to hear that the other side has gone
            try:
                async with asyncio.timeout(self._stall_seconds):
                    message = await receive()
            except TimeoutError:
                raise ClosingError("request.stalled") from None
            taken += len(message.get("body", b""))
            if time.monotonic() - began > 2 * self._stall_seconds + taken / LEAST_SENT:
                raise ClosingError("request.stalled")
            whole = not message.get("more_body", False)
            if taken > most:
                raise ClosingError(code)
            return message

        async def patient(message: Message) -> None:
            # Whoever takes nothing of an answer for long is gone, or pretends.
            length = len(message.get("body", b""))
            async with asyncio.timeout(self._stall_seconds + length / LEAST_RATE):
                await send(message)

        await self._app(scope, bounded, patient)

    def _limit(self, path: str) -> tuple[int, str]:
        found = next((limit for limit in self._limits if limit.path.fullmatch(path)), None)
        return (DEFAULT_BYTES, "request.too-large") if found is None else (found.most, found.code)
