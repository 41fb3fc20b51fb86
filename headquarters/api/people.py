"""Signing in, and the people of a team."""

from typing import Annotated

from fastapi import Depends, Request, Response

from headquarters.api.describing import described_router
from headquarters.api.fields import RecordId
from headquarters.api.shapes import people as shapes
from headquarters.devices.access import stranger
from headquarters.parts import Headquarters, InTransaction, Parts
from headquarters.people import joining, managing, sessions, users
from headquarters.people.access import AnyPerson, PeopleManager
from headquarters.people.passwords import Passwords
from headquarters.people.roles import Role
from headquarters.people.signing import sign_in

router = described_router("people", "/people")


def passwords_of(request: Request) -> Passwords:
    """Return what hashes passwords."""
    passwords = request.app.state.passwords
    assert isinstance(passwords, Passwords)
    return passwords


PasswordHasher = Annotated[Passwords, Depends(passwords_of)]


@router.post("/sign-in", dependencies=[Depends(stranger)])
def signing_in(parts: Parts, passwords: PasswordHasher, asked: shapes.SignIn) -> shapes.SignedIn:
    """Sign in; the token is good for twelve hours at most, and while it is used."""
    token = sign_in(parts, passwords, asked.login, asked.password, kind="api", team_id=asked.team)
    return shapes.SignedIn(token=token, ends_in=int(sessions.LONGEST.total_seconds()))


@router.post("/sign-out", status_code=204)
def signing_out(request: Request, session: InTransaction, person: AnyPerson) -> Response:
    """End this session."""
    del person
    sessions.close_session(session, request.headers["authorization"].partition(" ")[2].strip())
    return Response(status_code=204)


@router.post("/password", status_code=204, dependencies=[Depends(stranger)])
def changing_password(parts: Parts, passwords: PasswordHasher, asked: shapes.NewPassword) -> Response:
    """Choose a password of your own; all your sessions end."""
    change_password(parts, passwords, asked.login, asked.old, asked.new)
    return Response(status_code=204)


def change_password(parts: Headquarters, passwords: Passwords, login: str, old: str, new: str) -> None:
    """Give somebody who proves who they are another password.

    Raises:
        SignInError: The old one is wrong.
        PasswordError: The new one is too easy to guess.
    """
    with parts.database.transaction() as session:
        user = users.proven_user(session, passwords, login=login, password=old, now=parts.clock.now())
        if user is not None:
            users.change_password(session, passwords, user, old=old, new=new)
    if user is None:
        raise users.refused()


@router.get("/me")
def me(person: AnyPerson) -> shapes.PersonShape:
    """Tell who is signed in."""
    return shapes.PersonShape.of(person)


@router.get("/invitations")
def invitations(session: InTransaction, person: AnyPerson) -> shapes.TeamInvitationList:
    """List the teams that would have you as a member."""
    found = joining.invitations_for(session, person)
    return shapes.TeamInvitationList(invitations=[shapes.TeamInvitationShape.of(each) for each in found])


@router.post("/invitations/{team_id}/acceptance", status_code=204)
def accepting(session: InTransaction, person: AnyPerson, team_id: RecordId) -> Response:
    """Become a member of a team that invited you; sign in to it by its id."""
    joining.join(session, person, team_id)
    return Response(status_code=204)


@router.delete("/invitations/{team_id}", status_code=204)
def declining(session: InTransaction, person: AnyPerson, team_id: RecordId) -> Response:
    """Say no to a team that invited you."""
    joining.decline(session, person, team_id)
    return Response(status_code=204)


@router.get("")
def members(session: InTransaction, person: PeopleManager) -> list[shapes.MemberShape]:
    """List the people of the team."""
    return [shapes.MemberShape.of(member) for member in managing.members(session, person.team_id)]


@router.post("", status_code=201)
def letting_in(
    session: InTransaction,
    parts: Parts,
    passwords: PasswordHasher,
    person: PeopleManager,
    asked: shapes.NewMember,
) -> shapes.FirstPassword:
    """Give somebody a role in the team.

    Who has an account here already is invited, and becomes a member when they say yes.
    """
    user_id, first = managing.let_in(
        session,
        person,
        passwords,
        login=asked.login,
        name=asked.name or asked.login,
        role=Role(asked.role),
        now=parts.clock.now(),
    )
    return shapes.FirstPassword(id=user_id, first_password=first)


@router.put("/{user_id}/role", status_code=204)
def changing_role(
    session: InTransaction, person: PeopleManager, user_id: RecordId, asked: shapes.NewRole
) -> Response:
    """Give a member another role."""
    managing.change_role(session, person, user_id, Role(asked.role))
    return Response(status_code=204)


@router.post("/{user_id}/password")
def resetting_password(
    session: InTransaction, passwords: PasswordHasher, person: PeopleManager, user_id: RecordId
) -> shapes.FirstPassword:
    """Give a member who forgot theirs a first password again."""
    first = managing.new_first_password(session, person, passwords, user_id)
    return shapes.FirstPassword(id=user_id, first_password=first)


@router.delete("/{user_id}", status_code=204)
def letting_out(session: InTransaction, person: PeopleManager, user_id: RecordId) -> Response:
    """Take a member out of the team."""
    managing.let_out(session, person, user_id)
    return Response(status_code=204)
