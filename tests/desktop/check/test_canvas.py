"""The page: what is shown of it, what is told when a person points, clicks, drags, zooms."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.check.canvas import BoxLook, Fit, Level, PageCanvas
from engine.geometry import Quad

LEFT = Qt.MouseButton.LeftButton


def look(left, top, right, bottom, level=Level.SURE, text="text", *, right_to_left=False):
    return BoxLook(Quad.from_box(left, top, right, bottom), text, level, right_to_left)


LINES = [
    look(100, 100, 900, 140),
    look(100, 200, 900, 240, Level.DOUBTFUL, "KAVIRA"),
    look(100, 1300, 900, 1340, Level.UNREAD, right_to_left=True),
]


def page(width=1000, height=1400) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFF0EEE8)
    return image


@pytest.fixture
def canvas(qtbot, theme):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.set_page(page(), LINES)
    return made


def middle(canvas, index) -> QPoint:
    return canvas.box_in_view(index).center().toPoint()


def heard(signal) -> list:
    told = []
    signal.connect(lambda *values: told.append(values[0] if values else None))
    return told


def wheel(canvas, point, angle, modifiers=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(point), QPointF(canvas.viewport().mapToGlobal(point)), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_the_whole_page_is_shown_at_first(canvas):
    assert canvas.fit is Fit.PAGE
    seen = canvas.viewport().rect()
    assert seen.contains(canvas.to_view(QPointF(0, 0)).toPoint())
    assert seen.contains(canvas.to_view(QPointF(1000, 1400)).toPoint())


def test_the_page_stays_whole_when_the_window_grows(canvas):
    before = canvas.zoom
    canvas.resize(1200, 900)
    assert canvas.zoom > before
    assert canvas.fit is Fit.PAGE


def test_pointing_at_a_box_is_told_and_leaving_it_too(canvas):
    told = heard(canvas.line_hovered)
    QTest.mouseMove(canvas.viewport(), middle(canvas, 1))
    QTest.mouseMove(canvas.viewport(), QPoint(2, 2))
    assert told == [1, -1]


def test_marking_a_box_from_the_text_is_not_told_back(canvas):
    told = heard(canvas.line_hovered)
    canvas.set_hovered(1)
    assert canvas.hovered == 1
    assert told == []


def test_a_click_on_a_box_is_told(canvas):
    told = heard(canvas.line_activated)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=middle(canvas, 1))
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(2, 2))
    assert told == [1]


def test_of_boxes_over_each_other_the_smallest_is_meant(canvas):
    canvas.set_lines([look(0, 0, 1000, 1000), look(400, 400, 500, 450)])
    assert canvas.line_at(canvas.to_view(QPointF(450, 425)).toPoint()) == 1
    assert canvas.line_at(canvas.to_view(QPointF(100, 100)).toPoint()) == 0


def test_dragging_moves_the_page_and_chooses_nothing(canvas):
    canvas.actual_size()
    chosen = heard(canvas.line_activated)
    start = QPoint(400, 300)
    held = canvas.to_page(QPointF(start))
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    for step in (20, 60, 100):
        QTest.mouseMove(canvas.viewport(), start - QPoint(step, step))
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=start - QPoint(100, 100))
    assert chosen == []
    assert (canvas.to_view(held) - QPointF(start - QPoint(100, 100))).manhattanLength() < 3


def test_ctrl_and_the_wheel_zoom_about_the_pointer(canvas):
    canvas.actual_size()
    point = QPoint(300, 250)
    held, before = canvas.to_page(QPointF(point)), canvas.zoom
    wheel(canvas, point, 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(before * 1.25)
    assert (canvas.to_view(held) - QPointF(point)).manhattanLength() <= 2


def test_the_wheel_alone_scrolls(canvas):
    canvas.actual_size()
    before, zoom = canvas.verticalScrollBar().value(), canvas.zoom
    wheel(canvas, QPoint(300, 250), -120)
    assert canvas.verticalScrollBar().value() > before
    assert canvas.zoom == zoom


def test_zooming_is_told_and_has_bounds(canvas):
    told = heard(canvas.zoom_changed)
    for _ in range(60):
        canvas.zoom_in()
    assert canvas.zoom == pytest.approx(8)
    for _ in range(60):
        canvas.zoom_out()
    assert told[-1] == canvas.zoom > 0.1


def test_actual_size_is_one_pixel_for_one(canvas):
    canvas.actual_size()
    assert canvas.zoom == pytest.approx(1)


def test_the_width_is_fitted_beside_the_scroll_bar(canvas):
    canvas.fit_width()
    assert not canvas.horizontalScrollBar().maximum()
    width = canvas.to_view(QPointF(1000, 0)).x() - canvas.to_view(QPointF(0, 0)).x()
    assert 0.93 * canvas.viewport().width() < width <= canvas.viewport().width()


def test_the_current_box_is_brought_to_where_it_can_be_read(canvas, qtbot):
    canvas.actual_size()
    canvas.set_current(2)
    qtbot.waitUntil(lambda: not canvas._camera.is_moving)
    box, strip = canvas.box_in_view(2), canvas.strip_place(2)
    assert canvas.viewport().rect().contains(box.toRect())
    assert canvas.viewport().rect().contains(strip)
    assert strip.top() >= box.bottom()


def test_a_box_too_small_to_read_is_enlarged_and_one_that_can_be_read_is_left(canvas, qtbot):
    before = canvas.zoom
    canvas.set_current(0)
    qtbot.waitUntil(lambda: not canvas._camera.is_moving)
    after = canvas.zoom
    assert canvas.box_in_view(0).height() >= min(canvas._theme.line * 0.6, 40)
    canvas.set_current(1)
    qtbot.waitUntil(lambda: not canvas._camera.is_moving)
    assert canvas.zoom == pytest.approx(after, rel=0.3)
    assert after >= before


def test_a_page_of_the_same_size_keeps_zoom_and_place(canvas):
    canvas.actual_size()
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 50)
    before = canvas.zoom, canvas.verticalScrollBar().value()
    canvas.set_page(page(), LINES[:1])
    assert (canvas.zoom, canvas.verticalScrollBar().value()) == before
    canvas.set_page(page(500, 500), [])
    assert canvas.fit is Fit.PAGE


def test_a_smaller_picture_of_a_page_lies_under_the_boxes_of_the_page(canvas):
    canvas.set_page(page(250, 350), LINES, size=QSize(1000, 1400))
    assert canvas.page_size == QSize(1000, 1400)


def test_a_page_lies_the_same_in_a_window_from_right_to_left(canvas, qapp):
    before = canvas.box_in_view(0)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qapp.processEvents()
        assert canvas.box_in_view(0) == before
        canvas.actual_size()
        left = canvas.to_page(QPointF(0, 0)).x()
        canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
        assert canvas.to_page(QPointF(0, 0)).x() > left
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_keys_go_from_box_to_box_and_choose(canvas):
    hovered, chosen = heard(canvas.line_hovered), heard(canvas.line_activated)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(canvas, key)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert hovered == [0, 1, 2, 1, 0]
    assert chosen == [0]


def test_space_makes_a_hand_that_drags_from_a_box(canvas):
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    chosen = heard(canvas.line_activated)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=middle(canvas, 1))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert chosen == []
    assert canvas.viewport().cursor().shape() != Qt.CursorShape.OpenHandCursor


def test_what_stands_over_the_page_is_told_when_it_moves(canvas):
    told = heard(canvas.place_changed)
    canvas.actual_size()
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 40)
    assert told


def test_a_strip_for_a_box_out_of_sight_has_no_place(canvas):
    canvas.actual_size()
    canvas.verticalScrollBar().setValue(0)
    assert canvas.strip_place(2).isEmpty()
    assert canvas.strip_place(7).isEmpty()
