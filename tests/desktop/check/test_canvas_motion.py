"""Moving about the page by gestures, by the middle button, and calmly by itself."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from desktop.check.canvas import BoxLook, Fit, Level, PageCanvas
from engine.geometry import Quad


def look(left, top, right, bottom):
    return BoxLook(Quad.from_box(left, top, right, bottom), "text", Level.DOUBTFUL)


LINES = [look(100, 100 + 60 * n, 900, 130 + 60 * n) for n in range(20)]


FINGERS = QPointF(300, 250)


@pytest.fixture
def canvas(qtbot, theme):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    image = QImage(1000, 1400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    made.set_page(image, LINES)
    return made


def pinch(canvas, kind, value):
    at = FINGERS
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, at, at,
        QPointF(canvas.viewport().mapToGlobal(at.toPoint())), value, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_a_pinch_zooms_about_the_fingers(canvas):
    canvas.actual_size()
    held = canvas.to_page(FINGERS)
    pinch(canvas, Qt.NativeGestureType.ZoomNativeGesture, 0.2)
    assert canvas.zoom == pytest.approx(1.2)
    assert (canvas.to_view(held) - FINGERS).manhattanLength() <= 2


def test_a_double_tap_of_two_fingers_goes_near_and_back(canvas):
    pinch(canvas, Qt.NativeGestureType.SmartZoomNativeGesture, 1)
    assert canvas.zoom == pytest.approx(1.0)
    pinch(canvas, Qt.NativeGestureType.SmartZoomNativeGesture, 1)
    assert canvas.fit is Fit.PAGE


def test_the_middle_button_drags_in_every_mode(canvas):
    canvas.actual_size()
    canvas.draw_box()
    start = QPoint(400, 300)
    held = canvas.to_page(QPointF(start))
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.MiddleButton, pos=start)
    QTest.mouseMove(canvas.viewport(), start - QPoint(3, 2))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.MiddleButton, pos=start - QPoint(3, 2))
    assert (canvas.to_view(held) - QPointF(start - QPoint(3, 2))).manhattanLength() < 1
    assert canvas.mode is not None


class Still(QProxyStyle):
    """A style that wants nothing to move by itself."""

    def styleHint(self, hint, option=None, widget=None, returnData=None):  # noqa: N802, N803
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


@pytest.fixture
def still(canvas):
    """A canvas whose style wants nothing to move; Qt does not own the style."""
    style = Still("fusion")
    canvas.setStyle(style)
    yield canvas
    canvas.setStyle(None)


def test_where_nothing_is_to_move_a_box_is_there_at_once(still):
    canvas = still
    canvas.actual_size()
    canvas.set_current(19)
    assert not canvas._camera.is_moving
    assert canvas.viewport().rect().contains(canvas.box_in_view(19).toRect())


def test_a_box_is_come_to_in_steps(canvas, qtbot):
    canvas.actual_size()
    canvas.verticalScrollBar().setValue(0)
    seen = []
    canvas.place_changed.connect(lambda: seen.append(canvas.verticalScrollBar().value()))
    canvas.set_current(19)
    assert canvas._camera.is_moving
    qtbot.waitUntil(lambda: not canvas._camera.is_moving)
    assert len(set(seen)) > 2
    assert seen == sorted(seen)


def test_a_hand_on_the_page_stops_what_moves_by_itself(canvas):
    canvas.actual_size()
    canvas.set_current(19)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert not canvas._camera.is_moving


def test_a_box_in_sight_moves_nothing(canvas, qtbot):
    canvas.actual_size()
    canvas.set_current(12)
    qtbot.waitUntil(lambda: not canvas._camera.is_moving)
    before = canvas.box_in_view(11)
    canvas.set_current(11)
    assert not canvas._camera.is_moving
    assert canvas.box_in_view(11) == before


@pytest.mark.parametrize("index", range(0, 20, 3))
@pytest.mark.parametrize("size", [(420, 300), (800, 600)])
def test_every_box_and_its_strip_come_into_sight(still, index, size):
    canvas = still
    canvas.resize(*size)
    canvas.set_current(index)
    port, strip = QRectF(canvas.viewport().rect()), QRectF(canvas.strip_place(index))
    box = canvas.box_in_view(index)
    assert port.top() <= box.top() < box.bottom() <= port.bottom()
    assert port.contains(strip)
    assert not strip.intersects(box)
