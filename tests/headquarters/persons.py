"""People who are signed in, for tests; their passwords are hashed cheaply."""

from datetime import datetime

from sqlalchemy.orm import Session

from headquarters.people import sessions, users
from headquarters.people.passwords import Cost, Passwords
from headquarters.people.roles import Role
from headquarters.people.sessions import Person

QUICK = Passwords(Cost(kibibytes=256, iterations=1))
PASSWORD = "plum river seven lantern"


def add_person(
    session: Session, team_id: str, role: Role, now: datetime, *, login: str = "", language: str = "en"
) -> str:
    """Add somebody with a role, who has the password ``PASSWORD``; return the login."""
    login = login or f"{role.value}@example.org"
    user = users.create_user(
        session,
        QUICK,
        login=login,
        name=role.value.title(),
        password=PASSWORD,
        now=now,
        must_change=False,
        language=language,
    )
    users.give_role(session, user.id, team_id, role)
    return login


def signed_in(session: Session, login: str, now: datetime, *, kind: str = "api") -> tuple[str, Person]:
    """Sign somebody in; return the token and the person."""
    user = users.proven_user(session, QUICK, login=login, password=PASSWORD, now=now)
    assert user is not None
    token = sessions.open_session(session, user, now=now, kind=kind)
    return token, sessions.person_of(session, token, now=now)
