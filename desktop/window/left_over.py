"""Files that were still to be added when the library was locked or the window closed: nobody forgets them.

Which they are stands in the library; this asks for it, has the import go on with them, and asks the person
where that is theirs to say. It never looks at the files.
"""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop.access import Import, LibraryAccess
from desktop.window.toasts import Toasts
from engine.library import LeftBatch, Library


class LeftOver(QObject):
    """Goes on with what is left, and holds the window open until a person knows of it."""

    def __init__(
        self, access: LibraryAccess, importing: Import, toasts: Toasts, window: QWidget, *, goes_on: bool
    ) -> None:
        """Look what is left.

        Args:
            access: Asks the library.
            importing: Takes the files in.
            toasts: Tell that it goes on.
            window: Over which is asked.
            goes_on: Whether to go on unasked, as after the library was locked.
        """
        super().__init__(window)
        self._access, self._importing, self._toasts, self._window = access, importing, toasts, window
        self._goes_on = goes_on
        self._closes_anyway = False
        self.question: QMessageBox | None = None
        # Done rather than asked: a list that is damaged is removed.
        access.do(lambda library: library.left.all(), self._found, owner=self)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Return whether nothing is left to add; otherwise ask, and call ``close`` if that is the answer."""
        left, total = self._importing.left
        if not left or self._closes_anyway:
            return True
        if self.question is not None:
            self.question.reject()
        words = self.tr("%Ln file(s) of %1 are not added yet.", "", left)
        question = self._question(
            words.replace("%1", QLocale().toString(total)),
            self.tr("If you close now, Sanduku offers them at the next start."),
        )
        leave = question.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        self._open(question, question.addButton(self.tr("Wait"), QMessageBox.ButtonRole.RejectRole))

        def go() -> None:
            self._closes_anyway = True
            close()

        leave.clicked.connect(lambda _checked=False: go())
        return False

    def _found(self, found: list[LeftBatch]) -> None:
        # Files that were dropped before the library was asked stand in its list too, and are on their way.
        left = [each for each in found if not self._importing.begun(each.batch)]
        count = sum(len(each.paths) for each in left)
        if not count:
            return
        if self._goes_on:
            self._toasts.show(
                self.tr("Adding goes on: %Ln file(s) were left when the library was locked.", "", count)
            )
            self._take(left)
            return
        question = self._question(
            self.tr("%Ln file(s) or folder(s) were not added to the end.", "", count),
            self.tr("Sanduku was closed before. What is in the library already is not added twice."),
        )
        go_on = question.addButton(self.tr("Go on adding"), QMessageBox.ButtonRole.AcceptRole)
        drop = question.addButton(self.tr("Do not add them"), QMessageBox.ButtonRole.DestructiveRole)
        later = question.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        go_on.clicked.connect(lambda _checked=False: self._take(left))
        drop.clicked.connect(lambda _checked=False: self._drop(left))
        self._open(question, go_on, later)

    def _take(self, left: list[LeftBatch]) -> None:
        for each in left:
            self._importing.take(each.paths, batch=each.batch)

    def _drop(self, left: list[LeftBatch]) -> None:
        def forget(library: Library) -> None:
            for each in left:
                library.left.forget(each.batch)

        self._access.do(forget, owner=self)

    def _question(self, title: str, words: str) -> QMessageBox:
        question = QMessageBox(
            QMessageBox.Icon.Question, "", title, QMessageBox.StandardButton.NoButton, self._window
        )
        question.setWindowTitle(self.tr("Add files"))
        question.setInformativeText(words)
        question.setTextFormat(Qt.TextFormat.PlainText)
        return question

    def _open(self, question: QMessageBox, default: QPushButton, escape: QPushButton | None = None) -> None:
        question.setDefaultButton(default)
        question.setEscapeButton(escape or default)
        question.finished.connect(lambda _result: self._answered(question))
        self.question = question
        question.open()

    def _answered(self, question: QMessageBox) -> None:
        question.deleteLater()
        if self.question is question:
            self.question = None
