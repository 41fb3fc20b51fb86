"""Straightening a photo by its four corners."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from PySide6.QtTest import QTest

from desktop.check.canvas import PageCanvas
from desktop.check.canvas.pyramid import plain
from desktop.check.canvas.straightening import Fault, fault, straightened
from engine.geometry import Quad

LEFT = Qt.MouseButton.LeftButton
SHEET = Quad((200, 150), (820, 230), (780, 1210), (160, 1150))


def photo() -> QImage:
    """A dark table with a light sheet that lies askew; its left half is red."""
    image = QImage(1000, 1400, QImage.Format.Format_RGB32)
    image.fill(QColor("#302820"))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#ffffff"))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in SHEET.points]))
    painter.setBrush(QColor("#ff0000"))
    half = SHEET.part(0.0, 0.5)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in half.points]))
    painter.end()
    return image


@pytest.fixture
def canvas(qtbot, theme):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.set_page(photo(), [])
    made.chosen = []
    made.corners_chosen.connect(made.chosen.append)
    return made


def handle(canvas, index) -> QPoint:
    return canvas.to_view(canvas.mode.corners[index]).toPoint()


def drag(canvas, start, end):
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    canvas.grab()
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)


def points(*pairs):
    return [QPointF(*pair) for pair in pairs]


def test_corners_begin_on_the_whole_page_or_where_they_were(canvas):
    canvas.edit_corners(None)
    assert canvas.mode.quad == Quad.from_box(0, 0, 1000, 1400)
    canvas.edit_corners(SHEET)
    assert canvas.mode.quad == SHEET


def test_dragged_corners_are_told_in_pixels_of_the_page(canvas):
    canvas.edit_corners(None)
    drag(canvas, handle(canvas, 0), canvas.to_view(QPointF(200, 150)).toPoint())
    canvas.mode.panel.apply.click()
    (quad,) = canvas.chosen
    assert quad.top_left == pytest.approx((200, 150), abs=2)
    assert quad.bottom_right == (1000, 1400)
    assert canvas.mode is None


def test_a_corner_is_held_where_it_was_taken(canvas):
    canvas.edit_corners(SHEET)
    off = QPoint(6, -5)
    drag(canvas, handle(canvas, 2) + off, handle(canvas, 2) + off)
    assert canvas.mode.quad.bottom_right == pytest.approx(SHEET.bottom_right, abs=1)


def test_a_corner_stays_on_the_page(canvas):
    canvas.edit_corners(SHEET)
    drag(canvas, handle(canvas, 0), QPoint(1, 1))
    assert min(canvas.mode.quad.top_left) >= 0


def test_a_press_away_from_all_corners_moves_none(canvas):
    canvas.edit_corners(SHEET)
    middle = canvas.to_view(QPointF(500, 700)).toPoint()
    drag(canvas, middle, middle + QPoint(40, 40))
    assert canvas.mode.quad == SHEET


def test_keys_go_round_the_corners_and_move_them(canvas):
    canvas.edit_corners(SHEET)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert canvas.mode.quad.top_right == pytest.approx((820.9, 240))
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert canvas.mode.at == 0
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.chosen[0].top_right == pytest.approx((820.9, 240))


def test_tab_leaves_the_last_corner_for_the_buttons(canvas, qtbot):
    canvas.activateWindow()
    qtbot.waitUntil(canvas.hasFocus)
    canvas.edit_corners(SHEET)
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.mode.at == 3
    assert canvas.mode.panel.isAncestorOf(canvas.window().focusWidget())


def test_escape_and_the_button_leave_it_as_it_was(canvas):
    canvas.edit_corners(SHEET)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mode is None
    canvas.edit_corners(SHEET)
    panel = canvas.mode.panel
    QTest.keyClick(panel.whole, Qt.Key.Key_Escape)
    assert canvas.mode is None
    canvas.edit_corners(SHEET)
    canvas.mode.panel.cancel.click()
    assert canvas.mode is None
    assert canvas.chosen == []


def test_whole_page_takes_the_corners_back(canvas):
    canvas.edit_corners(SHEET)
    canvas.mode.panel.whole.click()
    assert canvas.mode.quad == Quad.from_box(0, 0, 1000, 1400)


def test_crossing_sides_are_told_and_cannot_be_applied(canvas):
    canvas.edit_corners(SHEET)
    drag(canvas, handle(canvas, 0), canvas.to_view(QPointF(950, 300)).toPoint())
    panel = canvas.mode.panel
    assert canvas.mode.fault is Fault.CROSSED
    assert not panel.apply.isEnabled()
    assert "cross" in panel._warning.text()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.chosen == []
    panel.whole.click()
    assert panel.apply.isEnabled()


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        (points((0, 0), (100, 0), (100, 100), (0, 100)), Fault.NONE),
        (points((0, 0), (100, 100), (100, 0), (0, 100)), Fault.CROSSED),
        (points((0, 0), (0, 100), (100, 100), (100, 0)), Fault.CROSSED),
        (points((0, 0), (100, 0), (30, 30), (0, 100)), Fault.CROSSED),
        (points((0, 0), (10, 0), (100, 100), (0, 100)), Fault.SMALL),
    ],
    ids=["a sheet", "crossing", "seen from behind", "bent inwards", "too small"],
)
def test_what_is_no_sheet(corners, expected):
    assert fault(corners) is expected


def test_the_preview_shows_the_sheet_alone_and_upright():
    picture = plain(photo())
    image = straightened(picture, points(*SHEET.points), QSize(120, 400))
    assert image.width() == 120
    assert image.height() == pytest.approx(120 * 990 / 623, abs=6)
    for y in (0.05, 0.5, 0.95):
        row = round(y * image.height())
        assert image.pixelColor(8, row) == QColor("#ff0000")
        assert image.pixelColor(112, row) == QColor("#ffffff")


def test_the_preview_follows_the_corners(canvas, qtbot):
    canvas.edit_corners(None)
    panel = canvas.mode.panel
    qtbot.waitUntil(lambda: not panel._picture.pixmap().isNull())
    whole = panel._picture.pixmap().toImage()
    canvas.edit_corners(SHEET)
    panel = canvas.mode.panel
    qtbot.waitUntil(lambda: not panel._picture.pixmap().isNull())
    assert panel._picture.pixmap().toImage() != whole


def test_the_panel_stands_where_a_line_ends(canvas, qapp):
    canvas.edit_corners(None)
    assert canvas.mode.panel.x() > canvas.viewport().x()
    canvas.cancel_mode()
    assert canvas.viewport().width() == canvas.width()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        canvas.edit_corners(None)
        assert canvas.mode.panel.x() < canvas.viewport().x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
