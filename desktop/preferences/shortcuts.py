"""The page "Keys": all actions, and an editor for the keys of the one that is chosen."""

from PySide6.QtCore import QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from desktop.actions import ActionSet
from desktop.preferences.keys_edit import KeysEdit
from desktop.preferences.page import Page
from desktop.preferences.shortcuts_model import ShortcutsModel
from desktop.style import Theme


class ShortcutsPage(Page):
    """Lets a person give actions other keys; conflicts are told, and can be resolved on the spot."""

    icon = "keyboard"

    def __init__(self, actions: ActionSet, theme: Theme) -> None:
        """Show the actions of a window."""
        super().__init__(theme)
        self._actions = actions
        self._other = ""
        self.model = ShortcutsModel(actions, self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setFilterRole(Qt.ItemDataRole.UserRole)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search, self.table = QLineEdit(self.inner), QTableView(self.inner)
        self.chosen, self.words = QLabel(self.inner), QLabel(self.inner)
        self.record = KeysEdit(self.inner)
        self.none, self.reset, self.reset_all, self.take = (QPushButton(self.inner) for _ in range(4))
        self._build()
        self.search.textChanged.connect(self.proxy.setFilterFixedString)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._choose())
        self.record.editingFinished.connect(self._recorded)
        self.none.clicked.connect(lambda: self._give(QKeySequence()))
        self.reset.clicked.connect(lambda: self._give(None))
        self.reset_all.clicked.connect(self.reset_everything)
        self.take.clicked.connect(self._take_from_other)
        self.setFocusProxy(self.search)
        self.retranslate()
        self.table.selectRow(0)

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Keys")

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.record.setAccessibleName(self.tr("Press the new keys here"))
        self.none.setText(self.tr("No keys"))
        self.reset.setText(self.tr("Reset"))
        self.reset_all.setText(self.tr("Reset all"))
        self.model.refresh()
        self._choose()

    @property
    def current(self) -> str:
        """Id of the action that is chosen; empty for none."""
        index = self.table.currentIndex()
        return self.model.names[self.proxy.mapToSource(index).row()] if index.isValid() else ""

    def choose(self, name: str) -> None:
        """Choose an action."""
        self.search.clear()
        row = self.proxy.mapFromSource(self.model.index(self.model.names.index(name), 0)).row()
        self.table.selectRow(row)

    def reset_everything(self) -> None:
        """Give every action the keys that it comes with."""
        # First away with all that was changed: keys that were swapped would stand in each other's way.
        changed = [name for name in self.model.names if self.model.changed(name)]
        for name in changed:
            self._actions.set_keys(name, QKeySequence())
        for name in changed:
            self._actions.set_keys(name, None)
        self._choose()

    def _build(self) -> None:
        line = self.theme.line
        self.search.setClearButtonEnabled(True)
        self.table.setProperty("kind", "text")
        self.table.setModel(self.proxy)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(line * 3 // 2)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setMinimumHeight(line * 9)
        self.record.setMaximumSequenceLength(1)
        self.record.setClearButtonEnabled(True)
        self.record.setMinimumWidth(line * 8)
        self.words.setWordWrap(True)
        self.chosen.setWordWrap(True)
        for button in (self.none, self.reset, self.reset_all, self.take):
            button.setAutoDefault(False)
        above, below, told = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.reset_all)
        for widget in (self.record, self.none, self.reset):
            below.addWidget(widget)
        below.addStretch(1)
        told.addWidget(self.words, 1)
        told.addWidget(self.take)
        self.column.addLayout(above)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.chosen)
        self.column.addLayout(below)
        self.column.addLayout(told)

    def restyle(self) -> None:
        """Take sizes anew."""
        super().restyle()
        if hasattr(self, "table"):
            line = self.theme.line
            self.table.setIconSize(QSize(line, line))
            self.table.verticalHeader().setDefaultSectionSize(line * 3 // 2)

    def _choose(self) -> None:
        """Show the action that is chosen in the editor."""
        name = self.current
        for widget in (self.record, self.none, self.reset):
            widget.setEnabled(bool(name))
        self._tell("")
        self.reset_all.setEnabled(any(map(self.model.changed, self.model.names)))
        if not name:
            self.chosen.setText(self.tr("Choose an action to give it other keys."))
            return
        keys = self._actions.keys(name)
        self.record.setKeySequence(keys[0] if keys else QKeySequence())
        self.none.setEnabled(bool(keys))
        self.reset.setEnabled(self.model.changed(name))
        words = self.tr("Keys for “%1”: press them in the field.")
        self.chosen.setText(words.replace("%1", self._actions.text(name)))

    def _recorded(self) -> None:
        keys, name = self.record.keySequence(), self.current
        if name and not keys.isEmpty() and keys not in self._actions.keys(name):
            self._give(keys)

    def _give(self, keys: QKeySequence | None) -> None:
        conflict = self._actions.set_keys(self.current, keys)
        if conflict is None:
            self._choose()
            return
        self._other = conflict.action
        words = self.tr("%1 already belong to “%2”.")
        self._tell(
            words.replace("%1", f"\u2066{conflict.keys}\u2069").replace(
                "%2", self._actions.text(conflict.action)
            ),
            other=self._actions.text(conflict.action),
        )
        self._wanted = keys

    def _take_from_other(self) -> None:
        """Give the keys to the chosen action, and none to the one that had them."""
        self._actions.set_keys(self._other, QKeySequence())
        self._give(self._wanted)

    def _tell(self, words: str, other: str = "") -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.take.setVisible(bool(other))
        self.take.setText(self.tr("Take them from there"))
