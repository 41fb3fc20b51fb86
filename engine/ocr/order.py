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

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from engine.ocr.pieces import Piece, joined_pieces, leans_right_to_left, union
from engine.reading import Line, line_to_json

GUTTER = 0.3
"""The narrowest strip of white that separates columns, as a share of the height of the text."""
PROSE_ASPECT = 9.0
"""Lines of running text are at least this many times as wide as high."""
LINKED = 0.6
"""The least share of rows that belong together in a table or form."""
LINKED_PROSE = 0.85
"""The same where one side of the gutter is running text, which has lines at all heights."""
LEVEL = 0.2
"""Lines are level if their heights differ by no more than this share of the step from line to line."""
FAR = 1.5
"""Rows stand far apart from this many times the usual white between them, and the height of the text."""
MOST_LETTERHEAD = 5
"""A letterhead has no more lines than this."""
ANEW = 8.0
"""Columns end at a row of white that is this many times as high as the text, as a picture leaves it."""
CLEARLY = 0.6
"""The least share of letters of one direction in a part of a page that has another direction as a whole."""

Cell = tuple[int, int]
Block = list[tuple[Piece, Cell | None]]
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
    pieces = joined_pieces(canonical, pivot=(page_width / 2, page_height / 2))
    page_is_rtl = leans_right_to_left(pieces, otherwise=False)
    ordered: list[Line] = []
    regions = _without_letterhead(pieces, rtl=page_is_rtl)
    blocks = (block for region in regions for block in _read_region(region, rtl=page_is_rtl))
    for number, block in enumerate(blocks):
        ordered += [replace(line, block=number, cell=cell) for piece, cell in block for line in piece.lines]
    return tuple(ordered)


# --- from pieces to blocks --------------------------------------------------------------------------------


def _read_region(pieces: list[Piece], *, rtl: bool) -> list[Block]:
    blocks: list[Block] = []
    for band in _bands(pieces):
        gutters = _gutters(band)
        leaning = leans_right_to_left(band, otherwise=rtl, clearly=CLEARLY)
        if not gutters or all(len(part) == 1 for part in _slices(band)):
            blocks += _paragraphs(_lined_up(band, rtl=leaning))
        elif divide := _divide(band, gutters, rtl=leaning):
            parts = _without_ends(band, divide)
            if len(parts) == 1:
                parts = _columns(band, [divide], rtl=leaning)
            blocks += [block for part in parts for block in _read_region(part, rtl=leaning)]
        else:
            blocks += _read_table(band, rtl=leaning)
    return blocks


def _without_letterhead(pieces: list[Piece], *, rtl: bool) -> list[list[Piece]]:
    """Cut off the two sides of a letterhead, such as an organisation's name and an address, at the top."""
    rows = _rows(pieces)
    margin = max((_end(piece, rtl=rtl) for piece in pieces), default=0.0)
    for count in range(min(len(rows) - 1, MOST_LETTERHEAD), 0, -1):
        head = [piece for row in rows[:count] for piece in row]
        height = median(piece.height for piece in head)
        wide = [gutter for gutter in _gutters(head) if gutter[1] - gutter[0] >= 5 * height]
        inside = max((_gap(*both) for both in pairwise(rows[:count])), default=0.0)
        if not wide or _gap(*rows[count - 1 : count + 1]) < max(0.5 * height, 1.2 * inside):
            continue
        sides = _columns(head, [wide[-1] if rtl else wide[0]], rtl=rtl)
        if _are_of_letterhead(*map(_text_lines, sides), margin=margin, rtl=rtl):
            return [*sides, [piece for row in rows[count:] for piece in row]]
    return [pieces]


