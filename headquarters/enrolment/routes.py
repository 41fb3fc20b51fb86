"""The address at which a laptop joins."""

from fastapi import APIRouter, Depends, Response

from engine.sync.wire.enrolment import EnrolRequest
from headquarters.devices.access import stranger
from headquarters.enrolment.joining import join
from headquarters.parts import Parts
from headquarters.wire import ID, JsonBody, an_object, described, reply

router = APIRouter(prefix="/v1", tags=["enrolment"], dependencies=[Depends(stranger)])

_TEXT = {"type": "string", "maxLength": 200}
_KEY = {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"}


@router.post(
    "/enrol",
    status_code=201,
    **described(
        an_object(code=_TEXT, library_id=ID, device_id=ID, device_name=_TEXT, public_key=_KEY, app=_TEXT),
        told={409: "The code, the key or the library is taken.", 410: "The invitation has expired."},
    ),
)
def enrol(parts: Parts, body: JsonBody) -> Response:
    """Let a laptop join a team with the code of an invitation, which is good once."""
    return reply(join(parts, EnrolRequest.decode(body)).encode(), status=201)
