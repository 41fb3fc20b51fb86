"""How long a team keeps what."""

from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review.errors import ReviewError
from headquarters.review.tables import TeamSettings

MOST_DAYS = 36_500
_KEPT = 30


def settings_of(session: Session, team_id: str) -> TeamSettings:
    """Return the settings of a team, those of a new one if nobody changed any."""
    found = session.get(TeamSettings, team_id)
    return found or TeamSettings(team_id=team_id, keep_removed_days=_KEPT, keep_records_days=None)


def change_settings(
    session: Session, person: Person, *, keep_removed_days: int, keep_records_days: int | None
) -> TeamSettings:
    """Say how long the team keeps what.

    Args:
        session: In a transaction.
        person: An admin.
        keep_removed_days: Days after which what a laptop removed for good is erased here too.
        keep_records_days: Days after which records that nobody changed are erased; None keeps them.

    Raises:
        NotAllowedError: The person is no admin.
        ReviewError: A number of days does not do.
    """
    person.require(Right.MANAGE_TEAM)
    if not 0 <= keep_removed_days <= MOST_DAYS or not 1 <= (keep_records_days or 1) <= MOST_DAYS:
        raise ReviewError("This number of days does not do.", remedy=f"Choose from 1 to {MOST_DAYS} days.")
    settings = settings_of(session, person.team_id)
    settings.keep_removed_days, settings.keep_records_days = keep_removed_days, keep_records_days
    session.add(settings)
    session.flush()
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action="team.settings",
        subject=person.team_id,
        details={"keep_removed_days": keep_removed_days, "keep_records_days": keep_records_days},
    )
    return settings
