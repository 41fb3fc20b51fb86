"""What a list says when there is nothing in it: why, and what can be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.documents.query import ListQuery, PlaceName
from desktop.style import Theme
from desktop.window.empty_state import EmptyState
from engine.language import isolate
from engine.library import ShelfCounts

ICONS = {
    PlaceName.INBOX: "inbox",
    PlaceName.TO_CHECK: "to-check",
    PlaceName.DONE: "done",
    PlaceName.PROBLEMS: "problem",
    PlaceName.TRASH: "trash",
    PlaceName.LIBRARY: "case",
}


class EmptyList(QStackedWidget):
    """Speaks where a list is empty."""

    def __init__(
        self,
        theme: Theme,
        *,
        add: Callable[[], object],
        samples: Callable[[], object],
        to_check: Callable[[], object],
        clear: Callable[[], object],
        trash_days: int,
        parent: QWidget | None = None,
    ) -> None:
        """Know what can be done.

        Args:
            theme: Gives icons and sizes.
            add: Asks for files.
            samples: Adds the samples.
            to_check: Opens what is to be checked.
            clear: Takes the filters away.
            trash_days: How long the trash keeps.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._days = trash_days
        self._query = ListQuery()
        self._counts = ShelfCounts()
        self._places = {place: EmptyState(theme, icon, self) for place, icon in ICONS.items()}
        self._found = EmptyState(theme, "search", self)
        self._filtered = EmptyState(theme, "filter", self)
        inbox = self._places[PlaceName.INBOX]
        self.add = inbox.add_button(add, main=True)
        self.check = inbox.add_button(to_check)
        self.samples = inbox.add_button(samples)
        self._clears: list[QPushButton] = [
            state.add_button(clear, main=True) for state in (self._found, self._filtered)
        ]
        for state in (*self._places.values(), self._found, self._filtered):
            self.addWidget(state)

    def show_query(self, query: ListQuery, counts: ShelfCounts) -> None:
        """Say why a list is empty.

        Args:
            query: What it shows.
            counts: How many documents lie elsewhere.
        """
        self._query, self._counts = query, counts
        self.setCurrentWidget(self._state())
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        """Return the first button that is there."""
        state = self.currentWidget()
        found = state.findChildren(QPushButton) if state is not None else []
        buttons = [each for each in found if each.isVisibleTo(self)]
        return buttons[0] if buttons else None

    def retranslate(self) -> None:
        """Take the words anew."""
        self.add.setText(self.tr("Add files"))
        self.samples.setText(self.tr("Try 3 samples"))
        self.check.setText(self.tr("Check %Ln document(s)", "", self._counts.to_check))
        self.check.setVisible(self._counts.to_check > 0)
        self.samples.setVisible(self._counts.total + self._counts.trash == 0)
        for button in self._clears:
            button.setText(self.tr("Clear the filters"))
            button.setVisible(self._query.is_narrowed)
        self._speak()

    def _state(self) -> EmptyState:
        query = self._query
        only_case = query.narrowed.case_id is not None and query.narrowed == type(query.narrowed)(
            case_id=query.narrowed.case_id
        )
        if query.words:
            return self._found
        if query.is_narrowed and not (query.place is PlaceName.LIBRARY and only_case):
            return self._filtered
        return self._places[query.place]

    def _speak(self) -> None:
        places = self._places
        if self._counts.total + self._counts.trash:
            places[PlaceName.INBOX].set_words(
                self.tr("Everything here is read"),
                self.tr("Drop photos, scans or PDFs to add more. Nothing leaves this computer."),
            )
        else:
            places[PlaceName.INBOX].set_words(
                self.tr("Drop photos, scans or PDFs"), self.tr("Nothing leaves this computer.")
            )
        places[PlaceName.TO_CHECK].set_words(
            self.tr("Nothing to check"),
            self.tr("What has been read waits here until you have compared it with its page."),
        )
        places[PlaceName.DONE].set_words(
            self.tr("Nothing approved yet"),
            self.tr("Documents come here once you have checked and approved them."),
        )
        places[PlaceName.PROBLEMS].set_words(
            self.tr("No problems"),
            self.tr("What could not be read, or was marked as a problem, waits here with what to do."),
        )
        places[PlaceName.TRASH].set_words(
            self.tr("The trash is empty"),
            self.tr("What you move here can be restored for %Ln day(s).", "", self._days),
        )
        places[PlaceName.LIBRARY].set_words(
            self.tr("No documents here yet"),
            self.tr("Choose documents in any list, then “Put into a case”."),
        )
        self._found.set_words(
            self.tr("Nothing was found for “%1”").replace("%1", isolate(self._query.words)),
            self.tr("Names and all that was read were searched. Try fewer words, or only their beginning."),
        )
        self._filtered.set_words(
            self.tr("Nothing here fits these filters"), self.tr("Remove a filter to see more.")
        )
