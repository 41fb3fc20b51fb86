"""What stands where there is nothing yet: a drawing, a sentence, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.style import Theme

WIDEST = 38
"""Lines' heights of width beyond which nobody likes to read a sentence."""


class EmptyState(QWidget):
    """A drawing, a title, a sentence and buttons, in the middle of whatever holds it."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        """Show a drawing; words and buttons are set by the owner's ``retranslate``."""
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._mark, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._buttons = QHBoxLayout()
        self._made: list[QPushButton] = []
        self._column = column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._mark, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        self._text.setProperty("kind", "muted")
        column.addSpacing(theme.line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_words(self, title: str, text: str) -> None:
        """Set what it says."""
        self._title.setText(title)
        self._text.setText(text)
        self._stack_buttons()

    def add_button(self, do: Callable[[], object], *, main: bool = False) -> QPushButton:
        """Add a button without words yet, and return it."""
        button = QPushButton(self)
        button.setProperty("kind", "main" if main else "button")
        button.clicked.connect(lambda _checked=False: do())
        self._buttons.addWidget(button)
        self._made.append(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines short, and put the buttons below each other where they do not fit in a row."""
        super().resizeEvent(event)
        self._column.setContentsMargins(self._side, 0, self._side, 0)
        self._stack_buttons()

    @property
    def _side(self) -> int:
        """Room at each side, in pixels."""
        line = self._theme.line
        return max(line, (self.width() - WIDEST * line) // 2)

    def _stack_buttons(self) -> None:
        shown = [button for button in self._made if button.isVisibleTo(self)]
        room = self.width() - 2 * self._side
        wanted = sum(button.sizeHint().width() + self._buttons.spacing() for button in shown)
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if wanted <= room else way.TopToBottom)

    def _restyle(self) -> None:
        line = self._theme.line
        self._mark.setPixmap(self._theme.icons.pixmap(self._icon, line * 3, "muted"))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        self._title.setFont(font)
        self._buttons.setSpacing(line // 2)
        self._stack_buttons()
