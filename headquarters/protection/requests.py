"""Gives each request an id, each answer its headers, and the log and the figures one line of it."""

import logging
import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headquarters.ids import random_id
from headquarters.protection.logs import request_id

_LOG = logging.getLogger(__name__)

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TRANSPORT_SECURITY = ("Strict-Transport-Security", "max-age=31536000")
"""Sent where the request came over TLS; browsers then never ask without."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What is noted of an answered request.

    Attributes:
        method: Of HTTP.
        route: The pattern of its address, without what stood in it.
        status: Of the answer; 499 if the other side went away before.
        seconds: From its first byte to the last of the answer.
        received: Bytes of its body.
        sent: Bytes of the answer's body.
    """

    method: str
    route: str
    status: int
    seconds: float
    received: int
    sent: int


class RequestLog:
    """Middleware around everything else.

    Args:
        app: What answers.
        notice: Told of each answered request, for the figures.
        answer_bug: Makes, and notes, the answer to what nothing else has answered.
    """

    def __init__(
        self,
        app: ASGIApp,
        notice: Callable[[Answered], None],
        answer_bug: Callable[[Exception], ASGIApp],
    ) -> None:
        self._app = app
        self._notice = notice
        self._answer_bug = answer_bug

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and note what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, number = time.perf_counter(), random_id()[:16]
        token = request_id.set(number)
        seen = _Seen(scope, number)
        try:
            await self._app(scope, seen.receiving(receive), seen.sending(send))
        except ClientDisconnect:  # a cut in the middle of a body: nobody is left to be answered
            seen.status = seen.status if seen.began else 499
        except Exception as error:  # noqa: BLE001 - whatever it is, it is answered, counted and logged here
            if not seen.began:
                await self._answer_bug(error)(scope, receive, seen.sending(send))
        finally:
            answered = Answered(
                method=_known_method(scope["method"]),
                route=route_of(scope),
                status=seen.status,
                seconds=time.perf_counter() - began,
                received=seen.received,
                sent=seen.sent,
            )
            self._notice(answered)
            _write(answered, scope.get("state") or {})
            request_id.reset(token)


class _Seen:
    """What passes by in both directions."""

    def __init__(self, scope: Scope, number: str) -> None:
        self.status = 499
        self.began = False
        self.received = self.sent = 0
        self._headers = {"X-Request-Id": number, **SECURITY_HEADERS}
        if scope.get("scheme") == "https":
            self._headers |= {TRANSPORT_SECURITY[0]: TRANSPORT_SECURITY[1]}
        if scope["path"].startswith("/v1/"):
            self._headers["Cache-Control"] = "no-store"

    def receiving(self, receive: Receive) -> Receive:
        async def counted() -> Message:
            message = await receive()
            self.received += len(message.get("body", b""))
            return message

        return counted

    def sending(self, send: Send) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.status, self.began = message["status"], True
                self._add_headers(message)
            self.sent += len(message.get("body", b""))
            await send(message)

        return counted

    def _add_headers(self, message: MutableMapping[str, Any]) -> None:
        headers = list(message.get("headers", ()))
        there = {name.lower() for name, _value in headers}
        for name, value in self._headers.items():
            if name.lower().encode() not in there:
                headers.append((name.lower().encode(), value.encode()))
        message["headers"] = headers


def route_of(scope: Scope) -> str:
    """Return the pattern of a request's address; one word for all that fit none, so that nobody floods us."""
    route = scope.get("route")
    return str(getattr(route, "path", "none"))


def _known_method(method: str) -> str:
    return method if method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") else "other"


def _write(answered: Answered, state: MutableMapping[str, Any]) -> None:
    level = logging.INFO if answered.status < 500 else logging.WARNING
    _LOG.log(
        level,
        "answered",
        extra={
            "method": answered.method,
            "route": answered.route,
            "status": answered.status,
            "milliseconds": round(answered.seconds * 1000, 1),
            "received": answered.received,
            "sent": answered.sent,
            "device": state.get("device"),
            "code": state.get("error_code"),
        },
    )
