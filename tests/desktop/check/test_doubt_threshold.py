"""What counts as a doubt is what the settings say now, in every view that is open."""

from tests.desktop.check.readings import add, line
from tests.desktop.elsewhere import with_library


def test_another_threshold_shows_at_once_on_the_page_and_in_the_lists(qtbot, frame, door):
    document = with_library(door, lambda library: add(library, "form.png", (line("Amina", 0, 0.95),)))
    documents = frame.view
    frame.open_view("check", {"document": document})
    check = frame.view
    qtbot.waitUntil(lambda: bool(check.hand.rows))
    assert not check.hand.rows[0].doubtful
    assert check.hand.counts.total == 0

    frame.settings.set("reading.doubt_threshold", "0.97")
    qtbot.waitUntil(lambda: check.hand.rows[0].doubtful and check.hand.counts.total == 1)
    assert {documents.filters._doubt, documents.table.rows._doubt, documents.details._doubt} == {0.97}

    frame.settings.set("reading.doubt_threshold", "0.9")
    qtbot.waitUntil(lambda: not check.hand.rows[0].doubtful and check.hand.counts.total == 0)


def test_a_view_that_is_made_later_begins_with_it(qtbot, frame, door):
    document = with_library(door, lambda library: add(library, "form.png", (line("Amina", 0, 0.95),)))
    frame.settings.set("reading.doubt_threshold", "0.97")
    frame.open_view("check", {"document": document})
    qtbot.waitUntil(lambda: bool(frame.view.hand.rows))
    assert frame.view.hand.rows[0].doubtful
