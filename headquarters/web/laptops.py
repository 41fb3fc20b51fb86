"""Pages of laptops and packs: who is silent, who lags behind, invitations, and what is rolled out."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from markupsafe import Markup
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from engine.sync.wire.invitation import Invitation
from headquarters.api.fields import RecordId
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.devices.registry import DeviceFacts, copies_of, devices_of, revoke
from headquarters.enrolment.invitations import cancel, invitations_of, invite
from headquarters.enrolment.pictures import qr_svg
from headquarters.errors import HeadquartersError
from headquarters.parts import InTransaction, Parts
from headquarters.people.roles import Right
from headquarters.people.sessions import Person, check_form
from headquarters.records.listing import unknown_changes
from headquarters.records.tables import Document
from headquarters.review import offering
from headquarters.review.pack_roots import newest_root
from headquarters.review.tables import PackOffer
from headquarters.review.uploading import files_of_pack, received, text_of_field
from headquarters.sync.tables import Stream
from headquarters.teams import Team
from headquarters.web.access import Renderer, Sender, Viewer, from_our_page, viewer
from headquarters.web.pages import NEVER_STORED, PageRoute, see_other

router = APIRouter(route_class=PageRoute)

Short = Annotated[str, Form(max_length=200, pattern=WITHOUT_NUL)]
Reason = Annotated[str, Form(max_length=500, pattern=WITHOUT_NUL)]


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A laptop that is shut out, for those who have just done it.

    Attributes:
        device: Which.
        along: Those that joined by its key and are shut out as well, since then.
        left: Those that joined by its key and were left in.
    """

    device: DeviceFacts
    along: list[DeviceFacts]
    left: list[DeviceFacts]


@router.get("/laptops")
def laptops(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Viewer,
    quiet: Annotated[int, Query(ge=0, le=365)] = 0,
    out: Annotated[str, Query(max_length=128, pattern=WITHOUT_NUL)] = "",
) -> Response:
    """List the laptops of the team; with ``quiet`` those that sent no work for so many days.

    With ``out`` it is told who is shut out along with that laptop, and who was left in.
    """
    person.require(Right.SEE_DEVICES)
    devices = devices_of(session, person.team_id)
    shut_out, copies = _shut_out(devices, out), copies_of(devices)
    if quiet:
        since = parts.clock.now() - timedelta(days=quiet)
        within = [each for each in devices if each.revoked_at is None]
        devices = [each for each in within if (each.sent_at or each.enrolled_at) <= since]
    open_conflicts = {
        row.library_id: int(row.open or 0)
        for row in session.execute(
            select(Document.library_id, func.sum(Document.open_conflicts).label("open"))
            .where(Document.team_id == person.team_id)
            .group_by(Document.library_id)
        )
    }
    branches = {
        row.library_id: row.reason
        for row in session.execute(
            select(Stream.library_id, Stream.reason).where(
                Stream.team_id == person.team_id, Stream.parent_id.is_not(None)
            )
        )
    }
    invited = (
        invitations_of(session, person.team_id, parts.clock.now()) if person.may(Right.MANAGE_DEVICES) else []
    )
    return pages.render(
        request,
        "laptops",
        person,
        devices=devices,
        quiet=quiet,
        shut_out=shut_out,
        copies={former: [each for each in came if not each.revoked_at] for former, came in copies.items()},
        conflicts=open_conflicts,
        branches=branches,
        unknown=unknown_changes(session, person.team_id),
        invitations=[each for each in invited if each.state == "open"],
        silent_hours=parts.settings.silent_hours,
    )


@router.post("/laptops/invite")
def inviting(
    request: Request, session: InTransaction, parts: Parts, pages: Renderer, person: Sender, label: Short = ""
) -> Response:
    """Make an invitation and show it, this once."""
    person.require(Right.MANAGE_DEVICES)
    team = session.get(Team, person.team_id)
    assert team is not None
    _, made = invite(session, parts, team, label=label, actor=person.author)
    return pages.render(
        request,
        "invitation",
        person,
        label=label,
        team=team,
        text=made.encode(),
        picture=Markup(qr_svg(made).decode()),  # noqa: S704 - drawn by us from our own code
        fingerprint=made.fingerprint,
        expires=made.expires,
    )


