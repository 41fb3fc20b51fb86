import pytest
from PySide6.QtCore import Qt

from desktop.check.canvas import Level, PageState
from engine.geometry import Quad
from tests.desktop.check.readings import add, form, line, read_queued
from tests.desktop.elsewhere import with_library


def words(view):
    return [row.text for row in view.hand.rows]


def test_a_document_opens_with_its_lines_and_the_first_doubt_chosen(view):
    assert words(view)[:2] == ["Registration form", "Name: Amina Hassan"]
    assert view.hand.row.text == "Name: Amina Hassan"
    assert view.model.rowCount() == len(view.canvas.lines) == 6
    assert view.canvas.current == view.list.currentIndex().row() == 1
    assert view.title() == "form.png"
    assert view.footer.progress.text() == "1 of 1 to check"
    assert view.footer.doubts.text() == "3 doubtful lines left"


def test_lines_have_the_level_that_they_deserve(view):
    levels = [row.level for row in view.hand.rows]
    assert levels == [Level.SURE, Level.DOUBTFUL, Level.SURE, Level.DOUBTFUL, Level.UNREAD, Level.SURE]


def test_a_screen_reader_says_the_line_its_level_and_its_doubts(view):
    said = view.model.data(view.model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Line 2, Please check: Name: Amina Hassan Two readings differ in a number, a date or a name."
    )


def test_a_page_and_a_line_can_be_asked_for(qtbot, make_view, door):
    pages = form(), (line("Second page", 0), line("Its second line", 1))
    document = with_library(door, lambda library: add(library, "two.png", *pages))
    view = make_view()
    view.opened({"document": document, "page": 1, "line": 1})
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Its second line")
    assert view.bar.place.text() == "Page 2 of 2"
    assert view.strip.is_open


def test_without_an_argument_the_first_document_to_check_is_opened(qtbot, make_view, document):
    view = make_view()
    view.opened(None)
    qtbot.waitUntil(lambda: view.title() == "form.png")


def test_with_nothing_to_check_the_view_says_so(qtbot, make_view):
    view = make_view()
    view.opened(None)
    qtbot.waitUntil(lambda: view.waiting.leave.isVisible())
    assert not view.footer.isVisible()


def test_a_page_that_is_read_while_one_looks_appears(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "late.png", form(), read=False))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.page is not None)
    assert view.stack.currentWidget() is view.waiting
    with_library(door, lambda library: read_queued(library, [form()]))
    qtbot.waitUntil(lambda: len(words(view)) == 6 and view.hand.image is not None)
    assert view.stack.currentWidget() is view.canvas


def test_a_document_that_is_gone_is_told(qtbot, make_view):
    view = make_view()
    view.opened("no such document")
    qtbot.waitUntil(lambda: view.window_toasts.current is not None)


def test_hovering_links_the_box_and_the_line_both_ways(view):
    view.canvas.line_hovered.emit(3)
    assert view.list.hovered == 3
    view.list.hovered_changed.emit(2)
    assert view.canvas.hovered == 2


def test_a_click_on_a_box_chooses_the_line_and_opens_it(view):
    view.canvas.line_activated.emit(3)
    assert view.hand.row.text == "Household: 5"
    assert view.list.currentIndex().row() == 3
    assert view.strip.field.text() == "Household: 5"


def test_the_next_page_image_is_fetched_ahead(qtbot, make_view, door, images):
    pages = form(), (line("Second page", 0),)
    document = with_library(door, lambda library: add(library, "two.png", *pages))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: len(view.hand.pages) == 2 and view.hand.image is not None)
    qtbot.waitUntil(lambda: images.kept(view.hand.pages[1].image_sha256) is not None)


def test_doubts_are_counted_over_all_pages(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "two.png", form(), form()))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.counts.whole and len(view.hand.pages) == 2)
    assert view.footer.doubts.text() == "3 doubtful lines on this page, 6 in all"


def test_what_a_reading_warns_of_is_shown(qtbot, make_view, door):
    warning = "This page may have been turned the wrong way: it is not certain which way is up."
    document = with_library(door, lambda library: add(library, "turned.png", form(), warnings=[warning]))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.notices.texts == [warning])


def test_a_page_without_text_says_so_and_a_line_can_be_added(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "blank.png", ()))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: any("No text was found" in text for text in view.notices.texts))
    view.notices.buttons[0].click()
    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClicks(view.strip.field, "Something faint")
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(view) == ["Something faint"])
    assert view.notices.texts == []


def test_a_page_whose_picture_is_gone_says_so_in_its_place_and_keeps_its_text(
    qtbot, make_view, door, document
):
    def lose(library):
        library.files.path(library.documents.pages(document)[0].image_sha256).unlink()

    with_library(door, lose)
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.canvas.state is PageState.MISSING)
    assert "missing" in view.canvas.accessibleDescription()
    qtbot.waitUntil(lambda: len(words(view)) == 6)
    assert view.canvas.state is PageState.MISSING


@pytest.mark.parametrize("at_hand", [True, False])
def test_another_page_is_shown_and_said_to_be_opened_until_then(qtbot, make_view, door, images, at_hand):
    pages = form(), (line("Second page", 0), line("Its second line", 1))
    document = with_library(door, lambda library: add(library, "two.png", *pages))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(
        lambda: images.kept(view.hand.pages[1].image_sha256) is not None if view.hand.pages else False
    )
    if not at_hand:
        images.clear()
    view.hand.go_to(1)
    assert view.canvas.state is (PageState.SHOWN if at_hand else PageState.OPENING)
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.text == "Second page")
    qtbot.waitUntil(lambda: view.canvas.state is PageState.SHOWN)
    assert view.canvas.page_size == view.hand.image.size()
