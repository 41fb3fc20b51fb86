"""What laptops ask for again and again, answered in one go: who asks is looked up and answered in one thread.

An endpoint whose dependencies are resolved one after another changes threads for each of them, which costs
more than what many of them do. Hello, changes and receipts come by the thousand, so they are answered thus.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any

import zstandard
from anyio import CapacityLimiter
from fastapi import Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from engine.sync.wire.entries import MOST_PLAIN_BYTES
from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import inflated
from headquarters.devices.access import Laptop, admitted, shown_claims
from headquarters.devices.permissions import Claims
from headquarters.parts import Headquarters, headquarters_of
from headquarters.wire import json_body, zstd_body

LARGE_AT_ONCE = 4
"""Large batches that are expanded in memory at the same time: one can hold 64 megabytes."""
SMALL_BYTES = 1 << 20
"""A batch that says that it expands to no more than this waits for no other, and may not expand to more."""


@dataclass(frozen=True, slots=True)
class DeviceCall:
    """A request of a laptop that may ask.

    Attributes:
        parts: Of the headquarters.
        laptop: Which asks.
        body: Of the request, whole and expanded.
        request: The rest of it.
    """

    parts: Headquarters
    laptop: Laptop
    body: bytes
    request: Request


def _never() -> DeviceCall:
    """Stand for what the route itself gives; nothing resolves it."""
    raise RuntimeError("an endpoint that takes a call needs a route that gives one")


Call = Annotated[DeviceCall, Depends(_never)]
"""The one parameter of an endpoint of a :class:`CallRoute`."""


class CallRoute(APIRoute):
    """Answers calls of laptops with JSON bodies; the endpoint takes a :data:`Call` and nothing else."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""

        async def handle(request: Request) -> Response:
            claims = shown_claims(request)  # first: a stranger's body is not even read
            body = await json_body(request)
            return await run_in_threadpool(_answer, self.endpoint, request, claims, body)

        return handle


class BatchRoute(APIRoute):
    """Answers calls with compressed bodies that may grow large, few at a time."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        few = CapacityLimiter(LARGE_AT_ONCE)

        async def handle(request: Request) -> Response:
            claims = shown_claims(request)
            body = await zstd_body(request)
            size = _stated_size(body)
            if size <= SMALL_BYTES:
                return await run_in_threadpool(_answer_packed, self.endpoint, request, claims, body, size)
            async with few:
                return await run_in_threadpool(_answer_packed, self.endpoint, request, claims, body, size)

        return handle


def _stated_size(body: bytes) -> int:
    """Return how much a zstd frame says that it expands to; the most that is taken where it does not say."""
    try:
        size = zstandard.frame_content_size(body)
    except zstandard.ZstdError:
        size = -1
    return size if 0 <= size <= MOST_PLAIN_BYTES else MOST_PLAIN_BYTES


def _answer_packed(
    endpoint: Callable[[DeviceCall], Response], request: Request, claims: Claims, body: bytes, most: int
) -> Response:
    laptop = admitted(request, claims)
    with refusing("sync.malformed"):
        plain = inflated(body, most=most)
    return endpoint(DeviceCall(headquarters_of(request), laptop, plain, request))


def _answer(
    endpoint: Callable[[DeviceCall], Response], request: Request, claims: Claims, body: bytes
) -> Response:
    laptop = admitted(request, claims)
    return endpoint(DeviceCall(headquarters_of(request), laptop, body, request))
