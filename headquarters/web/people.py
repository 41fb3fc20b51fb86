"""The page of a team's people."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from headquarters.api.fields import RecordId
from headquarters.api.people import PasswordHasher
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.errors import HeadquartersError, MalformedRequestError
from headquarters.parts import InTransaction, Parts
from headquarters.people import managing
from headquarters.people.roles import Right, Role
from headquarters.people.sessions import Person
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, Pages, see_other

router = APIRouter(route_class=PageRoute)

Short = Annotated[str, Form(max_length=300, pattern=WITHOUT_NUL)]


@router.get("/people")
def people(request: Request, session: InTransaction, pages: Renderer, person: Viewer) -> Response:
    """List the people of the team."""
    return _page(request, session, pages, person)


@router.post("/people")
def letting_in(
    request: Request,
    session: InTransaction,
    parts: Parts,
    passwords: PasswordHasher,
    pages: Renderer,
    person: Sender,
    login: Short = "",
    name: Short = "",
    role: Short = "",
) -> Response:
    """Give somebody a role in the team, and show their first password, this once."""
    try:
        _, first = managing.let_in(
            session,
            person,
            passwords,
            login=login,
            name=name or login,
            role=_role(role),
            now=parts.clock.now(),
        )
    except HeadquartersError as error:
        return _page(request, session, pages, person, error=error)
    return _page(request, session, pages, person, newcomer=login.strip().lower(), first=first)


@router.post("/people/{user_id}/role")
def changing_role(session: InTransaction, person: Sender, user_id: RecordId, role: Short = "") -> Response:
    """Give a member another role."""
    managing.change_role(session, person, user_id, _role(role))
    return see_other("/people", "role")


@router.post("/people/{user_id}/password")
def resetting_password(
    request: Request,
    session: InTransaction,
    passwords: PasswordHasher,
    pages: Renderer,
    person: Sender,
    user_id: RecordId,
) -> Response:
    """Give a member who forgot theirs a first password again."""
    first = managing.new_first_password(session, person, passwords, user_id)
    login = next(each.login for each in managing.members(session, person.team_id) if each.user_id == user_id)
    return _page(request, session, pages, person, newcomer=login, first=first)


@router.post("/people/{user_id}/remove")
def letting_out(session: InTransaction, person: Sender, user_id: RecordId) -> Response:
    """Take a member out of the team."""
    managing.let_out(session, person, user_id)
    return see_other("/people", "let-out")


def _page(
    request: Request,
    session: InTransaction,
    pages: Pages,
    person: Person,
    *,
    newcomer: str = "",
    first: str = "",
    error: HeadquartersError | None = None,
) -> Response:
    person.require(Right.MANAGE_PEOPLE)
    tongue = pages.tongue(request, person)
    message = ""
    if error is not None:
        name = f"error.{error.code}"
        message = tongue.say(name) if tongue.knows(name) else str(error)
    return pages.render(
        request,
        "people",
        person,
        status=200 if error is None else error.status,
        members=managing.members(session, person.team_id),
        roles=list(Role),
        newcomer=newcomer,
        first=first,
        error=message,
    )


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise MalformedRequestError("There is no such role.", remedy="Choose one of the list.") from None
