"""What is seen on the page: marks that hide nothing, rings, halos; and nothing a person does breaks it."""

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.check.canvas import BoxLook, Level, PageCanvas, PageState
from desktop.check.canvas.looks import FOCUS_INK, STYLES
from engine.geometry import Quad


def page(width=1000, height=1400, colour=0xFFF4F2EC):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def look(level, *, right_to_left=False, slant=0.0):
    quad = Quad((300, 680), (700, 680 + slant), (700, 740 + slant), (300, 740))
    return BoxLook(quad, "text", level, right_to_left)


@pytest.fixture
def canvas(qtbot, theme):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.set_page(page(), [])
    made.actual_size()
    return made


def colours(image, area: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("level", list(Level))
def test_marks_hide_nothing_beside_a_box_nor_in_its_middle(canvas, level, right_to_left):
    canvas.set_lines([look(level, right_to_left=right_to_left)])
    box, image = canvas.box_in_view(0).toRect(), canvas.grab().toImage()
    bare = colours(image, QRect(2, 2, 20, 20))
    middle = round(box.height() * 0.3)
    for left in (box.left() - 40, box.right() + 6):
        beside = QRect(left, box.top() + middle, 34, box.height() - 2 * middle)
        assert colours(image, beside) == bare
    assert len(colours(image, box.adjusted(30, middle, -30, -middle))) == 1


@pytest.mark.parametrize("level", [level for level in Level if STYLES[level].mark])
def test_a_mark_stands_where_the_text_begins(canvas, level):
    found = []
    for right_to_left in (False, True):
        canvas.set_lines([look(level, right_to_left=right_to_left)])
        box, image = canvas.box_in_view(0).toRect(), canvas.grab().toImage()
        above = QRect(box.left() - 12, box.top() - 9, box.width() + 24, 5)
        ink = STYLES[level].ink
        found.append(
            {
                x > box.center().x()
                for x in range(above.left(), above.right())
                for y in range(above.top(), above.bottom())
                if image.pixelColor(x, y).name() == ink
            }
        )
    assert found == [{False}, {True}]


@pytest.mark.parametrize("slant", [0.0, 1.0, 40.0])
def test_the_current_box_has_a_ring(canvas, slant):
    canvas.set_lines([look(Level.SURE, slant=slant)])
    around = canvas.box_in_view(0).toRect().adjusted(-20, -20, 20, 20)
    assert FOCUS_INK not in colours(canvas.grab().toImage(), around)
    canvas.set_current(0, reveal=False)
    assert FOCUS_INK in colours(canvas.grab().toImage(), around)


@pytest.mark.parametrize("slant", [0.0, 40.0])
def test_on_dark_paper_a_halo_is_seen(canvas, slant):
    canvas.set_page(page(colour=0xFF101010), [look(Level.DOUBTFUL, slant=slant)])
    around = canvas.box_in_view(0).toRect().adjusted(-4, -4, 4, 4)
    image = canvas.grab().toImage()
    brightest = max(
        image.pixelColor(x, y).lightness()
        for x in range(around.left(), around.right())
        for y in range(around.top(), around.bottom())
    )
    assert brightest > 180


def test_pointing_elsewhere_leaves_no_trace(canvas):
    canvas.set_lines([look(level) for level in (Level.DOUBTFUL, Level.SURE)][:1])
    before = canvas.grab().toImage()
    canvas.set_hovered(0)
    assert canvas.grab().toImage() != before
    canvas.set_hovered(-1)
    assert canvas.grab().toImage() == before


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_a_person_does_breaks_the_page(canvas, seed):
    chance = random.Random(seed)
    boxes = [
        BoxLook(
            Quad.from_box(x, y, x + 200, y + 30),
            f"{x} {y}",
            chance.choice(list(Level)),
            chance.random() < 0.3,
        )
        for x in (50, 400, 700)
        for y in range(50, 1300, 90)
    ]

    def somewhere():
        return QPoint(
            chance.randrange(canvas.viewport().width()), chance.randrange(canvas.viewport().height())
        )

    def wheel():
        at = somewhere()
        QApplication.sendEvent(
            canvas.viewport(),
            QWheelEvent(
                QPointF(at), QPointF(canvas.viewport().mapToGlobal(at)), QPoint(),
                QPoint(0, chance.choice((-480, -15, 15, 480))), Qt.MouseButton.NoButton,
                chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)),
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip

    def drag():
        button = chance.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))
        QTest.mousePress(canvas.viewport(), button, pos=somewhere())
        for _ in range(3):
            QTest.mouseMove(canvas.viewport(), somewhere())
        QTest.mouseRelease(canvas.viewport(), button, pos=somewhere())

    keys = [
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return,
        Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space,
    ]  # fmt: skip
    doings = [
        wheel,
        drag,
        lambda: QTest.keyClick(canvas, chance.choice(keys)),
        lambda: canvas.set_current(chance.randrange(-2, 60)),
        lambda: canvas.set_hovered(chance.randrange(-2, 60)),
        lambda: canvas.set_lines(boxes[: chance.randrange(len(boxes))]),
        lambda: canvas.set_page(page(*chance.choice(((1000, 1400), (1400, 1000), (30, 2000)))), boxes),
        lambda: canvas.set_page(None, boxes, size=QSize(1000, 1400)),
        lambda: canvas.set_page(None, []),
        lambda: canvas.show_state(chance.choice(list(PageState))),
        lambda: canvas.turn(chance.randrange(-3, 4)),
        lambda: canvas.resize(chance.randrange(60, 1200), chance.randrange(40, 900)),
        lambda: canvas.strip_place(chance.randrange(-1, 60)),
        canvas.draw_box, canvas.edit_corners, canvas.cancel_mode, canvas.zoom_in, canvas.zoom_out,
        canvas.fit_page, canvas.fit_width, canvas.actual_size, QApplication.processEvents,
    ]  # fmt: skip
    for _ in range(150):
        chance.choice(doings)()
    canvas.grab()
    assert 0 < canvas.zoom <= 8.001 or canvas.page_size.isEmpty() or canvas.page_size.width() < 100
    canvas.cancel_mode()
    canvas.set_page(page(), boxes)
    canvas.fit_page()
    assert canvas.viewport().rect().contains(canvas.to_view(QPointF(500, 700)).toPoint())
