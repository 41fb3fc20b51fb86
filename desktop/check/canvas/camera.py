"""What part of the page is seen, and how large: zooming about a point, fitting, moving calmly to a box."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSizeF, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication, QTransform
from PySide6.QtWidgets import QGraphicsView, QStyle

from desktop.check.canvas import zoom
from desktop.check.canvas.zoom import Fit

REVEAL_MILLISECONDS = 180
LEAST_MOVE = 3.0
"""Pixels of the view: nearer than this is where it was wanted, since scroll bars know whole pixels alone."""
LEGIBLE_LINES = 1.35
"""Height of a box at which handwriting, too, can be compared with the text, in lines of the window's text."""


class Camera(QObject):
    """Moves and scales a view over one page. Scales are pixels of the view for each pixel of the page."""

    changed = Signal()
    """The scale is another one."""

    def __init__(self, view: QGraphicsView, line: Callable[[], float]) -> None:
        """Look at nothing yet.

        Args:
            view: The view that is moved.
            line: Gives the height of a line of the window's text, by which margins are measured.
        """
        super().__init__(view)
        self._view, self._line = view, line
        self._page = QRectF()
        self.scale = 1.0
        self.fit = Fit.PAGE
        self._from = self._to = (QPointF(), 1.0)
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._moving.valueChanged.connect(self._moved)

    @property
    def margin(self) -> float:
        """Free space around a page that is seen whole, in pixels of the view."""
        return self._line() * 0.6

    @property
    def zoom(self) -> float:
        """Pixels of the screen for each pixel of the page: 1 is the actual size."""
        return self.scale * self._view.devicePixelRatioF()

    def set_page(self, page: QRectF) -> None:
        """Look at a page of another size.

        Args:
            page: Where it lies in the scene.
        """
        self.stop()
        self._page = page
        if self.fit is Fit.FREE:
            self.fit = Fit.PAGE
        self.refit(anew=True)

    def refit(self, *, anew: bool = False) -> None:
        """Follow the size of the view.

        Args:
            anew: Begin at the top of the page.
        """
        if self._page.isEmpty():
            return
        if self.fit is not Fit.FREE:
            self._apply(self._fitting(self.fit))
        else:
            self._apply(self.scale)
        if anew:
            self._view.centerOn(self._page.center())
            self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().minimum())

    def follow(self, fit: Fit) -> None:
        """Show the whole page or its whole width, and keep to that when the view's size changes."""
        self.stop()
        self.fit = fit
        centre = self.centre()
        self.refit()
        self._view.centerOn(centre)

    def set_zoom(self, wanted: float, about: QPointF | None = None) -> None:
        """Zoom, and keep a point of the page where it is.

        Args:
            wanted: Pixels of the screen for each pixel of the page.
            about: The point, in pixels of the view; its middle if None.
        """
        if self._page.isEmpty():
            return
        self.stop()
        if about is None:
            about = QRectF(self._view.viewport().rect()).center()
        held = self._to_scene(about)
        self.fit = Fit.FREE
        self._apply(wanted / self._view.devicePixelRatioF())
        off = self._view.viewportTransform().map(held) - about
        self.pan(off)

    def pan(self, by: QPointF) -> None:
        """Scroll.

        Args:
            by: Pixels of the view; to the right and down are positive.
        """
        for bar, distance in (
            (self._view.horizontalScrollBar(), by.x()),
            (self._view.verticalScrollBar(), by.y()),
        ):
            bar.setValue(bar.value() + round(distance))

    def reveal(self, box: QRectF, below: float) -> None:
        """Bring a box to where it can be read, moved and zoomed no more than that needs.

        Args:
            box: In the scene.
            below: Pixels of the view to be kept free below it.
        """
        if self._page.isEmpty():
            return
        port = self._room_with_bars()
        scale = self._bounded(zoom.legible(box, self.scale, port, self._line() * LEGIBLE_LINES))
        side, ends = self._line() * 0.9, self._line() * 1.2
        room = QRectF(side, ends, port.width() - 2 * side, port.height() - 2 * ends - below)
        centre = self.centre()
        shown = QTransform.fromScale(scale, scale).mapRect(box.translated(-centre))
        shown.translate(port.width() / 2, port.height() / 2)
        move = QPointF(
            _outside(shown.left(), shown.right(), room.left(), room.right()),
            _outside(shown.top(), shown.bottom(), room.top(), room.bottom()),
        )
        if move.manhattanLength() < LEAST_MOVE and abs(scale - self.scale) < 1e-6:
            return
        self.go(centre + move / scale, scale)

    def go(self, centre: QPointF, scale: float) -> None:
        """Move to a place; at once where the person wants nothing to move by itself.

        Args:
            centre: The middle of the view afterwards, in the scene.
            scale: The scale afterwards.
        """
        self.stop()
        if abs(scale - self.scale) > 1e-6:
            self.fit = Fit.FREE
        self._from, self._to = (self.centre(), self.scale), (centre, scale)
        length = calm_milliseconds(self._view, REVEAL_MILLISECONDS)
        if length and self._view.isVisible():
            self._moving.setDuration(length)
            self._moving.start()
        else:
            self._moved(1.0)

    def stop(self) -> None:
        """Stay where it is."""
        self._moving.stop()

    @property
    def is_moving(self) -> bool:
        """Whether it is on its way to a box."""
        return self._moving.state() == QVariantAnimation.State.Running

    def centre(self) -> QPointF:
        """Return the middle of the view, in the scene."""
        return self._to_scene(QRectF(self._view.viewport().rect()).center())

    def _moved(self, share: float) -> None:
        (start, first), (end, last) = self._from, self._to
        self._apply(first * (last / first) ** share)
        self._view.centerOn(start + (end - start) * share)

    def _to_scene(self, point: QPointF) -> QPointF:
        back, _possible = self._view.viewportTransform().inverted()
        return back.map(point)

    def _room_with_bars(self) -> QSizeF:
        """Size of the view while scroll bars are shown: the same before and after they appear."""
        room = self._view.maximumViewportSize()
        across = self._view.verticalScrollBar().sizeHint().width()
        down = self._view.horizontalScrollBar().sizeHint().height()
        return QSizeF(room.width() - across, room.height() - down)

    def _fitting(self, fit: Fit) -> float:
        port, page = QSizeF(self._view.maximumViewportSize()), self._page.size()
        if fit is Fit.PAGE:
            return zoom.whole(page, port, self.margin)
        scale = zoom.full_width(page, port, self.margin)
        if page.height() * scale + 2 * self.margin > port.height():
            bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
            bar = max(bar, self._view.verticalScrollBar().sizeHint().width())
            scale = zoom.full_width(page, QSizeF(port.width() - bar, port.height()), self.margin)
        return scale

    def _bounded(self, scale: float) -> float:
        most = zoom.MOST / self._view.devicePixelRatioF()
        return zoom.bounded(scale, self._fitting(Fit.PAGE) * zoom.LEAST_SHARE, most)

    def _apply(self, scale: float) -> None:
        scale = scale if self.fit is not Fit.FREE else self._bounded(scale)
        before, self.scale = self.scale, scale
        self._view.setSceneRect(self._reach(scale))
        self._view.setTransform(QTransform.fromScale(scale, scale))
        if abs(before - scale) > 1e-9:
            self.changed.emit()

    def _reach(self, scale: float) -> QRectF:
        """Return how far one can scroll: where the page is longer than the view, half a view beyond its end.

        So the last line, too, can be brought above the strip in which it is corrected.
        """
        port, margin = self._view.maximumViewportSize(), self.margin
        below = port.height() * 0.45 if self._page.height() * scale > port.height() - margin else margin * 0.9
        across = margin * 0.9
        return self._page.adjusted(-across / scale, -margin * 0.9 / scale, across / scale, below / scale)


def calm_milliseconds(view: QGraphicsView, wanted: int) -> int:
    """Return how long a movement takes: not at all where the person or the style wants none."""
    hints = QGuiApplication.styleHints()  # held: what it gives is gone with it
    preference = getattr(hints.accessibility(), "motionPreference", None)  # Qt 6.12 and later
    reduced = preference is not None and preference().name == "ReducedMotion"
    shown = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view)
    return 0 if reduced or not shown else wanted


def _outside(low: float, high: float, least: float, most: float) -> float:
    """Return how far an interval must be moved to lie in another; its beginning counts for more."""
    if high - low > most - least or low < least:
        return low - least
    return max(0.0, high - most)
