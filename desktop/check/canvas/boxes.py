"""The boxes of all lines on the page, in one item: hundreds of them cost one call of Qt each, not a widget.

They are drawn in pixels of the screen, so that outlines and marks are as wide at every zoom.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.check.canvas.looks import FOCUS_INK, HALO, STYLES, BoxLook, LevelStyle, Mark

NOTHING = -1
HIT_MARGIN = 3.0
"""Pixels of the screen beside a box that still count as the box."""


class BoxesItem(QGraphicsItem):
    """Draws the boxes, and tells which one lies under a point."""

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        """Begin without boxes."""
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._looks: tuple[BoxLook, ...] = ()
        self._shapes: tuple[QPolygonF, ...] = ()
        self._bounds: tuple[QRectF, ...] = ()
        self._around = QRectF()
        self._line = 16.0
        self._strong = 1.0
        self.current = NOTHING
        self.hovered = NOTHING

    @property
    def looks(self) -> tuple[BoxLook, ...]:
        """The boxes, in the order given."""
        return self._looks

    def set_looks(self, looks: Sequence[BoxLook], page: QRectF) -> None:
        """Show other boxes.

        Args:
            looks: In the order of their numbers.
            page: The page; boxes may reach beyond it.
        """
        self.prepareGeometryChange()
        self._looks = tuple(looks)
        self._shapes = tuple(polygon(look) for look in self._looks)
        self._bounds = tuple(shape.boundingRect() for shape in self._shapes)
        around = QRectF(page)
        for bounds in self._bounds:
            around = around.united(bounds)
        reach = max(around.width(), around.height()) * 0.05 + 64
        self._around = around.adjusted(-reach, -reach, reach, reach)
        self.update()

    def set_sizes(self, line: float, *, strong: bool) -> None:
        """Follow the size of the window's text.

        Args:
            line: Height of a line of text in pixels.
            strong: Whether outlines are wider, as in high contrast.
        """
        self._line, self._strong = line, 1.5 if strong else 1.0
        self.update()

    def mark(self, *, current: int | None = None, hovered: int | None = None) -> None:
        """Say at which box the person is, and at which the pointer."""
        if current is not None:
            self.current = current
        if hovered is not None:
            self.hovered = hovered
        self.update()

    def bounds(self, index: int) -> QRectF:
        """Return the upright box around a box, in pixels of the page."""
        return self._bounds[index]

    def at(self, point: QPointF, scale: float) -> int:
        """Return the box at a point, -1 for none; of several, the smallest.

        Args:
            point: In pixels of the page.
            scale: Pixels of the view for each pixel of the page.
        """
        reach = HIT_MARGIN / max(scale, 1e-6)
        best, least = NOTHING, 0.0
        for index, bounds in enumerate(self._bounds):
            if not bounds.adjusted(-reach, -reach, reach, reach).contains(point):
                continue
            inside = self._shapes[index].containsPoint(point, Qt.FillRule.WindingFill)
            if not inside and not _near(self._shapes[index], point, reach):
                continue
            area = bounds.width() * bounds.height()
            if best == NOTHING or area < least:
                best, least = index, area
        return best

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the page and what reaches beyond it."""
        return self._around

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw those that are seen; the hovered one and the current one last."""
        del widget
        to_view = painter.worldTransform()
        seen = to_view.mapRect(option.exposedRect)
        reach = self._line * 2
        seen = seen.adjusted(-reach, -reach, reach, reach)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = {self.hovered, self.current}
        for index, bounds in enumerate(self._bounds):
            if index not in last and to_view.mapRect(bounds).intersects(seen):
                self._paint_box(painter, to_view, index)
        for index in (self.hovered, self.current):
            if 0 <= index < len(self._looks):
                self._paint_box(painter, to_view, index)
        painter.restore()

    def _paint_box(self, painter: QPainter, to_view: QTransform, index: int) -> None:
        look = self._looks[index]
        style = STYLES[look.level]
        shape = to_view.map(self._shapes[index])
        ink, width = QColor(style.ink), self._line / 12 * style.weight * self._strong
        if index == self.current:
            self._paint_ring(painter, shape)
        tint = style.tint + (46 if index == self.hovered else 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(QColor(255, 255, 255, 200), width + self._line / 9))
        painter.drawPolygon(shape)
        if tint:
            ground = QColor(ink)
            ground.setAlpha(tint)
            painter.setBrush(QBrush(ground))
        pen = _pen(ink, width * (1.6 if index == self.hovered else 1))
        pen.setStyle(style.line)
        pen.setDashPattern(_dashes(style.line)) if style.line != Qt.PenStyle.SolidLine else None
        painter.setPen(pen)
        painter.drawPolygon(shape)
        if style.mark is not Mark.NONE:
            self._paint_mark(painter, shape, look, style)

    def _paint_ring(self, painter: QPainter, shape: QPolygonF) -> None:
        """Draw the ring around the box that the person is at: wide, and outside of the box's own outline."""
        ring = grown(shape, self._line * 0.22)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(QColor(HALO), self._line / 12 * 5.2 * self._strong))
        painter.drawPolygon(ring)
        painter.setPen(_pen(QColor(FOCUS_INK), self._line / 12 * 2.6 * self._strong))
        painter.drawPolygon(ring)

    def _paint_mark(self, painter: QPainter, shape: QPolygonF, look: BoxLook, style: LevelStyle) -> None:
        top, bottom = (1, 2) if look.right_to_left else (0, 3)
        side = QLineF(shape.at(top), shape.at(bottom))
        across = min(max(side.length() * 0.8, self._line * 0.5), self._line * 0.95)
        outward = QLineF(shape.at(0 if look.right_to_left else 1), shape.at(top))
        outward.setLength(max(1e-6, outward.length()))
        step = outward.unitVector()
        centre = side.center() + QPointF(step.dx(), step.dy()) * (across * 0.62)
        paint_mark(painter, centre, across, style.ink, style.mark)


