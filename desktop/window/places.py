"""The table of the places in the rail: where each leads, and how much waits there.

Below the cases and the saved searches stand a few of them by their names.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.language import isolate
from engine.library import Library

BEGIN_KEY = "window/begins-with"
"""Under which a person's choice of the first place is remembered."""

MOST_OWN = 5
"""Cases, and saved searches, that stand in the rail by their names; the others are in their own view."""


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
        own: Whether the text is a name that a person gave.
    """

    name: str
    text: str
    icon: str
    view: str
    argument: object = None
    colour: str = ""
    foot: bool = False
    separated: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the rail beside the places that are always there.

    Attributes:
        counts: Name of a place -> how much waits there.
        own: Name of a place -> what stands below it.
    """

    counts: dict[str, int] = field(default_factory=dict)
    own: dict[str, tuple[Place, ...]] = field(default_factory=dict)


def look_at_places(library: Library) -> Standing:
    """Return how much waits in each place, and what stands below them; for the library's thread."""
    counts = library.documents.shelves()
    # The latest first: they are those that somebody works on.
    cases = library.cases.find(latest_first=True)
    searches = library.saved_searches.all()[::-1]
    return Standing(
        {
            "inbox": counts.inbox,
            "to-check": counts.to_check,
            "problems": counts.problems,
            "trash": counts.trash,
            **{f"case:{case.id}": case.to_check for case in cases[:MOST_OWN]},
        },
        {
            "cases": _few(
                [
                    Place(f"case:{case.id}", case.name, "case", "documents", {"case": case.id}, own=True)
                    for case in cases
                ],
                Place("more-cases", ALL_CASES, "more", "cases"),
            ),
            "searches": _few(
                [
                    Place(
                        f"search:{search.id}", search.name, "saved-search", "documents",
                        {"search": search.query, "filter": search.filter.to_json()}, own=True,
                    )
                    for search in searches
                ],
                Place("more-searches", ALL_SEARCHES, "more", "searches"),
            ),
        },
    )  # fmt: skip


def _few(places: Sequence[Place], more: Place) -> tuple[Place, ...]:
    """Return the first places, and one that leads to all if there are more."""
    return tuple(places) if len(places) <= MOST_OWN else (*places[:MOST_OWN], more)


ALL_CASES = QT_TRANSLATE_NOOP("Places", "All cases…")
ALL_SEARCHES = QT_TRANSLATE_NOOP("Places", "All saved searches…")


PLACES: tuple[Place, ...] = (
    Place("inbox", QT_TRANSLATE_NOOP("Places", "Inbox"), "inbox", "documents", "inbox"),
    Place("to-check", QT_TRANSLATE_NOOP("Places", "To check"), "to-check", "documents", "to-check", "doubt"),
    Place("done", QT_TRANSLATE_NOOP("Places", "Done"), "done", "documents", "done"),
    Place("sending", QT_TRANSLATE_NOOP("Places", "Ready to send"), "send", "sending"),
    Place("problems", QT_TRANSLATE_NOOP("Places", "Problems"), "problem", "documents", "problems", "wrong"),
    Place("cases", QT_TRANSLATE_NOOP("Places", "Cases"), "case", "cases", separated=True),
    Place("searches", QT_TRANSLATE_NOOP("Places", "Saved searches"), "saved-search", "searches"),
    Place("trash", QT_TRANSLATE_NOOP("Places", "Trash"), "trash", "documents", "trash"),
    Place("settings", QT_TRANSLATE_NOOP("Places", "Settings"), "settings", "preferences", foot=True),
)


def place_text(place: Place) -> str:
    """Return what a place is called in the language in force."""
    if place.own:
        return isolate(place.text)
    return QCoreApplication.translate("Places", place.text)
