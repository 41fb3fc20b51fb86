"""The lists of the drawer: what waits, which can be put into another order, and what is done."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from desktop.actions import ActionSet
from desktop.queue import telling
from desktop.queue.keyed_model import KeyedModel
from desktop.queue.row_delegate import Icon, RowDelegate
from desktop.queue.state import Finished, Waiting
from desktop.style import Theme

VERBS = ("queue.first", "queue.up", "queue.down", "queue.hold", "queue.release", "queue.cancel")
"""The buttons under what waits."""


class QueueList(QListView):
    """A list of rows of two lines."""

    selection_changed = Signal()

    def __init__(
        self, theme: Theme, icon: Callable[..., Icon], parent: QWidget, *, moves: bool = False
    ) -> None:
        """Show a list.

        Args:
            theme: The look.
            icon: Returns the drawing of a row.
            parent: Qt's owner.
            moves: Whether rows can be dragged between others.
        """
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(theme, icon, self, handle=moves))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if moves:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
            self.setDropIndicatorShown(True)
        theme.changed.connect(self.doItemsLayout)

    def chosen(self) -> list[str]:
        """Return the keys of the chosen rows, in their order."""
        model = self.model()
        assert isinstance(model, KeyedModel)
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [model.rows[row].key for row in rows]

    def watch_selection(self) -> None:
        """Tell when another row is chosen; to be called once the model is set."""
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.selection_changed.emit())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the first row for whoever comes with the keyboard."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )


class WaitingPage(QWidget):
    """What waits, and what can be done with it."""

    selection_changed = Signal()
    more_wanted = Signal()
    dropped = Signal(list, object)
    """Ids of documents, and the one before which they go; None for the end."""

    def __init__(self, actions: ActionSet, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty.

        Args:
            actions: Fill buttons and context menu.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._actions, self._theme = actions, theme
        self.model: KeyedModel[Waiting] = KeyedModel(lambda row: telling.waiting(row, time.time()), self)
        self.model.draggable = True
        self.list = QueueList(theme, _waiting_icon, self, moves=True)
        self.list.setModel(self.model)
        self.list.watch_selection()
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.buttons = []
        row = QHBoxLayout()
        for name in VERBS:
            button = QToolButton(self)
            button.setProperty("kind", "plain")
            button.setDefaultAction(actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.model.more_wanted.connect(self.more_wanted)
        self.model.dropped.connect(self.dropped)
        self.list.selection_changed.connect(self.selection_changed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_rows(self, rows: Sequence[Waiting], *, more: bool) -> None:
        """Show what waits."""
        self.model.set_rows(rows, more=more)
        # How soon something is tried again differs at each look.
        if any(row.again_at for row in rows):
            self.model.refresh()

    def chosen_rows(self) -> list[Waiting]:
        """Return the documents that are chosen."""
        keys = set(self.list.chosen())
        return [row for row in self.model.rows if row.key in keys]

    def retranslate(self) -> None:
        """Take the words anew."""
        self.list.setAccessibleName(self.tr("Documents that wait to be read"))
        for name, button in zip(VERBS, self.buttons, strict=True):
            button.setAccessibleName(self._actions.text(name))
        self.model.refresh()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the chosen ones."""
        if self.list.chosen():
            self._actions.context_menu("queue", self).popup(event.globalPos())

    def _restyle(self) -> None:
        line = self._theme.line
        for button in self.buttons:
            button.setIconSize(QSize(line, line))


class FinishedPage(QWidget):
    """What came to its end since the window was opened."""

    opened = Signal(str)
    """Id of a document that a person wants to see."""

    again = Signal(list)
    """Ids of documents that are to be read once more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.model: KeyedModel[Finished] = KeyedModel(telling.finished, self)
        self.list = QueueList(theme, _finished_icon, self)
        self.list.setModel(self.model)
        self.list.watch_selection()
        self.button = QToolButton(self)
        self.button.setProperty("kind", "button")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._theme = theme
        self.list.selection_changed.connect(lambda: self.button.setEnabled(bool(self.list.chosen())))
        self.list.activated.connect(lambda index: self.opened.emit(self.model.row_of(index).key))
        self.button.clicked.connect(lambda _checked=False: self.again.emit(self.list.chosen()))
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_rows(self, rows: Sequence[Finished]) -> None:
        """Show what ended."""
        self.model.set_rows(rows)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.list.setAccessibleName(self.tr("Documents that are done"))
        self.button.setText(" " + self.tr("Read again"))
        self.button.setAccessibleName(self.tr("Read again"))
        self.button.setToolTip(self.tr("Your corrections are kept"))
        self.model.refresh()

    def _restyle(self) -> None:
        self.button.setIcon(self._theme.icons.icon("read-again"))
        self.button.setIconSize(QSize(self._theme.line, self._theme.line))


def _waiting_icon(row: Waiting) -> Icon:
    if row.paused:
        return "pause", "doubt"
    return ("retry", "doubt") if row.again_at > time.time() else ("document", "muted")


def _finished_icon(row: Finished) -> Icon:
    return ("cancel", "muted") if row.cancelled else ("done", "sure")
