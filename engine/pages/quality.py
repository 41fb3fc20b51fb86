"""Judges how fit for reading a page image is, and says what a person could do better next time."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.pages.light import light_on, unevenness, without_light
from engine.pages.source import Pixels
from engine.reading import PageQuality
from engine.resampling import reduced_to

Floats = NDArray[np.float64]

_LONGEST = 2200
_TILE = 64
_TILES = 100
_SHARP = 0.35
_BLURRED, _DARK, _PALE, _UNEVEN, _SMALL_SIDE = 0.075, 0.35, 0.25, 0.45, 700
_GLARE_SHARE = 0.01


def judge_quality(pixels: Pixels) -> PageQuality:
    """Measure sharpness, contrast, brightness and light.

    Sharpness is the variance of the Laplacian relative to the contrast of the same place, taken where the
    page has the strongest edges: so it does not depend on how much is written on the page. A page with
    nothing on it is judged sharp.

    Args:
        pixels: RGB, shape (height, width, 3).

    Returns:
        The measures, with remarks out of ``blurred``, ``dark``, ``low-contrast``, ``uneven-light``, ``glare``
        and ``small``.
    """
    gray = _working_size(pixels)
    light = light_on(gray)
    tiles = _tiles(without_light(gray, light))
    darkest, dark, bright, brightest = _levels(tiles, 2, 5, 90, 95)
    contrast = _contrast(bright - darkest)
    sharpness = _sharpness(tiles, brightest - dark)
    brightness = float(gray.mean()) / 255.0
    evenness = 1.0 - unevenness(light)
    remarks = {
        "blurred": sharpness < _BLURRED,
        "dark": brightness < _DARK,
        "low-contrast": 0.0 < contrast < _PALE,
        "uneven-light": evenness < 1.0 - _UNEVEN,
        "glare": _has_glare(gray),
        "small": max(pixels.shape[:2]) < _SMALL_SIDE,
    }
    return PageQuality(
        sharpness=round(sharpness, 4),
        contrast=round(contrast, 4),
        brightness=round(brightness, 4),
        evenness=round(evenness, 4),
        remarks=tuple(name for name, holds in remarks.items() if holds),
    )


def _working_size(pixels: Pixels) -> Pixels:
    return reduced_to(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8), _LONGEST)


def _tiles(image: Pixels) -> Pixels:
    """Cut into square tiles, shape (n, tile, tile); incomplete ones at the edges are left out."""
    height, width = image.shape
    tile = min(_TILE, height, width)
    rows, columns = height // tile, width // tile
    cut = image[: rows * tile, : columns * tile].reshape(rows, tile, columns, tile)
    return cut.swapaxes(1, 2).reshape(-1, tile, tile)


def _levels(tiles: Pixels, *shares: float) -> Floats:
    """Percentiles of the brightness of each tile, of every other pixel both ways; shape (shares, n)."""
    return np.asarray(np.percentile(tiles[:, ::2, ::2].reshape(len(tiles), -1), shares, axis=1), np.float64)


def _contrast(spread: Floats) -> float:
    """Spread between paper and ink where there is ink, in [0, 1]; 0 for a blank page."""
    written = spread[spread > 0.06 * 255] / 255.0
    return float(np.percentile(written, 75)) if len(written) else 0.0


def _sharpness(tiles: Pixels, spread: Floats) -> float:
    written = np.flatnonzero(spread > 0.06 * 255)
    if not len(written):
        return 1.0
    chosen = written[np.argsort(spread[written])[-max(8, len(written) // 3) :]]
    chosen = chosen[:: len(chosen) // _TILES + 1]
    values = [
        float(cv2.Laplacian(tile, cv2.CV_32F).std()) / max(float(tile.std()), 1.0)
        for tile in tiles[chosen].astype(np.float32)
    ]
    return float(np.clip(np.median(values) * _SHARP, 0.0, 1.0))


def _has_glare(gray: Pixels) -> bool:
    """Whether there is a burnt-out spot on paper that is not itself burnt out."""
    size = (max(1, gray.shape[1] // 4), max(1, gray.shape[0] // 4))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    burnt = (small >= 253).astype(np.uint8)
    share = float(burnt.mean())
    if share < _GLARE_SHARE or float(np.median(small)) > 235:
        return False
    core = cv2.erode(burnt, np.ones((9, 9), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(core)
    # What touches the border is the white of a scanner's lid, or another sheet.
    border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    areas = np.delete(stats[:, cv2.CC_STAT_AREA], np.union1d(border, [0]))
    return float(areas.sum()) > _GLARE_SHARE / 4 * core.size
