"""A copy of a library goes on as a device of its own, vouched for by its former key.

The former device stays as it is: the other copy may be the true one.
"""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from engine.sync.wire.enrolment import EnrolReply, RekeyRequest
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import from_base64, to_base64
from headquarters import audit
from headquarters.devices.registry import living_device, name_of_its_own
from headquarters.devices.tables import Device
from headquarters.ids import random_id
from headquarters.parts import Headquarters


def rekey(headquarters: Headquarters, request: RekeyRequest) -> EnrolReply:
    """Return the device under which a copy goes on; the same request again gets the same answer.

    Raises:
        WireError: ``auth.refused``, ``device.unknown``, ``device.revoked``, ``device.key-taken`` or
            ``forbidden``.
    """
    try:
        with headquarters.database.transaction() as session:
            return _rekeyed(session, headquarters, request)
    except IntegrityError:  # The same key, at the same moment, by another request.
        with headquarters.database.transaction() as session:
            return _rekeyed(session, headquarters, request)


def _rekeyed(session: Session, headquarters: Headquarters, request: RekeyRequest) -> EnrolReply:
    # Held, or whoever is shut out at this moment could vouch for another yet.
    former = living_device(session, request.former, hold=True)
    if not request.is_by(from_base64(former.public_key), hq=headquarters.identity.hq_id):
        raise WireError("auth.refused", "the signature does not hold")
    if former.library_id != request.library_id:
        raise WireError("forbidden", "another library")
    public_key = to_base64(request.public_key)
    there = session.scalar(select(Device).where(Device.public_key == public_key))
    if there is not None:
        if there.former_id != former.id or there.library_device != request.device_id:
            raise WireError("device.key-taken")
        return EnrolReply(living_device(session, there.id).id, there.team_id)
    now = headquarters.clock.now()
    device = Device(
        id=random_id(),
        team_id=former.team_id,
        library_id=former.library_id,
        library_device=request.device_id,
        epoch=request.epoch,
        name=name_of_its_own(session, former.team_id, former.name),
        app=former.app,
        public_key=public_key,
        enrolled_at=now,
        former_id=former.id,
        last_seen_at=now,
        revoked_at=None,
        revoked_reason=None,
        stream_id=None,
        tip_seq=0,
        down_seq=former.down_seq,
    )
    session.add(device)
    session.flush()
    audit.record(
        session,
        team_id=device.team_id,
        actor=f"device:{former.id}",
        action="device.rekeyed",
        subject=device.id,
    )
    return EnrolReply(device.id, device.team_id)
