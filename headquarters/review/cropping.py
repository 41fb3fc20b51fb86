"""Asks a laptop for a sharper picture of one line or box, so that a whole page need not travel for it.

Most laptops send small images of pages at first: enough to see what a page is, too little to read a doubtful
line by. The laptop cuts the part, tells its hash, and sends it before everything that is larger.
"""

import math
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters import audit, down
from headquarters.errors import NoSuchThingError
from headquarters.ids import random_id
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.pictures import Picture, picture_of
from headquarters.records.tables import Document, Page
from headquarters.records.view import TeamFiles, document_of, page_of
from headquarters.review.correcting import living
from headquarters.review.errors import PartError
from headquarters.review.tables import CropRequest

Corners = Sequence[Sequence[float]]
MOST_CROPS = 500
"""Of one record: whoever wants more of it asks for the page images."""
_FARTHEST = 200_000.0
"""No page has so many pixels on a side."""


def ask_for_line(
    session: Session,
    files: TeamFiles,
    person: Person,
    document_id: str,
    page_id: str,
    line_id: str,
    *,
    now: datetime,
) -> CropRequest:
    """Ask for a picture of a line; what was asked for before is not asked for again.

    Args:
        session: In a transaction.
        files: Those of the team, where the places of lines lie.
        person: A reviewer.
        document_id: The record.
        page_id: The page.
        line_id: The line, as it stands.
        now: The time.

    Raises:
        NotAllowedError: The person is no reviewer.
        NoSuchThingError: There is no such record, page or line in the team.
        ReviewError: The laptop has not sent yet where lines stand.
    """
    person.require(Right.WRITE_RECORDS)
    document = living(session, person, document_id)
    shown = page_of(session, document, page_id, files)
    line = next((each.line for each in shown.lines if each.line.id == line_id), None)
    if line is None:
        raise NoSuchThingError(
            "There is no such line on the page any more.", remedy="Load the page anew and look for it."
        )
    if line.quad is None:
        raise PartError(
            "The laptop has not sent yet where this line stands.", remedy="Ask for the page image instead."
        )
    known = session.scalars(
        select(CropRequest).where(
            CropRequest.team_id == document.team_id,
            CropRequest.document_id == document.id,
            CropRequest.page_id == page_id,
            CropRequest.line_id == line_id,
            CropRequest.refused == "",
        )
    ).first()
    return known or _ask(session, person, document, page_id, line_id, line.quad, now)


def ask_for_box(
    session: Session, person: Person, document_id: str, page_id: str, quad: Corners, *, now: datetime
) -> CropRequest:
    """Ask for a picture of any box of a page.

    Args:
        session: In a transaction.
        person: A reviewer.
        document_id: The record.
        page_id: The page.
        quad: Four corners in pixels of the upright page.
        now: The time.

    Raises:
        NotAllowedError: The person is no reviewer.
        NoSuchThingError: There is no such record or page in the team.
        ReviewError: It is no box.
    """
    person.require(Right.WRITE_RECORDS)
    document = living(session, person, document_id)
    page = session.get(Page, (document.team_id, page_id))
    if page is None or page.document_id != document.id:
        raise NoSuchThingError("There is no such page.")
    fits = len(quad) == 4 and all(
        len(point) == 2 and all(math.isfinite(each) and 0 <= each <= _FARTHEST for each in point)
        for point in quad
    )
    if not fits:
        raise PartError("This is no box on a page.", remedy="Give four corners in pixels of the page.")
    return _ask(session, person, document, page_id, "", quad, now)


def _ask(
    session: Session,
    person: Person,
    document: Document,
    page_id: str,
    line_id: str,
    quad: Corners,
    now: datetime,
) -> CropRequest:
    asked = select(func.count()).where(
        CropRequest.team_id == document.team_id, CropRequest.document_id == document.id
    )
    if (session.scalar(asked) or 0) >= MOST_CROPS:
        raise PartError(
            "So many parts of this record were asked for already.", remedy="Ask for the page images instead."
        )
    corners = [[round(float(x), 1), round(float(y), 1)] for x, y in quad]
    entry = down.append(
        session,
        document.team_id,
        document.library_id,
        "blob",
        random_id(),
        "want",
        {"document": document.id, "crop": {"page": page_id, "quad": corners}},
        author=person.author,
        document_id=document.id,
    )
    made = CropRequest(
        team_id=document.team_id,
        id=entry.id,
        document_id=document.id,
        page_id=page_id,
        line_id=line_id,
        quad=corners,
        asked_by=person.author,
        asked_at=now,
        refused="",
    )
    session.add(made)
    session.flush()
    audit.record(
        session,
        team_id=document.team_id,
        actor=person.author,
        action="record.part-asked",
        subject=document.id,
        details={"page": page_id, "line": line_id},
        at=now,
    )
    return made


def picture_of_crop(
    session: Session, files: TeamFiles, person: Person, document_id: str, crop_id: str
) -> Picture:
    """Return the picture that a laptop sent; raises NoSuchThingError while there is none."""
    person.require(Right.READ_RECORDS)
    document_of(session, person.team_id, document_id)
    crop = session.get(CropRequest, (person.team_id, crop_id))
    content = None
    if crop is not None and crop.document_id == document_id and crop.sha256:
        content = files.read(crop.sha256)
    picture = None if content is None else picture_of(content)
    if picture is None:
        raise NoSuchThingError("The picture is not here.", remedy="It comes when the laptop next sends.")
    return picture
