"""A row of buttons for actions: as many as there is room for, and one that opens the menu of all."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.actions import ActionSet
from desktop.style import Theme


class ActionRow(QWidget):
    """Buttons with icon and words; those that find no room are in the menu at the end."""

    menu_wanted = Signal()

    def __init__(self, actions: ActionSet, names: Sequence[str], theme: Theme, parent: QWidget) -> None:
        """Show actions.

        Args:
            actions: What can be done.
            names: Ids of those that are shown, the most important first.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._actions, self._theme = actions, theme
        self._offered = frozenset(names)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = [self._made(name) for name in names]
        self.more = QToolButton(self)
        self.more.setProperty("kind", "plain")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(lambda _checked=False: self.menu_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (*self.buttons, self.more):
            row.addWidget(button)
        row.addStretch(1)
        for name in names:
            actions[name].changed.connect(self.arrange)
        theme.changed.connect(self._restyle)
        self._restyle()

    def retranslate(self) -> None:
        """Take the words anew."""
        words = self.tr("More that can be done")
        self.more.setAccessibleName(words)
        self.more.setToolTip(words)
        for button in self.buttons:
            action = button.defaultAction()
            plain = self._actions.text(action.objectName())
            button.setText(plain)
            button.setAccessibleName(plain)
        self.arrange()

    def offer(self, names: Collection[str]) -> None:
        """Show these actions alone; the others make no sense here."""
        self._offered = frozenset(names)
        self.arrange()

    def arrange(self) -> None:
        """Show the buttons that find room; those that cannot be chosen now are paler."""
        rest = self.width() - self.more.sizeHint().width()
        for button in self.buttons:
            action = button.defaultAction()
            there = action.isVisible() and action.objectName() in self._offered
            rest -= button.sizeHint().width() + 2 if there else 0
            button.setVisible(there and rest >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the buttons that find room."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice other sizes of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()

    def _made(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(self._actions[name])
        return button

    def _restyle(self) -> None:
        size = QSize(self._theme.line, self._theme.line)
        self.more.setIcon(self._theme.icons.icon("more"))
        for button in (*self.buttons, self.more):
            button.setIconSize(size)
        self.arrange()
