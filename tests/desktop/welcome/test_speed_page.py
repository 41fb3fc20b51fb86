import pytest

from desktop.access.speed_test import Speed, SpeedTest
from desktop.welcome.speed_page import SpeedPage, run_speed_test
from engine.errors import MissingDependencyError
from engine.settings import Settings

MEASURED = Speed(pages=10, seconds=40.0, per_minute=15.2, readers=2, megabytes=640, memory=2000, cores=2)


@pytest.fixture
def page(qtbot, theme, translation):
    made = []

    def begin(outcome):
        def make(_settings, *, tell, stop):
            tell(4, 10.0)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        test = SpeedTest(Settings(), make=make)
        page = SpeedPage(test, theme)
        page.show()
        made.append((page, test))
        return page

    yield begin
    for page, test in made:
        page.hide()
        page.deleteLater()
        test.deleteLater()
    qtbot.wait(1)


def test_the_figures_are_shown_as_measured_and_the_readers_follow_the_memory(qtbot, page):
    shown = page(MEASURED)
    assert shown.skip.text() == "Skip"
    with qtbot.waitSignal(shown.processes_found) as told:
        shown.start.click()
    assert told.args == [1]
    assert shown.figure.text() == "15 pages a minute"
    assert "640" in shown.words.text()
    assert "1 page is read at a time" in shown.words.text()
    with qtbot.waitSignal(shown.finished):
        shown.start.click()


def test_it_can_be_skipped_and_done_again(qtbot, page):
    shown = page(MEASURED)
    with qtbot.waitSignal(shown.finished):
        shown.skip.click()
    shown.show_speed(MEASURED)
    assert shown.skip.text() == "Test again"
    with qtbot.waitSignal(shown.processes_found):
        shown.skip.click()


def test_what_went_wrong_is_told_and_one_can_go_on(qtbot, page):
    shown = page(MissingDependencyError("No model is installed.", remedy="Install it."))
    shown.start.click()
    qtbot.waitUntil(lambda: "No model is installed." in shown.words.text())
    with qtbot.waitSignal(shown.finished):
        shown.start.click()


def test_it_can_be_run_from_the_settings(qtbot, frame, theme):
    taken = []
    dialog = run_speed_test(Settings(), theme, frame, taken.append)
    shown = dialog.findChild(SpeedPage)
    shown.show_speed(MEASURED)
    assert taken == [1]
    shown.finished.emit()
    assert not dialog.isVisible()
