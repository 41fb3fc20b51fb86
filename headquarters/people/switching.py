"""Which teams somebody belongs to, and going from one to another."""

import hashlib

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from headquarters.errors import NotAllowedError
from headquarters.people.sessions import Person
from headquarters.people.tables import Membership, PersonSession
from headquarters.teams import Team


def teams_of(session: Session, user_id: str) -> list[Team]:
    """Return the teams of a user by name."""
    return list(
        session.scalars(
            select(Team)
            .join(Membership, Membership.team_id == Team.id)
            .where(Membership.user_id == user_id)
            .order_by(Team.name)
        )
    )


def switch_team(session: Session, token: str | None, person: Person, team_id: str) -> None:
    """Have a session go on in another team; raises NotAllowedError if it is none of the person's."""
    if session.get(Membership, (person.user_id, team_id)) is None:
        raise NotAllowedError("You belong to no such team.", remedy="Ask an admin of that team.")
    session.execute(
        update(PersonSession)
        .where(PersonSession.token_hash == hashlib.sha256((token or "").encode()).digest())
        .values(team_id=team_id)
    )
