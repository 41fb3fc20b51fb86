"""The real window over a real library: samples that a real worker read with real models, once for all."""

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from PySide6.QtWidgets import QApplication

from desktop.access import LibraryDoor
from desktop.application import Application, Start
from desktop.choices import Choices
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from desktop.window.shell import ShellWindow
from engine.intake import Intake
from engine.library import LibraryLockedError, Protection, create_library, open_library
from engine.settings import LibrarySettings, Places, Settings, WorkerSettings, save_settings
from engine.worker import Supervisor, worker_command
from tests.desktop.elsewhere import elsewhere
from tests.desktop.journeys.person import Person

PASSPHRASE = "seven clay pots by the river"
SETTINGS = Settings(
    library=LibrarySettings(ballast_megabytes=0),
    worker=WorkerSettings(processes=1, lease_seconds=5, idle_seconds=2),
)
READ = ("receipt.jpg", "consent-form.png", "situation-report.pdf", "vaccination-card.heic")
"""Samples that the journeys begin with: all five languages are among them, and one has two pages."""
PAGES = 5


@dataclass(frozen=True)
class Kept:
    """A library with documents that were read, to be copied."""

    folder: Path
    recovery_key: str


@pytest.fixture(scope="session")
def kept(prepared: Places, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The library that all journeys begin with; made once, also where several processes test."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder, key = shared / "journeys" / "library", shared / "journeys" / "recovery-key"
    with FileLock(shared / "journeys.lock"):
        if not key.exists():
            recovery_key = elsewhere(lambda: _read(folder, samples, prepared, shared / "journeys"))
            key.write_text(recovery_key)
    return Kept(folder, key.read_text())


def _read(folder: Path, samples: Path, prepared: Places, home: Path) -> str:
    """Make a library of the samples and have them read in a process; return its recovery key."""
    home.mkdir()
    for name in ("packs", "tessdata"):
        (home / name).symlink_to((prepared.data / name).resolve(), target_is_directory=True)
    settings = home / "settings.toml"
    save_settings(SETTINGS, settings)
    made = create_library(
        folder, protection=Protection(passphrase=PASSPHRASE, keyring=False), settings=SETTINGS.library
    )
    with made.library as library, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SANDUKU_HOME", str(home))
        taken = list(Intake(library, SETTINGS.pages).take_all([samples / name for name in READ]))
        assert len(taken) == len(READ)
        command = worker_command(folder, settings)
        with Supervisor(command, data_key=library.data_key, on_crash=library.jobs.crashed) as supervisor:
            supervisor.start(1)
            end = time.monotonic() + 240
            while library.jobs.progress().ended < PAGES:
                assert time.monotonic() < end, "the samples were not read"
                time.sleep(0.1)
                supervisor.poll()
        assert library.jobs.progress().done == PAGES
    assert made.recovery_key is not None
    return made.recovery_key


@pytest.fixture
def settled_places(ready_places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Places with models, languages, and settings that suit a test; and a home for what is exported."""
    monkeypatch.setenv("HOME", str(ready_places.data / "person"))
    save_settings(SETTINGS, ready_places.settings)
    return ready_places


@pytest.fixture
def filled_places(settled_places: Places, kept: Kept) -> Places:
    """The same with a copy of the library in which the samples are read; it is locked."""
    shutil.copytree(kept.folder, settled_places.library)
    return settled_places


@pytest.fixture
def filled(filled_places: Places) -> LibraryDoor:
    """A copy of the library in which the samples are read, unlocked."""

    def unlock() -> LibraryDoor:
        with open_library(filled_places.library, passphrase=PASSPHRASE, settings=SETTINGS.library) as library:
            return LibraryDoor(filled_places.library, library.data_key, SETTINGS, filled_places.settings)

    return elsewhere(unlock)


@pytest.fixture
def empty(settled_places: Places) -> LibraryDoor:
    """An empty library, unlocked, with the models at hand."""

    def make() -> LibraryDoor:
        protection = Protection(passphrase=PASSPHRASE, keyring=False)
        made = create_library(settled_places.library, protection=protection, settings=SETTINGS.library)
        with made.library as library:
            return LibraryDoor(settled_places.library, library.data_key, SETTINGS, settled_places.settings)

    return elsewhere(make)


@pytest.fixture
def open_window(qtbot, theme, choices, translation):
    """Opens the window of an unlocked library, with workers where that is wanted; returns who is at it."""
    made: list[ShellWindow] = []

    def make(door: LibraryDoor, *, reads: bool = False, kept_choices: Choices = choices) -> Person:
        window = ShellWindow(kept_choices)
        frame = Frame(door, VIEWS, HOME, theme=theme, choices=kept_choices, reads=reads)
        window.show_content(frame)
        window.closing.connect(frame.close_all)
        window.show()
        made.append(window)
        with qtbot.waitActive(window):
            pass
        # The list is there, and the keyboard is in it, or in what stands there instead.
        qtbot.waitUntil(lambda: frame.view.model.known and QApplication.focusWidget() is not None)
        return Person(qtbot, window)

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def start_program(qtbot, qapp, theme, translation):
    """Starts the whole program over some places; returns it, and who is at it."""
    font = qapp.font()
    made: list[Application] = []

    def start(places: Places, settings: Settings = SETTINGS) -> tuple[Application, Person]:
        program = Application(qapp, Start(places, places.library, settings, places.settings, "en"))
        program.begin()
        made.append(program)
        with qtbot.waitActive(program.window):
            pass
        return program, Person(qtbot, program.window)

    yield start
    for program in made:
        program.window.close()
        program.window.deleteLater()
        program.translation.use("en")
        program.deleteLater()
    qapp.setFont(font)
    theme.again()
    qtbot.wait(1)


def sound(folder: Path, passphrase: str = PASSPHRASE) -> bool:
    """Whether the library's own check finds nothing wrong."""

    def look() -> bool:
        try:
            with open_library(folder, passphrase=passphrase, settings=SETTINGS.library) as library:
                return library.check().sound
        except LibraryLockedError as error:
            raise AssertionError("the passphrase does not open it") from error

    return elsewhere(look)
