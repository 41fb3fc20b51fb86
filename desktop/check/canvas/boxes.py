"""The boxes of all lines on the page, in one item: hundreds of them cost one call of Qt each, not a widget.

They are drawn in pixels of the screen, so that outlines and marks are as wide at every zoom.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.check.canvas.looks import FOCUS_INK, HALO, STYLES, BoxLook, Level, LevelStyle, Mark

NOTHING = -1
HIT_MARGIN = 3.0
"""Pixels of the screen beside a box that still count as the box."""
MOST_SMOOTH = 2500.0
"""Pixels of the screen: with more of slanted outlines in sight, they are drawn without smoothing."""
STRAIGHT = 2.0
"""Pixels of the screen by which a box may slant and still be drawn straight."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What a box is drawn with: pen and ground of its halo, and of itself."""

    halo: tuple[QPen, QBrush]
    ink: tuple[QPen, QBrush]


@dataclass(frozen=True, slots=True)
class Form:
    """The shape of a box, in pixels of the page.

    Attributes:
        shape: Its corners.
        bounds: The upright box around it.
        straight: The upright box that it all but is, if it hardly slants.
        slant: How far a side is from being upright.
        beginning: The upper corner where its text begins.
        outward: The way that leads out of the box there, slantwise; 1 along each side.
        height: Length of the side there.
    """

    shape: QPolygonF
    bounds: QRectF
    straight: QRectF
    slant: float
    beginning: QPointF
    outward: QPointF
    height: float


class BoxesItem(QGraphicsItem):
    """Draws the boxes, and tells which one lies under a point."""

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        """Begin without boxes."""
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._looks: tuple[BoxLook, ...] = ()
        self._forms: tuple[Form, ...] = ()
        self._around = QRectF()
        self._line = 16.0
        self._strong = 1.0
        self._paints: dict[tuple[Level, bool], Paint] = {}
        self._marks: dict[tuple[Level, int, float], QPixmap] = {}
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
        shown = tuple(looks)
        if shown != self._looks:
            # The same ones come again when the picture comes after the lines.
            self._looks, self._forms = shown, tuple(map(form, shown))
        around = QRectF(page)
        for each in self._forms:
            around = around.united(each.bounds)
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
        self._marks = {}
        self._paints = {
            (level, hovered): self._paint_of(style, hovered=hovered)
            for level, style in STYLES.items()
            for hovered in (False, True)
        }
        self.update()

    def mark(self, *, current: int | None = None, hovered: int | None = None) -> None:
        """Say at which box the person is, and at which the pointer."""
        before = {self.current, self.hovered}
        if current is not None:
            self.current = current
        if hovered is not None:
            self.hovered = hovered
        for index in before | {self.current, self.hovered}:
            if 0 <= index < len(self._looks):
                self.update(self._forms[index].bounds.adjusted(*self._spread()))

    def _spread(self) -> tuple[float, float, float, float]:
        """How far rings and marks reach beyond a box, in pixels of the page."""
        views = self.scene().views() if self.scene() is not None else []
        scale = min((view.transform().m11() for view in views), default=1.0)
        reach = self._line * 2 / max(abs(scale), 1e-6)
        return (-reach, -reach, reach, reach)

    def _paint_of(self, style: LevelStyle, *, hovered: bool) -> "Paint":
        ink, width = QColor(style.ink), self._line / 12 * style.weight * self._strong
        ground = QColor(ink)
        ground.setAlpha(style.tint + (46 if hovered else 0))
        opacity = 255 if hovered else style.opacity
        ink.setAlpha(opacity)
        pen = _pen(ink, width * (1.6 if hovered else 1))
        pen.setStyle(style.line)
        if style.line != Qt.PenStyle.SolidLine:
            pen.setDashPattern(_dashes(style.line))
        halo = _pen(QColor(255, 255, 255, 200 * opacity // 255), width + self._line / 9)
        brush = QBrush(ground) if ground.alpha() else QBrush(Qt.BrushStyle.NoBrush)
        return Paint((halo, QBrush(Qt.BrushStyle.NoBrush)), (pen, brush))

    def bounds(self, index: int) -> QRectF:
        """Return the upright box around a box, in pixels of the page."""
        return self._forms[index].bounds

    def at(self, point: QPointF, scale: float) -> int:
        """Return the box at a point, -1 for none; of several, the smallest.

        Args:
            point: In pixels of the page.
            scale: Pixels of the view for each pixel of the page.
        """
        reach = HIT_MARGIN / max(scale, 1e-6)
        best, least = NOTHING, 0.0
        for index, each in enumerate(self._forms):
            bounds = each.bounds
            if not bounds.adjusted(-reach, -reach, reach, reach).contains(point):
                continue
            inside = each.shape.containsPoint(point, Qt.FillRule.WindingFill)
            if not inside and not _near(each.shape, point, reach):
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
        reach = self._line * 2
        seen = to_view.mapRect(option.exposedRect).adjusted(-reach, -reach, reach, reach)
        wanted, _possible = to_view.inverted()
        on_page = wanted.mapRect(seen)
        shown = [index for index, each in enumerate(self._forms) if each.bounds.intersects(on_page)]
        last = [index for index in (self.hovered, self.current) if index in shown]
        painter.save()
        painter.resetTransform()
        smooth = self._slanted(shown, _scale(to_view)) <= MOST_SMOOTH
        for index in (*(each for each in shown if each not in last), *dict.fromkeys(last)):
            self._paint_box(painter, to_view, index, smooth=smooth)
        painter.restore()

    def _slanted(self, shown: Sequence[int], scale: float) -> float:
        """How long all outlines are that are not straight, in pixels of the screen."""
        slanted = (self._forms[index] for index in shown if self._forms[index].slant * scale > STRAIGHT)
        return sum(2 * scale * (each.bounds.width() + each.bounds.height()) for each in slanted)

    def _paint_box(self, painter: QPainter, to_view: QTransform, index: int, *, smooth: bool) -> None:
        look, form = self._looks[index], self._forms[index]
        style, paint = STYLES[look.level], self._paints[look.level, index == self.hovered]
        # Qt draws slanted lines smoothly a hundred times slower than straight ones, and lines of text are
        # all but straight: those that slant by less than a pixel or two are drawn straight.
        scale = _scale(to_view)
        upright = to_view.mapRect(form.straight).toRect() if form.slant * scale <= STRAIGHT else None
        shape = to_view.map(form.shape) if upright is None else QPolygonF(upright)
        if index == self.current:
            self._paint_ring(painter, upright, shape)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth and upright is None)
        for pen, brush in (paint.halo, paint.ink):
            painter.setPen(pen)
            painter.setBrush(brush)
            if upright is not None:
                painter.drawRect(upright)
            else:
                painter.drawPolygon(shape)
        if style.mark is not Mark.NONE:
            self._paint_mark(painter, form, to_view, scale, look.level)

    def _paint_ring(self, painter: QPainter, upright: QRect | None, shape: QPolygonF) -> None:
        """Draw the ring around the box that the person is at: wide, and outside of the box's own outline."""
        by = self._line * 0.22
        ring = grown(shape, by) if upright is None else QPolygonF(QRectF(upright).adjusted(-by, -by, by, by))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((HALO, 5.2), (FOCUS_INK, 2.6)):
            painter.setPen(_pen(QColor(colour), self._line / 12 * width * self._strong))
            painter.drawPolygon(ring)

    def _paint_mark(
        self, painter: QPainter, form: "Form", to_view: QTransform, scale: float, level: Level
    ) -> None:
        """Draw the sign on the corner where a box begins: there it hides no text beside it."""
        across = round(min(max(form.height * scale * 0.6, self._line * 0.5), self._line * 0.85))
        beyond = form.outward * (across * 0.2 / max(scale, 1e-6))
        centre = to_view.map(form.beginning + beyond)
        sharpness = painter.device().devicePixelRatio()
        key = (level, across, sharpness)
        if key not in self._marks:
            self._marks[key] = mark_pixmap(across, sharpness, STYLES[level])
        half = self._marks[key].deviceIndependentSize().width() / 2
        painter.drawPixmap(centre - QPointF(half, half), self._marks[key])


def mark_pixmap(across: int, sharpness: float, style: LevelStyle) -> QPixmap:
    """Return the sign of a level on its disc, drawn once.

    Args:
        across: Diameter of the disc, in pixels of the view.
        sharpness: Pixels of the screen for each pixel of the view.
        style: Of the level.
    """
    side = across + 4
    pixmap = QPixmap(round(side * sharpness), round(side * sharpness))
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(side / 2, side / 2), across, style.ink, style.mark)
    painter.end()
    return pixmap


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


