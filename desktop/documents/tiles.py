"""A list whose entries lie as tiles of one size, row by row.

Where a tile lies is reckoned when it is asked for. Qt's own list asks the model of every entry to find that
out, which takes long with 50,000. Knows no document.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
NOWHERE = QPoint(-1, -1)


class TileView(QListView):
    """Shows entries as tiles; those who build on it set the size with ``setGridSize``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(parent)
        self._pointer = NOWHERE
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Where tiles lie

    @property
    def in_row(self) -> int:
        """How many tiles lie beside each other."""
        return max(1, self.viewport().width() // max(1, self.gridSize().width()))

    def rows_in_view(self) -> range:
        """Return the entries that are seen, wholly or in part."""
        high, top = max(1, self.gridSize().height()), self.verticalOffset()
        first, last = top // high, (top + self.viewport().height() - 1) // high
        count = self._count()
        return range(min(count, first * self.in_row), min(count, (last + 1) * self.in_row))

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Return where a tile lies, in pixels of the viewport."""
        if not index.isValid() or index.column() != self.modelColumn():
            return QRect()
        return self._rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the entry at a point of the viewport; an invalid index if there is none."""
        size, across = self.gridSize(), point.x()
        if self.isRightToLeft():
            across = self.viewport().width() - 1 - across
        column, line = across // max(1, size.width()), (point.y() + self.verticalOffset()) // size.height()
        row = line * self.in_row + column
        if not 0 <= column < self.in_row or not 0 <= row < self._count():
            return QModelIndex()
        return self._index(row)

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: there is nothing beside what is seen."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return how far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def _rect(self, row: int) -> QRect:
        size, (line, column) = self.gridSize(), divmod(row, self.in_row)
        left = column * size.width()
        if self.isRightToLeft():
            left = self.viewport().width() - left - size.width()
        return QRect(QPoint(left, line * size.height() - self.verticalOffset()), size)

    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount(self.rootIndex())

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, self.modelColumn(), self.rootIndex())

    # What Qt asks when it lays out and scrolls

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Keep no place of any tile: only how far it can be scrolled is another one now."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Say how far it can be scrolled."""
        high, room, bar = self.gridSize().height(), self.viewport().height(), self.verticalScrollBar()
        lines = -(-self._count() // self.in_row)
        bar.setSingleStep(max(1, high // 4))
        bar.setPageStep(room)
        bar.setRange(0, max(0, lines * high - room))
        self.horizontalScrollBar().setRange(0, 0)
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the tiles into the room there is now, without waiting."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        self.viewport().update()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802 - Qt's name
        """Move what is seen."""
        self.viewport().scroll(across, down)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802 - Qt's name
        """Bring an entry into sight."""
        rect, room, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
        if not index.isValid():
            return
        down = 0
        if hint is Hint.PositionAtTop or (hint is Hint.EnsureVisible and rect.top() < 0):
            down = rect.top()
        elif hint is Hint.PositionAtBottom or (hint is Hint.EnsureVisible and rect.bottom() >= room):
            down = min(rect.bottom() + 1 - room, rect.top())
        elif hint is Hint.PositionAtCenter:
            down = rect.center().y() - room // 2
        bar.setValue(bar.value() + down)

    # Keys and pointer

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: Move, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads from the current entry."""
        del modifiers
        last, here = self._count() - 1, self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        if here < 0:
            return self._index(0)
        page = max(1, self.viewport().height() // max(1, self.gridSize().height())) * self.in_row
        onward = -1 if self.isRightToLeft() else 1
        to = {
            Move.MoveUp: here - self.in_row, Move.MoveDown: here + self.in_row,
            Move.MoveLeft: here - onward, Move.MoveRight: here + onward,
            Move.MovePrevious: here - 1, Move.MoveNext: here + 1,
            Move.MovePageUp: here - page, Move.MovePageDown: here + page,
            Move.MoveHome: 0, Move.MoveEnd: last,
        }[action]  # fmt: skip
        if action is Move.MoveUp and to < 0:
            to = here
        elif action is Move.MoveDown and to > last:
            # Down from above a line that is not full leads to its end.
            to = last if here // self.in_row < last // self.in_row else here
        return self._index(max(0, min(last, to)))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Look for no name: Qt would ask for each of all entries, known or not."""

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Choose the entries from one corner to the other, or those within what was drawn with the mouse."""
        selection = QItemSelection()
        drawn = self.state() is QAbstractItemView.State.DragSelectingState
        if drawn:
            for first, last in self._lines_within(rect.normalized()):
                selection.select(self._index(first), self._index(last))
        else:
            ends = [self.indexAt(corner) for corner in (rect.topLeft(), rect.bottomRight())]
            if all(end.isValid() for end in ends):
                first, last = sorted(end.row() for end in ends)
                selection.select(self._index(first), self._index(last))
        self.selectionModel().select(selection, command)

    def _lines_within(self, rect: QRect) -> list[tuple[int, int]]:
        """Return the first and the last entry of each line of tiles that a rectangle touches."""
        size, count, in_row = self.gridSize(), self._count(), self.in_row
        left, right = rect.left(), rect.right()
        if self.isRightToLeft():
            left, right = (self.viewport().width() - 1 - each for each in (right, left))
        from_column, to_column = max(0, left // size.width()), min(in_row - 1, right // size.width())
        top, bottom = rect.top() + self.verticalOffset(), rect.bottom() + self.verticalOffset()
        if from_column > to_column:
            return []
        lines = range(max(0, top // size.height()), min(-(-count // in_row), bottom // size.height() + 1))
        found = ((line * in_row + from_column, min(count - 1, line * in_row + to_column)) for line in lines)
        return [(first, last) for first, last in found if first <= last]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """Return what of a selection is seen."""
        region = QRegion()
        for row in self.rows_in_view():
            if selection.contains(self._index(row)):
                region += self._rect(row)
        return region

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice where the pointer is."""
        if isinstance(event, QHoverEvent):
            gone = event.type() == QEvent.Type.HoverLeave
            self._pointer = NOWHERE if gone else event.position().toPoint()
        return super().viewportEvent(event)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tiles that are seen."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~QStyle.StateFlag.State_MouseOver
        painter = QPainter(self.viewport())
        chosen, hovered = self.selectionModel(), self.indexAt(self._pointer)
        for row in self.rows_in_view():
            rect, index = self._rect(row), self._index(row)
            if not rect.intersects(event.rect()):
                continue
            option.rect, option.state = rect, plain
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            painter.save()
            self.itemDelegate().paint(painter, option, index)
            painter.restore()
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few tiles."""
        return self.gridSize() * 3
