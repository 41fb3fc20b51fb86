import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.check.canvas import Level
from engine.geometry import Quad
from engine.library import PERSON
from tests.desktop.check.readings import add, form, line, read_queued
from tests.desktop.elsewhere import with_library

NAME, BORN, HOUSEHOLD = 1, 2, 3


def words(view):
    return [row.text for row in view.hand.rows]


def stands(view, door):
    page = view.hand.page.page.id
    return with_library(door, lambda library: library.readings.required(page))


def opened(view, place=NAME):
    view.canvas.line_activated.emit(place)
    return view.strip.field


def retype(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_enter_saves_what_is_typed_and_opens_the_next_line(qtbot, view, door):
    field = opened(view)
    retype(qtbot, field, "Name: Amina Hasan")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hand.row.text == "Born: 14 March 1987"
    assert field.text() == "Born: 14 March 1987"
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Amina Hasan")
    assert view.hand.rows[NAME].level is Level.CORRECTED
    assert view.hand.rows[NAME].model_text == "Name: Amina Hassan"
    assert stands(view, door).reading.lines[NAME].engine == PERSON


def test_the_machines_text_stays_beside_a_correction(qtbot, view):
    field = opened(view)
    retype(qtbot, field, "Name: Amina Hasan")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Amina Hasan")
    view.canvas.line_activated.emit(NAME)
    assert "Name: Amina Hassan" in view.card._model.text()
    assert view.card._model.isVisible()


def test_tab_goes_through_the_lines_and_saves_what_was_typed(qtbot, view):
    field = opened(view)
    retype(qtbot, field, "Name: A")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert view.hand.current == BORN
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: A")
    assert view.hand.current == NAME


def test_both_fields_show_what_is_typed(qtbot, view):
    field = opened(view)
    retype(qtbot, field, "Name: B")
    assert view.card.field.text() == "Name: B"
    view.card.field.setFocus()
    view.card.field.end(False)
    qtbot.keyClicks(view.card.field, "c")
    assert field.text() == "Name: Bc"


def test_escape_drops_the_change_and_it_can_be_brought_back(qtbot, view):
    field = opened(view)
    retype(qtbot, field, "something else")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not view.hand.typing.active
    assert not view.strip.isVisible()
    assert words(view)[NAME] == "Name: Amina Hassan"
    view.window_toasts.current.button.click()
    assert view.strip.field.text() == "something else"


def test_another_reading_is_one_click_away(qtbot, view):
    opened(view)
    buttons = [button.text() for button in view.card.alternatives if not button.isHidden()]
    assert buttons == ["Name: Amina Hassen", "Name: Arnina Hassan"]
    view.card.alternatives[0].click()
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Amina Hassen")


def test_another_reading_is_one_key_away(qtbot, view):
    opened(view)
    view.window_actions["line.alternative-2"].trigger()
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Arnina Hassan")


def test_it_is_right_confirms_the_line_and_goes_to_the_next_doubt(qtbot, view):
    opened(view)
    view.window_actions["line.confirm"].trigger()
    qtbot.waitUntil(lambda: view.hand.rows[NAME].level is Level.CONFIRMED)
    assert view.hand.current == HOUSEHOLD
    assert view.footer.doubts.text().startswith("2 ")


def test_enter_on_a_doubtful_line_that_is_left_as_it_is_confirms_it_and_goes_to_the_next_line(qtbot, view):
    field = opened(view)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hand.current == BORN
    qtbot.waitUntil(lambda: view.hand.rows[NAME].level is Level.CONFIRMED)
    assert view.hand.current == BORN
    assert view.footer.doubts.text().startswith("2 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hand.current == HOUSEHOLD
    assert view.hand.rows[BORN].level is Level.SURE


def test_tab_and_the_arrows_confirm_nothing(qtbot, view):
    field = opened(view)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    assert [row.level for row in view.hand.rows].count(Level.CONFIRMED) == 0
    assert view.hand.rows[NAME].doubtful


def test_enter_says_nothing_of_a_line_that_was_not_read_nor_does_a_key_that_is_held(qtbot, view):
    unread = next(at for at, row in enumerate(view.hand.rows) if not row.text)
    field = opened(view, unread)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hand.rows[unread].doubtful
    field = opened(view)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(field, held)
    assert view.hand.current == NAME
    assert view.hand.rows[NAME].doubtful


def test_an_empty_line_is_not_saved_but_can_be_deleted(qtbot, view):
    field = opened(view)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hand.current == NAME
    view.window_toasts.current.button.click()
    qtbot.waitUntil(lambda: len(words(view)) == 5)
    assert view.hand.row.text == "Born: 14 March 1987"


def test_a_line_is_split_where_the_cursor_stands(qtbot, view):
    field = opened(view)
    field.setCursorPosition(len("Name: "))
    view.window_actions["line.split"].trigger()
    qtbot.waitUntil(lambda: words(view)[1:3] == ["Name:", "Amina Hassan"])
    assert view.hand.row.text == "Amina Hassan"


def test_a_cursor_after_a_letter_of_two_units_splits_at_the_letter(qtbot, make_view, door):
    text = "\U0001f600 one two"
    document = with_library(door, lambda library: add(library, "wide.png", (line(text, 0),)))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    field = opened(view, 0)
    field.setCursorPosition(len("  " + " one "))
    view.window_actions["line.split"].trigger()
    qtbot.waitUntil(lambda: words(view) == ["\U0001f600 one", "two"])


def test_a_line_is_joined_with_the_next(qtbot, view):
    opened(view)
    view.window_actions["line.merge"].trigger()
    qtbot.waitUntil(lambda: len(words(view)) == 5)
    assert view.hand.row.text == "Name: Amina Hassan Born: 14 March 1987"


def test_the_last_line_has_no_next_to_be_joined_with(view):
    opened(view, 5)
    view.window_actions["line.merge"].trigger()
    assert "No line follows" in view.window_toasts.current.words.text()


def test_a_line_is_deleted_and_brought_back_by_undo(qtbot, view):
    opened(view)
    view.window_actions["line.delete"].trigger()
    qtbot.waitUntil(lambda: len(words(view)) == 5)
    view.window_toasts.current.button.click()
    qtbot.waitUntil(lambda: len(words(view)) == 6)
    assert view.hand.row.text == "Name: Amina Hassan"
    assert "Name: Amina Hassan" in view.window_toasts.current.words.text()


def test_a_line_is_added_where_a_box_is_drawn(qtbot, view, door):
    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    assert view.hand.row.is_new
    qtbot.keyClicks(view.strip.field, "Sex: F")
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Sex: F" in words(view))
    assert words(view)[BORN : BORN + 2] == ["Born: 14 March 1987", "Sex: F"]
    page = view.hand.page.page.id
    assert with_library(door, lambda library: library.regions.of_page(page)) == []


def test_a_line_that_nothing_was_typed_for_is_not_added(qtbot, view):
    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Escape)
    assert len(words(view)) == 6


def test_undo_and_redo_go_through_what_was_done(qtbot, view):
    field = opened(view)
    retype(qtbot, field, "Name: A")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.window_actions["edit.undo"].isEnabled())
    view.window_actions["edit.undo"].trigger()
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Amina Hassan")
    assert "Name: A" in view.window_toasts.current.words.text()
    view.window_actions["edit.redo"].trigger()
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: A")


