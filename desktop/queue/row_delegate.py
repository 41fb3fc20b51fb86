"""Draws a row of the queue: an icon, the document's name, and below it how it stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.queue.keyed_model import KeyedModel
from desktop.style import Theme

Icon = tuple[str, str]
"""Name of the drawing and of its colour."""


class RowDelegate(QStyledItemDelegate):
    """Draws rows of a :class:`KeyedModel`; all sizes follow the text's."""

    def __init__(
        self, theme: Theme, icon: Callable[[Any], Icon], parent: QWidget, *, handle: bool = False
    ) -> None:
        """Draw with a look.

        Args:
            theme: The look.
            icon: Returns the drawing of a row.
            parent: The view.
            handle: Whether rows show that they can be dragged.
        """
        super().__init__(parent)
        self._theme, self._icon, self._handle = theme, icon, handle

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row: two lines of text and room around them."""
        del option, index
        line = self._theme.line
        return QSize(line * 8, line * 2 + line)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        colours, line = self._theme.colours, self._theme.line
        box: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(2, 1, -2, -1)
        if state & QStyle.StateFlag.State_Selected:
            self._ground(painter, inner, colours.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            self._ground(painter, inner, colours.hover)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), line / 3, line / 3)
        model = index.model()
        assert isinstance(model, KeyedModel)
        name, colour = self._icon(model.row_of(index))

        def placed(left: int, top: int, width: int, height: int) -> QRect:
            return QStyle.visualRect(direction, box, QRect(box.left() + left, box.top() + top, width, height))

        middle = (box.height() - line) // 2
        painter.drawPixmap(
            placed(line // 2, middle, line, line), self._theme.icons.pixmap(name, line, colour)
        )
        right = line // 2
        if self._handle:
            right += line
            grip = self._theme.icons.pixmap("grip", line, "muted")
            painter.drawPixmap(placed(box.width() - right, middle, line, line), grip)
        width = box.width() - line * 2 - right - line // 4
        upper, lower = index.data(), index.data(Qt.ItemDataRole.UserRole)
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        for place, text, ink, elide in (
            (0, upper, colours.text, Qt.TextElideMode.ElideMiddle),
            (1, lower, colours.muted, Qt.TextElideMode.ElideRight),
        ):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(QColor(colours.text if selected else ink))
            painter.drawText(
                placed(line * 2, line // 2 + place * line, width, line),
                int(align),
                metrics.elidedText(str(text), elide, width),
            )
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, self._theme.line / 3, self._theme.line / 3)
