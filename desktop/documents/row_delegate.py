"""Draws the rows of the table: what is told of a document, calm where all is well, plain where it is not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.documents import painting, telling
from desktop.documents.columns import COLUMNS
from desktop.documents.model import DocumentModel
from desktop.style import Theme
from engine.language import isolate
from engine.library import Document, DocumentHit, Shelf

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws one cell after the other; asks the model itself, since Qt's own way costs ten calls for each."""

    def __init__(self, table: QTableView, model: DocumentModel, theme: Theme, doubt: float) -> None:
        """Draw for a table.

        Args:
            table: Where.
            model: Its documents.
            theme: Colours, icons and sizes.
            doubt: Less confidence than this is a doubt.
        """
        super().__init__(table)
        self._table, self._model, self._theme, self._doubt = table, model, theme, doubt
        self._marks = painting.Marks(theme, table.font(), self)
        self.two_lines = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        return QSize(self._marks.line * 4, self.row_height)

    def use_doubt(self, doubt: float) -> None:
        """Draw, from now on, less confidence than this as a doubt."""
        self._doubt = doubt
        self._table.viewport().update()

    @property
    def row_height(self) -> int:
        """In pixels."""
        line = self._marks.line
        return line * 3 + line // 4 if self.two_lines else line * 2 + line // 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        colours, line, box = self._theme.colours, self._marks.line, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(colours.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(colours.border))
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        inner = box.adjusted(line // 2, 0, -line // 2, 0)
        row, name = index.row(), COLUMNS[index.column()].name
        document = self._model.document(row)
        if document is None:
            self._draw_waiting(painter, inner, name, rtl=rtl)
        elif name == "name":
            self._draw_name(painter, inner, document, self._model.hit(row), rtl=rtl)
        else:
            if self.two_lines:
                inner.setHeight(line * 2)
            self._draw_cell(painter, inner, document, index.column(), rtl=rtl)
        if row == self._table.currentIndex().row() and self._table.hasFocus():
            self._draw_focus(painter, box, index.column())

    def _draw_name(
        self, painter: QPainter, box: QRect, document: Document, hit: DocumentHit | None, *, rtl: bool
    ) -> None:
        colours, line = self._theme.colours, self._marks.line
        wrong = document.shelf is Shelf.PROBLEMS
        icon = "problem" if wrong else "document"
        mark = self._marks.pixmap(icon, line + 2, "wrong" if wrong else "muted")
        upper = QRect(box.left(), box.top(), box.width(), line * 2 if self.two_lines else box.height())
        place = painting.beginning(upper, line + 2, rtl=rtl)
        painter.drawPixmap(place.left(), upper.center().y() - line // 2, mark)
        upper = painting.after(upper, line + 2 + line // 2, rtl=rtl)
        if hit is not None and any(found for _, found in hit.name):
            found, line_font = colours.link, self._marks.plain
            painting.draw_snippet(painter, upper, hit.name, colours.text, found, line_font, rtl=rtl)
        else:
            name = telling.file_name(document.name)
            painting.draw_text(painter, upper, name, colours.text, self._marks, rtl=rtl, bold=True)
        if self.two_lines:
            lower = QRect(upper.left(), box.top() + line + line // 2, upper.width(), line + line // 4)
            seen = self._model.listing.sighting(document.id)
            if seen is not None:
                told = telling.sighting(seen)
                painting.draw_told(painter, lower, told, self._theme, self._marks, rtl=rtl)
            else:
                self._draw_second(painter, lower, document, hit, rtl=rtl)

    def _draw_second(
        self, painter: QPainter, box: QRect, document: Document, hit: DocumentHit | None, *, rtl: bool
    ) -> None:
        """Draw the line in which the words were found, or what is wrong."""
        ink, found = self._theme.colours.muted, self._theme.colours.text
        if hit is not None and hit.best is not None:
            line_font = self._marks.plain
            painting.draw_snippet(painter, box, hit.best.snippet, ink, found, line_font, rtl=rtl)
        elif telling.explanation(document):
            words = isolate(telling.explanation(document))
            painting.draw_text(painter, box, words, ink, self._marks, rtl=rtl)

    def _draw_cell(
        self, painter: QPainter, box: QRect, document: Document, column: int, *, rtl: bool
    ) -> None:
        theme, name = self._theme, COLUMNS[column].name
        if name == "status":
            painting.draw_told(painter, box, telling.status(document), theme, self._marks, rtl=rtl)
        elif name == "confidence":
            self._draw_confidence(painter, box, document, rtl=rtl)
        elif name == "tags" and document.tags:
            painting.draw_tags(painter, box, document.tags, theme, self._marks, rtl=rtl)
        else:
            text = COLUMNS[column].cell(document)
            painting.draw_text(painter, box, text, theme.colours.muted, self._marks, rtl=rtl)

    def _draw_confidence(self, painter: QPainter, box: QRect, document: Document, *, rtl: bool) -> None:
        theme, line = self._theme, self._marks.line
        told = telling.confidence(document.lowest_confidence, self._doubt)
        value = document.lowest_confidence
        if value is None:
            painting.draw_text(painter, box, told.words, theme.colours.muted, self._marks, rtl=rtl)
            return
        words = line * 4
        painting.draw_told(
            painter, painting.beginning(box, words, rtl=rtl), told, theme, self._marks, rtl=rtl
        )
        rest = painting.after(box, words, rtl=rtl)
        if rest.width() > line:
            bar = QRect(rest.left(), rest.center().y() - line // 6, min(rest.width(), line * 5), line // 3)
            if rtl:
                bar.moveRight(rest.right())
            colour = getattr(theme.colours, told.colour)
            painting.draw_bar(painter, bar, value, colour, theme.colours.hover, rtl=rtl)

    def _draw_waiting(self, painter: QPainter, box: QRect, name: str, *, rtl: bool) -> None:
        """Draw a pale bar where something will stand in a moment."""
        line = self._marks.line
        width = min(box.width(), line * (9 if name == "name" else 3))
        bar = painting.beginning(box, width, rtl=rtl)
        bar = QRect(bar.left(), box.center().y() - line // 4, width, line // 2)
        painting.draw_bar(painter, bar, 1.0, self._theme.colours.hover, self._theme.colours.hover, rtl=rtl)

    def _draw_focus(self, painter: QPainter, box: QRect, column: int) -> None:
        """Draw a frame around the row that has the keyboard: this cell's part of it."""
        header = self._table.horizontalHeader()
        visual = header.visualIndex(column)
        shown = [
            each for each in range(header.count()) if not header.isSectionHidden(header.logicalIndex(each))
        ]
        colour = QColor(self._theme.colours.focus)
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), colour)
        painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), colour)
        rtl = header.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for end, is_left in ((shown[0], not rtl), (shown[-1], rtl)):
            if visual == end:
                at = box.left() if is_left else box.right() - 1
                painter.fillRect(QRect(at, box.top(), 2, box.height()), colour)
