"""Cuts lines out of a page: each as a level strip of a given height, at its own width.

This module knows pixels and quads, and no engine.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.geometry import Quad

Pixels = NDArray[np.uint8]

_LEVEL = 1.0
"""Pixels by which the edges of a quad may lean and it still counts as an upright box."""

_MIDDLE, _SCALE = np.float32(127.5), np.float32(1 / 127.5)
"""How brightness from 0 to 255 becomes what the networks take."""


def cut_strip(pixels: Pixels, quad: Quad, *, height: int) -> Pixels | None:
    """Cut one line out of a page and scale it to a height, keeping its proportions.

    Args:
        pixels: The page, uint8 of shape (height, width) or (height, width, channels).
        quad: The line, clockwise from the text's own top left, in pixels of the page; what reaches over the
            edge of the page is filled with the nearest pixels.
        height: Rows of the strip.

    Returns:
        uint8 of shape (height, width of the line) with the page's channels, or None where the quad covers
        less than a pixel in either direction or lies outside the page.
    """
    corners = quad.as_array()
    if not np.isfinite(corners).all() or quad.width < 1 or quad.height < 1:
        return None
    page_height, page_width = pixels.shape[:2]
    left, top = np.maximum(np.rint(corners.min(axis=0)).astype(int), 0)
    right, bottom = np.minimum(np.rint(corners.max(axis=0)).astype(int), (page_width, page_height))
    if right - left < 1 or bottom - top < 1:
        return None
    region = pixels[top:bottom, left:right]
    if _is_level(quad):
        return _scaled(region, height)
    # Cut at the page's own scale and reduce by area afterwards: a warp samples single pixels, and would skip
    # strokes of large print.
    width, rows = max(1, round(quad.width)), max(1, round(quad.height))
    # OpenCV counts from pixel centres, quads from pixel edges.
    source = corners - np.array([left + 0.5, top + 0.5], np.float32)
    target = np.array([[0, 0], [width, 0], [width, rows], [0, rows]], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(source, target)
    level = cv2.warpPerspective(
        region, matrix, (width, rows), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return _scaled(level.astype(np.uint8, copy=False), height)


def brightness_at(gray: Pixels, share: float) -> int:
    """Return the brightness that a share of the pixels do not exceed: by counting, much faster than sorting.

    Args:
        gray: uint8 of any shape, not empty.
        share: Of the pixels, from the darkest; in [0, 1].
    """
    reached = np.bincount(gray.ravel(), minlength=256).cumsum()
    return int(np.searchsorted(reached, share * gray.size))


def column_ink(strip: Pixels, *, window: int) -> NDArray[np.float32]:
    """Measure how much ink each column of a line shows, whatever the colours of ink and paper.

    Args:
        strip: uint8 of shape (height, width) or (height, width, channels).
        window: Neighbouring columns over which the measure is averaged.

    Returns:
        float32 of shape (width,): 0 is the emptiest column of the line, 1 what three quarters stay below.
    """
    gray = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY) if strip.ndim == 3 else strip
    contrast = (gray.max(axis=0) - gray.min(axis=0)).astype(np.float64)
    empty, usual = np.percentile(contrast, (2, 75))
    smooth = np.convolve(contrast, np.ones(window) / window, mode="same")[: strip.shape[1]]
    return np.asarray((smooth - empty) / max(1.0, usual - empty), np.float32)


def network_input(pixels: Pixels) -> NDArray[np.float32]:
    """Return RGB pixels as the networks take them.

    Args:
        pixels: uint8 of shape (height, width, 3), RGB.

    Returns:
        float32 of shape (1, 3, height, width), BGR, from -1 for black to 1 for white.
    """
    # Not by OpenCV's cv2.dnn, which does the same: a program that leaves that module out is 20 MB smaller.
    blob = np.empty((1, 3, *pixels.shape[:2]), np.float32)
    for channel, plane in enumerate(reversed(cv2.split(pixels))):
        np.subtract(plane, _MIDDLE, out=blob[0, channel], dtype=np.float32)
    blob *= _SCALE
    return blob


def _is_level(quad: Quad) -> bool:
    (a, b, c, d) = quad.points
    leans = (a[1] - b[1], c[1] - d[1], a[0] - d[0], b[0] - c[0])
    return max(map(abs, leans)) <= _LEVEL and a[0] < b[0] and a[1] < d[1]


def _scaled(strip: Pixels, height: int) -> Pixels:
    width = max(1, round(strip.shape[1] * height / strip.shape[0]))
    flag = cv2.INTER_AREA if strip.shape[0] > height else cv2.INTER_CUBIC
    return cv2.resize(strip, (width, height), interpolation=flag).astype(np.uint8, copy=False)
