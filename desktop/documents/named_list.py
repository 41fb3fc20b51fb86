"""A view that lists things with names: cases, saved searches. What they are, the views on top of it know."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.access import LibraryAccess, LibraryChange
from desktop.actions import ActionSet, Need
from desktop.documents import painting
from desktop.documents.action_row import ActionRow
from desktop.documents.deeds import Deeds
from desktop.style import Theme
from desktop.window.empty_state import EmptyState
from desktop.window.toasts import Toasts
from desktop.window.view import View
from engine.language import isolate


@dataclass(frozen=True, slots=True)
class NamedThing:
    """One thing of the list.

    Attributes:
        key: By which it is known.
        name: What people call it.
        facts: What stands below the name.
    """

    key: str
    name: str
    facts: str


class NamedDelegate(QStyledItemDelegate):
    """Draws a name, and below it what else there is to tell."""

    def __init__(self, view: QListWidget, theme: Theme, icon: str) -> None:
        """Draw for a list."""
        super().__init__(view)
        self._view, self._theme, self._icon = view, theme, icon
        self._marks = painting.Marks(theme, view.font(), self)

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(self._theme.line * 8, self._theme.line * 3 + self._theme.line // 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        colours, line, box = self._theme.colours, self._theme.line, option.rect
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(colours.border))
        inner = box.adjusted(line // 2, line // 4, -line // 2, -line // 4)
        size = line + line // 2
        mark = painting.beginning(inner, size, rtl=rtl)
        drawing = self._marks.pixmap(self._icon, size, "muted")
        painter.drawPixmap(mark.left(), inner.center().y() - size // 2, drawing)
        inner = painting.after(inner, size + line // 2, rtl=rtl)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        thing: NamedThing = index.data(Qt.ItemDataRole.UserRole)
        painting.draw_text(painter, upper, isolate(thing.name), colours.text, self._marks, rtl=rtl, bold=True)
        upper.moveTop(upper.bottom() + 1)
        painting.draw_text(painter, upper, thing.facts, colours.muted, self._marks, rtl=rtl)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


class NamedListView(View):
    """A list of things with names, with buttons for what can be done with them."""

    ICON = ""
    NEED = Need.CASE
    WHERE = ""
    VERBS: tuple[str, ...] = ()

    def __init__(
        self,
        access: LibraryAccess,
        actions: ActionSet,
        theme: Theme,
        toasts: Toasts,
        parent: QWidget | None = None,
    ) -> None:
        """Show the list.

        Args:
            access: Asks the library.
            actions: What can be done.
            theme: Colours, icons, sizes.
            toasts: Tell what was done.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.deeds = Deeds(access, toasts, self)
        self._access, self._actions, self._theme = access, actions, theme
        self.things: tuple[NamedThing, ...] = ()
        self._known = False
        self.heading = QLabel(self)
        self.row = ActionRow(actions, self.VERBS, theme, self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(NamedDelegate(self.list, theme, self.ICON))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState(theme, self.ICON, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._top = QVBoxLayout()
        self._top.addWidget(self.heading)
        self._top.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self.list.itemActivated.connect(lambda _item: self.open_chosen())
        self.list.itemSelectionChanged.connect(self.context_changed)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.row.menu_wanted.connect(lambda: self._open_menu(QPoint(0, 0)))
        access.changed.connect(self._library_changed)
        actions.handle("edit.undo", self.deeds.undo)
        actions.handle("edit.redo", self.deeds.redo)
        self.deeds.changed.connect(self.context_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    # What the views on top of it say

    def ask(self) -> None:
        """Ask the library for the things, and give them to :meth:`take`."""
        raise NotImplementedError

    def open_chosen(self) -> None:
        """Open what is chosen."""
        raise NotImplementedError

    # View

    def context(self) -> frozenset[Need]:
        """Return whether one is chosen, and whether something can be undone."""
        return self.deeds.needs | ({self.NEED} if self.chosen is not None else set())

    def opened(self, argument: object) -> None:
        """Look up what there is."""
        del argument
        self.ask()

    def first_focus(self) -> QWidget:
        """Return the list, or the first button where it is empty."""
        return self.list if self.things else self.row.buttons[0]

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self.list.setAccessibleName(self.title())
        self.row.retranslate()

    # The list

    @property
    def chosen(self) -> NamedThing | None:
        """What is chosen."""
        items = self.list.selectedItems()
        return items[0].data(Qt.ItemDataRole.UserRole) if items else None

    def take(self, things: Sequence[NamedThing]) -> None:
        """Show things; what was chosen stays chosen."""
        self._known = True
        if tuple(things) == self.things:
            self._stack.setCurrentWidget(self.list if things else self.empty)
            return
        former = self.chosen
        had_focus = self.isAncestorOf(self.focusWidget() or self.window())
        self.things = tuple(things)
        self.list.clear()
        for thing in things:
            item = QListWidgetItem(thing.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, thing)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{thing.name}, {thing.facts}")
        self.choose(former.key if former else "")
        self._stack.setCurrentWidget(self.list if things else self.empty)
        if had_focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.context_changed.emit()

    def choose(self, key: str) -> None:
        """Choose a thing; the first one if there is none with this key."""
        if self.things:
            row = next((row for row, thing in enumerate(self.things) if thing.key == key), 0)
            self.list.setCurrentRow(row)

    def _library_changed(self, _change: LibraryChange) -> None:
        if self.isVisible():
            self.ask()

    def _open_menu(self, at: QPoint) -> None:
        self._actions.context_menu(self.WHERE, self).popup(self.list.viewport().mapToGlobal(at))

    def _restyle(self) -> None:
        line = self._theme.line
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.heading.setFont(font)
        self._top.setContentsMargins(line * 3 // 4, line * 3 // 4, line // 2, line // 4)
        self._top.setSpacing(line // 2)
