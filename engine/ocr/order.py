"""The order in which a person reads the lines of a page, and which of them form tables.

It works on boxes alone: it may import geometry and readings, and must never know an engine or see pixels.

The method is the recursive X-Y cut (Nagy and Seth 1984; on bounding boxes as Ha, Haralick and Phillips 1995)
with one addition that forms need. The page is sliced at rows of white space; neighbouring slices are gathered
into a *band* for as long as a vertical strip of white, a *gutter*, runs through all of them (the idea of
Breuel's white-space covers, 2002), so that a heading across two columns ends the band above and begins the
one below. A band is then read across if it is a table or a form (the lines of its columns stand on the same
baselines), and column by column if it is prose or not aligned; columns are ordered by the same method again.
Right-to-left text turns the order of columns around, never that of rows.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

import numpy as np

from engine.geometry import Quad
from engine.reading import Line, line_to_json

WORD_GAP = 0.6
"""Lines on one baseline that are closer than this share of their height are pieces of one line."""
GUTTER = 0.6
"""The narrowest strip of white that separates columns, as a share of the height of the text."""
PROSE_ASPECT = 9.0
"""Lines of running text are at least this many times as wide as high."""
MOST_BEND = 0.1
"""Slopes that differ more from the page's own are those of stamps and margin notes."""
LEVEL_DEGREES = 0.25
"""Pages that are tilted less than this are left as they are."""

Cell = tuple[int, int]
Block = list[tuple["Piece", Cell | None]]
Gutter = tuple[float, float]


def in_reading_order(lines: Sequence[Line], *, page_width: int, page_height: int) -> tuple[Line, ...]:
    """Put the lines of a page in reading order.

    Args:
        lines: In any order; the result does not depend on it.
        page_width: Width of the upright page image, in pixels.
        page_height: Height of the upright page image, in pixels.

    Returns:
        The same lines, each once, with ``block`` and ``cell`` set and nothing else changed. Lines of one cell
        stand together. Column 0 is where a row begins: at the right in a table that is mostly right to left.
        Prose whose lines the detector broke into pieces has cells too, all of column 0.
    """
    # Any order will do that does not depend on the caller's.
    canonical = sorted(lines, key=lambda line: (line.quad.center[::-1], str(line_to_json(line))))
    pieces = _joined_pieces(canonical, pivot=(page_width / 2, page_height / 2))
    page_is_rtl = _leans_right_to_left(pieces, otherwise=False)
    ordered: list[Line] = []
    for number, block in enumerate(_read_region(pieces, rtl=page_is_rtl)):
        ordered += [replace(line, block=number, cell=cell) for piece, cell in block for line in piece.lines]
    return tuple(ordered)


@dataclass(frozen=True)
class Piece:
    """One or more lines on one baseline without a gap between them, as an upright box of the levelled page.

    Attributes:
        lines: In logical order.
    """

    left: float
    top: float
    right: float
    bottom: float
    lines: tuple[Line, ...]

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


# --- from lines to pieces ---------------------------------------------------------------------------------


def _joined_pieces(lines: Sequence[Line], *, pivot: tuple[float, float]) -> list[Piece]:
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
            if _continues(box, boxes[j]):
                group[root(j)] = root(i)
    members: dict[int, list[Piece]] = {}
    for i, box in enumerate(boxes):
        members.setdefault(root(i), []).append(box)
    return [_union(parts) for parts in members.values()]


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


