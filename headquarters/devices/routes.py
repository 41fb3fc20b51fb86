"""Addresses at which a device shows who it is."""

from contextlib import suppress
from dataclasses import replace

from fastapi import APIRouter, Depends, Request, Response

from engine.sync.wire.enrolment import DeviceRequest, RefreshRequest, RekeyRequest, TokenRequest
from engine.sync.wire.errors import WireError
from headquarters.devices.access import Tokens, admitted, stranger
from headquarters.devices.permissions import new_challenge, permit, renew
from headquarters.devices.rekeying import rekey
from headquarters.parts import Parts
from headquarters.sync.greeting import greet
from headquarters.wire import HASH, ID, WHOLE, JsonBody, an_object, described, reply, reply_to

router = APIRouter(prefix="/v1", tags=["devices"], dependencies=[Depends(stranger)])

_TEXT = {"type": "string"}
_KEY = {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"}
_SIGNATURE = {"type": "string", "pattern": "^[A-Za-z0-9_-]{86}$"}


@router.post("/auth/challenge", **described(an_object(device=ID), told={404: "There is no such device."}))
def challenge(parts: Parts, body: JsonBody) -> Response:
    """Give a device something to sign."""
    asked = DeviceRequest.decode(body)
    with parts.database.transaction() as session:
        given = new_challenge(session, asked.device, parts.clock)
    return reply(given.encode())


@router.post(
    "/auth/token",
    **described(
        an_object(device=ID, challenge=HASH, signature=_SIGNATURE) | {"additionalProperties": True},
        told={404: "There is no such device."},
    ),
)
def token(request: Request, parts: Parts, tokens: Tokens, body: JsonBody) -> Response:
    """Give a permission for a signed challenge; a `hello` that comes along is answered in the same go."""
    asked = TokenRequest.decode(body)
    given = permit(parts, tokens, asked)
    if asked.hello is not None:
        # Where that is refused, the laptop says it again by itself, and is told why.
        with suppress(WireError):
            laptop = admitted(request, tokens.read(given.access))
            given = replace(given, hello=greet(parts, laptop, asked.hello))
    return reply_to(request, given.encode())


@router.post("/auth/refresh", **described(an_object(refresh=_TEXT)))
def refresh(parts: Parts, tokens: Tokens, body: JsonBody) -> Response:
    """Give the next permission; what renews it is good once."""
    return reply(renew(parts, tokens, RefreshRequest.decode(body).refresh).encode())


@router.post(
    "/devices/rekey",
    status_code=201,
    **described(
        an_object(former=ID, library_id=ID, device_id=ID, epoch=WHOLE, public_key=_KEY, signature=_SIGNATURE),
        told={404: "There is no such device.", 409: "Another device has this key."},
    ),
)
def rekey_device(parts: Parts, body: JsonBody) -> Response:
    """Have a copy of a library go on as a device of its own."""
    return reply(rekey(parts, RekeyRequest.decode(body)).encode(), status=201)
