"""Asks what is wrong with a document."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.style import Theme
from engine.language import isolate


class ProblemDialog(QDialog):
    """Offers the usual reasons, and a field for another one."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask about a document.

        Args:
            name: Of the document.
            theme: Gives sizes.
            parent: Over which it stands.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Problem"))
        question = QLabel(self.tr("What is wrong with %1?").replace("%1", isolate(name)), self)
        question.setWordWrap(True)
        question.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Say it in your own words, or choose"))
        column = QVBoxLayout(self)
        line = theme.line
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 3)
        column.addWidget(question)
        self.usual = []
        for text in (
            self.tr("The picture is too blurred or too dark"),
            self.tr("A page or a part is missing"),
            self.tr("It is the wrong document"),
            self.tr("Somebody who knows must look at it"),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, text=text: self._choose(text))
            column.addWidget(button)
            self.usual.append(button)
        column.addWidget(self.reason)
        self.buttons = QDialogButtonBox(self)
        self.mark = self.buttons.addButton(
            self.tr("Mark as a problem"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.mark.setProperty("kind", "main")
        self.mark.setDefault(True)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addSpacing(line // 3)
        column.addWidget(self.buttons)
        self.setMinimumWidth(line * 24)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, text: str) -> None:
        self.reason.setText(text)
        self.mark.setFocus(Qt.FocusReason.OtherFocusReason)
