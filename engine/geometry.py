"""Points, quads and the transforms between a file's own pixels and the upright page.

Coordinates are pixels of the upright page image unless a name says otherwise: origin at the top left corner
of the top left pixel, x to the right, y down. This module imports numpy alone.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners of a piece of text, clockwise from the text's own top left corner."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @classmethod
    def from_array(cls, points: NDArray[np.floating]) -> Self:
        """Make a quad from an array of shape (4, 2)."""
        (a, b, c, d) = (tuple(map(float, point)) for point in np.asarray(points).reshape(4, 2))
        return cls((a[0], a[1]), (b[0], b[1]), (c[0], c[1]), (d[0], d[1]))

    @classmethod
    def from_box(cls, left: float, top: float, right: float, bottom: float) -> Self:
        """Make an upright quad from the edges of a box."""
        return cls((left, top), (right, top), (right, bottom), (left, bottom))

    def as_array(self) -> FloatArray:
        """Return the corners as float32 of shape (4, 2)."""
        return np.array(self.points, dtype=np.float32)

    @property
    def points(self) -> tuple[Point, Point, Point, Point]:
        """The corners, clockwise from the text's top left."""
        return (self.top_left, self.top_right, self.bottom_right, self.bottom_left)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """The upright box around the quad: left, top, right, bottom."""
        xs, ys = zip(*self.points, strict=True)
        return (min(xs), min(ys), max(xs), max(ys))

    @property
    def center(self) -> Point:
        """The mean of the four corners."""
        xs, ys = zip(*self.points, strict=True)
        return (sum(xs) / 4, sum(ys) / 4)

    @property
    def width(self) -> float:
        """The mean length of the two edges along the text."""
        return (_distance(self.top_left, self.top_right) + _distance(self.bottom_left, self.bottom_right)) / 2

    @property
    def height(self) -> float:
        """The mean length of the two edges across the text."""
        return (_distance(self.top_left, self.bottom_left) + _distance(self.top_right, self.bottom_right)) / 2

    def part(self, left: float, right: float) -> Self:
        """Return the part between two shares of the way from the left side to the right side."""
        corners = self.as_array()
        top, bottom = corners[1] - corners[0], corners[2] - corners[3]
        return self.from_array(
            np.array(
                [
                    corners[0] + left * top,
                    corners[0] + right * top,
                    corners[3] + right * bottom,
                    corners[3] + left * bottom,
                ]
            )
        )


@dataclass(frozen=True, slots=True)
class Transform:
    """A projective map of the plane, as the nine numbers of a 3×3 matrix row by row."""

    coefficients: tuple[float, float, float, float, float, float, float, float, float]

    @classmethod
    def identity(cls) -> Self:
        """Return the map that moves nothing."""
        return cls((1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))

    @classmethod
    def scaling(cls, x: float, y: float) -> Self:
        """Return the map that stretches by ``x`` and ``y`` about the origin."""
        return cls((x, 0.0, 0.0, 0.0, y, 0.0, 0.0, 0.0, 1.0))

    @classmethod
    def from_matrix(cls, matrix: NDArray[np.floating]) -> Self:
        """Make a transform from an array of shape (3, 3) or an affine one of shape (2, 3)."""
        full = np.vstack([matrix, [0.0, 0.0, 1.0]]) if np.shape(matrix) == (2, 3) else np.asarray(matrix)
        a, b, c, d, e, f, g, h, i = (float(number) for number in full.reshape(9))
        return cls((a, b, c, d, e, f, g, h, i))

    @property
    def matrix(self) -> NDArray[np.float64]:
        """The map as float64 of shape (3, 3)."""
        return np.array(self.coefficients, dtype=np.float64).reshape(3, 3)

    def then(self, following: "Transform") -> "Transform":
        """Return the map that does this one first and ``following`` after it."""
        return Transform.from_matrix(following.matrix @ self.matrix)

    def inverse(self) -> "Transform":
        """Return the map that undoes this one."""
        return Transform.from_matrix(np.linalg.inv(self.matrix))

    def apply(self, points: NDArray[np.floating]) -> FloatArray:
        """Map points of shape (n, 2); the result is float32 of the same shape."""
        flat = np.asarray(points, dtype=np.float64).reshape(-1, 2)
        mapped = np.hstack([flat, np.ones((len(flat), 1))]) @ self.matrix.T
        return (mapped[:, :2] / mapped[:, 2:]).astype(np.float32)

    def apply_quad(self, quad: Quad) -> Quad:
        """Map the four corners of a quad."""
        return Quad.from_array(self.apply(quad.as_array()))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How a person turned or straightened a page, in place of what a pipeline would decide.

    Attributes:
        quarter_turns: Clockwise turns, 0 to 3, that make the page upright, counted from how the file shows it
            (EXIF applied) or, with ``corners``, from the sheet that they cut out. It counts like
            ``Reading.rotation``. None: as the pipeline decides.
        corners: The corners of the sheet, clockwise from the one that is its top left as the photo shows it,
            in pixels of the page as the file holds it (where ``Reading.to_source`` leads). What lies outside
            is left out. None: as the pipeline decides.
    """

    quarter_turns: int | None = None
    corners: Quad | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is left to the pipeline."""
        return self.quarter_turns is None and self.corners is None


UNADJUSTED = Adjustment()


def _distance(first: Point, second: Point) -> float:
    return float(np.hypot(second[0] - first[0], second[1] - first[1]))
