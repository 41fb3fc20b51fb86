"""Pages of records: the list, the search, one record, and what reviewers do there."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from headquarters.api.fields import Limit, RecordId, Word, wanted_records
from headquarters.api.shapes.base import WITHOUT_NUL
from headquarters.devices.registry import names_of
from headquarters.errors import HeadquartersError, NoSuchThingError
from headquarters.parts import Headquarters, InTransaction, Parts
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.listing import Shelf, counts, list_records, next_to_review, tags_of
from headquarters.records.pictures import page_image
from headquarters.records.view import Record, TeamFiles, original_of, record_of, refused_original
from headquarters.review import correcting, cropping, erasing, reviewing
from headquarters.review.errors import ReviewError
from headquarters.review.originals import original_file
from headquarters.review.tables import CropRequest
from headquarters.search.finding import find
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, Pages, see_other

router = APIRouter(route_class=PageRoute)

Text = Annotated[str, Form(max_length=20_000)]
Name = Annotated[str, Form(max_length=128, pattern=WITHOUT_NUL)]
PageNumber = Annotated[int, Query(alias="page", ge=1, le=100_000)]
_FOUND = 25


@router.get("/records")
def records(
    request: Request,
    session: InTransaction,
    pages: Renderer,
    person: Viewer,
    shelf: Shelf = Shelf.INBOX,
    library: Word = None,
    language: Word = None,
    tag: Word = None,
    case: Word = None,
    before: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None,
    limit: Limit = 50,
) -> Response:
    """List records."""
    person.require(Right.READ_RECORDS)
    wanted = wanted_records(shelf, library, language, tag, case)
    found = list_records(session, person.team_id, wanted, before=before, limit=limit)
    narrowed = {"library": library, "language": language, "tag": tag, "case": case}
    return pages.render(
        request,
        "records",
        person,
        found=found,
        shelf=shelf,
        shelves=list(Shelf),
        counts=counts(session, person.team_id),
        tags=tags_of(session, person.team_id, [each.id for each in found.records]),
        laptops=names_of(session, person.team_id),
        narrowed={name: value for name, value in narrowed.items() if value},
    )


@router.get("/search")
def search(
    request: Request,
    session: InTransaction,
    pages: Renderer,
    person: Viewer,
    q: Annotated[str, Query(max_length=1000, pattern=WITHOUT_NUL)] = "",
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """Find records by what stands in them."""
    person.require(Right.READ_RECORDS)
    found = find(session, person.team_id, q, limit=_FOUND, offset=offset) if q.strip() else None
    return pages.render(request, "search", person, q=q, found=found, offset=offset, step=_FOUND)


@router.get("/records/{record_id}")
def record(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Viewer,
    record_id: RecordId,
    number: PageNumber = 1,
) -> Response:
    """Show a record."""
    return _record_page(request, session, parts, pages, person, record_id, number)


def _record_page(
    request: Request,
    session: InTransaction,
    parts: Headquarters,
    pages: Pages,
    person: Person,
    record_id: str,
    number: int,
    *,
    error: HeadquartersError | None = None,
    typed: dict[str, str] | None = None,
    at: str = "",
) -> Response:
    """Show a record; an error is told where it happened: ``review``, ``comments``, ``erase``, a line's id."""
    person.require(Right.READ_RECORDS)
    files = TeamFiles(parts.blobs, person.team_id)
    found = record_of(session, person.team_id, record_id, files, page_index=number - 1)
    here = next((each for each in found.pages if each.page.page_index == number - 1), None)
    library = found.document.library_id
    tongue = pages.tongue(request, person)
    message = ""
    if error is not None:
        name = f"error.{error.code}"
        message = tongue.say(name) if tongue.knows(name) else str(error)
    return pages.render(
        request,
        "record",
        person,
        status=200 if error is None else error.status,
        record=found,
        document=found.document,
        address=f"/records/{record_id}",
        shown=here,
        number=number,
        following=next_to_review(session, person.team_id, found.document),
        laptop=names_of(session, person.team_id, [library]).get(library, ""),
        asked={each.sha256: each for each in found.requests},
        crops=_crops(found, files),
        boxes=_boxes(found, files, here.page.id) if here is not None else [],
        original=original_of(found, files),
        refused_original=refused_original(found),
        error=message,
        at=at,
        typed=typed or {},
    )


def _corners(box: str) -> list[list[float]]:
    """Return the corners of a box as a page names it; none that fit where it is no box."""
    try:
        left, top, right, bottom = (float(each) for each in box.split(","))
    except ValueError:
        return []
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def _boxes(record: Record, files: TeamFiles, page_id: str) -> list[tuple[CropRequest, bool]]:
    """Return the boxes of a page that were asked for, and whether the picture of each is here."""
    return [
        (each, bool(each.sha256) and files.has(each.sha256 or ""))
        for each in record.crops
        if not each.line_id and each.page_id == page_id
    ]


def _crops(record: Record, files: TeamFiles) -> dict[str, tuple[CropRequest, bool]]:
    """Return for each line the latest part of the page that was asked for, and whether it is here."""
    return {
        each.line_id: (each, bool(each.sha256) and files.has(each.sha256 or ""))
        for each in record.crops
        if each.line_id
    }


