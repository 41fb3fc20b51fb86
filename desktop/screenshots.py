"""``python -m desktop.screenshots FOLDER``: pictures of every view, to be looked at.

Each scene is taken in light, in dark, in Arabic, with text at 200 %, and in a window of 1024 × 640, off
screen, over a library that holds the samples.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.access import BatchReport, LibraryDoor
from desktop.check import scenes as check_scenes
from desktop.choices import Choices
from desktop.documents import scenes
from desktop.style import Theme, ThemeChoice
from desktop.texts import Translation
from desktop.views import HOME, VIEWS
from desktop.welcome.first_run import LanguagePage, PassphrasePage, RecoveryPage
from desktop.welcome.opening import Made, Opening
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame
from desktop.window.keys_sheet import KeysSheet
from engine.library import Protection, create_library
from engine.settings import Places, Settings, load_settings

SAMPLES = Path(__file__).parent / "samples"
SETTLE_SECONDS = 0.6
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

    def __init__(self, application: QApplication, look: Look, full: LibraryDoor, empty: LibraryDoor) -> None:
        """Put a look in force."""
        self.application, self.look, self.full, self.empty = application, look, full, empty
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

    def settle(self) -> None:
        """Wait until everything that was asked for has arrived."""
        end = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.01)

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


def _list_of(view: str, argument: object = None) -> "Callable[[Studio], QWidget]":
    return lambda studio: studio.frame(scenes.furnished(studio.full, studio.folder), view, argument)


def _lists(prepare: Callable[[Frame], None]) -> "Callable[[Studio, QWidget], None]":
    def prepared(_studio: Studio, frame: QWidget) -> None:
        assert isinstance(frame, Frame)
        prepare(frame)

    return prepared


SCENES = (
    Scene("language", lambda studio: LanguagePage(studio.choices, studio.theme)),
    Scene("passphrase", lambda studio: PassphrasePage(studio.opening, studio.theme), _type_passphrase),
    Scene("recovery", lambda studio: RecoveryPage(Made(studio.full, EXAMPLE_KEY, ()), studio.theme)),
    Scene("unlock", lambda studio: UnlockPage(studio.opening, studio.theme)),
    Scene("empty", lambda studio: studio.frame(studio.empty)),
    Scene("home", lambda studio: studio.frame(studio.full), _toast),
    Scene("drop", lambda studio: studio.frame(studio.full), _drop),
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
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as pool:
        full = pool.submit(_library, Path(scratch) / "full", filled=True, read=not given.unread).result()
        empty = pool.submit(_library, Path(scratch) / "empty").result()
        for look in LOOKS:
            for scene in SCENES:
                if not given.only or {look.name, scene.name} & set(given.only):
                    _take(application, scene, look, full, empty, given.folder)
    return 0


def _take(
    application: QApplication, scene: Scene, look: Look, full: LibraryDoor, empty: LibraryDoor, folder: Path
) -> None:
    studio = Studio(application, look, full, empty)
    widget = scene.make(studio)
    if not isinstance(widget, QDialog):
        widget.resize(*look.size)
    widget.show()
    studio.settle()
    scene.prepare(studio, widget)
    studio.settle()
    widget.grab().save(str(folder / f"{scene.name}-{look.name}.png"))
    for frame in [widget, *application.topLevelWidgets()]:
        if isinstance(frame, Frame):
            frame.close_all()
        frame.hide()
        frame.deleteLater()
    application.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    studio.close()


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
