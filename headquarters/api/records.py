"""Records: listing, searching, reading, correcting, reviewing, exporting."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from headquarters.api import shapes
from headquarters.errors import NoSuchThingError
from headquarters.export.answering import exported
from headquarters.parts import InTransaction, Parts
from headquarters.people.access import Exporter, Reader, TeamManager, Writer
from headquarters.records.listing import RecordFilter, Shelf, list_records
from headquarters.records.pictures import page_image
from headquarters.records.view import TeamFiles, record_of
from headquarters.review import correcting, erasing, resolving, reviewing
from headquarters.search.finding import find

router = APIRouter(tags=["records"])

RecordId = Annotated[str, Path(max_length=128)]
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
Word = Annotated[str | None, Query(max_length=400)]


def wanted_records(
    shelf: Shelf = Shelf.ALL,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
) -> RecordFilter:
    """Return which records are meant."""
    return RecordFilter(shelf, library, language, tag, case)


@router.get("/records")
def listing(
    session: InTransaction,
    person: Reader,
    shelf: Shelf = Shelf.ALL,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
    before: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None,
    limit: Limit = 50,
) -> shapes.RecordList:
    """List records, the newest first."""
    wanted = wanted_records(shelf, library, language, tag, case)
    page = list_records(session, person.team_id, wanted, before=before, limit=limit)
    return shapes.RecordList(
        total=page.total, records=[shapes.RecordShape.of(each) for each in page.records], older=page.older
    )


@router.get("/records/{record_id}")
def record(session: InTransaction, parts: Parts, person: Reader, record_id: RecordId) -> shapes.FullRecord:
    """Return a record with its lines, and what was said of it."""
    files = TeamFiles(parts.blobs, person.team_id)
    return shapes.FullRecord.of(record_of(session, person.team_id, record_id, files))


@router.get("/records/{record_id}/pages/{page_id}/image", response_class=Response)
def image(
    session: InTransaction, parts: Parts, person: Reader, record_id: RecordId, page_id: RecordId
) -> Response:
    """Return the image of a page; 404 if the laptop did not send it yet."""
    picture = page_image(session, TeamFiles(parts.blobs, person.team_id), person.team_id, record_id, page_id)
    if picture is None:
        raise NoSuchThingError("The page image is not here.", remedy="Ask the laptop for it.")
    return Response(picture.content, media_type=picture.media_type)


@router.post("/records/{record_id}/corrections", status_code=201)
def correction(
    session: InTransaction, parts: Parts, person: Writer, record_id: RecordId, asked: shapes.NewCorrection
) -> shapes.Made:
    """Say what a line reads; it goes down to the laptop."""
    made = correcting.correct_line(
        session,
        person,
        record_id,
        asked.page,
        asked.line,
        text=asked.text,
        previous=asked.previous,
        reason=asked.reason,
        now=parts.clock.now(),
    )
    return shapes.Made(id=made.id)


@router.post("/records/{record_id}/review", status_code=204)
def review(
    session: InTransaction, parts: Parts, person: Writer, record_id: RecordId, asked: shapes.NewReview
) -> Response:
    """Approve a record, return it to the field, say that it is a problem, or take that back."""
    now = parts.clock.now()
    reviewing.review(session, person, record_id, asked.state, reason=asked.reason, now=now)
    return Response(status_code=204)


@router.post("/records/{record_id}/comments", status_code=201)
def comment(
    session: InTransaction, parts: Parts, person: Writer, record_id: RecordId, asked: shapes.NewComment
) -> shapes.Made:
    """Say something about a record."""
    made = reviewing.comment(session, person, record_id, asked.text, now=parts.clock.now())
    return shapes.Made(id=made.id)


@router.post("/records/{record_id}/files", status_code=202)
def files(
    session: InTransaction, parts: Parts, person: Writer, record_id: RecordId, asked: shapes.NewFileRequest
) -> list[shapes.Made]:
    """Ask the laptop for page images, or for the original file."""
    made = reviewing.ask_for_images(
        session, person, record_id, original=asked.original, now=parts.clock.now()
    )
    return [shapes.Made(id=each.id) for each in made]


@router.post("/records/{record_id}/erasure", status_code=202)
def erasure(
    session: InTransaction, parts: Parts, person: TeamManager, record_id: RecordId, asked: shapes.NewErasure
) -> shapes.Made:
    """Erase a record here and on the laptop; it cannot be undone."""
    made = erasing.request_erasure(session, person, record_id, reason=asked.reason, now=parts.clock.now())
    return shapes.Made(id=made.id)


@router.get("/search")
def search(
    session: InTransaction,
    person: Reader,
    q: Annotated[str, Query(max_length=1000)],
    limit: Limit = 25,
    offset: Offset = 0,
) -> shapes.FoundList:
    """Find records by what stands in them, in any of the languages."""
    page = find(session, person.team_id, q, limit=limit, offset=offset)
    return shapes.FoundList(
        total=page.total,
        within_words=page.within_words,
        found=[shapes.FoundShape.of(each) for each in page.found],
    )


@router.get("/conflicts")
def conflicts(
    session: InTransaction, person: Reader, limit: Limit = 100, offset: Offset = 0
) -> shapes.ConflictList:
    """List the conflicts that nobody settled yet."""
    rows = resolving.open_conflicts(session, person.team_id, limit=limit, offset=offset)
    return shapes.ConflictList(conflicts=[shapes.ConflictShape.of(row) for row in rows])


@router.post("/conflicts/{conflict_id}/resolution")
def resolution(
    session: InTransaction, parts: Parts, person: Writer, conflict_id: RecordId, asked: shapes.NewResolution
) -> shapes.ConflictShape:
    """Settle a conflict."""
    row = resolving.resolve(
        session, person, conflict_id, asked.choice, text=asked.text, now=parts.clock.now()
    )
    return shapes.ConflictShape.of(row)


@router.get("/export", response_class=Response)
def export(
    parts: Parts,
    person: Exporter,
    format: Annotated[str, Query(max_length=20)] = "csv",  # noqa: A002 - the parameter's name
    shelf: Shelf = Shelf.ALL,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
) -> Response:
    """Export records as csv, hxl, xlsx, jsonl or parquet."""
    return exported(parts, person, format, wanted_records(shelf, library, language, tag, case))
