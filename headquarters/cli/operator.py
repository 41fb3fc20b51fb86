"""Whoever runs the server, as somebody who does things in a team."""

from headquarters.ids import random_id
from headquarters.people.roles import Role
from headquarters.people.sessions import Person


def operator_of(team_id: str) -> Person:
    """Return whoever runs this server, who may do in a team what its admins may."""
    return Person(
        user_id=random_id(),
        login="operator",
        name="operator",
        team_id=team_id,
        role=Role.ADMIN,
        language="en",
        csrf="",
        must_change=False,
        kind="api",
    )
