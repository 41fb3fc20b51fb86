"""Who has an account is invited to a further team and decides alone; no admin learns that they have one."""

import pytest
from sqlalchemy import select

from headquarters.errors import NoSuchThingError, NotAllowedError
from headquarters.people import joining, managing, sessions, users
from headquarters.people.errors import UserError
from headquarters.people.roles import Role
from headquarters.people.tables import Membership, TeamInvitation, User
from headquarters.teams import add_team
from tests.headquarters.persons import PASSWORD, QUICK, add_person, signed_in

ELSEWHERE = "amina@example.org"


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def here(session, clock):
    return add_team(session, "Kakuma", clock).id


@pytest.fixture
def there(session, clock):
    return add_team(session, "Dadaab", clock).id


@pytest.fixture
def admin(session, here, clock):
    return signed_in(session, add_person(session, here, Role.ADMIN, clock.now()), clock.now())[1]


@pytest.fixture
def guest(session, there, clock):
    """Somebody with an account in the other team alone."""
    add_person(session, there, Role.REVIEWER, clock.now(), login=ELSEWHERE)
    return signed_in(session, ELSEWHERE, clock.now())[1]


def let_in(session, admin, clock, login, role=Role.REVIEWER):
    return managing.let_in(session, admin, QUICK, login=login, name="Amina H.", role=role, now=clock.now())


def roles_of(session, user_id):
    rows = session.execute(select(Membership.team_id, Membership.role).where(Membership.user_id == user_id))
    return {tuple(row) for row in rows}


def test_who_has_an_account_is_a_member_only_once_they_say_yes(session, admin, guest, here, there, clock):
    user_id, _ = let_in(session, admin, clock, ELSEWHERE)
    assert roles_of(session, user_id) == {(there, "reviewer")}
    (invited,) = joining.invitations_for(session, guest)
    assert (invited.team, invited.role) == ("Kakuma", Role.REVIEWER)
    joining.join(session, guest, here)
    assert roles_of(session, user_id) == {(there, "reviewer"), (here, "reviewer")}
    assert joining.invitations_for(session, guest) == []


def test_who_says_no_is_no_member(session, admin, guest, here, there, clock):
    user_id, _ = let_in(session, admin, clock, ELSEWHERE)
    joining.decline(session, guest, here)
    assert roles_of(session, user_id) == {(there, "reviewer")}
    assert [each.login for each in managing.members(session, here)] == [admin.login]
    with pytest.raises(NoSuchThingError):
        joining.join(session, guest, here)


def test_an_admin_sees_no_difference_between_somebody_new_and_somebody_with_an_account(
    session, admin, guest, here, clock
):
    """All that an admin can see or do: answer, list, another role, a password, taking out, once more."""
    seen = []
    for login in (ELSEWHERE, "nobody@example.org"):
        user_id, first = let_in(session, admin, clock, login)
        with pytest.raises(UserError) as twice:
            let_in(session, admin, clock, login)
        managing.change_role(session, admin, user_id, Role.ADMIN)
        (listed,) = (each for each in managing.members(session, here) if each.login == login)
        again = managing.new_first_password(session, admin, QUICK, user_id)
        managing.let_out(session, admin, user_id)
        remaining = [each.login for each in managing.members(session, here)]
        let_in(session, admin, clock, login)
        seen.append(
            (
                len(first), len(again), str(twice.value), listed.name, listed.role, listed.pending,
                listed.signed_in_at, remaining, len(managing.members(session, here)),
            )
        )  # fmt: skip
        managing.let_out(session, admin, user_id)
    assert seen[0] == seen[1]
    # And nothing of it touched the account.
    assert users.proven_user(session, QUICK, login=ELSEWHERE, password=PASSWORD, now=clock.now()) is not None


def test_the_password_that_an_admin_is_shown_opens_no_account_of_another_team(session, admin, guest, clock):
    user_id, first = let_in(session, admin, clock, ELSEWHERE)
    again = managing.new_first_password(session, admin, QUICK, user_id)
    for password in (first, again):
        assert users.proven_user(session, QUICK, login=ELSEWHERE, password=password, now=clock.now()) is None
    assert users.proven_user(session, QUICK, login=ELSEWHERE, password=PASSWORD, now=clock.now()) is not None


def test_an_invitation_that_was_taken_back_opens_nothing(session, admin, guest, here, clock):
    user_id, _ = let_in(session, admin, clock, ELSEWHERE)
    managing.let_out(session, admin, user_id)
    with pytest.raises(NoSuchThingError):
        joining.join(session, guest, here)


def test_the_role_is_the_one_that_the_admin_last_chose(session, admin, guest, here, clock):
    user_id, _ = let_in(session, admin, clock, ELSEWHERE)
    managing.change_role(session, admin, user_id, Role.AUDITOR)
    joining.join(session, guest, here)
    assert (here, "auditor") in roles_of(session, user_id)


def test_nobody_says_yes_for_somebody_else(session, admin, guest, here, clock):
    let_in(session, admin, clock, ELSEWHERE)
    with pytest.raises(NoSuchThingError):
        joining.join(session, admin, here)


def test_whom_their_last_team_let_go_begins_anew_and_brings_no_old_invitation_along(
    session, admin, guest, here, there, clock
):
    """Otherwise who gave them their first password could say yes in their name."""
    third = add_team(session, "Third", clock).id
    other = signed_in(
        session, add_person(session, third, Role.ADMIN, clock.now(), login="third@example.org"), clock.now()
    )[1]
    user_id, _ = let_in(session, other, clock, ELSEWHERE)
    users.take_role(session, user_id, there)
    with pytest.raises(NotAllowedError):
        sessions.open_session(session, session.get_one(User, user_id), now=clock.now())
    _, first = let_in(session, admin, clock, ELSEWHERE)
    assert roles_of(session, user_id) == {(here, "reviewer")}
    assert users.proven_user(session, QUICK, login=ELSEWHERE, password=PASSWORD, now=clock.now()) is None
    user = users.proven_user(session, QUICK, login=ELSEWHERE, password=first, now=clock.now())
    assert user is not None and user.must_change
    assert session.scalars(select(TeamInvitation)).all() == []


def test_an_admin_who_resets_a_password_cannot_say_yes_to_another_team_with_it(
    session, admin, guest, here, there, clock
):
    let_in(session, admin, clock, ELSEWHERE)
    boss = signed_in(session, add_person(session, there, Role.ADMIN, clock.now(), login="boss"), clock.now())[
        1
    ]
    managing.new_first_password(session, boss, QUICK, guest.user_id)
    assert joining.invitations_for(session, guest) == []
    assert [each.login for each in managing.members(session, here)] == [admin.login]


def test_an_invitation_is_over_for_whom_the_operator_put_into_the_team(session, admin, guest, here, clock):
    let_in(session, admin, clock, ELSEWHERE)
    users.give_role(session, guest.user_id, here, Role.ADMIN)
    assert joining.invitations_for(session, guest) == []
    with pytest.raises(NoSuchThingError):
        joining.join(session, guest, here)
