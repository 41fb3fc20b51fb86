"""What is printed: the sheets of some documents, one after the other, and how each is painted.

Everything here is for the printing's own thread. Lengths are points, 1/72 inch, unless said otherwise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextCursor, QTextDocument, QTextOption

from desktop.access.images import decoded
from engine.language import isolate
from engine.library import Document, Library, Page, StoredReading
from engine.reading import is_doubtful, page_text

IMAGE_SIDE = 2000
"""Longest side in pixels of a printed page image: about 170 dots per inch on A4."""
TEXT_SIZE, NOTE_SIZE = 11, 8
MARK = "[?]"


class Printed(StrEnum):
    """What of a page is printed."""

    PAGES = "pages"
    """Its picture."""
    PAGES_AND_TEXT = "pages-and-text"
    """Its picture, and its text on the next sheet."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper.

    Attributes:
        foot: What stands at its foot, small.
        image: The picture on it, or None.
        text: The text that it has a part of, or None.
        part: Which part of the text, from 0.
    """

    foot: str
    image: QImage | None = None
    text: QTextDocument | None = None
    part: int = 0


def sheets_of(
    library: Library,
    document_ids: Sequence[str],
    what: Printed,
    size: QSizeF,
    threshold: float,
    next_page: Callable[[str], bool],
) -> Iterator[Sheet]:
    """Yield the sheets of some documents; pages that are not read are left out.

    Args:
        library: That holds them.
        document_ids: Which ones, in order.
        what: Is printed of each page.
        size: Of the printable part of the paper.
        threshold: Lines with less confidence are marked as doubtful.
        next_page: Told the document's name before each page; ends it all by returning True.
    """
    for document in library.documents.many(document_ids):
        for page in library.documents.pages(document.id):
            if next_page(document.name):
                return
            stored = library.readings.of_page(page.id)
            if stored is not None:
                yield from _sheets_of_page(library, document, page, stored, what, size, threshold)


def paint(sheet: Sheet, painter: QPainter, size: QSizeF) -> None:
    """Paint a sheet.

    Args:
        sheet: What.
        painter: Its coordinates are points from the top left of the printable part.
        size: Of the printable part.
    """
    room = _room(size)
    if sheet.image is not None:
        _paint_image(sheet.image, painter, room)
    if sheet.text is not None:
        painter.save()
        painter.setClipRect(QRectF(QPointF(0, 0), room))
        painter.translate(0, -sheet.part * room.height())
        part = QRectF(0, sheet.part * room.height(), room.width(), room.height())
        sheet.text.drawContents(painter, part)
        painter.restore()
    painter.setFont(_font(NOTE_SIZE))
    painter.setPen(Qt.GlobalColor.darkGray)
    foot = QRectF(0, size.height() - NOTE_SIZE * 2, size.width(), NOTE_SIZE * 2)
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), sheet.foot)


def _sheets_of_page(
    library: Library,
    document: Document,
    page: Page,
    stored: StoredReading,
    what: Printed,
    size: QSizeF,
    threshold: float,
) -> Iterator[Sheet]:
    place = _tr("%1, page %2 of %3")
    numbers = (isolate(document.name), *map(QLocale().toString, (page.index + 1, document.page_count)))
    for number, value in enumerate(numbers, start=1):
        place = place.replace(f"%{number}", value)
    if what is not Printed.TEXT and stored.image_sha256 is not None:
        yield Sheet(place, image=decoded(library.files.read(stored.image_sha256), side=IMAGE_SIDE))
    if what is not Printed.PAGES:
        text, marked = _text_of(stored, threshold)
        written = _laid_out(text, _room(size))
        foot = f"{place}  ·  {MARK} {_tr('not checked, may be wrong')}" if marked else place
        for part in range(written.pageCount()):
            yield Sheet(foot, text=written, part=part)


def _text_of(stored: StoredReading, threshold: float) -> tuple[str, bool]:
    """Return the text of a page with a mark behind each doubtful line, and whether there is such a line."""
    lines = tuple(
        replace(line, text=f"{line.text} {MARK}") if is_doubtful(line, threshold) else line
        for line in stored.reading.lines
    )
    return page_text(lines), lines != stored.reading.lines


def _laid_out(text: str, room: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(TEXT_SIZE))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setTabStopDistance(TEXT_SIZE * 8)
    document.setDefaultTextOption(option)
    QTextCursor(document).insertText(text)
    document.setPageSize(room)
    return document


def _paint_image(image: QImage, painter: QPainter, room: QSizeF) -> None:
    """Fill the room with the picture, turned if it is wider than high."""
    turned = image.width() > image.height()
    painter.save()
    if turned:
        painter.translate(room.width(), 0)
        painter.rotate(90)
        room = room.transposed()
    size = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(corner, size), image)
    painter.restore()


def _room(size: QSizeF) -> QSizeF:
    """Return what is left above the foot."""
    return QSizeF(size.width(), size.height() - NOTE_SIZE * 3)


def _font(size: int) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    return font


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheets", text)
