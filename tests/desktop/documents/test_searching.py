"""A person types words, sees what is found and where, keeps the search, and comes back."""

import pytest
from PySide6.QtCore import Qt

from desktop.documents.painting import shortened
from engine.library import Order
from tests.desktop.documents.conftest import shown, wait_for_rows
from tests.desktop.elsewhere import with_library


@pytest.fixture
def typed(qtbot, view, frame):
    """Types words into the search field, and waits for so many documents."""

    def enter(words, rows):
        frame.activateWindow()
        frame.bar.focus_search()
        frame.bar.search.clear()
        if words.isascii():
            qtbot.keyClicks(frame.bar.search, words)
        else:
            # QTest can press the keys of Latin letters alone.
            frame.bar.search.setText(words)
            frame.bar.search.textEdited.emit(words)
        qtbot.waitUntil(lambda: view.query.words == words.strip())
        if rows:
            wait_for_rows(qtbot, view, rows)

    return enter


def test_what_is_typed_is_found_in_names_and_texts(qtbot, view, typed):
    typed("dadaab", 2)
    assert set(shown(view)) == {"letter Amina.pdf", "report.pdf"}
    row = shown(view).index("report.pdf")
    assert view.model.hit(row).best.snippet[1] == ("Dadaab", True)
    assert view.head.count.text() == "2 documents found"
    assert view.title().replace("\u2068", "").replace("\u2069", "") == "Search: dadaab"


def test_the_field_keeps_the_keyboard_while_it_is_typed_in(qtbot, frame, typed):
    typed("amina", 1)
    assert frame.bar.search.hasFocus()
    assert frame.bar.search.text() == "amina"


def test_arabic_is_found_as_it_is_typed(qtbot, view, typed):
    typed("أمينة", 1)
    assert shown(view) == ["form.png"]


def test_parts_of_words_are_told_to_be_that(qtbot, view, typed):
    typed("adaa", 2)
    assert view.head.count.text() == "2 documents found, within longer words"


def test_nothing_found_says_so(qtbot, view, typed):
    typed("zebra", 0)
    qtbot.waitUntil(lambda: view.empty.isVisible())
    assert not view.row.isVisible()


def test_an_emptied_field_leads_back_to_where_the_search_began(qtbot, view, frame, typed):
    typed("amina", 1)
    frame.bar.search.clear()
    wait_for_rows(qtbot, view, 4)
    assert view.title() == "To check"
    assert next(button for button in frame.rail.buttons if button.isChecked()).place.name == "to-check"


def test_going_elsewhere_empties_the_field(qtbot, view, frame, typed):
    typed("amina", 1)
    frame.open_view("documents", "to-check")
    assert frame.bar.search.text() == ""
    wait_for_rows(qtbot, view, 4)


def test_back_leads_out_of_a_search_at_once(qtbot, view, frame, typed):
    typed("amina", 1)
    frame.actions_set["go.back"].trigger()
    wait_for_rows(qtbot, view, 4)
    assert view.title() == "To check"


def test_filters_stay_while_the_words_change(qtbot, view, typed):
    view.narrow({"media_type": "application/pdf"})
    typed("dadaab", 2)
    assert [chip.text() for chip in view.chips.chips] == ["PDF"]
    typed("yusuf", 0)
    qtbot.waitUntil(lambda: view.empty.isVisible())


def test_a_search_begins_with_what_fits_best_and_can_be_sorted(qtbot, view, typed):
    view.sort(Order.NAME_DESCENDING)
    qtbot.waitUntil(lambda: shown(view)[0] == "report.pdf")
    typed("dadaab", 2)
    assert view.query.order is None
    view.sort(Order.NAME)
    qtbot.waitUntil(lambda: view.model.query.order is Order.NAME and shown(view)[0] == "letter Amina.pdf")
    typed("amina", 1)
    assert view.query.order is Order.NAME


def test_a_search_is_kept_opened_renamed_and_removed(qtbot, view, frame, typed, door):
    typed("dadaab", 2)
    view.narrow({"below_confidence": 0.93})
    wait_for_rows(qtbot, view, 1)
    frame.actions_set["list.save-search"].trigger()
    answer(view, "Water")
    qtbot.waitUntil(lambda: with_library(door, lambda library: len(library.saved_searches.all())) == 1)
    frame.open_view("searches", None)
    searches = frame.view
    qtbot.waitUntil(lambda: len(searches.things) == 1)
    assert "below 93%" in searches.things[0].facts
    frame.actions_set["search.rename"].trigger()
    answer(searches, "Water in Dadaab")
    qtbot.waitUntil(lambda: searches.things[0].name == "Water in Dadaab")
    frame.actions_set["search.open"].trigger()
    wait_for_rows(qtbot, view, 1)
    assert frame.bar.search.text() == "dadaab"
    assert shown(view) == ["report.pdf"]
    frame.open_view("searches", None)
    frame.actions_set["search.remove"].trigger()
    qtbot.waitUntil(lambda: searches.things == () and searches.empty.isVisible())
    frame.toasts.current.button.click()
    qtbot.waitUntil(lambda: len(searches.things) == 1)


def test_enter_in_the_field_goes_to_the_list(qtbot, view, frame, typed):
    typed("dadaab", 2)
    qtbot.keyClick(frame.bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.table.hasFocus())
    assert len(view.chosen_documents()) == 1


def test_a_found_document_is_opened_for_checking(qtbot, view, frame, typed, ids):
    typed("dadaab", 2)
    view.choose([ids["letter Amina.pdf"]])
    frame.actions_set["document.check"].trigger()
    qtbot.waitUntil(
        lambda: frame.view is not view and list(frame.view.chosen_documents()) == [ids["letter Amina.pdf"]]
    )
    frame.actions_set["go.back"].trigger()
    wait_for_rows(qtbot, view, 2)
    assert frame.bar.search.text() == "dadaab"


def test_a_long_line_is_cut_before_what_was_found():
    snippet = (("a very long beginning that nobody needs to see ", False), ("found", True), (" rest", False))
    assert shortened(snippet) == (("… nobody needs to see ", False), ("found", True), (" rest", False))
    assert shortened((("short ", False), ("found", True))) == (("short ", False), ("found", True))


def answer(view, text):
    """Type an answer into the question that stands open, and accept it."""
    from desktop.documents.dialogs import TextQuestion

    question = view.window().findChildren(TextQuestion)[-1]
    question.field.setText(text)
    question.accept()
