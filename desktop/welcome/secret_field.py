"""A field for a passphrase, which can be shown while it is typed."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.style import Theme


class SecretField(QLineEdit):
    """Hides what is typed, with an eye to show it; Tab reaches the eye too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hide what is typed."""
        super().__init__(parent)
        self._theme = theme
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # A button of its own: the marks that QLineEdit offers cannot have the keyboard.
        self.eye = QToolButton(self)
        self.eye.setProperty("kind", "plain")
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.eye.clicked.connect(self.toggle)
        theme.changed.connect(self._show)
        self._show()

    def toggle(self) -> None:
        """Show what is typed, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the eye at the end of the line."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language and of the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._show()

    def _place(self) -> None:
        side = self.height() - 4
        right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.eye.setGeometry(self.width() - side - 2 if right else 2, 2, side, side)
        self.setTextMargins(0 if right else side, 0, side if right else 0, 0)

    def _show(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        line = self._theme.line
        self.eye.setIcon(self._theme.icons.icon("eye" if hidden else "eye-off", "muted"))
        self.eye.setIconSize(QSize(line, line))
        words = self.tr("Show what is typed") if hidden else self.tr("Hide what is typed")
        self.eye.setAccessibleName(words)
        self.eye.setToolTip(words)
        self._place()
