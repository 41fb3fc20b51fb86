"""The list of the page's lines: each in its own direction, with what is known of it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.check.doubts import sentence
from desktop.check.levels import LEVELS, level_text
from desktop.check.lines_model import LineRole, LinesModel
from desktop.check.rows import LineRow
from desktop.style import Theme

Index = QModelIndex | QPersistentModelIndex
NONE = -1
MOST_HEIGHTS = 5000
PLAIN_WRAP = int(Qt.TextFlag.TextWordWrap)


class LineDelegate(QStyledItemDelegate):
    """Draws one line of the list."""

    def __init__(self, theme: Theme, parent: "LineList") -> None:
        """Draw in a look."""
        super().__init__(parent)
        self._theme, self._list = theme, parent
        self._heights: dict[tuple[str, str, int], int] = {}
        self.restyle()

    def restyle(self) -> None:
        """Take sizes anew; they are asked for again and again for each of all lines."""
        self._line = self._theme.line
        self._left = self._line // 2 + round(self._line * 1.6)
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that text and note need at the width of the list."""
        row, line, room = index.data(LineRole.ROW), self._line, self._list.room
        if not isinstance(row, LineRow):
            return QSize(line, line)
        key = (row.text, self._note(row), room)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            width = room - self._left - line // 2
            height = self._heights[key] = self._height(row, option.font, width)
        return QSize(room, max(height, line) + line * 2 // 3)

    def _height(self, row: LineRow, font: QFont, width: int) -> int:
        line = self._line
        metrics = QFontMetrics(font)
        height = metrics.boundingRect(QRect(0, 0, width, 10_000), PLAIN_WRAP, _shown(row)).height()
        note = self._note(row)
        if note:
            small = QFontMetrics(self._small(font))
            height += small.boundingRect(QRect(0, 0, width, 10_000), PLAIN_WRAP, note).height() + line // 8
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, icon, text and note."""
        row = index.data(LineRole.ROW)
        if not isinstance(row, LineRow):
            return
        colours, line = self._theme.colours, self._line
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        words = LEVELS[row.level]
        inner = option.rect.adjusted(line // 2, line // 3, -line // 2, -line // 3)
        size = round(line * 1.05)
        icon = QRect(inner.left(), inner.top(), size, size)
        icon = QStyle.visualRect(option.direction, inner, icon)
        self._theme.icons.icon(words.icon, words.colour).paint(painter, icon, mode=QIcon.Mode.Normal)
        text = QRect(inner)
        reach = self._left - line // 2
        text.setLeft(inner.left() + reach) if not mirrored else text.setRight(inner.right() - reach)
        painter.setPen(QColor(colours.text if row.text else colours.muted))
        painter.setFont(option.font)
        used = painter.drawText(text, self._flags(row.right_to_left if row.text else mirrored), _shown(row))
        note = self._note(row)
        if note:
            text.setTop(used.bottom() + line // 8)
            painter.setFont(self._small(option.font))
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            ink = words.colour if row.doubtful else "muted"
            if chosen or index.row() == self._list.hovered:
                ink = "text"  # which alone is held to be legible on those grounds
            painter.setPen(QColor(getattr(colours, ink)))
            painter.drawText(text, self._flags(mirrored), note)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, line = self._theme.colours, self._line
        box = option.rect.adjusted(line // 6, 1, -line // 6, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = ""
        if chosen:
            ground = colours.selected
        elif index.row() == self._list.hovered:
            ground = colours.hover
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, line // 3, line // 3)
        if index == self._list.currentIndex() and self._list.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colours.focus))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), line // 3, line // 3)

    def _note(self, row: LineRow) -> str:
        if row.draft is not None:
            return self._list.typing_note()
        if row.reasons:
            return sentence(row.reasons[0])
        if row.level in (row.level.CORRECTED, row.level.CONFIRMED) and not row.is_new:
            return level_text(row.level)
        return ""

    @staticmethod
    def _small(font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        return small

    @staticmethod
    def _flags(backwards: bool) -> int:  # noqa: FBT001 - a direction
        if backwards:
            side = int(Qt.AlignmentFlag.AlignRight) | int(Qt.TextFlag.TextForceRightToLeft)
        else:
            side = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextForceLeftToRight)
        return PLAIN_WRAP | side | int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignAbsolute)


class LineList(QListView):
    """The list."""

    hovered_changed = Signal(int)
    """The line under the mouse, -1 for none."""

    chosen = Signal(int)
    """A line was chosen by mouse or arrow keys."""

    edit_wanted = Signal()
    """The chosen line is to be opened: Enter, F2 or a double click."""

    marked_changed = Signal(tuple)
    """The places of all lines that are marked."""

    menu_wanted = Signal(QPoint)
    """At a point of the screen."""

    def __init__(self, model: LinesModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show lines."""
        super().__init__(parent)
        self._theme = theme
        self.hovered = NONE
        self.room = self.viewport().width()
        """How wide a line may be, in pixels."""
        self._following = False
        self.setModel(model)
        self._lines = LineDelegate(theme, self)
        self.setItemDelegate(self._lines)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.entered.connect(lambda index: self._hover(index.row()))
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())
        self.selectionModel().currentChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.marked_changed.emit(tuple(index.row() for index in self.selectedIndexes()))
        )
        theme.changed.connect(self._restyle)

    def show_current(self, place: int) -> None:
        """Mark the chosen line, and bring it into sight."""
        index = self.model().index(place, 0)
        self._following = True
        # Qt makes the first line current, without choosing it, when the keyboard comes to a list without one.
        if index != self.currentIndex() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._following = False

    def typing_note(self) -> str:
        """Return what stands under a line that somebody was typing."""
        return self.tr("You were typing here.")

    def set_hovered(self, place: int) -> None:
        """Mark the line whose box is under the mouse."""
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()
            index = self.model().index(place, 0)
            if index.isValid():
                self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the line with Enter or F2."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the mouse any longer."""
        self._hover(NONE)
        super().leaveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Notice the room below the last line."""
        if not self.indexAt(event.position().toPoint()).isValid():
            self._hover(NONE)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew at another width."""
        self.room = event.size().width()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _hover(self, place: int) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()
            self.hovered_changed.emit(place)

    def _moved(self, index: QModelIndex) -> None:
        if not self._following and index.isValid():
            self.chosen.emit(index.row())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._restyle()

    def _restyle(self) -> None:
        self._lines.restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _shown(row: LineRow) -> str:
    return row.text or "…"
