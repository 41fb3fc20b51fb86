"""A field for a passphrase, which can be shown while it is typed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.style import Theme


class SecretField(QLineEdit):
    """Hides what is typed, with an eye to show it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hide what is typed."""
        super().__init__(parent)
        self._theme = theme
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.addAction(
            theme.icons.icon("eye", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.triggered.connect(self.toggle)
        theme.changed.connect(self._show)
        self._show()

    def toggle(self) -> None:
        """Show what is typed, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show()

    def _show(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.setIcon(self._theme.icons.icon("eye" if hidden else "eye-off", "muted"))
        self._eye.setText(self.tr("Show what is typed") if hidden else self.tr("Hide what is typed"))
        self._eye.setToolTip(self._eye.text())
