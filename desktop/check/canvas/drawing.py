"""Drawing a box on the page, with the pointer or with keys alone."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from desktop.check.canvas.looks import FOCUS_INK, HALO
from desktop.check.canvas.mode import Mode, Surface
from desktop.style import Theme
from engine.geometry import Quad

LEAST = 6
"""Pixels of the view: less is a click and no box."""
STEP, SMALL_STEP = 12, 1

ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class DrawBox(Mode):
    """A rectangle from one corner to the other.

    With keys: the arrows move the cross (with Shift by one pixel), Enter sets the first corner, and Enter
    again the second.
    """

    drawn = Signal(object)
    """A :class:`Quad` in pixels of the page."""

    def __init__(self, surface: Surface, theme: Theme) -> None:
        """Wait for the first corner.

        Args:
            surface: What is drawn on.
            theme: Gives sizes.
        """
        super().__init__(surface.viewport())
        self._surface, self._theme = surface, theme
        self._first: QPointF | None = None
        self._here: QPointF | None = None
        self._by_keys = False

    def hint(self) -> str:
        """Return what to do."""
        return self.tr("Draw a box around the words. Esc leaves it.")

    def press(self, point: QPointF) -> None:
        """Set the first corner; in pixels of the page, so that it stays when the page is scrolled."""
        self._by_keys = False
        self._first, self._here = self._surface.to_page(point), point
        self._surface.viewport().update()

    def move(self, point: QPointF, *, pressed: bool) -> None:
        """Draw the box out."""
        if pressed or not self._by_keys:
            self._by_keys = False
            self._here = point
            self._surface.viewport().update()

    def release(self, point: QPointF) -> None:
        """Set the second corner."""
        self._here = point
        self._finish()

    def key(self, event: QKeyEvent) -> bool:
        """Move the cross, or set a corner."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            here = self._here if self._here is not None else self._middle()
            port = self._surface.viewport().rect()
            moved = here + ARROWS[key] * (SMALL_STEP if fine else STEP)
            self._here = QPointF(
                max(0.0, min(moved.x(), float(port.width()))), max(0.0, min(moved.y(), float(port.height())))
            )
            self._by_keys = True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._by_keys = True
            self._here = self._here if self._here is not None else self._middle()
            if self._first is None:
                self._first = self._surface.to_page(self._here)
            else:
                self._finish()
        else:
            return False
        self._surface.viewport().update()
        return True

    def paint(self, painter: QPainter) -> None:
        """Draw the box, or the cross where it will begin."""
        if self._here is None:
            return
        width = max(1.5, self._theme.line / 9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._first is None:
            if self._by_keys:
                self._paint_cross(painter, self._here, width)
            return
        box = self._box_in_view()
        for colour, broad in ((HALO, width * 2.4), (FOCUS_INK, width)):
            painter.setPen(QPen(QColor(colour), broad))
            painter.drawRect(box)
        ground = QColor(FOCUS_INK)
        ground.setAlpha(30)
        painter.fillRect(box, ground)
        if self._by_keys:
            self._paint_cross(painter, self._here, width)

    def place_changed(self) -> None:
        """Draw anew: the first corner went with the page."""
        self._surface.viewport().update()

    def _finish(self) -> None:
        if self._first is None or self._here is None:
            return
        box, seen = self._box(), self._box_in_view()
        if seen.width() < LEAST or seen.height() < LEAST:
            self._first = None
            self._surface.viewport().update()
            return
        self.drawn.emit(Quad.from_box(box.left(), box.top(), box.right(), box.bottom()))
        self.ended.emit()

    def _box(self) -> QRectF:
        """The box in pixels of the page, kept on the page."""
        assert self._first is not None
        assert self._here is not None
        drawn = QRectF(self._first, self._surface.to_page(self._here)).normalized()
        return drawn.intersected(self._surface.page_rect())

    def _box_in_view(self) -> QRectF:
        box = self._box()
        return QRectF(
            self._surface.to_view(box.topLeft()), self._surface.to_view(box.bottomRight())
        ).normalized()

    def _middle(self) -> QPointF:
        return QRectF(self._surface.viewport().rect()).center()

    def _paint_cross(self, painter: QPainter, point: QPointF, width: float) -> None:
        reach = self._theme.line
        for colour, broad in ((HALO, width * 2.4), (FOCUS_INK, width)):
            painter.setPen(QPen(QColor(colour), broad))
            painter.drawLine(point - QPointF(reach, 0), point + QPointF(reach, 0))
            painter.drawLine(point - QPointF(0, reach), point + QPointF(0, reach))
