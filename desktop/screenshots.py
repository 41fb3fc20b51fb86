"""``python -m desktop.screenshots FOLDER``: pictures of every view, to be looked at.

Each scene is taken in light, in dark, in Arabic, with text at 200 %, and in a window of 1024 × 640, off
screen, over a library that holds the samples. With ``--real`` each is a window on a real screen, for which
Xvfb is started where there is none.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.access import BatchReport, LibraryDoor, WorkKind, WorkState
from desktop.access.speed_test import Speed, SpeedTest
from desktop.check import scenes as check_scenes
from desktop.choices import Choices
from desktop.documents import scenes
from desktop.queue import pictures
from desktop.real_screen import real_screen
from desktop.style import Theme, ThemeChoice
from desktop.texts import Translation
from desktop.views import HOME, VIEWS
from desktop.watched.dialog import WatchDialog
from desktop.welcome.first_run import LanguagePage, PassphrasePage, RecoveryPage
from desktop.welcome.opening import Made, Opening
from desktop.welcome.speed_page import SpeedPage
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame
from desktop.window.keys_sheet import KeysSheet
from desktop.window.password_dialog import PasswordDialog
from engine.library import Library, Protection, create_library
from engine.settings import Places, Settings, load_settings

Outcome = TypeVar("Outcome")

SAMPLES = Path(__file__).parent / "samples"
SETTLE_SECONDS = 0.6
LONGEST_SECONDS = 20
EXAMPLE_KEY = "4T9XK-7QM2R-0WJH5-B8ZNE-6YDPC-3VGAS-1FKTX"


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which every scene is taken."""

    name: str
    theme: ThemeChoice = ThemeChoice.LIGHT
    language: str = "en"
    scale: int = 100
    size: tuple[int, int] = (1280, 760)


