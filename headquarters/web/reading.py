"""The page on which headquarters says how laptops should read, and sees which of them do."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from sqlalchemy.orm import Session

from engine.settings import Value
from headquarters.api.fields import RecordId
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.devices.registry import names_of
from headquarters.errors import HeadquartersError
from headquarters.parts import InTransaction, Parts
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review.laptop_settings import LaptopSettingError, settings_of_laptops, wish
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, Pages, see_other
from headquarters.web.words import LANGUAGES, Tongue

router = APIRouter(route_class=PageRoute)

SHARES = frozenset({"reading.doubt_threshold"})
"""Settings that are a share of 1, which people know as per cent."""

Typed = Annotated[str, Form(max_length=200, pattern=WITHOUT_NUL)]


@router.get("/laptops/settings")
def settings_page(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """Show what laptops are asked to take, and which of them did."""
    return _page(request, session, pages, person)


@router.post("/laptops/settings/{name}")
def wishing(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    name: RecordId,
    value: Annotated[list[Typed] | None, Form(max_length=20)] = None,
    library: Typed = "",
) -> Response:
    """Ask laptops to take a setting."""
    text = ",".join(value or ())
    try:
        text = _share(text) if name in SHARES else text
        wish(session, person, name, text, library_id=library or None, now=parts.clock.now())
    except HeadquartersError as error:
        return _page(request, session, pages, person, error=error, opened=name)
    return see_other(f"/laptops/settings#{name}", "wished")


def _page(
    request: Request,
    session: Session,
    pages: Pages,
    person: Person,
    *,
    error: HeadquartersError | None = None,
    opened: str = "",
) -> Response:
    person.require(Right.MANAGE_TEAM)
    tongue = pages.tongue(request, person)
    message = ""
    if error is not None:
        name = f"error.{error.code}"
        message = tongue.say(name) if tongue.knows(name) else str(error)
    found = settings_of_laptops(session, person.team_id)
    return pages.render(
        request,
        "reading",
        person,
        status=200 if error is None else error.status,
        # How text is read matters more than how large a file may be.
        settings=sorted(found, key=lambda each: not each.declaration.name.startswith("reading.")),
        shares=SHARES,
        laptops=names_of(session, person.team_id),
        text_languages=LANGUAGES,
        shown_value=lambda name, value: shown_value(tongue, name, value),
        error=message,
        opened=opened,
    )


def shown_value(tongue: Tongue, name: str, value: Value) -> str:
    """Return the value of a setting as people read it."""
    if isinstance(value, bool):
        return tongue.say("yes") if value else tongue.say("no")
    if isinstance(value, tuple):
        return tongue.listed([LANGUAGES.get(each, each) for each in value])
    if isinstance(value, str):
        choice = f"choice.{value}"
        return tongue.say(choice) if tongue.knows(choice) else value
    return tongue.percent(value) if name in SHARES else tongue.number(value)


def _share(typed: str) -> str:
    """Return per cent, as somebody types them, as a share of 1."""
    try:
        return str(int(typed) / 100)
    except ValueError:
        raise LaptopSettingError("This is no number of per cent.", remedy="Type a number.") from None
