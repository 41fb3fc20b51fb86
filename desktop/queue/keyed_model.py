"""A list of rows that are known by their keys: taking in how they are now keeps what is chosen."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-sanduku-queue"


class Keyed(Protocol):
    """A row."""

    @property
    def key(self) -> str:
        """By which it is known."""


Row = TypeVar("Row", bound=Keyed)


class KeyedModel(QAbstractListModel, Generic[Row]):
    """Rows for a list view; what they say is left to the texts that the owner gives."""

    more_wanted = Signal()
    """The view came to the end of what is there, and there is more."""

    dropped = Signal(list, object)
    """Keys that were dragged, and the key before which they were let go; None for the end."""

    def __init__(self, texts: Callable[[Row], tuple[str, str]], parent: QObject | None = None) -> None:
        """Begin empty.

        Args:
            texts: Returns the two lines of a row.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._texts = texts
        self._rows: list[Row] = []
        self._more = False
        self.draggable = False

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, in their order."""
        return self._rows

    def set_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show other rows; those that stay keep their places in selections.

        Args:
            rows: As they are now.
            more: Whether others follow that were not asked for.
        """
        self._more = more
        wanted = {row.key for row in rows}
        for first, last in reversed(
            _runs([at for at, row in enumerate(self._rows) if row.key not in wanted])
        ):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        known = {row.key for row in self._rows}
        fresh = [row for row in rows if row.key not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        if [row.key for row in self._rows] != [row.key for row in rows]:
            self._reorder(rows)
        before, self._rows = self._rows, list(rows)
        if before != self._rows:
            self.refresh()

    def refresh(self) -> None:
        """Tell that what the rows say is not as it was."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_of(self, index: Index) -> Row:
        """Return the row of an index."""
        return self._rows[index.row()]

    def place(self, key: str) -> QModelIndex:
        """Return the index of a key, an invalid one if it is not there."""
        return next((self.index(at) for at, row in enumerate(self._rows) if row.key == key), QModelIndex())

    # Qt's

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        if not index.isValid():
            return None
        upper, lower = self._texts(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return upper
        if role == Qt.ItemDataRole.UserRole:
            return lower
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{upper}\n{lower}" if role == Qt.ItemDataRole.ToolTipRole else f"{upper}, {lower}"
        return None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Return whether there is more than was asked for."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Ask for more."""
        if self.canFetchMore(parent):
            self._more = False
            self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged between others."""
        flags = super().flags(index)
        if not self.draggable:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Move, never copy."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return the type of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the keys of what is dragged, in the order of the list."""
        data = QMimeData()
        keys = [self._rows[at].key for at in sorted(index.row() for index in indexes)]
        data.setData(MIME, "\n".join(keys).encode())
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where rows were let go; the library moves them, and the next look shows it."""
        del column
        if action != Qt.DropAction.MoveAction or not data.hasFormat(MIME):
            return False
        keys = bytes(data.data(MIME).data()).decode().split("\n")
        at = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        following = [row.key for row in self._rows[at:] if row.key not in keys]
        self.dropped.emit(keys, following[0] if following else None)
        # False: Qt would take the dragged rows out, which are to be seen until the library has moved them.
        return False

    def _reorder(self, rows: Sequence[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        former = self.persistentIndexList()
        places = {row.key: at for at, row in enumerate(rows)}
        now = [self.index(places[self._rows[index.row()].key]) for index in former]
        self._rows = list(rows)
        self.changePersistentIndexList(former, now)
        self.layoutChanged.emit()


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
