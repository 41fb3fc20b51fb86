"""The white of a page: rows, the gutters between columns, and the bands of a page that have the same columns.

It works on boxes alone, and must not know what a table is or in which direction text is read, except where it
is told.

The page is sliced at rows of white space; neighbouring slices are gathered into a *band* for as long as
a vertical strip of white, a *gutter*, runs through all of them (the idea of Breuel's white-space covers,
2002), so that a heading across two columns ends the band above and begins the one below.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from engine.ocr.pieces import Piece

GUTTER = 0.3
"""The narrowest strip of white that separates columns, as a share of the height of the text."""
ANEW = 8.0
"""Columns end at a row of white that is this many times as high as the text, as a picture leaves it."""
FAR = 1.5
"""Rows stand far apart from this many times the usual white between them, and the height of the text."""
FEW_ROWS = 5
"""Bands with no more rows than this do not show how far apart their rows stand."""

Gutter = tuple[float, float]
"""Left and right end of a strip of white, in pixels of the levelled page."""


def bands_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather slices for as long as gutters run through them."""
    bands: list[list[Piece]] = []
    columned = False
    for part in slices_of(pieces):
        own = gutters_of(part)
        if not bands or (columned and gap_between(bands[-1], part) > ANEW * usual_height(bands[-1])):
            bands.append(part)
            columned = bool(own)
        elif _fits_below(bands[-1], part, own) if columned else not own:
            bands[-1] = bands[-1] + part
        else:
            head = _heading(bands[-1], part) if columned else _column_head(bands[-1], part, own)
            bands[-1] = [piece for piece in bands[-1] if piece not in head]
            bands = [band for band in bands if band]
            bands.append(head + part)
            columned = bool(own)
    return bands


def _fits_below(band: list[Piece], part: list[Piece], own: list[Gutter]) -> bool:
    have, common = gutters_of(band), gutters_of(band + part)
    if own:
        return 2 * len(common) >= max(len(have), len(own))
    # A single line goes on with its column unless it stands far off, as a page number does.
    rows = rows_of(band)
    inside = max((gap_between(*both) for both in pairwise(rows)), default=0.0)
    near = max((2.5 if len(rows) > FEW_ROWS else 1.0) * usual_height(band), FAR * inside)
    return len(common) >= len(have) and gap_between(band, part) <= near


def _heading(above: list[Piece], part: list[Piece]) -> list[Piece]:
    """The last line above, if it stands alone and closer to what comes below than to what it follows."""
    *_, before, last = [[], *rows_of(above)]
    alone = before and len(last) == 1
    return last if alone and gap_between(before, last) > FAR * max(gap_between(last, part), 0.0) else []


def _column_head(above: list[Piece], part: list[Piece], own: list[Gutter]) -> list[Piece]:
    """The last lines above that already belong to one of the columns, which do not all begin level."""
    head: list[Piece] = []
    top = min(piece.top for piece in part)
    for piece in sorted(above, key=lambda piece: -piece.bottom):
        close = top - piece.bottom <= 0.8 * piece.height
        if not close or len(gutters_of([piece, *head, *part])) < len(own):
            break
        head.append(piece)
        top = piece.top
    return head


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Cut at rows of white; pieces that overlap by less than half their height do not hold together."""
    rows: list[list[Piece]] = []
    reached = -np.inf
    for piece in sorted(pieces, key=lambda piece: (piece.top + 0.25 * piece.height, piece.left)):
        if piece.top + 0.25 * piece.height >= reached:
            rows.append([])
        rows[-1].append(piece)
        reached = max(reached, piece.bottom - 0.25 * piece.height)
    return rows


def slices_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather rows whose pieces stand side by side, as those of columns on different baselines do."""
    slices: list[list[Piece]] = []
    for row in rows_of(pieces):
        top = min(piece.top for piece in row)
        near = [other for other in slices[-1] if other.bottom > top] if slices else []
        if any(_side_by_side(piece, other) for piece in row for other in near):
            slices[-1] += row
        else:
            slices.append(row)
    return slices


def _side_by_side(first: Piece, second: Piece) -> bool:
    low = min(first.height, second.height)
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    gap = max(first.left, second.left) - min(first.right, second.right)
    return overlap > 0.1 * low and gap >= GUTTER * low