@router.get("/records/{record_id}/pages/{page_id}/image")
def image(
    session: InTransaction, parts: Parts, person: Viewer, record_id: RecordId, page_id: RecordId
) -> Response:
    """Give out the image of a page."""
    person.require(Right.READ_RECORDS)
    picture = page_image(session, TeamFiles(parts.blobs, person.team_id), person.team_id, record_id, page_id)
    if picture is None:
        raise NoSuchThingError("The page image is not here.", remedy="Ask the laptop for it.")
    headers = {"Cache-Control": "private, max-age=600", "Content-Disposition": "inline"}
    return Response(picture.content, media_type=picture.media_type, headers=headers)


@router.get("/records/{record_id}/crops/{crop_id}/image")
def crop_image(
    session: InTransaction, parts: Parts, person: Viewer, record_id: RecordId, crop_id: RecordId
) -> Response:
    """Give out a part of a page that the laptop was asked for."""
    files = TeamFiles(parts.blobs, person.team_id)
    picture = cropping.picture_of_crop(session, files, person, record_id, crop_id)
    headers = {"Cache-Control": "private, max-age=600", "Content-Disposition": "inline"}
    return Response(picture.content, media_type=picture.media_type, headers=headers)


@router.get("/records/{record_id}/original")
def original(parts: Parts, person: Viewer, record_id: RecordId) -> Response:
    """Give out the file that was added at the laptop."""
    return original_file(parts, person, record_id)


@router.post("/records/{record_id}/crop")
def ask_for_crop(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    record_id: RecordId,
    page_id: Name = "",
    line: Name = "",
    box: Name = "",
    number: Annotated[int, Form(ge=1, le=100_000)] = 1,
) -> Response:
    """Ask the laptop for a sharper picture of a line, or of a box ``left,top,right,bottom`` of the page."""
    files, now = TeamFiles(parts.blobs, person.team_id), parts.clock.now()
    try:
        if box:
            cropping.ask_for_box(session, person, record_id, page_id, _corners(box), now=now)
            return see_other(f"/records/{record_id}?page={number}#parts", "part-asked")
        cropping.ask_for_line(session, files, person, record_id, page_id, line, now=now)
    except HeadquartersError as error:
        return _record_page(request, session, parts, pages, person, record_id, number, error=error, at=line)
    return see_other(f"/records/{record_id}?page={number}#line-{line}", "part-asked")


@router.post("/records/{record_id}/correct")
def correct(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    record_id: RecordId,
    page_id: Name = "",
    line: Name = "",
    text: Text = "",
    previous: Text = "",
    reason: Text = "",
    number: Annotated[int, Form(ge=1, le=100_000)] = 1,
) -> Response:
    """Say what a line reads."""
    try:
        correcting.correct_line(
            session,
            person,
            record_id,
            page_id,
            line,
            text=text,
            previous=previous,
            reason=reason,
            now=parts.clock.now(),
        )
    except HeadquartersError as error:
        # Nothing was written before it was raised. What was typed is shown again, so that it is not lost.
        return _record_page(
            request,
            session,
            parts,
            pages,
            person,
            record_id,
            number,
            error=error,
            typed={line: text},
            at=line,
        )
    return see_other(f"/records/{record_id}?page={number}#line-{line}", "corrected")


@router.post("/records/{record_id}/review")
def review(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    record_id: RecordId,
    state: Text = "",
    reason: Text = "",
) -> Response:
    """Say what a record is."""
    try:
        reviewing.review(session, person, record_id, state, reason=reason, now=parts.clock.now())
    except HeadquartersError as error:
        return _record_page(
            request,
            session,
            parts,
            pages,
            person,
            record_id,
            1,
            error=error,
            typed={"reason": reason},
            at="review",
        )
    return see_other(f"/records/{record_id}#main", state)


@router.post("/records/{record_id}/comment")
def comment(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    record_id: RecordId,
    text: Text = "",
) -> Response:
    """Say something about a record."""
    try:
        reviewing.comment(session, person, record_id, text, now=parts.clock.now())
    except HeadquartersError as error:
        return _record_page(
            request,
            session,
            parts,
            pages,
            person,
            record_id,
            1,
            error=error,
            typed={"comment": text},
            at="comments",
        )
    return see_other(f"/records/{record_id}#comments", "commented")


@router.post("/records/{record_id}/files")
def ask(
    session: InTransaction, parts: Parts, person: Sender, record_id: RecordId, original: Text = ""
) -> Response:
    """Ask the laptop for page images, or for the original file."""
    reviewing.ask_for_images(session, person, record_id, original=bool(original), now=parts.clock.now())
    return see_other(f"/records/{record_id}", "asked")


@router.post("/records/{record_id}/erase")
def erase(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    record_id: RecordId,
    reason: Text = "",
    sure: Text = "",
) -> Response:
    """Erase a record, here and on the laptop."""
    try:
        if not sure:
            raise ReviewError("Say that you are sure.", remedy="Tick the box.")
        erasing.request_erasure(session, person, record_id, reason=reason, now=parts.clock.now())
    except HeadquartersError as error:
        return _record_page(
            request,
            session,
            parts,
            pages,
            person,
            record_id,
            1,
            error=error,
            typed={"erasure": reason},
            at="erase",
        )
    return see_other("/erasures#main", "erased")