def _union(parts: list[Piece]) -> Piece:
    rtl = _leans_right_to_left(parts, otherwise=False)
    parts = sorted(parts, key=lambda part: -part.right if rtl else part.left)
    return Piece(
        min(part.left for part in parts),
        min(part.top for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
        tuple(line for part in parts for line in part.lines),
    )


def _leans_right_to_left(pieces: Iterable[Piece], *, otherwise: bool) -> bool:
    counts = [piece.letters for piece in pieces]
    left_to_right, right_to_left = sum(c[0] for c in counts), sum(c[1] for c in counts)
    return otherwise if left_to_right == right_to_left else right_to_left > left_to_right


# --- from pieces to blocks --------------------------------------------------------------------------------


def _read_region(pieces: list[Piece], *, rtl: bool) -> list[Block]:
    blocks: list[Block] = []
    for band in _bands(pieces):
        gutters = _gutters(band)
        leaning = _leans_right_to_left(band, otherwise=rtl)
        if not gutters or all(len(part) == 1 for part in _slices(band)):
            blocks += _paragraphs(_lined_up(band, rtl=leaning))
        elif _is_table(band, gutters):
            blocks += _read_table(band, rtl=leaning)
        else:
            widest = max(gutters, key=lambda gutter: gutter[1] - gutter[0])
            sides = _columns(band, [widest], rtl=leaning)
            blocks += [block for side in sides for block in _read_region(side, rtl=leaning)]
    return blocks


def _stacked(pieces: Iterable[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left))


def _lined_up(pieces: list[Piece], *, rtl: bool) -> list[Piece]:
    """Stack pieces row by row; those that stand beside each other in a row are read along it."""
    lined_up: list[Piece] = []
    for row in _rows(pieces):
        if _depth(row) == 1:
            lined_up += sorted(row, key=lambda piece: -piece.right if rtl else piece.left)
        else:
            lined_up += _stacked(row)
    return lined_up


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Cut at rows of white; pieces that overlap by less than half their height do not hold together."""
    rows: list[list[Piece]] = []
    reached = -np.inf
    for piece in sorted(pieces, key=lambda piece: (piece.top + 0.25 * piece.height, piece.left)):
        if piece.top + 0.25 * piece.height >= reached:
            rows.append([])
        rows[-1].append(piece)
        reached = max(reached, piece.bottom - 0.25 * piece.height)
    return rows


def _slices(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather rows whose pieces stand side by side, as those of columns on different baselines do."""
    slices: list[list[Piece]] = []
    for row in _rows(pieces):
        if slices and any(_side_by_side(piece, other) for piece in row for other in slices[-1]):
            slices[-1] += row
        else:
            slices.append(row)
    return slices


def _side_by_side(first: Piece, second: Piece) -> bool:
    low = min(first.height, second.height)
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    gap = max(first.left, second.left) - min(first.right, second.right)
    return overlap > 0.1 * low and gap >= GUTTER * low


def _gutters(pieces: Sequence[Piece], *, crossed_by: int = 0) -> list[Gutter]:
    """The vertical strips of white between pieces, from left to right.

    Args:
        pieces: At least one.
        crossed_by: How many pieces may lie across a gutter.
    """
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
    return [
        gutter
        for gutter in gutters
        if gutter[1] - gutter[0] >= narrowest and any(piece.left >= gutter[1] for piece in pieces)
    ]


def _bands(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather slices for as long as gutters run through them."""
    bands: list[list[Piece]] = []
    columned = False
    for part in _slices(pieces):
        own = _gutters(part)
        if not bands:
            bands.append(part)
            columned = bool(own)
        elif _fits_below(bands[-1], part, own) if columned else not own:
            bands[-1] = bands[-1] + part
        else:
            head = [] if columned else _column_head(bands[-1], part, own)
            bands[-1] = [piece for piece in bands[-1] if piece not in head]
            bands = [band for band in bands if band]
            bands.append(head + part)
            columned = bool(own)
    return bands


def _fits_below(band: list[Piece], part: list[Piece], own: list[Gutter]) -> bool:
    have, common = _gutters(band), _gutters(band + part)
    if own:
        return 2 * len(common) >= max(len(have), len(own))
    # A single line goes on with its column unless it stands far off, as a page number does.
    gap = min(piece.top for piece in part) - max(piece.bottom for piece in band)
    return len(common) >= len(have) and gap <= 2.5 * median(piece.height for piece in band)


def _column_head(above: list[Piece], part: list[Piece], own: list[Gutter]) -> list[Piece]:
    """The last lines above that already belong to one of the columns, which do not all begin level."""
    head: list[Piece] = []
    top = min(piece.top for piece in part)
    for piece in sorted(above, key=lambda piece: -piece.bottom):
        close = top - piece.bottom <= 0.8 * piece.height
        if not close or len(_gutters([piece, *head, *part])) < len(own):
            break
        head.append(piece)
        top = piece.top
    return head


def _columns(pieces: list[Piece], gutters: list[Gutter], *, rtl: bool) -> list[list[Piece]]:
    """Share pieces out by the gutters; the first column is the one that is read first."""
    middles = [(left + right) / 2 for left, right in gutters]
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        # A piece across a gutter belongs where its text begins.
        start = piece.right if rtl else piece.left
        columns[sum(start > middle for middle in middles)].append(piece)
    return columns[::-1] if rtl else columns


def _is_table(band: list[Piece], gutters: list[Gutter]) -> bool:
    columns = _columns(band, gutters, rtl=False)
    prose = [column for column in columns if _is_prose(column)]
    if len(prose) >= 2 and sum(map(len, prose)) >= 0.75 * len(band):
        return False
    column_of = {id(piece): number for number, column in enumerate(columns) for piece in column}
    beside = sum(len(part) for part in _slices(band) if len(part) > 1)
    anchored = 0
    for row in _rows(band):
        cells: dict[int, list[Piece]] = {}
        for piece in row:
            cells.setdefault(column_of[id(piece)], []).append(piece)
        depths = [_depth(cell) for cell in cells.values()]
        # One column at least has a single line here, which the lines of the others belong to.
        if len(depths) > 1 and min(depths) == 1 and max(depths) <= 4:
            anchored += len(row)
    return anchored >= 0.6 * beside


def _depth(cell: list[Piece]) -> int:
    """How many pieces stand one below the other; those beside each other count once."""
    return max(sum(one.left < other.right and other.left < one.right for other in cell) for one in cell)


def _is_prose(column: list[Piece]) -> bool:
    """Whether a column is filled with long lines, one below the other."""
    if len(column) < 2:
        return False
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    full = sum(piece.width >= 0.75 * width for piece in column)
    aspect = median(piece.width / max(piece.height, 1e-9) for piece in column)
    # Headings and last lines of paragraphs are short, and there are more of them in a longer column.
    enough = 0.4 if len(column) > 8 else 0.6
    return full >= enough * len(column) and aspect >= PROSE_ASPECT * (1.5 if len(column) == 2 else 1)


def _paragraphs(pieces: list[Piece]) -> list[Block]:
    """Cut lines that stand one below the other where the distance or the size of the text jumps."""
    steps = [(b.top + b.bottom - a.top - a.bottom) / 2 for a, b in pairwise(pieces)]
    usual = median(steps) if steps else 0.0
    groups: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        if index:
            low, high = sorted((pieces[index - 1].height, piece.height))
            limit = 1.5 * usual if len(steps) > 2 else 2.0 * high
            if steps[index - 1] > limit or high > 1.6 * low:
                groups.append([])
        groups[-1].append(piece)
    return [_paragraph(group) for group in groups if group]


def _paragraph(pieces: list[Piece]) -> Block:
    broken = any(len(piece.lines) > 1 for piece in pieces)
    return [(piece, (row, 0) if broken else None) for row, piece in enumerate(pieces)]


# --- tables -----------------------------------------------------------------------------------------------


def _read_table(band: list[Piece], *, rtl: bool) -> list[Block]:
    """Number the cells; single lines above and below the table are text beside it."""
    rows = _rows(band)
    gutters = _gutters(band, crossed_by=len(rows) // 10)
    columns = _columns(band, gutters or _gutters(band), rtl=rtl)
    column_of = {id(piece): number for number, column in enumerate(columns) for piece in column}
    rows = _with_wrapped_cells(_with_paired_rows(rows), columns, column_of)
    several = [number for number, row in enumerate(rows) if len({column_of[id(p)] for p in row}) > 1]
    if not several:
        return _paragraphs(_stacked(band))
    before, table, after = rows[: several[0]], rows[several[0] : several[-1] + 1], rows[several[-1] + 1 :]
    along = [_lined_up(row, rtl=rtl) for row in table]
    block = _form(along) if _is_ragged(along, column_of) else _cells(along, column_of)
    around = [_paragraphs([p for row in part for p in _lined_up(row, rtl=rtl)]) for part in (before, after)]
    return [*around[0], block, *around[1]]


def _is_ragged(rows: list[list[Piece]], column_of: dict[int, int]) -> bool:
    """Whether rows have more pieces side by side than there are columns through all of them, as forms do."""
    crowded = 0
    for row in rows:
        columns = {column_of[id(piece)] for piece in row}
        crowded += any(
            len(cell) > _depth(cell)
            for cell in ([piece for piece in row if column_of[id(piece)] == column] for column in columns)
        )
    return crowded >= 0.3 * len(rows)


def _form(rows: list[list[Piece]]) -> Block:
    """Number the pieces of each row for themselves."""
    return [(piece, (number, place)) for number, row in enumerate(rows) for place, piece in enumerate(row)]


def _cells(rows: list[list[Piece]], column_of: dict[int, int]) -> Block:
    return [
        (piece, (number, column_of[id(piece)]))
        for number, row in enumerate(rows)
        for piece in sorted(row, key=lambda piece: column_of[id(piece)])
    ]


def _with_paired_rows(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Join rows that stand close in pairs or more with clear white between, as a label above its value."""
    gaps = [min(p.top for p in low) - max(p.bottom for p in high) for high, low in pairwise(rows)]
    if len(gaps) < 3:
        return rows
    steps = sorted(gaps)
    jump = max(range(1, len(steps)), key=lambda i: steps[i] - steps[i - 1])
    small, large = steps[jump - 1], steps[jump]
    height = median(piece.height for row in rows for piece in row)
    groups: list[list[list[Piece]]] = [[rows[0]]]
    for gap, row in zip(gaps, rows[1:], strict=True):
        if gap >= large:
            groups.append([row])
        else:
            groups[-1].append(row)
    pairs = sum(len(group) > 1 for group in groups)
    distinct = small < 0.6 * height and large - small > 0.4 * height
    if not distinct or pairs < 2 or pairs < len(groups) / 2 or max(map(len, groups)) > 4:
        return rows
    return [[piece for row in group for piece in row] for group in groups]


def _with_wrapped_cells(
    rows: list[list[Piece]], columns: list[list[Piece]], column_of: dict[int, int]
) -> list[list[Piece]]:
    """Join a row to the one above if it only goes on with cells that were full there."""
    widths = [max((piece.width for piece in column), default=0.0) for column in columns]
    joined: list[list[Piece]] = []
    for row in rows:
        above = {column_of[id(piece)]: piece for piece in _stacked(joined[-1])} if joined else {}
        if 0 < len({column_of[id(piece)] for piece in row}) < len(above) and all(
            _wraps(above.get(column_of[id(piece)]), piece, widths[column_of[id(piece)]]) for piece in row
        ):
            joined[-1] = joined[-1] + row
        else:
            joined.append(list(row))
    return joined


def _wraps(above: Piece | None, piece: Piece, column_width: float) -> bool:
    if above is None or not any(piece.letters):
        return False
    first_word = piece.width * len(piece.lines[0].text.split(" ")[0]) / max(len(piece.lines[0].text), 1)
    close = piece.top - above.bottom <= 0.8 * min(piece.height, above.height)
    return close and above.width + first_word >= 0.95 * column_width and above.width >= 0.6 * column_width
