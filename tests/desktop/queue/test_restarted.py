import pytest

from desktop.access import WorkKind
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from engine.library import JobState
from tests.desktop.elsewhere import with_library

NAMES = ("receipt.jpg", "consent-form.png", "registration-form.jpg")


@pytest.fixture
def working(qtbot, ready_places, door, theme, choices, translation):
    """The window with real workers over a library in which three samples wait."""
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices)
    made.resize(1280, 760)
    made.show()
    made.actions_set["queue.show"].trigger()
    yield made
    made.close_all()
    made.close()
    made.deleteLater()
    qtbot.wait(1)


@pytest.mark.timeout(600)
def test_a_worker_that_is_killed_is_told_as_restarted_and_every_page_is_read(qtbot, working, door, samples):
    drawer = working.queue.drawer
    working.adding.add([samples / name for name in NAMES])
    qtbot.waitUntil(lambda: bool(drawer.now.rows), timeout=120_000)
    places = working.work._round._supervisor._places
    next(place.process for place in places if place.process is not None).kill()
    qtbot.waitUntil(lambda: "restarted" in drawer.notices.cards)
    assert drawer.notices.cards["restarted"].title.text() == "Restarted"
    assert "Nothing is lost" in drawer.notices.cards["restarted"].remedy.text()

    def all_read():
        return working.work.state.kind is WorkKind.IDLE and len(drawer.finished.model.rows) == len(NAMES)

    qtbot.waitUntil(all_read, timeout=240_000)
    jobs = with_library(door, lambda library: library.jobs.find())
    assert {job.state for job in jobs} == {JobState.DONE}
    assert sum(job.crashes for job in jobs) >= 1
    assert drawer.problems.count == 0
    assert drawer.tabs.tabText(2) == "Done  3"
