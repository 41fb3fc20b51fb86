"""What each export format is good for, in a person's words.

The formats themselves are the engine's table: one that has no words here yet is shown with its own.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.export import FORMATS, ExportFormat


class Look(Enum):
    """How the beginning of a file is shown before it is written."""

    TEXT = auto()
    TABLE = auto()
    PAGE = auto()


@dataclass(frozen=True, slots=True)
class FormatWords:
    """How a format is told.

    Attributes:
        title: Short.
        good_for: One sentence.
        icon: Name of the drawing.
        look: How its beginning is shown.
    """

    title: str
    good_for: str
    icon: str
    look: Look = Look.TEXT


_WORDS = {
    "pdf": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Searchable PDF"),
        QT_TRANSLATE_NOOP("Formats", "Looks like the paper, and its text can be searched and copied."),
        "document",
        Look.PAGE,
    ),
    "xlsx": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Excel workbook"),
        QT_TRANSLATE_NOOP("Formats", "Every line in a row, and tables on sheets of their own."),
        "table-view",
        Look.TABLE,
    ),
    "csv": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Table (CSV)"),
        QT_TRANSLATE_NOOP("Formats", "For databases and any spreadsheet; corrected lines can come back."),
        "table-view",
        Look.TABLE,
    ),
    "txt": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Plain text"),
        QT_TRANSLATE_NOOP("Formats", "The words alone. Opens everywhere, also on a phone."),
        "edit",
    ),
    "md": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Text with tables"),
        QT_TRANSLATE_NOOP("Formats", "For notes and web pages; doubtful lines are marked."),
        "edit",
    ),
    "jsonl": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "For programs (JSON Lines)"),
        QT_TRANSLATE_NOOP("Formats", "Everything Sanduku knows: places, confidence, other readings."),
        "settings",
    ),
    "hocr": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Layout (hOCR)"),
        QT_TRANSLATE_NOOP("Formats", "For other reading programs: the text with its place on the page."),
        "crop-corners",
    ),
    "alto": FormatWords(
        QT_TRANSLATE_NOOP("Formats", "Archive (ALTO)"),
        QT_TRANSLATE_NOOP("Formats", "The standard of libraries and archives."),
        "case",
    ),
}


def words_of(chosen: ExportFormat) -> FormatWords:
    """Return how a format is told, in the language in force."""
    known = _WORDS.get(chosen.name)
    if known is None:
        return FormatWords(chosen.name.upper(), chosen.description, "document")
    return FormatWords(_tr(known.title), _tr(known.good_for), known.icon, known.look)


def formats_in_order() -> list[ExportFormat]:
    """Return all formats of the engine: first those with words, in their order, then new ones."""
    known = list(_WORDS)
    return sorted(FORMATS, key=lambda each: known.index(each.name) if each.name in known else len(known))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Formats", text)