def _are_of_letterhead(
    first: list[list[Piece]], second: list[list[Piece]], *, margin: float, rtl: bool
) -> bool:
    """Whether the lines of two texts begin and end at the margins, or the first line is set in display.

    Labels, and values that begin below each other, are a form's.
    """
    lines = [*first, *second]
    height = median(piece.height for line in lines for piece in line)
    if not 2 <= max(len(first), len(second)) <= MOST_LETTERHEAD:
        return False
    if not all(any(sum(piece.letters) for piece in line) for line in lines):
        return False
    begins = [min(_start(piece, rtl=rtl) for piece in line) for line in first]
    if max(begins) - min(begins) > height or any(_is_label(piece) for line in first for piece in line):
        return False
    inner = [min(_start(piece, rtl=rtl) for piece in line) for line in second]
    outer = [max(_end(piece, rtl=rtl) for piece in line) for line in second]
    ragged = len(second) == 1 or max(inner) - min(inner) >= height
    flush = ragged and min(outer) >= margin - 2 * height and max(outer) - min(outer) <= height
    others = [piece.height for line in (*first[1:], *second) for piece in line]
    return flush or min(piece.height for piece in first[0]) >= 1.25 * max(others)


def _is_label(piece: Piece) -> bool:
    """Whether a piece has a word before a colon, as the fields of a form do."""
    text = " ".join(line.text for line in piece.lines)
    return any(before.rstrip()[-1:].isalpha() for before in text.split(":")[:-1])


def _start(piece: Piece, *, rtl: bool) -> float:
    return -piece.right if rtl else piece.left


def _end(piece: Piece, *, rtl: bool) -> float:
    return -piece.left if rtl else piece.right


def _usual_height(pieces: list[Piece]) -> float:
    return median(piece.height for piece in pieces)


def _gap(high: list[Piece], low: list[Piece]) -> float:
    return min(piece.top for piece in low) - max(piece.bottom for piece in high)


def _stacked(pieces: Iterable[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left))


def _lined_up(pieces: list[Piece], *, rtl: bool) -> list[Piece]:
    """Stack pieces row by row; in a row, what stands below a piece is read before what is beside it."""
    return [piece for row in _rows(pieces) for heap in _heaps(row, rtl=rtl) for piece in heap]


def _heaps(row: list[Piece], *, rtl: bool) -> list[list[Piece]]:
    """Gather the pieces of a row that stand one below the other, each heap from the top."""
    heaps: list[list[Piece]] = []
    for piece in sorted(row, key=lambda piece: -piece.right if rtl else piece.left):
        if heaps and any(_overlap_across(piece, other) for other in heaps[-1]):
            heaps[-1].append(piece)
        else:
            heaps.append([piece])
    return [_stacked(heap) for heap in heaps]


def _overlap_across(first: Piece, second: Piece) -> bool:
    """Whether two pieces stand one above the other; boxes are wider than text, so neighbours may touch."""
    shared = min(first.right, second.right) - max(first.left, second.left)
    return shared > 0.5 * min(first.height, second.height, first.width, second.width)


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
        if not bands or (columned and _gap(bands[-1], part) > ANEW * _usual_height(bands[-1])):
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
    rows = _rows(band)
    inside = max((_gap(*both) for both in pairwise(rows)), default=0.0)
    near = max((2.5 if len(rows) > MOST_LETTERHEAD else 1.0) * _usual_height(band), FAR * inside)
    return len(common) >= len(have) and _gap(band, part) <= near


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
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        columns[_column(piece, gutters, rtl=rtl)].append(piece)
    return columns


def _column(piece: Piece, gutters: list[Gutter], *, rtl: bool) -> int:
    """The number of a piece's column; a piece across a gutter belongs where its text begins."""
    if rtl:
        return sum(piece.right < (left + right) / 2 for left, right in gutters)
    return sum(piece.left > (left + right) / 2 for left, right in gutters)


