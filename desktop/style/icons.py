"""The icons: our own drawings, coloured from the palette and mirrored where direction matters."""

from collections.abc import Callable
from ctypes import py_object, pythonapi
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.style.palettes import Colours

FOLDER = Path(__file__).parent / "icons"
Draw = Callable[[int, bool], QPixmap]
"""Gives a drawing of so many pixels, paler or not."""

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

            @cache
            def draw(side: int, paler: bool) -> QPixmap:  # noqa: FBT001 - one of two drawings
                return self._drawn(name, "edge" if paler else colour, side, 1.0)

            self._made[name, colour] = QIcon(DrawnIcon(draw))
        return self._made[name, colour]

    def pixmap(self, name: str, size: int, colour: str = "text") -> QPixmap:
        """Return a drawing of ``size`` pixels, sharp on this screen, for labels and painters."""
        application = QGuiApplication.instance()
        sharpness = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
        return self._drawn(name, colour, size, sharpness)

    def _drawn(self, name: str, colour: str, size: int, sharpness: float) -> QPixmap:
        mirrored = self._mirrored and name in MIRRORED
        ink, paper = getattr(self._colours, colour), self._colours.raised
        return _draw(name, ink, paper, QSize(size, size), sharpness, mirrored=mirrored)


class DrawnIcon(QIconEngine):
    """Draws an icon at the size at which it is seen, and not before it is seen."""

    def __init__(self, draw: Draw) -> None:
        """Draw nothing yet.

        Args:
            draw: Gives the drawing; it is asked again and again.
        """
        super().__init__()
        self._draw = draw

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing; ``size`` is in pixels of the screen."""
        del state
        return self._draw(min(size.width(), size.height()), mode is QIcon.Mode.Disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it in the middle of a place, sharp on whatever is drawn on."""
        side = min(rect.width(), rect.height())
        sharpness = painter.device().devicePixelRatio()
        pixmap = self.pixmap(QSize(side, side) * sharpness, mode, state)
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap)

    def clone(self) -> "DrawnIcon":
        """Return another one that draws the same, as Qt asks for when an icon is changed; ours are not."""
        copy = DrawnIcon(self._draw)
        # It is Qt's from here on, which deletes it, and holds no reference that Python sees.
        pythonapi.Py_IncRef(py_object(copy))
        return copy


def _draw(name: str, ink: str, paper: str, size: QSize, sharpness: float, *, mirrored: bool) -> QPixmap:
    drawing = _source(name).replace("#000000", ink).replace('class="paper"', f'fill="{paper}"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(size * sharpness)
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(size.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
