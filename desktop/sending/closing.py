"""Asks before the window closes while something is sent or written to a stick; then ends it first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.sending.desk import SendingDesk


class Closing(QObject):
    """Holds the window open until a person knows what is under way, and until that has ended."""

    def __init__(self, desk: SendingDesk, window: QWidget) -> None:
        """Be ready.

        Args:
            desk: Knows what is under way.
            window: Over which is asked.
        """
        super().__init__(window)
        self._desk, self._window = desk, window
        self._close: Callable[[], object] | None = None
        self.question: QMessageBox | None = None
        desk.changed.connect(self._look)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Return whether nothing holds the window; otherwise ask, and call ``close`` once it has ended."""
        if not self._desk.holds:
            return True
        if self._close is not None:
            return False  # it was answered, and ends within seconds
        self.ask(self._desk.holds, close)
        return False

    def ask(self, verb: str, close: Callable[[], object]) -> None:
        """Ask whether something is to be stopped, and call ``close`` once it has ended."""
        if self.question is not None:
            self.question.reject()
        title, words = self._words(verb)
        question = QMessageBox(
            QMessageBox.Icon.Question, "", title, QMessageBox.StandardButton.NoButton, self._window
        )
        question.setWindowTitle(self.tr("Close Sanduku"))
        question.setInformativeText(words)
        question.setTextFormat(Qt.TextFormat.PlainText)
        end = question.addButton(self.tr("Stop it and close"), QMessageBox.ButtonRole.DestructiveRole)
        wait = question.addButton(self.tr("Wait"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(wait)
        question.setEscapeButton(wait)
        end.clicked.connect(lambda _checked=False: self._end(close))
        question.finished.connect(lambda _result: self._answered(question))
        self.question = question
        question.open()

    def _words(self, verb: str) -> tuple[str, str]:
        match verb:
            case "export":
                return (
                    self.tr("The stick is not written to the end."),
                    self.tr("If you close now, what is written is taken off it again. Nothing is lost."),
                )
            case "take":
                return (
                    self.tr("The answer on the stick is not taken to the end."),
                    self.tr("Nothing is lost: take it again the next time."),
                )
            case "packs" | "install":
                return (
                    self.tr("A model from headquarters is not here to the end."),
                    self.tr("What has come is kept; it goes on from there the next time."),
                )
            case _:
                return (
                    self.tr("Sending is not finished."),
                    self.tr("What has arrived at headquarters counts; the rest goes the next time."),
                )

    def _end(self, close: Callable[[], object]) -> None:
        self._close = close
        self._desk.stop()
        self._look()

    def _look(self) -> None:
        if self._close is not None and not self._desk.busy:
            close, self._close = self._close, None
            close()

    def _answered(self, question: QMessageBox) -> None:
        question.deleteLater()
        if self.question is question:
            self.question = None
