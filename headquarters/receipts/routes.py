"""The address at which a laptop asks for a receipt."""

from fastapi import APIRouter, Request, Response

from engine.sync.wire.receipts import ReceiptRequest
from headquarters.devices.access import ThisLaptop
from headquarters.parts import Looking, Parts
from headquarters.receipts.giving import receipt_for
from headquarters.wire import HASH, ID, WHOLE, JsonBody, an_object, described, reply_to

router = APIRouter(prefix="/v1/sync", tags=["sync"])


@router.post(
    "/receipt",
    **described(
        an_object(stream=ID, seq=WHOLE, blobs={"type": "array", "items": HASH, "maxItems": 20_000}),
        told={404: "No such stream.", 409: "Not all of it is here; `have` tells what is."},
    ),
)
def receipt(parts: Parts, laptop: ThisLaptop, session: Looking, request: Request, body: JsonBody) -> Response:
    """Sign for what is here of the laptop's changes and files, and how far the backup reaches."""
    return reply_to(request, receipt_for(session, parts, laptop, ReceiptRequest.decode(body)).encode())
