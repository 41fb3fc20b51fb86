"""Why a line should be looked at, in plain sentences. Knows the names that readings use, and no widget."""

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.reading import Line

DOUBTS = {
    "low-confidence": QT_TRANSLATE_NOOP("Doubts", "The reading is not sure here."),
    "engines-disagree": QT_TRANSLATE_NOOP("Doubts", "Two readings differ here."),
    "value-disputed": QT_TRANSLATE_NOOP("Doubts", "Two readings differ in a number, a date or a name."),
    "unreadable": QT_TRANSLATE_NOOP("Doubts", "This looks like text, and it could not be read."),
    "partly-unread": QT_TRANSLATE_NOOP("Doubts", "Something on this line was not read."),
    "cut-off": QT_TRANSLATE_NOOP("Doubts", "The edge of the picture cuts through this line."),
    "script-uncertain": QT_TRANSLATE_NOOP("Doubts", "It is not sure in which script this is written."),
    "number-uncertain": QT_TRANSLATE_NOOP(
        "Doubts", "There is a number here, and numbers are easily misread."
    ),
    "correction-to-review": QT_TRANSLATE_NOOP(
        "Doubts", "You corrected this before, and the page was read anew since."
    ),
}
"""What each doubt says; the order of a line's own doubts is kept."""

OTHER = QT_TRANSLATE_NOOP("Doubts", "Please look at this line.")
"""For a doubt that a later engine has and this window does not know yet."""

PLAIN = "low-confidence"
"""Says nothing that any other doubt does not say better."""

WEAKER = {"engines-disagree": "value-disputed"}
"""A doubt -> another one that says the same and more."""


def is_doubtful(line: Line, threshold: float) -> bool:
    """Return whether a person should look at a line.

    Args:
        line: The line as it stands.
        threshold: Confidence below which every line is doubtful.
    """
    return bool(line.doubts) or line.confidence < threshold


def reasons(line: Line, threshold: float) -> tuple[str, ...]:
    """Return the names of a line's doubts, without those that another one says better."""
    if not is_doubtful(line, threshold):
        return ()
    named = [each for each in line.doubts if each != PLAIN] or [PLAIN]
    return tuple(dict.fromkeys(each for each in named if WEAKER.get(each) not in named))


def sentence(doubt: str) -> str:
    """Return what a doubt says in the language in force."""
    return QCoreApplication.translate("Doubts", DOUBTS.get(doubt, OTHER))
