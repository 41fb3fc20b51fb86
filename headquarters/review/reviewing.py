"""A reviewer says what a record is: approved, a problem, returned to the field; comments; asks for files."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.ids import random_id
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.tables import Document, Page, PageReading
from headquarters.records.telling import storable
from headquarters.review.correcting import living
from headquarters.review.downward import tell
from headquarters.review.errors import ReasonMissingError, ReviewError
from headquarters.review.tables import Comment, DocumentReview, FileRequest
from headquarters.search import texts
from headquarters.search.texts import Findable

STATES = ("none", "approved", "returned", "problem")
_WITH_REASON = frozenset({"returned", "problem"})
MOST_COMMENT = 5000


def review(
    session: Session, person: Person, document_id: str, state: str, *, reason: str = "", now: datetime
) -> Document:
    """Say what a record is.

    Args:
        session: In a transaction.
        person: The reviewer.
        document_id: The record.
        state: One of ``STATES``.
        reason: For the field; must be given with ``returned`` and ``problem``.
        now: The time.

    Raises:
        NotAllowedError: The person is no reviewer.
        NoSuchThingError: There is no such record in the team.
        ReviewError: There is no such state, or the reason is missing.
    """
    person.require(Right.WRITE_RECORDS)
    why = text_of(reason)
    if state not in STATES:
        raise ReviewError("There is no such state of a record.", remedy=f"Choose one of {', '.join(STATES)}.")
    if state in _WITH_REASON and not why:
        raise ReasonMissingError(
            "Whoever gets the record back must know why.", remedy="Write what is to be done, in a sentence."
        )
    document = living(session, person, document_id)
    request = random_id()
    document.hq_state, document.hq_reason, document.hq_by = state, why, person.author
    document.hq_at, document.changed_since, document.changed_at = now, False, now
    session.add(
        DocumentReview(
            team_id=document.team_id,
            document_id=document.id,
            by_hq=True,
            state=state,
            reason=why,
            author=person.author,
            at=now,
            request_id=request,
        )
    )
    tell(session, person, document, "document", document.id, "review", {"state": state, "reason": why})
    _note(session, person, document, f"record.{'unreviewed' if state == 'none' else state}", now)
    return document


def comment(session: Session, person: Person, document_id: str, text: str, *, now: datetime) -> Comment:
    """Say something about a record, to the field and to colleagues; raises as :func:`review` does."""
    person.require(Right.WRITE_RECORDS)
    plain = text_of(text)
    if not plain:
        raise ReviewError("A comment needs a text.", remedy="Write something.")
    document = living(session, person, document_id)
    made = Comment(
        team_id=document.team_id,
        id=random_id(),
        document_id=document.id,
        author=person.author,
        text=plain,
        at=now,
    )
    session.add(made)
    session.flush()
    texts.put(session, document.team_id, [Findable("comment", made.id, document.id, None, plain)])
    tell(session, person, document, "comment", made.id, "added", {"document": document.id, "text": plain})
    _note(session, person, document, "record.commented", now)
    return made


def ask_for_images(
    session: Session, person: Person, document_id: str, *, original: bool = False, now: datetime
) -> Sequence[FileRequest]:
    """Ask the laptop for the page images of a record, or for its original file.

    What was asked for before is not asked for again. Raises as :func:`review` does.
    """
    person.require(Right.WRITE_RECORDS)
    document = living(session, person, document_id)
    wanted = {document.sha256} if original else _images_of(session, document)
    known = set(
        session.scalars(
            select(FileRequest.sha256).where(
                FileRequest.team_id == document.team_id, FileRequest.document_id == document.id
            )
        )
    )
    new = sorted(each for each in wanted - known if each)
    made = [
        FileRequest(
            team_id=document.team_id,
            id=random_id(),
            document_id=document.id,
            sha256=sha256,
            asked_by=person.author,
            asked_at=now,
        )
        for sha256 in new
    ]
    if made:
        session.add_all(made)
        tell(session, person, document, "blob", made[0].id, "want", {"document": document.id, "sha256s": new})
        _note(session, person, document, "record.files-asked", now)
    return made


def text_of(text: str) -> str:
    """Return a text of several lines as it is kept; raises ReviewError if it is too long."""
    plain = storable("\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))).strip()
    if len(plain) > MOST_COMMENT:
        raise ReviewError(f"A text here has at most {MOST_COMMENT} characters.", remedy="Shorten it.")
    return plain


def _images_of(session: Session, document: Document) -> set[str | None]:
    return set(
        session.scalars(
            select(PageReading.image_sha256)
            .join(Page, (Page.team_id == PageReading.team_id) & (Page.reading_id == PageReading.id))
            .where(Page.team_id == document.team_id, Page.document_id == document.id)
        )
    )


def _note(session: Session, person: Person, document: Document, action: str, now: datetime) -> None:
    audit.record(
        session,
        team_id=document.team_id,
        actor=person.author,
        action=action,
        subject=document.id,
        details={"library": document.library_id},
        at=now,
    )
