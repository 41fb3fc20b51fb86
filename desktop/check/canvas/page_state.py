"""What stands in place of a page that cannot be shown yet, or not at all: a sentence that says why."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.style import Theme
from desktop.window.empty_state import EmptyState

PATIENCE_MILLISECONDS = 250
"""A page that comes sooner flashes no message."""


class PageState(StrEnum):
    """How it stands with the picture of a page."""

    SHOWN = "shown"
    OPENING = "opening"
    MISSING = "missing"


ICONS = {
    PageState.OPENING: "document",
    PageState.MISSING: "warning",
}


class StateMessage(QWidget):
    """Covers the page with what there is to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._state = PageState.SHOWN
        self._shown: EmptyState | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._show)
        self.hide()

    @property
    def state(self) -> PageState:
        """What is said."""
        return self._state

    def say(self, state: PageState) -> None:
        """Say how it stands with the page; what is shown needs no words."""
        self._patience.stop()
        self._state = state
        if state is PageState.OPENING and self.isHidden():
            self._patience.start()
        else:
            self._show()

    def words(self) -> tuple[str, str]:
        """Return the title and the sentence, in the language in force."""
        return {
            PageState.SHOWN: ("", ""),
            PageState.OPENING: (self.tr("The page is being opened…"), ""),
            PageState.MISSING: (
                self.tr("The picture of this page is missing"),
                self.tr("Its text is kept. Read the document again to make the picture anew."),
            ),
        }[self._state]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self._shown.set_words(*self.words())

    def _show(self) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.deleteLater()
            self._shown = None
        if self._state is not PageState.SHOWN:
            self._shown = EmptyState(self._theme, ICONS[self._state], self)
            self._shown.set_words(*self.words())
            self._column.addWidget(self._shown)
        self.setVisible(self._shown is not None)
        self.raise_()
