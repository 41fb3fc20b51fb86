"""A page in a window: its picture, zoomed, fitted, turned, or a sentence that says why there is none.

It knows nothing of text. Whatever the direction of the window, a page lies as it was scanned.
"""

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.check.canvas import zoom
from desktop.check.canvas.camera import Camera
from desktop.check.canvas.page_item import PageItem
from desktop.check.canvas.page_state import PageState, StateMessage
from desktop.check.canvas.pyramid import Pyramid, PyramidMaker, plain
from desktop.check.canvas.zoom import Fit
from desktop.style import Theme


class PageView(QGraphicsView):
    """Shows one page."""

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
        scene = QGraphicsScene(self)
        scene.addItem(self._page)
        self.setScene(scene)
        self._camera = Camera(self, lambda: float(theme.line))
        self._maker = PyramidMaker(self)
        self._maker.ready.connect(self._pyramid_made)
        self._side: QWidget | None = None
        self._side_width = 0
        self._turns = 0
        self._message = StateMessage(theme, self)
        self._set_up()
        self._camera.changed.connect(self._zoomed)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _set_up(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # What is shown

    def set_picture(self, image: QImage | None, size: QSize | None = None) -> bool:
        """Show a page; zoom and place stay as they are if it is as large as the one before.

        Args:
            image: Its picture, or None while there is none.
            size: Of the page in its own pixels, if the picture is smaller than that or missing.

        Returns:
            Whether it is as large, and lies as the one before did.
        """
        before = self.page_size if not self._turns else QSize()
        self._maker.stop()
        self._turns = 0
        self.show_state(PageState.SHOWN)
        page = QSizeF(size or (image.size() if image is not None else QSize()))
        if image is not None and not image.isNull():
            self._page.set_pyramid(plain(image, page.toSize()), page)
            self._maker.make(image, page.toSize())
        else:
            self._page.set_pyramid(None, page)
        self._page.turn(0)
        same = page.toSize() == before
        if not same:
            self._look_at_page()
        self.viewport().update()
        self.place_changed.emit()
        return same

    def show_state(self, state: PageState) -> None:
        """Say why there is no picture; what is said goes away with :meth:`set_page`."""
        self._message.say(state)
        self.setAccessibleDescription(" ".join(self._message.words()).strip())

    @property
    def state(self) -> PageState:
        """How it stands with the picture."""
        return self._message.state

    def turn(self, quarter_turns: int) -> None:
        """Show the page turned, at once, until it is read anew and given to :meth:`set_page`.

        Args:
            quarter_turns: Clockwise, added to what it is turned by already; negative for left.
        """
        self._camera.stop()
        self._turns = (self._turns + quarter_turns) % 4
        self._page.turn(self._turns)
        self._look_at_page()
        self.place_changed.emit()

    @property
    def turned(self) -> int:
        """Quarter turns clockwise by which the page is shown turned, 0 to 3."""
        return self._turns

    @property
    def page_size(self) -> QSize:
        """Size of the page in its own pixels; empty if there is none."""
        return self._page.boundingRect().size().toSize()

    def page_rect(self) -> QRectF:
        """Return the page, in its own pixels."""
        return self._page.boundingRect()

    def to_page(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the viewport to pixels of the page."""
        back, _possible = self._page.deviceTransform(self.viewportTransform()).inverted()
        return back.map(point)

    def to_view(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the page to pixels of the viewport."""
        return self._page.deviceTransform(self.viewportTransform()).map(point)

    def set_side(self, panel: QWidget | None, width: int) -> None:
        """Make room for a widget beside the page, or take it away.

        Args:
            panel: The widget, or None.
            width: How wide it would like to be; it gets no more than 45 in 100.
        """
        self._side, self._side_width = panel, width
        if panel is not None:
            panel.setParent(self)
            panel.setLayoutDirection(QApplication.layoutDirection())
            panel.show()
        self._lay_out()

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

    # What Qt tells

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            angle = event.angleDelta().y() or event.pixelDelta().y()
            self._camera.set_zoom(zoom.wheeled(self.zoom, angle), event.position())
            event.accept()
        else:
            self._camera.stop()
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take gestures."""
        if isinstance(event, QNativeGestureEvent) and self._native_gesture(event):
            return True
        if event.type() == QEvent.Type.Gesture and self._gesture(event):
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page fitted."""
        super().resizeEvent(event)
        self._lay_out()
        self._camera.refit()
        self.place_changed.emit()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        """Draw the edge of the page, and a ring while the keyboard is here."""
        del rect
        painter.save()
        painter.resetTransform()
        self.paint_over(painter)
        if self.hasFocus():
            width = max(2, self._theme.line // 9)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(self._theme.colours.focus), width))
            half = width // 2
            painter.drawRect(
                self.viewport().rect().adjusted(half, half, -half - width % 2, -half - width % 2)
            )
        painter.restore()

    def paint_over(self, painter: QPainter) -> None:
        """Draw over the page, in pixels of the viewport; for those who build on this."""

    # Inside

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
        event.accept()
        return True

    def _lay_out(self) -> None:
        """Give the panel its place at the end of the line, and the page the rest."""
        width = min(self._side_width, self.width() * 45 // 100) if self._side is not None else 0
        at_left = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = QMargins(width if at_left else 0, 0, 0 if at_left else width, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        if self._side is not None:
            self._side.setGeometry(0 if at_left else self.width() - width, 0, width, self.height())
        self._message.setGeometry(self.viewport().geometry())

    def _pyramid_made(self, pyramid: Pyramid) -> None:
        self._page.set_pyramid(pyramid, QSizeF(pyramid.size))

    def _look_at_page(self) -> None:
        self._camera.set_page(self._page.mapRectToScene(self._page.boundingRect()))

    def _zoomed(self) -> None:
        self.zoom_changed.emit(self._camera.zoom)
        self.place_changed.emit()

    def _scrolled(self) -> None:
        if self.hasFocus():
            self.viewport().update()  # Qt moves the ring along with the page
        self.place_changed.emit()

    def _restyle(self) -> None:
        colours = self._theme.colours
        self.setBackgroundBrush(QColor(colours.window if colours.dark else colours.hover))
        self._camera.refit()
