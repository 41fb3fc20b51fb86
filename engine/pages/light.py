"""Removes shadow and uneven light from a page, for engines that expect black on white."""

import cv2
import numpy as np

from engine.pages.source import Pixels

_REDUCED = 480
_INK_REACH = 15


def flatten_light(gray: Pixels) -> Pixels:
    """Divide a page by its own light, so that paper becomes evenly white.

    The light is what remains when everything thinner than a heavy letter is filled with the brightness around
    it (a morphological closing of the reduced page) and smoothed. Areas that are dark on purpose and larger
    than a letter, such as a photograph, are brightened too; use the result for reading and never for showing.

    Args:
        gray: Luminance, shape (height, width).

    Returns:
        The same shape; paper near 255, ink as dark relative to it as before.
    """
    light = _light(gray)
    # In strips: the division needs floats, four times the memory of the page.
    result = np.empty_like(gray)
    for top in range(0, gray.shape[0], 512):
        part = slice(top, top + 512)
        ratio = gray[part].astype(np.float32) * 255.0 / np.maximum(light[part], 1)
        result[part] = np.minimum(ratio, 255.0).astype(np.uint8)
    return result


def unevenness(gray: Pixels) -> float:
    """Tell how uneven the light on a page is: 0 for even, towards 1 for strong shadow."""
    bright, dim = np.percentile(_reduced_light(gray), [95, 5])
    return float(1.0 - dim / max(bright, 1.0))


def _light(gray: Pixels) -> Pixels:
    height, width = gray.shape
    light = cv2.resize(_reduced_light(gray), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(light, dtype=np.uint8)


def _reduced_light(gray: Pixels) -> Pixels:
    scale = min(1.0, _REDUCED / max(gray.shape))
    size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_INK_REACH, _INK_REACH))
    filled = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    smooth = cv2.GaussianBlur(cv2.medianBlur(filled, _INK_REACH), (0, 0), 5)
    return np.asarray(smooth, dtype=np.uint8)
