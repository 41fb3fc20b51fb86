"""Draws what the installer shows beside its words: the program's icon on its own green."""

from pathlib import Path

from frozen.drawing import draw_icons
from PIL import Image

GROUND = (11, 110, 99)
"""The accent of the light palette, ``#0b6e63``."""

SIDE = (164, 314)
HEADER = (150, 57)


def draw_pictures(drawing: Path, target: Path) -> None:
    """Write ``sanduku.ico``, ``side.bmp`` and ``header.bmp``.

    Args:
        drawing: The program's icon as SVG.
        target: The folder.
    """
    draw_icons(drawing, target)
    side = Image.new("RGB", SIDE, GROUND)
    with Image.open(target / "sanduku-128.png") as icon:
        side.paste(icon, ((SIDE[0] - 128) // 2, 60), icon)
    side.save(target / "side.bmp")
    header = Image.new("RGB", HEADER, (255, 255, 255))
    with Image.open(target / "sanduku-48.png") as icon:
        header.paste(icon, (HEADER[0] - 54, 4), icon)
    header.save(target / "header.bmp")
