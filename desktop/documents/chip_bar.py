"""What narrows a list, as chips that are removed with a click or a key; they wrap where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QToolButton, QWidget

from desktop.documents.narrowing import Chip
from desktop.style import Theme


class FlowLayout(QLayout):
    """Lays widgets out like words: in lines, in the direction of the window."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Lay out the children of a widget."""
        super().__init__(parent)
        self._theme = theme
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that fewer fit into a line where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the lines are together."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins, gap = self.contentsMargins(), self._theme.line // 3
        room = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at, top = 0, room.top()
        high = max((item.sizeHint().height() for item in self._items), default=0)
        for item in self._items:
            size = QSize(item.sizeHint().width(), high)
            if at and at + size.width() > room.width():
                at, top = 0, top + high + gap
            left = room.right() + 1 - at - size.width() if rtl else room.left() + at
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            at += size.width() + gap
        return top + high - rect.top() + margins.bottom()


class ChipBar(QWidget):
    """The chips, and after them what clears them all and what keeps the search."""

    removed = Signal(object)
    """A :class:`Chip` that is no longer wanted."""

    cleared = Signal()

    def __init__(self, theme: Theme, save: QToolButton, parent: QWidget | None = None) -> None:
        """Show no chips yet.

        Args:
            theme: Gives icons and sizes.
            save: The button that keeps the search; it stands after the chips.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self.chips: list[QToolButton] = []
        self.clear = QPushButton(self)
        self.clear.setProperty("kind", "link")
        self.clear.clicked.connect(lambda _checked=False: self.cleared.emit())
        self._save = save
        save.setParent(self)
        self._flow = FlowLayout(self, theme)
        self._flow.addWidget(self.clear)
        self._flow.addWidget(save)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show what narrows the list."""
        had_focus = any(button.hasFocus() for button in self.chips)
        for button in self.chips:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.chips = [self._made(chip) for chip in chips]
        last: list[QWidget] = [self.clear, self._save]
        for widget in last:
            self._flow.removeWidget(widget)
        before: QWidget | None = None
        for widget in [*self.chips, *last]:
            self._flow.addWidget(widget)
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
            widget.setVisible(True)
        self.clear.setVisible(len(self.chips) > 1)
        if had_focus and self.chips:
            self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def retranslate(self) -> None:
        """Take the words anew; the chips come anew from their owner."""
        self.clear.setText(self.tr("Clear all"))

    def _made(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(self._theme.icons.icon("close", "text"))
        button.setIconSize(QSize(self._theme.line - 2, self._theme.line - 2))
        button.setText(chip.text.replace("&", "&&"))
        said = self.tr("Remove “%1”").replace("%1", chip.text)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.clicked.connect(lambda _checked=False: self.removed.emit(chip))
        return button

    def _restyle(self) -> None:
        colours, line = self._theme.colours, self._theme.line
        self._flow.setContentsMargins(0, 0, 0, line // 3)
        self._save.setIconSize(QSize(line, line))
        self.setStyleSheet(
            f"#chip {{ background: {colours.selected}; color: {colours.text}; border: 2px solid transparent;"
            f" border-radius: {line * 3 // 4}px; padding: {line // 8}px {line // 2}px; }}"
            f"#chip:hover {{ background: {colours.hover}; }}"
            f"#chip:focus {{ border: 2px solid {colours.focus}; }}"
        )
