"""``python -m desktop.screenshots FOLDER``: pictures of every view, to be looked at.

Each scene is taken in light, in dark, in Arabic, with text at 200 %, and in a window of 1024 × 640, off
screen, over a library that holds the samples. With ``--real`` each is a window on a real screen, for which
Xvfb is started where there is none.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.access import BatchReport, LibraryDoor, WorkKind, WorkState
from desktop.access.speed_test import Speed
from desktop.asking import pictures as asking_pictures
from desktop.check import scenes as check_scenes
from desktop.documents import scenes
from desktop.photos import pictures as photo_scenes
from desktop.preferences import pictures as pack_pictures
from desktop.queue import pictures
from desktop.real_screen import real_screen
from desktop.sending import pictures as sending_pictures
from desktop.studio import Look, Studio, made_library, samples
from desktop.style import ThemeChoice
from desktop.upkeep import pictures as program_pictures
from desktop.welcome.first_run import LanguagePage, PassphrasePage, RecoveryPage
from desktop.welcome.opening import Made
from desktop.welcome.speed_page import SpeedPage
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame

EXAMPLE_KEY = "4T9XK-7QM2R-0WJH5-B8ZNE-6YDPC-3VGAS-1FKTX"


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
    make: Callable[[Studio], QWidget]
    prepare: Callable[[Studio, QWidget], None] = lambda _studio, _widget: None


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


def _list_of(view: str, argument: object = None) -> Callable[[Studio], QWidget]:
    return lambda studio: studio.frame(scenes.furnished(studio.full, studio.folder), view, argument)


def _lists(prepare: Callable[[Frame], None]) -> Callable[[Studio, QWidget], None]:
    def prepared(_studio: Studio, frame: QWidget) -> None:
        assert isinstance(frame, Frame)
        prepare(frame)

    return prepared


def _wait_for_models(studio: Studio, frame: QWidget) -> None:
    assert isinstance(frame, Frame)
    studio.wait_while(lambda: getattr(frame.view, "busy", False))


def _just(_studio: Studio, _widget: QWidget) -> None:
    """Take it as it is."""


def _of_a_team(studio: Studio) -> Frame:
    return studio.frame(sending_pictures.of_a_team(studio))


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
    ("network", _just),
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
    Scene("models-defaults", partial(Studio.settings, page="models"), pack_pictures.models),
    Scene("stick", pack_pictures.stick),
    Scene("settings-program", partial(Studio.settings, page="program"), program_pictures.installed),
    Scene("settings-program-ready", partial(Studio.settings, page="program"), program_pictures.ready),
    Scene("settings-program-given-up", partial(Studio.settings, page="program"), program_pictures.given_up),
    Scene("way-out", program_pictures.way_out),
    Scene("update", program_pictures.update),
    Scene("update-to-know", program_pictures.remarked),
    Scene("update-under-way", program_pictures.update, program_pictures.under_way),
    Scene("update-done", program_pictures.update, program_pictures.done),
    Scene("diagnostics", program_pictures.diagnostics),
    Scene("describe", asking_pictures.before_describing),
    Scene("photo-labels", asking_pictures.labels),
    Scene("keys", lambda studio: studio.keys()),
    Scene("documents", _list_of("documents", "to-check"), _lists(scenes.choose_some)),
    Scene("documents-pictures", _list_of("documents", "to-check"), _lists(scenes.show_pictures)),
    Scene("documents-details", _list_of("documents", "done"), _lists(scenes.show_details)),
    Scene("documents-problems", _list_of("documents", "problems")),
    Scene("documents-search", _list_of("documents", {"search": "name"}), _lists(scenes.narrow)),
    Scene("documents-arabic", _list_of("documents", {"search": "معلوماتك"})),
    Scene("documents-nothing", _list_of("documents", {"search": "zebra"})),
    Scene("documents-trash", lambda studio: studio.frame(studio.empty, "documents", "trash")),
    Scene("photos", lambda studio: studio.frame(studio.full), photo_scenes.found),
    Scene("photos-no-pack", lambda studio: studio.frame(studio.full), photo_scenes.no_pack),
    Scene("cases", _list_of("cases"), _lists(scenes.choose_named)),
    Scene("searches", _list_of("searches"), _lists(scenes.choose_named)),
    Scene("sending", _of_a_team, sending_pictures.view(0)),
    Scene("sending-progress", _of_a_team, sending_pictures.under_way),
    Scene("sending-switched-off", _of_a_team, sending_pictures.switched_off),
    Scene("sending-broken-off", _of_a_team, sending_pictures.broken_off),
    Scene("sending-some-freed", _of_a_team, sending_pictures.some_freed),
    Scene("sending-stick-written", sending_pictures.written),
    Scene("sending-stick-refused", sending_pictures.stick_refused),
    Scene("models-offered", partial(Studio.settings, page="models"), sending_pictures.offered),
    Scene("sending-from-hq", _of_a_team, sending_pictures.view(1)),
    Scene("check-from-hq", _of_a_team, sending_pictures.beside_the_page),
    Scene("sending-freed", _of_a_team, sending_pictures.view(2)),
    Scene("sending-log", _of_a_team, sending_pictures.view(3)),
    Scene("sending-no-team", lambda studio: studio.frame(studio.full), sending_pictures.view(0)),
    Scene("sending-changes", sending_pictures.changes),
    Scene("sending-join", sending_pictures.join),
    Scene("sending-stick", sending_pictures.stick),
    Scene("team", sending_pictures.team_page),
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
    Scene("check-ask", lambda studio: studio.frame(studio.full), check_scenes.asking),
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
        full = pool.submit(made_library, Path(scratch) / "full", filled=True, read=not given.unread).result()
        empty = pool.submit(made_library, Path(scratch) / "empty").result()
        busy = pool.submit(pictures.busy_library, full, Path(scratch) / "busy", samples()).result()
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
