"""How many lines of each page should be looked at: counted page by page, a little at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.check.facts import doubts_on
from engine.library import Page


class DoubtCounts(QObject):
    """Knows the doubts of the pages of one document, and counts those that it does not know yet."""

    changed = Signal()

    def __init__(self, access: LibraryAccess, threshold: float, parent: QObject | None = None) -> None:
        """Count with a threshold of confidence, as :func:`desktop.check.doubts.is_doubtful` does."""
        super().__init__(parent)
        self._access, self._threshold = access, threshold
        self._known: dict[str, tuple[object, int]] = {}
        self._pages: tuple[Page, ...] = ()
        self._counting = False

    def follow(self, pages: Sequence[Page]) -> None:
        """Count the doubts of these pages; those that are as they were are not counted again."""
        self._pages = tuple(pages)
        ids = {page.id for page in pages}
        self._known = {page: known for page, known in self._known.items() if page in ids}
        self._go_on()
        self.changed.emit()

    def use_threshold(self, threshold: float) -> None:
        """Count with another threshold; what was counted with the former one is forgotten."""
        self._threshold, self._known = threshold, {}
        self._go_on()
        self.changed.emit()

    def set(self, page: Page, doubts: int) -> None:
        """Take a count that somebody has made already."""
        known = (_state(page), doubts)
        if self._known.get(page.id) != known:
            self._known[page.id] = known
            self.changed.emit()

    def of(self, page: Page) -> int | None:
        """Return the doubts of a page; None while they are not counted."""
        known = self._known.get(page.id)
        return None if known is None else known[1]

    @property
    def whole(self) -> bool:
        """Whether every page is counted."""
        return all(page.id in self._known for page in self._pages)

    @property
    def total(self) -> int:
        """The doubts that are counted so far."""
        return sum(self._known[page.id][1] for page in self._pages if page.id in self._known)

    def _go_on(self) -> None:
        page = next((each for each in self._pages if not self._is_known(each)), None)
        if page is None or self._counting:
            return
        self._counting = True
        page_id, threshold, state = page.id, self._threshold, page

        def counted(doubts: int) -> None:
            self._counting = False
            if threshold == self._threshold and any(each.id == page_id for each in self._pages):
                self.set(state, doubts)
            self._go_on()

        self._access.ask(
            lambda library: doubts_on(library, page_id, threshold), counted, self._gone, owner=self
        )

    def _gone(self, _error: object) -> None:
        """The page was removed meanwhile; the document's next facts leave it out."""
        self._counting = False

    def _is_known(self, page: Page) -> bool:
        known = self._known.get(page.id)
        return known is not None and known[0] == _state(page)


def _state(page: Page) -> object:
    """What of a page differs when its lines do."""
    return page.reading_id, page.confidence
