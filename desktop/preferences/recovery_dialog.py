"""Makes a new recovery key, shows it once, and has it printed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.style import Theme
from desktop.texts import error_text
from desktop.welcome.recovery_sheet import print_sheet
from engine.errors import SandukuError


class RecoveryDialog(QDialog):
    """First says what a new key means, then makes it and shows it."""

    def __init__(self, access: LibraryAccess, theme: Theme, parent: QWidget) -> None:
        """Ask before anything is changed."""
        super().__init__(parent)
        self._access = access
        self.recovery_key = ""
        self.words, self.key = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        self.key.setFont(font)
        self.print, self.kept = QPushButton(self), QCheckBox(self)
        self.cancel, self.go_on = QPushButton(self), QPushButton(self)
        self.go_on.setProperty("kind", "main")
        self.print.setIcon(theme.icons.icon("print"))
        for button in (self.print, self.cancel):
            button.setAutoDefault(False)
        line = theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 2 // 3)
        for widget in (self.words, self.key, self.print, self.kept):
            column.addWidget(widget)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.go_on)
        column.addLayout(feet)
        self.print.clicked.connect(lambda: print_sheet(self.recovery_key, self))
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)
        self.setMinimumWidth(line * 26)
        self.retranslate()

    def reject(self) -> None:
        """Close, but not over a key that nobody has kept."""
        if not self.recovery_key or self.kept.isChecked():
            super().reject()

    def retranslate(self) -> None:
        """Take the words anew."""
        made = bool(self.recovery_key)
        self.setWindowTitle(self.tr("New recovery key"))
        self.words.setText(
            self.tr("Only this key opens the library if you forget the passphrase. It is shown this once.")
            if made
            else self.tr(
                "You get a new key to print. The key that you have now will open nothing but earlier "
                "backups: destroy its sheet afterwards."
            )
        )
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.print.setText(self.tr("Print the key…"))
        self.kept.setText(self.tr("I printed the key or wrote it down."))
        self.cancel.setText(self.tr("Cancel"))
        self.go_on.setText(self.tr("Done") if made else self.tr("Make a new key"))
        for widget in (self.key, self.print, self.kept):
            widget.setVisible(made)
        self.cancel.setVisible(not made)
        self.go_on.setEnabled(not made or self.kept.isChecked())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_key(self, recovery_key: str) -> None:
        """Show the new key."""
        self.recovery_key = recovery_key
        groups = recovery_key.split("-")
        self.key.setText("-".join(groups[:4]) + "-\n" + "-".join(groups[4:]))
        self.retranslate()
        self.print.setFocus()

    def _go_on(self) -> None:
        if self.recovery_key:
            self.accept()
            return
        self.go_on.setEnabled(False)
        self._access.do(lambda library: library.new_recovery_key(), self.show_key, self._refused, owner=self)

    def _refused(self, error: SandukuError) -> None:
        self.go_on.setEnabled(True)
        self.words.setText(error_text(error))
