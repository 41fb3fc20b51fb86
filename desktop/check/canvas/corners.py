"""Dragging the four corners of a sheet to where they are in the photo, by pointer or by keys alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop.check.canvas.drawing import ARROWS
from desktop.check.canvas.looks import FOCUS_INK, HALO, STYLES, Level
from desktop.check.canvas.mode import Mode, Surface
from desktop.check.canvas.pyramid import Pyramid
from desktop.check.canvas.straightening import Fault, fault
from desktop.style import Theme
from engine.geometry import Quad

MAGNIFIED = 3.0
COARSE, FINE = 10.0, 0.1
"""Pixels of the page that an arrow moves a corner by: with Shift, and with Ctrl."""


class DragCorners(Mode):
    """Four handles on the page. Tab goes from one to the next, arrows move it, Enter applies."""

    changed = Signal()
    """A corner is elsewhere."""

    chosen = Signal(object)
    """A :class:`Quad` in pixels of the page."""

    focused = Signal(int)
    """Another corner has the keyboard: 0 to 3, clockwise from the top left."""

    cursor = Qt.CursorShape.ArrowCursor
    shows_boxes = False

    def __init__(
        self, surface: Surface, theme: Theme, picture: Callable[[], Pyramid | None], start: Quad | None
    ) -> None:
        """Lay the corners where they were, or on the whole page.

        Args:
            surface: What is drawn on.
            theme: Gives sizes.
            picture: Gives what is magnified under a corner.
            start: Where the corners are at first.
        """
        super().__init__(surface.viewport())
        self._surface, self._theme, self._picture = surface, theme, picture
        self.corners = self._whole() if start is None else [QPointF(x, y) for x, y in start.points]
        self.at = 0
        self._offset: QPointF | None = None
        self._magnifies = False

    @property
    def fault(self) -> Fault:
        """Why the corners are no sheet."""
        return fault(self.corners)

    @property
    def quad(self) -> Quad:
        """The corners as they are."""
        (a, b, c, d) = ((point.x(), point.y()) for point in self.corners)
        return Quad(a, b, c, d)

    def take_whole_page(self) -> None:
        """Put the corners on those of the page."""
        self.corners = self._whole()
        self._magnifies = False
        self._moved()

    def apply(self) -> bool:
        """Tell the corners and end, if they make a sheet; return whether they do."""
        if self.fault is not Fault.NONE:
            return False
        self.chosen.emit(self.quad)
        self.ended.emit()
        return True

    def step(self, by: int) -> bool:
        """Go to the next corner, or the one before; False at the last."""
        if not 0 <= self.at + by < 4:
            return False
        self._focus(self.at + by)
        return True

    # Pointer

    def press(self, point: QPointF) -> None:
        """Take hold of the nearest corner."""
        near = self._near(point)
        if near is not None:
            self._focus(near)
            self._offset = self._surface.to_view(self.corners[near]) - point
            self._magnifies = True
            self._surface.viewport().update()

    def move(self, point: QPointF, *, pressed: bool) -> None:
        """Drag the corner, or show that it can be dragged."""
        if pressed and self._offset is not None:
            self._put(self._surface.to_page(point + self._offset))
        shape = Qt.CursorShape
        held = pressed and self._offset is not None
        self.cursor = (
            shape.BlankCursor if held
            else shape.SizeAllCursor if self._near(point) is not None
            else shape.ArrowCursor
        )  # fmt: skip

    def release(self, point: QPointF) -> None:
        """Let the corner go."""
        self._offset, self._magnifies = None, False
        self.cursor = (
            Qt.CursorShape.SizeAllCursor if self._near(point) is not None else Qt.CursorShape.ArrowCursor
        )
        self._surface.viewport().update()

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Move the corner, or apply."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
            return True
        if key not in ARROWS:
            return False
        modifiers = event.modifiers()
        far = 1.0
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            far = COARSE
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            far = FINE
        self._magnifies = True
        self._put(self.corners[self.at] + ARROWS[key] * far)
        return True

    # Drawing

    def paint(self, painter: QPainter) -> None:
        """Shade what is cut off, and draw the outline, the handles and the magnified corner."""
        view = [self._surface.to_view(corner) for corner in self.corners]
        wrong = self.fault is not Fault.NONE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self._surface.viewport().rect()))
        shade.addPolygon(QPolygonF(view))
        painter.fillPath(shade, QColor(0, 0, 0, 110))
        self._paint_outline(painter, view, wrong=wrong)
        for index, point in enumerate(view):
            self._paint_handle(painter, point, focused=index == self.at)
        if self._magnifies:
            self._paint_loupe(painter, view[self.at])

    def place_changed(self) -> None:
        """Draw anew."""
        self._surface.viewport().update()

    def _paint_outline(self, painter: QPainter, view: Sequence[QPointF], *, wrong: bool) -> None:
        width = max(1.5, self._theme.line / 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(HALO), width * 2.2))
        painter.drawPolygon(QPolygonF(view))
        pen = QPen(QColor(STYLES[Level.UNREAD].ink if wrong else FOCUS_INK), width)
        pen.setStyle(Qt.PenStyle.DashLine if wrong else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawPolygon(QPolygonF(view))

    def _paint_handle(self, painter: QPainter, point: QPointF, *, focused: bool) -> None:
        radius = self._theme.line * (0.52 if focused else 0.4)
        painter.setPen(QPen(QColor(HALO), self._theme.line / 6))
        painter.setBrush(QColor(FOCUS_INK))
        painter.drawEllipse(point, radius, radius)
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(HALO))
            painter.drawEllipse(point, radius * 0.42, radius * 0.42)

    def _paint_loupe(self, painter: QPainter, point: QPointF) -> None:
        picture = self._picture()
        if picture is None:
            return
        radius = self._theme.line * 3.4
        centre = self._beside(point, radius)
        around = QPainterPath()
        around.addEllipse(centre, radius, radius)
        origin = self._surface.to_view(QPointF())
        right = self._surface.to_view(QPointF(1, 0)) - origin
        down = self._surface.to_view(QPointF(0, 1)) - origin
        to_view = QTransform(right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y())
        larger = (
            to_view
            * QTransform.fromTranslate(-point.x(), -point.y())
            * QTransform.fromScale(MAGNIFIED, MAGNIFIED)
            * QTransform.fromTranslate(centre.x(), centre.y())
        )
        scale = QLineF(QPointF(), right).length() * MAGNIFIED * self._surface.viewport().devicePixelRatioF()
        image = picture.level(scale)
        painter.save()
        painter.setClipPath(around)
        painter.fillPath(around, QColor(90, 90, 90))
        painter.setTransform(larger, combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._surface.page_rect(), image, QRectF(image.rect()))
        painter.resetTransform()
        sides = [larger.map(self.corners[(self.at + step) % 4]) for step in (3, 0, 1)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, broad in ((HALO, 4.0), (FOCUS_INK, 1.8)):
            painter.setPen(QPen(QColor(colour), broad * self._theme.line / 18))
            painter.drawPolyline(QPolygonF(sides))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, broad in ((HALO, 6.0), (FOCUS_INK, 2.2)):
            painter.setPen(QPen(QColor(colour), broad * self._theme.line / 18))
            painter.drawEllipse(centre, radius, radius)

    def _beside(self, point: QPointF, radius: float) -> QPointF:
        """Where the loupe stands: towards the middle of the view, wholly in it, beside the corner."""
        port = QRectF(self._surface.viewport().rect())
        away = radius * 1.25
        x = point.x() + (away if point.x() < port.center().x() else -away)
        y = point.y() + (away if point.y() < port.center().y() else -away)
        edge = radius + 4
        return QPointF(max(edge, min(x, port.width() - edge)), max(edge, min(y, port.height() - edge)))

    # Inside

    def _whole(self) -> list[QPointF]:
        page = self._surface.page_rect()
        return [page.topLeft(), page.topRight(), page.bottomRight(), page.bottomLeft()]

    def _near(self, point: QPointF) -> int | None:
        ways = [QLineF(point, self._surface.to_view(corner)).length() for corner in self.corners]
        nearest = min(range(4), key=lambda index: ways[index])
        return nearest if ways[nearest] <= self._theme.line * 1.6 else None

    def _put(self, point: QPointF) -> None:
        page = self._surface.page_rect()
        self.corners[self.at] = QPointF(
            max(page.left(), min(point.x(), page.right())), max(page.top(), min(point.y(), page.bottom()))
        )
        self._moved()

    def _focus(self, index: int) -> None:
        if index != self.at:
            self.at = index
            self.focused.emit(index)
        self._surface.viewport().update()

    def _moved(self) -> None:
        self._surface.viewport().update()
        self.changed.emit()
