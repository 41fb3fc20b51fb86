"""What went wrong, as cards: what happened to which file, and a button for what helps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import Fix, fix_of, told_error
from desktop.queue import telling
from desktop.queue.cards import Button, CardColumn, CardWords
from desktop.queue.refused import RefusedFile
from desktop.queue.state import Problem
from desktop.style import Theme
from engine.language import isolate

VIEW_OF = {Fix.FREE_SPACE: "documents", Fix.SETTINGS: "preferences", Fix.STRAIGHTEN: "check"}
"""Where a button leads; it is not offered where there is no such view."""


class ProblemsPage(QScrollArea):
    """Documents that could not be read, and files that could not be added."""

    fix_wanted = Signal(str, str)
    """Key of the problem or file, and a :class:`Fix`, or ``let-go``."""

    retry_all_wanted = Signal()

    def __init__(self, views: frozenset[str], theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with none.

        Args:
            views: Names of the views that can be opened.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._views, self._theme = views, theme
        self._problems: tuple[Problem, ...] = ()
        self._refused: tuple[RefusedFile, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        self.retry_all, self.passwords = QPushButton(inner), QPushButton(inner)
        self.cards = CardColumn(theme, inner)
        self.more = QLabel(inner)
        self.more.setProperty("kind", "muted")
        self.more.setWordWrap(True)
        self._column = QVBoxLayout(inner)
        for widget in (self.passwords, self.retry_all, self.cards, self.more):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.cards.pressed.connect(self.fix_wanted)
        self.retry_all.clicked.connect(lambda _checked=False: self.retry_all_wanted.emit())
        self.passwords.clicked.connect(lambda _checked=False: self.fix_wanted.emit("", Fix.PASSWORD))
        self._column.setContentsMargins(theme.line // 4, 0, theme.line // 4, 0)
        self.retranslate()

    def show_problems(self, problems: Sequence[Problem], refused: Sequence[RefusedFile]) -> None:
        """Show these, the files that wait for a person first."""
        self._problems, self._refused = tuple(problems), tuple(refused)
        self.retranslate()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._problems) + len(self._refused)

    def protected(self) -> tuple[RefusedFile, ...]:
        """Return the files that a password would open."""
        return tuple(each for each in self._refused if fix_of(each.error.code) is Fix.PASSWORD)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.retry_all.setText(self.tr("Try all again"))
        self.retry_all.setVisible(len(self._problems) > 1)
        self.passwords.setText(self.tr("Give one password for %Ln file(s)…", "", len(self.protected())))
        self.passwords.setVisible(len(self.protected()) > 1)
        words = [*map(self._of_file, self._refused), *map(self._of_problem, self._problems)]
        left = self.cards.set_cards(words)
        self.more.setText(self.tr("%Ln more, not shown here", "", left))
        self.more.setVisible(left > 0)

    def _of_file(self, file: RefusedFile) -> CardWords:
        said = told_error(file.error)
        fix = fix_of(file.error.code)
        helps = self._helping(fix, of_file=True)
        # Without its password a protected file would be refused again.
        wanted = file.path is not None and fix is not Fix.PASSWORD
        again = Button(Fix.TRY_AGAIN, self.tr("Add again")) if wanted else None
        buttons = (helps, again, Button("let-go", self.tr("Leave it out")))
        return CardWords(
            file.key, isolate(file.name), said.what, said.remedy, tuple(each for each in buttons if each)
        )

    def _of_problem(self, problem: Problem) -> CardWords:
        name, what, remedy = telling.problem(problem)
        helps = self._helping(fix_of(problem.code), of_file=False)
        again = Button(Fix.TRY_AGAIN, self.tr("Try again"))
        return CardWords(problem.key, name, what, remedy, (helps, again) if helps else (again,))

    def _helping(self, fix: Fix, *, of_file: bool) -> Button | None:
        """Return the button for what helps, if it can be done here."""
        if VIEW_OF.get(fix, "") and VIEW_OF[fix] not in self._views:
            return None
        words = {
            Fix.FREE_SPACE: self.tr("Look into the trash"),
            Fix.SETTINGS: self.tr("Open the settings"),
            Fix.STRAIGHTEN: self.tr("Show the page"),
        }
        if of_file:
            words = {Fix.PASSWORD: self.tr("Give the password…"), **words}
            del words[Fix.STRAIGHTEN]
        else:
            words[Fix.REMOVE] = self.tr("Remove the document")
        return Button(fix, words[fix]) if fix in words else None
