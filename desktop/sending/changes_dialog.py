"""What changed since the last sending, old and new side by side, before it goes out."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.sending.difference import MARKED, marked
from desktop.sending.standing import Changed, ChangedThings
from desktop.sending.wide_table import WideTable
from desktop.sending.words import KINDS, OTHER, said
from desktop.style import Theme
from engine.language import isolate

GONE, NEW = "−", "+"
"""Signs before what was taken away and what was added: colour alone tells nothing to many people."""


class ChangesDialog(QDialog):
    """A table of changes, the latest first."""

    def __init__(self, things: ChangedThings, theme: Theme, parent: QWidget) -> None:
        """Show changes.

        Args:
            things: Those.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("What changed"))
        self.lead = QLabel(self.tr("This goes to headquarters with the next sending."), self)
        self.lead.setWordWrap(True)
        self.table = WideTable(4, theme, self)
        self.table.setRowCount(len(things.shown))
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [self.tr("What"), self.tr("Document"), self.tr("Before"), self.tr("Now")]
        )
        for row, change in enumerate(things.shown):
            self._fill(row, change)
        self.more = QLabel(self.tr("and %Ln earlier change(s)", "", things.more), self)
        self.more.setVisible(bool(things.more))
        self.shut = QPushButton(self.tr("Close"), self)
        self.shut.clicked.connect(self.accept)
        line = theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        for widget in (self.lead, self.table, self.more):
            column.addWidget(widget)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.shut)
        column.addLayout(feet)
        room = parent.window().size()
        self.resize(min(line * 50, room.width() - line), min(line * 34, room.height() - line))
        self.shut.setFocus()

    def _fill(self, row: int, change: Changed) -> None:
        colours = self._theme.colours
        cells = (
            (said(KINDS.get(change.what, OTHER)), "", ""),
            (isolate(change.document), "", ""),
            (_signed(GONE, change.before), colours.wrong, colours.wrong_ground),
            (_signed(NEW, change.now), colours.sure, colours.sure_ground),
        )
        for column, (text, ink, ground) in enumerate(cells):
            item = self.table.put(row, column, text)
            if text and ink:
                mine, other = (change.before, change.now) if column == 2 else (change.now, change.before)
                item.setData(MARKED, marked(mine, other, sign=GONE if column == 2 else NEW))
                item.setForeground(QColor(ink))
                item.setBackground(QColor(ground))


def _signed(sign: str, text: str) -> str:
    """Return a text with a sign before each of its lines."""
    return "\n".join(f"{sign} {isolate(line)}" for line in text.splitlines()) if text else ""
