"""Invitations to further teams: an admin there asks, and the person alone says yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.people import users
from headquarters.people.roles import Role
from headquarters.people.sessions import Person
from headquarters.people.tables import TeamInvitation
from headquarters.teams import Team


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation, as whoever is invited sees it.

    Attributes:
        team_id: Of the team that invites.
        team: Its name.
        role: What they would be allowed to do there.
        invited_at: When.
    """

    team_id: str
    team: str
    role: Role
    invited_at: datetime


def invitations_for(session: Session, person: Person) -> Sequence[Invited]:
    """Return the teams that would have a person, by name."""
    rows = session.execute(
        select(TeamInvitation, Team.name)
        .join(Team, Team.id == TeamInvitation.team_id)
        .where(TeamInvitation.user_id == person.user_id)
        .order_by(Team.name)
    )
    return [Invited(each.team_id, name, Role(each.role), each.invited_at) for each, name in rows]


def join(session: Session, person: Person, team_id: str) -> None:
    """Say yes: the person is a member of that team from now on; raises NoSuchThingError."""
    invitation = _invitation(session, person, team_id)
    role = Role(invitation.role)
    _end(session, person, invitation, "person.joined")
    users.give_role(session, person.user_id, team_id, role)


def decline(session: Session, person: Person, team_id: str) -> None:
    """Say no; raises NoSuchThingError."""
    _end(session, person, _invitation(session, person, team_id), "person.declined")


def _invitation(session: Session, person: Person, team_id: str) -> TeamInvitation:
    found = session.get(TeamInvitation, (person.user_id, team_id), with_for_update=True)
    if found is None:
        raise NoSuchThingError("There is no such invitation.", remedy="Ask an admin of that team.")
    return found


def _end(session: Session, person: Person, invitation: TeamInvitation, action: str) -> None:
    team_id = invitation.team_id
    session.delete(invitation)
    session.flush()
    audit.record(
        session,
        team_id=team_id,
        actor=person.author,
        action=action,
        subject=person.user_id,
        details={"role": invitation.role},
    )
