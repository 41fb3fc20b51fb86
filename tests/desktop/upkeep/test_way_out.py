"""Where this version cannot open the library, the window offers the one that can."""

from pathlib import Path

import pytest

from desktop.application import Application, Start
from desktop.upkeep import way_out
from desktop.upkeep.process import UpkeepProcess
from desktop.upkeep.way_out import WayOutPage
from engine.library import LibraryTooNewError, MigrationFailedError, Protection, create_library
from engine.settings import Settings
from engine.updates.errors import UpdateBusyError
from tests.desktop.elsewhere import elsewhere

TOO_NEW = LibraryTooNewError("The library has the format 12.", remedy="Install the latest Sanduku.")
NOT_BROUGHT = MigrationFailedError("This version could not bring it up to date.", remedy="Go on.")


class Versions(UpkeepProcess):
    """Tells what lies on a computer, and what was done with it."""

    def __init__(self, door, again="", *, can_set_aside=False, refuses=None):
        super().__init__(door)
        self.status = {"again": again, "can_set_aside": can_set_aside}
        self.refuses, self.wishes = refuses, []

    def start(self, module, wish, done, failed):
        self.wishes.append(wish["verb"])
        if wish["verb"] == "status":
            done(self.status)
        elif self.refuses:
            failed(self.refuses)
        else:
            done({"version": self.status["again"]})
        return True


@pytest.fixture
def versions(door):
    return lambda *again, **more: Versions(door, *again, **more)


@pytest.fixture
def shown(qtbot, theme, translation):
    def show(error, process):
        page = WayOutPage(error, process, theme)
        qtbot.addWidget(page)
        page.show()
        return page

    return show


def test_a_library_of_a_later_version_is_opened_by_the_one_that_was_given_up(shown, versions, qtbot):
    process = versions("77.1.0", can_set_aside=True)
    page = shown(TOO_NEW, process)
    assert "77.1.0" in page.other.text()
    assert "Nothing is lost" in page.lead.text()
    with qtbot.waitSignal(page.restart_wanted):
        page.other.click()
    assert process.wishes == ["status", "use-again"]


def test_a_version_that_cannot_bring_the_library_up_to_date_is_set_aside(shown, versions, qtbot):
    process = versions("77.1.0", can_set_aside=True)
    page = shown(NOT_BROUGHT, process)
    assert page.other.text() == "Use the version before"
    with qtbot.waitSignal(page.restart_wanted):
        page.other.click()
    assert process.wishes == ["status", "set-aside"]


@pytest.mark.parametrize("error", [TOO_NEW, NOT_BROUGHT])
def test_without_another_version_it_says_what_to_do_and_can_be_tried_again(shown, versions, qtbot, error):
    page = shown(error, versions())
    assert not page.other.isVisible()
    assert error.remedy in page.lead.text()
    with qtbot.waitSignal(page.again_wanted):
        page.once_more.click()


def test_what_keeps_it_from_being_done_is_told_there(shown, versions, qtbot):
    page = shown(TOO_NEW, versions("77.1.0", refuses=UpdateBusyError("Another update is being installed.")))
    with qtbot.assertNotEmitted(page.restart_wanted):
        page.other.click()
    assert "Another update" in page.trouble.text()
    assert page.other.isEnabled()


def make_later_library(folder):
    with create_library(folder, protection=Protection(encrypted=False)).library as library:
        library.connection.run("PRAGMA user_version = 9999")


def test_the_program_shows_it_instead_of_asking_for_a_passphrase_that_would_not_help(
    qtbot, qapp, theme, places, monkeypatch
):
    elsewhere(lambda: make_later_library(places.library))
    start = Start(places, places.library, Settings(), places.settings, "en", files=(Path("/scans/a.jpg"),))
    program, handed_on = Application(qapp, start), []
    monkeypatch.setattr("desktop.application.restart", lambda *_words, files: handed_on.extend(files))
    try:
        program.begin()
        qtbot.waitUntil(lambda: isinstance(program.window.centralWidget(), WayOutPage), timeout=10_000)
        first = program.window.centralWidget()
        first.restart_wanted.emit()
        assert handed_on == [Path("/scans/a.jpg")], "the next version opens what this one could not"
        first.once_more.click()
        qtbot.waitUntil(lambda: program.window.centralWidget() is not first, timeout=10_000)
        assert isinstance(program.window.centralWidget(), WayOutPage)
    finally:
        program.end()
        program.window.close()
        program.window.deleteLater()
        program.translation.use("en")
        program.deleteLater()
        theme.again()


def test_only_what_another_version_can_mend_comes_here():
    assert set(way_out.OF_ANOTHER_VERSION) == {LibraryTooNewError, MigrationFailedError}