def _divide(band: list[Piece], gutters: list[Gutter], *, rtl: bool) -> Gutter | None:
    """The gutter whose sides have the least to do with each other; none if they are rows of a table."""
    best: tuple[float, float, Gutter] | None = None
    for gutter in reversed(gutters) if rtl else gutters:
        sides = _columns(band, [gutter], rtl=False)
        texts = [_is_text(side) for side in sides]
        flows = [_flows(side) for side in sides]
        if all(texts) or all(flows) or _is_parallel_text(band, sides) or _is_letterhead(sides):
            # The first of them: the numbers of lines belong to the text that comes after them.
            return gutter
        linked = _linked(sides) / (LINKED_PROSE if any(texts) else LINKED)
        if linked < 1.0:
            found = (linked, gutter[0] - gutter[1], gutter)
            best = min(best, found) if best else found
    return best[2] if best else None


def _without_ends(band: list[Piece], divide: Gutter) -> list[list[Piece]]:
    """Cut off what stands far above or below the columns, such as a letterhead or the choices of a form."""
    rows = _rows(band)
    gaps = [_gap(high, low) for high, low in pairwise(rows)]
    text = _rows_of_text(rows, _columns(band, [divide], rtl=False))
    if not text:
        return [band]
    first, last = text[0], text[-1]
    usual = max(gaps[first:last], default=0.0)
    far = max(FAR * median(piece.height for piece in band), FAR * usual)
    begin = max((i + 1 for i in range(first) if gaps[i] >= far), default=0)
    end = min((i + 1 for i in range(last, len(gaps)) if gaps[i] >= far), default=len(rows))
    parts = [[piece for row in part for piece in row] for part in (rows[:begin], rows[begin:end], rows[end:])]
    return [part for part in parts if part]


def _rows_of_text(rows: list[list[Piece]], columns: list[list[Piece]]) -> list[int]:
    """The rows with a long line in a column that has one in the next row too, or the one before."""
    found: set[int] = set()
    for column in columns:
        long = {id(piece) for piece in column if _is_long(piece, column)}
        having = [any(id(piece) in long for piece in row) for row in rows]
        pairs = [number for number, both in enumerate(pairwise(having)) if all(both)]
        found.update(number + step for number in pairs for step in (0, 1))
    return sorted(found)


def _is_text(side: list[Piece]) -> bool:
    """Whether columns of prose are most of what stands on one side of a gutter."""
    prose = [piece for column in _columns_of(side) if _is_prose(column) for piece in column]
    # Measured by length, so that the numbers of lines in the margin of a transcript do not count for much.
    return sum(map(_width, prose)) >= 0.75 * sum(map(_width, side))


def _flows(side: list[Piece]) -> bool:
    """Whether some of what stands on one side of a gutter is text that goes on from line to line."""
    for column in _columns_of(side):
        long = [piece for piece in column if _is_long(piece, column)]
        goes_on = sum(piece.begins_small is True for piece in long)
        if goes_on >= 3 and goes_on >= 0.4 * len(long):
            return True
    return False


def _columns_of(side: list[Piece]) -> list[list[Piece]]:
    return _columns(side, _gutters(side), rtl=False)


def _width(piece: Piece) -> float:
    return piece.width


def _linked(sides: list[list[Piece]]) -> float:
    """The share of what stands side by side that also belongs together, as the cells of a row do.

    Texts that only stand beside each other are level here and there by chance.
    """
    left = {id(piece) for piece in sides[0]}
    beside = linked = 0.0
    for row in _rows([*sides[0], *sides[1]]):
        cells = [[piece for piece in row if (id(piece) in left) == first] for first in (True, False)]
        if all(cells):
            beside += len(row)
            linked += len(row) * _linked_share(cells)
    return linked / beside if beside else 0.0


