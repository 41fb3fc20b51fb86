"""What an action is: words, icon, keys, places, and when it can be done. Data alone."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.texts import QT_TRANSLATE_NOOP

CONTEXT = "Actions"
"""Context of the words in the translations."""


class Menu(StrEnum):
    """The parts of the main menu, in their order, and of the sheet of keys."""

    ADD = QT_TRANSLATE_NOOP("Actions", "Add")
    GO = QT_TRANSLATE_NOOP("Actions", "Go to")
    DOCUMENT = QT_TRANSLATE_NOOP("Actions", "Document")
    CASE = QT_TRANSLATE_NOOP("Actions", "Cases and searches")
    CHECK = QT_TRANSLATE_NOOP("Actions", "Check")
    PAGE = QT_TRANSLATE_NOOP("Actions", "Page")
    QUEUE = QT_TRANSLATE_NOOP("Actions", "Reading")
    SANDUKU = QT_TRANSLATE_NOOP("Actions", "Sanduku")


class Need(StrEnum):
    """What must be there for an action to be possible; the view in front says what is."""

    SELECTION = "selection"
    """One document or more is chosen."""
    ONE = "one"
    """Exactly one document is chosen."""
    TRASH = "trash"
    """What is shown lies in the trash."""
    NOT_TRASH = "not-trash"
    LIST = "list"
    """A list of documents is shown."""
    TO_HAND_ON = "to-hand-on"
    """There are documents that can be exported and printed: those that are chosen, or the one checked."""
    CASE = "case"
    """A case is chosen."""
    SEARCH = "search"
    """A saved search is chosen."""
    PAGE = "page"
    """A page is shown."""
    LINE = "line"
    """A line of the page is chosen."""
    ADJUSTED = "adjusted"
    """A page is shown that a person turned or straightened."""
    UNDO = "undo"
    REDO = "redo"
    TEXT = "text"
    """There is text to copy."""
    JOB = "job"
    """A page in the queue is chosen."""
    PROBLEM = "problem"
    """What is chosen met a problem that can be tried again."""
    WAITING = "waiting"
    """Pages wait or are being read."""
    PAUSED = "paused"
    """The reading is paused."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        id: Stable name such as ``files.add``; saved shortcuts and tests use it.
        text: In English, with ``&`` before the letter that chooses it in a menu.
        icon: Name of the drawing; empty for none.
        keys: Portable text of the shortcuts that it comes with; the first is shown.
        menu: Part of the main menu; None for none.
        tip: What it does, as a sentence without a full stop; empty if the text says all.
        needs: All that must be there.
        checkable: Whether it is on or off.
        context: In which context menus it stands: names of views, such as ``documents``.
        separated: Whether a line goes before it in menus.
        danger: Whether it takes something away.
    """

    id: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    menu: Menu | None = None
    tip: str = ""
    needs: frozenset[Need] = frozenset()
    checkable: bool = False
    context: tuple[str, ...] = ()
    separated: bool = False
    danger: bool = False


def needs(*wanted: Need) -> frozenset[Need]:
    """Return a set of needs, as the table writes it."""
    return frozenset(wanted)
