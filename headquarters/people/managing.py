"""What admins do with the people of their team: let them in, give them roles, help after a lost password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.people import users
from headquarters.people.errors import UserError
from headquarters.people.passwords import Passwords, first_password
from headquarters.people.roles import Right, Role
from headquarters.people.sessions import Person
from headquarters.people.tables import Membership, PersonSession, User


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a team.

    Attributes:
        user_id: Of the user.
        login: What they sign in with.
        name: As others see it.
        role: What they may do.
        signed_in_at: When they last did something, if they are signed in.
        waits_until: Until when they cannot sign in after wrong passwords, if so.
    """

    user_id: str
    login: str
    name: str
    role: Role
    signed_in_at: datetime | None
    waits_until: datetime | None


def members(session: Session, team_id: str) -> list[Member]:
    """Return the people of a team by name."""
    last = (
        select(PersonSession.user_id, func.max(PersonSession.used_at).label("at"))
        .where(PersonSession.team_id == team_id)
        .group_by(PersonSession.user_id)
        .subquery()
    )
    rows = session.execute(
        select(User, Membership.role, last.c.at)
        .join(Membership, Membership.user_id == User.id)
        .outerjoin(last, last.c.user_id == User.id)
        .where(Membership.team_id == team_id)
        .order_by(User.name, User.login)
    )
    return [
        Member(user.id, user.login, user.name, Role(role), at, user.locked_until) for user, role, at in rows
    ]


def let_in(
    session: Session,
    person: Person,
    passwords: Passwords,
    *,
    login: str,
    name: str,
    role: Role,
    now: datetime,
) -> tuple[User, str | None]:
    """Give somebody a role in the admin's team; a new user gets a first password.

    Returns:
        The user, and the first password, which is shown this once; None for a user of another team, who keeps
        their own.

    Raises:
        NotAllowedError: The person is no admin.
        UserError: The login or the name does not do, or they are in the team already.
    """
    person.require(Right.MANAGE_PEOPLE)
    known = session.scalar(select(User).where(User.login == users.clean_login(login)))
    first = None
    if known is None:
        first = first_password()
        known = users.create_user(
            session, passwords, login=login, name=name, password=first, now=now, language=person.language
        )
    elif session.get(Membership, (known.id, person.team_id)) is not None:
        raise UserError("They are in the team already.", remedy="Change their role in the list.")
    users.give_role(session, known.id, person.team_id, role)
    _note(session, person, "person.let-in", known.id, role=role.value)
    return known, first


def change_role(session: Session, person: Person, user_id: str, role: Role) -> None:
    """Give a member another role; raises NotAllowedError, NoSuchThingError, or UserError (last admin)."""
    person.require(Right.MANAGE_PEOPLE)
    member = _member(session, person, user_id)
    if member.role == Role.ADMIN and role is not Role.ADMIN:
        users.require_other_admin(session, user_id, person.team_id)
    member.role = role.value
    session.flush()
    _note(session, person, "person.role", user_id, role=role.value)


def let_out(session: Session, person: Person, user_id: str) -> None:
    """Take a member out of the team; raises as :func:`change_role` does."""
    person.require(Right.MANAGE_PEOPLE)
    _member(session, person, user_id)
    users.take_role(session, user_id, person.team_id)
    _note(session, person, "person.let-out", user_id)


def new_first_password(session: Session, person: Person, passwords: Passwords, user_id: str) -> str:
    """Give a member who forgot their password a first one again, and end their sessions.

    Somebody who is in other teams too must ask an admin of headquarters, since an admin of one team could
    otherwise sign in to the others.

    Raises:
        NotAllowedError: The person is no admin.
        NoSuchThingError: There is no such member.
        UserError: They are in other teams too.
    """
    person.require(Right.MANAGE_PEOPLE)
    _member(session, person, user_id)
    teams = session.scalar(select(func.count()).where(Membership.user_id == user_id))
    if teams != 1:
        raise UserError(
            "They are in other teams too.", remedy="Ask whoever runs headquarters to set their password."
        )
    user = session.get(User, user_id)
    assert user is not None
    first = first_password()
    users.set_password(session, passwords, user, first, must_change=True)
    _note(session, person, "person.password-reset", user_id)
    return first


def _member(session: Session, person: Person, user_id: str) -> Membership:
    member = session.get(Membership, (user_id, person.team_id))
    if member is None:
        raise NoSuchThingError("There is no such person in the team.")
    return member


def _note(session: Session, person: Person, action: str, subject: str, **details: str) -> None:
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action=action,
        subject=subject,
        details=dict(details),
    )
