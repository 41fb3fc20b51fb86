"""Tells whether the edge of a page runs through a line: letters are then missing that nobody can read.

Knows pixels and quads, and no engine.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.geometry import Quad

Pixels = NDArray[np.uint8]

NEAR = 2
"""Pixels from the edge of the page within which a line may be cut by it, and in which ink is looked for."""
LEAST_CONTRAST = 30
"""Levels of brightness between ink and paper below which nothing can be told."""
LEAST_INK, MOST_INK = 0.04, 0.85
"""Share of a line's height that strokes take at the edge. A scanner's border or a rule takes all of it."""


def is_cut_off(pixels: Pixels, quad: Quad) -> bool:
    """Tell whether a line goes on beyond the edge of the page.

    Args:
        pixels: The page, RGB uint8 of shape (height, width, 3).
        quad: The line's place in pixels of the page.
    """
    height, width = pixels.shape[:2]
    left, top, right, bottom = (round(edge) for edge in quad.bounds)
    sides = {
        "left": left <= NEAR,
        "right": right >= width - NEAR,
        "top": top <= NEAR,
        "bottom": bottom >= height - NEAR,
    }
    if not any(sides.values()):
        return False
    region = pixels[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    if min(region.shape[:2]) <= NEAR:
        return False
    gray = cv2.cvtColor(region, cv2.COLOR_RGB2GRAY)
    ink, paper = (float(level) for level in np.percentile(gray, (2, 70)))
    if paper - ink < LEAST_CONTRAST:
        return False
    dark = gray < (ink + paper) / 2
    edges = {"left": dark[:, :NEAR], "right": dark[:, -NEAR:], "top": dark[:NEAR].T, "bottom": dark[-NEAR:].T}
    return any(sides[side] and _has_strokes(edges[side]) for side in sides)


def _has_strokes(edge: NDArray[np.bool_]) -> bool:
    """Tell whether some of the places along an edge, and not all of them, have ink; shape (places, NEAR)."""
    return LEAST_INK <= float(edge.any(axis=1).mean()) <= MOST_INK
