"""Shapes of people: signing in, who belongs to a team, invitations to further teams."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from headquarters.api.shapes.base import Id, Login, Name, Shape
from headquarters.people.joining import Invited
from headquarters.people.managing import Member
from headquarters.people.sessions import Person


class SignIn(Shape):
    """A login and a password."""

    login: Login
    password: Annotated[str, Field(max_length=256)]
    team: Id | None = Field(
        None, description="Id of the team to begin in; by default the one that you last worked in."
    )


class NewPassword(Shape):
    """A password in place of another."""

    login: Login
    old: Annotated[str, Field(max_length=256)]
    new: Annotated[str, Field(max_length=256)]


class NewMember(Shape):
    """Somebody who gets a role in the team."""

    login: Login
    name: Name = ""
    role: Literal["reviewer", "admin", "auditor"]


class NewRole(Shape):
    """Another role."""

    role: Literal["reviewer", "admin", "auditor"]


class SignedIn(Shape):
    """A token, to be shown as ``Authorization: Bearer ...``."""

    token: str
    ends_in: int = Field(description="Seconds; earlier after 45 minutes without use.")


class PersonShape(Shape):
    """Who is signed in."""

    login: str
    name: str
    team: str
    role: str

    @classmethod
    def of(cls, person: Person) -> "PersonShape":
        """Make it from a person."""
        return cls(login=person.login, name=person.name, team=person.team_id, role=person.role.value)


class MemberShape(Shape):
    """Somebody of the team."""

    id: str
    login: str
    name: str
    role: str
    last_used_at: datetime | None
    pending: bool = Field(description="Nobody has been here with that login for this team yet.")

    @classmethod
    def of(cls, member: Member) -> "MemberShape":
        """Make it from a member."""
        return cls(
            id=member.user_id,
            login=member.login,
            name=member.name,
            role=member.role.value,
            last_used_at=member.signed_in_at,
            pending=member.pending,
        )


class FirstPassword(Shape):
    """Somebody's first password, which is told this once.

    Whoever has an account at this headquarters already keeps their own password: this one opens nothing then,
    and an invitation waits where they sign in. Which of the two it is is not told.
    """

    id: str
    first_password: str


class TeamInvitationShape(Shape):
    """A team that would have you as a member."""

    team: str
    name: str
    role: str
    invited_at: datetime

    @classmethod
    def of(cls, invited: Invited) -> "TeamInvitationShape":
        """Make it from an invitation."""
        return cls(
            team=invited.team_id, name=invited.team, role=invited.role.value, invited_at=invited.invited_at
        )


class TeamInvitationList(Shape):
    """The teams that would have you as a member."""

    invitations: list[TeamInvitationShape]