def gutters_of(pieces: Sequence[Piece], *, crossed_by: int = 0) -> list[Gutter]:
    """The vertical strips of white between pieces, from left to right.

    Args:
        pieces: In any order.
        crossed_by: How many pieces may lie across a gutter.
    """
    if not pieces:
        return []
    narrowest = GUTTER * median(piece.height for piece in pieces)
    edges = sorted(
        [(p.left, 1) for p in pieces] + [(p.right, -1) for p in pieces], key=lambda e: (e[0], -e[1])
    )
    right_end = max(piece.right for piece in pieces)
    gutters: list[Gutter] = []
    depth, seen = 0, False
    for (x, step), (following, _) in pairwise(edges):
        depth += step
        seen = seen or depth > crossed_by
        if not seen or depth > crossed_by or x >= right_end:
            continue
        if gutters and gutters[-1][1] == x:
            gutters[-1] = (gutters[-1][0], following)
        else:
            gutters.append((x, following))
    # Beyond the last dense column there is margin, not a gutter.
    last = max(piece.left for piece in pieces)
    return [(left, right) for left, right in gutters if right - left >= narrowest and last >= right]


def columns_by(pieces: list[Piece], gutters: list[Gutter], *, rtl: bool) -> list[list[Piece]]:
    """Share pieces out by the gutters; the first column is the one that is read first."""
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        columns[column_of_piece(piece, gutters, rtl=rtl)].append(piece)
    return columns


def columns_of(side: list[Piece]) -> list[list[Piece]]:
    """Share pieces out by all the gutters between them, from left to right."""
    return columns_by(side, gutters_of(side), rtl=False)


def column_of_piece(piece: Piece, gutters: list[Gutter], *, rtl: bool) -> int:
    """The number of a piece's column; a piece across a gutter belongs where its text begins.

    Args:
        piece: Any.
        gutters: From left to right.
        rtl: Whether text begins at the right.
    """
    if rtl:
        return len(gutters) - bisect_right(gutters, piece.right, key=_middle)
    return bisect_left(gutters, piece.left, key=_middle)


def _middle(gutter: Gutter) -> float:
    return (gutter[0] + gutter[1]) / 2


def text_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather pieces that stand at about the same height, from the top."""
    lines: list[list[Piece]] = []
    for piece in stacked(pieces):
        if lines and piece.top + piece.bottom - lines[-1][0].top - lines[-1][0].bottom <= piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def lined_up(pieces: list[Piece], *, rtl: bool) -> list[Piece]:
    """Stack pieces row by row; in a row, what stands below a piece is read before what is beside it."""
    return [piece for row in rows_of(pieces) for heap in heaps(row, rtl=rtl) for piece in heap]


def heaps(row: list[Piece], *, rtl: bool) -> list[list[Piece]]:
    """Gather the pieces of a row that stand one below the other, each heap from the top."""
    heaps: list[list[Piece]] = []
    for piece in sorted(row, key=lambda piece: -piece.right if rtl else piece.left):
        if heaps and any(_overlap_across(piece, other) for other in heaps[-1]):
            heaps[-1].append(piece)
        else:
            heaps.append([piece])
    return [stacked(heap) for heap in heaps]


def _overlap_across(first: Piece, second: Piece) -> bool:
    """Whether two pieces stand one above the other; boxes are wider than text, so neighbours may touch."""
    shared = min(first.right, second.right) - max(first.left, second.left)
    return shared > 0.5 * min(first.height, second.height, first.width, second.width)


def depth(cell: list[Piece]) -> int:
    """How many pieces stand one below the other; those beside each other count once."""
    return max(1 + sum(one is not other and _overlap_across(one, other) for other in cell) for one in cell)


def stacked(pieces: Iterable[Piece]) -> list[Piece]:
    """Sort pieces from the top."""
    return sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left))


def gap_between(high: list[Piece], low: list[Piece]) -> float:
    """Pixels of white between two rows; negative if they overlap."""
    return min(piece.top for piece in low) - max(piece.bottom for piece in high)


def usual_height(pieces: list[Piece]) -> float:
    """The height of most of the text, in pixels."""
    return median(piece.height for piece in pieces)
