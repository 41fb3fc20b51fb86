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
from headquarters.review.laptop_settings import settings_of_laptops, wish
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, Pages, see_other
from headquarters.web.words import LANGUAGES, Tongue

router = APIRouter(route_class=PageRoute)

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
    return pages.render(
        request,
        "reading",
        person,
        status=200 if error is None else error.status,
        settings=settings_of_laptops(session, person.team_id),
        laptops=names_of(session, person.team_id),
        text_languages=LANGUAGES,
        shown_value=lambda value: shown_value(tongue, value),
        error=message,
        opened=opened,
    )


def shown_value(tongue: Tongue, value: Value) -> str:
    """Return the value of a setting as people read it."""
    if isinstance(value, bool):
        return tongue.say("yes" if value else "no")
    if isinstance(value, tuple):
        return (
            "، ".join(LANGUAGES.get(each, each) for each in value)
            if tongue.code == "ar"
            else ", ".join(LANGUAGES.get(each, each) for each in value)
        )
    if isinstance(value, str):
        name = f"choice.{value}"
        return tongue.say(name) if tongue.knows(name) else value
    return tongue.number(value)
