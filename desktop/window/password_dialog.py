"""Asks for the password of protected files, once for all that were added together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style import Theme
from desktop.welcome.secret_field import SecretField
from engine.language import isolate

NAMES = 4
"""So many files are named; of the others their number is told."""


class PasswordDialog(QDialog):
    """The question."""

    given = Signal(str)
    """The password."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget, *, wrong: bool = False) -> None:
        """Ask for the password of files.

        Args:
            names: Of the files.
            theme: The look.
            parent: The window.
            wrong: Whether the password that was given before did not open them.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Protected files"))
        line = theme.line
        mark, head, self.files, self.hint = QLabel(self), QLabel(self), QLabel(self), QLabel(self)
        mark.setPixmap(theme.icons.pixmap("lock", line * 3 // 2, "link"))
        head.setText(self.tr("%Ln file(s) need(s) a password:", "", len(names)))
        shown = [isolate(name) for name in names[:NAMES]]
        if len(names) > NAMES:
            shown.append(self.tr("%Ln more", "", len(names) - NAMES))
        # Names of another script than the window's stand under its words all the same.
        side = "\u200f" if self.isRightToLeft() else "\u200e"
        self.files.setText("\n".join(f"{side}• {name}" for name in shown))
        self.hint.setText(
            self.tr("This password did not open them. Mind capital letters and the keyboard's language.")
            if wrong
            else self.tr(
                "The password is kept in the encrypted library, so that the files can be read again."
            )
        )
        self.hint.setProperty("kind", "wrong" if wrong else "muted")
        for label in (head, self.files, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.field = SecretField(theme, self)
        self.field.setAccessibleName(self.tr("Password"))
        self.add, later = QPushButton(self.tr("Add"), self), QPushButton(self.tr("Not now"), self)
        self.add.setProperty("kind", "main")
        self.add.setDefault(True)
        self.add.setEnabled(False)
        box = QDialogButtonBox(self)
        box.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        box.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout()
        column.setSpacing(line // 2)
        for widget in (head, self.files, self.field, self.hint, box):
            column.addWidget(widget)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(line, line, line, line)
        whole.setSpacing(line)
        whole.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(column, 1)
        self.field.textChanged.connect(lambda text: self.add.setEnabled(bool(text)))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.setMinimumWidth(min(line * 26, 900))
        self.field.setFocus()

    def accept(self) -> None:
        """Tell the password, if there is one."""
        if self.field.text():
            password = self.field.text()
            self.field.clear()
            super().accept()
            self.given.emit(password)
