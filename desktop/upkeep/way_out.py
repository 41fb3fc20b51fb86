"""Shown where this version cannot open the library, and another one can: what a person can do about it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.errors import told_error
from desktop.style import Theme
from desktop.texts import error_text
from desktop.upkeep.process import UPDATES, UpkeepProcess
from desktop.welcome.page import CardPage, row_of
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import LibraryTooNewError, MigrationFailedError

OF_ANOTHER_VERSION = (LibraryTooNewError, MigrationFailedError)
"""Errors that another version does not have with the same library."""


class WayOutPage(CardPage):
    """Says why the library stays closed, and offers the version that opens it."""

    restart_wanted = Signal()
    """Another version is used from the next start on, and the person wants that now."""

    again_wanted = Signal()
    """The library is to be opened once more by this version."""

    def __init__(
        self, error: SandukuError, process: UpkeepProcess, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Say why, and ask what else lies on this computer.

        Args:
            error: One of :data:`OF_ANOTHER_VERSION`.
            process: Knows the versions.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(theme, "warning", parent)
        self._error, self._process = error, process
        self._again, self._before = "", False
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        self.other, self.once_more = QPushButton(self), QPushButton(self)
        self.other.setProperty("kind", "main")
        self.other.hide()
        self.column.addWidget(self.trouble)
        self.column.addLayout(row_of(self.once_more, self.other))
        self.once_more.clicked.connect(lambda _checked=False: self.again_wanted.emit())
        self.other.clicked.connect(lambda _checked=False: self.use_other())
        self.setFocusProxy(self.once_more)
        self.retranslate()
        process.start(UPDATES, {"verb": "status"}, self.take, self._tell)

    def take(self, status: Mapping[str, Any]) -> None:
        """Offer what there is, as ``engine.updates.program`` tells it."""
        if isinstance(self._error, LibraryTooNewError):
            self._again = status["again"]
        else:
            self._before = status["can_set_aside"]
        self.other.setVisible(bool(self._again) or self._before)
        self.retranslate()
        if self._again or self._before:
            self.setFocusProxy(self.other)
            self.other.setFocus()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("This version cannot open your library"))
        said = told_error(self._error)
        safe = self.tr("Nothing is lost: your library is as it was.")
        if self._again:
            way = self.tr("Version %1 is still on this computer, and can open it.")
            way = way.replace("%1", isolate(self._again))
        elif self._before:
            way = self.tr("The version before opens it.")
        else:
            way = said.remedy
        self.lead.setText("\n".join(each for each in (said.what, safe, way) if each))
        again = self.tr("Use version %1 again").replace("%1", isolate(self._again))
        self.other.setText(again if self._again else self.tr("Use the version before"))
        self.once_more.setText(self.tr("Try again"))

    def use_other(self) -> None:
        """Use the version that opens it from the next start on, and start."""
        self.other.setEnabled(False)
        verb = "use-again" if self._again else "set-aside"
        self._process.start(UPDATES, {"verb": verb}, lambda _done: self.restart_wanted.emit(), self._tell)

    def _tell(self, error: SandukuError) -> None:
        self.other.setEnabled(True)
        self.trouble.setText(error_text(error))
        self.trouble.show()
