"""A team's laptops, packs, settings, erasures and audit log."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from starlette.datastructures import FormData

from headquarters import audit
from headquarters.api.describing import described_router
from headquarters.api.fields import Limit, RecordId
from headquarters.api.shapes import team as shapes
from headquarters.api.shapes.records import Made
from headquarters.audit.answering import exported_log
from headquarters.devices.registry import copies_of, devices_of, revoke
from headquarters.enrolment.invitations import cancel, invitations_of, invite
from headquarters.errors import NoSuchThingError
from headquarters.parts import InTransaction, Parts
from headquarters.people.access import (
    AuditReader,
    DeviceManager,
    DeviceViewer,
    TeamManager,
    person_of_token,
)
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review import erasing, laptop_settings, offering
from headquarters.review.settings import change_settings, settings_of
from headquarters.review.uploading import files_of_pack, received, text_of_field
from headquarters.teams import Team

router = described_router("team")

_LOG: dict[int | str, dict[str, Any]] = {
    200: {"description": "The entries.", "content": {"application/x-ndjson": {"schema": {"type": "string"}}}}
}

_PACK_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "urgent": {"type": "string", "enum": ["yes", "no"]},
                    },
                }
            }
        },
    }
}


@router.get("/devices")
def devices(session: InTransaction, person: DeviceViewer) -> shapes.DeviceList:
    """List the laptops of the team, the longest silent first."""
    return shapes.DeviceList(
        devices=[
            shapes.DeviceShape(
                id=each.id,
                name=each.name,
                library=each.library_id,
                app=each.app,
                former=each.former_id,
                enrolled_at=each.enrolled_at,
                last_seen_at=each.last_seen_at,
                revoked_at=each.revoked_at,
                sent_at=each.sent_at,
                waiting=each.waiting,
                behind=each.behind,
            )
            for each in devices_of(session, person.team_id)
        ]
    )


@router.post("/devices/{device_id}/revocation")
def revocation(
    session: InTransaction,
    parts: Parts,
    person: DeviceManager,
    device_id: RecordId,
    asked: shapes.NewRevocation,
) -> shapes.Revocation:
    """Shut a laptop out, from its next request on, and those that joined by its key unless ``alone``."""
    out = revoke(
        session,
        person.team_id,
        device_id,
        reason=asked.reason,
        actor=person.author,
        clock=parts.clock,
        alone=asked.alone,
    )
    known = {each.id: each for each in devices_of(session, person.team_id)}
    left = [each for each in copies_of(known.values()).get(device_id, ()) if each.revoked_at is None]
    return shapes.Revocation(
        shut_out=[shapes.NamedDevice(id=each, name=known[each].name) for each in out],
        left_in=[shapes.NamedDevice(id=each.id, name=each.name) for each in left],
    )


@router.get("/invitations")
def invitations(session: InTransaction, parts: Parts, person: DeviceManager) -> shapes.InvitationList:
    """List the invitations of the team."""
    return shapes.InvitationList(
        invitations=[
            shapes.InvitationShape(
                id=each.id,
                label=each.label,
                state=each.state,
                created_at=each.created_at,
                expires_at=each.expires_at,
            )
            for each in invitations_of(session, person.team_id, parts.clock.now())
        ]
    )


@router.post("/invitations", status_code=201)
def inviting(
    session: InTransaction, parts: Parts, person: DeviceManager, asked: shapes.NewInvitation
) -> shapes.NewlyInvited:
    """Make an invitation for one laptop."""
    team = session.get(Team, person.team_id)
    assert team is not None
    new_id, made = invite(session, parts, team, label=asked.label, actor=person.author)
    return shapes.NewlyInvited(id=new_id, invitation=made.encode(), fingerprint=made.fingerprint)


@router.delete("/invitations/{invitation_id}", status_code=204)
def cancelling(
    session: InTransaction, parts: Parts, person: DeviceManager, invitation_id: RecordId
) -> Response:
    """Cancel an invitation that nobody used yet."""
    cancel(session, parts, person.team_id, invitation_id, actor=person.author)
    return Response(status_code=204)


@router.get("/packs")
def packs(session: InTransaction, person: DeviceViewer) -> shapes.OfferList:
    """List the packs that are offered, and how far each laptop is."""
    found = []
    for offer in offering.offers_of(session, person.team_id):
        laptops = offering.progress(session, offer)
        states = {each.device.id: each.state for each in laptops}
        reasons = {each.device.id: each.reason for each in laptops if each.reason}
        found.append(shapes.OfferShape.of(offer, states, reasons))
    return shapes.OfferList(packs=found)


async def _pack(request: Request, parts: Parts) -> AsyncIterator[tuple[Person, FormData]]:
    """Give an admin and what they upload; who asks is known before the first byte of it is read."""
    with parts.database.transaction() as session:
        person = person_of_token(request, session, parts)
        person.require(Right.MANAGE_TEAM)
    async with received(request) as form:
        yield person, form


@router.post("/packs", status_code=201, openapi_extra=_PACK_FORM)
def offering_pack(parts: Parts, sent: Annotated[tuple[Person, FormData], Depends(_pack)]) -> Made:
    """Offer a pack to all laptops of the team: send all files of its folder, as ``files``."""
    person, form = sent
    urgent = text_of_field(form, "urgent").lower() in ("yes", "true", "1", "on")
    with files_of_pack(form) as found, parts.database.transaction() as session:
        offer = offering.offer_pack(session, parts.blobs, person, found, urgent=urgent, now=parts.clock.now())
    return Made(id=offer.id)


@router.delete("/packs/{offer_id}", status_code=204)
def withdrawing(session: InTransaction, parts: Parts, person: TeamManager, offer_id: RecordId) -> Response:
    """Offer a pack no longer."""
    offering.withdraw(session, person, offer_id, now=parts.clock.now())
    return Response(status_code=204)


@router.get("/erasures")
def erasures(session: InTransaction, person: AuditReader) -> shapes.ErasureList:
    """List what was asked to be erased, and whether the laptops confirmed it."""
    rows = erasing.erasures_of(session, person.team_id)
    return shapes.ErasureList(erasures=[shapes.ErasureShape.of(row) for row in rows])


@router.get("/settings")
def settings(session: InTransaction, person: TeamManager) -> shapes.SettingsShape:
    """Return how long the team keeps what."""
    kept = settings_of(session, person.team_id)
    return shapes.SettingsShape(
        keep_removed_days=kept.keep_removed_days, keep_records_days=kept.keep_records_days
    )


@router.put("/settings")
def changing_settings(
    session: InTransaction, person: TeamManager, asked: shapes.SettingsShape
) -> shapes.SettingsShape:
    """Say how long the team keeps what."""
    change_settings(
        session,
        person,
        keep_removed_days=asked.keep_removed_days,
        keep_records_days=asked.keep_records_days,
    )
    return asked


@router.get("/laptop-settings")
def settings_of_laptops(session: InTransaction, person: TeamManager) -> shapes.LaptopSettingList:
    """List the settings of laptops that headquarters may set, and how far each laptop is with them."""
    found = laptop_settings.settings_of_laptops(session, person.team_id)
    return shapes.LaptopSettingList(settings=[shapes.LaptopSettingShape.of(each) for each in found])


@router.put("/laptop-settings/{name}", status_code=202)
def wishing(
    session: InTransaction, parts: Parts, person: TeamManager, name: RecordId, asked: shapes.NewWish
) -> shapes.LaptopSettingShape:
    """Ask laptops to take a setting: all of the team, or one."""
    laptop_settings.wish(session, person, name, asked.value, library_id=asked.library, now=parts.clock.now())
    found = laptop_settings.settings_of_laptops(session, person.team_id)
    return next(shapes.LaptopSettingShape.of(each) for each in found if each.declaration.name == name)


@router.get("/audit")
def audit_log(
    session: InTransaction,
    person: AuditReader,
    before: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None,
    limit: Limit = 100,
) -> shapes.AuditShape:
    """Return what was done in the team, the latest first."""
    return shapes.AuditShape.of(audit.entries(session, team_id=person.team_id, before=before, limit=limit))


@router.get("/audit/verification")
def verification(session: InTransaction, person: AuditReader) -> shapes.Verification:
    """Compute the whole chain anew, of all teams, and tell whether it holds."""
    del person
    count, faults = audit.verify(session)
    return shapes.Verification(
        entries=count,
        whole=not faults,
        faults=[{"number": fault.number, "kind": fault.kind} for fault in faults],
    )


@router.get(
    "/audit/export",
    response_class=Response,
    responses={
        200: {
            "description": "The entries.",
            "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
        }
    },
)
def audit_export(parts: Parts, person: AuditReader) -> StreamingResponse:
    """Export the team's part of the audit log, one JSON object a row."""
    return exported_log(parts, person)


@router.get("/devices/{device_id}")
def device(session: InTransaction, person: DeviceViewer, device_id: RecordId) -> shapes.DeviceShape:
    """Return one laptop."""
    for each in devices(session, person).devices:
        if each.id == device_id:
            return each
    raise NoSuchThingError("There is no such device in this team.", remedy="Look at the list of devices.")
