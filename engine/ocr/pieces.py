"""Boxes of text on a page that has been levelled: what the order of reading is found from.

Pages are straightened before they are read, yet photos keep a slope that changes over the page, and detectors
break lines at wide spaces. Both are mended here, on boxes alone; the lines themselves stay as they are.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from engine.geometry import Quad
from engine.reading import Line

WORD_GAP = 0.6
"""Lines on one baseline that are closer than this share of their height are pieces of one line."""
ROWS_SEEN = 5.0
"""How far around a gap, in heights of the text, other rows tell whether it is one between columns."""
MOST_BEND = 0.1
"""Slopes that differ more from the page's own are those of stamps and margin notes."""
LEVEL_DEGREES = 0.25
"""Pages that are tilted less than this are left as they are."""


@dataclass(frozen=True)
class Piece:
    """One or more lines on one baseline without a gap between them, as an upright box of the levelled page.

    Attributes:
        lines: In logical order.
        parts: What it was joined from, in logical order; empty if it is a single line.
    """

    left: float
    top: float
    right: float
    bottom: float
    lines: tuple[Line, ...]
    parts: tuple["Piece", ...] = ()

    @property
    def width(self) -> float:
        """Pixels along the text."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels across the text."""
        return self.bottom - self.top

    @cached_property
    def letters(self) -> tuple[int, int]:
        """How many letters run left to right, and how many right to left."""
        kinds = [unicodedata.bidirectional(letter) for line in self.lines for letter in line.text]
        return kinds.count("L"), kinds.count("R") + kinds.count("AL")

    @cached_property
    def begins_small(self) -> bool | None:
        """Whether its first letter is a small one; None if it has none, or of a script without capitals."""
        letters = (letter for line in self.lines for letter in line.text if letter.isalpha())
        first = next(letters, "")
        return first.islower() if first.lower() != first.upper() else None

    @cached_property
    def is_label(self) -> bool:
        """Whether it has a word before a colon, as the fields of a form do."""
        text = " ".join(line.text for line in self.lines)
        return any(before.rstrip()[-1:].isalpha() for before in text.split(":")[:-1])


def joined_pieces(lines: Sequence[Line], *, pivot: tuple[float, float]) -> list[Piece]:
    """Level the page, and join lines that the detector broke at a wide space between words."""
    tilt = _tilt([line.quad for line in lines])
    boxes = _unbent([_level_box(line, tilt, pivot) for line in lines], tilt, pivot)
    boxes.sort(key=lambda box: (box.top, box.left))
    group = list(range(len(boxes)))

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    for i, box in enumerate(boxes):
        for j in range(i + 1, len(boxes)):
            if boxes[j].top > box.bottom:
                break
            if _continues(box, boxes[j]) and not _across_gutter(box, boxes[j], boxes):
                group[root(j)] = root(i)
    members: dict[int, list[Piece]] = {}
    for i, box in enumerate(boxes):
        members.setdefault(root(i), []).append(box)
    return [union(parts) for parts in members.values()]


def _tilt(quads: Sequence[Quad]) -> float:
    """The angle of most of the text in radians, clockwise positive; 0 if the page is level or unclear."""
    angles = [_angle(quad) for quad in quads if quad.width > 3 * quad.height]
    weights = [quad.width for quad in quads if quad.width > 3 * quad.height]
    if not angles:
        return 0.0
    order = np.argsort(angles)
    reached = np.cumsum(np.array(weights)[order])
    angle = angles[int(order[np.searchsorted(reached, reached[-1] / 2)])]
    return angle if np.radians(LEVEL_DEGREES) < abs(angle) < np.radians(45) else 0.0


def _angle(quad: Quad) -> float:
    corners = quad.as_array().astype(np.float64)
    along = corners[1] - corners[0] + corners[2] - corners[3]
    return float(np.arctan2(along[1], along[0]))


