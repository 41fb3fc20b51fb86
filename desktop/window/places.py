"""The table of the places in the rail: where each leads, and how much waits there."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.library import Library

BEGIN_KEY = "window/begins-with"
"""Under which a person's choice of the first place is remembered."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        name: Stable name.
        text: In English.
        icon: Name of the drawing.
        view: Name of the view that it opens; a place whose view is not there is not shown.
        argument: What the view is opened with.
        colour: Of the icon while something waits there; empty for the plain one.
        foot: Whether it stands at the bottom.
        separated: Whether there is room before it.
    """

    name: str
    text: str
    icon: str
    view: str
    argument: object = None
    colour: str = ""
    foot: bool = False
    separated: bool = False


def count_places(library: Library) -> dict[str, int]:
    """Return how much waits in each place, by its name; for the library's thread."""
    counts = library.documents.shelves()
    return {
        "inbox": counts.inbox,
        "to-check": counts.to_check,
        "problems": counts.problems,
        "trash": counts.trash,
    }


PLACES: tuple[Place, ...] = (
    Place("inbox", QT_TRANSLATE_NOOP("Places", "Inbox"), "inbox", "documents", "inbox"),
    Place("to-check", QT_TRANSLATE_NOOP("Places", "To check"), "to-check", "documents", "to-check", "doubt"),
    Place("done", QT_TRANSLATE_NOOP("Places", "Done"), "done", "documents", "done"),
    Place("problems", QT_TRANSLATE_NOOP("Places", "Problems"), "problem", "documents", "problems", "wrong"),
    Place("cases", QT_TRANSLATE_NOOP("Places", "Cases"), "case", "cases", separated=True),
    Place("searches", QT_TRANSLATE_NOOP("Places", "Saved searches"), "saved-search", "searches"),
    Place("trash", QT_TRANSLATE_NOOP("Places", "Trash"), "trash", "documents", "trash"),
    Place("settings", QT_TRANSLATE_NOOP("Places", "Settings"), "settings", "preferences", foot=True),
)


def place_text(place: Place) -> str:
    """Return what a place is called in the language in force."""
    return QCoreApplication.translate("Places", place.text)
