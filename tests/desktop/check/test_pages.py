import pytest
from PySide6.QtCore import Qt

from engine.geometry import Adjustment, Quad
from engine.library import JobState
from tests.desktop.check.readings import HEIGHT, WIDTH, add, form, line, read_queued
from tests.desktop.elsewhere import with_library

TWO = (line("First page", 0),), (line("Second page", 0),)


@pytest.fixture
def two(qtbot, make_view, door):
    document = with_library(door, lambda library: add(library, "two.png", *TWO))
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    return view


def adjustment(door, view):
    page = view.hand.page.page.id
    return with_library(door, lambda library: library.adjustments.of_page(page))


def do(view, name):
    view.window_actions[name].trigger()


def test_pages_are_turned_over_and_what_is_typed_is_saved(qtbot, two, door):
    two.canvas.line_activated.emit(0)
    two.strip.field.selectAll()
    qtbot.keyClicks(two.strip.field, "The first page")
    do(two, "page.next")
    qtbot.waitUntil(lambda: [row.text for row in two.hand.rows] == ["Second page"])
    assert two.filmstrip.current == 1
    do(two, "page.next")
    assert two.hand.index == 1
    do(two, "page.previous")
    qtbot.waitUntil(lambda: [row.text for row in two.hand.rows] == ["The first page"])


def test_a_page_is_chosen_in_the_strip_of_pages(qtbot, two):
    two.filmstrip.page_chosen.emit(1)
    qtbot.waitUntil(lambda: [row.text for row in two.hand.rows] == ["Second page"])


def test_the_last_line_of_a_page_leads_to_the_next_page(qtbot, two):
    two.canvas.line_activated.emit(0)
    qtbot.keyClick(two.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: two.hand.row is not None and two.hand.row.text == "Second page")
    qtbot.waitUntil(lambda: two.strip.is_open)


def test_turning_has_the_page_read_again_and_is_undone(qtbot, view, door):
    do(view, "page.rotate-right")
    qtbot.waitUntil(lambda: view.hand.page.being_read)
    assert adjustment(door, view) == Adjustment(1)
    assert any("being read again" in text for text in view.notices.texts)
    assert "Turned right" in view.window_toasts.current.words.text()
    view.window_toasts.current.button.click()
    qtbot.waitUntil(lambda: view.hand.page.adjustment == Adjustment())


def test_turning_twice_before_it_is_read_turns_twice(qtbot, view, door):
    for turns in (1, 2):
        do(view, "page.rotate-right")
        qtbot.waitUntil(lambda turns=turns: view.hand.page.adjustment == Adjustment(turns))
    do(view, "page.rotate-left")
    qtbot.waitUntil(lambda: view.hand.page.adjustment == Adjustment(1))


def test_a_page_that_was_read_anew_is_shown(qtbot, view, door):
    do(view, "page.rotate-left")
    qtbot.waitUntil(lambda: view.hand.page.being_read)
    with_library(door, lambda library: read_queued(library, [[line("Turned", 0)]]))
    qtbot.waitUntil(lambda: [row.text for row in view.hand.rows] == ["Turned"])
    assert not view.hand.page.being_read
    assert view.notices.texts == []


def test_approving_waits_for_a_page_that_is_being_read(qtbot, view):
    do(view, "page.rotate-left")
    qtbot.waitUntil(lambda: view.hand.page.being_read)
    do(view, "check.approve")
    assert "Wait until it is there" in view.window_toasts.current.words.text()


def test_straightening_tells_the_corners_in_pixels_of_the_file(qtbot, view, door):
    corners = Quad.from_box(50, 60, WIDTH - 50, HEIGHT - 60)
    do(view, "page.straighten")
    assert view.canvas.mode is not None
    view.canvas.corners_chosen.emit(corners)
    qtbot.waitUntil(lambda: view.hand.page.adjustment.corners is not None)
    assert adjustment(door, view) == Adjustment(None, corners)
    assert view.page_verbs.corners == corners


def test_a_page_is_read_again_as_it_is(qtbot, two, door):
    do(two, "page.read-again")
    qtbot.waitUntil(lambda: two.hand.page.being_read)
    jobs = with_library(door, lambda library: library.jobs.find((JobState.QUEUED,)))
    assert [job.page_index for job in jobs] == [0]


def test_why_a_page_could_not_be_read_is_told_and_tried_again(qtbot, make_view, door):
    def broken(library):
        document = add(library, "bad.png", form(), read=False)
        job = library.jobs.claim("test", lease_seconds=60)
        library.jobs.fail(job, "page.damaged", "The file is damaged.", "Scan it again.", retryable=False)
        return document

    document = with_library(door, broken)
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.waiting.read.isVisible())
    assert "The file is damaged. Scan it again." in view.waiting._problem._text.text()
    view.waiting.read.click()
    qtbot.waitUntil(lambda: view.hand.page.being_read)
