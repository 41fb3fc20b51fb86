"""What the entries of a history say."""

from PySide6.QtCore import QCoreApplication

from desktop.check.history import MACHINE, Entry
from desktop.texts import QT_TRANSLATE_NOOP
from engine.language import isolate
from engine.library.arrivals import HEADQUARTERS

SENTENCES = {
    "read": QT_TRANSLATE_NOOP("History", "Read"),
    "text": QT_TRANSLATE_NOOP("History", "Corrected"),
    "confirmed": QT_TRANSLATE_NOOP("History", "Said to be right"),
    "add": QT_TRANSLATE_NOOP("History", "Added a line"),
    "delete": QT_TRANSLATE_NOOP("History", "Deleted a line"),
    "split": QT_TRANSLATE_NOOP("History", "Split a line"),
    "merge": QT_TRANSLATE_NOOP("History", "Joined lines"),
    "undo": QT_TRANSLATE_NOOP("History", "Took this back"),
    "redo": QT_TRANSLATE_NOOP("History", "Did this again"),
    "approved": QT_TRANSLATE_NOOP("History", "Approved the document"),
    "problem": QT_TRANSLATE_NOOP("History", "Found a problem"),
    "sent-back": QT_TRANSLATE_NOOP("History", "To be checked again"),
    "renamed": QT_TRANSLATE_NOOP("History", "Renamed the document"),
    "trashed": QT_TRANSLATE_NOOP("History", "Put the document into the trash"),
    "restored": QT_TRANSLATE_NOOP("History", "Brought the document back from the trash"),
    "adjusted": QT_TRANSLATE_NOOP("History", "Turned or straightened the page"),
}

UNDONE = QT_TRANSLATE_NOOP("History", "%1 (taken back since)")
IN_FORCE = QT_TRANSLATE_NOOP("History", "%1 (stands now)")
AT_HEADQUARTERS = QT_TRANSLATE_NOOP("History", "%1 (headquarters)")
THE_MACHINE = QT_TRANSLATE_NOOP("History", "The machine")


def entry_sentence(entry: Entry) -> str:
    """Return what happened, in the language in force."""
    said = _translated(SENTENCES[entry.kind])
    if entry.undone:
        return _translated(UNDONE).replace("%1", said)
    return _translated(IN_FORCE).replace("%1", said) if entry.in_force else said


def entry_who(entry: Entry) -> str:
    """Return who did it."""
    if entry.author.startswith(HEADQUARTERS):
        return _translated(AT_HEADQUARTERS).replace("%1", isolate(entry.author.removeprefix(HEADQUARTERS)))
    return _translated(THE_MACHINE) if entry.author == MACHINE else entry.author


def _translated(text: str) -> str:
    return QCoreApplication.translate("History", text)
