"""A record as a person looks at it: its pages with the lines that stand there, and what was said of it."""

import json
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.errors import SandukuError
from engine.reading import Reading
from headquarters.blobs.store import BlobStore
from headquarters.errors import NoSuchThingError
from headquarters.records.group_tables import Case, PageAnswer
from headquarters.records.listing import cases_of, tags_of
from headquarters.records.refreshing import stand
from headquarters.records.standing import StandingLine, quad_of
from headquarters.records.tables import Conflict, Document, LineCorrection, Page, PageReading
from headquarters.review.tables import Comment, CropRequest, DocumentReview, FileRequest


@dataclass(frozen=True, slots=True)
class TeamFiles:
    """The stored files of one team."""

    store: BlobStore
    team_id: str

    def read(self, sha256: str) -> bytes | None:
        """Return the bytes of a file; None if it is not here."""
        return self.store.open(self.team_id, sha256)

    def has(self, sha256: str) -> bool:
        """Return whether a file is here."""
        return self.store.size(self.team_id, sha256) is not None


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it is shown.

    Attributes:
        line: As it stands.
        as_read: What the model had read in its place; None if it is as the model read it, or was added.
        correction: The correction that made it as it stands; None if it is as the model read it.
    """

    line: StandingLine
    as_read: str | None
    correction: LineCorrection | None

    @property
    def pending(self) -> bool:
        """Whether headquarters changed it and the laptop has not confirmed that yet."""
        made = self.correction
        return made is not None and made.by_hq and made.confirmed_at is None and made.stream_id is None


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it is shown.

    Attributes:
        page: Its row.
        reading: The reading in force; None before it is read.
        lines: In reading order.
        size: Width and height of the upright page in pixels; None while the places of lines are not here.
        image: SHA-256 of the page image, if the laptop told one.
        has_image: Whether that image is here.
        has_small: Whether a small one of it is here, which most laptops send first.
    """

    page: Page
    reading: PageReading | None
    lines: tuple[ShownLine, ...]
    size: tuple[int, int] | None
    image: str | None
    has_image: bool
    has_small: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A document with all that is known of it.

    Attributes:
        document: Its row.
        pages: In order.
        answers: What image models said, the latest first.
        conflicts: Open ones first.
        reviews: What was said of it, the latest first.
        comments: In order.
        corrections: All of them, the latest first.
        tags: Free words on it.
        cases: That it belongs to.
        requests: Files that were asked for.
        crops: Parts of pages that were asked for, in the order of asking.
    """

    document: Document
    pages: tuple[ShownPage, ...]
    answers: tuple[PageAnswer, ...]
    conflicts: tuple[Conflict, ...]
    reviews: tuple[DocumentReview, ...]
    comments: tuple[Comment, ...]
    corrections: tuple[LineCorrection, ...]
    tags: tuple[str, ...]
    cases: tuple[Case, ...]
    requests: tuple[FileRequest, ...]
    crops: tuple[CropRequest, ...]


def original_of(record: Record, files: TeamFiles) -> Literal["not-asked", "asked", "here", "refused"]:
    """Return how far the original file of a record is."""
    sha256 = record.document.sha256
    if sha256 and files.has(sha256):
        return "here"
    asked = [each for each in record.requests if each.sha256 == sha256]
    if not asked:
        return "not-asked"
    return "refused" if any(each.refused for each in asked) else "asked"


def refused_original(record: Record) -> str:
    """Return why the laptop cannot send the original file, as a stable name; empty if it never said so."""
    asked = [each.refused for each in record.requests if each.sha256 == record.document.sha256]
    return next(filter(None, asked), "")


def document_of(session: Session, team_id: str, document_id: str) -> Document:
    """Return a document of a team; raises NoSuchThingError."""
    document = session.get(Document, (team_id, document_id))
    if document is None:
        raise NoSuchThingError("There is no such record.", remedy="Look for it in the list of records.")
    return document


def record_of(
    session: Session, team_id: str, document_id: str, files: TeamFiles, *, page_index: int | None = None
) -> Record:
    """Return a record of a team; raises NoSuchThingError.

    Args:
        session: Of the database.
        team_id: The team.
        document_id: The document.
        files: Those of the team.
        page_index: Lines and places of this page alone are looked up; None looks up those of all.
    """
    document = document_of(session, team_id, document_id)
    corrections = list(
        session.scalars(
            select(LineCorrection)
            .where(LineCorrection.team_id == team_id, LineCorrection.document_id == document_id)
            .order_by(LineCorrection.number)
        )
    )
    rows = session.execute(
        select(Page, PageReading)
        .outerjoin(PageReading, (PageReading.team_id == Page.team_id) & (PageReading.id == Page.reading_id))
        .where(Page.team_id == team_id, Page.document_id == document_id)
        .order_by(Page.page_index)
    ).all()
    pages = tuple(
        shown_page(page, reading, [each for each in corrections if each.page_id == page.id], files)
        if page_index in (None, page.page_index)
        else ShownPage(page, reading, (), None, None, has_image=False)
        for page, reading in rows
    )
    conflicts = sorted(
        session.scalars(
            select(Conflict).where(Conflict.team_id == team_id, Conflict.document_id == document_id)
        ),
        key=lambda each: (each.resolved_at is not None, each.found_at, each.id),
    )
    return Record(
        document,
        pages,
        tuple(
            session.scalars(
                select(PageAnswer)
                .where(PageAnswer.team_id == team_id, PageAnswer.document_id == document_id)
                .order_by(PageAnswer.number.desc())
            )
        ),
        tuple(conflicts),
        tuple(
            session.scalars(
                select(DocumentReview)
                .where(DocumentReview.team_id == team_id, DocumentReview.document_id == document_id)
                .order_by(DocumentReview.number.desc())
            )
        ),
        tuple(
            session.scalars(
                select(Comment)
                .where(Comment.team_id == team_id, Comment.document_id == document_id)
                .order_by(Comment.at, Comment.id)
            )
        ),
        tuple(reversed(corrections)),
        tuple(tags_of(session, team_id, [document_id])[document_id]),
        tuple(cases_of(session, team_id, document_id)),
        tuple(
            session.scalars(
                select(FileRequest).where(
                    FileRequest.team_id == team_id, FileRequest.document_id == document_id
                )
            )
        ),
        tuple(
            session.scalars(
                select(CropRequest)
                .where(CropRequest.team_id == team_id, CropRequest.document_id == document_id)
                .order_by(CropRequest.asked_at, CropRequest.id)
            )
        ),
    )


def shown_page(
    page: Page, reading: PageReading | None, corrections: list[LineCorrection], files: TeamFiles
) -> ShownPage:
    """Return a page as it is shown, with the places of its lines where they are here."""
    if reading is None:
        return ShownPage(page, None, (), None, None, has_image=False)
    of_reading = [each for each in corrections if each.reading_id == reading.id]
    lines = stand(reading, of_reading).lines
    places, size = _places(reading, files)
    by_id = {each.id: each for each in of_reading}
    as_read = {str(row[0]): str(row[1]) for row in reading.lines}
    shown = tuple(
        ShownLine(
            line if line.quad is not None else replace(line, quad=places.get(line.id)),
            as_read.get(line.id) if line.made_by else None,
            by_id.get(line.made_by or ""),
        )
        for line in lines
    )
    image, small = reading.image_sha256, reading.thumbnail_sha256
    return ShownPage(
        page,
        reading,
        shown,
        size,
        image,
        has_image=image is not None and files.has(image),
        has_small=small is not None and files.has(small),
    )


def page_of(session: Session, document: Document, page_id: str, files: TeamFiles) -> ShownPage:
    """Return one page of a document as it is shown; raises NoSuchThingError."""
    page = session.get(Page, (document.team_id, page_id))
    if page is None or page.document_id != document.id or page.reading_id is None:
        raise NoSuchThingError("There is no such page, or it is not read yet.")
    reading = session.get(PageReading, (document.team_id, page.reading_id))
    corrections = session.scalars(
        select(LineCorrection)
        .where(LineCorrection.team_id == document.team_id, LineCorrection.page_id == page_id)
        .order_by(LineCorrection.number)
    )
    return shown_page(page, reading, list(corrections), files)


def _places(
    reading: PageReading, files: TeamFiles
) -> tuple[dict[str, tuple[tuple[float, float], ...]], tuple[int, int] | None]:
    """Return where lines stand, by their ids, and the size of the page; nothing where that is not here."""
    content = None if reading.body_sha256 is None else files.read(reading.body_sha256)
    if content is None:
        return {}, None
    try:
        body = Reading.from_json(json.loads(content))
        places = {str(number): quad_of(line.quad.points) for number, line in enumerate(body.lines)}
        size = int(body.width), int(body.height)
    except (ValueError, KeyError, TypeError, SandukuError, RecursionError):
        return {}, None  # Its hash is right and its content is not: that laptop's Sanduku is another one.
    return (places, size) if min(size) > 0 else ({}, None)
