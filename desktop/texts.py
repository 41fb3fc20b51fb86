"""The words of the window: marked for translation, compiled, switched while the window is open, and shown."""

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.errors import told_error
from desktop.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP
from engine.errors import MissingDependencyError, SandukuError
from engine.language import isolate

FOLDER = Path(__file__).parent / "translations"
RIGHT_TO_LEFT = ("ar",)
LANGUAGE_NAMES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية", "sw": "Kiswahili"}
"""Each language in its own words, for choosing it."""


def error_text(error: SandukuError) -> str:
    """Return what an error says, for showing: to which thing, what happened, and what to do.

    In which language and with which words, :mod:`desktop.errors` says.
    """
    said = told_error(error)
    which = f"{isolate(Path(error.which).name)}: " if error.which else ""
    return f"{which}{said.what} {said.remedy}".strip()


def name_text(name: str, *, right_to_left: bool) -> str:
    """Return the name of a file or document, for showing in a label or a window's title.

    It keeps its own direction, but stands at the side where the window's words begin, and what follows it
    stays behind it: a Latin name in an Arabic window, and an Arabic one in a Latin window.

    Args:
        name: Of whatever script.
        right_to_left: Whether the window's words begin at the right.
    """
    side = "\u200f" if right_to_left else "\u200e"
    return side + isolate(name) if name else ""


def sources(language: str) -> list[Path]:
    """Return the translation files of a language, one for each part of the window."""
    return sorted(FOLDER.glob(f"*/{language}.ts"))


def qt_tool(name: str) -> str:
    """Return the path of one of Qt's own tools, such as ``lrelease``.

    Raises:
        MissingDependencyError: The package lacks it.
    """
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe", folder / "Qt" / "libexec" / name):
        if candidate.is_file():
            return str(candidate)
    raise MissingDependencyError(
        f"Qt's tool {name} is missing.", remedy="Run 'python3 run.py setup' to install it again."
    )


def compile_language(language: str, target: Path) -> None:
    """Compile the translations of a language into one file that Qt reads."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".new.qm")
    command = [qt_tool("lrelease"), "-silent", *map(str, sources(language)), "-qm", str(draft)]
    subprocess.run(command, check=True, capture_output=True)
    draft.replace(target)


def compiled(language: str, cache: Path) -> Path:
    """Return the compiled translations of a language.

    An installed program carries them beside the sources; a clone makes them when the sources changed.

    Args:
        language: BCP 47 code.
        cache: Folder of this user for what a clone makes.
    """
    shipped = FOLDER / f"sanduku_{language}.qm"
    if shipped.exists():
        return shipped
    digest = hashlib.sha256()
    for source in sources(language):
        digest.update(source.read_bytes())
    target = cache / f"sanduku_{language}_{digest.hexdigest()[:12]}.qm"
    if not target.exists():
        compile_language(language, target)
    return target


class Translation(QObject):
    """The language in force; switching it tells every widget (``QEvent.LanguageChange``)."""

    def __init__(self, application: QApplication, cache: Path, parent: QObject | None = None) -> None:
        """Begin in English, untranslated."""
        super().__init__(parent)
        self._application = application
        self._cache = cache
        self._installed: list[QTranslator] = []
        self.language = "en"

    def use(self, language: str) -> None:
        """Put a language in force, with its direction and its way to write numbers and dates."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        self.language = language
        QLocale.setDefault(QLocale(language))
        right = language in RIGHT_TO_LEFT
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
        self._install(file for file in (own, compiled(language, self._cache)) if file.exists())

    def _install(self, files: Iterable[Path]) -> None:
        for file in files:
            translator = QTranslator(self)
            if translator.load(str(file)):
                self._application.installTranslator(translator)
                self._installed.append(translator)
