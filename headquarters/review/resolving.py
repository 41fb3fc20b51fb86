"""A reviewer settles a conflict: what holds stays, or the other version comes, or a third text."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.refreshing import sum_up
from headquarters.records.tables import Conflict
from headquarters.review.correcting import correct_line, living
from headquarters.review.errors import ReviewError

CHOICES = ("kept", "other", "text")


def open_conflicts(session: Session, team_id: str, *, limit: int = 100, offset: int = 0) -> list[Conflict]:
    """Return the conflicts of a team that nobody settled yet, the oldest first."""
    return list(
        session.scalars(
            select(Conflict)
            .where(Conflict.team_id == team_id, Conflict.resolved_at.is_(None))
            .order_by(Conflict.found_at, Conflict.id)
            .limit(limit)
            .offset(offset)
        )
    )


def resolve(
    session: Session, person: Person, conflict_id: str, choice: str, *, text: str = "", now: datetime
) -> Conflict:
    """Settle a conflict.

    Args:
        session: In a transaction.
        person: The reviewer.
        conflict_id: The conflict.
        choice: ``kept`` leaves what stands, ``other`` takes the other version, ``text`` a text of its own.
        text: What the line should read, with the choice ``text``.
        now: The time.

    Raises:
        NotAllowedError: The person is no reviewer.
        NoSuchThingError: There is no such conflict in the team, or its line is gone from the page.
        ReviewError: There is no such choice, it is settled already, or a text is missing.
    """
    person.require(Right.WRITE_RECORDS)
    conflict = session.get(Conflict, (person.team_id, conflict_id))
    if conflict is None:
        raise NoSuchThingError("There is no such conflict.", remedy="Look at the list of conflicts.")
    if choice not in CHOICES:
        raise ReviewError("There is no such choice.", remedy=f"Choose one of {', '.join(CHOICES)}.")
    document = living(session, person, conflict.document_id)
    session.refresh(conflict)
    if conflict.resolved_at is not None:
        raise ReviewError("Somebody has settled this conflict already.", remedy="Look at the record.")
    new = {"kept": conflict.kept_text, "other": conflict.other_text, "text": text}[choice]
    # What stands at the laptop may be the other version: whatever is chosen is said to it, also what stands.
    if choice != "kept" or conflict.kind == "laptops":
        correct_line(
            session,
            person,
            document.id,
            conflict.page_id,
            conflict.line_id,
            text=new,
            previous=None,
            now=now,
        )
    conflict.resolved_at, conflict.resolved_by, conflict.resolution = now, person.author, choice
    session.flush()
    sum_up(session, document)
    audit.record(
        session,
        team_id=document.team_id,
        actor=person.author,
        action="conflict.resolved",
        subject=conflict.id,
        details={"document": document.id, "choice": choice},
        at=now,
    )
    return conflict
