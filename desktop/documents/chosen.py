"""Which documents are chosen in a list, by their ids: they stay chosen when rows come and go around them."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView

from desktop.documents.columns import COLUMNS
from desktop.documents.model import DocumentModel


class Chosen(QObject):
    """Follows the selection of one view of a model, and keeps selection and place when the model changes."""

    changed = Signal()

    def __init__(self, view: QAbstractItemView, model: DocumentModel) -> None:
        """Follow a view."""
        super().__init__(view)
        self._view, self._model = view, model
        self._kept: tuple[set[str], str | None, str | None, int] | None = None
        self._quiet = False
        view.selectionModel().selectionChanged.connect(self._tell)
        model.about_to_change.connect(self._keep)
        model.changed.connect(self._restore)

    def rows(self) -> list[int]:
        """Return the chosen rows in order."""
        rows: set[int] = set()
        selection = self._view.selectionModel().selection()
        for place in range(selection.count()):
            part = selection.at(place)
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def ids(self) -> list[str]:
        """Return the ids of the chosen documents, in the order of the list."""
        ids = self._model.listing.ids
        return [ids[row] for row in self.rows() if row < len(ids)]

    def choose(self, ids: Iterable[str]) -> None:
        """Choose documents, and no other."""
        rows = sorted(row for row in map(self._model.row_of, ids) if row is not None)
        self._view.selectionModel().select(
            self._selection(rows), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if rows:
            self.make_current(rows[0])

    def make_current(self, row: int) -> None:
        """Give a row the keyboard, without choosing it."""
        index = self._model.index(row, 0)
        self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._view.scrollTo(index)

    def forget(self) -> None:
        """Choose nothing, and go to the top: another list is shown."""
        self._kept = None
        self._view.selectionModel().clear()
        self._view.scrollToTop()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def _keep(self) -> None:
        """Remember what is chosen, which row is at the top, and how far it is scrolled out."""
        # A view that is not seen would lay everything out to answer.
        scrolled = self._view.isVisible() and self._view.verticalScrollBar().value() > 0
        top = self._view.indexAt(self._top()) if scrolled else QModelIndex()
        anchor = self._id_of(top)
        offset = self._view.visualRect(top).top() if anchor else 0
        self._kept = (set(self.ids()), self._id_of(self._view.currentIndex()), anchor, offset)
        self._quiet = True

    def _restore(self) -> None:
        if self._kept is None:
            return
        chosen, current, anchor, offset = self._kept
        self._kept, self._quiet = None, False
        now = set(self.ids())
        # Rows that moved went and came again: Qt no longer knows that they were chosen.
        lost = [row for row in map(self._model.row_of, chosen - now) if row is not None]
        if lost:
            self._view.selectionModel().select(
                self._selection(sorted(lost)), QItemSelectionModel.SelectionFlag.Select
            )
        row = None if current is None else self._model.row_of(current)
        if row is not None and row != self._view.currentIndex().row():
            index = self._model.index(row, 0)
            self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        at = None if anchor is None else self._model.row_of(anchor)
        if at is not None:
            # The bar does not know yet how far it reaches now.
            self._view.updateGeometries()
            self._view.scrollTo(self._model.index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() - offset)
        self.changed.emit()

    def _id_of(self, index: QModelIndex) -> str | None:
        ids = self._model.listing.ids
        return ids[index.row()] if index.isValid() and index.row() < len(ids) else None

    def _top(self) -> QPoint:
        """Return a point within the first row that is seen."""
        room = self._view.viewport().rect()
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QPoint(room.right() - 4 if rtl else 4, 2)

    def _selection(self, rows: list[int]) -> QItemSelection:
        """Return rows as a selection, neighbours together."""
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        start = before = None
        for row in [*rows, None]:
            if start is not None and before is not None and row != before + 1:
                part = QItemSelectionRange(self._model.index(start, 0), self._model.index(before, last))
                selection.append(part)
                start = None
            start = row if start is None else start
            before = row
        return selection
