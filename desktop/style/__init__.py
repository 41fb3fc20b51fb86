"""How the window looks: colours, sizes, icons. Knows Qt and nothing of what is shown."""

from desktop.style.icons import Icons
from desktop.style.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours
from desktop.style.theme import Theme, ThemeChoice

__all__ = ["DARK", "HIGH_CONTRAST", "LIGHT", "Colours", "Icons", "Theme", "ThemeChoice"]
