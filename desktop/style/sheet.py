"""The few rules of style that a palette cannot say, filled with colours; sizes follow the font."""

from pathlib import Path
from string import Template

from desktop.style.palettes import Colours

FILE = Path(__file__).parent / "sheet.qss"


def style_sheet(colours: Colours, line: int) -> str:
    """Return the style sheet.

    Args:
        colours: The palette.
        line: Height of a line of text in pixels; all sizes follow it.
    """
    return Template(FILE.read_text(encoding="utf-8")).substitute(
        **{name: getattr(colours, name) for name in Colours.__dataclass_fields__},
        line=line,
        small=max(3, line // 4),
        wide=max(8, line * 3 // 4),
        round=max(4, line // 3),
        bar=max(12, line * 2 // 3),
        thin=3,
    )
