"""The table of actions with their keys, as Qt shows it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence

from desktop.actions import ActionSet
from desktop.actions.action_set import translated

Index = QModelIndex | QPersistentModelIndex


class ShortcutsModel(QAbstractTableModel):
    """One row for each action: what it does, where it stands in the menu, its keys."""

    def __init__(self, actions: ActionSet, parent: QObject | None = None) -> None:
        """Show the actions of a window."""
        super().__init__(parent)
        self._actions = actions
        self.names = list(actions.specs)
        actions.keys_changed.connect(self.refresh)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many actions there are."""
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            match index.column():
                case 0:
                    return self._actions.text(name)
                case 1:
                    menu = self._actions.specs[name].menu
                    return translated(menu) if menu is not None else ""
                case _:
                    return self.keys_text(name)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._actions[name].icon()
        if role == Qt.ItemDataRole.UserRole:
            return f"{self._actions.text(name)} {self.keys_text(name)} {name}"
        return None

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Action"), self.tr("In the menu"), self.tr("Keys"))[section]
        return None

    def keys_text(self, name: str) -> str:
        """Return the keys of an action as a person reads them."""
        native = QKeySequence.SequenceFormat.NativeText
        shown = ", ".join(keys.toString(native) for keys in self._actions.keys(name))
        return f"\u2066{shown}\u2069" if shown else ""

    def changed(self, name: str) -> bool:
        """Return whether an action has other keys than it comes with."""
        own = [
            QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
            for text in self._actions.specs[name].keys
        ]
        return self._actions.keys(name) != own

    def refresh(self) -> None:
        """Take words and keys anew."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.names) - 1, 2))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
