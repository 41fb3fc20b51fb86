"""The lines of the page as a Qt model, in reading order."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.check.doubts import sentence
from desktop.check.levels import level_text
from desktop.check.page_in_hand import PageInHand
from desktop.check.rows import LineRow

Index = QModelIndex | QPersistentModelIndex


class LineRole(IntEnum):
    """What there is beside the text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The :class:`LineRow` itself."""


class LinesModel(QAbstractListModel):
    """Gives the lines to a list; keeps what is chosen in it while lines stay the same."""

    def __init__(self, hand: PageInHand, parent: QObject | None = None) -> None:
        """Show what is in hand."""
        super().__init__(parent)
        self._hand = hand
        self._rows: tuple[LineRow, ...] = ()
        hand.lines_changed.connect(self._take)
        hand.page_opened.connect(self._take)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, what a screen reader says, or the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(index.row())
            case LineRole.ROW:
                return row
        return None

    def spoken(self, place: int) -> str:
        """Return what a screen reader says of a line."""
        row = self._rows[place]
        said = self.tr("Line %1, %2: %3")
        said = said.replace("%1", QLocale().toString(place + 1)).replace("%2", level_text(row.level))
        return " ".join([said.replace("%3", row.text), *map(sentence, row.reasons)])

    def retranslate(self) -> None:
        """Say everything anew in another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _take(self) -> None:
        rows = self._hand.rows
        if [row.id for row in rows] == [row.id for row in self._rows]:
            before, self._rows = self._rows, rows
            for place, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
