"""Sessions of people: a random token outside, its hash inside, ended by the server whenever it likes."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from headquarters.errors import NotAllowedError, NotSignedInError
from headquarters.people.errors import ForgedRequestError
from headquarters.people.roles import RIGHTS, Right, Role
from headquarters.people.tables import Membership, PersonSession, User

LONGEST = timedelta(hours=12)
UNUSED = timedelta(minutes=45)
_NOTED_EVERY = timedelta(minutes=1)
COOKIE = "sanduku_session"
KEPT = timedelta(days=90)
"""For how long it is known of a session that ended, when it was used and in which team."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in, in a team.

    Attributes:
        user_id: Of the user.
        login: What the person signs in with.
        name: As others see it.
        team_id: The team that they work in now.
        role: What they may do there.
        language: BCP 47 code of the pages.
        csrf: What forms of this session must bring along.
        must_change: Whether they must choose a password of their own first.
        kind: ``web`` or ``api``.
    """

    user_id: str
    login: str
    name: str
    team_id: str
    role: Role
    language: str
    csrf: str
    must_change: bool
    kind: str

    @property
    def author(self) -> str:
        """How the logs name what this person does."""
        return f"hq:{self.login}"

    def may(self, right: Right) -> bool:
        """Return whether the role allows something."""
        return right in RIGHTS[self.role]

    def require(self, right: Right) -> None:
        """Raise NotAllowedError unless the role allows something."""
        if not self.may(right):
            raise NotAllowedError(
                "Your role in this team does not allow that.", remedy="Ask an admin of the team."
            )


def open_session(
    session: Session, user: User, *, now: datetime, kind: str = "web", team_id: str | None = None
) -> str:
    """Sign a user in and return the token, which is kept nowhere else.

    Args:
        session: Of the database.
        user: Who proved who they are.
        now: The time.
        kind: ``web`` or ``api``.
        team_id: Which team they begin in; None takes the one that they last worked in.

    Raises:
        NotAllowedError: They have no role in such a team.
    """
    teams = list(
        session.scalars(
            select(Membership.team_id).where(Membership.user_id == user.id).order_by(Membership.team_id)
        )
    )
    if not teams or (team_id is not None and team_id not in teams):
        raise NotAllowedError("You belong to no such team.", remedy="Ask an admin of the team.")
    session.execute(delete(PersonSession).where(PersonSession.ends_at < now - KEPT))
    last = session.scalar(
        select(PersonSession.team_id)
        .where(PersonSession.user_id == user.id, PersonSession.team_id.in_(teams))
        .order_by(PersonSession.used_at.desc())
        .limit(1)
    )
    token = secrets.token_urlsafe(32)
    session.add(
        PersonSession(
            token_hash=_hash(token),
            user_id=user.id,
            team_id=team_id or last or teams[0],
            kind=kind,
            csrf=secrets.token_urlsafe(24),
            opened_at=now,
            used_at=now,
            ends_at=now + LONGEST,
        )
    )
    session.flush()
    return token


def person_of(session: Session, token: str | None, *, now: datetime) -> Person:
    """Return whose session a token opens.

    Raises:
        NotSignedInError: None, or it has ended, or the user has no role there any more.
    """
    row = None
    if token:
        row = session.execute(
            select(PersonSession, User, Membership.role)
            .join(User, User.id == PersonSession.user_id)
            .join(
                Membership,
                (Membership.user_id == PersonSession.user_id) & (Membership.team_id == PersonSession.team_id),
            )
            .where(PersonSession.token_hash == _hash(token), User.disabled_at.is_(None))
        ).first()
    if row is None or row[0].ends_at <= now or row[0].used_at + UNUSED <= now:
        raise NotSignedInError("You are not signed in.", remedy="Sign in and try again.")
    opened, user, role = row
    if opened.used_at + _NOTED_EVERY <= now:
        opened.used_at = now
    return Person(
        user_id=user.id,
        login=user.login,
        name=user.name,
        team_id=opened.team_id,
        role=Role(role),
        language=user.language,
        csrf=opened.csrf,
        must_change=user.must_change,
        kind=opened.kind,
    )


def user_of(session: Session, token: str | None, *, now: datetime) -> str | None:
    """Return the id of the user whose session a token opens; None if it opens none."""
    try:
        return person_of(session, token, now=now).user_id
    except NotSignedInError:
        return None


def close_session(session: Session, token: str | None) -> None:
    """Sign out; nothing happens for an unknown token."""
    if token:
        # It ended when it began: no clock that is set back opens it again.
        session.execute(
            update(PersonSession)
            .where(PersonSession.token_hash == _hash(token))
            .values(ends_at=PersonSession.opened_at)
        )


def check_form(person: Person, brought: str | None) -> None:
    """Raise ForgedRequestError unless a form brings what its session's pages carry."""
    if not brought or not hmac.compare_digest(brought.encode(), person.csrf.encode()):
        raise ForgedRequestError(
            "This form is too old, or was not sent from a page of headquarters. Nothing was done.",
            remedy="Go back, load the page anew, and try again.",
        )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