def form(look: BoxLook) -> Form:
    """Return what drawing needs to know of a box."""
    shape = polygon(look)
    a, b, c, d = (shape.at(index) for index in range(4))
    slant = max(abs(a.y() - b.y()), abs(d.y() - c.y()), abs(a.x() - d.x()), abs(b.x() - c.x()))
    mean = QRectF(
        QPointF((a.x() + d.x()) / 2, (a.y() + b.y()) / 2), QPointF((b.x() + c.x()) / 2, (d.y() + c.y()) / 2)
    ).normalized()
    (first, last), (other, _) = ((b, c), (a, d)) if look.right_to_left else ((a, d), (b, c))
    outward = _way(other, first) + _way(last, first)
    return Form(shape, shape.boundingRect(), mean, slant, first, outward, QLineF(first, last).length())


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


def _way(start: QPointF, end: QPointF) -> QPointF:
    """Return the way of length 1 from one point to another; none between points that are the same."""
    length = QLineF(start, end).length()
    return (end - start) / length if length else QPointF()


def _scale(transform: QTransform) -> float:
    return float((transform.m11() ** 2 + transform.m12() ** 2) ** 0.5)


def _dashes(style: Qt.PenStyle) -> list[float]:
    """Lengths of dashes and gaps in widths of the pen; round ends reach half a width into each gap."""
    return [3.2, 2.6] if style == Qt.PenStyle.DashLine else [0.1, 2.3]


def _near(shape: QPolygonF, point: QPointF, reach: float) -> bool:
    """Whether a point lies within ``reach`` of a shape: true of the shape with its sides moved so far."""
    return bool(grown(shape, reach).containsPoint(point, Qt.FillRule.WindingFill))
