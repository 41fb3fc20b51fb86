"""Turns, straightens and flattens a page, and keeps its transform and its text layer in step.

Decides nothing: how far a page is turned or tilted is told to it. Pixels are sampled at their centres, which
lie at half coordinates.
"""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from engine.geometry import Quad, Transform
from engine.pages.source import Pixels, SourcePage
from engine.reading import Line

_HALF = Transform((1.0, 0.0, 0.5, 0.0, 1.0, 0.5, 0.0, 0.0, 1.0))


def turn(page: SourcePage, quarter_turns: int) -> SourcePage:
    """Turn a page clockwise by quarter turns; nothing is resampled."""
    turns = quarter_turns % 4
    if turns == 0:
        return page
    pixels = np.ascontiguousarray(np.rot90(page.pixels, -turns))
    return _moved(page, pixels, quarter_turn(turns, page.width, page.height))


def straighten(page: SourcePage, degrees: float) -> SourcePage:
    """Undo a tilt.

    Args:
        page: What is tilted.
        degrees: By how much, clockwise positive, as :func:`engine.pages.skew.find_skew` tells it.

    Returns:
        The page turned back about its centre and enlarged so that no corner is cut off; new corners take on
        the colour of the page's edge.
    """
    if degrees == 0:
        return page
    angle = np.deg2rad(-degrees)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    width = int(np.ceil(page.width * abs(cos) + page.height * abs(sin)))
    height = int(np.ceil(page.width * abs(sin) + page.height * abs(cos)))
    x, y = page.width / 2, page.height / 2
    forward = Transform(
        (
            cos, -sin, width / 2 - cos * x + sin * y,
            sin, cos, height / 2 - sin * x - cos * y,
            0.0, 0.0, 1.0,
        )
    )  # fmt: skip
    return _moved(page, _warped(page.pixels, forward, width, height), forward)


def warp_quad(page: SourcePage, corners: Quad) -> SourcePage:
    """Make the four corners of a sheet the corners of the page, as if it had been scanned flat.

    Args:
        page: A photo of a sheet at an angle.
        corners: The sheet's corners on the page, as :func:`engine.pages.sheet.find_sheet` tells them.

    Returns:
        The sheet alone, as large as its longer edges in the photo. The resolution is no longer known.
    """
    a, b, c, d = corners.as_array().astype(np.float64)
    width = max(1, round(max(np.linalg.norm(b - a), np.linalg.norm(c - d))))
    height = max(1, round(max(np.linalg.norm(d - a), np.linalg.norm(c - b))))
    target = Quad.from_box(0, 0, width, height).as_array()
    matrix = np.asarray(cv2.getPerspectiveTransform(corners.as_array(), target), dtype=np.float64)
    forward = Transform.from_matrix(matrix)
    return replace(_moved(page, _warped(page.pixels, forward, width, height), forward), dpi=None)


def quarter_turn(turns: int, width: int, height: int) -> Transform:
    """Return the map of a clockwise turn by quarter turns of an image ``width`` by ``height`` pixels."""
    a, b, x, c, d, y = {
        0: (1, 0, 0, 0, 1, 0),
        1: (0, -1, height, 1, 0, 0),
        2: (-1, 0, width, 0, -1, height),
        3: (0, 1, 0, -1, 0, width),
    }[turns % 4]
    return Transform((a, b, x, c, d, y, 0.0, 0.0, 1.0))


def _warped(pixels: Pixels, forward: Transform, width: int, height: int) -> Pixels:
    centred = _HALF.then(forward).then(_HALF.inverse())
    warped = cv2.warpPerspective(
        pixels, centred.matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=_edge_colour(pixels)
    )
    return np.asarray(warped, dtype=np.uint8)


def _edge_colour(pixels: Pixels) -> tuple[float, float, float]:
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    red, green, blue = (float(value) for value in np.median(edge, axis=0))
    return red, green, blue


def _moved(page: SourcePage, pixels: Pixels, forward: Transform) -> SourcePage:
    lines = page.text_lines
    moved = None if lines is None else tuple(_line_moved(line, forward.apply_quad) for line in lines)
    return replace(page, pixels=pixels, to_source=forward.inverse().then(page.to_source), text_lines=moved)


def _line_moved(line: Line, move: Callable[[Quad], Quad]) -> Line:
    words = tuple(replace(word, quad=move(word.quad)) for word in line.words)
    return replace(line, quad=move(line.quad), words=words)
