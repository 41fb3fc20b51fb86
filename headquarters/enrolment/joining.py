"""A laptop joins a team with the code of an invitation, once; it may ask again if the answer was lost."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from engine.canonical import GENESIS
from engine.sync.wire.enrolment import EnrolReply, EnrolRequest
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import to_base64
from headquarters import audit
from headquarters.clock import Clock
from headquarters.devices.permissions import new_challenge
from headquarters.devices.registry import living_device, name_of_its_own, plain_name
from headquarters.devices.tables import Device
from headquarters.enrolment.invitations import hash_of
from headquarters.enrolment.tables import InvitationRow
from headquarters.ids import random_id
from headquarters.parts import Headquarters
from headquarters.review.laptop_settings import tell_newcomer
from headquarters.review.offering import offer_all
from headquarters.teams import Library


def join(headquarters: Headquarters, request: EnrolRequest) -> EnrolReply:
    """Let a laptop join; the same request again gets the same answer, with another challenge.

    Raises:
        WireError: ``enrol.code-unknown``, ``enrol.code-used``, ``enrol.code-expired``,
            ``enrol.library-taken``, ``device.key-taken`` or ``device.revoked``.
    """
    try:
        with headquarters.database.transaction() as session:
            return _joined(session, headquarters.clock, request)
    except IntegrityError:  # Another invitation brought the same key at the same moment.
        raise WireError("device.key-taken") from None


def _joined(session: Session, clock: Clock, request: EnrolRequest) -> EnrolReply:
    invitation = session.scalar(
        select(InvitationRow).where(InvitationRow.code_hash == hash_of(request.code)).with_for_update()
    )
    if invitation is None or invitation.cancelled_at is not None:
        raise WireError("enrol.code-unknown")
    public_key = to_base64(request.public_key)
    if invitation.device_id is not None:
        device = living_device(session, invitation.device_id)
        if device.public_key != public_key or device.library_id != request.library_id:
            raise WireError("enrol.code-used")
        return _reply(session, clock, device)
    if invitation.expires_at < clock.now():
        raise WireError("enrol.code-expired")
    if session.scalar(select(Device.id).where(Device.public_key == public_key)) is not None:
        raise WireError("device.key-taken")
    _refuse_library_of_others(session, request.library_id, invitation.team_id)
    return _enrolled(session, clock, invitation, request, public_key)


def _refuse_library_of_others(session: Session, library_id: str, team_id: str) -> None:
    elsewhere = session.scalar(
        select(Device.id)
        .where(Device.library_id == library_id, Device.team_id != team_id, Device.revoked_at.is_(None))
        .limit(1)
    )
    if elsewhere is not None:
        raise WireError("enrol.library-taken")


def _enrolled(
    session: Session, clock: Clock, invitation: InvitationRow, request: EnrolRequest, public_key: str
) -> EnrolReply:
    now, team_id = clock.now(), invitation.team_id
    session.execute(
        insert(Library)
        .values(
            team_id=team_id,
            library_id=request.library_id,
            created_at=now,
            down_seq=0,
            down_hash=GENESIS,
            has_wishes=False,
        )
        .on_conflict_do_nothing()
    )
    device = Device(
        id=random_id(),
        team_id=team_id,
        library_id=request.library_id,
        library_device=request.device_id,
        epoch=1,
        name=name_of_its_own(session, team_id, plain_name(request.device_name)),
        app=plain_name(request.app),
        public_key=public_key,
        enrolled_at=now,
        former_id=None,
        last_seen_at=now,
        revoked_at=None,
        revoked_reason=None,
        stream_id=None,
        tip_seq=0,
        down_seq=0,
    )
    session.add(device)
    session.flush()
    invitation.device_id = device.id
    offer_all(session, team_id, request.library_id)
    tell_newcomer(session, team_id, request.library_id, now=now)
    audit.record(
        session,
        team_id=team_id,
        actor=f"device:{device.id}",
        action="device.enrolled",
        subject=device.id,
        details={"invitation": invitation.id},
    )
    return _reply(session, clock, device)


def _reply(session: Session, clock: Clock, device: Device) -> EnrolReply:
    """Return what a device is called, with something to sign, so that it need not come by for that."""
    return EnrolReply(device.id, device.team_id, challenge=new_challenge(session, device.id, clock).challenge)
