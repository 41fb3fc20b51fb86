"""From doubt to doubt, across the pages of the document."""

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.check.facts import Place, nearest_doubt
from desktop.check.line_verbs import LineVerbs
from desktop.check.page_in_hand import PageInHand


class DoubtWalk(QObject):
    """Finds the next doubtful line."""

    found = Signal()
    """It is on this page, and chosen now."""

    elsewhere = Signal(int, str)
    """It is on another page: its number from 0, and the line's id."""

    nothing = Signal()
    """There is no other."""

    def __init__(
        self, access: LibraryAccess, hand: PageInHand, lines: LineVerbs, parent: QObject | None = None
    ) -> None:
        """Walk through what is in hand."""
        super().__init__(parent)
        self._access, self._hand, self._lines = access, hand, lines

    def go(self, *, forward: bool) -> None:
        """Save what is typed, and go to the next doubtful line, or the one before."""
        hand = self._hand
        if hand.facts is None or not self._lines.save():
            return
        here = range(hand.current + 1, len(hand.rows)) if forward else range(hand.current - 1, -1, -1)
        place = next((at for at in here if hand.rows[at].doubtful), None)
        if place is not None:
            hand.choose(place)
            self.found.emit()
            return
        pages, index, threshold = hand.pages, hand.index, hand.threshold
        self._access.ask(
            lambda library: nearest_doubt(library, pages, index, threshold=threshold, forward=forward),
            self._take,
            replaces=f"check-doubt/{id(self)}",
            owner=self,
        )

    def _take(self, place: Place | None) -> None:
        hand = self._hand
        here = hand.row.id if hand.row else None
        if place is None or (place.page_index == hand.index and place.line_id == here):
            self.nothing.emit()
        elif place.page_index != hand.index:
            self.elsewhere.emit(place.page_index, place.line_id)
        else:
            at = next((at for at, row in enumerate(hand.rows) if row.id == place.line_id), None)
            if at is not None and self._lines.save():
                hand.choose(at)
                self.found.emit()