def _unbent(boxes: list[Piece], tilt: float, pivot: tuple[float, float]) -> list[Piece]:
    """Straighten rows whose slope changes over the page, as in photos taken at an angle or of a curled sheet.

    The slope is fitted as a + b·x + c·y to the lines' own slopes, and each box is moved up by what a row
    with that slope has sunk since the middle of the page: a·x + b·x²/2 + c·x·y.
    """
    known = [
        ((box.left + box.right) / 2 - pivot[0], (box.top + box.bottom) / 2 - pivot[1], slope, box.width)
        for box in boxes
        if box.width > 3 * box.height
        and abs(slope := float(np.tan(_angle(box.lines[0].quad) - tilt))) < MOST_BEND
    ]
    if len(known) < 8:
        return boxes
    x, y, slopes, weights = np.array(known).T
    size = max(float(np.abs(x).max()), float(np.abs(y).max()), 1e-9)
    terms = np.stack([np.ones_like(x), x / size, y / size], axis=1) * weights[:, None]
    # A little pull towards zero keeps a page with all its text in one place from being bent by chance.
    pull = np.diag([0.0, 1.0, 1.0]) * 0.01 * float((weights**2).sum())
    a, b, c = np.linalg.solve(terms.T @ terms + pull, terms.T @ (slopes * weights))
    if np.abs(terms @ [a, b, c] / weights).max() < np.tan(np.radians(LEVEL_DEGREES)):
        return boxes
    moved = []
    for box in boxes:
        at_x, at_y = (box.left + box.right) / 2 - pivot[0], (box.top + box.bottom) / 2 - pivot[1]
        sunk = at_x * (a + b * at_x / size / 2 + c * at_y / size)
        moved.append(replace(box, top=box.top - sunk, bottom=box.bottom - sunk))
    return moved


def _level_box(line: Line, tilt: float, pivot: tuple[float, float]) -> Piece:
    corners = line.quad.as_array().astype(np.float64)
    if tilt:
        cos, sin = np.cos(tilt), np.sin(tilt)
        corners = (corners - pivot) @ np.array([[cos, -sin], [sin, cos]]) + pivot
    left, top = (float(value) for value in corners.min(axis=0))
    right, bottom = (float(value) for value in corners.max(axis=0))
    thickness = line.quad.height
    if line.quad.width > thickness and bottom - top < 2 * thickness:
        # What is left of the tilt makes the box higher than the text is.
        middle = (top + bottom) / 2
        top, bottom = middle - thickness / 2, middle + thickness / 2
    return Piece(left, top, right, bottom, (line,))


def _continues(first: Piece, second: Piece) -> bool:
    low, high = sorted((first.height, second.height))
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    if overlap < 0.5 * low or high > 2 * low:
        return False
    gap = max(first.left, second.left) - min(first.right, second.right)
    return -0.5 * low <= gap < WORD_GAP * low


def _across_gutter(first: Piece, second: Piece, boxes: Sequence[Piece]) -> bool:
    """Whether the gap between two boxes goes on between the rows above and below, as that of columns does.

    A gap between words does not: the next row, unbroken, crosses it.

    Args:
        first: On one baseline with the second.
        second: Of which the first is the neighbour.
        boxes: All of the page, sorted by their top.
    """
    left, right = (first, second) if first.left <= second.left else (second, first)
    middle = (left.right + right.left) / 2
    height = min(first.height, second.height)
    lower = bisect_left(boxes, min(first.top, second.top) - ROWS_SEEN * height, key=_top)
    upper = bisect_right(boxes, max(first.bottom, second.bottom) + ROWS_SEEN * height, key=_top)
    near = [
        box
        for box in boxes[lower:upper]
        if box is not first
        and box is not second
        and box.right > left.right - ROWS_SEEN * height
        and box.left < right.left + ROWS_SEEN * height
    ]
    level = (first.top + first.bottom) / 2
    seen = [0, 0]
    for rows in (
        sorted((box for box in near if box.top + box.bottom < 2 * level), key=lambda box: -box.bottom),
        [box for box in near if box.top + box.bottom >= 2 * level],
    ):
        for box in rows:
            if box.left < middle - 0.5 * height and box.right > middle + 0.5 * height:
                break
            seen[box.left + box.right > 2 * middle] += 1
    return min(seen) >= 2


def _top(box: Piece) -> float:
    return box.top


def union(parts: list[Piece]) -> Piece:
    """Join pieces that stand beside each other; a single one stays as it is."""
    if len(parts) == 1:
        return parts[0]
    rtl = leans_right_to_left(parts, otherwise=False)
    parts = sorted(parts, key=lambda part: -part.right if rtl else part.left)
    return Piece(
        min(part.left for part in parts),
        min(part.top for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
        tuple(line for part in parts for line in part.lines),
        tuple(parts),
    )


def leans_right_to_left(pieces: Iterable[Piece], *, otherwise: bool, clearly: float = 0.5) -> bool:
    """Whether most letters run right to left.

    Args:
        pieces: Whose letters are counted.
        otherwise: The answer where neither direction has more than the share ``clearly`` of the letters.
        clearly: At least a half.
    """
    counts = [piece.letters for piece in pieces]
    left_to_right, right_to_left = sum(c[0] for c in counts), sum(c[1] for c in counts)
    if max(left_to_right, right_to_left) <= clearly * (left_to_right + right_to_left):
        return otherwise
    return right_to_left > left_to_right
