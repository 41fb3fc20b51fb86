"""Who asks: the person behind a request, and what they may do in their team.

Programs show a token in the header ``Authorization``; browsers a cookie, and with everything that changes
something what only our own pages know. An endpoint sees nothing of other teams as long as it keeps to the
team of its person.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from headquarters.errors import NotSignedInError
from headquarters.parts import Headquarters, InTransaction, Parts
from headquarters.people.errors import PasswordFirstError
from headquarters.people.roles import Right
from headquarters.people.sessions import COOKIE, Person, person_of

_SCHEME = "bearer "


def person_of_token(request: Request, session: InTransaction, parts: Parts) -> Person:
    """Return whose token a program shows; raises NotSignedInError."""
    header = request.headers.get("authorization", "")
    if not header.lower().startswith(_SCHEME):
        raise NotSignedInError("You are not signed in.", remedy="Sign in at /v1/people/sign-in.")
    person = person_of(session, header[len(_SCHEME) :].strip(), now=parts.clock.now())
    if person.kind != "api":
        raise NotSignedInError("You are not signed in.", remedy="Sign in at /v1/people/sign-in.")
    if person.must_change:
        raise PasswordFirstError(
            "Somebody else chose your password.", remedy="Choose your own first, at /v1/people/password."
        )
    return person


def person_of_cookie(request: Request, session: Session, parts: Headquarters) -> Person:
    """Return whose cookie a browser shows; raises NotSignedInError."""
    person = person_of(session, request.cookies.get(COOKIE), now=parts.clock.now())
    if person.kind != "web":
        raise NotSignedInError("You are not signed in.", remedy="Sign in and try again.")
    return person


def require(right: Right) -> Callable[[Person], Person]:
    """Return what an endpoint of the JSON API depends on to be open to those alone who may do something."""

    def permitted(person: Annotated[Person, Depends(person_of_token)]) -> Person:
        person.require(right)
        return person

    return permitted


AnyPerson = Annotated[Person, Depends(person_of_token)]
Reader = Annotated[Person, Depends(require(Right.READ_RECORDS))]
Writer = Annotated[Person, Depends(require(Right.WRITE_RECORDS))]
Exporter = Annotated[Person, Depends(require(Right.EXPORT_RECORDS))]
DeviceViewer = Annotated[Person, Depends(require(Right.SEE_DEVICES))]
DeviceManager = Annotated[Person, Depends(require(Right.MANAGE_DEVICES))]
PeopleManager = Annotated[Person, Depends(require(Right.MANAGE_PEOPLE))]
TeamManager = Annotated[Person, Depends(require(Right.MANAGE_TEAM))]
AuditReader = Annotated[Person, Depends(require(Right.READ_AUDIT))]
