import pytest
from PySide6.QtWidgets import QPushButton

from desktop.check.problem_dialog import ProblemDialog
from engine.library import ReviewState, Shelf
from tests.desktop.check.readings import add, form, line
from tests.desktop.elsewhere import with_library

SURE = (line("All is well", 0),)


def review(door, document):
    return with_library(door, lambda library: library.documents.get(document).review)


@pytest.fixture
def three(door):
    """Three documents to check; the list has the latest first."""

    def make(library):
        return [add(library, name, SURE) for name in ("c.png", "b.png", "a.png")][::-1]

    return with_library(door, make)


@pytest.fixture
def first(qtbot, make_view, three):
    view = make_view()
    view.opened(three[0])
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    return view


def do(view, name):
    view.window_actions[name].trigger()


def test_approve_says_so_and_opens_the_next(qtbot, first, three, door):
    assert first.footer.progress.text() == "1 of 3 to check"
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.title() == "b.png")
    assert review(door, three[0]).state is ReviewState.APPROVED
    assert first.footer.progress.text() == "1 of 2 to check"
    assert "a.png" in first.window_toasts.current.words.text()


def test_an_approval_is_taken_back_from_the_message(qtbot, first, three, door):
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.title() == "b.png")
    first.window_toasts.current.button.click()
    qtbot.waitUntil(lambda: first.title() == "a.png")
    assert review(door, three[0]).state is ReviewState.NONE


def test_after_the_last_document_nothing_is_left(qtbot, first, three):
    for title in ("b.png", "c.png"):
        do(first, "check.approve")
        qtbot.waitUntil(lambda title=title: first.title() == title and bool(first.hand.rows))
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.waiting.leave.isVisible())
    assert first.hand.facts is None


def test_skip_leaves_the_document_and_comes_back_to_it_last(qtbot, first, three, door):
    do(first, "check.skip")
    qtbot.waitUntil(lambda: first.title() == "b.png" and bool(first.hand.rows))
    assert review(door, three[0]).state is ReviewState.NONE
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.title() == "c.png" and bool(first.hand.rows))
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.title() == "a.png")


def test_skipping_the_only_document_says_that_it_is(qtbot, view):
    do(view, "check.skip")
    qtbot.waitUntil(lambda: view.window_toasts.current is not None)
    assert view.window_toasts.current.words.text() == "This is the only document to check."


def test_a_problem_has_a_reason(qtbot, first, three, door):
    do(first, "check.problem")
    dialog = first.findChild(ProblemDialog)
    dialog.usual[0].click()
    assert dialog.reason.text() == "The picture is too blurred or too dark"
    dialog.mark.click()
    qtbot.waitUntil(lambda: first.title() == "b.png")
    said = review(door, three[0])
    assert said.state is ReviewState.PROBLEM
    assert said.reason == "The picture is too blurred or too dark"


def test_a_document_with_unread_pages_is_not_approved(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "late.png", SURE, read=False))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.page is not None)
    do(view, "check.approve")
    assert "Not every page is read yet" in view.window_toasts.current.words.text()
    assert review(door, document).state is ReviewState.NONE


def test_doubts_that_nobody_looked_at_are_warned_of_once(qtbot, view, document, door):
    do(view, "check.approve")
    assert "doubtful line" in view.window_toasts.current.words.text()
    assert view.window_toasts.current.words.text().startswith("3 ")
    assert review(door, document).state is ReviewState.NONE
    do(view, "check.approve")
    qtbot.waitUntil(lambda: review(door, document).state is ReviewState.APPROVED)


def test_doubts_that_were_looked_at_need_no_warning(qtbot, view, document, door):
    for place in (1, 3, 4):
        view.canvas.line_activated.emit(place)
    do(view, "check.approve")
    qtbot.waitUntil(lambda: review(door, document).state is ReviewState.APPROVED)


def test_doubts_on_other_pages_count_too(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "two.png", SURE, form()))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.counts.whole and bool(view.hand.rows))
    do(view, "check.approve")
    assert view.window_toasts.current.words.text().startswith("3 ")
    view.window_toasts.current.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: view.hand.index == 1 and view.hand.row is not None)


def test_what_is_typed_is_saved_before_the_document_is_approved(qtbot, first, three, door):
    first.canvas.line_activated.emit(0)
    first.strip.field.selectAll()
    qtbot.keyClicks(first.strip.field, "All is better")
    do(first, "check.approve")
    qtbot.waitUntil(lambda: first.title() == "b.png")

    def text(library):
        page = library.documents.pages(three[0])[0].id
        return library.readings.required(page).reading.text

    assert with_library(door, text) == "All is better"
    assert with_library(door, lambda library: library.documents.get(three[0]).shelf) is Shelf.DONE
