"""Marks the words in which two versions of a text differ, for labels and tables that show both."""

import html
import re
from difflib import SequenceMatcher

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QBrush, QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from engine.language import isolate

MARKED = int(Qt.ItemDataRole.UserRole) + 1
"""Role of a cell's text with marks, as HTML."""
MOST_WORDS = 2000
"""Of longer texts nothing is marked: it would take too long, and tell nobody anything."""
_WORDS = re.compile(r"\s+|[^\s]+")


def marked(text: str, other: str, *, sign: str = "") -> str:
    """Return a text as HTML in which the words that the other one has not are bold and underlined.

    Args:
        text: To be shown; anything in it is shown as it is.
        other: The other version; where it is empty, nothing is marked.
        sign: Stands before each line.
    """
    mine, theirs = _WORDS.findall(text), _WORDS.findall(other)
    pieces = [html.escape(word) for word in mine]
    if other and max(len(mine), len(theirs)) <= MOST_WORDS:
        for tag, begin, end, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
            for at in range(begin, end) if tag != "equal" else ():
                if mine[at].strip():
                    pieces[at] = f"<b><u>{pieces[at]}</u></b>"
    before = f"{html.escape(sign)} " if sign else ""
    # Whole lines, so that each keeps its own direction; marks of direction in the text are taken out.
    lines = "".join(pieces).splitlines() or [""]
    return "<br>".join(before + isolate(line) for line in lines)


class MarkedDelegate(QStyledItemDelegate):
    """Draws cells with their marks and with air around the words, as high as the words need."""

    def __init__(self, table: QTableView) -> None:
        """Draw in a table."""
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as Qt does, and the text with its marks."""
        text = _html_of(index)
        self.initStyleOption(option, index)
        style, option.text = self._table.style(), ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._table)
        margin = self._margin(option)
        document = self._document(text, option, option.rect.width() - 2 * margin)
        context = QAbstractTextDocumentLayout.PaintContext()
        ink = index.data(int(Qt.ItemDataRole.ForegroundRole))
        if isinstance(ink, QBrush) and not option.state & QStyle.StateFlag.State_Selected:
            context.palette.setColor(QPalette.ColorRole.Text, ink.color())
        else:
            context.palette.setColor(QPalette.ColorRole.Text, option.palette.color(QPalette.ColorRole.Text))
        painter.save()
        painter.translate(option.rect.left() + margin, option.rect.top() + margin)
        painter.setClipRect(QRectF(0, 0, option.rect.width() - 2 * margin, option.rect.height()))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that the text needs in a column of this width."""
        text = _html_of(index)
        self.initStyleOption(option, index)
        margin = self._margin(option)
        width = self._table.columnWidth(index.column())
        height = self._document(text, option, width - 2 * margin).size().height()
        return QSize(width, int(height) + 2 * margin + 1)

    def _margin(self, option: QStyleOptionViewItem) -> int:
        return option.fontMetrics.height() // 3

    def _document(self, text: str, option: QStyleOptionViewItem, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        choice = QTextOption()
        choice.setTextDirection(option.direction)
        choice.setAlignment(
            QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
        )
        choice.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(choice)
        document.setHtml(text)
        document.setTextWidth(width)
        return document


def _html_of(index: QModelIndex | QPersistentModelIndex) -> str:
    plain = str(index.data(int(Qt.ItemDataRole.DisplayRole)) or "")
    return str(index.data(MARKED) or html.escape(plain).replace("\n", "<br>"))
