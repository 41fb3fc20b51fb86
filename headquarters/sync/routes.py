"""Addresses at which a laptop says hello, sends its changes, and asks for a receipt."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from engine.sync.wire.entries import Batch
from engine.sync.wire.hello import Hello, have_reply
from headquarters.devices.access import ThisLaptop
from headquarters.parts import Parts
from headquarters.sync.entries import take
from headquarters.sync.greeting import greet
from headquarters.wire import HASH, ID, POSITION, WHOLE, ZSTD, JsonBody, ZstdBody, an_object, described, reply

router = APIRouter(prefix="/v1/sync", tags=["sync"])

BATCHES_AT_ONCE = 4
"""Batches that are expanded in memory at the same time: one can hold 64 megabytes."""

_CHECKPOINTS = {
    "type": "array",
    "maxItems": 80,
    "items": {"type": "array", "prefixItems": [WHOLE, HASH], "minItems": 2, "maxItems": 2},
}


def _batch(body: ZstdBody) -> Iterator[Batch]:
    yield Batch.decode(body)


ReadBatch = Annotated[Batch, Depends(_batch, scope="function", max_concurrency=BATCHES_AT_ONCE)]


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
def hello(parts: Parts, laptop: ThisLaptop, body: JsonBody) -> Response:
    """Tell a laptop what headquarters has of its log, and from where both go on."""
    return reply(greet(parts, laptop, Hello.decode(body)).encode())


@router.post(
    "/changes",
    **described(
        {"type": "string", "format": "binary", "description": "One zstd frame of NDJSON, see docs/sync.md."},
        kind=ZSTD,
        told={404: "No such stream.", 409: "A gap, or a fork; `have` tells what is here."},
    ),
)
def changes(parts: Parts, laptop: ThisLaptop, batch: ReadBatch) -> Response:
    """Take a batch of changes: all of it or nothing, durably before the answer."""
    return reply(have_reply(take(parts, laptop, batch)))
