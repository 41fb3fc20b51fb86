"""Shapes of records: what stands in them, what is said of them, what laptops are asked for."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from headquarters.api.shapes.base import Id, Shape, Words
from headquarters.records.tables import Conflict, Document
from headquarters.records.view import Record, ShownPage, TeamFiles, original_of, refused_original
from headquarters.review.tables import CropRequest
from headquarters.search.finding import Found

Pixel = Annotated[float, Field(ge=0, le=200_000)]
Corner = Annotated[list[Pixel], Field(min_length=2, max_length=2)]


class NewCorrection(Shape):
    """What a line should read."""

    page: Id
    line: Id
    text: Words
    previous: Words | None = Field(
        None, description="What it read when you saw it; if it reads otherwise now, the answer is 409."
    )
    reason: Words = ""


class NewReview(Shape):
    """What a record is."""

    state: Literal["none", "approved", "returned", "problem"]
    reason: Words = Field("", description="For the field; needed with 'returned' and 'problem'.")


class NewComment(Shape):
    """Something said about a record."""

    text: Words


class NewFileRequest(Shape):
    """Which files of a record are asked for."""

    original: bool = Field(default=False, description="The original file in place of the page images.")


class NewCrop(Shape):
    """Which part of a page is asked for: one line, or a box of your own."""

    page: Id
    line: Id | None = Field(None, description="A line as it stands; its place must be here already.")
    quad: Annotated[list[Corner], Field(min_length=4, max_length=4)] | None = Field(
        None, description="Four corners in pixels of the upright page; in place of a line."
    )


class NewErasure(Shape):
    """Why a record is to be erased."""

    reason: Words


class NewResolution(Shape):
    """How a conflict is settled."""

    choice: Literal["kept", "other", "text"]
    text: Words = ""


class ReviewShape(Shape):
    """What is said of a record."""

    state: str
    reason: str
    by: str


class RecordShape(Shape):
    """A record in a list."""

    id: str
    number: int
    library: str
    name: str
    media_type: str
    pages: int
    pages_read: int
    pages_failed: int = Field(description="That the laptop could not read; their text is missing here.")
    received_at: datetime
    changed_at: datetime
    lowest_confidence: float | None
    doubtful_lines: int
    open_conflicts: int
    languages: list[str]
    review: ReviewShape
    review_in_field: ReviewShape
    changed_since_review: bool
    in_trash: bool
    erased: bool

    @classmethod
    def of(cls, row: Document) -> "RecordShape":
        """Make it from a document."""
        return cls(
            id=row.id,
            number=row.number,
            library=row.library_id,
            name=row.name,
            media_type=row.media_type,
            pages=row.page_count,
            pages_read=row.pages_read,
            pages_failed=row.pages_failed,
            received_at=row.received_at,
            changed_at=row.changed_at,
            lowest_confidence=row.lowest_confidence,
            doubtful_lines=row.doubtful_lines,
            open_conflicts=row.open_conflicts,
            languages=row.languages.split(),
            review=ReviewShape(state=row.hq_state, reason=row.hq_reason, by=row.hq_by),
            review_in_field=ReviewShape(state=row.field_state, reason=row.field_reason, by=row.field_by),
            changed_since_review=row.changed_since,
            in_trash=row.trashed,
            erased=row.erased_at is not None,
        )


class RecordList(Shape):
    """One screen of records, the newest first."""

    total: int
    records: list[RecordShape]
    older: int | None = Field(description="To be given as 'before' for the next screen.")


class LineShape(Shape):
    """A line as it stands."""

    id: str
    text: str
    as_read: str | None = Field(description="What the model had read, if a person changed it.")
    confidence: float
    doubtful: bool
    quad: list[list[float]] | None = Field(
        description="Clockwise from the text's top left, in pixels of the upright page; null if not sent yet."
    )
    language: str
    corrected_by: str | None
    pending: bool = Field(description="Headquarters changed it and the laptop has not confirmed that yet.")


class PageShape(Shape):
    """A page with the lines that stand there."""

    id: str
    index: int
    read: bool
    problem: str | None = Field(
        description="Code of why the laptop could not read it; null where it did, or has not tried yet."
    )
    width: int | None
    height: int | None
    image: bool = Field(description="Whether the page image is at headquarters.")
    small_image: bool = Field(description="Whether a small image of the page is at headquarters.")
    lines: list[LineShape]

    @classmethod
    def of(cls, shown: ShownPage) -> "PageShape":
        """Make it from a page."""
        return cls(
            id=shown.page.id,
            index=shown.page.page_index,
            read=shown.reading is not None,
            problem=shown.page.problem or None,
            width=shown.size[0] if shown.size else None,
            height=shown.size[1] if shown.size else None,
            image=shown.has_image,
            small_image=shown.has_small,
            lines=[
                LineShape(
                    id=each.line.id,
                    text=each.line.text,
                    as_read=each.as_read,
                    confidence=each.line.confidence,
                    doubtful=each.line.unsure,
                    quad=None if each.line.quad is None else [list(point) for point in each.line.quad],
                    language=each.line.language,
                    corrected_by=None if each.correction is None else each.correction.author,
                    pending=each.pending,
                )
                for each in shown.lines
            ],
        )


class ConflictShape(Shape):
    """Two versions of a line."""

    id: str
    record: str
    page: str
    line: str
    kind: str
    kept: str
    other: str
    found_at: datetime
    resolved_at: datetime | None
    resolution: str

    @classmethod
    def of(cls, row: Conflict) -> "ConflictShape":
        """Make it from a conflict."""
        return cls(
            id=row.id,
            record=row.document_id,
            page=row.page_id,
            line=row.line_id,
            kind=row.kind,
            kept=row.kept_text,
            other=row.other_text,
            found_at=row.found_at,
            resolved_at=row.resolved_at,
            resolution=row.resolution,
        )


class CropShape(Shape):
    """A part of a page that the laptop was asked for."""

    id: str
    page: str
    line: str | None
    quad: list[list[float]]
    asked_by: str
    asked_at: datetime
    state: Literal["asked", "cut", "here", "refused"] = Field(
        description="'cut': the laptop has it ready, and sends it next; 'here': the picture can be fetched."
    )
    reason: str = Field(description="Why the laptop cannot send it; else empty.")

    @classmethod
    def of(cls, row: CropRequest, *, here: bool) -> "CropShape":
        """Make it from a request, and whether its picture has arrived."""
        told: Literal["asked", "cut", "here", "refused"] = "asked"
        if row.refused:
            told = "refused"
        elif row.sha256:
            told = "here" if here else "cut"
        return cls(
            id=row.id,
            page=row.page_id,
            line=row.line_id or None,
            quad=row.quad,
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            state=told,
            reason=row.refused,
        )


class OriginalShape(Shape):
    """The file that somebody added at the laptop."""

    state: Literal["not-asked", "asked", "here", "refused"]
    reason: str = Field(description="Why the laptop cannot send it; else empty.")


class FullRecord(Shape):
    """A record with all that is known of it."""

    record: RecordShape
    pages: list[PageShape]
    conflicts: list[ConflictShape]
    answers: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    tags: list[str]
    cases: list[str]
    crops: list[CropShape]
    original: OriginalShape

    @classmethod
    def of(cls, record: Record, files: TeamFiles) -> "FullRecord":
        """Make it from a record and the files of its team."""
        return cls(
            record=RecordShape.of(record.document),
            pages=[PageShape.of(page) for page in record.pages],
            conflicts=[ConflictShape.of(each) for each in record.conflicts],
            answers=[
                {
                    "id": each.id,
                    "page": each.page_id,
                    "question": each.question,
                    "text": each.text if each.review_text is None else each.review_text,
                    "doubtful": each.doubtful,
                    "review": each.review_state,
                    "evidence": (each.body or {}).get("evidence", []),
                }
                for each in record.answers
            ],
            comments=[
                {"author": each.author, "text": each.text, "at": each.at.isoformat()}
                for each in record.comments
            ],
            tags=list(record.tags),
            cases=[case.name for case in record.cases],
            crops=[
                CropShape.of(each, here=bool(each.sha256) and files.has(each.sha256 or ""))
                for each in record.crops
            ],
            original=OriginalShape(state=original_of(record, files), reason=refused_original(record)),
        )


class FoundShape(Shape):
    """Something that was found."""

    record: str
    name: str
    kind: str
    page_index: int | None
    snippet: list[tuple[str, bool]]

    @classmethod
    def of(cls, found: Found) -> "FoundShape":
        """Make it from what was found."""
        return cls(
            record=found.document_id,
            name=found.document_name,
            kind=found.kind,
            page_index=found.page_index,
            snippet=list(found.snippet),
        )


class FoundList(Shape):
    """One screen of what was found."""

    total: int
    within_words: bool
    found: list[FoundShape]


class ConflictList(Shape):
    """Conflicts that nobody settled yet."""

    conflicts: list[ConflictShape]


class Made(Shape):
    """The id of something that was made."""

    id: str
