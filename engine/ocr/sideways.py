"""Decides which way text runs in places that are taller than wide: margins, heads of narrow columns.

The shape alone does not tell whether it runs up or down, or whether it is a single upright letter; so it is
read each way, and the surest reading decides. This module knows engines by their protocol alone.
"""

from collections.abc import Callable, Sequence

from engine.geometry import Quad
from engine.ocr.engines import Pixels, Recogniser, glance, never

TALL = 1.5
"""Height over width from which text may stand on its side."""
TOO_TALL_TO_STAND = 4.0
"""Height over width from which a place cannot be one upright letter, not even an l."""


def turned_to_read(
    pixels: Pixels, quads: Sequence[Quad], reader: Recogniser, *, cancel: Callable[[], bool] = never
) -> list[Quad]:
    """Return the quads with their corners in the order in which the text runs.

    Args:
        pixels: The upright page, RGB uint8 of shape (height, width, 3).
        quads: Clockwise from the top left of text that runs to the right.
        reader: Tells how sure it is of each direction.
        cancel: Asked between lines whether to stop.
    """
    return [_surest(pixels, ways, reader, cancel) if len(ways := _ways(quad)) > 1 else quad for quad in quads]


def _ways(quad: Quad) -> list[Quad]:
    if quad.height < TALL * quad.width:
        return [quad]
    top_left, top_right, bottom_right, bottom_left = quad.points
    down = Quad(top_right, bottom_right, bottom_left, top_left)
    up = Quad(bottom_left, top_left, top_right, bottom_right)
    return [up, down] if quad.height >= TOO_TALL_TO_STAND * quad.width else [quad, up, down]


def _surest(pixels: Pixels, ways: list[Quad], reader: Recogniser, cancel: Callable[[], bool]) -> Quad:
    readings = glance(reader, pixels, ways, cancel=cancel)
    # At equal confidence the earlier way stands.
    return ways[max(range(len(ways)), key=lambda index: readings[index].confidence)]
