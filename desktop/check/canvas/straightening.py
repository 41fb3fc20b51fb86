"""How a sheet looks once its corners are straightened: the geometry, and a small preview from a thread."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSize, QSizeF, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter, QPolygonF, QTransform

from desktop.access.ticket import Post
from desktop.check.canvas.pyramid import Pyramid

LEAST_SIDE = 16.0
"""Pixels of the page: the library takes no sheet with a shorter side."""
SHARP_ENOUGH = 1.5
"""Pixels of the picture for each pixel of the preview."""


class Fault(StrEnum):
    """Why four corners are no sheet."""

    NONE = ""
    CROSSED = "crossed"
    SMALL = "small"


def fault(corners: Sequence[QPointF]) -> Fault:
    """Return why four corners, clockwise from the top left, are no sheet."""
    sides = [QLineF(corners[at], corners[(at + 1) % 4]) for at in range(4)]
    if min(side.length() for side in sides) < LEAST_SIDE:
        return Fault.SMALL
    for before, after in zip(sides, [*sides[1:], sides[0]], strict=True):
        if before.dx() * after.dy() - before.dy() * after.dx() <= 0:
            return Fault.CROSSED
    return Fault.NONE


def sheet_size(corners: Sequence[QPointF]) -> QSizeF:
    """Return how large the sheet is: the mean of its opposite sides."""
    top, right, bottom, left = (QLineF(corners[at], corners[(at + 1) % 4]).length() for at in range(4))
    return QSizeF((top + bottom) / 2, (left + right) / 2)


def straightened(picture: Pyramid, corners: Sequence[QPointF], room: QSize) -> QImage:
    """Return the sheet between four corners, as large as fits.

    Args:
        picture: Of the page.
        corners: Clockwise from the top left, in pixels of the page; they must make a sheet.
        room: Pixels that the preview may take.
    """
    size = sheet_size(corners).scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
    image = picture.level(size.width() * SHARP_ENOUGH / max(1.0, sheet_size(corners).width()))
    share = image.width() / max(1, picture.size.width())
    result = QImage(
        QSize(max(1, round(size.width())), max(1, round(size.height()))), QImage.Format.Format_RGB32
    )
    result.fill(0xFFFFFFFF)
    whole = QRectF(result.rect())
    target = QPolygonF([whole.topLeft(), whole.topRight(), whole.bottomRight(), whole.bottomLeft()])
    transform = QTransform()
    if QTransform.quadToQuad(QPolygonF([corner * share for corner in corners]), target, transform):
        painter = QPainter(result)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(transform)
        painter.drawImage(0, 0, image)
        painter.end()
    return result


class Preview(QObject):
    """Makes previews one after the other; while one is made, only the latest wish is remembered."""

    ready = Signal(QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._busy = False
        self._next: tuple[Pyramid, tuple[QPointF, ...], QSize] | None = None
        self._post = Post(self)

    def ask(self, picture: Pyramid, corners: Sequence[QPointF], room: QSize) -> None:
        """Ask for the preview of a sheet; see :func:`straightened`."""
        self._next = (picture, tuple(QPointF(corner) for corner in corners), QSize(room))
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        assert self._next is not None
        wish, self._next = self._next, None
        self._busy = True

        def work() -> None:
            image = straightened(*wish)
            self._post.send(lambda: self._made(image))

        QThreadPool.globalInstance().start(work)

    def _made(self, image: QImage) -> None:
        self._busy = False
        if self._next is not None:
            self._begin()
        self.ready.emit(image)