LOOKS = (
    Look("light"),
    Look("dark", theme=ThemeChoice.DARK),
    Look("contrast", theme=ThemeChoice.HIGH_CONTRAST),
    Look("arabic", language="ar"),
    Look("large", scale=200),
    Look("small", size=(1024, 640)),
    Look("french", language="fr"),
    Look("arabic-dark", theme=ThemeChoice.DARK, language="ar"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to take a picture of.

    Attributes:
        name: Of the file.
        make: Makes the widget from the studio.
        prepare: Brings it into the state that is shown, before the picture is taken.
    """

    name: str
    make: "Callable[[Studio], QWidget]"
    prepare: "Callable[[Studio, QWidget], None]" = lambda _studio, _widget: None


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


def _type_passphrase(_studio: Studio, page: QWidget) -> None:
    assert isinstance(page, PassphrasePage)
    page.first.setText("seven clay pots by the river")
    page.second.setText("seven clay pots by the river")
    page.first.textEdited.emit("")


def _drop(_studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    frame.show_overlay()


def _toast(_studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    frame.adding.tell(BatchReport("picture", added=24, pages=31, known=2, ended=True))


def _choose_format(_studio: Studio, dialog: QWidget) -> None:
    _fill_in(dialog, "pdf", 0)


def _choose_table(_studio: Studio, dialog: QWidget) -> None:
    _fill_in(dialog, "xlsx", 1)


def _fill_in(dialog: QWidget, name: str, tab: int) -> None:
    from desktop.export.dialog import ExportDialog

    assert isinstance(dialog, ExportDialog)
    dialog.form.folder.setText(str(Path("/home/amina/Documents/Sanduku")))
    dialog.form.formats.cards[name].click()
    dialog.form.tabs.setCurrentIndex(tab)


def _open_queue(_studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    frame.actions_set["queue.show"].trigger()


def _open_problems(studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    frame.queue.refused.take(pictures.refused())
    frame.queue.drawer.show_work(
        WorkState(WorkKind.WAITING, left=9, code="disk-full", message="The disk is full.")
    )
    frame.queue.drawer.tabs.setCurrentIndex(1)
    _open_queue(studio, frame)


def _see_crash(studio: Studio, frame: QWidget) -> None:
    crashed = studio.busy
    with ThreadPoolExecutor(1) as pool:
        pool.submit(pictures.crash, crashed).result()
    _open_queue(studio, frame)


def _list_of(view: str, argument: object = None) -> "Callable[[Studio], QWidget]":
    return lambda studio: studio.frame(scenes.furnished(studio.full, studio.folder), view, argument)


def _lists(prepare: Callable[[Frame], None]) -> "Callable[[Studio, QWidget], None]":
    def prepared(_studio: Studio, frame: QWidget) -> None:
        assert isinstance(frame, Frame)
        prepare(frame)

    return prepared


def _wait_for_models(studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    studio.wait_while(lambda: getattr(frame.view, "busy", False))


def _just(_studio: Studio, _widget: QWidget) -> None:
    """Take it as it is."""


def _with_lock(_studio: Studio, frame: QWidget) -> None:
    """Show what an encrypted library has, which the one for pictures has not."""
    from desktop.preferences.privacy import PrivacyPage

    page = frame.findChild(PrivacyPage)
    assert page is not None
    page.locking.show()


SETTINGS_PAGES = (
    ("general", _just),
    ("reading", _just),
    ("models", _wait_for_models),
    ("privacy", _with_lock),
    ("keys", _just),
    ("advanced", _just),
)


def _measured(_studio: Studio, page: QWidget) -> None:
    assert isinstance(page, SpeedPage)
    page.show_speed(
        Speed(pages=10, seconds=43.0, per_minute=14.0, readers=2, megabytes=640, memory=1900, cores=2)
    )


SCENES = (
    Scene("language", lambda studio: LanguagePage(studio.choices, studio.theme)),
    Scene("passphrase", lambda studio: PassphrasePage(studio.opening, studio.theme), _type_passphrase),
    Scene("recovery", lambda studio: RecoveryPage(Made(studio.full, EXAMPLE_KEY, ()), studio.theme)),
    Scene("unlock", lambda studio: UnlockPage(studio.opening, studio.theme)),
    Scene("empty", lambda studio: studio.frame(studio.empty)),
    Scene("home", lambda studio: studio.frame(studio.full), _toast),
    Scene("drop", lambda studio: studio.frame(studio.full), _drop),
    Scene("export", lambda studio: studio.handing_on("export"), _choose_format),
    Scene("export-table", lambda studio: studio.handing_on("export"), _choose_table),
    Scene("print", lambda studio: studio.handing_on("print")),
    *(Scene(f"settings-{page}", partial(Studio.settings, page=page), wait) for page, wait in SETTINGS_PAGES),
    Scene("keys", lambda studio: studio.keys()),
    Scene("documents", _list_of("documents", "to-check"), _lists(scenes.choose_some)),
    Scene("documents-pictures", _list_of("documents", "to-check"), _lists(scenes.show_pictures)),
    Scene("documents-details", _list_of("documents", "done"), _lists(scenes.show_details)),
    Scene("documents-problems", _list_of("documents", "problems")),
    Scene("documents-search", _list_of("documents", {"search": "name"}), _lists(scenes.narrow)),
    Scene("documents-arabic", _list_of("documents", {"search": "معلوماتك"})),
    Scene("documents-nothing", _list_of("documents", {"search": "zebra"})),
    Scene("documents-trash", lambda studio: studio.frame(studio.empty, "documents", "trash")),
    Scene("cases", _list_of("cases"), _lists(scenes.choose_named)),
    Scene("searches", _list_of("searches"), _lists(scenes.choose_named)),
    Scene("queue", lambda studio: studio.frame(studio.busy), _open_queue),
    Scene("queue-problems", lambda studio: studio.frame(studio.busy), _open_problems),
    Scene("queue-restarted", lambda studio: studio.frame(studio.busy), _see_crash),
    Scene("queue-empty", lambda studio: studio.frame(studio.empty), _open_queue),
    Scene("watch", lambda studio: studio.watch()),
    Scene("speed", lambda studio: studio.speed(), _measured),
    Scene("password", lambda studio: studio.password()),
    Scene("check", lambda studio: studio.frame(studio.full), check_scenes.doubts),
    Scene("check-edit", lambda studio: studio.frame(studio.full), check_scenes.editing),
    Scene("check-pages", lambda studio: studio.frame(studio.full), check_scenes.pages),
    Scene("check-right-to-left", lambda studio: studio.frame(studio.full), check_scenes.arabic),
    Scene("check-corners", lambda studio: studio.frame(studio.full), check_scenes.corners),
    Scene("check-corrected", lambda studio: studio.frame(studio.full), check_scenes.corrected),
    Scene("check-history", lambda studio: studio.frame(studio.full), check_scenes.history),
)


def main(arguments: Sequence[str]) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Take pictures of every view.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("--only", action="append", help="a scene, or a look; all by default")
    parser.add_argument("--unread", action="store_true", help="do not read the samples: quicker")
    parser.add_argument("--real", action="store_true", help="in windows on a real screen, or on Xvfb's")
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    if not given.real:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with real_screen() if given.real else nullcontext():
        _take_all(given)
    return 0


def _take_all(given: argparse.Namespace) -> None:
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as pool:
        full = pool.submit(_library, Path(scratch) / "full", filled=True, read=not given.unread).result()
        empty = pool.submit(_library, Path(scratch) / "empty").result()
        busy = pool.submit(pictures.busy_library, full, Path(scratch) / "busy", _samples()).result()
        for look in LOOKS:
            for scene in SCENES:
                if not given.only or {look.name, scene.name} & set(given.only):
                    _take(application, scene, look, (full, empty, busy), given.folder)
    # Qt lets go of the screen before the screen goes.
    application.shutdown()


def _take(
    application: QApplication,
    scene: Scene,
    look: Look,
    doors: tuple[LibraryDoor, LibraryDoor, LibraryDoor],
    folder: Path,
) -> None:
    studio = Studio(application, look, *doors)
    widget = scene.make(studio)
    if not isinstance(widget, QDialog):
        widget.resize(*look.size)
    widget.show()
    studio.settle()
    scene.prepare(studio, widget)
    studio.settle()
    _picture(application, widget).save(str(folder / f"{scene.name}-{look.name}.png"))
    for frame in [widget, *application.topLevelWidgets()]:
        if isinstance(frame, Frame):
            frame.close_all()
        frame.hide()
        frame.deleteLater()
    application.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    studio.close()


def _picture(application: QApplication, widget: QWidget) -> QPixmap:
    """Return what a widget looks like; on a real screen, what is seen there."""
    if application.platformName() == "offscreen":
        return widget.grab()
    widget.raise_()
    widget.activateWindow()
    application.processEvents()
    return widget.screen().grabWindow(widget.winId())


def with_library(door: LibraryDoor, work: Callable[[Library], Outcome]) -> Outcome:
    """Do something with a library in another thread, and wait for it."""

    def opened() -> Outcome:
        with door.open() as library:
            return work(library)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(opened).result()


def _library(folder: Path, *, filled: bool = False, read: bool = False) -> LibraryDoor:
    """Make a library, with the samples in it, and have them read."""
    from engine.intake import Intake
    from engine.worker import Supervisor, worker_command

    places = Places.of_this_user()
    settings = load_settings(places.settings)
    settings = replace(settings, worker=replace(Settings().worker, idle_seconds=1))
    protection = Protection(encrypted=False, keyring=False)
    with create_library(folder, protection=protection, settings=settings.library).library as library:
        if filled:
            list(Intake(library, settings.pages).take_all(sorted(_samples())))
        if read:
            with Supervisor(
                worker_command(folder), data_key=None, on_crash=library.jobs.crashed
            ) as supervisor:
                supervisor.start(1)
                while library.jobs.progress().queued + library.jobs.progress().running and supervisor.alive:
                    time.sleep(0.2)
                    supervisor.poll()
    return LibraryDoor(folder, None, settings)


def _samples() -> list[Path]:
    """All samples of a clone; those that are shipped where there is no clone."""
    whole = Path(__file__).parent.parent / "tests" / "samples"
    folder = whole if whole.is_dir() else SAMPLES
    return [
        path for path in folder.iterdir() if path.suffix in (".jpg", ".png", ".webp", ".tif", ".heic", ".pdf")
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
