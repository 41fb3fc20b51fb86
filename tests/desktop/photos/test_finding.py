"""Photos are found by words: what is missing is told, the model looks at them, and none is called sure."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.documents.model import Role
from engine.answer import AnswerTask
from engine.library import JobState
from tests.desktop.check import readings
from tests.desktop.elsewhere import with_library

PATIENCE = 120_000


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def searching(qtbot, frame, photos):
    """The search for photos, as its button opens it."""
    frame.bar.photos.click()
    view = frame.view
    qtbot.waitUntil(lambda: view.model.known, timeout=PATIENCE)
    assert frame.bar.search.hasFocus() and "What the photos show" in frame.bar.search.placeholderText()
    return view


@pytest.fixture
def looked_at(qtbot, searching, clip, readers):
    """The search, after a model has looked at all pages."""
    searching.opened({"photos": ""})
    nothing = searching.photos.nothing
    qtbot.waitUntil(nothing.look.isVisible, timeout=PATIENCE)
    assert "No photo was looked at yet" in said(nothing) and nothing.look.text() == "Look at 4 pages"
    qtbot.waitUntil(lambda: searching.models.known, timeout=PATIENCE)
    nothing.look.click()
    qtbot.waitUntil(lambda: "Which photos do you look for?" in said(nothing), timeout=PATIENCE)
    return searching


def test_without_a_pack_that_is_told_with_the_way_to_the_models(qtbot, frame, searching):
    nothing = searching.photos.nothing
    qtbot.waitUntil(nothing.models.isVisible, timeout=PATIENCE)
    assert "A pack for searching photos is not installed" in said(nothing)
    assert not nothing.look.isVisible()
    nothing.models.click()
    assert frame.view.current is frame.view.pages["models"]
    assert not frame.bar.by_sight


@pytest.mark.usefixtures("clip", "readers")
def test_photos_are_looked_at_then_found_by_words_with_the_doubt_beside_each(qtbot, door, frame, looked_at):
    qtbot.keyClicks(frame.bar.search, "water")
    qtbot.waitUntil(lambda: looked_at.model.rowCount() == 3, timeout=PATIENCE)
    assert "water" in looked_at.title() and looked_at.pictures.isVisible()
    bar = looked_at.photos.bar
    assert bar.isVisible() and "A model compared 4 pages" in bar.text.text()
    assert not bar.look.isVisible() and not bar.stop.isVisible()
    index = looked_at.model.index(0, 0)
    best = looked_at.model.sighting(0)
    assert looked_at.model.data(index, Role.THUMBNAIL) == best.thumbnail_sha256
    scores = [looked_at.model.sighting(row).score for row in range(3)]
    assert scores == sorted(scores, reverse=True)
    # What came since is not passed over in silence.
    with_library(door, lambda library: readings.add(library, "new.png", readings.form()))
    qtbot.waitUntil(bar.look.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "To look at them takes" in bar.text.text(), timeout=PATIENCE)
    assert "1 page was not looked at yet" in bar.text.text()
    frame.bar.photos.click()  # the same words in what was read
    qtbot.waitUntil(lambda: looked_at.model.known and looked_at.query.sought is None)
    assert "Search:" in looked_at.title() and not bar.isVisible()


@pytest.mark.usefixtures("clip")
def test_what_was_not_looked_at_yet_is_counted_and_looking_is_stopped(qtbot, door, searching):
    searching.opened({"photos": ""})
    nothing = searching.photos.nothing
    qtbot.waitUntil(nothing.look.isVisible, timeout=PATIENCE)
    nothing.look.click()  # nobody reads here: it waits
    qtbot.waitUntil(nothing.stop.isVisible)
    assert "4 pages are still to be looked at" in said(nothing)
    nothing.stop.click()
    qtbot.waitUntil(nothing.look.isVisible)
    states = with_library(
        door, lambda library: {job.state for job in library.jobs.find(task=AnswerTask.EMBED.value)}
    )
    assert states == {JobState.CANCELLED}


@pytest.mark.usefixtures("clip", "readers")
def test_photos_that_look_like_one_are_listed_and_opened_at_their_page(qtbot, frame, looked_at, photos):
    frame.open_view("documents", "to-check")
    qtbot.waitUntil(lambda: looked_at.model.known and looked_at.model.rowCount() == 3)
    looked_at.choose([photos["tents.png"]])
    frame.actions_set["document.look-alike"].trigger()
    qtbot.waitUntil(lambda: looked_at.query.sought is not None and looked_at.model.known)
    assert "tents.png" in looked_at.title()
    listed = looked_at.model.listing
    # Its own second page looks like it too, the page itself is left out.
    assert set(listed.ids) == set(photos.values())
    assert listed.sighting(photos["tents.png"]).page_index == 1
    looked_at.choose([photos["tents.png"]])
    looked_at.verbs.check()
    qtbot.waitUntil(lambda: frame.view.hand.page is not None)
    assert frame.view.hand.index == 1


@pytest.mark.usefixtures("clip")
def test_a_photo_that_no_model_has_seen_is_told(qtbot, door, frame, searching, photos):
    page = with_library(door, lambda library: library.documents.pages(photos["tents.png"])[0].id)
    frame.open_view("documents", {"like": page, "name": "tents.png"})
    nothing = searching.photos.nothing
    qtbot.waitUntil(lambda: "No model has looked at" in said(nothing), timeout=PATIENCE)
    qtbot.waitUntil(nothing.look.isVisible, timeout=PATIENCE)
    assert nothing.look.text() == "Look at 4 pages"


def test_going_elsewhere_ends_the_search_for_photos(qtbot, frame, searching):
    frame.open_view("documents", "inbox")
    assert not frame.bar.by_sight and searching.query.sought is None
    assert "everything that was read" in frame.bar.search.placeholderText()
