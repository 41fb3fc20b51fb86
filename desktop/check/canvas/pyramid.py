"""A page image in halves of halves, so that it is quick and clean to draw at every zoom; made in a thread.

Every step works on bands of a few rows: what Qt does to an image it does with Python's lock held, and a page
at once would hold the window up for as long.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QRect, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter

from desktop.access.ticket import Post

MOST_PIXELS = 48_000_000
"""What is larger is kept at half its size or less: 192 MB at four bytes each, and a third for halves."""

SMALLEST_SIDE = 512
BAND_PIXELS = 600_000


@dataclass(frozen=True, slots=True)
class Pyramid:
    """One page image at several sizes.

    Attributes:
        size: Of the page in its own pixels; the first level may be smaller.
        levels: The largest first; each is about half as wide and high as the one before.
    """

    size: QSize
    levels: tuple[QImage, ...]

    def level(self, scale: float) -> QImage:
        """Return the smallest image that need not be enlarged.

        Args:
            scale: Pixels of the screen for each pixel of the page.
        """
        wanted = scale * self.size.width()
        fitting = (image for image in reversed(self.levels) if image.width() >= wanted - 0.5)
        return next(fitting, self.levels[0])


def plain(image: QImage, size: QSize | None = None) -> Pyramid:
    """Return an image as it is, for the moment until its halves are made."""
    return Pyramid(size or image.size(), (image,))


def made(image: QImage, size: QSize, stopped: Callable[[], bool], most: int = MOST_PIXELS) -> Pyramid | None:
    """Make the halves of an image.

    Args:
        image: The page.
        size: Of the page in its own pixels.
        stopped: Asked between bands whether nobody wants it any more.
        most: Pixels that the first level has at most.

    Returns:
        The pyramid, or None if it was stopped.
    """
    large = image
    while large.width() * large.height() > most:
        reduced = halved(large, stopped)
        if reduced is None:
            return None
        large = reduced
    levels = [large]
    while max(levels[-1].width(), levels[-1].height()) > SMALLEST_SIDE * 2:
        smaller = halved(levels[-1], stopped)
        if smaller is None:
            return None
        levels.append(smaller)
    return Pyramid(size, tuple(levels))


def halved(image: QImage, stopped: Callable[[], bool]) -> QImage | None:
    """Return an image at half its size, in the format that is quickest to draw."""
    size = QSize(max(1, image.width() // 2), max(1, image.height() // 2))
    result = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(result)
    try:
        for top, rows in _bands(size):
            if stopped():
                return None
            part = QRect(0, top * 2, size.width() * 2, rows * 2)
            band = image.copy(part.intersected(image.rect()))
            small = band.scaled(
                QSize(size.width(), rows),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(0, top, small)
    finally:
        painter.end()
    return result


def _bands(size: QSize) -> Iterator[tuple[int, int]]:
    """Top and number of rows of each band, in pixels of the smaller image."""
    rows = max(1, BAND_PIXELS // max(1, size.width() * 4))
    for top in range(0, size.height(), rows):
        yield top, min(rows, size.height() - top)


class PyramidMaker(QObject):
    """Makes pyramids one at a time; only the latest that was asked for is told."""

    ready = Signal(object)
    """A :class:`Pyramid`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._stop = Event()
        self._post = Post(self)

    def make(self, image: QImage, size: QSize) -> None:
        """Make the pyramid of an image, and drop what was asked for before."""
        self.stop()
        stop = self._stop = Event()

        def work() -> None:
            pyramid = made(image, size, stop.is_set)
            if pyramid is not None and not stop.is_set():
                self._post.send(lambda: self._told(stop, pyramid))

        QThreadPool.globalInstance().start(work)

    def stop(self) -> None:
        """Drop what was asked for; the thread notices within one band."""
        self._stop.set()

    def _told(self, stop: Event, pyramid: Pyramid) -> None:
        if stop is self._stop and not stop.is_set():
            self.ready.emit(pyramid)
