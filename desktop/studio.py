"""What pictures of the window are taken of: libraries with samples, and one look in force."""

import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from desktop.access import LibraryDoor
from desktop.access.speed_test import SpeedTest
from desktop.choices import Choices
from desktop.style import Theme, ThemeChoice
from desktop.texts import Translation
from desktop.views import HOME, VIEWS
from desktop.watched.dialog import WatchDialog
from desktop.welcome.opening import Opening
from desktop.welcome.speed_page import SpeedPage
from desktop.window.frame import Frame
from desktop.window.keys_sheet import KeysSheet
from desktop.window.password_dialog import PasswordDialog
from engine.intake import Intake
from engine.library import Library, Protection, create_library
from engine.settings import Places, Settings, load_settings
from engine.worker import Supervisor, worker_command

Outcome = TypeVar("Outcome")

SAMPLES = Path(__file__).parent / "samples"
SETTLE_SECONDS = 0.6
LONGEST_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which every scene is taken."""

    name: str
    theme: ThemeChoice = ThemeChoice.LIGHT
    language: str = "en"
    scale: int = 100
    size: tuple[int, int] = (1280, 760)


class Studio:
    """What the scenes need, for one look."""

    def __init__(
        self, application: QApplication, look: Look, full: LibraryDoor, empty: LibraryDoor, busy: LibraryDoor
    ) -> None:
        """Put a look in force."""
        self.application, self.look, self.full, self.empty, self.busy = application, look, full, empty, busy
        self._folder = tempfile.TemporaryDirectory()
        self.folder = folder = Path(self._folder.name)
        self.choices = Choices(folder / "window.ini")
        self.choices.language = look.language
        self.translation = Translation(application, folder)
        self.translation.use(look.language)
        self.theme = Theme(application)
        self.theme.apply(look.theme, look.scale)
        self.opening = Opening(full.folder, full.settings, folder / "settings.toml")

    def frame(self, door: LibraryDoor, view: str = HOME, argument: object = None) -> Frame:
        """Return the window's content over a library, with a view in front."""
        frame = Frame(door, VIEWS, HOME, theme=self.theme, choices=self.choices, reads=False)
        if (view, argument) != (HOME, None):
            frame.open_view(view, argument)
        return frame

    def keys(self) -> KeysSheet:
        """Return the sheet of keys of a window."""
        self._kept = self.frame(self.empty)
        return KeysSheet(self._kept.tools.actions, self.theme, self._kept)

    def settings(self, page: str) -> Frame:
        """Return the window with a page of the settings in front."""
        return self.frame(self.full, "preferences", page)

    def handing_on(self, verb: str) -> QWidget:
        """Return the dialog that exports or prints all documents."""
        self._kept = self.frame(self.full)
        self._kept.resize(*self.look.size)
        handing = self._kept.handing_on
        ids = with_library(self.full, lambda library: library.documents.ids())
        getattr(handing, verb)(ids)
        assert handing.dialog is not None
        return handing.dialog

    def watch(self) -> QWidget:
        """Return the question which folder is to be watched."""
        self._kept = self.frame(self.full)
        return WatchDialog(
            "/home/amina/Scans/Registration", on=True, below=True, library=self.full.folder, theme=self.theme,
            parent=self._kept,
        )  # fmt: skip

    def speed(self) -> QWidget:
        """Return the page with the test of the speed."""
        return SpeedPage(SpeedTest(self.full.settings), self.theme)

    def password(self) -> QWidget:
        """Return the question for the password of three files."""
        self._kept = self.frame(self.full)
        names = ["Payroll March.pdf", "Payroll April.pdf", "كشف الرواتب.pdf"]
        return PasswordDialog(names, self.theme, self._kept)

    def keep(self, frame: Frame) -> None:
        """Keep a window alive over which a dialog stands."""
        self._kept = frame

    def settle(self) -> None:
        """Wait until everything that was asked for has arrived."""
        end = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.01)

    def wait_while(self, busy: Callable[[], bool]) -> None:
        """Wait for something that takes longer."""
        end = time.monotonic() + LONGEST_SECONDS
        while busy() and time.monotonic() < end:
            self.settle()

    def close(self) -> None:
        """Put the look out of force."""
        self.theme.apply(ThemeChoice.LIGHT, 100)
        self._folder.cleanup()


def with_library(door: LibraryDoor, work: Callable[[Library], Outcome]) -> Outcome:
    """Do something with a library in another thread, and wait for it."""

    def opened() -> Outcome:
        with door.open() as library:
            return work(library)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(opened).result()


def made_library(folder: Path, *, filled: bool = False, read: bool = False) -> LibraryDoor:
    """Make a library, with the samples in it, and have them read."""
    places = Places.of_this_user()
    settings = load_settings(places.settings)
    settings = replace(settings, worker=replace(Settings().worker, idle_seconds=1))
    protection = Protection(encrypted=False, keyring=False)
    with create_library(folder, protection=protection, settings=settings.library).library as library:
        if filled:
            list(Intake(library, settings.pages).take_all(sorted(samples())))
        if read:
            with Supervisor(
                worker_command(folder), data_key=None, on_crash=library.jobs.crashed
            ) as supervisor:
                supervisor.start(1)
                while library.jobs.progress().queued + library.jobs.progress().running and supervisor.alive:
                    time.sleep(0.2)
                    supervisor.poll()
    return LibraryDoor(folder, None, settings)


def samples() -> list[Path]:
    """All samples of a clone; those that are shipped where there is no clone."""
    whole = Path(__file__).parent.parent / "tests" / "samples"
    folder = whole if whole.is_dir() else SAMPLES
    return [
        path for path in folder.iterdir() if path.suffix in (".jpg", ".png", ".webp", ".tif", ".heic", ".pdf")
    ]
