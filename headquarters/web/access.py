"""Who looks at a page, and whether a form comes from one of ours."""

from typing import Annotated

from fastapi import Depends, Form, Request

from headquarters.parts import InTransaction, Parts
from headquarters.people.access import person_of_cookie
from headquarters.people.errors import ForgedRequestError, PasswordFirstError
from headquarters.people.sessions import Person, check_form
from headquarters.web.pages import Pages, pages_of

_OURS = frozenset({"", "same-origin", "none"})


def viewer(request: Request, session: InTransaction, parts: Parts) -> Person:
    """Return who looks at a page.

    Raises:
        NotSignedInError: Nobody is signed in.
        PasswordFirstError: They must choose a password of their own first.
    """
    person = anybody(request, session, parts)
    if person.must_change:
        raise PasswordFirstError("Somebody else chose your password.", remedy="Choose your own first.")
    return person


def anybody(request: Request, session: InTransaction, parts: Parts) -> Person:
    """Return who is signed in, also with a first password; raises NotSignedInError."""
    person = person_of_cookie(request, session, parts)
    request.state.person = person
    return person


def from_our_page(request: Request) -> None:
    """Raise ForgedRequestError for what a browser sends on behalf of somebody else's page."""
    if request.headers.get("sec-fetch-site", "") not in _OURS:
        raise ForgedRequestError(
            "This form was not sent from a page of headquarters. Nothing was done.",
            remedy="Open headquarters and try again.",
        )


def sender(
    request: Request,
    person: Annotated[Person, Depends(viewer)],
    csrf: Annotated[str, Form(max_length=200)] = "",
) -> Person:
    """Return who sends a form of ours; raises as :func:`viewer` does, and ForgedRequestError."""
    from_our_page(request)
    check_form(person, csrf)
    return person


def sender_with_any_password(
    request: Request,
    person: Annotated[Person, Depends(anybody)],
    csrf: Annotated[str, Form(max_length=200)] = "",
) -> Person:
    """Return who sends a form of ours, also with a first password."""
    from_our_page(request)
    check_form(person, csrf)
    return person


Viewer = Annotated[Person, Depends(viewer)]
AnyViewer = Annotated[Person, Depends(anybody)]
Sender = Annotated[Person, Depends(sender)]
AnySender = Annotated[Person, Depends(sender_with_any_password)]
Renderer = Annotated[Pages, Depends(pages_of)]
