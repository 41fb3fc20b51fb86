"""What the page says: to screen readers, in tooltips, and in place of a picture that is not there."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from desktop.check.canvas import BoxLook, Level, PageCanvas, PageState
from desktop.check.canvas.looks import FOCUS_INK, HALO, STYLES
from desktop.style.palettes import contrast
from engine.geometry import Quad


def look(top, text, level):
    return BoxLook(Quad.from_box(100, top, 900, top + 40), text, level)


LINES = [
    look(100, "Nom", Level.SURE),
    look(200, "KAVIRA", Level.DOUBTFUL),
    look(300, "", Level.UNREAD),
    look(400, "Goma", Level.CORRECTED),
    look(500, "1984", Level.CONFIRMED),
]


def page(width=1000, height=1400):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    return image


@pytest.fixture
def canvas(qtbot, theme, translation):
    made = PageCanvas(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.set_page(page(), LINES)
    return made


def described(canvas) -> str:
    return QAccessible.queryAccessibleInterface(canvas).text(QAccessible.Text.Description)


def shown_words(canvas) -> str:
    return " | ".join(
        label.text() for label in canvas._message.findChildren(QLabel) if label.isVisible() and label.text()
    )


def test_a_screen_reader_knows_the_line_that_the_person_is_at(canvas):
    canvas.set_current(1)
    assert described(canvas) == "Line 2 of 5. Doubtful: KAVIRA"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert described(canvas) == "Line 3 of 5. Could not be read"
    canvas.set_current(-1)


def test_every_level_is_said_in_words(canvas):
    assert [canvas.said(index) for index in range(5)] == [
        "Nom", "Doubtful: KAVIRA", "Could not be read", "Corrected: Goma", "Confirmed: 1984",
    ]  # fmt: skip


def test_what_is_said_follows_the_language(canvas, translation, qtbot):
    canvas.set_current(1)
    translation.use("fr")
    qtbot.waitUntil(lambda: described(canvas) == "Ligne 2 sur 5. À vérifier : KAVIRA")


@pytest.mark.qt_log_ignore("raise", extend=True)
def test_a_tooltip_says_what_is_under_the_pointer(canvas):
    here = canvas.box_in_view(1).center().toPoint()
    QApplication.sendEvent(
        canvas.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, here, canvas.viewport().mapToGlobal(here))
    )
    assert QToolTip.text() == "Doubtful: KAVIRA"
    QToolTip.hideText()


def test_no_level_is_told_by_colour_alone():
    shapes = [(style.line, style.mark) for style in STYLES.values()]
    assert len(set(shapes)) == len(Level)


@pytest.mark.parametrize("ink", [*(style.ink for style in STYLES.values()), FOCUS_INK])
def test_outlines_are_seen_on_light_paper_and_their_halo_on_dark(ink):
    assert contrast(ink, HALO) >= 4.5
    assert contrast(HALO, "#404040") >= 4.5


@pytest.mark.parametrize("state", list(PageState))
def test_every_state_without_a_picture_says_why(canvas, qtbot, state):
    canvas.set_page(None, [])
    canvas.show_state(state)
    if state is PageState.SHOWN:
        assert shown_words(canvas) == ""
    else:
        qtbot.waitUntil(lambda: bool(shown_words(canvas)))
        assert described(canvas).startswith(canvas._message.words()[0])


def test_a_page_that_comes_at_once_flashes_no_message(canvas):
    canvas.set_page(None, [])
    canvas.show_state(PageState.OPENING)
    assert shown_words(canvas) == ""
    canvas.set_page(page(), LINES)
    assert canvas.state is PageState.SHOWN


def test_the_message_goes_when_the_page_comes(canvas):
    canvas.set_page(None, [])
    canvas.show_state(PageState.MISSING)
    assert "is missing" in shown_words(canvas)
    canvas.set_page(page(), LINES)
    assert shown_words(canvas) == ""


def test_a_missing_picture_leaves_the_boxes_on_blank_paper(canvas):
    canvas.set_page(None, LINES, size=QSize(1000, 1400))
    assert canvas.page_size == QSize(1000, 1400)
    assert canvas.line_at(canvas.box_in_view(3).center().toPoint()) == 3


def test_drawing_a_box_is_explained_until_it_is_over(canvas):
    canvas.draw_box()
    assert canvas._hint.isVisible()
    assert "Draw a box" in canvas._hint.text()
    canvas.cancel_mode()
    assert not canvas._hint.isVisible()


@pytest.mark.parametrize("turns", [-1, 1, 2, 4])
def test_a_turned_page_is_shown_at_once_and_its_boxes_go_with_it(canvas, turns):
    middle = canvas._boxes.bounds(1).center()
    canvas.turn(turns)
    assert canvas.turned == turns % 4
    seen = canvas.to_view(middle)
    assert canvas.line_at(seen.toPoint()) == 1
    top_left = canvas.to_view(canvas.page_rect().topLeft())
    assert canvas.viewport().rect().adjusted(-2, -2, 2, 2).contains(top_left.toPoint())
    canvas.set_page(page(1400, 1000) if turns % 2 else page(), [])
    assert canvas.turned == 0
