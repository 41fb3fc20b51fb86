"""A reviewer corrects a line. The correction stands here at once and goes down to the laptop."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.language import guess_language, script_of
from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.ids import random_id
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.refreshing import refresh_page, stand, sum_up
from headquarters.records.standing import StandingLine
from headquarters.records.tables import Document, LineCorrection, Page, PageReading
from headquarters.records.telling import storable
from headquarters.records.view import document_of
from headquarters.review.downward import hold, tell
from headquarters.review.errors import ChangedMeanwhileError, ErasedError, ReviewError
from headquarters.search import texts

MOST_LINE = 10_000
MOST_REASON = 2000


def correct_line(
    session: Session,
    person: Person,
    document_id: str,
    page_id: str,
    line_id: str,
    *,
    text: str,
    previous: str | None,
    reason: str = "",
    now: datetime,
) -> LineCorrection:
    """Give a line the text that a reviewer says it has; the same text says that it is right.

    Args:
        session: In a transaction.
        person: The reviewer.
        document_id: The record.
        page_id: The page.
        line_id: The line, as it stands.
        text: What it should read.
        previous: What it read when the reviewer saw it; None does not look.
        reason: Why, for the field.
        now: The time.

    Raises:
        NotAllowedError: The person is no reviewer.
        NoSuchThingError: There is no such record, page or line in the team.
        ChangedMeanwhileError: The line reads otherwise meanwhile.
        ReviewError: The text is empty or too long.
    """
    person.require(Right.WRITE_RECORDS)
    plain, why = one_line(text, MOST_LINE), one_line(reason, MOST_REASON)
    if not plain:
        raise ReviewError("A line needs a text.", remedy="Return the record if the line should not be there.")
    document = living(session, person, document_id)
    page, reading, corrections = _lines_of(session, document, page_id)
    line = _line(stand(reading, corrections).lines, line_id)
    if previous is not None and one_line(previous, MOST_LINE) != one_line(line.text, MOST_LINE):
        raise ChangedMeanwhileError(
            "The line was changed while you looked at it. Your text was not saved.",
            remedy="Look at the line as it stands now, and correct it if that is still needed.",
        )
    correction = _correction(person, document, page, reading, line, plain, why, now)
    session.add(correction)
    session.flush()
    _bring_up_to_date(session, document, page, reading, [*corrections, correction], now)
    tell(
        session,
        person,
        document,
        "correction",
        correction.id,
        "text",
        {
            "document": document.id,
            "page": page.id,
            "reading": reading.id,
            "line": line_id,
            "previous": line.text,
            "text": plain,
            "reason": why,
        },
    )
    audit.record(
        session,
        team_id=document.team_id,
        actor=person.author,
        action="record.corrected",
        subject=document.id,
        details={"page": page.id, "line": line_id, "correction": correction.id},
        at=now,
    )
    return correction


def living(session: Session, person: Person, document_id: str) -> Document:
    """Return a record of the person's team that was not erased, held until the commit.

    Raises:
        NoSuchThingError: There is none.
        ErasedError: It was erased.
    """
    document = document_of(session, person.team_id, document_id)
    hold(session, document.team_id, document.library_id)
    session.refresh(document)
    if document.erased_at is not None:
        raise ErasedError("The record was erased.", remedy="Nothing can be done with it any more.")
    return document


def one_line(text: str, most: int) -> str:
    """Return a text as a line can hold it; raises ReviewError if it is too long."""
    letters = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    plain = unicodedata.normalize("NFC", storable(letters)).strip()
    if len(plain) > most:
        raise ReviewError(f"A text here has at most {most} characters.", remedy="Shorten it.")
    return plain


def _lines_of(
    session: Session, document: Document, page_id: str
) -> tuple[Page, PageReading, list[LineCorrection]]:
    page = session.get(Page, (document.team_id, page_id))
    if page is None or page.document_id != document.id or page.reading_id is None:
        raise NoSuchThingError("There is no such page, or it is not read yet.")
    reading = session.get(PageReading, (document.team_id, page.reading_id))
    assert reading is not None
    corrections = session.scalars(
        select(LineCorrection)
        .where(LineCorrection.team_id == document.team_id, LineCorrection.page_id == page_id)
        .order_by(LineCorrection.number)
    )
    return page, reading, [each for each in corrections if each.reading_id == reading.id]


def _line(lines: Sequence[StandingLine], line_id: str) -> StandingLine:
    found = next((line for line in lines if line.id == line_id), None)
    if found is None:
        raise NoSuchThingError(
            "There is no such line on the page any more.", remedy="Load the page anew and look for it."
        )
    return found


def _correction(
    person: Person,
    document: Document,
    page: Page,
    reading: PageReading,
    line: StandingLine,
    text: str,
    reason: str,
    now: datetime,
) -> LineCorrection:
    script = script_of(text)
    made = {
        "text": text,
        "confidence": 1.0,
        "doubts": [],
        "quad": line.quad,
        "script": script,
        "language": guess_language(text, script),
        "engine": "person",
    }
    before = {"text": line.text, "confidence": line.confidence, "doubtful": line.doubtful}
    return LineCorrection(
        team_id=document.team_id,
        id=random_id(),
        document_id=document.id,
        page_id=page.id,
        reading_id=reading.id,
        kind="text",
        body={
            "targets": [line.id],
            "replacement": [{"id": line.id, "line": made}],
            "previous": [{"id": line.id, "line": before}],
            "after": None,
        },
        author=person.author,
        made_at=now.isoformat(timespec="milliseconds"),
        by_hq=True,
        reason=reason,
        standing="in-force",
        refused="",
        at="",
        device="",
    )


def _bring_up_to_date(
    session: Session,
    document: Document,
    page: Page,
    reading: PageReading,
    corrections: Sequence[LineCorrection],
    now: datetime,
) -> None:
    document.changed_at = now
    texts.put(session, document.team_id, [refresh_page(session, page, reading, corrections)])
    session.flush()
    sum_up(session, document)
