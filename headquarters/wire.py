"""Joins the messages of the wire with HTTP: takes bodies as bytes, gives replies, and describes both.

The messages read themselves, strictly (``engine.sync.wire``); nothing here understands them.
"""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from headquarters.errors import WrongTypeError

JSON = "application/json"
ZSTD = "application/zstd"

HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
ID = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$"}
WHOLE = {"type": "integer", "minimum": 0}
POSITION = {
    "type": "object",
    "properties": {"seq": WHOLE, "hash": HASH},
    "required": ["seq", "hash"],
}
ERROR = {
    "type": "object",
    "properties": {
        "code": {"type": "string"},
        "message": {"type": "string"},
        "remedy": {"type": "string"},
    },
    "required": ["code", "message", "remedy"],
}
"""Schemas of what messages are made of, for the description of the addresses (OpenAPI)."""


def refuse_other_types(request: Request, *taken: str) -> str:
    """Return the type of a body; raises WrongTypeError unless it is taken and not encoded further."""
    stated = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if stated not in taken or encoding != "identity":
        raise WrongTypeError(
            "Headquarters does not take a body of this type here.",
            remedy=f"Send it as {' or '.join(taken)}.",
        )
    return stated


def _body_of(kind: str) -> Callable[[Request], Coroutine[Any, Any, bytes]]:
    async def body(request: Request) -> bytes:
        refuse_other_types(request, kind)
        return await request.body()

    return body


JsonBody = Annotated[bytes, Depends(_body_of(JSON))]
"""An endpoint's parameter of this type is a whole body of JSON; ``protection.limits`` bounds it."""
ZstdBody = Annotated[bytes, Depends(_body_of(ZSTD))]
"""An endpoint's parameter of this type is a whole compressed body."""


def reply(body: bytes, *, status: int = 200, kind: str = JSON) -> Response:
    """Return a message as an answer."""
    return Response(body, status, media_type=kind)


def described(
    sent: dict[str, Any] | None = None, *, kind: str = JSON, told: dict[int, str] | None = None
) -> dict[str, Any]:
    """Return the arguments of a route that describe it.

    Args:
        sent: Schema of the body; None for none.
        kind: Type of the body.
        told: Status -> when it is answered; for errors, beside those that any address may answer.
    """
    words = {
        400: "It cannot be taken as it is.",
        401: "Nobody has shown who asks.",
        403: "Who asks may not do this, or was shut out.",
        413: "It is too large.",
        422: "It is malformed.",
        429: "Too many requests; Retry-After says when to come again.",
        503: "Busy; Retry-After says when to come again.",
        **(told or {}),
    }
    responses: dict[int | str, dict[str, Any]] = {
        status: {"description": text, "content": {JSON: {"schema": ERROR}}}
        if status >= 400
        else {"description": text}
        for status, text in words.items()
    }
    arguments: dict[str, Any] = {"responses": responses}
    if sent is not None:
        arguments["openapi_extra"] = {"requestBody": {"required": True, "content": {kind: {"schema": sent}}}}
    return arguments


def an_object(**properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has all of these."""
    return {"type": "object", "properties": properties, "required": sorted(properties)}