def test_undo_reaches_what_was_done_in_an_earlier_session(qtbot, make_view, document, door):
    def earlier(library):
        page = library.documents.pages(document)[0].id
        library.readings.correct_line(page, NAME, "Name: earlier", author=library.author)

    with_library(door, earlier)
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.window_actions["edit.undo"].isEnabled())
    view.window_actions["edit.undo"].trigger()
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: Amina Hassan")


def test_the_text_of_the_page_or_of_marked_lines_is_copied(view):
    view.window_actions["text.copy"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["Registration form", "Name: Amina Hassan"]
    view.lines.selected = (2, 0)
    view.window_actions["text.copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Registration form\nBorn: 14 March 1987"


def test_next_doubt_goes_across_pages_and_round(qtbot, make_view, door):
    pages = (line("One", 0), line("Two", 1, 0.2)), (line("Three", 0),), (line("Four", 0, 0.3),)
    document = with_library(door, lambda library: add(library, "three.png", *pages))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Two")
    view.window_actions["check.next-doubt"].trigger()
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Four")
    assert view.strip.is_open
    view.window_actions["check.next-doubt"].trigger()
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Two")
    view.window_actions["check.previous-doubt"].trigger()
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Four")


def test_without_another_doubt_that_is_said(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "one.png", (line("One", 0, 0.2),)))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.row is not None)
    view.window_actions["check.next-doubt"].trigger()
    qtbot.waitUntil(lambda: view.window_toasts.current is not None)
    assert "No other doubtful line" in view.window_toasts.current.words.text()


