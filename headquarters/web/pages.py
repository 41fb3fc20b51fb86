"""Renders pages, and answers what went wrong with a page in place of JSON."""

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import UTC, date
from importlib.resources import files
from itertools import groupby
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException

from engine.errors import SandukuError
from engine.language import strip_direction_marks
from engine.version import VERSION
from headquarters.errors import NotSignedInError
from headquarters.parts import headquarters_of
from headquarters.people.errors import PasswordFirstError
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.protection.answers import told
from headquarters.records.tables import Document
from headquarters.web.words import LANGUAGES, Tongue, load_tongues, preferred

LANGUAGE_COOKIE = "sanduku_language"
NEVER_STORED = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu.

    Attributes:
        name: Of its words, and of its icon.
        address: Where it leads.
        right: Who sees it.
    """

    name: str
    address: str
    right: Right | None = None


MENU = (
    Entry("overview", "/"),
    Entry("records", "/records", Right.READ_RECORDS),
    Entry("search", "/search", Right.READ_RECORDS),
    Entry("conflicts", "/conflicts", Right.READ_RECORDS),
    Entry("laptops", "/laptops", Right.SEE_DEVICES),
    Entry("packs", "/packs", Right.SEE_DEVICES),
    Entry("export", "/export", Right.EXPORT_RECORDS),
    Entry("erasures", "/erasures", Right.READ_AUDIT),
    Entry("audit", "/audit", Right.READ_AUDIT),
    Entry("people", "/people", Right.MANAGE_PEOPLE),
    Entry("settings", "/settings", Right.MANAGE_TEAM),
)


class Pages:
    """Renders pages from templates and words, both read once."""

    def __init__(self) -> None:
        """Read the words and find the templates."""
        self.tongues = load_tongues()
        self._environment = Environment(
            loader=PackageLoader("headquarters.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # Marks of direction within a name can make it look like another; the page isolates directions itself.
        self._environment.filters["shown"] = strip_direction_marks
        self._environment.filters["groupby_day"] = _by_day

    def tongue(self, request: Request, person: Person | None) -> Tongue:
        """Return in which language to answer: a person's, the one chosen here, or the browser's."""
        code = request.cookies.get(LANGUAGE_COOKIE, "")
        if person is not None:
            code = person.language
        if code not in self.tongues:
            code = preferred(request.headers.get("accept-language", ""))
        return self.tongues[code]

    def render(
        self, request: Request, template: str, person: Person | None, *, status: int = 200, **values: object
    ) -> HTMLResponse:
        """Return a page.

        Args:
            request: What is answered.
            template: Name of its template, without the ending.
            person: Who is signed in, if anybody.
            status: Of HTTP.
            **values: What the template shows.
        """
        tongue = self.tongue(request, person)
        done = request.query_params.get("done", "")
        menu = [
            entry for entry in MENU if person is not None and (not entry.right or person.may(entry.right))
        ]
        text = self._environment.get_template(f"{template}.html").render(
            t=tongue.say,
            tongue=tongue,
            languages=LANGUAGES,
            person=person,
            may=None if person is None else person.may,
            Right=Right,
            menu=() if person is None or person.must_change else menu,
            here=request.url.path,
            back=_asked(request) if request.method == "GET" else "/",
            now=headquarters_of(request).clock.now(),
            version=VERSION,
            done=f"done.{done}" if tongue.knows(f"done.{done}") else "",
            **values,
        )
        return HTMLResponse(text, status, headers=NEVER_STORED)

    def missing(self, request: Request, error: Exception) -> Response | None:
        """Return the page that tells a person that there is none at an address; None for a program.

        Args:
            request: To an address that no part of headquarters answers.
            error: What the framework made of that.
        """
        asks_as_person = (
            isinstance(error, HTTPException)
            and error.status_code in (404, 405)
            and request.method in ("GET", "HEAD")
            and not request.url.path.startswith("/v1/")
            and "text/html" in request.headers.get("accept", "")
        )
        if not asks_as_person:
            return None
        message = self.tongue(request, None).say("error.address")
        return self.render(request, "error", None, status=404, message=message)

    def error(self, request: Request, error: Exception, person: Person | None) -> Response:
        """Return the page that tells an error, or the way to sign in."""
        if isinstance(error, NotSignedInError):
            return _to_sign_in(request)
        if isinstance(error, PasswordFirstError):
            return see_other("/password")
        status, reply, headers = told(error)
        tongue = self.tongue(request, person)
        name = f"error.{reply.code}"
        response = self.render(
            request,
            "error",
            person,
            status=status,
            # What has no words of its own is told in English, which is better than not at all.
            message=tongue.say(name) if tongue.knows(name) else f"{reply.message} {reply.remedy}".strip(),
        )
        for header, value in headers.items():
            if header.lower() != "www-authenticate":
                response.headers[header] = value
        return response


def _by_day(records: Iterable[Document]) -> list[tuple[date, list[Document]]]:
    """Return records by the day (UTC) on which they were received, in the order that they have."""
    days = groupby(records, lambda each: each.received_at.astimezone(UTC).date())
    return [(day, list(those)) for day, those in days]


def pages_of(request: Request) -> Pages:
    """Return what renders pages."""
    pages = request.app.state.pages
    assert isinstance(pages, Pages)
    return pages


class PageRoute(APIRoute):
    """A route whose errors are told on a page."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer = super().get_route_handler()

        async def answering(request: Request) -> Response:
            try:
                return await answer(request)
            except (SandukuError, RequestValidationError, HTTPException) as error:
                person = getattr(request.state, "person", None)
                return pages_of(request).error(request, error, person)

        return answering


def see_other(address: str, done: str = "") -> RedirectResponse:
    """Return the way to the page that shows what was done."""
    separator = "&" if "?" in address else "?"
    address, _, place = address.partition("#")
    target = f"{address}{separator}done={done}" if done else address
    return RedirectResponse(f"{target}#{place}" if place else target, 303, headers=NEVER_STORED)


def local_address(address: str) -> str:
    """Return an address if it leads to a page of ours; else the first page."""
    begins_here = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if begins_here and address.isprintable() else "/"


def static_file(name: str) -> bytes | None:
    """Return a file of the pages' own; None if there is no such file."""
    if name not in ("style.css", "page.js"):
        return None
    return files("headquarters.web").joinpath("static", name).read_bytes()


def _asked(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _to_sign_in(request: Request) -> Response:
    address = "/sign-in"
    if request.method == "GET" and request.url.path != "/":
        address += f"?next={quote(_asked(request), safe='')}"
    return RedirectResponse(address, 303, headers=NEVER_STORED)
