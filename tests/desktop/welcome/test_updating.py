"""A library of an earlier version says how far it is while it is brought up to date."""

import pytest

from desktop.welcome.opening import EVERY, Opening
from desktop.welcome.unlock import UnlockPage
from desktop.welcome.updating import UpdatingPage
from engine.library import Protection, create_library, open_library
from engine.settings import Settings
from tests.desktop.elsewhere import elsewhere
from tests.desktop.welcome.test_first_run import content, program

__all__ = ["program"]


@pytest.fixture
def slow_library(monkeypatch, places):
    """A library that tells of pages when it is opened, as one of an earlier version does."""
    elsewhere(lambda: create_library(places.library, protection=Protection(keyring=False)).library.close())

    def opened(*arguments, progress, **given):
        for done in range(1, 3 * EVERY + 1):
            progress.update(done=done, total=None, label=f"{done} pages")
        return open_library(*arguments, **given)

    monkeypatch.setattr("desktop.welcome.opening.open_library", opened)
    return places.library


def test_the_window_is_told_now_and_then_in_its_own_thread(qtbot, slow_library, places):
    opening, told = Opening(slow_library, Settings(), places.settings), []
    opening.updating.connect(told.append)
    doors = []
    opening.open(doors.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(doors))
    assert told == [EVERY, 2 * EVERY, 3 * EVERY]


def test_a_window_without_a_page_shows_one_that_counts(qtbot, program):
    qtbot.waitUntil(lambda: program.window.centralWidget() is not None)
    program.opening.updating.emit(1200)
    assert content(program, UpdatingPage)
    page = program.window.centralWidget()
    assert "1,200" in page.count.text()
    program.opening.updating.emit(1300)
    assert program.window.centralWidget() is page
    assert "1,300" in page.count.text()


def test_the_lock_keeps_its_page_and_says_it_there(qtbot, program):
    qtbot.waitUntil(lambda: program.window.centralWidget() is not None)
    program.lock()
    program.opening.updating.emit(1200)
    assert content(program, UnlockPage)
    assert "1,200" in program.window.centralWidget().lead.text()
