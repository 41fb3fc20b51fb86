"""Pages of signing in and out, of one's own password and language, and the first page."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from sqlalchemy import update

from headquarters.api.people import PasswordHasher, change_password
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.devices.access import stranger
from headquarters.devices.registry import devices_of
from headquarters.errors import HeadquartersError, NoSuchThingError
from headquarters.parts import InTransaction, Parts
from headquarters.people import sessions
from headquarters.people.joining import decline, invitations_for, join
from headquarters.people.roles import Right
from headquarters.people.signing import sign_in
from headquarters.people.switching import switch_team, teams_of
from headquarters.people.tables import User
from headquarters.records.listing import counts, unknown_changes
from headquarters.review.offering import offers_of
from headquarters.web.access import AnySender, AnyViewer, Renderer, Sender, Viewer, from_our_page
from headquarters.web.pages import LANGUAGE_COOKIE, PageRoute, local_address, see_other, static_file
from headquarters.web.words import LANGUAGES

router = APIRouter(route_class=PageRoute)

Typed = Annotated[str, Form(max_length=300)]
TeamId = Annotated[str, Form(max_length=128, pattern=WITHOUT_NUL)]
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_YEAR = 365 * 24 * 3600


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Give out the style or the script."""
    content = static_file(name)
    if content is None:
        raise NoSuchThingError("There is no such file.")
    # The address has the version of the program in it, so a newer one is another address.
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(content, media_type=_TYPES[name.rpartition(".")[2]], headers=headers)


@router.get("/")
def overview(
    request: Request, session: InTransaction, parts: Parts, pages: Renderer, person: Viewer
) -> Response:
    """Show what lies to be done, and which laptops are silent."""
    shelves = counts(session, person.team_id) if person.may(Right.READ_RECORDS) else None
    devices = [each for each in devices_of(session, person.team_id) if each.revoked_at is None]
    silent_hours = parts.settings.silent_hours
    silent = [
        each
        for each in devices
        if (parts.clock.now() - each.last_seen_at).total_seconds() > silent_hours * 3600
    ]
    return pages.render(
        request,
        "overview",
        person,
        shelves=shelves,
        devices=devices,
        silent=silent,
        offers=offers_of(session, person.team_id),
        unknown=sum(unknown_changes(session, person.team_id).values()),
        teams=teams_of(session, person.user_id),
        invitations=invitations_for(session, person),
    )


@router.get("/sign-in")
def sign_in_page(
    request: Request, pages: Renderer, next_page: Annotated[str, Query(alias="next", max_length=2000)] = "/"
) -> Response:
    """Show the form to sign in."""
    return pages.render(request, "sign_in", None, next_page=local_address(next_page), error="", login="")


@router.post("/sign-in", dependencies=[Depends(stranger), Depends(from_our_page)])
def signing_in(
    request: Request,
    parts: Parts,
    passwords: PasswordHasher,
    pages: Renderer,
    login: Typed = "",
    password: Typed = "",
    next_page: Annotated[str, Form(alias="next", max_length=2000)] = "/",
) -> Response:
    """Sign in."""
    try:
        token = sign_in(parts, passwords, login, password, kind="web")
    except HeadquartersError as error:
        tongue = pages.tongue(request, None)
        name = f"error.{error.code}"
        return pages.render(
            request,
            "sign_in",
            None,
            status=error.status,
            next_page=local_address(next_page),
            error=tongue.say(name) if tongue.knows(name) else str(error),
            login=login,
        )
    response = see_other(local_address(next_page))
    response.set_cookie(
        sessions.COOKIE,
        token,
        max_age=int(sessions.LONGEST.total_seconds()),
        httponly=True,
        secure=parts.settings.secure_cookies,
        samesite="lax",
    )
    return response


@router.post("/sign-out")
def signing_out(request: Request, session: InTransaction, person: AnySender) -> Response:
    """Sign out."""
    del person
    sessions.close_session(session, request.cookies.get(sessions.COOKIE))
    response = see_other("/sign-in")
    response.delete_cookie(sessions.COOKIE)
    return response


@router.get("/password")
def password_page(request: Request, pages: Renderer, person: AnyViewer) -> Response:
    """Show the form to choose another password."""
    return pages.render(request, "password", person, error="")


@router.post("/password", dependencies=[Depends(stranger)])
def choosing_password(
    request: Request,
    parts: Parts,
    passwords: PasswordHasher,
    pages: Renderer,
    person: AnySender,
    old: Typed = "",
    new: Typed = "",
    again: Typed = "",
) -> Response:
    """Choose another password; all sessions end."""
    tongue = pages.tongue(request, person)
    error = tongue.say("password.differ") if new != again else ""
    try:
        if not error:
            change_password(parts, passwords, person.login, old, new)
            return see_other("/sign-in", "password")
    except HeadquartersError as refused:
        name = f"error.{refused.code}"
        error = tongue.say(name) if tongue.knows(name) else str(refused)
    return pages.render(request, "password", person, status=422, error=error)


@router.post("/language", dependencies=[Depends(from_our_page)])
def choosing_language(
    request: Request,
    session: InTransaction,
    parts: Parts,
    language: Typed = "",
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Read the pages in another language, from now on; of somebody signed in it is remembered."""
    response = see_other(local_address(back))
    if language in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE,
            language,
            max_age=_YEAR,
            httponly=True,
            secure=parts.settings.secure_cookies,
            samesite="lax",
        )
        token = request.cookies.get(sessions.COOKIE)
        user_id = sessions.user_of(session, token, now=parts.clock.now())
        if user_id is not None:
            session.execute(update(User).where(User.id == user_id).values(language=language))
    return response


@router.post("/team/join")
def joining_team(
    session: InTransaction, request: Request, person: Sender, team: TeamId = "", answer: Typed = ""
) -> Response:
    """Say yes or no to a team that invites."""
    if answer != "yes":
        decline(session, person, team)
        return see_other("/", "declined")
    join(session, person, team)
    switch_team(session, request.cookies.get(sessions.COOKIE), person, team)
    return see_other("/", "joined")


@router.post("/team")
def choosing_team(session: InTransaction, request: Request, person: Sender, team: TeamId = "") -> Response:
    """Go on in another team of one's own."""
    switch_team(session, request.cookies.get(sessions.COOKIE), person, team)
    return see_other("/")
