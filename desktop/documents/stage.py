"""Where a list is shown: as a table, as pictures, or what is said where there is nothing to show."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desktop.access import LibraryAccess
from desktop.choices import Choices
from desktop.documents.chosen import Chosen
from desktop.documents.emptiness import EmptyList
from desktop.documents.model import DocumentModel
from desktop.documents.pictures import DocumentPictures
from desktop.documents.query import ListQuery
from desktop.documents.table import DocumentTable
from desktop.photos.nothing import NoPhotos
from engine.library import ShelfCounts

TABLE, PICTURES = "table", "pictures"
VIEW_KEPT = "documents/view"
PHOTOS_KEPT = "documents/photos"
"""How photos that were found are shown: as pictures, where a person wants nothing else."""


class ListStage(QStackedWidget):
    """Shows a list in one of two ways, or why it is empty; the keyboard stays in it through all of that."""

    filled = Signal(bool)
    """Whether there is something to do something with."""

    selection_changed = Signal()
    opened = Signal()
    """A document was clicked twice."""

    menu_wanted = Signal(QPoint)
    """A menu is wanted at a point of the screen."""

    way_changed = Signal(str)
    """``table`` or ``pictures``."""

    def __init__(
        self,
        access: LibraryAccess,
        choices: Choices,
        table: DocumentTable,
        pictures: DocumentPictures,
        model: DocumentModel,
        empty: EmptyList,
        no_photos: NoPhotos,
        beside: QWidget,
        parent: QWidget,
    ) -> None:
        """Show a list as it was shown last.

        Args:
            access: Asked how many documents lie elsewhere, where there are none here.
            choices: Keep in which way lists are shown.
            table: One way.
            pictures: The other.
            model: The list.
            empty: Speaks where it is empty.
            no_photos: Speaks where photos are sought and none is listed.
            beside: Takes the keyboard where nothing here can.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._choices, self._model = access, choices, model
        self._empty, self._no_photos, self._beside = empty, no_photos, beside
        self._ways: dict[str, QAbstractItemView] = {TABLE: table, PICTURES: pictures}
        self._chosen = {name: Chosen(view, model) for name, view in self._ways.items()}
        self._way = TABLE
        for widget in (*self._ways.values(), empty, no_photos):
            self.addWidget(widget)
        for name, view in self._ways.items():
            self._chosen[name].changed.connect(lambda name=name: self._selection_changed(name))
            view.doubleClicked.connect(lambda _index: self.opened.emit())
            view.customContextMenuRequested.connect(
                lambda at, view=view: self.menu_wanted.emit(view.viewport().mapToGlobal(at))
            )

    @property
    def view(self) -> QAbstractItemView:
        """The way in which the list is shown now."""
        return self._ways[self._way]

    @property
    def chosen(self) -> Chosen:
        """What is chosen in it."""
        return self._chosen[self._way]

    def begin(self) -> None:
        """Show lists as they were shown last."""
        self._show_as(self._kept_way(self._model.query))

    def show_as(self, way: str) -> None:
        """Show the list as ``table`` or as ``pictures``, and remember it."""
        ids = self.chosen.ids()
        self._show_as(way)
        self._choices.remember(_kept(self._model.query), way)
        self.chosen.choose(ids)
        self.show_list()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_query(self, before: ListQuery, query: ListQuery) -> None:
        """Show photos that are sought in the way that suits them, and lists in the one that suits those."""
        if (query.sought is None) != (before.sought is None):
            self._show_as(self._kept_way(query))

    def forget_chosen(self) -> None:
        """Choose nothing: another list is shown."""
        for chosen in self._chosen.values():
            chosen.forget()

    def show_list(self) -> None:
        """Show the list; where it is empty, what can be done."""
        query, listing = self._model.query, self._model.listing
        if listing.ids or not self._model.known:
            self._show(self.view, filled=True)
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
        spoken: dict[QWidget | None, Callable[[], QWidget | None]] = {
            self._empty: self._empty.first_focus, self._no_photos: self._no_photos.first_focus
        }  # fmt: skip
        speaking = spoken.get(self.currentWidget())
        return self.view if speaking is None else speaking() or self._beside

    def _kept_way(self, query: ListQuery) -> str:
        return self._choices.remembered(_kept(query), TABLE if query.sought is None else PICTURES)

    def _show_as(self, way: str) -> None:
        self._way = way if way == PICTURES else TABLE
        self._model.set_with_thumbnails(wanted=self._way == PICTURES)
        self.way_changed.emit(self._way)

    def _selection_changed(self, way: str) -> None:
        if way == self._way:
            self.selection_changed.emit()

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


def _kept(query: ListQuery) -> str:
    """Return under which name it is kept how a list is shown."""
    return VIEW_KEPT if query.sought is None else PHOTOS_KEPT
