"""The icons: our own drawings, coloured from the palette and mirrored where direction matters."""

from collections.abc import Callable, Mapping
from ctypes import py_object, pythonapi
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.style.palettes import Colours

FOLDER = Path(__file__).parent / "icons"

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
            # What draws must not refer to this, which refers to the icon: Python would take them for a circle
            # that nobody uses, and not see that Qt does.
            draw = partial(_draw, name, paper=self._colours.raised, mirrored=self._is_mirrored(name))
            inks = {False: getattr(self._colours, colour), True: self._colours.edge}
            self._made[name, colour] = QIcon(DrawnIcon(draw, inks))
        return self._made[name, colour]

    def pixmap(self, name: str, size: int, colour: str = "text") -> QPixmap:
        """Return a drawing of ``size`` pixels, sharp on this screen, for labels and painters."""
        application = QGuiApplication.instance()
        sharpness = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
        ink, paper = getattr(self._colours, colour), self._colours.raised
        return _draw(name, ink, size=size, sharpness=sharpness, paper=paper, mirrored=self._is_mirrored(name))

    def _is_mirrored(self, name: str) -> bool:
        return self._mirrored and name in MIRRORED


class DrawnIcon(QIconEngine):
    """Draws an icon at the size at which it is seen, once, and not before it is seen."""

    def __init__(self, draw: Callable[..., QPixmap], inks: Mapping[bool, str]) -> None:
        """Draw nothing yet.

        Args:
            draw: Gives the drawing of an ``ink`` and a ``size``.
            inks: The colour in which it is drawn while it can be chosen (False) and while it cannot (True).
        """
        super().__init__()
        self._draw, self._inks = draw, inks
        self._drawn: dict[tuple[int, str], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing; ``size`` is in pixels of the screen."""
        del state
        side, ink = min(size.width(), size.height()), self._inks[mode is QIcon.Mode.Disabled]
        if (side, ink) not in self._drawn:
            self._drawn[side, ink] = self._draw(ink, size=side)
        return self._drawn[side, ink]

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
        copy = DrawnIcon(self._draw, self._inks)
        # It is Qt's from here on, which deletes it, and holds no reference that Python sees.
        pythonapi.Py_IncRef(py_object(copy))
        return copy


def _draw(name: str, ink: str, *, size: int, sharpness: float = 1.0, paper: str, mirrored: bool) -> QPixmap:
    drawing = _source(name).replace("#000000", ink).replace('class="paper"', f'fill="{paper}"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(QSize(size, size) * sharpness)
    pixmap.setDevicePixelRatio(sharpness)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
