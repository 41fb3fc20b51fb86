"""The icons: our own drawings, coloured from the palette and mirrored where direction matters."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.style.palettes import Colours

FOLDER = Path(__file__).parent / "icons"
SIZES = (16, 20, 24, 32, 48, 64)

MIRRORED = frozenset(
    {
        "approve-next", "chevron-back", "chevron-forward", "delete-line", "add-line", "next-page",
        "next-doubt", "previous-doubt", "previous-page", "queue", "redo", "send", "skip", "sort", "undo",
        "filter", "document",
    }
)  # fmt: skip
"""Those that point along the line of reading. Rotating, playing and checking is the same everywhere."""


def names() -> list[str]:
    """Return the names of all icons."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


class Icons:
    """Gives icons in the colours of one palette."""

    def __init__(self, colours: Colours, *, mirrored: bool = False) -> None:
        """Draw with a palette.

        Args:
            colours: The palette.
            mirrored: Whether the window is written from right to left.
        """
        self._colours = colours
        self._mirrored = mirrored
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return an icon for buttons and menus; its disabled form is paler.

        Args:
            name: Of the drawing, such as ``add-files``.
            colour: Name of a colour of the palette, such as ``wrong``.
        """
        if (name, colour) not in self._made:
            # Not an engine of our own for Qt to draw with on demand: when Python collects a circle that holds
            # such an icon, engine and icon are both deleted, and the program ends.
            icon = QIcon()
            for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "edge")):
                drawing = self._drawing(name, ink)
                for size in SIZES:
                    for sharpness in _sharpness():
                        icon.addPixmap(self._drawn(drawing, name, size, sharpness), mode)
            self._made[name, colour] = icon
        return self._made[name, colour]

    def pixmap(self, name: str, size: int, colour: str = "text") -> QPixmap:
        """Return a drawing of ``size`` pixels, sharp on this screen, for labels and painters."""
        application = QGuiApplication.instance()
        sharpness = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
        return self._drawn(self._drawing(name, colour), name, size, sharpness)

    def _drawing(self, name: str, colour: str) -> QSvgRenderer:
        ink, paper = getattr(self._colours, colour), self._colours.raised
        drawing = _source(name).replace("#000000", ink).replace('class="paper"', f'fill="{paper}"')
        return QSvgRenderer(QByteArray(drawing.encode()))

    def _drawn(self, drawing: QSvgRenderer, name: str, size: int, sharpness: float) -> QPixmap:
        return _draw(drawing, QSize(size, size), sharpness, mirrored=self._mirrored and name in MIRRORED)


def _draw(drawing: QSvgRenderer, size: QSize, sharpness: float, *, mirrored: bool) -> QPixmap:
    pixmap = QPixmap(size * sharpness)
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(size.width(), 0)
        painter.scale(-1, 1)
    drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


def _sharpness() -> set[float]:
    """Pixels of the screens for each pixel of the window, of all screens that there are now."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
