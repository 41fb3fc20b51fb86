"""Records: listing, searching, reading, correcting, reviewing, exporting."""

from typing import Annotated, Any

from fastapi import Query, Response
from fastapi.responses import StreamingResponse

from headquarters.api.describing import described_router
from headquarters.api.fields import Limit, Offset, RecordId, Word, wanted_records
from headquarters.api.shapes import records as shapes
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.errors import MalformedRequestError, NoSuchThingError
from headquarters.export.answering import exported
from headquarters.parts import InTransaction, Parts
from headquarters.people.access import Exporter, Reader, TeamManager, Writer
from headquarters.records.listing import Shelf, list_records
from headquarters.records.pictures import page_image
from headquarters.records.view import TeamFiles, record_of
from headquarters.review import correcting, cropping, erasing, resolving, reviewing
from headquarters.review.originals import original_file
from headquarters.search.finding import find

router = described_router("records")

_BYTES = {"schema": {"type": "string", "format": "binary"}}
_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The picture.",
        "content": {"image/jpeg": _BYTES, "image/png": _BYTES, "image/webp": _BYTES},
    }
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": {"application/octet-stream": _BYTES}}
}


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
    return shapes.FullRecord.of(record_of(session, person.team_id, record_id, files), files)


@router.get("/records/{record_id}/pages/{page_id}/image", response_class=Response, responses=_PICTURE)
def image(
    session: InTransaction, parts: Parts, person: Reader, record_id: RecordId, page_id: RecordId
) -> Response:
    """Return the best image of a page that is here; 404 if the laptop did not send any yet."""
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


@router.post("/records/{record_id}/crops", status_code=202)
def crop(
    session: InTransaction, parts: Parts, person: Writer, record_id: RecordId, asked: shapes.NewCrop
) -> shapes.Made:
    """Ask the laptop for a sharper picture of one line, or of a box of your own."""
    now = parts.clock.now()
    if (asked.line is None) == (asked.quad is None):
        raise MalformedRequestError("Name a line, or a box.", remedy="Give one of 'line' and 'quad'.")
    if asked.quad is not None:
        made = cropping.ask_for_box(session, person, record_id, asked.page, asked.quad, now=now)
    else:
        files = TeamFiles(parts.blobs, person.team_id)
        made = cropping.ask_for_line(session, files, person, record_id, asked.page, asked.line or "", now=now)
    return shapes.Made(id=made.id)


@router.get("/records/{record_id}/crops/{crop_id}/image", response_class=Response, responses=_PICTURE)
def crop_image(
    session: InTransaction, parts: Parts, person: Reader, record_id: RecordId, crop_id: RecordId
) -> Response:
    """Return a part of a page that the laptop was asked for; 404 until it is here."""
    files = TeamFiles(parts.blobs, person.team_id)
    picture = cropping.picture_of_crop(session, files, person, record_id, crop_id)
    return Response(picture.content, media_type=picture.media_type)


@router.get("/records/{record_id}/original", response_class=StreamingResponse, responses=_FILE)
def original(parts: Parts, person: Reader, record_id: RecordId) -> Response:
    """Return the file that was added at the laptop; 404 until it is here. It is noted in the audit log."""
    return original_file(parts, person, record_id)


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
    q: Annotated[str, Query(max_length=1000, pattern=WITHOUT_NUL)],
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


@router.get("/export", response_class=Response, responses=_FILE)
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