@router.post("/laptops/invitation-file")
def invitation_file(person: Sender, text: Annotated[str, Form(max_length=20_000)] = "") -> Response:
    """Give an invitation out as the file that laptops open; the page that shows it brings it along."""
    person.require(Right.MANAGE_DEVICES)
    made = Invitation.decode(text)
    headers = {"Content-Disposition": 'attachment; filename="invitation.sanduku-team"', **NEVER_STORED}
    return Response(made.encode(), media_type="application/octet-stream", headers=headers)


@router.post("/invitations/{invitation_id}/cancel")
def cancelling(session: InTransaction, parts: Parts, person: Sender, invitation_id: RecordId) -> Response:
    """Cancel an invitation."""
    person.require(Right.MANAGE_DEVICES)
    cancel(session, parts, person.team_id, invitation_id, actor=person.author)
    return see_other("/laptops", "cancelled")


@router.post("/laptops/{device_id}/revoke")
def revoking(
    session: InTransaction,
    parts: Parts,
    person: Sender,
    device_id: RecordId,
    reason: Reason = "",
    alone: Short = "",
) -> Response:
    """Shut a laptop out, and those that joined by its key unless they are to be left in."""
    person.require(Right.MANAGE_DEVICES)
    revoke(
        session,
        person.team_id,
        device_id,
        reason=reason,
        actor=person.author,
        clock=parts.clock,
        alone=alone == "yes",
    )
    return see_other(f"/laptops?out={quote(device_id, safe='')}")


@router.get("/packs")
def packs(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """List the packs that are offered, and how far each laptop is."""
    person.require(Right.SEE_DEVICES)
    root = newest_root(session, person.team_id)
    return pages.render(request, "packs", person, offers=_offers(session, person), root=root, error="")


async def _pack(request: Request, parts: Parts) -> AsyncIterator[tuple[Person, FormData]]:
    """Give an admin and what they upload; who it is is known before the first byte of it is read."""
    with parts.database.transaction() as session:
        person = viewer(request, session, parts)
        person.require(Right.MANAGE_TEAM)
    from_our_page(request)
    async with received(request) as form:
        check_form(person, text_of_field(form, "csrf"))
        yield person, form


@router.post("/packs")
def offering_pack(
    request: Request,
    parts: Parts,
    pages: Renderer,
    sent: Annotated[tuple[Person, FormData], Depends(_pack)],
) -> Response:
    """Offer a pack to all laptops of the team."""
    person, form = sent
    urgent = bool(text_of_field(form, "urgent"))
    try:
        with files_of_pack(form) as found, parts.database.transaction() as session:
            offering.offer_pack(session, parts.blobs, person, found, urgent=urgent, now=parts.clock.now())
    except HeadquartersError as error:
        with parts.database.transaction() as session:
            offers, root = _offers(session, person), newest_root(session, person.team_id)
            return pages.render(
                request, "packs", person, status=error.status, offers=offers, root=root, error=str(error)
            )
    return see_other("/packs", "offered")


@router.post("/packs/{offer_id}/withdraw")
def withdrawing(session: InTransaction, parts: Parts, person: Sender, offer_id: RecordId) -> Response:
    """Offer a pack no longer."""
    offering.withdraw(session, person, offer_id, now=parts.clock.now())
    return see_other("/packs", "withdrawn")


def _offers(session: Session, person: Person) -> list[tuple[PackOffer, list[offering.OfferProgress]]]:
    return [
        (offer, offering.progress(session, offer)) for offer in offering.offers_of(session, person.team_id)
    ]


def _shut_out(devices: Collection[DeviceFacts], device_id: str) -> ShutOut | None:
    device = next((each for each in devices if each.id == device_id), None)
    if device is None or device.revoked_at is None:
        return None
    came = copies_of(devices).get(device_id, [])
    return ShutOut(
        device,
        # Those that were shut out earlier have nothing to do with it.
        along=[each for each in came if each.revoked_at and each.revoked_at >= device.revoked_at],
        left=[each for each in came if each.revoked_at is None],
    )
