"""What a list of documents shows: a place, words that are searched for, what narrows it, and its order.

Data alone. Knows the library's filters and no widget.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop.photos.sought import Sought
from engine.library import EVERYTHING, DocumentFilter, Order, Shelf


class PlaceName(StrEnum):
    """Where the documents of a list lie."""

    INBOX = "inbox"
    TO_CHECK = "to-check"
    DONE = "done"
    PROBLEMS = "problems"
    TRASH = "trash"
    LIBRARY = "library"
    """Everywhere but in the trash: what is found by searching, and what a case holds."""


_SHELVES = {
    PlaceName.INBOX: Shelf.INBOX,
    PlaceName.TO_CHECK: Shelf.TO_CHECK,
    PlaceName.DONE: Shelf.DONE,
    PlaceName.PROBLEMS: Shelf.PROBLEMS,
}


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows.

    Attributes:
        place: Where the documents lie.
        words: What is searched for; empty for nothing.
        narrowed: What a person narrowed it to, beside the place.
        order: How it is sorted; None: what fits best first where something is sought, else the newest.
        sought: What photos should show or look like, instead of words that are searched for; None if nothing.
    """

    place: PlaceName = PlaceName.INBOX
    words: str = ""
    narrowed: DocumentFilter = EVERYTHING
    order: Order | None = None
    sought: Sought | None = None

    @property
    def searches(self) -> bool:
        """Whether something is sought, so that what fits best comes first."""
        return bool(self.words) or self.sought is not None

    @property
    def wanted(self) -> DocumentFilter:
        """The whole filter: the place, and what narrows it."""
        if self.place is PlaceName.TRASH:
            return replace(self.narrowed, trashed=True)
        shelf = _SHELVES.get(self.place)
        return self.narrowed if shelf is None else replace(self.narrowed, shelf=shelf)

    @property
    def in_trash(self) -> bool:
        """Whether it shows what lies in the trash."""
        return self.wanted.trashed

    @property
    def is_narrowed(self) -> bool:
        """Whether something narrows it beside the place."""
        return self.narrowed != EVERYTHING


def query_of(argument: object, before: ListQuery) -> ListQuery:
    """Return what a list is to show when it is opened with an argument.

    Args:
        argument: The name of a place; or a dictionary with ``search`` (words), ``photos`` (words for what
            photos show), ``like`` (the id of a page that they look like) and ``name`` (of its document),
            ``filter`` (as ``DocumentFilter.to_json`` gives it) or ``case`` (an id); None for the inbox.
        before: What it showed. Its order stays, and what narrowed it stays while words are typed.
    """
    # An order that was chosen stays; the best first is for searches alone.
    if isinstance(argument, str) and argument in set(PlaceName):
        return ListQuery(PlaceName(argument), order=before.order)
    if isinstance(argument, dict):
        return _query_of(argument, before)
    return ListQuery(order=before.order)


def _query_of(argument: dict[str, Any], before: ListQuery) -> ListQuery:
    if "like" in argument:
        like = Sought(page_id=str(argument["like"]), name=str(argument.get("name", "")))
        return ListQuery(PlaceName.LIBRARY, order=before.order, sought=like)
    if "photos" in argument:
        narrowed = replace(before.narrowed, trashed=False)
        sought = Sought(str(argument["photos"]))
        return ListQuery(PlaceName.LIBRARY, narrowed=narrowed, order=before.order, sought=sought)
    words = str(argument.get("search", ""))
    if "case" in argument:
        narrowed = DocumentFilter(case_id=str(argument["case"]))
    elif "filter" in argument:
        narrowed = DocumentFilter.from_json(argument["filter"])
    else:
        narrowed = replace(before.narrowed, trashed=before.in_trash)
    return ListQuery(PlaceName.LIBRARY, words, narrowed, before.order)
