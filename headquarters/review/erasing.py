"""The right to erasure: what a record says goes, here at once and on the laptop when it next comes by.

What is left is a tombstone: the ids, when and why it was erased, and when the laptop confirmed it. So nothing
that a laptop still sends of it can bring it back.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from headquarters import audit, down
from headquarters.blobs import erasing as files
from headquarters.ids import random_id
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.confirming import is_gone
from headquarters.records.group_tables import CaseDocument, DocumentTag, PageAnswer
from headquarters.records.tables import Conflict, Document, LineCorrection, Page
from headquarters.review.correcting import living
from headquarters.review.downward import hold, tell
from headquarters.review.errors import ReviewError
from headquarters.review.reviewing import text_of
from headquarters.review.settings import settings_of
from headquarters.review.tables import Comment, CropRequest, DocumentReview, Erasure, FileRequest
from headquarters.search.tables import SearchText
from headquarters.sync.entries import erase_payloads
from headquarters.teams import Team

_AT_ONCE = 200
_SAYING = (
    CaseDocument,
    Comment,
    Conflict,
    CropRequest,
    DocumentReview,
    DocumentTag,
    FileRequest,
    LineCorrection,
    Page,  # with its readings
    PageAnswer,
    SearchText,
)


def request_erasure(
    session: Session, person: Person, document_id: str, *, reason: str, now: datetime
) -> Erasure:
    """Erase a record here, and tell the laptop to.

    Args:
        session: In a transaction.
        person: An admin.
        document_id: The record.
        reason: Why, without anything that the record says; it is kept.
        now: The time.

    Raises:
        NotAllowedError: The person is no admin.
        NoSuchThingError: There is no such record in the team.
        ReviewError: The reason is missing.
    """
    person.require(Right.MANAGE_TEAM)
    why = text_of(reason)
    if not why:
        raise ReviewError(
            "An erasure needs a reason.", remedy="Write who asked for it and when, without names."
        )
    document = living(session, person, document_id)
    erasure = Erasure(
        team_id=document.team_id,
        id=random_id(),
        document_id=document.id,
        library_id=document.library_id,
        reason=why,
        asked_by=person.author,
        asked_at=now,
        # Laptops that removed it already have nothing left to confirm.
        confirmed_at=now if is_gone(session, document.team_id, document.library_id, document.id) else None,
    )
    session.add(erasure)
    erase(session, document, now)
    tell(session, person, document, "document", document.id, "erase", {"request": erasure.id, "reason": why})
    audit.record(
        session,
        team_id=document.team_id,
        actor=person.author,
        action="record.erased",
        subject=document.id,
        details={"request": erasure.id},
        at=now,
    )
    return erasure


def erase(session: Session, document: Document, now: datetime) -> None:
    """Erase all that headquarters has of a record but its tombstone."""
    for table in _SAYING:
        meant = delete(table).where(table.team_id == document.team_id, table.document_id == document.id)
        session.execute(meant)
    down.erase_payloads(session, document.team_id, document.id)
    erase_payloads(session, document.team_id, document.id)
    files.erase(session, document.team_id, document.id)
    document.name = document.added_at = document.added_by = document.media_type = document.languages = ""
    document.field_reason = document.field_by = document.hq_reason = document.hq_by = ""
    document.sha256 = document.lowest_confidence = None
    document.pages_read = document.pages_failed = document.doubtful_lines = 0
    document.open_conflicts = document.byte_size = 0
    document.erased_at, document.changed_at, document.changed_since = now, now, False
    session.flush()


def erasures_of(session: Session, team_id: str) -> Sequence[Erasure]:
    """Return what was asked to be erased in a team, the latest first."""
    return session.scalars(
        select(Erasure).where(Erasure.team_id == team_id).order_by(Erasure.asked_at.desc(), Erasure.id)
    ).all()


def keep_to_retention(session: Session, now: datetime) -> int:
    """Erase some of what teams keep no longer; return how many records, 0 when nothing is left to do.

    To be called from time to time, a transaction each.
    """
    erased = []
    for team_id in session.scalars(select(Team.id).order_by(Team.id)).all():
        settings = settings_of(session, team_id)  # Those of a team that never changed any count as well.
        too_old = [Document.removed_at < now - timedelta(days=settings.keep_removed_days)]
        if settings.keep_records_days is not None:
            too_old.append(Document.changed_at < now - timedelta(days=settings.keep_records_days))
        meant = (
            select(Document)
            .where(Document.team_id == team_id, Document.erased_at.is_(None), or_(*too_old))
            # Whoever holds several libraries takes them in this order, so that nobody waits in a circle.
            .order_by(Document.library_id, Document.number)
            .limit(_AT_ONCE)
        )
        for document in session.scalars(meant).all():
            hold(session, document.team_id, document.library_id)
            erase(session, document, now)
            erased.append(document)
    for document in erased:  # At the end: who holds the audit log must wait for no library.
        audit.record(
            session,
            team_id=document.team_id,
            actor="system",
            action="record.retention-ended",
            subject=document.id,
            at=now,
        )
    return len(erased)
