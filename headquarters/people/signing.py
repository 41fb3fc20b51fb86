"""Signing in: who proves who they are gets a session, who does not is counted, and both are noted."""

from headquarters import audit
from headquarters.parts import Headquarters
from headquarters.people import sessions, users
from headquarters.people.passwords import Passwords


def sign_in(
    parts: Headquarters,
    passwords: Passwords,
    login: str,
    password: str,
    *,
    kind: str,
    team_id: str | None = None,
) -> str:
    """Return the token of a new session.

    Args:
        parts: Of headquarters.
        passwords: Compares passwords.
        login: As it was typed.
        password: As it was typed.
        kind: ``web`` or ``api``.
        team_id: Which team to begin in; None takes the one that they last worked in.

    Raises:
        SignInError: They do not go together, or the account waits after too many wrong passwords.
        NotAllowedError: They have no role in such a team.
    """
    now = parts.clock.now()
    with parts.database.transaction() as session:
        user = users.proven_user(session, passwords, login=login, password=password, now=now)
        token = None
        if user is not None:
            token = sessions.open_session(session, user, now=now, kind=kind, team_id=team_id)
            person = sessions.person_of(session, token, now=now)
            audit.record(
                session,
                team_id=person.team_id,
                actor=person.author,
                action="person.signed-in",
                subject=user.id,
                details={"kind": kind},
                at=now,
            )
    if token is None:
        raise users.refused()
    return token
