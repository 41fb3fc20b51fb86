"""Opens or makes a library away from the window's thread: deriving a key takes a second."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop.access import LibraryDoor
from desktop.access.errors import told
from desktop.access.ticket import Post
from engine.errors import SandukuError, SettingError
from engine.library import Protection, create_library, open_library
from engine.settings import Settings, load_settings, save_settings
from engine.updates.opening import judged

Outcome = TypeVar("Outcome")
EVERY = 100
"""Pages after which the window is told again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new library.

    Attributes:
        door: Opens it.
        recovery_key: To be printed or written down now.
        warnings: What the person must know.
    """

    door: LibraryDoor
    recovery_key: str | None
    warnings: tuple[str, ...]


class Opening(QObject):
    """Opens one library."""

    updating = Signal(int)
    """While a library of an earlier version is brought up to date: how many pages are done."""

    def __init__(
        self, folder: Path, settings: Settings, settings_file: Path, parent: QObject | None = None
    ) -> None:
        """Be ready to open a library.

        Args:
            folder: Where it is, or shall be.
            settings: Those in force.
            settings_file: For the workers.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._folder, self._settings, self._file = folder, settings, settings_file
        self._post = Post(self)

    @property
    def settings(self) -> Settings:
        """Those in force for what is opened next."""
        return self._settings

    def use_processes(self, processes: int, failed: Callable[[SandukuError], object]) -> None:
        """Read with so many readers from now on, and remember that; see ``worker.processes``."""
        self._settings = replace(self._settings, worker=replace(self._settings.worker, processes=processes))
        settings, file = self._settings, self._file

        def work() -> None:
            try:
                save_settings(settings, file)
            except OSError as error:
                raise SettingError(
                    "The settings cannot be saved.", which=file, remedy="Correct it in the settings."
                ) from error

        self._start(work, lambda _none: None, failed)

    def open(
        self,
        done: Callable[[LibraryDoor], object],
        failed: Callable[[SandukuError], object],
        *,
        passphrase: str | None = None,
        recovery_key: str | None = None,
    ) -> None:
        """Open it by passphrase or recovery key; with neither, by what this computer keeps."""

        def work() -> LibraryDoor:
            settings = self._settings_now()
            with (
                judged(),
                open_library(
                    self._folder,
                    passphrase=passphrase,
                    recovery_key=recovery_key,
                    settings=settings.library,
                    progress=_Counted(self._post, self.updating.emit),
                ) as library,
            ):
                return LibraryDoor(self._folder, library.data_key, settings, self._file)

        self._start(work, done, failed)

    def make(
        self, passphrase: str | None, done: Callable[[Made], object], failed: Callable[[SandukuError], object]
    ) -> None:
        """Make it.

        Args:
            passphrase: Opens it; None leaves it to the keyring of the system, or a key file.
            done: Called with what was made.
            failed: Called with the error.
        """

        def work() -> Made:
            # With a passphrase the keyring is left out: locking would be for show if anybody at the computer
            # could open the library without it.
            protection = Protection(passphrase=passphrase, keyring=passphrase is None)
            made = create_library(self._folder, protection=protection, settings=self._settings.library)
            with made.library as library:
                door = LibraryDoor(self._folder, library.data_key, self._settings, self._file)
            return Made(door, made.recovery_key, made.warnings)

        self._start(work, done, failed)

    def _settings_now(self) -> Settings:
        """Return the settings as they were changed in the window that was open before."""
        try:
            return load_settings(self._file) if self._file.exists() else self._settings
        except SettingError:
            # The program told of a broken file at its start; one that broke since must not lock anybody out.
            return self._settings

    def _start(
        self,
        work: Callable[[], Outcome],
        done: Callable[[Outcome], object],
        failed: Callable[[SandukuError], object],
    ) -> None:
        def run() -> None:
            try:
                outcome = work()
            except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
                failure = told(error)
                self._post.send(lambda: failed(failure))
            else:
                self._post.send(lambda: done(outcome))

        QThreadPool.globalInstance().start(run)


class _Counted:
    """Hands progress over to the window's thread, now and then."""

    def __init__(self, post: Post, told: Callable[[int], object]) -> None:
        self._post = post
        self._told = told

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell every so many pages."""
        del total, label
        if done % EVERY == 0:
            self._post.send(lambda: self._told(done))
