"""Finds lines of text on an upright page.

The network is a DB detector (Liao et al., "Real-time Scene Text Detection with Differentiable Binarization",
AAAI 2020): it gives for each pixel the probability that it lies in the shrunken core of a line. The cores are
outlined, boxed by the smallest rectangle and grown back to the line. This module knows nothing of reading.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from engine.geometry import FloatArray, Quad
from engine.ocr.crops import Pixels, network_input
from engine.packs import PackModel
from engine.resampling import reduced

SMALL_PRINT = 12.6
"""Usual breadth of the lines, in pixels of the search, under which some may be missed or run together."""
CLOSER = 1.55
"""How much larger a page of small print is searched."""
MOST_SLENDER = 3
"""A page more slender than this is reduced by its short side: print on a long receipt would vanish else."""
FURTHER = 0.6
"""How much smaller a blurred page is searched: from further away it looks sharp.

At 1280 pixels, one place was found on a page of ten lines blurred by a Gaussian of 4.5 pixels; at 0.6 of it,
all ten.
"""
LEAST_STEP = 10
"""Levels of brightness between neighbouring pixels from which something may be written there, however faint.

So only margins that are clean are left out, as those of documents that never were on paper, and of fax pages.
"""
MARGIN = 32
"""Blank rows and columns that are left around all that is written, in pixels of the search."""
MOST_WORTH_CUTTING = 0.9
"""Share of a page that may be written on for its blank margins to be left out of the search."""
OVERLAP = 64
"""Rows at an inner edge of a strip that are taken from its neighbour."""


@dataclass(frozen=True, slots=True)
class DetectedLine:
    """One line of text, not yet read.

    Attributes:
        quad: Its place in pixels of the page, clockwise from the top left of text that runs to the right;
            taller than wide where the text may stand on its side.
        score: Mean probability of text within the core of the line, in [0, 1].
        cut: Whether the edge of the page runs through it.
    """

    quad: Quad
    score: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class DetectorNumbers:
    """How the network was trained, and where the lines are drawn.

    Attributes:
        multiple: Both sides of the network's input are multiples of this.
        core_threshold: Probability from which a pixel belongs to the core of a line.
        line_threshold: Mean probability from which a core counts as a line.
        growth: Distance by which a core grows, as a multiple of its area over its perimeter.
    """

    multiple: int = 32
    core_threshold: float = 0.3
    line_threshold: float = 0.5
    growth: float = 1.6

    @classmethod
    def of(cls, model: PackModel) -> Self:
        """Take the numbers from a pack."""
        numbers = model.numbers
        return cls(
            multiple=round(numbers["multiple"]),
            core_threshold=numbers["core_threshold"],
            line_threshold=numbers["line_threshold"],
            growth=numbers["growth"],
        )


class LineDetector:
    """Finds the lines of a page with one network."""

    def __init__(
        self, session: ort.InferenceSession, *, side: int, numbers: DetectorNumbers | None = None
    ) -> None:
        """Take what the detector works with.

        Args:
            session: Input float32 (1, 3, height, width), BGR in [-1, 1]; output (1, 1, height, width).
            side: Longest side in pixels to which a page is reduced, if it is no page of small print.
            numbers: How the network wants it.
        """
        self._session = session
        self._input = session.get_inputs()[0].name
        self._side = side
        self._numbers = numbers or DetectorNumbers()

    def find(self, pixels: Pixels, *, blurred: bool = False) -> list[DetectedLine]:
        """Find the lines of a page.

        A page whose print turns out to be very small is searched again at a larger scale.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            blurred: Whether it is known to be blurred.

        Returns:
            The lines in no particular order.
        """
        height, width = pixels.shape[:2]
        longest, shortest = max(height, width), min(height, width)
        side = self._side * FURTHER if blurred else self._side
        scale = min(1.0, max(side / longest, side / (MOST_SLENDER * shortest)))
        lines = self._find_at(pixels, scale)
        if scale < 1 and lines and scale * np.median([_breadth(line.quad) for line in lines]) < SMALL_PRINT:
            lines = self._find_at(pixels, min(1.0, CLOSER * scale))
        return lines

    def _find_at(self, pixels: Pixels, scale: float) -> list[DetectedLine]:
        height, width = pixels.shape[:2]
        probabilities = self._probabilities(pixels, scale)
        stretch = np.array([width / probabilities.shape[1], height / probabilities.shape[0]], np.float32)
        return [
            DetectedLine(Quad.from_array(upright_order(corners * stretch)), score)
            for corners, score in self._boxes(probabilities)
        ]

    def _probabilities(self, pixels: Pixels, scale: float) -> FloatArray:
        """Run the network on the page at a scale, in strips that overlap where the page is large."""
        multiple = self._numbers.multiple
        height, width = (
            max(multiple, round(length * scale / multiple) * multiple) for length in pixels.shape[:2]
        )
        seen = reduced(pixels, width, height, smooth=True)
        rows_written, columns_written = _written(seen, multiple)
        part = seen[rows_written, columns_written]
        if part.size > MOST_WORTH_CUTTING * seen.size:
            return self._searched(seen)
        whole = np.zeros((height, width), np.float32)
        whole[rows_written, columns_written] = self._searched(part)
        return whole

    def _searched(self, seen: Pixels) -> FloatArray:
        """Run the network on a reduced page, whose sides are multiples of what it wants."""
        height, width = seen.shape[:2]
        multiple = self._numbers.multiple
        rows = max(4 * OVERLAP, self._side * self._side // width // multiple * multiple)
        if height <= rows:
            return self._run(seen)
        whole = np.empty((height, width), np.float32)
        for start in range(0, height - 2 * OVERLAP, rows - 2 * OVERLAP):
            strip = self._run(seen[start : start + rows])
            # The network sees too little around the rows at an inner edge: the next strip has them better.
            top = OVERLAP if start else 0
            whole[start + top : start + rows] = strip[top:]
        return whole

    def _run(self, pixels: Pixels) -> FloatArray:
        (output,) = self._session.run(None, {self._input: network_input(pixels)})
        return np.asarray(output[0, 0], np.float32)

    def _boxes(self, probabilities: FloatArray) -> Iterator[tuple[FloatArray, float]]:
        numbers = self._numbers
        core = (probabilities > numbers.core_threshold).astype(np.uint8)
        joined = cv2.dilate(core, np.ones((2, 2), np.uint8))
        contours, hierarchy = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        for index, contour in enumerate(contours):
            is_hole = hierarchy[0][index][3] >= 0
            center, (length, breadth), angle = cv2.minAreaRect(contour)
            if is_hole or min(length, breadth) < 3:
                continue
            score = _mean_within(probabilities, _corners((center, (length, breadth), angle)))
            if score < numbers.line_threshold:
                continue
            distance = length * breadth * numbers.growth / (2 * (length + breadth))
            grown = (center, (length + 2 * distance, breadth + 2 * distance), angle)
            yield _corners(grown), score


def upright_order(corners: FloatArray) -> FloatArray:
    """Order the corners of a rectangle clockwise from its top left, for text that runs to the right.

    "To the right" is the direction of that edge which is nearest to it, so text that stands on its side gives
    a rectangle taller than wide: which way it runs only reading can tell.

    Args:
        corners: Float of shape (4, 2), around the rectangle in either direction.
    """
    offsets = corners - corners.mean(axis=0)
    # With y down, growing angles run clockwise on the screen.
    around = corners[np.argsort(np.arctan2(offsets[:, 1], offsets[:, 0]), kind="stable")]
    edges = np.roll(around, -1, axis=0) - around
    rightwards = edges[:, 0] / np.maximum(np.hypot(edges[:, 0], edges[:, 1]), 1e-6)
    return np.roll(around, -int(np.argmax(rightwards)), axis=0).astype(np.float32)


def _written(seen: Pixels, multiple: int) -> tuple[slice, slice]:
    """Return the rows and columns within which all lies that is written on a page, or is no blank paper.

    Args:
        seen: RGB uint8 of shape (height, width, 3).
        multiple: Both sides of the page and of the part are multiples of this.
    """
    gray = cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY)
    steps = cv2.morphologyEx(gray, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) >= LEAST_STEP
    down, across = np.asarray(steps.any(axis=1)), np.asarray(steps.any(axis=0))
    return _around(down, multiple), _around(across, multiple)


def _around(written: NDArray[np.bool_], multiple: int) -> slice:
    places = np.flatnonzero(written)
    if len(places) == 0:
        return slice(0, len(written))
    first = max(0, int(places[0]) - MARGIN)
    length = math.ceil((min(len(written), int(places[-1]) + 1 + MARGIN) - first) / multiple) * multiple
    first = min(first, len(written) - length)
    return slice(first, first + length)


def _breadth(quad: Quad) -> float:
    return min(quad.width, quad.height)


def _corners(rectangle: tuple[Sequence[float], Sequence[float], float]) -> FloatArray:
    return np.asarray(cv2.boxPoints(rectangle), np.float32)


def _mean_within(probabilities: FloatArray, corners: FloatArray) -> float:
    height, width = probabilities.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], 1)
    return float(cv2.mean(probabilities[top : bottom + 1, left : right + 1], mask)[0])
