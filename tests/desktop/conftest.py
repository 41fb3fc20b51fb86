"""What every test of the window stands on: no screen, and no database in the window's thread."""

import os
import shutil
import threading
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt looks

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.access import Collecting, ImageStore, Import, LibraryAccess, LibraryDoor
from desktop.choices import Choices
from desktop.style import Theme, ThemeChoice
from desktop.texts import Translation
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from engine.library import Protection, create_library
from engine.library.connection import Connection
from engine.settings import Places, Settings
from tests.desktop.elsewhere import elsewhere
from tests.desktop.patience import PatientBot

SMALL = ("receipt.jpg", "consent-form.png")
"""Samples that are taken in quickly."""


@pytest.fixture
def qtbot(qapp, request):
    """The bot of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_library_in_the_window_thread(monkeypatch):
    """A handle of the library that is opened in the window's thread would be used there."""
    opens = Connection.__init__

    def guarded(self, *arguments, **options):
        if threading.current_thread() is threading.main_thread():
            raise AssertionError("the library was opened in the window's thread")
        opens(self, *arguments, **options)

    monkeypatch.setattr(Connection, "__init__", guarded)


@pytest.fixture(autouse=True)
def nothing_of_qt_is_freed_in_another_thread(qapp):
    """As in the program: a timer that is freed in the library's thread would end a later test."""
    collecting = Collecting()
    yield
    collecting.look()
    collecting.close()


@pytest.fixture(autouse=True)
def what_is_deleted_later_is_deleted_now(nothing_of_qt_is_freed_in_another_thread):
    """Qt deletes later where an event loop runs, which a test leaves: widgets would pile up over all tests.

    A change of the look restyles each of them, so that the last tests would take a hundred times as long.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_fault_unnoticed(caplog):
    """A bug that the window survived fails the test all the same, unless the test expects it."""
    yield
    faults = [
        record.getMessage() for record in caplog.get_records("call") if record.name == "sanduku.desktop"
    ]
    if "expects_a_fault" not in os.environ.get("PYTEST_CURRENT_TEST", ""):
        assert faults == []


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes | None]:
    """An empty encrypted library and its key, to be copied: a passphrase is made to cost time."""
    folder = tmp_path_factory.mktemp("empty") / "library"

    def make() -> bytes | None:
        made = create_library(
            folder,
            protection=Protection(passphrase="a good passphrase", keyring=False),
            settings=Settings().library,
        )
        with made.library as library:
            return library.data_key

    return folder, elsewhere(make)


@pytest.fixture
def door(places: Places, empty_library: tuple[Path, bytes | None]) -> LibraryDoor:
    """An empty encrypted library, unlocked."""
    folder, key = empty_library
    shutil.copytree(folder, places.library)
    return LibraryDoor(places.library, key, Settings())


@pytest.fixture
def access(qtbot, door):
    """The bridge to the library."""
    made = LibraryAccess(door)
    yield made
    made.close()


@pytest.fixture
def importing(qtbot, door):
    """What takes files in."""
    made = Import(door)
    yield made
    made.close()


@pytest.fixture
def images(qtbot, door):
    """The images of the library."""
    made = ImageStore(door)
    yield made
    made.close()


@pytest.fixture
def choices(qapp, places: Places) -> Choices:
    """What a person chose about the window: nothing yet."""
    return Choices(places.data / "window.ini")


@pytest.fixture
def theme(qapp):
    """The light look, put back afterwards, whatever a test applied."""
    made = Theme(qapp)
    made.apply(ThemeChoice.LIGHT, 100)
    yield made
    made.apply(ThemeChoice.LIGHT, 100)
    made.setParent(None)


@pytest.fixture
def translation(qapp, theme, places: Places):
    """The language in force; English again afterwards."""
    made = Translation(qapp, places.data / "window")
    made.use("en")
    yield made
    made.use("en")
    theme.again()


@pytest.fixture
def frame(qtbot, door, theme, choices, translation):
    """The window's content over an empty library, without workers."""
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    made.resize(1280, 760)
    made.show()
    yield made
    made.close_all()
    made.close()
    made.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def small_samples(samples: Path) -> list[Path]:
    """Two samples that are taken in quickly."""
    return [samples / name for name in SMALL]
