"""The program: decides what the window shows (first start, lock, library), and lets go of it when locked."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.access import LibraryDoor
from desktop.choices import Choices
from desktop.opened import OpenedFiles
from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.sending.behind import BehindTheLock
from desktop.style import Theme
from desktop.texts import Translation
from desktop.upkeep.process import UpkeepProcess
from desktop.upkeep.restarting import restart
from desktop.upkeep.way_out import OF_ANOTHER_VERSION, WayOutPage
from desktop.views import HOME, VIEWS
from desktop.welcome.first_run import FirstRun
from desktop.welcome.opening import Opening
from desktop.welcome.unlock import UnlockPage
from desktop.welcome.updating import UpdatingPage
from desktop.window.frame import Frame
from desktop.window.shell import IdleWatch, ShellWindow
from engine.errors import SandukuError
from engine.library import LibraryLockedError, NotALibraryError
from engine.settings import Places, Settings
from engine.updates.handover import came_up


@dataclass(frozen=True, slots=True)
class Start:
    """What the program is started with.

    Attributes:
        places: Where things lie.
        library: The library's folder.
        settings: Those in force.
        settings_file: Where workers read them.
        language: Instead of the chosen one; None for that.
        files: To open once the library is open.
    """

    places: Places
    library: Path
    settings: Settings
    settings_file: Path
    language: str | None = None
    files: tuple[Path, ...] = ()


class Application(QObject):
    """The program from its start to its end."""

    ending = Signal()
    """It begins to end: from here on it takes nothing more."""

    def __init__(self, application: QApplication, start: Start) -> None:
        """Show the window, and in it what the library's state asks for."""
        super().__init__(application)
        application.setApplicationName("Sanduku")
        application.setApplicationDisplayName("")
        self._application = application
        self._start = start
        self.choices = Choices(start.places.data / "window.ini", self)
        self.translation = Translation(application, start.places.data / "window", self)
        self.theme = Theme(application, self)
        self._switch_language(start.language or self.choices.language)
        self.choices.language_changed.connect(self._switch_language)
        self.choices.look_changed.connect(self._apply_look)
        self.opening = Opening(start.library, start.settings, start.settings_file, self)
        self.opening.updating.connect(self._tell_updating)
        self.window = ShellWindow(self.choices, self._may_close)
        self.window.closing.connect(self.end)
        self.behind = BehindTheLock(self)
        self.idle = IdleWatch(application, self.choices, lambda: self.lock(goes_on=True))
        self.frame: Frame | None = None
        self.opened = OpenedFiles(start.files, self)
        self._upkeep: UpkeepProcess | None = None
        self._goes_on = self._is_second = False

    def begin(self) -> None:
        """Show the window and open the library, if this computer's keyring can; else ask."""
        self.window.show()
        self.opening.open(self._open, self._refused)

    def come_to_front(self, files: Sequence[Path] = ()) -> None:
        """Show the window before all others, and open what somebody started the program with once more."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.opened.take(files)

    def tell_second(self) -> None:
        """Say that another window of this library is open and does not answer, once there is room to."""
        self._is_second = True

    def lock(self, *, goes_on: bool = False) -> None:
        """Close the library and everything decrypted, and ask for the passphrase.

        Args:
            goes_on: Whether what is being sent goes on behind the lock, as nobody has locked it by hand.
        """
        # What was being added when it was locked goes on by itself; after a start it is asked for.
        self._goes_on = self._goes_on or self.frame is not None
        self._close_library(goes_on=goes_on)
        page = UnlockPage(self.opening, self.theme)
        page.follow(self.behind)
        page.unlocked.connect(lambda door: self._unlock(page, door))
        page.other_version_needed.connect(self._show_way_out)
        self._show(page)

    def end(self) -> None:
        """Keep what was begun, end the workers and close the library."""
        self.ending.emit()
        self._close_library()
        self._end_upkeep()
        self.behind.close()
        self.choices.save()

    def _refused(self, error: SandukuError) -> None:
        """The library does not open by itself: make it, or ask for what opens it."""
        if isinstance(error, NotALibraryError):
            first = FirstRun(self.opening, self.choices, self.theme)
            first.finished.connect(self._open_first)
            self._show(first)
            return
        if isinstance(error, OF_ANOTHER_VERSION):
            self._show_way_out(error)
            return
        self.lock()
        page = self.window.centralWidget()
        if isinstance(page, UnlockPage) and not isinstance(error, LibraryLockedError):
            page.tell(error)

    def _show_way_out(self, error: SandukuError) -> None:
        """Offer the version that can open what this one cannot."""
        start = self._start
        door = LibraryDoor(start.library, None, self.opening.settings, start.settings_file)
        process = UpkeepProcess(door, self)
        page = WayOutPage(error, process, self.theme)
        page.again_wanted.connect(lambda: self.opening.open(self._open, self._refused))
        page.restart_wanted.connect(lambda: restart(self.window, sys.argv[1:], files=self.opened.waiting))
        self._show(page)
        self._upkeep = process

    def _tell_updating(self, pages: int) -> None:
        """Say how far the library is that is brought up to date, where nobody has a page to type into."""
        page = self.window.centralWidget()
        if isinstance(page, UnlockPage):
            page.tell_updating(pages)
            return
        if not isinstance(page, UpdatingPage):
            page = UpdatingPage(self.theme)
            self._show(page)
        page.tell(pages)

    def _unlock(self, page: UnlockPage, door: LibraryDoor) -> None:
        by_key = page.opened_by_key
        self._open(door)
        if by_key:
            self._ask_for_passphrase()

    def _ask_for_passphrase(self) -> None:
        """Who opened the library with the recovery key does not know the passphrase any more."""
        frame = self.frame
        assert frame is not None

        def ask() -> None:
            dialog = PassphraseDialog(frame.access, self.theme, frame)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        frame.toasts.show(
            self.tr("You opened the library with the recovery key. Set a new passphrase to open it without."),
            kind="warning",
            action=self.tr("Set it"),
            do=ask,
        )
        ask()

    def _open_first(self, door: LibraryDoor, joins: bool) -> None:  # noqa: FBT001 - a slot
        self._open(door)
        if joins and self.frame is not None:
            self.frame.sending.join()

    def _open(self, door: LibraryDoor) -> None:
        self.frame = Frame(
            door, VIEWS, HOME, theme=self.theme, choices=self.choices, goes_on=self._goes_on,
            behind=self.behind,
        )  # fmt: skip
        self._goes_on = False
        if self._is_second:
            self._is_second = False
            self.frame.toasts.show(
                self.tr("Another window of Sanduku is open, and does not answer. This is a second one."),
                kind="warning",
            )
        self.frame.lock_wanted.connect(lambda: self.lock())
        self.frame.title_changed.connect(self.window.set_title)
        self._show(self.frame)
        self.opened.open_in(lambda: self.frame)
        # The window stands with its library open, and answers: this version works here.
        QTimer.singleShot(0, lambda: came_up(window=True))
        if door.data_key is not None:
            self.idle.begin()

    def _may_close(self) -> bool:
        """Return whether nothing holds the window open; when the computer shuts down, nothing does."""
        if self.frame is None or self._application.isSavingSession():
            return True
        return self.frame.may_close(self.window.close)

    def _close_library(self, *, goes_on: bool | None = None) -> None:
        self.idle.end()
        if self.frame is not None:
            self.frame.close_all(goes_on=goes_on)
            self.frame = None
            self.window.set_title("")

    def _show(self, content: QWidget) -> None:
        self._end_upkeep()
        self.window.show_content(content)
        content.setFocus()

    def _end_upkeep(self) -> None:
        """End what the page asks that goes now: nobody would hear the answer."""
        if self._upkeep is not None:
            self._upkeep.close()
            self._upkeep.deleteLater()
            self._upkeep = None

    def _switch_language(self, language: str) -> None:
        self.translation.use(language)
        self._apply_look()

    def _apply_look(self) -> None:
        self.theme.apply(self.choices.theme, self.choices.text_scale)
