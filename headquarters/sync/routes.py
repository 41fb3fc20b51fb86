"""Addresses at which a laptop says hello, sends its changes, and asks for a receipt."""

from fastapi import APIRouter, Response

from engine.sync.wire.entries import Batch
from engine.sync.wire.errors import refusing
from engine.sync.wire.hello import Hello, have_reply
from headquarters.devices.calls import BatchRoute, Call, CallRoute
from headquarters.sync.entries import take
from headquarters.sync.greeting import greet
from headquarters.wire import HASH, ID, POSITION, WHOLE, ZSTD, an_object, described, reply

router = APIRouter(prefix="/v1/sync", tags=["sync"], route_class=CallRoute)
batches = APIRouter(prefix="/v1/sync", tags=["sync"], route_class=BatchRoute)

_CHECKPOINTS = {
    "type": "array",
    "maxItems": 80,
    "items": {"type": "array", "prefixItems": [WHOLE, HASH], "minItems": 2, "maxItems": 2},
}


@router.post(
    "/hello",
    **described(
        an_object(
            protocols={"type": "array", "items": WHOLE, "maxItems": 20},
            app={"type": "string", "maxLength": 200},
            library=ID,
            device_id=ID,
            epoch=WHOLE,
            tip=POSITION,
            checkpoints=_CHECKPOINTS,
            down=POSITION,
            down_checkpoints=_CHECKPOINTS,
        )
    ),
)
def hello(call: Call) -> Response:
    """Tell a laptop what headquarters has of its log, and from where both go on."""
    return reply(greet(call.parts, call.laptop, Hello.decode(call.body)).encode())


@batches.post(
    "/changes",
    **described(
        {"type": "string", "format": "binary", "description": "One zstd frame of NDJSON, see docs/sync.md."},
        kind=ZSTD,
        told={404: "No such stream.", 409: "A gap, or a fork; `have` tells what is here."},
    ),
)
def changes(call: Call) -> Response:
    """Take a batch of changes: all of it or nothing, durably before the answer."""
    with refusing("sync.malformed"):
        batch = Batch.from_lines(call.body)
    return reply(have_reply(take(call.parts, call.laptop, batch)))
