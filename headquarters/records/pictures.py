"""Page images as browsers may show them: known kinds of pictures alone, told by their first bytes."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from headquarters.records.tables import Page, PageReading
from headquarters.records.view import TeamFiles

_KINDS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        content: Its bytes.
        media_type: Such as ``image/jpeg``.
    """

    content: bytes
    media_type: str


def page_image(
    session: Session, files: TeamFiles, team_id: str, document_id: str, page_id: str
) -> Picture | None:
    """Return the best picture of an upright page that is here: its image, or the small one that comes first.

    None if the team has no such page, or no picture of it is here.
    """
    page = session.get(Page, (team_id, page_id))
    if page is None or page.document_id != document_id or page.reading_id is None:
        return None
    reading = session.get(PageReading, (team_id, page.reading_id))
    for sha256 in () if reading is None else (reading.image_sha256, reading.thumbnail_sha256):
        content = files.read(sha256) if sha256 else None
        picture = None if content is None else picture_of(content)
        if picture is not None:
            return picture
    return None


def picture_of(content: bytes) -> Picture | None:
    """Return bytes as a picture; None if they are none that is shown."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Picture(content, "image/webp")
    for beginning, media_type in _KINDS:
        if content.startswith(beginning):
            return Picture(content, media_type)
    return None
