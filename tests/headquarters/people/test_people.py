"""Passwords are kept slow to guess, roles hold in one team, and whoever guesses has to wait."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headquarters.errors import NotAllowedError, NotSignedInError
from headquarters.people import sessions, users
from headquarters.people.errors import PasswordError, UserError
from headquarters.people.passwords import Cost, Passwords, check_new_password, first_password
from headquarters.people.roles import RIGHTS, Right, Role
from headquarters.people.tables import PersonSession
from headquarters.teams import add_team
from tests.headquarters.persons import PASSWORD, QUICK, add_person, signed_in


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def team(session, clock):
    return add_team(session, "Kakuma", clock).id


def test_a_password_is_kept_by_argon2id_with_a_salt_of_its_own():
    passwords = Passwords()
    first, second = passwords.hashed("plum river"), passwords.hashed("plum river")
    assert first.startswith("$argon2id$v=19$m=47104,t=2,p=1$")
    assert first != second
    assert passwords.fits("plum river", first)
    assert not passwords.fits("plum rivers", first)
    assert not passwords.fits("plum river", None)


def test_a_password_kept_at_another_cost_still_fits():
    assert Passwords(Cost(512, 2)).fits("plum river", QUICK.hashed("plum river"))


@settings(max_examples=30)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_password_fits_another(one, other):
    try:
        kept = QUICK.hashed(one)
    except UnicodeEncodeError:
        return
    assert QUICK.fits(one, kept)


@pytest.mark.parametrize(
    "password", ["short", "aaaaaaaaaaaaaaaa", "amina.hassan-2026", "Hassan is my name!", "x" * 257]
)
def test_what_is_easy_to_guess_is_refused(password):
    with pytest.raises(PasswordError):
        check_new_password(password, login="amina.hassan@example.org", name="Amina Hassan")


def test_a_first_password_is_good_enough_and_never_the_same():
    made = {first_password() for _ in range(50)}
    assert len(made) == 50
    for each in made:
        check_new_password(each, login="a@b.c", name="A")


@pytest.mark.parametrize("login", ["", "a", "has space", "käse", "-x", "x" * 101, "a\0b"])
def test_a_login_that_does_not_do_is_refused(login):
    with pytest.raises(UserError):
        users.clean_login(login)


def test_a_name_cannot_turn_the_text_around():
    assert users.clean_name("Ami\u202ena \n Hassan") == "Ami na Hassan"
    with pytest.raises(UserError):
        users.clean_name("\u200f \n")


def test_the_wait_grows_and_ends_with_the_right_password(session, team, clock):
    login = add_person(session, team, Role.REVIEWER, clock.now())

    def attempt(password):
        return users.proven_user(session, QUICK, login=login, password=password, now=clock.now())

    for _ in range(users.TRIES):
        assert attempt("wrong") is None
    assert attempt(PASSWORD) is None
    clock.forward(minutes=1, seconds=1)
    assert attempt("wrong") is None
    clock.forward(minutes=1, seconds=1)
    assert attempt(PASSWORD) is None  # two minutes now
    clock.forward(minutes=1)
    assert attempt(PASSWORD).failures == 0
    for _ in range(40):
        attempt("wrong")
        clock.forward(minutes=16)
    assert attempt(PASSWORD) is not None


def test_only_the_hash_of_a_token_is_kept(session, team, clock):
    token, _ = signed_in(session, add_person(session, team, Role.REVIEWER, clock.now()), clock.now())
    (row,) = session.query(PersonSession).all()
    assert token.encode() not in bytes(row.token_hash)
    assert len(row.token_hash) == 32


@pytest.mark.parametrize("change", ["role", "disabled", "password"])
def test_a_session_sees_at_once_what_was_changed(session, team, clock, change):
    admin = add_person(session, team, Role.ADMIN, clock.now())
    login = add_person(session, team, Role.REVIEWER, clock.now())
    token, person = signed_in(session, login, clock.now())
    user = session.get(users.User, person.user_id)
    if change == "role":
        users.give_role(session, user.id, team, Role.AUDITOR)
        assert sessions.person_of(session, token, now=clock.now()).role is Role.AUDITOR
        return
    if change == "disabled":
        user.disabled_at = clock.now()
    else:
        users.set_password(session, QUICK, user, "lantern river plum seven", must_change=False)
    session.flush()
    with pytest.raises(NotSignedInError):
        sessions.person_of(session, token, now=clock.now())
    assert signed_in(session, admin, clock.now())[1].role is Role.ADMIN


def test_a_session_ends_after_twelve_hours_though_it_is_used(session, team, clock):
    token, _ = signed_in(session, add_person(session, team, Role.REVIEWER, clock.now()), clock.now())
    until = clock.now() + timedelta(hours=12)
    while clock.now() < until:
        sessions.person_of(session, token, now=clock.now())
        session.flush()
        clock.forward(minutes=40)
    with pytest.raises(NotSignedInError):
        sessions.person_of(session, token, now=clock.now())


def test_nobody_signs_in_to_a_team_that_is_not_theirs(session, team, clock):
    login = add_person(session, team, Role.REVIEWER, clock.now())
    user = users.proven_user(session, QUICK, login=login, password=PASSWORD, now=clock.now())
    other = add_team(session, "Dadaab", clock).id
    with pytest.raises(NotAllowedError):
        sessions.open_session(session, user, now=clock.now(), team_id=other)


def test_one_begins_in_the_team_that_one_last_worked_in(session, team, clock):
    login = add_person(session, team, Role.REVIEWER, clock.now())
    _, person = signed_in(session, login, clock.now())
    others = [add_team(session, name, clock).id for name in ("Dadaab", "Goma", "Bunia")]
    for other in others:
        users.give_role(session, person.user_id, other, Role.REVIEWER)
    for other in others:
        user = users.proven_user(session, QUICK, login=login, password=PASSWORD, now=clock.now())
        token = sessions.open_session(session, user, now=clock.now(), team_id=other)
        clock.forward(minutes=5)
        sessions.person_of(session, token, now=clock.now())
        sessions.close_session(session, token)
        with pytest.raises(NotSignedInError):
            sessions.person_of(session, token, now=clock.now())
        clock.forward(days=3)
        assert signed_in(session, login, clock.now())[1].team_id == other
    users.take_role(session, person.user_id, others[-1])
    assert signed_in(session, login, clock.now())[1].team_id != others[-1]


def test_an_auditor_sees_no_record_and_a_reviewer_manages_nothing():
    assert not RIGHTS[Role.AUDITOR] & {Right.READ_RECORDS, Right.WRITE_RECORDS, Right.EXPORT_RECORDS}
    assert not any(right.value.startswith("manage") for right in RIGHTS[Role.REVIEWER])
    assert RIGHTS[Role.ADMIN] == frozenset(Right)
