"""Draws one entry of a history: who and when, what happened, what stood there and what stands since."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.check.history import MACHINE, Entry
from desktop.check.rows import runs_right_to_left
from desktop.style import Theme

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class EntryRole(IntEnum):
    """What there is beside the sentence."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    WHO = Qt.ItemDataRole.UserRole + 2


class HistoryDelegate(QStyledItemDelegate):
    """Draws entries, as high as their texts need."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        """Draw in a look."""
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that all parts need."""
        width, line = self._list.viewport().width(), self._theme.line
        height = line * 2 // 3
        for text, font, _ink, _strike in self._parts(option, index):
            metrics = QFontMetrics(font)
            height += metrics.boundingRect(QRect(0, 0, self._width(width), 10_000), WRAP, text).height()
            height += line // 6
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, icon and parts."""
        entry, line = index.data(EntryRole.ENTRY), self._theme.line
        if not isinstance(entry, Entry):
            return
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = index == self._list.currentIndex() and self._list.hasFocus()
        if chosen or focused:
            painter.setPen(QColor(colours.focus) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), line // 3, line // 3)
        inner = option.rect.adjusted(line // 2, line // 3, -line // 2, -line // 3)
        icon = QStyle.visualRect(option.direction, inner, QRect(inner.topLeft(), QSize(line, line)))
        machine = entry.author == MACHINE
        name, ink = ("models", "muted") if machine else ("edit", "link")
        self._theme.icons.icon(name, ink).paint(painter, icon)
        room = QRect(inner.left() + line * 3 // 2, inner.top(), inner.width() - line * 3 // 2, inner.height())
        room = QStyle.visualRect(option.direction, inner, room)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        for text, font, plain, own in self._parts(option, index):
            colour = "text" if chosen or focused else plain
            backwards = runs_right_to_left(text, "Zyyy") if own else mirrored
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, colour)))
            used = painter.drawText(room, _flags(backwards), text)
            room.setTop(used.bottom() + line // 6)
        painter.restore()

    def _parts(self, option: QStyleOptionViewItem, index: Index) -> list[tuple[str, QFont, str, bool]]:
        """Return text, font, colour, and whether it runs in its own direction, of each part."""
        entry = index.data(EntryRole.ENTRY)
        if not isinstance(entry, Entry):
            return []
        small, bold, gone = QFont(option.font), QFont(option.font), QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.88)
        bold.setBold(True)
        gone.setStrikeOut(True)
        parts = [(str(index.data(int(Qt.ItemDataRole.DisplayRole))), bold, "text", False)]
        if entry.before:
            parts.append((entry.before, gone, "muted", True))
        if entry.after:
            parts.append((entry.after, QFont(option.font), "text", True))
        parts.append((str(index.data(EntryRole.WHO)), small, "muted", False))
        return parts

    def _width(self, whole: int) -> int:
        return whole - self._theme.line * 5 // 2


def _flags(backwards: bool) -> int:  # noqa: FBT001 - a direction
    side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    force = Qt.TextFlag.TextForceRightToLeft if backwards else Qt.TextFlag.TextForceLeftToRight
    return WRAP | int(side) | int(force) | int(Qt.AlignmentFlag.AlignAbsolute)
