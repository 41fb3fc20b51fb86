"""What becomes of text that was typed in an earlier session and not finished."""

from PySide6.QtCore import QObject, Signal

from desktop.check.line_verbs import LineVerbs
from desktop.check.page_in_hand import PageInHand
from engine.library import LineDraft


class DraftOffers(QObject):
    """Goes on with drafts, puts them elsewhere, or drops them."""

    go_on_wanted = Signal(str, str)
    """A line is to be opened, by its id, with a text in its field."""

    open_wanted = Signal()
    """The chosen line is to be opened on the page."""

    place_wanted = Signal(str, str)
    """A person is to show where a line stands; its text, and the name under which it is kept."""

    def __init__(self, hand: PageInHand, lines: LineVerbs, parent: QObject | None = None) -> None:
        """Work on what is in hand."""
        super().__init__(parent)
        self._hand, self._lines = hand, lines

    def go_on(self, draft: LineDraft) -> None:
        """Open the line again with what was typed."""
        self.go_on_wanted.emit(draft.line_id, draft.text)

    def put_here(self, draft: LineDraft) -> None:
        """Put what was typed into the chosen line, where it is kept from now on."""
        if self._hand.row is not None and self._lines.save():
            self.open_wanted.emit()
            self._hand.begin_typing(draft.text)
            self._hand.typing.keep()
            if not self._hand.typing.is_of(draft):
                self.drop(draft)

    def draw(self, draft: LineDraft) -> None:
        """Ask where the line stands that was being added."""
        self.place_wanted.emit(draft.text, draft.line_id)

    def drop(self, draft: LineDraft) -> None:
        """Forget what was typed."""
        self._hand.do(
            lambda library: library.drafts.drop(draft.page_id, draft.line_id, reading_id=draft.reading_id)
        )

    def drop_here(self) -> None:
        """Forget what was typed for the chosen line."""
        row, page = self._hand.row, self._hand.page
        if row is not None and page is not None and page.stored is not None:
            page_id, reading_id = page.page.id, page.stored.id
            self._hand.typing.end(drop=True)
            self._hand.do(lambda library: library.drafts.drop(page_id, row.id, reading_id=reading_id))
