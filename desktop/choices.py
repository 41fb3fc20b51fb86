"""What a person chose about the window itself: language, look, keys, sizes. Kept per user."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from desktop.style import ThemeChoice

LANGUAGES = ("en", "fr", "es", "ar", "sw")
IDLE_MINUTES = 15


class Choices(QObject):
    """Keeps what was chosen; tells when it changes."""

    language_changed = Signal(str)
    look_changed = Signal()
    shortcuts_changed = Signal()
    remembered_changed = Signal(str)
    """Name of a small choice that somebody made."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        """Keep it in a file, which need not exist."""
        super().__init__(parent)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """BCP 47 code; by default the system's language where we have it, else English."""
        system = QLocale.system().name().partition("_")[0]
        chosen = self._text("language", system)
        return chosen if chosen in LANGUAGES else "en"

    @language.setter
    def language(self, code: str) -> None:
        if code != self._text("language", ""):
            self._store.setValue("language", code)
            self.language_changed.emit(code)

    @property
    def theme(self) -> ThemeChoice:
        """The palette; by default the system's."""
        chosen = self._text("theme", ThemeChoice.SYSTEM)
        return ThemeChoice(chosen) if chosen in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", str(choice))
        self.look_changed.emit()

    @property
    def text_scale(self) -> int:
        """Size of text in percent, 80 to 200."""
        return max(80, min(200, self._number("text_scale", 100)))

    @text_scale.setter
    def text_scale(self, percent: int) -> None:
        self._store.setValue("text_scale", percent)
        self.look_changed.emit()

    @property
    def lock_after_minutes(self) -> int:
        """Minutes without a key or a click after which the library is locked; 0 for never."""
        return max(0, self._number("lock_after_minutes", IDLE_MINUTES))

    @lock_after_minutes.setter
    def lock_after_minutes(self, minutes: int) -> None:
        self._store.setValue("lock_after_minutes", minutes)

    @property
    def home(self) -> Path:
        """The folder in which the choices lie, for what else is remembered of this user's window."""
        return Path(self._store.fileName()).parent

    @property
    def last_folder(self) -> str:
        """The folder from which files were added last; empty if none were."""
        return self._text("last_folder", "")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("last_folder", folder)

    def shortcut(self, action: str) -> str | None:
        """Return the keys that a person gave an action; empty for none, None for as it comes."""
        value = self._store.value(f"shortcuts/{action}")
        return None if value is None else str(value)

    def set_shortcut(self, action: str, keys: str | None) -> None:
        """Give an action keys (portable text, such as ``Ctrl+E``), or its own again with None."""
        if keys is None:
            self._store.remove(f"shortcuts/{action}")
        else:
            self._store.setValue(f"shortcuts/{action}", keys)
        self.shortcuts_changed.emit()

    def layout(self, name: str) -> QByteArray:
        """Return how a window, splitter or table header was left; empty if it is new."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember how a window, splitter or table header is left."""
        self._store.setValue(f"layout/{name}", state)

    def remembered(self, name: str, default: str = "") -> str:
        """Return a small choice of a view, such as ``documents/view``."""
        return self._text(name, default)

    def remember(self, name: str, value: str) -> None:
        """Remember a small choice of a view."""
        self._store.setValue(name, value)
        self.remembered_changed.emit(name)

    def save(self) -> None:
        """Write what is not written yet."""
        self._store.sync()

    def _text(self, name: str, default: str) -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def _number(self, name: str, default: int) -> int:
        try:
            return int(str(self._store.value(name, default)))
        except ValueError:
            return default
