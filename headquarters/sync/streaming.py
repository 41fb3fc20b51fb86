"""The address at which a laptop sends many batches of changes in one stream, see docs/sync.md."""

import logging
from typing import cast

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import have_reply
from engine.sync.wire.positions import Position
from engine.sync.wire.streams import CHANGES, BatchReader
from headquarters.devices.access import Laptop, admitted, rates_of, refuse_if_shut_out, shown_claims
from headquarters.parts import headquarters_of
from headquarters.sync.entries import take
from headquarters.wire import described, refuse_other_types, reply

_LOG = logging.getLogger(__name__)

router = APIRouter(prefix="/v1/sync", tags=["sync"])


@router.post(
    "/stream",
    **described(
        {"type": "string", "format": "binary", "description": "Batches in one zstd frame, see docs/sync.md."},
        kind=CHANGES,
        told={404: "No such stream.", 409: "A gap, or a fork; `have` tells what is here."},
    ),
)
async def stream(request: Request) -> Response:
    """Take batches of changes one after another, each durably as soon as it is whole; answer at the end."""
    claims = shown_claims(request)
    refuse_other_types(request, CHANGES)
    reader, have = BatchReader(), list[Position]()
    parts, laptop = headquarters_of(request), cast("Laptop | None", None)

    def keep(piece: bytes) -> None:
        # Who asks is looked up with the first piece: mostly there is but one, and threads are changed once.
        nonlocal laptop
        just_seen = laptop is None
        if laptop is None:
            laptop = admitted(request, claims)
        for batch in reader.feed(piece):
            # A stream may take hours, and whoever is shut out meanwhile is refused at once.
            if not just_seen:
                refuse_if_shut_out(parts, claims)
            just_seen = False
            have.append(take(parts, laptop, batch))

    with rates_of(request).few_at_once(claims.device):
        try:
            async for piece in request.stream():
                if piece or laptop is None:
                    # As many at once as there are threads; each fills some tens of megabytes at most.
                    await run_in_threadpool(keep, piece)
        except ClientDisconnect:
            _LOG.info("a stream of changes was cut off", extra={"count": len(have)})
    reader.end()
    if not have:
        raise WireError("sync.malformed", "a stream holds no batch")
    return reply(have_reply(have[-1]))
