"""Where a list is shown: as a table, as pictures, or what is said where there is nothing to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desktop.access import LibraryAccess
from desktop.documents.emptiness import EmptyList
from desktop.documents.model import DocumentModel
from desktop.photos.nothing import NoPhotos
from engine.library import ShelfCounts


class ListStage(QStackedWidget):
    """Shows a list or why it is empty; the keyboard stays in it through all of that."""

    filled = Signal(bool)
    """Whether there is something to do something with."""

    def __init__(
        self,
        access: LibraryAccess,
        model: DocumentModel,
        ways: tuple[QAbstractItemView, ...],
        empty: EmptyList,
        no_photos: NoPhotos,
        beside: QWidget,
        parent: QWidget,
    ) -> None:
        """Show the first way.

        Args:
            access: Asked how many documents lie elsewhere, where there are none here.
            model: The list.
            ways: Widgets that show it.
            empty: Speaks where it is empty.
            no_photos: Speaks where photos are sought and none is listed.
            beside: Takes the keyboard where nothing here can.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._model = access, model
        self._empty, self._no_photos = empty, no_photos
        self._way, self._beside = ways[0], beside
        for widget in (*ways, empty, no_photos):
            self.addWidget(widget)

    def show_list(self, way: QAbstractItemView) -> None:
        """Show the list in a way; where it is empty, what can be done."""
        self._way = way
        query, listing = self._model.query, self._model.listing
        if listing.ids or not self._model.known:
            self._show(way, filled=True)
            return
        found = listing.compared is not None and bool(listing.compared.sightings)
        if query.sought is not None and not found:
            self._show(self._no_photos, filled=False)
            return
        self._access.ask(
            lambda library: library.documents.shelves(), self._speak, replaces="documents-counts"
        )

    def first_focus(self) -> QWidget:
        """Return the list, or what can be done where it is empty."""
        shown = self.currentWidget()
        if shown is self._empty:
            return self._empty.first_focus() or self._beside
        if shown is self._no_photos:
            return self._no_photos.first_focus() or self._beside
        return self._way

    def _speak(self, counts: ShelfCounts) -> None:
        if self._model.known and not self._model.listing.ids:
            self._empty.show_query(self._model.query, counts)
            self._show(self._empty, filled=False)

    def _show(self, widget: QWidget, *, filled: bool) -> None:
        # A list itself recalls only where the keyboard last was in it, so the window is asked.
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.setCurrentWidget(widget)
        self.filled.emit(filled)
        held = self.focusWidget() or self
        # A button of another empty list keeps the keyboard when it goes out of sight.
        if had_focus and not (widget.isAncestorOf(held) and held.isVisible()):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
