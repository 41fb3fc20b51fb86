"""A table to read in: its columns share the width, and its rows are as high as their words need."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.sending.difference import MarkedDelegate
from desktop.style import Theme


class WideTable(QTableWidget):
    """Rows of words; Tab leads out of it."""

    def __init__(self, columns: int, theme: Theme, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(0, columns, parent)
        self._theme = theme
        self.setItemDelegate(MarkedDelegate(self))
        theme.changed.connect(self._restyle)
        self._restyle()
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def put(self, row: int, column: int, text: str) -> QTableWidgetItem:
        """Put words into a cell, and return it."""
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setItem(row, column, item)
        return item

    def _restyle(self) -> None:
        colours = self._theme.colours
        self.setStyleSheet(
            f"QTableWidget {{ border: 2px solid {colours.border}; }}"
            f"QTableWidget:focus {{ border: 2px solid {colours.focus}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give each row the height that its words need in columns of this width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()
