"""Finds by how many degrees the text of a page is tilted, without reading it.

Where lines of text were found, the longer ones tell roughly. The pixels tell exactly, after W. Postl's
projection profiles: at the right angle, the feet of letters fall together into few rows. Only the lower edges
of ink count, which makes solid areas, photographs and shading nearly weightless; and an angle that no lines
vouch for is believed only if it stands out from all others.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.geometry import Quad
from engine.pages.source import Pixels

_LONGEST = 1600
_LIMIT = 15.0
_AROUND = 0.4
_COARSE = 0.1
_FINE = 0.02
_MOST_POINTS = 60_000
_COARSE_POINTS = 15_000
_FEWEST_POINTS = 250
_STANDS_OUT = 1.35
_LONG_LINE = 8.0
"""Width over height from which the place of a line tells its tilt."""
_FEWEST_LINES = 5
_MOST_APART = 0.4
"""Degrees by which half of the lines, by their length, may lie apart from the middle one."""

Floats = NDArray[np.float64]


def tilt_of_lines(places: Sequence[Quad]) -> float | None:
    """Tell the tilt of lines of text that were found on a page.

    On 36 pages, each as it is and at two more tilts, it lies within 0.22 degrees of what :func:`find_skew`
    tells, but for three pages whose pictures and edges mislead that one.

    Args:
        places: Of the lines, in any unit.

    Returns:
        Degrees, clockwise positive; None where too few are long enough, or they do not agree, as on a page
        that is bent or seen from the side.
    """
    tilts, lengths = [], []
    for place in places:
        if place.height > 0 and place.width > _LONG_LINE * place.height:
            a, b, c, d = place.as_array().astype(np.float64)
            along = b + c - a - d
            tilts.append(float(np.rad2deg(np.arctan2(along[1], along[0]))))
            lengths.append(place.width)
    if len(tilts) < _FEWEST_LINES:
        return None
    middle = _weighted_median(np.array(tilts), np.array(lengths))
    apart = _weighted_median(np.abs(np.array(tilts) - middle), np.array(lengths))
    return middle if apart <= _MOST_APART and abs(middle) < _LIMIT else None


def find_skew(gray: Pixels, *, near: float | None = None) -> float:
    """Tell the tilt of the text on a page that is upright but for a few degrees.

    Args:
        gray: Luminance, shape (height, width).
        near: The tilt in degrees, where it is roughly known: the search then does not go far from it.

    Returns:
        Degrees in [-15, 15], clockwise positive: how far the page has to be turned back, see
        :func:`engine.pages.upright.straighten`. 0 where no text is found or its tilt is not clear.
    """
    points = _feet(gray)
    if len(points) < _FEWEST_POINTS:
        return near or 0.0
    if near is not None:
        angles = near + np.arange(-_AROUND, _AROUND + _COARSE / 2, _COARSE)
        best = int(_scores(points[:: len(points) // _COARSE_POINTS + 1], angles).argmax())
        return near if best in (0, len(angles) - 1) else _finest(points, float(angles[best]))
    angles = np.arange(-_LIMIT, _LIMIT + _COARSE / 2, _COARSE)
    # Steps fine enough that two short words at both ends of a line, as on a receipt, cannot be missed.
    scores = _scores(points[:: len(points) // _COARSE_POINTS + 1], angles)
    best = int(scores.argmax())
    if scores[best] < _STANDS_OUT * np.median(scores) or best in (0, len(angles) - 1):
        return 0.0
    return _finest(points, float(angles[best]))


def _finest(points: Floats, around: float) -> float:
    return _peak(points, np.arange(around - _COARSE, around + _COARSE + _FINE / 2, _FINE))


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values)
    reached = weights[order].cumsum()
    return float(values[order][np.searchsorted(reached, reached[-1] / 2)])


def _feet(gray: Pixels) -> Floats:
    """Where ink ends downwards: x and y, shape (n, 2), of the page reduced to a common size."""
    scale = _LONGEST / max(gray.shape)
    if scale < 1.0:
        size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
        gray = np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = _ink(gray)
    ends = (ink[:-1] == 1) & (ink[1:] == 0)
    ys, xs = np.nonzero(ends)
    # Whole rows would make the angle 0 special, since there alone all points of a row fall together. Spread
    # over the height of a pixel, evenly and the same way each time, they treat all angles alike.
    spread = (xs * 0.6180339887 + ys * 0.7548776662) % 1.0
    points = np.stack([xs, ys + spread], axis=1).astype(np.float64)
    if len(points) > _MOST_POINTS:
        points = points[:: len(points) // _MOST_POINTS + 1]
    return points


def _ink(gray: Pixels) -> Pixels:
    """1 where it is clearly darker than its surroundings; large blobs left out."""
    paper = cv2.blur(gray, (41, 41)).astype(np.int16)
    ink = (paper - gray > 20).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    heights, areas = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_AREA]
    kept = (areas >= 6) & (heights >= 3)
    kept[0] = False
    return np.asarray(kept[labels], dtype=np.uint8)


def _scores(points: Floats, angles: Floats) -> Floats:
    return np.array([_score(points, float(angle)) for angle in angles])


def _score(points: Floats, degrees: float) -> float:
    """How sharply the points fall into rows when the page is turned back by so many degrees."""
    angle = np.deg2rad(degrees)
    rows = points[:, 1] * np.cos(angle) - points[:, 0] * np.sin(angle)
    rows -= rows.min()
    low = rows.astype(np.int64)
    part = rows - low
    # Each point counts for the two rows that it lies between, so that the score is smooth in the angle.
    size = int(low.max()) + 2
    profile = np.bincount(low, 1.0 - part, size) + np.bincount(low + 1, part, size)
    return float(np.square(np.diff(profile)).sum())


def _peak(points: Floats, angles: Floats) -> float:
    """The best angle, between the steps by a parabola through the three best."""
    scores = _scores(points, angles)
    best = int(scores.argmax())
    if best in (0, len(angles) - 1):
        return float(angles[best])
    before, top, after = scores[best - 1 : best + 2]
    bend = before - 2 * top + after
    shift = 0.0 if bend == 0 else 0.5 * (before - after) / bend
    return float(angles[best] + shift * _FINE)
