"""Documents whose readings are made by hand: quick, and with every kind of doubt."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from engine.geometry import Quad, Transform
from engine.language import script_of
from engine.library import Library, NewDocument
from engine.reading import Alternative, Line, Origin, Reading

WIDTH, HEIGHT = 1000, 1400


def line(text: str, place: int, confidence: float = 0.97, *, doubts=(), alternatives=(), left=80) -> Line:
    """Return a line at one of the places down the page."""
    top = 100 + 80 * place
    return Line(
        text,
        Quad.from_box(left, top, left + max(200, 22 * len(text)), top + 44),
        confidence,
        script_of(text),
        "ppocr",
        language="und",
        alternatives=tuple(Alternative(other, "tesseract", 0.5) for other in alternatives),
        doubts=tuple(doubts),
    )


def form() -> tuple[Line, ...]:
    """Return the lines of a small form: sure ones, doubtful ones, and one that was not read."""
    return (
        line("Registration form", 0),
        line("Name: Amina Hassan", 1, 0.55, doubts=("engines-disagree", "value-disputed"),
             alternatives=("Name: Amina Hassen", "Name: Arnina Hassan")),
        line("Born: 14 March 1987", 2),
        line("Household: 5", 3, 0.7, doubts=("low-confidence",)),
        line("", 4, 0.0, doubts=("low-confidence", "unreadable")),
        line("Signed at Dadaab", 5),
    )  # fmt: skip


def reading_of(lines: Sequence[Line], *, pipeline: str = "test-1", warnings: Sequence[str] = ()) -> Reading:
    """Return a reading of one page."""
    return Reading(
        pipeline, WIDTH, HEIGHT, Transform.identity(), Origin.RECOGNISED, tuple(lines),
        warnings=tuple(warnings),
    )  # fmt: skip


def picture(lines: Sequence[Line]) -> bytes:
    """Return a page image on which the lines are written, as PNG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#fffdf8"))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(32)
    painter.setFont(font)
    painter.setPen(QColor("#222222"))
    for each in lines:
        left, top, right, bottom = (round(number) for number in each.quad.bounds)
        room = QRect(left, top, right - left, bottom - top)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, each.text)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def add(library: Library, name: str, *pages: Sequence[Line], read: bool = True, **wishes) -> str:
    """Add a document with these pages and return its id; its pages are read unless that is not wanted."""
    content = f"{name} {len(pages)}".encode()
    new = NewDocument(name, "image/png", len(pages), content)
    document = library.documents.add(new).document_id
    if read:
        read_queued(library, pages, **wishes)
    return document


def read_queued(library: Library, pages: Sequence[Sequence[Line]], **wishes) -> None:
    """Read what is queued as a worker would, with these lines for the pages."""
    while job := library.jobs.claim("test", lease_seconds=60):
        lines = pages[job.page_index]
        image = picture(lines)
        library.jobs.complete(job, reading_of(lines, **wishes), image=image, thumbnail=image)
