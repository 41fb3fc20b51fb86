"""The address at which a laptop sends many batches of changes in one stream, see docs/sync.md."""

import logging

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import have_reply
from engine.sync.wire.positions import Position
from engine.sync.wire.streams import CHANGES, BatchReader
from headquarters.devices.access import ThisLaptop
from headquarters.parts import Parts
from headquarters.sync.entries import take
from headquarters.wire import described, refuse_other_types, reply

router = APIRouter(prefix="/v1/sync", tags=["sync"])
_LOG = logging.getLogger(__name__)


@router.post(
    "/stream",
    **described(
        {"type": "string", "format": "binary", "description": "Batches in one zstd frame, see docs/sync.md."},
        kind=CHANGES,
        told={404: "No such stream.", 409: "A gap, or a fork; `have` tells what is here."},
    ),
)
async def stream(parts: Parts, laptop: ThisLaptop, request: Request) -> Response:
    """Take batches of changes one after another, each durably as soon as it is whole; answer at the end."""
    refuse_other_types(request, CHANGES)
    reader, have = BatchReader(), list[Position]()

    def keep(piece: bytes) -> None:
        for batch in reader.feed(piece):
            have.append(take(parts, laptop, batch))

    try:
        async for piece in request.stream():
            await run_in_threadpool(keep, piece)
    except ClientDisconnect:
        _LOG.info("a stream of changes was cut off", extra={"count": len(have)})
    reader.end()
    if not have:
        raise WireError("sync.malformed", "a stream holds no batch")
    return reply(have_reply(have[-1]))
