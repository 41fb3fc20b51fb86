"""How far a line can be relied on, in an icon, a colour and words: never in a colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.check.canvas.looks import Level
from desktop.texts import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class LevelWords:
    """How a level is shown beside the text.

    Attributes:
        icon: Name of the drawing.
        colour: Name of the palette's colour.
        text: In English.
    """

    icon: str
    colour: str
    text: str


LEVELS = {
    Level.SURE: LevelWords("check", "sure", QT_TRANSLATE_NOOP("Levels", "Sure")),
    Level.DOUBTFUL: LevelWords("warning", "doubt", QT_TRANSLATE_NOOP("Levels", "Please check")),
    Level.UNREAD: LevelWords("problem", "wrong", QT_TRANSLATE_NOOP("Levels", "Not read")),
    Level.CORRECTED: LevelWords("edit", "link", QT_TRANSLATE_NOOP("Levels", "Written by a person")),
    Level.CONFIRMED: LevelWords("done", "sure", QT_TRANSLATE_NOOP("Levels", "Confirmed by a person")),
}


def level_text(level: Level) -> str:
    """Return what a level is called in the language in force."""
    return QCoreApplication.translate("Levels", LEVELS[level].text)
