"""What stands in place of a page that is not there: it waits, met a problem, or all is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.check.page_in_hand import PageInHand
from desktop.check.page_notices import why_not
from desktop.style import Theme
from desktop.window.empty_state import EmptyState
from engine.library import JobState


class Waiting(QWidget):
    """Says why there is no page to see, and what can be done."""

    leave_wanted = Signal()
    """To the list of documents."""

    read_wanted = Signal()
    """The page is to be read, or tried once more."""

    def __init__(self, hand: PageInHand, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what is in hand."""
        super().__init__(parent)
        self._hand = hand
        self._opening = QWidget(self)
        self._done = EmptyState(theme, "done", self)
        self.leave = self._done.add_button(self.leave_wanted.emit, main=True)
        self._reading = EmptyState(theme, "queue", self)
        self._problem = EmptyState(theme, "problem", self)
        self.read = self._problem.add_button(self.read_wanted.emit, main=True)
        self._stack = QStackedLayout(self)
        for widget in (self._opening, self._done, self._reading, self._problem):
            self._stack.addWidget(widget)
        self.nothing_left = False
        for signal in (hand.page_opened, hand.lines_changed, hand.document_changed):
            signal.connect(self.follow)

    def follow(self) -> None:
        """Say what holds now."""
        page = self._hand.page
        if self._hand.facts is None:
            self._stack.setCurrentWidget(self._done if self.nothing_left else self._opening)
            return
        if page is None or page.stored is not None:
            self._stack.setCurrentWidget(self._opening)
            return
        job = page.job
        if job is not None and job.state is JobState.QUEUED:
            self._reading.set_words(
                self.tr("This page waits to be read"), self.tr("It appears here as soon as it is read.")
            )
        elif job is not None and job.state is JobState.RUNNING:
            self._reading.set_words(
                self.tr("This page is being read"), self.tr("It appears here as soon as it is read.")
            )
        else:
            said = why_not(job) if job else ""
            cancelled = self.tr("Its reading was cancelled.")
            self._problem.set_words(self.tr("This page is not read"), said or cancelled)
        self._stack.setCurrentWidget(self._reading if page.being_read else self._problem)

    def retranslate(self) -> None:
        """Take the words anew."""
        self._done.set_words(
            self.tr("Nothing is left to check"), self.tr("Every document that is read has been looked at.")
        )
        self.leave.setText(self.tr("To the documents"))
        self.read.setText(self.tr("Try again"))
        self.follow()
