"""What a person does to a page as a whole: turning, straightening, having it read again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.check.facts import PageFacts, page_facts, read_page_again
from desktop.check.page_in_hand import PageInHand
from engine.geometry import Adjustment, Quad
from engine.library import Library


class PageVerbs(QObject):
    """Changes how a page is read; the original is kept."""

    adjusted = Signal(str, object)
    """What was done (``left``, ``right``, ``straightened``,
    ``as-it-came``, ``undone``), and a function that undoes it."""

    asked = Signal()
    """The page will be read again."""

    def __init__(self, access: LibraryAccess, hand: PageInHand, parent: QObject | None = None) -> None:
        """Work on what is in hand."""
        super().__init__(parent)
        self._access, self._hand = access, hand

    def turn(self, quarters: int) -> None:
        """Turn the page clockwise by quarters, and have it read so."""
        page = self._hand.page
        if page is None:
            return
        turned = page.adjustment.quarter_turns or 0
        if page.stored is not None and not page.being_read:
            turned = page.stored.as_read.rotation
        wanted = Adjustment((turned + quarters) % 4, page.adjustment.corners)
        self._set(page.page.id, wanted, "left" if quarters < 0 else "right")

    def straighten(self, corners: Quad) -> None:
        """Make a sheet the page, and have it read so.

        Args:
            corners: Of the sheet, in pixels of the page image that is shown.
        """
        page = self._hand.page
        if page is None or page.stored is None:
            return
        on_file = page.stored.as_read.to_source.apply_quad(corners)
        # The corners begin at the top left of what is shown: a turn that a person wanted is in them already.
        turns = None if page.adjustment.quarter_turns is None else 0
        self._set(page.page.id, Adjustment(turns, on_file), "straightened")

    def as_it_came(self) -> None:
        """Take back how a person turned and straightened the page, and have it read so."""
        page = self._hand.page
        if page is not None:
            self._set(page.page.id, Adjustment(), "as-it-came")

    @property
    def corners(self) -> Quad | None:
        """The corners that are in force, in pixels of the page image; None before it was straightened."""
        page = self._hand.page
        if page is None or page.stored is None or page.adjustment.corners is None:
            return None
        return page.stored.as_read.to_source.inverse().apply_quad(page.adjustment.corners)

    def read_again(self) -> None:
        """Have the page read again as it is."""
        page = self._hand.page
        if page is not None:
            facts = page.page
            self._hand.do(lambda library: read_page_again(library, facts))
            self.asked.emit()

    def _set(self, page_id: str, wanted: Adjustment, what: str) -> None:
        before: list[Adjustment] = []

        def work(library: Library) -> PageFacts:
            before.append(library.adjustments.of_page(page_id))
            library.adjustments.set(page_id, wanted)
            return page_facts(library, page_id, self._hand.threshold)

        def arrived(facts: PageFacts) -> None:
            if self._hand.page is not None and self._hand.page.page.id == page_id:
                self._hand.take(facts)
            self.adjusted.emit(what, self._undo(page_id, before[0]))

        self._access.do(work, arrived, self._hand.lost.emit, owner=self)

    def _undo(self, page_id: str, before: Adjustment) -> Callable[[], None]:
        return lambda: self._set(page_id, before, "undone")