def _linked_share(cells: list[list[Piece]]) -> float:
    """The share of lines on the side with fewer that are level with one on the other, or with its middle."""
    few, many = sorted(map(_levels, cells), key=len)
    if len(few) == 1 and len(many) <= 4:
        height = min(piece.height for cell in cells for piece in cell)
        middle = (many[0] + many[-1]) / 2
        return float(min(abs(few[0] - at) for at in (middle, *many)) <= 0.4 * height)
    if len(many) == 1:
        return 1.0
    step = median(low - high for high, low in pairwise(many))
    return sum(min(abs(level - at) for at in many) <= LEVEL * step for level in few) / len(few)


def _levels(pieces: list[Piece]) -> list[float]:
    """The heights on the page at which there is text, from the top."""
    return [median((piece.top + piece.bottom) / 2 for piece in line) for line in _text_lines(pieces)]


def _text_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather pieces that stand at about the same height, from the top."""
    lines: list[list[Piece]] = []
    for piece in _stacked(pieces):
        if lines and piece.top + piece.bottom - lines[-1][0].top - lines[-1][0].bottom <= piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _depth(cell: list[Piece]) -> int:
    """How many pieces stand one below the other; those beside each other count once."""
    return max(1 + sum(one is not other and _overlap_across(one, other) for other in cell) for one in cell)


def _is_parallel_text(band: list[Piece], columns: list[list[Piece]]) -> bool:
    """Whether two columns say the same in scripts of opposite direction, as bilingual consent forms do.

    A table of such pairs, on the other hand, has both on each row.
    """
    if len(columns) != 2 or min(map(len, columns)) < 6:
        return False
    first, second = (leans_right_to_left(column, otherwise=False) for column in columns)
    aspects = [median(piece.width / max(piece.height, 1e-9) for piece in column) for column in columns]
    alone = sum(len(row) == 1 for row in _rows(band))
    return first != second and min(aspects) >= 0.7 * PROSE_ASPECT and alone >= 0.1 * len(band) / 2


def _is_letterhead(columns: list[list[Piece]]) -> bool:
    """Whether two short texts stand side by side: lines set close, and the second text flush right.

    Or both go on in small letters, as captions do. The values of a form begin below each other instead.
    """
    if len(columns) != 2 or not all(2 <= len(column) <= 4 for column in columns):
        return False
    columns = [_stacked(column) for column in columns]
    steps = [step for column in columns for step in pairwise(column)]
    close = all(low.top - high.bottom <= 0.4 * min(low.height, high.height) for high, low in steps)
    long = all(piece.width >= 3 * piece.height for column in columns for piece in column)
    lefts, rights = zip(*((piece.left, piece.right) for piece in columns[1]), strict=True)
    height = median(piece.height for piece in columns[1])
    flush_right = max(rights) - min(rights) <= 0.5 * height and max(lefts) - min(lefts) >= height
    goes_on = all(low.lines[0].text[:1].islower() for _, low in steps)
    return close and long and (flush_right or goes_on)


def _is_prose(column: list[Piece]) -> bool:
    """Whether a column is filled with long lines, one below the other."""
    if len(column) < 2:
        return False
    full = sum(_is_full(piece, column) for piece in column)
    aspect = median(piece.width / max(piece.height, 1e-9) for piece in column)
    # Headings and last lines of paragraphs are short, and there are more of them in a longer column.
    enough = 0.4 if len(column) > 8 else 0.6
    return full >= enough * len(column) and aspect >= PROSE_ASPECT * (1.5 if len(column) == 2 else 1)


def _is_full(piece: Piece, column: list[Piece]) -> bool:
    width = max(other.right for other in column) - min(other.left for other in column)
    return piece.width >= 0.75 * width


def _is_long(piece: Piece, column: list[Piece]) -> bool:
    """Whether a piece fills its column as a line of running text does."""
    return piece.width >= PROSE_ASPECT * piece.height and _is_full(piece, column)


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
    gutters = _table_gutters(band)
    band = [part for piece in band for part in _parted(piece, gutters, rtl=rtl)]
    columns = _columns(band, gutters, rtl=rtl)
    column_of = {id(piece): number for number, column in enumerate(columns) for piece in column}
    paired = _with_paired_rows(_rows(band))
    if len(paired) < len(_rows(band)):
        return [_form([_heaps(row, rtl=rtl) for row in paired])]
    rows = _with_wrapped_cells(paired, columns, column_of)
    several = [number for number, row in enumerate(rows) if len({column_of[id(p)] for p in row}) > 1]
    if not several:
        return _paragraphs(_stacked(band))
    before, table, after = rows[: several[0]], rows[several[0] : several[-1] + 1], rows[several[-1] + 1 :]
    along = [_lined_up(row, rtl=rtl) for row in table]
    block = (
        _form([[[piece] for piece in row] for row in along])
        if _is_ragged(along, column_of)
        else _cells(along, column_of)
    )
    around = [_paragraphs([p for row in part for p in _lined_up(row, rtl=rtl)]) for part in (before, after)]
    return [*around[0], block, *around[1]]


def _table_gutters(band: list[Piece]) -> list[Gutter]:
    """The gutters of a table, which a long cell or headings that almost touch may cross."""
    single = [piece for piece in band if not piece.parts]
    gutters = _gutters(single, crossed_by=len(_rows(band)) // 10) if single else []
    if not gutters:
        return _gutters(band)
    # A column that is still to be filled in, as for signatures, has nothing but its heading.
    left, right = min(piece.left for piece in single), max(piece.right for piece in single)
    parts = [part for piece in band for part in piece.parts]
    before = [part.right for part in parts if part.right <= left]
    after = [part.left for part in parts if part.left >= right]
    return [*([(max(before), left)] if before else []), *gutters, *([(right, min(after))] if after else [])]


def _parted(piece: Piece, gutters: list[Gutter], *, rtl: bool) -> list[Piece]:
    """Undo the joining of lines that stand in different columns."""
    cells: dict[int, list[Piece]] = {}
    for part in piece.parts or (piece,):
        cells.setdefault(_column(part, gutters, rtl=rtl), []).append(part)
    return [piece] if len(cells) == 1 else [union(parts) for parts in cells.values()]


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


def _form(rows: list[list[list[Piece]]]) -> Block:
    """Number the cells of each row for themselves."""
    return [
        (piece, (number, place))
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
        for piece in cell
    ]


def _cells(rows: list[list[Piece]], column_of: dict[int, int]) -> Block:
    return [
        (piece, (number, column_of[id(piece)]))
        for number, row in enumerate(rows)
        for piece in sorted(row, key=lambda piece: column_of[id(piece)])
    ]


def _with_paired_rows(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Join rows that stand close in pairs or more with clear white between, as a label above its value."""
    gaps = [_gap(high, low) for high, low in pairwise(rows)]
    if len(gaps) < 3:
        return rows
    steps = sorted(max(gap, 0.0) for gap in gaps)  # What overlaps is no closer than what touches.
    height = median(piece.height for row in rows for piece in row)
    jumps = [(small, large) for small, large in pairwise(steps) if large - small > 0.3 * height]
    if not jumps or jumps[0][0] >= 0.6 * height:
        return rows
    large = jumps[0][1]
    groups: list[list[list[Piece]]] = [[rows[0]]]
    for gap, row in zip(gaps, rows[1:], strict=True):
        if gap >= large:
            groups.append([row])
        else:
            groups[-1].append(row)
    pairs = sum(len(group) > 1 for group in groups)
    if pairs < 2 or pairs < len(groups) / 2 or max(map(len, groups)) > 4:
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
    if above is None or not any(piece.letters) or _is_label(piece):
        return False
    first_word = piece.width * len(piece.lines[0].text.split(" ")[0]) / max(len(piece.lines[0].text), 1)
    close = piece.top - above.bottom <= 0.6 * min(piece.height, above.height)
    return close and above.width + first_word >= 0.95 * column_width and above.width >= 0.6 * column_width
