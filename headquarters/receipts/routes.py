"""The address at which a laptop asks for a receipt."""

from fastapi import APIRouter, Response

from engine.sync.wire.receipts import ReceiptRequest
from headquarters.devices.calls import Call, CallRoute
from headquarters.receipts.giving import receipt_for
from headquarters.wire import HASH, ID, WHOLE, an_object, described, reply_to

router = APIRouter(prefix="/v1/sync", tags=["sync"], route_class=CallRoute)


@router.post(
    "/receipt",
    **described(
        an_object(stream=ID, seq=WHOLE, blobs={"type": "array", "items": HASH, "maxItems": 20_000}),
        told={404: "No such stream.", 409: "Not all of it is here; `have` tells what is."},
    ),
)
def receipt(call: Call) -> Response:
    """Sign for what is here of the laptop's changes and files, and how far the backup reaches."""
    asked = ReceiptRequest.decode(call.body)
    with call.parts.database.looking() as session:
        signed = receipt_for(session, call.parts, call.laptop, asked)
    return reply_to(call.request, signed.encode())
