"""Keyboard alone, names for screen readers, right to left, large text, small windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

from desktop.check.doubts import DOUBTS, OTHER, reasons, sentence
from desktop.check.rows import line_before, same_place
from desktop.style import ThemeChoice
from engine.geometry import Quad
from engine.library import ReviewState
from tests.desktop.check.readings import add, form, line
from tests.desktop.elsewhere import with_library

CONTROLS = QAbstractButton | QLineEdit | QComboBox | QAbstractItemView


def visible_controls(view):
    return [each for each in view.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]


def test_the_keyboard_alone_checks_a_document(qtbot, view, door, document):
    view.window().activateWindow()
    qtbot.waitUntil(view.list.hasFocus)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    field = view.strip.field
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Name: Amina Hasan")
    qtbot.keyClick(field, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: view.hand.row.text == "Household: 5")
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: view.hand.current == 4)
    qtbot.keyClicks(field, "Sex: F")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.hand.doubts_here == 0)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert view.list.hasFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.hand.facts is None)

    def outcome(library):
        page = library.documents.pages(document)[0].id
        return library.documents.get(document).review.state, library.readings.required(page).reading.text

    state, text = with_library(door, outcome)
    assert state is ReviewState.APPROVED
    assert "Name: Amina Hasan\n" in text
    assert "Sex: F" in text


def test_every_control_has_a_name(qtbot, view):
    view.canvas.line_activated.emit(1)
    nameless = [
        type(each).__name__
        for each in visible_controls(view)
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_every_control_beside_the_strip_can_be_reached_by_tab(view):
    view.canvas.line_activated.emit(1)
    unreachable = [
        each
        for each in visible_controls(view)
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus and not view.strip.isAncestorOf(each)
    ]
    assert unreachable == []


@pytest.mark.parametrize(("width", "height", "scale"), [(820, 560, 100), (1080, 640, 200), (824, 540, 200)])
def test_what_matters_is_in_sight_in_small_windows_and_with_large_text(
    qtbot, make_view, document, theme, width, height, scale
):
    theme.apply(ThemeChoice.LIGHT, scale)
    view = make_view(width, height)
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows) and view.hand.image is not None)
    view.canvas.line_activated.emit(1)
    qtbot.wait(50)
    assert view.width() == width
    for widget in (view.footer.approve, view.card.field, view.list, view.canvas, view.strip):
        assert widget.isVisible()
        assert view.rect().contains(widget.rect().translated(widget.mapTo(view, widget.rect().topLeft())))
    assert view.list.viewport().height() > 2 * theme.line


def test_in_arabic_the_text_is_left_of_the_page_and_fields_keep_their_texts_direction(
    qtbot, make_view, document, translation
):
    translation.use("ar")
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows) and view.hand.image is not None)
    assert view.tabs.mapTo(view, view.tabs.rect().topLeft()).x() <= 1
    assert view.canvas.mapTo(view, view.canvas.rect().topLeft()).x() > view.width() // 4
    view.canvas.line_activated.emit(1)
    assert view.strip.field.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert view.tabs.tabText(0) == "النص"


def test_the_language_is_switched_while_a_line_is_open(qtbot, view, translation):
    view.canvas.line_activated.emit(1)
    view.strip.field.selectAll()
    qtbot.keyClicks(view.strip.field, "Name: half")
    translation.use("fr")
    qtbot.waitUntil(lambda: view.tabs.tabText(0) == "Texte")
    assert view.strip.field.text() == "Name: half"
    assert view.footer.progress.text() == "1 sur 1 à vérifier"


def test_every_doubt_has_a_sentence_and_an_unknown_one_too():
    for doubt in (*DOUBTS, "a later engine's doubt"):
        assert sentence(doubt).endswith(".")
    assert sentence("a later engine's doubt") == OTHER


def test_of_two_doubts_that_say_the_same_the_better_one_is_told():
    doubtful = line("x", 0, 0.3, doubts=("low-confidence", "engines-disagree", "value-disputed"))
    assert reasons(doubtful, 0.9) == ("value-disputed",)
    assert reasons(line("x", 0, 0.3), 0.9) == ("low-confidence",)
    assert reasons(line("x", 0, 0.95), 0.9) == ()


@pytest.mark.parametrize(("place", "after"), [(30, None), (150, 0), (600, 5), (260, 1)])
def test_an_added_line_comes_after_the_one_above_it(place, after):
    assert line_before(form(), Quad.from_box(80, place, 400, place + 20)) == after


def test_a_line_to_the_right_comes_after_the_one_beside_it():
    lines = (line("left", 0), line("below", 1))
    assert line_before(lines, Quad.from_box(600, 105, 800, 140)) == 0
    backwards = (line("يمين", 0, left=600), line("تحت", 1, left=600))
    assert line_before(backwards, Quad.from_box(80, 105, 300, 140)) == 0


def test_a_line_is_found_again_by_its_place(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "form.png", form()))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    assert same_place(view.hand.rows, form()[2].quad) == 2
    assert same_place(view.hand.rows, Quad.from_box(0, 1300, 50, 1320)) is None
