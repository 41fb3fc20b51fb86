"""Pages of a team: export, erasures, the audit log, and how long what is kept."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from sqlalchemy import func, select

from headquarters import audit
from headquarters.api.fields import Word, wanted_records
from headquarters.audit.answering import exported_log
from headquarters.audit.tables import AuditRow
from headquarters.devices.registry import names_of
from headquarters.errors import MalformedRequestError
from headquarters.export.answering import exported
from headquarters.export.files import FORMATS
from headquarters.parts import InTransaction, Parts
from headquarters.people.roles import Right
from headquarters.records.listing import Shelf
from headquarters.review import erasing
from headquarters.review.settings import MOST_DAYS, change_settings, settings_of
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, see_other
from headquarters.web.words import LANGUAGES

router = APIRouter(route_class=PageRoute)


@router.get("/export")
def export_page(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """Show what can be exported."""
    person.require(Right.EXPORT_RECORDS)
    return pages.render(
        request,
        "export",
        person,
        formats=list(FORMATS),
        shelves=[shelf for shelf in Shelf if shelf is not Shelf.TRASH],
        text_languages=LANGUAGES,
        laptops=names_of(session, person.team_id),
    )


@router.get("/export/file")
def export_file(
    parts: Parts,
    person: Viewer,
    format: Annotated[str, Query(max_length=20)] = "csv",  # noqa: A002 - the parameter's name
    shelf: Shelf = Shelf.ALL,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
) -> Response:
    """Give an export out."""
    return exported(parts, person, format, wanted_records(shelf, library, language, tag, case))


@router.get("/erasures")
def erasures(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """List what was asked to be erased, and whether the laptops confirmed it."""
    person.require(Right.READ_AUDIT)
    return pages.render(
        request,
        "erasures",
        person,
        erasures=erasing.erasures_of(session, person.team_id),
        laptops=names_of(session, person.team_id),
    )


@router.get("/audit")
def audit_page(
    request: Request,
    session: InTransaction,
    pages: Renderer,
    person: Viewer,
    before: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None,
    verify: Annotated[str, Query(max_length=3)] = "",
) -> Response:
    """Show what was done in the team, and whether the log is whole if that is asked."""
    person.require(Right.READ_AUDIT)
    entries = audit.entries(session, team_id=person.team_id, before=before)
    first = session.scalar(select(func.min(AuditRow.number)).where(AuditRow.team_id == person.team_id))
    older = entries[-1].number if entries and entries[-1].number != first else None
    verified = audit.verify(session) if verify else None
    return pages.render(request, "audit", person, entries=entries, older=older, verified=verified)


@router.get("/audit/file")
def audit_file(parts: Parts, person: Viewer) -> Response:
    """Give the audit log out."""
    person.require(Right.READ_AUDIT)
    return exported_log(parts, person)


@router.get("/settings")
def settings_page(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """Show how long what is kept."""
    person.require(Right.MANAGE_TEAM)
    kept = settings_of(session, person.team_id)
    return pages.render(request, "settings", person, kept=kept, most=MOST_DAYS)


@router.post("/settings")
def changing_settings(
    session: InTransaction,
    person: Sender,
    keep_removed_days: Annotated[str, Form(max_length=6)] = "",
    keep_records_days: Annotated[str, Form(max_length=6)] = "",
) -> Response:
    """Say how long what is kept."""
    change_settings(
        session,
        person,
        keep_removed_days=_days(keep_removed_days),
        keep_records_days=_days(keep_records_days) if keep_records_days.strip() else None,
    )
    return see_other("/settings", "saved")


def _days(typed: str) -> int:
    try:
        return int(typed)  # also in Arabic-Indic digits
    except ValueError:
        raise MalformedRequestError("This is no number of days.", remedy="Type a number.") from None
