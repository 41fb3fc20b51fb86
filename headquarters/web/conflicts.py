"""The page of conflicts: both versions of a line, who wrote each, how it looks, and which one holds."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.api.fields import RecordId
from headquarters.errors import HeadquartersError
from headquarters.parts import Headquarters, InTransaction, Parts
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.tables import Conflict, Document, LineCorrection, Page
from headquarters.records.view import TeamFiles
from headquarters.review import resolving
from headquarters.review.errors import ReviewError
from headquarters.review.tables import CropRequest
from headquarters.web.access import Renderer, Sender, Viewer
from headquarters.web.pages import PageRoute, Pages, see_other

router = APIRouter(route_class=PageRoute)

Text = Annotated[str, Form(max_length=20_000)]


class ChoiceError(ReviewError):
    """Somebody typed a text of their own and chose another version."""

    code = "review.choice"


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """A conflict as it is shown.

    Attributes:
        row: The conflict.
        document: The record that it is in.
        page: Number of the page, from 1.
        kept: The correction that holds for now; None where it is as the model read it.
        other: The one that does not.
        crop: A picture of the line that the laptop has sent, if one was asked for.
    """

    row: Conflict
    document: Document
    page: int
    kept: LineCorrection | None
    other: LineCorrection | None
    crop: CropRequest | None


@router.get("/conflicts")
def conflicts(
    request: Request, session: InTransaction, parts: Parts, pages: Renderer, person: Viewer
) -> Response:
    """List the conflicts that nobody settled yet."""
    return _page(request, session, parts, pages, person)


@router.post("/conflicts/{conflict_id}")
def settle(
    request: Request,
    session: InTransaction,
    parts: Parts,
    pages: Renderer,
    person: Sender,
    conflict_id: RecordId,
    choice: Text = "",
    text: Text = "",
) -> Response:
    """Settle a conflict."""
    try:
        if text.strip() and choice != "text":
            raise ChoiceError("You typed a text and chose another version.", remedy="Choose one of the two.")
        resolving.resolve(session, person, conflict_id, choice, text=text, now=parts.clock.now())
    except ReviewError as error:
        # What was typed is shown again where it was typed, so that it is not lost.
        return _page(request, session, parts, pages, person, error=error, at=conflict_id, typed=text)
    return see_other("/conflicts#main", "settled")


def _page(
    request: Request,
    session: Session,
    parts: Headquarters,
    pages: Pages,
    person: Person,
    *,
    error: HeadquartersError | None = None,
    at: str = "",
    typed: str = "",
) -> Response:
    person.require(Right.READ_RECORDS)
    tongue = pages.tongue(request, person)
    message = ""
    if error is not None:
        name = f"error.{error.code}"
        message = tongue.say(name) if tongue.knows(name) else str(error)
    files = TeamFiles(parts.blobs, person.team_id)
    return pages.render(
        request,
        "conflicts",
        person,
        status=200 if error is None else error.status,
        conflicts=[_shown(session, files, row) for row in resolving.open_conflicts(session, person.team_id)],
        error=message,
        at=at,
        typed=typed,
    )


def _shown(session: Session, files: TeamFiles, row: Conflict) -> ShownConflict:
    page = session.get(Page, (row.team_id, row.page_id))
    asked = session.scalars(
        select(CropRequest)
        .where(
            CropRequest.team_id == row.team_id,
            CropRequest.document_id == row.document_id,
            CropRequest.page_id == row.page_id,
            CropRequest.line_id == row.line_id,
            CropRequest.sha256.is_not(None),
        )
        .order_by(CropRequest.asked_at.desc())
    )
    return ShownConflict(
        row,
        session.get_one(Document, (row.team_id, row.document_id)),
        1 if page is None else page.page_index + 1,
        session.get(LineCorrection, (row.team_id, row.kept_id)),
        session.get(LineCorrection, (row.team_id, row.other_id)),
        next((each for each in asked if files.has(each.sha256 or "")), None),
    )