def paint_mark(painter: QPainter, centre: QPointF, across: float, ink: str, mark: Mark) -> None:
    """Draw a sign on a disc.

    Args:
        painter: In pixels of the screen, or of whatever it is drawn on.
        centre: Of the disc.
        across: Its diameter.
        ink: Colour of the disc; the sign is white.
        mark: The sign.
    """
    painter.setPen(_pen(QColor(HALO), max(1.0, across * 0.09)))
    painter.setBrush(QColor(ink))
    painter.drawEllipse(centre, across / 2, across / 2)
    painter.setPen(_pen(QColor(HALO), max(1.2, across * 0.13)))
    reach = across * 0.24

    def line(*points: tuple[float, float]) -> None:
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) * reach for x, y in points]))

    if mark is Mark.TICK:
        line((-1, 0.1), (-0.3, 0.8), (1, -0.7))
    elif mark is Mark.PENCIL:
        painter.setPen(_pen(QColor(HALO), max(1.6, across * 0.2)))
        line((-0.5, 0.5), (0.8, -0.8))
        painter.setPen(_pen(QColor(HALO), max(0.8, across * 0.07)))
        line((-0.6, 0.6), (-1.15, 1.15))
    else:
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(max(6, round(across * 0.78)))
        painter.setFont(font)
        disc = QRectF(centre.x() - across / 2, centre.y() - across / 2, across, across)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, mark.value)


def polygon(look: BoxLook) -> QPolygonF:
    """Return the corners of a box, in pixels of the page."""
    return QPolygonF([QPointF(x, y) for x, y in look.quad.points])


def grown(shape: QPolygonF, by: float) -> QPolygonF:
    """Return a box of four corners with its sides moved outwards.

    Args:
        shape: The box.
        by: How far, in the shape's own pixels.
    """
    corners = [shape.at(index) for index in range(4)]
    across = QLineF(corners[0], corners[1]).unitVector()
    down = QLineF(corners[0], corners[3]).unitVector()
    x, y = QPointF(across.dx(), across.dy()) * by, QPointF(down.dx(), down.dy()) * by
    return QPolygonF([corners[0] - x - y, corners[1] + x - y, corners[2] + x + y, corners[3] - x + y])


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _dashes(style: Qt.PenStyle) -> list[float]:
    """Lengths of dashes and gaps in widths of the pen; round ends reach half a width into each gap."""
    return [3.2, 2.6] if style == Qt.PenStyle.DashLine else [0.1, 2.3]


def _near(shape: QPolygonF, point: QPointF, reach: float) -> bool:
    """Whether a point lies within ``reach`` of a shape: true of the shape with its sides moved so far."""
    return bool(grown(shape, reach).containsPoint(point, Qt.FillRule.WindingFill))
