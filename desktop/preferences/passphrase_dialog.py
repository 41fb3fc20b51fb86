"""Asks for another passphrase, and says what it is worth."""

import itertools

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.style import Theme
from desktop.texts import error_text
from desktop.welcome.secret_field import SecretField
from desktop.welcome.strength import Strength, strength
from desktop.welcome.strength_words import strength_words
from engine.errors import SandukuError


class PassphraseDialog(QDialog):
    """Gives the open library another passphrase; accepted when that is done."""

    def __init__(self, access: LibraryAccess, theme: Theme, parent: QWidget) -> None:
        """Ask for it twice.

        Args:
            access: Writes it.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._access = access
        self._busy = False
        self._lead, self._first_name, self._second_name = QLabel(self), QLabel(self), QLabel(self)
        self._lead.setWordWrap(True)
        self._lead.setProperty("kind", "muted")
        self.first, self.second = SecretField(theme, self), SecretField(theme, self)
        self.worth, self.words = QProgressBar(self), QLabel(self)
        self.worth.setRange(0, int(Strength.STRONG))
        self.worth.setTextVisible(False)
        self.worth.setFixedHeight(6)
        self.words.setWordWrap(True)
        self.cancel, self.change = QPushButton(self), QPushButton(self)
        self.cancel.setAutoDefault(False)
        self.change.setProperty("kind", "main")
        self.change.setDefault(True)
        column = QVBoxLayout(self)
        line = theme.line
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        for widget in (
            self._lead, self._first_name, self.first, self.worth, self.words, self._second_name, self.second,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.change)
        column.addLayout(feet)
        # From field to field first: the eyes come after both.
        order = (self.first, self.second, self.first.eye, self.second.eye, self.cancel, self.change)
        for one, following in itertools.pairwise(order):
            QWidget.setTabOrder(one, following)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self.try_it)
        for field in (self.first, self.second):
            field.textEdited.connect(lambda _text: self._judge())
        self.retranslate()
        self.setMinimumWidth(line * 24)
        self.first.setFocus()

    def try_it(self) -> None:
        """Change the passphrase, if both are the same."""
        if not self.change.isEnabled():
            return
        self._busy = True
        self._judge()
        passphrase = self.first.text()
        self._access.do(
            lambda library: library.change_passphrase(passphrase), self._done, self._refused, owner=self
        )

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setWindowTitle(self.tr("Change the passphrase"))
        self._lead.setText(
            self.tr(
                "Four or five ordinary words are easy to keep. Earlier backups keep their old passphrase."
            )
        )
        self._first_name.setText(self.tr("New passphrase"))
        self._second_name.setText(self.tr("The same once more"))
        self.first.setAccessibleName(self.tr("New passphrase"))
        self.second.setAccessibleName(self.tr("The same once more"))
        self.worth.setAccessibleName(self.tr("How well the passphrase protects"))
        self.cancel.setText(self.tr("Cancel"))
        self._judge()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _judge(self) -> None:
        typed, again = self.first.text(), self.second.text()
        worth = strength(typed)
        differ = bool(again) and typed != again
        words = self.tr("The two are not the same.") if differ else strength_words(worth)
        self.worth.setValue(int(worth))
        self.words.setText(words if typed else " ")
        self.change.setEnabled(worth is not Strength.TOO_SHORT and typed == again and not self._busy)
        self.change.setText(self.tr("Changing…") if self._busy else self.tr("Change it"))

    def _done(self, _nothing: object) -> None:
        self.first.clear()
        self.second.clear()
        self.accept()

    def _refused(self, error: SandukuError) -> None:
        self._busy = False
        self._judge()
        self.words.setText(error_text(error))
