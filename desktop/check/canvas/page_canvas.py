"""The page as a person checks it: its picture with a box for every line, zoomed and moved as one likes.

It is given values and knows no library. Whatever the direction of the window, a page lies as it was scanned.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from desktop.check.canvas import zoom
from desktop.check.canvas.boxes import NOTHING, BoxesItem
from desktop.check.canvas.camera import Camera
from desktop.check.canvas.drawing import DrawBox
from desktop.check.canvas.looks import BoxLook, Level
from desktop.check.canvas.mode import Mode
from desktop.check.canvas.page_item import PageItem
from desktop.check.canvas.pyramid import Pyramid, PyramidMaker, plain
from desktop.check.canvas.zoom import Fit
from desktop.style import HIGH_CONTRAST, Theme

STRIP_LINES = 2.6
"""Room kept below a box for the strip in which it is corrected, in lines of the window's text."""
STRIP_WIDTH = 16


class PageCanvas(QGraphicsView):
    """Shows one page and its boxes; tells what a person points at, chooses or draws."""

    line_hovered = Signal(int)
    """Number of the box under the pointer or the keyboard, -1 for none."""

    line_activated = Signal(int)
    """A box was clicked, or chosen with Enter."""

    box_drawn = Signal(object)
    """A :class:`Quad` in pixels of the page."""

    corners_chosen = Signal(object)
    """A :class:`Quad` in pixels of the page: the sheet, clockwise from its top left."""

    zoom_changed = Signal(float)
    """Pixels of the screen for each pixel of the page."""

    place_changed = Signal()
    """The page was scrolled or zoomed: what stands over it must move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty page.

        Args:
            theme: Gives colours and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._page = PageItem()
        self._boxes = BoxesItem(self._page)
        scene = QGraphicsScene(self)
        scene.addItem(self._page)
        self.setScene(scene)
        self._camera = Camera(self, lambda: float(theme.line))
        self._maker = PyramidMaker(self)
        self._maker.ready.connect(self._pyramid_made)
        self._mode: Mode | None = None
        self._dragged_from: QPoint | None = None
        self._dragging = False
        self._hand = False
        self._set_up()
        self._camera.changed.connect(lambda: self.zoom_changed.emit(self._camera.zoom))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._moved)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _set_up(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # What is shown

    def set_page(self, image: QImage | None, lines: Sequence[BoxLook], *, size: QSize | None = None) -> None:
        """Show a page; zoom and place stay as they are if it is as large as the one before.

        Args:
            image: Its picture, or None while there is none.
            lines: Its boxes.
            size: Of the page in its own pixels, if the picture is smaller than that or missing.
        """
        before = self.page_size
        self._maker.stop()
        page = QSizeF(size or (image.size() if image is not None else QSize()))
        if image is not None and not image.isNull():
            self._page.set_pyramid(plain(image, page.toSize()), page)
            self._maker.make(image, page.toSize())
        else:
            self._page.set_pyramid(None, page)
        self._boxes.mark(current=NOTHING, hovered=NOTHING)
        self._boxes.set_looks(lines, QRectF(QPointF(), page))
        if page.toSize() != before:
            self.cancel_mode()
            self._camera.set_page(self._page.mapRectToScene(self._page.boundingRect()))
        self.viewport().update()
        self.place_changed.emit()

    def set_lines(self, lines: Sequence[BoxLook]) -> None:
        """Show other boxes on the same page; the current one stays current if there are as many."""
        self._boxes.set_looks(lines, self._page.boundingRect())
        if self._boxes.current >= len(lines):
            self._boxes.mark(current=NOTHING)
        if self._boxes.hovered >= len(lines):
            self._boxes.mark(hovered=NOTHING)
        self.viewport().update()

    @property
    def lines(self) -> tuple[BoxLook, ...]:
        """The boxes, in the order given."""
        return self._boxes.looks

    @property
    def page_size(self) -> QSize:
        """Size of the page in its own pixels; empty if there is none."""
        return self._page.boundingRect().size().toSize()

    @property
    def current(self) -> int:
        """The box that the person is at, -1 for none."""
        return self._boxes.current

    @property
    def hovered(self) -> int:
        """The box under the pointer or the keyboard, -1 for none."""
        return self._boxes.hovered

    def set_current(self, index: int, *, reveal: bool = True) -> None:
        """Mark the box that the person is at.

        Args:
            index: Its number, -1 for none.
            reveal: Bring it to where it can be read and corrected.
        """
        self._boxes.mark(current=index if 0 <= index < len(self.lines) else NOTHING)
        if reveal and self._boxes.current != NOTHING:
            self._reveal(self._boxes.current)

    def set_hovered(self, index: int) -> None:
        """Mark the box that the person points at elsewhere, -1 for none; nothing is told back."""
        self._boxes.mark(hovered=index if 0 <= index < len(self.lines) else NOTHING)

    def strip_place(self, index: int) -> QRect:
        """Return where the strip for a box may stand: below it, else above it; empty if it is out of sight.

        Args:
            index: The box.

        Returns:
            Pixels of the viewport.
        """
        if not 0 <= index < len(self.lines):
            return QRect()
        port, line = self.viewport().rect(), self._theme.line
        box = self._box_in_view(index).toAlignedRect()
        if not box.intersects(port):
            return QRect()
        gap, height = max(3, line // 4), round(line * (STRIP_LINES - 0.4))
        width = min(max(box.width() + line, line * STRIP_WIDTH), port.width() - 2 * gap)
        right_to_left = self.lines[index].right_to_left
        left = box.right() + line // 2 - width if right_to_left else box.left() - line // 2
        left = max(gap, min(left, port.width() - gap - width))
        top = box.bottom() + gap
        if top + height > port.height() - gap and box.top() - gap - height >= gap:
            top = box.top() - gap - height
        return QRect(left, max(gap, min(top, port.height() - gap - height)), width, height)

    def to_page(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the viewport to pixels of the page."""
        back, _possible = self._boxes.deviceTransform(self.viewportTransform()).inverted()
        return back.map(point)

    def to_view(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the page to pixels of the viewport."""
        return self._boxes.deviceTransform(self.viewportTransform()).map(point)

    def page_rect(self) -> QRectF:
        """Return the page, in its own pixels."""
        return self._page.boundingRect()

    # Zoom

    @property
    def zoom(self) -> float:
        """Pixels of the screen for each pixel of the page: 1 is the actual size."""
        return self._camera.zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows when the window's size changes."""
        return self._camera.fit

    def fit_page(self) -> None:
        """Show the whole page."""
        self._camera.follow(Fit.PAGE)

    def fit_width(self) -> None:
        """Show the whole width of the page."""
        self._camera.follow(Fit.WIDTH)

    def actual_size(self) -> None:
        """Show each pixel of the page as one of the screen."""
        self._camera.set_zoom(1.0)

    def zoom_in(self) -> None:
        """Show the page one step larger."""
        self._camera.set_zoom(zoom.stepped(self.zoom, 1))

    def zoom_out(self) -> None:
        """Show the page one step smaller."""
        self._camera.set_zoom(zoom.stepped(self.zoom, -1))

    # Modes

    @property
    def mode(self) -> Mode | None:
        """What is under way: drawing a box, dragging corners, or None."""
        return self._mode

    def draw_box(self) -> None:
        """Let the person draw a box, which :attr:`box_drawn` tells; Esc ends it."""
        mode = DrawBox(self, self._theme)
        mode.drawn.connect(self.box_drawn)
        self._begin(mode)

    def cancel_mode(self) -> None:
        """End what is under way, without an outcome."""
        if self._mode is not None:
            mode, self._mode = self._mode, None
            mode.end()
            mode.deleteLater()
            self._show_cursor()
            self.viewport().update()

    def _begin(self, mode: Mode) -> None:
        self.cancel_mode()
        self._camera.stop()
        self._mode = mode
        mode.ended.connect(self.cancel_mode)
        self._point_at(NOTHING)
        mode.begin()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cursor()
        self.viewport().update()

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            angle = event.angleDelta().y() or event.pixelDelta().y()
            self._camera.set_zoom(zoom.wheeled(self.zoom, angle), event.position())
            event.accept()
        else:
            self._camera.stop()
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to drag the page, or give the point to the mode."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        if event.button() == Qt.MouseButton.LeftButton and self._mode is not None and not self._hand:
            self._mode.press(event.position())
        elif middle or event.button() == Qt.MouseButton.LeftButton:
            self._camera.stop()
            self._dragged_from = event.position().toPoint()
            self._dragging = middle or self._hand
            self._show_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the page, or point at a box."""
        here = event.position().toPoint()
        if self._dragged_from is not None:
            way = here - self._dragged_from
            self._dragging = self._dragging or way.manhattanLength() >= QApplication.startDragDistance()
            if self._dragging:
                self._camera.pan(QPointF(-way))
                self._dragged_from = here
                self._show_cursor()
        elif self._mode is not None:
            pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
            self._mode.move(event.position(), pressed=pressed)
            self._show_cursor()
        else:
            self._point_at(self.line_at(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the box under the pointer, unless the page was dragged."""
        if self._dragged_from is not None:
            clicked = not self._dragging and event.button() == Qt.MouseButton.LeftButton
            self._dragged_from, self._dragging = None, False
            self._show_cursor()
            found = self.line_at(event.position().toPoint())
            if clicked and self._mode is None and found != NOTHING:
                self.line_activated.emit(found)
        elif self._mode is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mode.release(event.position())
        event.accept()

    def line_at(self, point: QPoint) -> int:
        """Return the box at a point of the viewport, -1 for none."""
        return self._boxes.at(self.to_page(QPointF(point)), self._camera.scale)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take gestures and the wish for a tooltip."""
        if isinstance(event, QNativeGestureEvent) and self._native_gesture(event):
            return True
        if event.type() == QEvent.Type.Gesture and self._gesture(event):
            return True
        if event.type() == QEvent.Type.Leave:
            self._point_at(NOTHING)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.line_at(event.pos()) if self._mode is None else NOTHING
            QToolTip.showText(event.globalPos(), self.said(found) if found != NOTHING else "", self)
            return True
        return super().viewportEvent(event)

    def _native_gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._camera.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            if self.fit is Fit.PAGE:
                self._camera.set_zoom(1.0, event.position())
            else:
                self.fit_page()
            return True
        return False

    def _gesture(self, event: QEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
        if pinch is None:
            return False
        about = QPointF(self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
        self._camera.set_zoom(self.zoom * pinch.scaleFactor(), about)
        self._dragged_from = None
        event.accept()
        return True

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from box to box; with Ctrl, scroll."""
        key = Qt.Key(event.key())
        if self._mode is not None and self._mode.key(event):
            return
        if key == Qt.Key.Key_Escape and self._mode is not None:
            self.cancel_mode()
        elif key == Qt.Key.Key_Space:
            self._hand = True
            self._show_cursor()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._key_among_boxes(key):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def _key_among_boxes(self, key: Qt.Key) -> bool:
        here = self.hovered if self.hovered != NOTHING else self.current
        last = len(self.lines) - 1
        if last < 0:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if here != NOTHING:
                self.line_activated.emit(here)
            return here != NOTHING
        to = {
            Qt.Key.Key_Down: min(last, here + 1),
            Qt.Key.Key_Up: max(0, here - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(key)
        if to is None:
            return False
        self._point_at(to)
        self._reveal(to)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the hand: the key may come up elsewhere."""
        self._hand = False
        self._show_cursor()
        super().focusOutEvent(event)

    # Words

    def said(self, index: int) -> str:
        """Return what a box says, with how far it can be trusted: for tooltips and screen readers."""
        look = self.lines[index]
        return self._level_words(look.level).replace("%1", look.text)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Page"))

    def _level_words(self, level: Level) -> str:
        return {
            Level.SURE: self.tr("%1"),
            Level.DOUBTFUL: self.tr("Doubtful: %1"),
            Level.UNREAD: self.tr("Could not be read: %1"),
            Level.CORRECTED: self.tr("Corrected: %1"),
            Level.CONFIRMED: self.tr("Confirmed: %1"),
        }[level]

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page fitted."""
        super().resizeEvent(event)
        self._camera.refit()
        self._moved()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        """Let the mode draw, and show where the keyboard is."""
        del rect
        painter.save()
        painter.resetTransform()
        if self._mode is not None:
            self._mode.paint(painter)
        painter.restore()

    def _pyramid_made(self, pyramid: Pyramid) -> None:
        self._page.set_pyramid(pyramid, QSizeF(pyramid.size))

    def _point_at(self, index: int) -> None:
        if index != self._boxes.hovered:
            self._boxes.mark(hovered=index)
            self.line_hovered.emit(index)
            self._show_cursor()

    def _reveal(self, index: int) -> None:
        box = self._boxes.mapRectToScene(self._boxes.bounds(index))
        self._camera.reveal(box, self._theme.line * STRIP_LINES)

    def _box_in_view(self, index: int) -> QRectF:
        return self._boxes.deviceTransform(self.viewportTransform()).mapRect(self._boxes.bounds(index))

    def _moved(self) -> None:
        if self._mode is not None:
            self._mode.place_changed()
        self.place_changed.emit()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape
        if self._dragging:
            wanted = shape.ClosedHandCursor
        elif self._hand:
            wanted = shape.OpenHandCursor
        elif self._mode is not None:
            wanted = self._mode.cursor
        else:
            wanted = shape.PointingHandCursor if self.hovered != NOTHING else shape.ArrowCursor
        if self.viewport().cursor().shape() != wanted:
            self.viewport().setCursor(wanted)

    def _restyle(self) -> None:
        colours = self._theme.colours
        self.setBackgroundBrush(QColor(colours.hover if not colours.dark else colours.window))
        self._boxes.set_sizes(float(self._theme.line), strong=colours == HIGH_CONTRAST)
        self._camera.refit()
