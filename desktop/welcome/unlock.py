"""Asks for the passphrase, or the recovery key where it is forgotten."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.access import LibraryDoor
from desktop.errors import told_error
from desktop.sending.behind import BehindTheLock
from desktop.style import Theme
from desktop.upkeep.way_out import OF_ANOTHER_VERSION
from desktop.welcome.opening import Opening
from desktop.welcome.page import CardPage, row_of
from desktop.welcome.secret_field import SecretField
from engine.errors import SandukuError


class UnlockPage(CardPage):
    """The lock of the library."""

    unlocked = Signal(object)
    """A :class:`LibraryDoor`."""

    other_version_needed = Signal(object)
    """What was typed is right, and this version cannot open the library: the error."""

    def __init__(self, opening: Opening, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask for the passphrase."""
        super().__init__(theme, "lock", parent)
        self._opening = opening
        self._by_key = False
        self._busy = False
        self._behind: BehindTheLock | None = None
        self.opened_by_key = False
        self._label, self.passphrase, self.key = QLabel(self), SecretField(theme, self), QLineEdit(self)
        self.key.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("kind", "wrong")
        self.meanwhile = QLabel(self)
        self.meanwhile.setWordWrap(True)
        self.meanwhile.setProperty("kind", "muted")
        self.meanwhile.hide()
        self.unlock, self.other = QPushButton(self), QPushButton(self)
        self.unlock.setProperty("kind", "main")
        self.other.setProperty("kind", "link")
        for widget in (self._label, self.passphrase, self.key, self.trouble):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(self.other, self.unlock))
        self.column.addWidget(self.meanwhile)
        self.unlock.clicked.connect(self.try_it)
        self.other.clicked.connect(self._switch)
        for field in (self.passphrase, self.key):
            field.returnPressed.connect(self.try_it)
            field.textEdited.connect(lambda _text: self.trouble.hide())
        self.trouble.hide()
        self.setFocusProxy(self.passphrase)
        self.retranslate()

    def try_it(self) -> None:
        """Open the library with what was typed."""
        if self._busy:
            return
        self._set_busy(busy=True)
        if self._by_key:
            self._opening.open(self._opened, self._refused, recovery_key=self.key.text())
        else:
            self._opening.open(self._opened, self._refused, passphrase=self.passphrase.text())

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Sanduku is locked"))
        self.lead.setText(self.tr("Everything in the library is encrypted on this computer."))
        name = self.tr("Recovery key") if self._by_key else self.tr("Passphrase")
        self._label.setText(name)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.unlock.setText(self.tr("Opening…") if self._busy else self.tr("Unlock"))
        self.other.setText(
            self.tr("Use the passphrase") if self._by_key else self.tr("I forgot the passphrase")
        )
        self.passphrase.setVisible(not self._by_key)
        self.key.setVisible(self._by_key)
        self.meanwhile.setText(self.tr("What is being sent goes on meanwhile."))

    def follow(self, behind: BehindTheLock) -> None:
        """Say whether something is sent behind the lock."""
        self._behind = behind
        behind.changed.connect(self._show_meanwhile)
        self._show_meanwhile()

    def tell(self, error: SandukuError) -> None:
        """Say why the library cannot be opened."""
        # There is but one library here: the name of its folder would only puzzle.
        said = told_error(error)
        words = f"{said.what} {said.remedy}".strip()
        self.trouble.setText(words)
        self.trouble.setAccessibleName(words)
        self.trouble.show()

    def tell_updating(self, pages: int) -> None:
        """Say how far a library of an earlier version is that is brought up to date."""
        words = self.tr("The library is being brought up to date for this version. Pages done: %1")
        self.lead.setText(words.replace("%1", QLocale().toString(pages)))

    def _show_meanwhile(self) -> None:
        self.meanwhile.setVisible(self._behind is not None and self._behind.busy)

    def _switch(self) -> None:
        self._by_key = not self._by_key
        self.trouble.hide()
        self.retranslate()
        field = self.key if self._by_key else self.passphrase
        self.setFocusProxy(field)
        field.setFocus()

    def _opened(self, door: LibraryDoor) -> None:
        self._set_busy(busy=False)
        self.opened_by_key = self._by_key
        self.passphrase.clear()
        self.key.clear()
        self.unlocked.emit(door)

    def _refused(self, error: SandukuError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, OF_ANOTHER_VERSION):
            self.other_version_needed.emit(error)
            return
        self.tell(error)
        field = self.key if self._by_key else self.passphrase
        field.selectAll()
        field.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for widget in (self.passphrase, self.key, self.unlock, self.other):
            widget.setEnabled(not busy)
        self.retranslate()