@pytest.mark.parametrize(("text", "direction"), [
    ("Name: Amina", Qt.LayoutDirection.LeftToRight), ("الاسم: أمينة", Qt.LayoutDirection.RightToLeft),
])  # fmt: skip
def test_a_field_has_the_direction_of_its_text(qtbot, make_view, door, text, direction):
    document = with_library(door, lambda library: add(library, "line.png", (line(text, 0),)))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    assert opened(view, 0).layoutDirection() == direction


def test_a_new_reading_waits_until_what_is_typed_is_finished(qtbot, view, door, document):
    field = opened(view)
    retype(qtbot, field, "Name: Amina H")

    def read_anew(library):
        library.jobs.read_again(document)
        lines = [line("Registration form", 0), line("Name: Amina Hassan", 1), line("Other", 2)]
        read_queued(library, [lines], pipeline="test-2")

    with_library(door, read_anew)
    qtbot.waitUntil(lambda: view.hand.held_back is not None)
    assert field.text() == "Name: Amina H"
    assert any("read anew while you type" in text for text in view.notices.texts)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(view) == ["Registration form", "Name: Amina H", "Other"])
    assert stands(view, door).model_texts[NAME] == "Name: Amina Hassan"


def test_what_is_typed_is_not_put_onto_a_line_that_reads_otherwise_now(qtbot, view, door, document):
    field = opened(view)
    retype(qtbot, field, "Name: Amina H")

    def read_anew(library):
        library.jobs.read_again(document)
        read_queued(library, [[line("Registration form", 0), line("Place: Dadaab", 1)]], pipeline="test-2")

    with_library(door, read_anew)
    qtbot.waitUntil(lambda: view.hand.held_back is not None)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert words(view) == ["Registration form", "Place: Dadaab"]
    assert field.text() == "Name: Amina H"
    assert "See whether your text belongs" in view.window_toasts.current.words.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(view)[1] == "Name: Amina H")


def test_a_form_keeps_its_lines_when_the_same_is_read_again(qtbot, view, door, document):
    with_library(door, lambda library: (library.jobs.read_again(document), read_queued(library, [form()])))
    qtbot.waitUntil(lambda: len(words(view)) == 6)
    assert view.hand.row.text == "Name: Amina Hassan"


def test_the_keyboard_stays_in_the_field_beside_the_page_when_the_page_changes(qtbot, view, door):
    view.window().activateWindow()
    view.card.field.setFocus()
    qtbot.waitUntil(view.card.field.hasFocus)
    retype(qtbot, view.card.field, "Name: A")
    qtbot.keyClick(view.card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(view)[NAME] == "Name: A")
    assert view.hand.current == BORN
    assert view.card.field.hasFocus()
    qtbot.keyClicks(view.card.field, "!")
    assert view.card.field.text() == "Born: 14 March 1987!"
