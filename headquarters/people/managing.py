"""What admins do with the people of their team: let them in, give them roles, help after a lost password."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.people import users
from headquarters.people.errors import UserError
from headquarters.people.passwords import Passwords, first_password
from headquarters.people.roles import Right, Role
from headquarters.people.sessions import Person
from headquarters.people.tables import Membership, PersonSession, TeamInvitation, User


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a team.

    Attributes:
        user_id: Of the user.
        login: What they sign in with.
        name: As others see it.
        role: What they may do.
        signed_in_at: When they last did something in the team; None if that is long ago, or never was.
        pending: Whether they have not been here yet: with a first password, or an invitation. Which of the
            two is not told, since it would tell who has an account in another team.
    """

    user_id: str
    login: str
    name: str
    role: Role
    signed_in_at: datetime | None
    pending: bool = False


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
    )
    found = [
        Member(user.id, user.login, user.name, Role(role), at, pending=user.must_change)
        for user, role, at in rows
    ]
    invited = session.execute(
        select(User, TeamInvitation)
        .join(TeamInvitation, TeamInvitation.user_id == User.id)
        .where(TeamInvitation.team_id == team_id)
    )
    found += [
        Member(user.id, user.login, each.name, Role(each.role), None, pending=True) for user, each in invited
    ]
    return sorted(found, key=lambda each: (each.name, each.login))


def let_in(
    session: Session,
    person: Person,
    passwords: Passwords,
    *,
    login: str,
    name: str,
    role: Role,
    now: datetime,
) -> tuple[str, str]:
    """Give somebody a role in the admin's team.

    Who is new gets a first password. Who has an account in another team keeps their own, is invited, and
    becomes a member when they say yes. The admin is told no difference: it would say who works elsewhere.
    Only who tries a first password that was meant for somebody else can still find out.

    Returns:
        The id of the user, and the first password, which is shown this once. It opens nothing for somebody
        who has an account already.

    Raises:
        NotAllowedError: The person is no admin.
        UserError: The login or the name does not do, or they are in the team already.
    """
    person.require(Right.MANAGE_PEOPLE)
    plain, shown = users.clean_login(login), users.clean_name(name)
    first = first_password()
    known = session.scalar(select(User).where(User.login == plain).with_for_update())
    if known is None:
        known = users.create_user(
            session, passwords, login=login, name=name, password=first, now=now, language=person.language
        )
        users.give_role(session, known.id, person.team_id, role)
    elif _belongs(session, known.id, person.team_id):
        raise UserError("They are in the team already.", remedy="Change their role in the list.")
    elif not users.has_team(session, known.id):
        # Left by their last team, they can sign in nowhere: they begin anew, and old invitations with them.
        session.execute(delete(TeamInvitation).where(TeamInvitation.user_id == known.id))
        known.name = shown
        users.set_password(session, passwords, known, first, must_change=True)
        users.give_role(session, known.id, person.team_id, role)
    else:
        passwords.hashed(first)  # So that it takes as long as for somebody who is new.
        session.add(
            TeamInvitation(
                user_id=known.id,
                team_id=person.team_id,
                role=role.value,
                name=shown,
                invited_by=person.author,
                invited_at=now,
            )
        )
        session.flush()
    _note(session, person, "person.let-in", known.id, role=role.value)
    return known.id, first


def change_role(session: Session, person: Person, user_id: str, role: Role) -> None:
    """Give a member another role; raises NotAllowedError, NoSuchThingError, or UserError (last admin)."""
    person.require(Right.MANAGE_PEOPLE)
    member = _member(session, person, user_id)
    is_member = isinstance(member, Membership)
    if is_member and member.role == Role.ADMIN and role is not Role.ADMIN:
        users.require_other_admin(session, user_id, person.team_id)
    member.role = role.value
    session.flush()
    _note(session, person, "person.role", user_id, role=role.value)


def let_out(session: Session, person: Person, user_id: str) -> None:
    """Take a member out of the team, or an invitation back; raises as :func:`change_role` does."""
    person.require(Right.MANAGE_PEOPLE)
    member = _member(session, person, user_id)
    if isinstance(member, TeamInvitation):
        session.delete(member)
        session.flush()
    else:
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
    member, first = _member(session, person, user_id), first_password()
    if isinstance(member, TeamInvitation):
        passwords.hashed(first)  # As for somebody new: what they sign in with is their own, and stays.
        _note(session, person, "person.password-reset", user_id)
        return first
    teams = session.scalar(select(func.count()).where(Membership.user_id == user_id))
    if teams != 1:
        raise UserError(
            "They are in other teams too.", remedy="Ask whoever runs headquarters to set their password."
        )
    user = session.get(User, user_id)
    assert user is not None
    _end_invitations(session, user_id)
    users.set_password(session, passwords, user, first, must_change=True)
    _note(session, person, "person.password-reset", user_id)
    return first


def _member(session: Session, person: Person, user_id: str) -> Membership | TeamInvitation:
    found: Membership | TeamInvitation | None = session.get(Membership, (user_id, person.team_id))
    found = found or session.get(TeamInvitation, (user_id, person.team_id))
    if found is None:
        raise NoSuchThingError("There is no such person in the team.")
    return found


def _end_invitations(session: Session, user_id: str) -> None:
    """Take back what other teams offered somebody: whoever has reset their password could say yes to it."""
    for each in session.scalars(select(TeamInvitation).where(TeamInvitation.user_id == user_id)).all():
        session.delete(each)
        audit.record(session, team_id=each.team_id, actor="system", action="person.declined", subject=user_id)


def _belongs(session: Session, user_id: str, team_id: str) -> bool:
    return any(session.get(table, (user_id, team_id)) for table in (Membership, TeamInvitation))


def _note(session: Session, person: Person, action: str, subject: str, **details: str) -> None:
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action=action,
        subject=subject,
        details=dict(details),
    )
