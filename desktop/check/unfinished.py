"""Offers at the start what was typed in an earlier session and not finished."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject

from desktop.access import LibraryAccess
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import LineDraft


class Unfinished(QObject):
    """Asks once for what was half typed, and leads there."""

    def __init__(
        self,
        access: LibraryAccess,
        toasts: Toasts,
        open_view: Callable[[str, object], None],
        parent: QObject | None = None,
    ) -> None:
        """Ask now.

        Args:
            access: Asks the library.
            toasts: Tell what there is.
            open_view: Opens the check view.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._toasts, self._open_view = toasts, open_view
        access.ask(lambda library: library.drafts.all(), self._offer, owner=self)

    def _offer(self, drafts: list[LineDraft]) -> None:
        if not drafts:
            return
        draft = drafts[0]
        text = self.tr("You were typing in %1, page %2.")
        text = text.replace("%1", isolate(draft.document_name))
        self._toasts.show(
            text.replace("%2", QLocale().toString(draft.page_index + 1)),
            action=self.tr("Go on"),
            do=lambda: self._open_view("check", place_of(draft)),
        )


def place_of(draft: LineDraft) -> dict[str, object]:
    """Return what the check view is opened with to go on typing."""
    place: dict[str, object] = {"document": draft.document_id, "page": draft.page_index}
    return {**place, "line": draft.line_id} if draft.fits else place
