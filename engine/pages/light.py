"""Removes shadow and uneven light from a page, for engines that expect black on white."""

import cv2
import numpy as np

from engine.pages.source import Pixels
from engine.resampling import reduced_to

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
    return without_light(gray, light_on(gray))


def without_light(gray: Pixels, light: Pixels) -> Pixels:
    """Divide a page by a light that was measured; see :func:`flatten_light`.

    Args:
        gray: Luminance, shape (height, width).
        light: As :func:`light_on` gives it.
    """
    height, width = gray.shape
    full = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, np.maximum(full, 1), scale=255), dtype=np.uint8)


def unevenness(light: Pixels) -> float:
    """Tell how uneven the light on a page is: 0 for even, towards 1 for strong shadow.

    Args:
        light: As :func:`light_on` gives it.
    """
    bright, dim = np.percentile(light, [95, 5])
    return float(1.0 - dim / max(bright, 1.0))


def light_on(gray: Pixels) -> Pixels:
    """Measure the light on a page.

    Args:
        gray: Luminance, shape (height, width).

    Returns:
        The brightness of the paper, of the page reduced to at most 480 pixels.
    """
    small = reduced_to(gray, _REDUCED)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_INK_REACH, _INK_REACH))
    filled = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    smooth = cv2.GaussianBlur(cv2.medianBlur(filled, _INK_REACH), (0, 0), 5)
    return np.asarray(smooth, dtype=np.uint8)
