"""Keeps the engine's settings while the window is open: changes them, saves them, and tells who uses them."""

from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop.access.errors import told
from desktop.access.ticket import Post
from engine.errors import SettingError
from engine.settings import Settings, save_settings, with_setting, without_setting

SETTLE_MILLISECONDS = 800


class SettingsKeeper(QObject):
    """The settings in force; belongs to the window's thread."""

    changed = Signal(str)
    """Name of the setting that has another value now, as ``section.key``."""

    settled = Signal(object)
    """:class:`Settings`, once the person has stopped changing them: workers take them now."""

    failed = Signal(object)
    """A :class:`SandukuError`: they could not be saved."""

    def __init__(self, settings: Settings, file: Path, parent: QObject | None = None) -> None:
        """Begin with the settings in force.

        Args:
            settings: Those.
            file: Where changes are saved.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.settings = settings
        self._file = file
        self._post = Post(self)
        # One thread: the last change must be what is saved last.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self.settle)

    @property
    def file(self) -> Path:
        """Where they are saved."""
        return self._file

    def set(self, name: str, text: str) -> None:
        """Change a setting; the value is as a person types it. Raises SettingError if it does not fit."""
        self._take(name, with_setting(self.settings, name, text))

    def reset(self, name: str) -> None:
        """Put a setting back to its default."""
        self._take(name, without_setting(self.settings, name))

    def settle(self) -> None:
        """Have the changes saved and taken by whoever works with them."""
        self._settle.stop()
        settings = self.settings

        def save() -> None:
            try:
                _save(settings, self._file)
            except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
                failure = told(error)
                self._post.send(lambda: self.failed.emit(failure))
            else:
                self._post.send(lambda: self.settled.emit(settings))

        self._pool.start(save)

    def close(self) -> None:
        """Save what is not saved yet, and wait for that."""
        if self._settle.isActive():
            self.settle()
        self._pool.waitForDone()

    def _take(self, name: str, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.changed.emit(name)
            self._settle.start()


def _save(settings: Settings, file: Path) -> None:
    try:
        save_settings(settings, file)
    except OSError as error:
        raise SettingError(
            f"The settings cannot be saved ({error.strerror or error}); they hold for now.",
            which=file,
            remedy="Free some space, or see whether you may write to its folder.",
        ) from error
