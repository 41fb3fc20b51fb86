"""Before many pages are described or sorted: how closely and at what length, and how long that will take."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.asking.foretold import Foretold
from desktop.asking.manner import Manner, MannerRow
from desktop.asking.models import KnownModels
from desktop.style import Theme
from engine.answer import AnswerTask


class DescribeDialog(QDialog):
    """Asks; accepted where a person wants it."""

    def __init__(
        self,
        task: AnswerTask,
        pages: int,
        access: LibraryAccess,
        models: KnownModels,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Ask about pages.

        Args:
            task: To describe or to sort them.
            pages: How many they are.
            access: Asked how long it will take.
            models: Know which model does it.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._task, self._pages = task, pages
        sorting = task is AnswerTask.TRIAGE
        self.setWindowTitle(self.tr("Sort photos") if sorting else self.tr("Describe pages"))
        question = (
            self.tr("Have %Ln page(s) sorted by what they show?", "", pages)
            if sorting
            else self.tr("Have %Ln page(s) described?", "", pages)
        )
        title = QLabel(question, self)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        behind = QLabel(
            self.tr("It goes on in the background, after what is still to be read, and can be stopped."), self
        )
        self.manner = MannerRow(theme, self, says=not sorting)
        card = models.card(task)
        self.manner.offer(card["profiles"] if card is not None else {})
        self.foretold = Foretold(access, models, self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.begin = QPushButton(self.tr("Sort") if sorting else self.tr("Describe"), self)
        self.begin.setProperty("kind", "main")
        self.begin.setDefault(True)
        self.cancel.setAutoDefault(False)
        line = theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        for label in (title, behind):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (title, self.manner, self.foretold, behind):
            column.addWidget(widget)
        column.addStretch(1)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.begin)
        column.addLayout(feet)
        self.resize(line * 28, line * 14)
        self.cancel.clicked.connect(self.reject)
        self.begin.clicked.connect(self.accept)
        self.manner.changed.connect(self._foretell)
        self.begin.setFocus()
        self._foretell()

    @property
    def chosen(self) -> Manner:
        """How it is to be done."""
        return self.manner.manner

    def _foretell(self) -> None:
        self.foretold.tell([self._task], self.manner.manner, pages=self._pages)
