"""What was chosen is what the window does next: readers, the first view, the next unlocking."""

import sys
from dataclasses import replace

import pytest

from desktop.access import LibraryDoor, ReadingWork
from desktop.views import HOME, VIEWS
from desktop.welcome.opening import Opening
from desktop.window.frame import Frame
from engine.intake import Intake
from engine.settings import Settings, save_settings, with_setting
from engine.worker import EventKind, Supervisor
from tests.desktop.elsewhere import with_library


@pytest.fixture
def started():
    """The workers that were started, each waiting for its end."""
    return []


@pytest.fixture
def work(qtbot, door, samples, started):
    def take(library):
        list(Intake(library, Settings().pages).take_all([samples / "receipt.jpg"]))

    class Watched(Supervisor):
        def poll(self, **options):
            events = super().poll(**options)
            started.extend(event.owner for event in events if event.kind is EventKind.STARTED)
            return events

    def make(door: LibraryDoor, on_crash):
        waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        return Watched(lambda _owner: waits, data_key=door.data_key, on_crash=on_crash)

    with_library(door, take)
    made = ReadingWork(door, make_supervisor=make)
    yield made
    made.close()


def test_readers_that_run_are_started_anew_with_other_settings(qtbot, work, door, started):
    qtbot.waitUntil(lambda: len(started) == 1)
    work.use_settings(with_setting(door.settings, "reading.second_opinion", "none"))
    qtbot.waitUntil(lambda: len(started) == 2)
    assert started[0] != started[1]


def test_the_window_begins_with_the_place_that_was_chosen(qtbot, door, theme, choices, translation):
    choices.remember("window/begins-with", "to-check")
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    assert next(each for each in made.rail.buttons if each.isChecked()).place.name == "to-check"
    made.close_all()
    made.deleteLater()


def test_unlocking_takes_the_settings_that_were_changed_before(qtbot, door, places):
    opening = Opening(door.folder, Settings(), places.settings)
    changed = replace(Settings(), library=replace(Settings().library, author="Amina"))
    save_settings(changed, places.settings)
    opened = []
    opening.open(opened.append, opened.append, passphrase="a good passphrase")
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].settings == changed
    places.settings.write_text("not TOML")
    opening.open(opened.append, opened.append, passphrase="a good passphrase")
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[1].settings == Settings(), "a broken file locks nobody out"
