"""Decides which way up a page is, from the lines found on it and how well a few of them read each way.

The shapes of the lines tell across from along: text on a page that lies on its side stands in tall boxes.
Which of the two remaining ways is right is told by reading: the longest lines are cut out and read as they
are and upside down. On most pages the first two lines settle it. Where nothing convinces, the page stays as
it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.geometry import Quad
from engine.ocr.engines import Pixels, Recognised, Recogniser, glance, never

FIRST = 2
"""Lines read at first: on most pages they settle it."""
CERTAIN = 0.9
"""Confidence from which both of them are certainly read the right way.

On 36 pages no two lines read upside down, of the twelve longest of each, had more than 0.84 and 0.79.
"""
LEAST_LETTERS = 4
"""In each of them: a row of noughts reads well either way."""
TRIED = 4
"""Lines read next; a page where they do not settle it either has the next ones read too."""
MOST_TRIED = 12
"""Lines read at the most."""
MARGIN = 0.15
"""By how much one way must read better than the other, as the mean confidence of the lines."""
CONVINCING = 0.75
"""Mean confidence of lines that are certainly read the right way.

On 24 real pages the longest lines read 0.62 to 1.00 the right way, and 0.03 to 0.40 upside down.
"""
ENOUGH = 12.0
"""Length over breadth of the piece of a long line that is read: more of it costs time and tells no more."""
TALL = 1.5
"""Height over width from which a line stands on its side."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """Which way up a page is.

    Attributes:
        turns: Quarter turns clockwise that make it upright, 0 to 3.
        certainty: In [0, 1]; 0 where there was nothing to go by.
    """

    turns: int
    certainty: float


def quarter_turns(
    pixels: Pixels,
    found: Sequence[Quad],
    engines: Sequence[Recogniser],
    *,
    cancel: Callable[[], bool] = never,
) -> Orientation:
    """Return the turns that make a page upright; none where the page does not tell.

    Args:
        pixels: RGB uint8 of shape (height, width, 3).
        found: The places of its lines.
        engines: Best first; each reads the lines in its own scripts.
        cancel: Asked between lines whether to stop.

    Raises:
        CancelledError: ``cancel`` said so.
    """
    quads = [quad for quad in found if quad.width > 0 and quad.height > 0]
    across = [quad for quad in quads if _long_side(quad) > TALL * _short_side(quad)]
    standing = sum(_long_side(quad) for quad in across if quad.height > quad.width)
    lying = sum(_long_side(quad) for quad in across if quad.width >= quad.height)
    if standing + lying == 0:
        return Orientation(0, 0.0)
    sideways = standing > lying
    clear = abs(standing - lying) / (standing + lying)
    chosen = [quad for quad in across if (quad.height > quad.width) == sideways]
    chosen.sort(key=_long_side, reverse=True)
    better, margin = _better_way(pixels, chosen[:MOST_TRIED], engines, sideways=sideways, cancel=cancel)
    if margin < MARGIN:
        return Orientation(0, 0.0)
    turns = {(False, 0): 0, (False, 1): 2, (True, 0): 1, (True, 1): 3}[sideways, better]
    return Orientation(turns, min(1.0, clear * margin / 0.4))


def _better_way(
    pixels: Pixels,
    quads: Sequence[Quad],
    engines: Sequence[Recogniser],
    *,
    sideways: bool,
    cancel: Callable[[], bool],
) -> tuple[int, float]:
    """Read lines in both ways they may run; return the better one (0 or 1) and by how much it is better."""
    if engines and len(quads) >= FIRST:
        upright = [_ways(_shortened(quad), sideways=sideways)[0] for quad in quads[:FIRST]]
        if all(map(_is_certain, glance(engines[0], pixels, upright, cancel=cancel))):
            return 0, CONVINCING
    gains: list[float] = []
    for start in range(0, len(quads), TRIED):
        part = [_ways(_shortened(quad), sideways=sideways) for quad in quads[start : start + TRIED]]
        first = _confidences(pixels, [way for way, _ in part], engines, cancel)
        if not gains and len(first) == TRIED and _mean(first) > CONVINCING:
            # Upside down nothing reads like this: the other way need not be tried.
            return 0, CONVINCING
        second = _confidences(pixels, [way for _, way in part], engines, cancel)
        gains += [a - b for a, b in zip(first, second, strict=True)]
        if abs(_mean(gains)) >= 2 * MARGIN:
            break
    return (0 if _mean(gains) >= 0 else 1), abs(_mean(gains))


def _shortened(quad: Quad) -> Quad:
    """Return the beginning of a long line, however the line lies."""
    share = min(1.0, ENOUGH * _short_side(quad) / max(1.0, _long_side(quad)))
    if quad.width >= quad.height:
        return quad.part(0.0, share)
    corners = quad.as_array()
    down = (corners[[3, 2]] - corners[[0, 1]]) * share
    return Quad.from_array(np.concatenate([corners[:2], (corners[:2] + down)[::-1]]))


def _ways(quad: Quad, *, sideways: bool) -> tuple[Quad, Quad]:
    """Return the two ways in which text may run along a place.

    For a lying one to the right and, upside down, to the left; for a standing one upwards and downwards.
    """
    top_left, top_right, bottom_right, bottom_left = quad.points
    if sideways:
        return (
            Quad(bottom_left, top_left, top_right, bottom_right),
            Quad(top_right, bottom_right, bottom_left, top_left),
        )
    return quad, Quad(bottom_right, bottom_left, top_left, top_right)


def _confidences(
    pixels: Pixels, quads: Sequence[Quad], engines: Sequence[Recogniser], cancel: Callable[[], bool]
) -> list[float]:
    """Return for each place how sure the surest engine is."""
    best = [0.0] * len(quads)
    for engine in engines:
        readings = glance(engine, pixels, quads, cancel=cancel)
        best = [
            max(held, reading.confidence if reading.text else 0.0)
            for held, reading in zip(best, readings, strict=True)
        ]
        if _mean(best) > CONVINCING:
            break
    return best


def _is_certain(reading: Recognised) -> bool:
    letters = sum(letter.isalpha() for letter in reading.text)
    return reading.confidence >= CERTAIN and letters >= LEAST_LETTERS


def _long_side(quad: Quad) -> float:
    return max(quad.width, quad.height)


def _short_side(quad: Quad) -> float:
    return min(quad.width, quad.height)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
