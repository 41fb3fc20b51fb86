"""The few rules of style that a palette cannot say, filled with colours; sizes follow the font."""

from pathlib import Path
from string import Template

from desktop.style.palettes import HIGH_CONTRAST, Colours

FILE = Path(__file__).parent / "sheet.qss"
CONTROLS = Path(__file__).parent / "controls"
"""Arrows, ticks and dots, in a colour of each palette: a style sheet takes pictures from files alone."""


def style_sheet(colours: Colours, line: int) -> str:
    """Return the style sheet.

    Args:
        colours: The palette.
        line: Height of a line of text in pixels; all sizes follow it.
    """
    small, wide, step, stroke = (
        max(3, line // 4),
        max(8, line * 3 // 4),
        max(12, line * 5 // 4),
        max(1, line // 14),
    )
    return Template(FILE.read_text(encoding="utf-8")).substitute(
        **{name: getattr(colours, name) for name in Colours.__dataclass_fields__},
        controls=CONTROLS.as_posix(),
        palette=palette_name(colours),
        line=line,
        small=small,
        wide=wide,
        round=max(4, line // 3),
        bar=max(12, line // 2),
        thin=3,
        mark=max(8, line * 2 // 3),
        step=step,
        stroke=stroke,
        tick=line - 2 * stroke,
        half=line // 2,
        third=line // 3,
        # The ring around what has the keyboard is a pixel wider than the outline: what is within stays.
        tight=small - 1,
        narrow=wide - 1,
    )


def palette_name(colours: Colours) -> str:
    """Return by which name a palette's pictures are filed."""
    if colours == HIGH_CONTRAST:
        return "high-contrast"
    return "dark" if colours.dark else "light"
