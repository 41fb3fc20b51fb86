"""The questions that are asked about documents: a name, a reason, tags, cases, days. None of them waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style import Theme


class Question(QDialog):
    """A dialog with a sentence, some fields and two buttons; goes when it is closed."""

    def __init__(self, parent: QWidget, title: str, words: str, yes: str) -> None:
        """Ask.

        Args:
            parent: Over which it stands.
            title: Of the dialog.
            words: What is asked; empty for nothing.
            yes: What the button says that does it.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        if words:
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.column.addWidget(label)
        self.buttons = QDialogButtonBox(self)
        self.yes = QPushButton(yes, self)
        self.yes.setProperty("kind", "main")
        self.yes.setDefault(True)
        self.no = QPushButton(self.tr("Cancel"), self)
        self.buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def begin(self) -> None:
        """Put the buttons below the fields, and show the dialog."""
        self.column.addWidget(self.buttons)
        self.open()


class TextQuestion(Question):
    """Asks for a line of text."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        title: str,
        words: str,
        yes: str,
        done: Callable[[str], object],
        *,
        text: str = "",
        may_be_empty: bool = False,
    ) -> None:
        """Ask; ``done`` gets the text, without spaces around it."""
        super().__init__(parent, title, words, yes)
        self.field = QLineEdit(text, self)
        self.field.setAccessibleName(words or title)
        self.field.setMinimumWidth(theme.line * 20)
        self.field.selectAll()
        self.column.addWidget(self.field)
        self._may_be_empty = may_be_empty
        self.field.textChanged.connect(self._judge)
        self.accepted.connect(lambda: done(self.field.text().strip()))
        self._judge()
        self.begin()

    def _judge(self) -> None:
        self.yes.setEnabled(self._may_be_empty or bool(self.field.text().strip()))


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag or a case that documents may have.

    Attributes:
        key: By which it is known.
        text: What is shown.
        on: Whether the chosen documents have it; None: some of them.
    """

    key: str
    text: str
    on: bool | None


@dataclass(frozen=True, slots=True)
class Marked:
    """What somebody chose.

    Attributes:
        added: Keys of the marks that all of them shall have.
        removed: Keys of those that none of them shall have.
        new: Names of new ones.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    new: tuple[str, ...]


class MarksQuestion(Question):
    """Asks which tags or cases documents shall have; new ones are typed."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        title: str,
        new_words: str,
        marks: Sequence[Mark],
        done: Callable[[Marked], object],
    ) -> None:
        """Ask.

        Args:
            parent: Over which it stands.
            theme: Gives sizes.
            title: Of the dialog.
            new_words: What the field for a new one is called.
            marks: Those that there are.
            done: Gets what was chosen.
        """
        super().__init__(parent, title, "", self.tr("Save"))
        self._marks = tuple(marks)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(new_words)
        self.field.setAccessibleName(new_words)
        self.field.setMinimumWidth(theme.line * 20)
        completer = QCompleter([mark.text for mark in marks], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        states = {
            True: Qt.CheckState.Checked,
            False: Qt.CheckState.Unchecked,
            None: Qt.CheckState.PartiallyChecked,
        }
        for mark in marks:
            item = QListWidgetItem(mark.text, self.list)
            item.setCheckState(states[mark.on])
        self.list.setMinimumHeight(theme.line * 8)
        self.list.setVisible(bool(marks))
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.accepted.connect(lambda: done(self._marked()))
        self.begin()

    def _marked(self) -> Marked:
        added, removed, new = [], [], []
        for row, mark in enumerate(self._marks):
            state = self.list.item(row).checkState()
            if state == Qt.CheckState.Checked and mark.on is not True:
                added.append(mark.key)
            elif state == Qt.CheckState.Unchecked and mark.on is not False:
                removed.append(mark.key)
        typed = self.field.text().strip()
        known = next((mark for mark in self._marks if mark.text.casefold() == typed.casefold()), None)
        if known is not None:
            # Typed in full it is meant, whatever its box says.
            added = [*dict.fromkeys([*added, known.key])]
            removed = [key for key in removed if key != known.key]
        elif typed:
            new.append(typed)
        return Marked(tuple(added), tuple(removed), tuple(new))


class DaysQuestion(Question):
    """Asks from which day to which documents were added."""

    def __init__(self, parent: QWidget, done: Callable[[QDate, QDate], object]) -> None:
        """Ask; ``done`` gets both days."""
        super().__init__(parent, self.tr("Added from a day to a day"), "", self.tr("Show these"))
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today.addMonths(-1), self), QDateEdit(today, self)
        form = QFormLayout()
        form.addRow(self.tr("From"), self.first)
        form.addRow(self.tr("To"), self.last)
        for field in (self.first, self.last):
            field.setCalendarPopup(True)
        self.column.addLayout(form)
        self.accepted.connect(lambda: done(self.first.date(), self.last.date()))
        self.begin()


def ask_days(parent: QWidget, done: Callable[[QDate, QDate], object]) -> DaysQuestion:
    """Ask from which day to which."""
    return DaysQuestion(parent, done)


class LastWarning(QMessageBox):
    """Asks once before something is gone for good; doing nothing is what Enter does."""

    def __init__(
        self, parent: QWidget, title: str, words: str, yes: str, no: str, done: Callable[[], object]
    ) -> None:
        """Ask.

        Args:
            parent: Over which it stands.
            title: The question.
            words: What is lost.
            yes: What the button says that does it.
            no: What the other button says.
            done: Does it.
        """
        super().__init__(QMessageBox.Icon.Warning, title, title, QMessageBox.StandardButton.NoButton, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setInformativeText(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = self.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        self.no = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.no)
        self.setEscapeButton(self.no)
        self.yes.clicked.connect(lambda _checked=False: done())
        self.open()
