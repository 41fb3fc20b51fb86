"""A line of help over the page while a mode is in force."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style import Theme


class ModeHint(QLabel):
    """Stands at the top of the page, and lets the pointer through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self.setObjectName("mode-hint")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence; none hides it."""
        self.setText(words)
        self.setVisible(bool(words))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the upper edge."""
        room, line = self._over.width(), self._theme.line
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 3 * line, room - line)
        self.resize(width, self.heightForWidth(width))
        self.move((room - width) // 2, line // 2)

    def _restyle(self) -> None:
        colours, line = self._theme.colours, self._theme.line
        self.setStyleSheet(
            f"#mode-hint {{ background: {colours.raised}; color: {colours.text};"
            f" padding: {line // 3}px {line}px;"
            f" border: 1px solid {colours.edge}; border-radius: {line // 3}px; }}"
        )
        self.place()
