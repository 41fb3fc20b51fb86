"""The boxes of a page as a screen reader finds them, asked through Qt's own side of the bridge."""

import gc
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.check.canvas import BoxLook, Level, PageCanvas
from engine.geometry import Quad
from tests.desktop.check.test_canvas_words import LINES, page

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def canvas(qtbot, theme, translation):
    QAccessible.setActive(True)
    window = QWidget()
    qtbot.addWidget(window)
    made = PageCanvas(theme, window)
    made.resize(800, 600)
    window.show()
    made.set_page(page(), LINES)
    with qtbot.waitActive(window):
        window.activateWindow()
    made.setFocus()
    yield made
    QAccessible.setActive(False)


def child(owner, index):
    """Ask as a bridge to a screen reader does: through Qt, and not from Python to Python."""
    event = QAccessibleEvent(owner, QAccessible.Event.Focus)
    event.setChild(index)
    return event.accessibleInterface()


def boxes(canvas):
    return QAccessible.queryAccessibleInterface(canvas.viewport())


def items(canvas):
    return [child(canvas.viewport(), index) for index in range(len(canvas.lines))]


def test_every_box_is_an_item_that_says_its_text_and_its_doubt(canvas):
    assert boxes(canvas).role() == QAccessible.Role.List
    assert boxes(canvas).text(NAME) == "Boxes on the page"
    assert [each.role() for each in items(canvas)] == [QAccessible.Role.ListItem] * 5
    assert [each.text(NAME) for each in items(canvas)] == [
        "Nom", "Doubtful: KAVIRA", "Could not be read", "Corrected: Goma", "Confirmed: 1984",
    ]  # fmt: skip
    assert items(canvas)[1].text(DESCRIPTION) == "Line 2 of 5"


def test_the_tree_can_be_walked_up_and_down(canvas):
    whole = QAccessible.queryAccessibleInterface(canvas)
    assert whole.indexOfChild(boxes(canvas)) >= 0
    assert boxes(canvas).parent().object() is canvas
    for index, each in enumerate(items(canvas)):
        assert each.parent() is boxes(canvas)
        assert boxes(canvas).indexOfChild(each) == index
        assert each.window() == whole.window()


def test_an_item_lies_where_its_box_lies_and_is_found_there(canvas, qtbot):
    for zoom in (canvas.fit_page, canvas.actual_size):
        zoom()
        canvas.set_current(1)
        qtbot.waitUntil(lambda: boxes(canvas).rect().contains(items(canvas)[1].rect().center()))
        item = items(canvas)[1]
        middle = item.rect().center()
        assert canvas.line_at(canvas.viewport().mapFromGlobal(middle)) == 1
        assert boxes(canvas).childAt(middle.x(), middle.y()) is item


def test_what_the_person_is_at_is_told(canvas):
    def at(name):
        return [bool(getattr(each.state(), name)) for each in items(canvas)].index(True)

    canvas.set_current(3)
    assert at("selected") == 3
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert at("focused") == 2
    assert boxes(canvas).focusChild() is items(canvas)[2]


def test_a_box_that_is_scrolled_away_is_told_as_out_of_sight(canvas):
    canvas.actual_size()
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    assert items(canvas)[0].state().offscreen
    canvas.fit_page()
    assert not items(canvas)[0].state().offscreen


def test_a_box_can_be_pressed_and_the_keyboard_brought_to_it(canvas, qtbot):
    action = items(canvas)[3].actionInterface()
    with qtbot.waitSignal(canvas.line_activated) as pressed:
        action.doAction(action.pressAction())
    assert pressed.args == [3]
    assert action.setFocusAction() in action.actionNames()
    action.doAction(action.setFocusAction())
    assert canvas.at == 3


@pytest.mark.parametrize(
    "ask",
    [
        "textInterface", "editableTextInterface", "valueInterface", "tableCellInterface",
        "selectionInterface", "attributesInterface",
    ],
)  # fmt: skip
def test_whatever_else_a_screen_reader_asks_of_a_box_is_answered_with_nothing(canvas, ask):
    # A bridge asks all of it of every item; a wrong answer here ends the program.
    assert getattr(items(canvas)[1], ask)() is None


def test_items_follow_the_page_and_are_no_more_where_it_has_fewer(canvas):
    kept = items(canvas)
    canvas.set_page(page(), [BoxLook(Quad.from_box(10, 10, 90, 40), "Autre", Level.SURE)])
    assert [each.text(NAME) for each in items(canvas)] == ["Autre"]
    assert kept[0].isValid()
    assert [each.isValid() for each in kept[1:]] == [False] * 4
    assert kept[4].text(NAME) == ""
    assert not kept[4].rect().isValid()
    kept[4].actionInterface().doAction("Press")
    assert canvas.at != 4


def test_what_lies_over_the_page_stays_in_the_tree(canvas):
    over = QPushButton("Over", canvas.viewport())
    over.setGeometry(200, 100, 90, 30)
    over.show()
    found = boxes(canvas)
    others = [found.child(index) for index in range(len(LINES), found.childCount())]
    place = [each.object() for each in others].index(over)
    assert found.indexOfChild(others[place]) == len(LINES) + place
    middle = others[place].rect().center()
    assert found.childAt(middle.x(), middle.y()).object() is over


def test_canvases_come_and_go_while_a_screen_reader_looks_at_them(qapp, canvas, theme):
    for round_ in range(30):
        made = PageCanvas(theme)
        made.show()
        made.set_page(page(), LINES[: round_ % 5 + 1])
        kept = [*items(made), boxes(made)]
        numbers = [QAccessible.uniqueId(each) for each in kept]
        made.close()
        made.deleteLater()
        qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        del made, kept
        gc.collect()
        assert all(QAccessible.accessibleInterface(each) is None for each in numbers)
    assert len(items(canvas)) == 5


def test_a_program_that_ends_under_a_screen_reader_ends_well():
    program = """
        import sys
        from PySide6.QtGui import QAccessible
        from PySide6.QtWidgets import QApplication
        application = QApplication(["", "-platform", "offscreen"])
        QAccessible.setActive(True)
        from desktop.style import Theme
        from desktop.check.canvas import PageCanvas
        from tests.desktop.check.test_canvas_accessible import LINES, items, page
        canvas = PageCanvas(Theme(application))
        canvas.set_page(page(), LINES)
        canvas.show()
        application.processEvents()
        assert items(canvas)[1].text(QAccessible.Text.Name) == "Doubtful: KAVIRA"
        sys.exit(7)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (7, "")
    assert QApplication.instance() is not None
