"""Prints, and paints previews, away from the window's thread."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.access import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from desktop.export.sheets import Printed, Sheet, paint, sheets_of
from desktop.export.work import Step
from engine.errors import CancelledError, SandukuError
from engine.library import Library

MOST_PREVIEWED = 6
PREVIEW_DOTS = 72
"""Dots per inch of a previewed sheet."""
MARGIN_MILLIMETRES = 12


class PrinterError(SandukuError):
    """The printer took no page."""

    code = "print"


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What a person wants to be printed.

    Attributes:
        documents: Their ids, in order.
        what: Of each page.
        threshold: Lines with less confidence are marked as doubtful.
    """

    documents: tuple[str, ...]
    what: Printed
    threshold: float


def paper() -> QPageLayout:
    """Return the paper that previews show, and that a printer is offered."""
    margin = QMarginsF(*[MARGIN_MILLIMETRES] * 4)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margin,
        QPageLayout.Unit.Millimeter,
    )


class Printing(QObject):
    """Owns a thread with a handle of the library while a print dialog is open."""

    previewed = Signal(object)
    """The first sheets: a list of QImage."""

    stepped = Signal(object)
    """A :class:`Step`."""

    printed = Signal(int)
    """How many sheets were printed."""

    refused = Signal(object)
    """A :class:`SandukuError`: the printing ended before its end."""

    failed = Signal(object)
    """A :class:`SandukuError`: there is no preview."""

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Open the library in a thread."""
        super().__init__(parent)
        self._post = Post(self)
        self._stop = threading.Event()
        self._thread = LibraryThread("printing", door, self._post, failed=self.failed.emit)
        self.busy = False

    def preview(self, wish: PrintWish) -> None:
        """Paint the first sheets; :attr:`previewed` answers."""
        ticket = Ticket(self.previewed.emit, self.failed.emit, self)
        self._thread.put(
            Task(lambda library: _painted(library, wish), ticket, replaces="preview", must=False)
        )

    def begin(self, wish: PrintWish, printer: QPrinter) -> None:
        """Print; :attr:`printed` or :attr:`refused` answers. The printer belongs to the thread until then."""
        self._stop.clear()
        self.busy = True

        def done(sheets: int) -> None:
            self.busy = False
            self.printed.emit(sheets)

        def refused(error: SandukuError) -> None:
            self.busy = False
            self.refused.emit(error)

        self._thread.put(
            Task(
                lambda library: self._print(library, wish, printer),
                Ticket(done, refused, self),
                replaces=None,
                must=True,
            )
        )

    def stop(self) -> None:
        """End before the next page."""
        self._stop.set()

    def close(self) -> None:
        """End what is being done and wait for that."""
        self.stop()
        self._thread.close()

    # In the thread

    def _print(self, library: Library, wish: PrintWish, printer: QPrinter) -> int:
        documents = library.documents.many(wish.documents)
        total = sum(each.page_count for each in documents)
        begun = 0

        def next_page(name: str) -> bool:
            nonlocal begun
            begun += 1
            step = Step(begun, total, name)
            self._post.send(lambda: self.stepped.emit(step))
            return self._stop.is_set()

        size = QSizeF(printer.pageLayout().paintRectPoints().size())
        count = 0
        with _painting(printer, printer.resolution() / 72) as painter:
            for sheet in sheets_of(
                library, wish.documents, wish.what, QSizeF(size), wish.threshold, next_page
            ):
                if count and not printer.newPage():
                    raise _refusal()
                paint(sheet, painter, size)
                count += 1
            if self._stop.is_set():
                printer.abort()
        if self._stop.is_set():
            raise CancelledError("The printing was stopped.")
        return count


@contextmanager
def _painting(device: QPrinter | QImage, scale: float) -> Iterator[QPainter]:
    """Paint on a device in points."""
    painter = QPainter()
    if not painter.begin(device):
        raise _refusal()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    try:
        yield painter
    finally:
        painter.end()


def _painted(library: Library, wish: PrintWish) -> Sequence[QImage]:
    layout = paper()
    whole, inner = layout.fullRectPoints(), layout.paintRectPoints()
    size = QSizeF(inner.size())
    images: list[QImage] = []
    sheets: Iterator[Sheet] = sheets_of(
        library, wish.documents, wish.what, size, wish.threshold, lambda _name: len(images) >= MOST_PREVIEWED
    )
    for sheet in sheets:
        if len(images) == MOST_PREVIEWED:
            break
        image = QImage(whole.size() * (PREVIEW_DOTS / 72), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with _painting(image, PREVIEW_DOTS / 72) as painter:
            painter.translate(inner.topLeft())
            paint(sheet, painter, size)
        images.append(image)
    return images


def _refusal() -> PrinterError:
    return PrinterError(
        "The printer took no page.", remedy="See whether it is switched on and has paper, then try again."
    )
