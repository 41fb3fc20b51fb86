"""The picture of the program itself, a chest: for the bar of windows and the list of programs."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent / "program.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels; each is drawn for itself, since a small picture that is made of a large one is a blur."""


def program_icon() -> QIcon:
    """Return the picture at all sizes that desktops ask for; Qt's application must run."""
    drawing, icon = QSvgRenderer(str(DRAWING)), QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(pixmap.rect()))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
