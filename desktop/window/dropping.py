"""What was dropped or copied: files on this computer, and pictures without a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.style import Theme


def paths_in(data: QMimeData) -> list[Path]:
    """Return the files and folders on this computer that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def takes(data: QMimeData) -> bool:
    """Return whether there is something in it that can be added."""
    return bool(paths_in(data)) or data.hasImage()


def picture_in(data: QMimeData) -> QImage | None:
    """Return the picture without a file, or None."""
    if paths_in(data) or not data.hasImage():
        return None
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file; for any thread but the window's."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


class DropOverlay(QWidget):
    """Covers the window while files are dragged over it, and says what happens when they are let go."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Be there, hidden."""
        super().__init__(parent)
        self._over, self._theme = parent, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark, self._words, self._promise = QLabel(self), QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._mark, self._words, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.hide()

    def appear(self) -> None:
        """Cover the parent."""
        self._words.setText(self.tr("Drop to add"))
        self._promise.setText(self.tr("Nothing leaves this computer."))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self._words.setFont(font)
        self._mark.setPixmap(self._theme.icons.pixmap("add-files", self._theme.line * 3, "link"))
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground and its dashed edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, gap = self._theme.colours, self._theme.line
        painter.fillRect(self.rect(), QColor(colours.shade))
        painter.setPen(QPen(QColor(colours.focus), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(gap, gap, -gap, -gap), gap, gap)
