"""Shows the beginning of a file before it is written: its text, its rows, or its page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.access import ImageStore
from desktop.errors import told_error
from desktop.export.formats import Look
from desktop.export.work import Preview
from desktop.style import Theme

SIDE = 900
"""Longest side in pixels of a page that is shown."""


class PreviewPane(QStackedWidget):
    """Shows one :class:`Preview`."""

    def __init__(self, images: ImageStore, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._images, self._theme = images, theme
        self._image: QImage | None = None
        self._wanted = ""
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.page = QLabel(self)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumSize(1, 1)
        for widget in (self.text, self.table, self.page):
            self.addWidget(widget)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        name = self.tr("Preview")
        for widget in (self.text, self.table, self.page):
            widget.setAccessibleName(name)

    def show_preview(self, preview: Preview) -> None:
        """Show the beginning of a file."""
        self._wanted = preview.page
        match preview.look:
            case Look.TEXT:
                self.text.setPlainText(preview.text)
                self.setCurrentWidget(self.text)
            case Look.TABLE:
                self._fill(preview)
                self.setCurrentWidget(self.table)
            case Look.PAGE:
                self._image = None
                self.page.setText("" if preview.page else self.tr("There is no picture of this page yet."))
                self.setCurrentWidget(self.page)
                if preview.page:
                    self._images.fetch(
                        preview.page,
                        partial(self._arrived, preview.page),
                        lambda error: self.page.setText(told_error(error).what),
                        side=SIDE,
                        owner=self,
                    )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the page into the room."""
        super().resizeEvent(event)
        self._fit()

    def _arrived(self, wanted: str, image: QImage) -> None:
        if wanted == self._wanted:
            self._image = image
            self._fit()

    def _fit(self) -> None:
        if self._image is not None:
            sharp = self.devicePixelRatio()
            pixmap = QPixmap.fromImage(self._image).scaled(
                self.size() * sharp,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap.setDevicePixelRatio(sharp)
            self.page.setPixmap(pixmap)

    def _fill(self, preview: Preview) -> None:
        heads, *rows = preview.rows or ((),)
        self.table.clear()
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(heads))
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.table.setItem(at, column, QTableWidgetItem(cell))
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        for column, head in enumerate(heads):
            if head == "text":
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                width = min(header.sectionSize(column), self._theme.line * 9)
                self.table.setColumnWidth(column, width)

    def _restyle(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
