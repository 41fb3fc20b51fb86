"""How a box on the page looks: values alone, and the colours and shapes that stand for each level of trust.

Paper is light under every palette of the window, and now and then dark. So the inks are the dark ones of the
light palette, each with a white halo: on light paper the ink is seen, on dark paper the halo.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

from desktop.style import LIGHT
from engine.geometry import Quad

HALO = "#ffffff"
"""Goes around every line and every mark on the page."""


class Level(StrEnum):
    """How far the text of a box can be trusted, and thanks to whom."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    UNREAD = "unread"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


class Mark(StrEnum):
    """The sign at the beginning of a box, so that colour is never all that tells."""

    NONE = ""
    QUESTION = "?"
    EXCLAMATION = "!"
    PENCIL = "pencil"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class BoxLook:
    """One line of text as the page shows it.

    Attributes:
        quad: Its corners in pixels of the upright page.
        text: What it says; read out and shown as a tooltip.
        level: How far it can be trusted.
        right_to_left: Whether it begins at its right end.
    """

    quad: Quad
    text: str
    level: Level
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """What stands for a level.

    Attributes:
        ink: Colour of outline and mark, ``#rrggbb``; at least 4.5 : 1 against the halo.
        line: Style of the outline.
        weight: Width of the outline, in twelfths of a line of the window's text.
        tint: Opacity of the ground in the box, 0 to 255.
        mark: The sign at its beginning.
        opacity: Of outline and halo, 0 to 255.
    """

    ink: str
    line: Qt.PenStyle
    weight: float
    tint: int
    mark: Mark
    opacity: int = 255


STYLES = {
    Level.SURE: LevelStyle("#4d6660", Qt.PenStyle.SolidLine, 0.6, 0, Mark.NONE, opacity=140),
    Level.DOUBTFUL: LevelStyle(LIGHT.doubt, Qt.PenStyle.DashLine, 1.6, 28, Mark.QUESTION),
    Level.UNREAD: LevelStyle(LIGHT.wrong, Qt.PenStyle.DotLine, 1.8, 34, Mark.EXCLAMATION),
    Level.CORRECTED: LevelStyle("#1f4f99", Qt.PenStyle.SolidLine, 1.4, 0, Mark.PENCIL),
    Level.CONFIRMED: LevelStyle(LIGHT.sure, Qt.PenStyle.SolidLine, 1.2, 0, Mark.TICK),
}
"""Sure boxes are quiet, so that the doubtful ones are what a person sees first."""

FOCUS_INK = "#0b5cad"
"""Ring around the box that the person is at."""
