"""Joins the messages of the wire with HTTP: takes bodies as bytes, gives replies, and describes both.

The messages read themselves, strictly (``engine.sync.wire``); nothing here understands them.
"""

from typing import Annotated, Any

from fastapi import Depends, Request, Response

from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import deflated, inflated
from headquarters.errors import WrongTypeError

JSON = "application/json"
ZSTD = "application/zstd"
_ZSTD_ENCODING = "zstd"
_MOST_JSON = 4 << 20
_WORTH_IT = 200

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


def refuse_other_types(request: Request, *taken: str, encodings: tuple[str, ...] = ("identity",)) -> str:
    """Return the type of a body; raises WrongTypeError unless it and its encoding are taken."""
    stated = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if stated not in taken or _encoding(request) not in encodings:
        raise WrongTypeError(
            "Headquarters does not take a body of this type here.",
            remedy=f"Send it as {' or '.join(taken)}.",
        )
    return stated


async def json_body(request: Request) -> bytes:
    """Return a whole body of JSON, expanded; raises WrongTypeError or WireError."""
    refuse_other_types(request, JSON, encodings=("identity", _ZSTD_ENCODING))
    body = await request.body()
    if _encoding(request) == "identity":
        return body
    with refusing("request.malformed"):
        return inflated(body, most=_MOST_JSON)


async def zstd_body(request: Request) -> bytes:
    """Return a whole compressed body; raises WrongTypeError."""
    refuse_other_types(request, ZSTD)
    return await request.body()


def _encoding(request: Request) -> str:
    return request.headers.get("content-encoding", "identity").strip().lower()


JsonBody = Annotated[bytes, Depends(json_body)]
"""An endpoint's parameter of this type is a whole body of JSON, expanded; ``protection.limits`` bounds it."""


def reply(body: bytes, *, status: int = 200, kind: str = JSON) -> Response:
    """Return a message as an answer."""
    return Response(body, status, media_type=kind)


def reply_to(request: Request, body: bytes) -> Response:
    """Return a message of JSON as an answer, compressed for whoever takes that and where it is worth it."""
    taken = {each.partition(";")[0].strip() for each in request.headers.get("accept-encoding", "").split(",")}
    if _ZSTD_ENCODING not in taken or len(body) < _WORTH_IT:
        return reply(body)
    headers = {"Content-Encoding": _ZSTD_ENCODING, "Vary": "Accept-Encoding"}
    return Response(deflated(body), 200, headers, JSON)


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
        404: "There is no such thing.",
        408: "The rest of the request did not come in time.",
        413: "It is too large.",
        415: "It is of a type that is not taken here.",
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
