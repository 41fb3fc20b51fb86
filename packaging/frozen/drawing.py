"""Draws the program's icons in the sizes and formats that the systems ask for; knows Qt and Pillow alone."""

import os
from pathlib import Path

from PIL import Image

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw_icons(drawing: Path, target: Path) -> None:
    """Write ``sanduku-SIZE.png``, ``sanduku.ico`` for Windows and ``sanduku.icns`` for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    target.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise SystemExit(f"The icon {drawing} cannot be drawn.")
    for size in (*PNG_SIZES, 1024):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        image.save(str(target / f"sanduku-{size}.png"))
    del application
    drawn = {size: Image.open(target / f"sanduku-{size}.png") for size in (*PNG_SIZES, 1024)}
    # Each size is drawn for itself: a small picture that is made of a large one is a blur.
    largest, *others = (drawn[size] for size in sorted(ICO_SIZES, reverse=True))
    largest.save(target / "sanduku.ico", sizes=[(size, size) for size in ICO_SIZES], append_images=others)
    drawn[1024].save(target / "sanduku.icns", append_images=[drawn[size] for size in (32, 64, 128, 256, 512)])
