"""Addresses at which a laptop takes what headquarters sends down."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from engine.sync.wire.down import ack_of
from engine.sync.wire.errors import refusing
from engine.sync.wire.positions import Position
from headquarters.devices.access import ThisLaptop
from headquarters.down.log import acknowledge, batch_after
from headquarters.parts import InTransaction, Looking, Parts
from headquarters.wire import HASH, WHOLE, ZSTD, JsonBody, an_object, described, reply

router = APIRouter(prefix="/v1/sync", tags=["sync"])

_NO_PLACE = {409: "Headquarters has no such place; say hello again."}


@router.get("/down", **described(told=_NO_PLACE))
def down(
    parts: Parts,
    laptop: ThisLaptop,
    session: Looking,
    after: Annotated[int, Query(ge=0, lt=1 << 62)],
    at_hash: Annotated[str, Query(alias="hash", pattern="^[0-9a-f]{64}$")],
) -> Response:
    """Send what follows a place of the log that goes down to the laptop's library."""
    with refusing("request.malformed"):
        place = Position(after, at_hash)
    return reply(batch_after(session, parts, laptop, place).encode(), kind=ZSTD)


@router.post("/down/ack", status_code=204, **described(an_object(seq=WHOLE, hash=HASH), told=_NO_PLACE))
def acknowledged(laptop: ThisLaptop, session: InTransaction, body: JsonBody) -> Response:
    """Note that the laptop has applied everything up to a place."""
    acknowledge(session, laptop, ack_of(body))
    return Response(status_code=204)
