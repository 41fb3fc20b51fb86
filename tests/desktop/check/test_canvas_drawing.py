"""Drawing a box with the pointer, and with keys alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.check.canvas import PageCanvas

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot, theme):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    image = QImage(1000, 1400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    made.set_page(image, [])
    made.drawn = []
    made.box_drawn.connect(made.drawn.append)
    return made


def drag(canvas, start, end):
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)


def test_a_box_is_drawn_in_pixels_of_the_page(canvas):
    canvas.draw_box()
    start, end = (canvas.to_view(QPointF(*point)).toPoint() for point in ((200, 300), (600, 400)))
    drag(canvas, end, start)
    (quad,) = canvas.drawn
    assert quad.bounds == pytest.approx((200, 300, 600, 400), abs=3)
    assert canvas.mode is None


def test_a_box_ends_at_the_edge_of_the_page(canvas):
    canvas.draw_box()
    drag(canvas, canvas.to_view(QPointF(900, 1300)).toPoint(), QPoint(799, 599))
    (quad,) = canvas.drawn
    assert quad.bounds[2:] == pytest.approx((1000, 1400))


def test_a_click_draws_nothing_and_the_next_drag_does(canvas):
    canvas.draw_box()
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(400, 300))
    assert canvas.drawn == []
    drag(canvas, QPoint(350, 300), QPoint(450, 360))
    assert len(canvas.drawn) == 1


def test_escape_ends_it_without_a_box(canvas):
    canvas.draw_box()
    QTest.mousePress(canvas.viewport(), LEFT, pos=QPoint(350, 300))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mode is None
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=QPoint(450, 400))
    assert canvas.drawn == []


def test_keys_alone_draw_a_box(canvas):
    canvas.draw_box()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    first = canvas.to_page(QPointF(canvas.viewport().rect().center()) + QPointF(0.5, 0.5))
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    (quad,) = canvas.drawn
    assert quad.width * canvas.zoom == pytest.approx(61, abs=0.5)
    assert quad.height * canvas.zoom == pytest.approx(36, abs=0.5)
    assert quad.top_left == pytest.approx((first.x(), first.y()), abs=2)


def test_nothing_is_pointed_at_while_a_box_is_drawn(canvas):
    told = []
    canvas.line_hovered.connect(told.append)
    canvas.draw_box()
    QTest.mouseMove(canvas.viewport(), QPoint(400, 300))
    canvas.grab()
    assert told == []
