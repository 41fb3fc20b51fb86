"""Makes users, lets them prove who they are, and shuts out who guesses."""

import re
import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from headquarters.ids import random_id
from headquarters.people.errors import SignInError, UserError
from headquarters.people.passwords import Passwords, check_new_password
from headquarters.people.roles import Role
from headquarters.people.tables import Membership, PersonSession, TeamInvitation, User

TRIES = 5
"""Wrong passwords in a row after which an account waits."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._+@-]{1,99}", re.ASCII)
_NO_LETTERS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def clean_login(login: str) -> str:
    """Return a login as it is kept; raises UserError if it cannot be one."""
    plain = login.strip().lower()
    if not _LOGIN.fullmatch(plain):
        raise UserError(
            "A login has 2 to 100 letters, digits, dots, dashes or an @.", remedy="An e-mail address is fine."
        )
    return plain


def clean_name(name: str) -> str:
    """Return a name as it is kept: one line without marks of direction; raises UserError if empty."""
    letters = "".join(" " if unicodedata.category(each) in _NO_LETTERS else each for each in name)
    plain = unicodedata.normalize("NFC", " ".join(letters.split()))[:100]
    if not plain:
        raise UserError("A user needs a name.", remedy="Type the name that others should see.")
    return plain


def create_user(
    session: Session,
    passwords: Passwords,
    *,
    login: str,
    name: str,
    password: str,
    now: datetime,
    must_change: bool = True,
    language: str = "en",
) -> User:
    """Make a user without any role; raises UserError or PasswordError."""
    login, name = clean_login(login), clean_name(name)
    check_new_password(password, login=login, name=name)
    if session.scalar(select(User.id).where(User.login == login)) is not None:
        raise UserError("There is a user with this login already.", remedy="Give that user a role instead.")
    user = User(
        id=random_id(),
        login=login,
        name=name,
        password=passwords.hashed(password),
        must_change=must_change,
        language=language,
        failures=0,
        created_at=now,
    )
    session.add(user)
    session.flush()
    return user


def give_role(session: Session, user_id: str, team_id: str, role: Role) -> None:
    """Give a user a role in a team, in place of the one before; open sessions take it at once.

    An invitation to the team is over with it: its role may be another one.
    """
    session.execute(
        delete(TeamInvitation).where(TeamInvitation.user_id == user_id, TeamInvitation.team_id == team_id)
    )
    session.merge(Membership(user_id=user_id, team_id=team_id, role=role.value))
    session.flush()


def take_role(session: Session, user_id: str, team_id: str) -> None:
    """Take a user out of a team, and end what is open there; raises UserError for a team's last admin."""
    member = session.get(Membership, (user_id, team_id))
    if member is None:
        return
    if member.role == Role.ADMIN:
        require_other_admin(session, user_id, team_id)
    session.delete(member)
    for each in session.scalars(
        select(PersonSession).where(PersonSession.user_id == user_id, PersonSession.team_id == team_id)
    ):
        session.delete(each)
    session.flush()


def has_team(session: Session, user_id: str) -> bool:
    """Return whether a user has a role in any team."""
    return (
        session.scalar(select(Membership.team_id).where(Membership.user_id == user_id).limit(1)) is not None
    )


def require_other_admin(session: Session, user_id: str, team_id: str) -> None:
    """Raise UserError if nobody but this user is an admin of a team."""
    others = select(Membership).where(
        Membership.team_id == team_id, Membership.role == Role.ADMIN.value, Membership.user_id != user_id
    )
    if session.scalars(others).first() is None:
        raise UserError("A team needs at least one admin.", remedy="Make somebody else an admin first.")


def proven_user(
    session: Session, passwords: Passwords, *, login: str, password: str, now: datetime
) -> User | None:
    """Return the user whose login and password these are.

    None if they are not, or while the account waits after too many wrong ones; which of it is not told. A
    wrong password is counted, so nothing may be raised before the transaction is committed.
    """
    plain = login.strip().lower()
    user = None
    if _LOGIN.fullmatch(plain):  # Nobody has another one, and the database does not take every letter.
        user = session.scalar(select(User).where(User.login == plain).with_for_update())
    waits = user is not None and user.locked_until is not None and user.locked_until > now
    # Tried also where it cannot succeed: how long it takes must not tell who has an account.
    fits = passwords.fits(password, None if user is None else user.password)
    if user is None or waits or user.disabled_at is not None:
        return None
    if not fits:
        user.failures += 1
        if user.failures >= TRIES:
            wait = FIRST_WAIT * 2 ** min(user.failures - TRIES, 10)
            user.locked_until = now + min(wait, LONGEST_WAIT)
        session.flush()
        return None
    user.failures, user.locked_until = 0, None
    return user


def change_password(session: Session, passwords: Passwords, user: User, *, old: str, new: str) -> None:
    """Give a user another password, and end all their sessions.

    Raises:
        SignInError: The old one is wrong.
        PasswordError: The new one is too easy to guess.
    """
    if not passwords.fits(old, user.password):
        raise refused()
    check_new_password(new, login=user.login, name=user.name)
    set_password(session, passwords, user, new, must_change=False)


def set_password(
    session: Session, passwords: Passwords, user: User, password: str, *, must_change: bool
) -> None:
    """Set a user's password without asking for the old one, and end all their sessions."""
    user.password = passwords.hashed(password)
    user.must_change = must_change
    user.failures, user.locked_until = 0, None
    for each in session.scalars(select(PersonSession).where(PersonSession.user_id == user.id)):
        session.delete(each)
    session.flush()


def refused() -> SignInError:
    """Return the error for a login and a password that do not go together."""
    return SignInError(
        "This login and password do not go together.",
        remedy=f"Try again. After {TRIES} wrong passwords the account waits for a while.",
    )
