"""The middle of the window: the view in front, and the drawer beside it or in its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.choices import Choices

WIDTHS = "splitter"


class Middle(QSplitter):
    """Shares the room between the views and the drawer, as the person left it last time."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        """Begin without a view and without a drawer.

        Args:
            choices: Keep the widths.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._choices = choices
        self._drawer: QWidget | None = None
        self.stack = QStackedWidget(self)
        self.setChildrenCollapsible(False)
        self.addWidget(self.stack)

    @property
    def drawer(self) -> QWidget | None:
        """The drawer while it is open."""
        return None if self._drawer is None or self._drawer.isHidden() else self._drawer

    @property
    def covered(self) -> bool:
        """Whether the drawer stands in place of the view."""
        return self.stack.isHidden()

    def set_drawer(self, drawer: QWidget, *, least: int) -> None:
        """Put something into the drawer, which is closed.

        Args:
            drawer: What it shows.
            least: Its least width.
        """
        drawer.setMinimumWidth(least)
        self.addWidget(drawer)
        self.setStretchFactor(0, 1)
        self.restoreState(self._choices.layout(WIDTHS))
        drawer.hide()
        self._drawer = drawer

    def toggle_drawer(self) -> None:
        """Open the drawer and give it the keyboard, or close it."""
        if self._drawer is not None:
            self.keep()
            self._drawer.setVisible(self._drawer.isHidden())
            self._share_room()
            if self.drawer is not None:
                self.drawer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the widths for the next time; a closed drawer has none."""
        if self.drawer is not None:
            self._choices.set_layout(WIDTHS, self.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See whether there is room for both."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        needed = self.stack.minimumSizeHint().width() + (self.drawer.minimumWidth() if self.drawer else 0)
        self.stack.setVisible(self.drawer is None or needed <= self.width())
