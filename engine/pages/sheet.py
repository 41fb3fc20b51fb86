"""Finds the sheet of paper in a photo, so that it can be made flat; gives up rather than cut text away."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.geometry import Quad
from engine.pages.source import Pixels
from engine.resampling import reduced_to

_LONGEST = 800
_LEAST_AREA, _MOST_AREA = 0.20, 0.97
_LEAST_ANGLE, _MOST_ANGLE = 55.0, 125.0
_STEP_OUTWARDS = 0.02
_LEAST_SUPPORT = 0.75
_LEAST_STEP = 12.0
_TEXT_OUTSIDE = 0.06

Points = NDArray[np.float64]


def find_sheet(pixels: Pixels) -> Quad | None:
    """Find the four corners of a sheet that lies on something darker.

    Several ways to part paper from its surroundings each propose outlines. A proposal is believed only if it
    is a convex four-sided figure of likely shape, wholly within the photo, with paper brighter than what is
    beyond it along nearly the whole of every side, and no writing beyond it.

    Args:
        pixels: RGB, shape (height, width, 3).

    Returns:
        The corners, clockwise from the one nearest to the photo's top left, or None when unsure: no edge, a
        sheet that reaches out of the photo, several sheets, or a scan that is all paper.
    """
    small = reduced_to(pixels, _LONGEST)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)
    lightness: Pixels = np.asarray(cv2.GaussianBlur(lab[:, :, 0], (0, 0), 1.2), dtype=np.uint8)
    best: tuple[float, Points] | None = None
    for mask in _masks(small, lightness):
        for corners in _four_sided(mask):
            trust = _trust(corners, lightness)
            if trust > 0 and (best is None or trust > best[0]):
                best = (trust, corners)
    if best is None or _text_is_lost(best[1], lightness):
        return None
    return Quad.from_array(best[1] * [pixels.shape[1] / small.shape[1], pixels.shape[0] / small.shape[0]])


def _masks(small: Pixels, lightness: Pixels) -> Iterator[Pixels]:
    """Ways to tell paper from the rest, 255 where paper may be."""
    _, bright = cv2.threshold(lightness, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    yield np.asarray(bright, dtype=np.uint8)
    for level in (95, 120, 145, 170, 195):
        yield ((lightness > level) * np.uint8(255)).astype(np.uint8)
    # White paper has no colour, while wood, skin and cloth have: light minus saturation.
    saturation = cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[:, :, 1]
    pale = cv2.subtract(lightness, cv2.GaussianBlur(saturation, (0, 0), 1.2))
    _, plain = cv2.threshold(pale, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    yield np.asarray(plain, dtype=np.uint8)
    for low, high in ((30, 90), (15, 45)):
        edges = cv2.dilate(cv2.Canny(lightness, low, high), np.ones((3, 3), np.uint8))
        yield _enclosed(np.asarray(edges, dtype=np.uint8))


def _enclosed(edges: Pixels) -> Pixels:
    """What edges close off from the border of the photo."""
    height, width = edges.shape
    open_ground = cv2.copyMakeBorder(255 - edges, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=255)
    cv2.floodFill(open_ground, None, (0, 0), 128)
    return np.where(open_ground[1 : height + 1, 1 : width + 1] != 128, 255, 0).astype(np.uint8)


def _four_sided(mask: Pixels) -> Iterator[Points]:
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    area = mask.shape[0] * mask.shape[1]
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:3]:
        if cv2.contourArea(contour) < _LEAST_AREA * area:
            continue
        hull = cv2.convexHull(contour)
        for tolerance in (0.01, 0.02, 0.03, 0.05):
            outline = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, closed=True), closed=True)
            if len(outline) == 4:
                yield _refined(_ordered(outline.reshape(4, 2).astype(np.float64)), contour.astype(np.float64))
                break


def _ordered(corners: Points) -> Points:
    """Clockwise from the corner nearest to the top left."""
    middle = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))]
    return np.asarray(np.roll(around, -int(around.sum(axis=1).argmin()), axis=0))


def _refined(corners: Points, contour: Points) -> Points:
    """Fit a line to each side of the contour and let the lines meet: corners may be bent or round."""
    outline = contour.reshape(-1, 2) + 0.5
    lines = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
        offset = outline - start
        place = offset @ along / max(float(np.linalg.norm(end - start)), 1e-6)
        away = np.abs(offset @ np.array([-along[1], along[0]]))
        side = outline[(place > 0.08) & (place < 0.92) & (away < 8.0)]
        if len(side) < 12:
            return corners
        vx, vy, x, y = cv2.fitLine(side.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        lines.append((np.array([x, y], dtype=np.float64), np.array([vx, vy], dtype=np.float64)))
    met = [_meeting(lines[n - 1], lines[n]) for n in range(4)]
    if any(point is None for point in met):
        return corners
    refined = np.array(met, dtype=np.float64)
    return refined if float(np.abs(refined - corners).max()) < 25 else corners


def _meeting(first: tuple[Points, Points], second: tuple[Points, Points]) -> Points | None:
    matrix = np.stack([first[1], -second[1]], axis=1)
    if abs(float(np.linalg.det(matrix))) < 1e-3:
        return None
    return np.asarray(first[0] + first[1] * np.linalg.solve(matrix, second[0] - first[0])[0])


def _trust(corners: Points, lightness: Pixels) -> float:
    """How well four corners are borne out by the photo; 0 if they cannot be those of a sheet."""
    height, width = lightness.shape
    inside = (corners >= 1.0).all() and (corners <= [width - 1.0, height - 1.0]).all()
    share = cv2.contourArea(corners.astype(np.float32)) / (height * width)
    if not inside or not _LEAST_AREA <= share <= _MOST_AREA or not _likely_angles(corners):
        return 0.0
    supports = [
        _side_support(start, end, corners.mean(axis=0), lightness)
        for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True)
    ]
    return min(supports) * share if min(supports) >= _LEAST_SUPPORT else 0.0


def _likely_angles(corners: Points) -> bool:
    for before, corner, after in zip(
        np.roll(corners, 1, axis=0), corners, np.roll(corners, -1, axis=0), strict=True
    ):
        first, second = before - corner, after - corner
        lengths = float(np.linalg.norm(first) * np.linalg.norm(second))
        if lengths < 1.0:
            return False
        angle = np.rad2deg(np.arccos(np.clip(float(first @ second) / lengths, -1.0, 1.0)))
        if not _LEAST_ANGLE <= angle <= _MOST_ANGLE:
            return False
    return True


def _side_support(start: Points, end: Points, middle: Points, lightness: Pixels) -> float:
    """The share of a side along which it is clearly darker just outside than just inside."""
    along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
    outwards = np.array([along[1], -along[0]])
    if (middle - start) @ outwards > 0:
        outwards = -outwards
    places = start + np.linspace(0.04, 0.96, 60)[:, None] * (end - start)
    reach = max(4.0, _STEP_OUTWARDS / 2 * max(lightness.shape))
    within, beyond = (
        _sampled(lightness, places - outwards * reach),
        _sampled(lightness, places + outwards * reach),
    )
    return float((within - beyond > _LEAST_STEP).mean())


def _sampled(lightness: Pixels, places: Points) -> Points:
    height, width = lightness.shape
    xs = np.clip(places[:, 0].astype(int), 0, width - 1)
    ys = np.clip(places[:, 1].astype(int), 0, height - 1)
    return np.asarray(lightness[ys, xs], dtype=np.float64)


def _text_is_lost(corners: Points, lightness: Pixels) -> bool:
    """Whether marks like writing on bright ground lie beyond the sheet."""
    closed = cv2.morphologyEx(lightness, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
    marks = ((cv2.subtract(closed, lightness) > 25) & (closed > 110)).astype(np.uint8)
    sheet = np.zeros_like(lightness)
    cv2.fillConvexPoly(sheet, np.rint(corners).astype(np.int32), 1)
    near = np.asarray(cv2.dilate(sheet, np.ones((15, 15), np.uint8)), dtype=np.uint8)
    within, beyond = int((marks & sheet).sum()), int((marks & (1 - near)).sum())
    return beyond > _TEXT_OUTSIDE * max(within, 200)
