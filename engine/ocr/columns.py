"""Which parts of a page are read one after the other: columns, sidebars, letterheads.

It judges boxes and, where they do not tell, how their text begins. It must not number cells or order
a table.

A gutter parts two texts if both sides are running text, or if lines on its sides are not level more often
than by chance; otherwise it lies between the cells of a table or form.
"""

from itertools import pairwise
from statistics import median

from engine.ocr.pieces import Piece, leans_right_to_left
from engine.ocr.whitespace import (
    FAR,
    Gutter,
    columns_by,
    columns_of,
    gap_between,
    gutters_of,
    rows_of,
    slices_of,
    stacked,
    text_lines,
)

PROSE_ASPECT = 9.0
"""Lines of running text are at least this many times as wide as high."""
LINKED = 0.6
"""The least share of rows that belong together in a table or form."""
LINKED_PROSE = 0.85
"""The same where one side of the gutter is running text, which has lines at all heights."""
LEVEL = 0.2
"""Lines are level if their heights differ by no more than this share of the step from line to line."""
MOST_LETTERHEAD = 5
"""A letterhead has no more lines than this."""


def without_letterhead(pieces: list[Piece], *, rtl: bool) -> list[list[Piece]]:
    """Cut off the two sides of a letterhead, such as an organisation's name and an address, at the top."""
    rows = rows_of(pieces)
    margin = max((_end(piece, rtl=rtl) for piece in pieces), default=0.0)
    for count in range(min(len(rows) - 1, MOST_LETTERHEAD), 0, -1):
        head = [piece for row in rows[:count] for piece in row]
        height = median(piece.height for piece in head)
        wide = [gutter for gutter in gutters_of(head) if gutter[1] - gutter[0] >= 5 * height]
        inside = max((gap_between(*both) for both in pairwise(rows[:count])), default=0.0)
        if not wide or gap_between(*rows[count - 1 : count + 1]) < max(0.5 * height, 1.2 * inside):
            continue
        sides = columns_by(head, [wide[-1] if rtl else wide[0]], rtl=rtl)
        below = [piece for row in rows[count : count + 3] for piece in row]
        after = [gutter for gutter in gutters_of(head + below) if gutter[1] - gutter[0] >= 5 * height]
        if after and all(columns_by(below, [after[-1] if rtl else after[0]], rtl=rtl)):
            continue  # The columns go on below.
        if _are_of_letterhead(*map(text_lines, sides), margin=margin, rtl=rtl):
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
    if not all(map(_has_letters, lines)):
        return False
    begins = [min(_start(piece, rtl=rtl) for piece in line) for line in first]
    if max(begins) - min(begins) > height or any(piece.is_label for line in first for piece in line):
        return False
    inner = [min(_start(piece, rtl=rtl) for piece in line) for line in second]
    outer = [max(_end(piece, rtl=rtl) for piece in line) for line in second]
    ragged = len(second) == 1 or max(inner) - min(inner) >= height
    flush = ragged and min(outer) >= margin - 2 * height and max(outer) - min(outer) <= height
    others = [piece.height for line in (*first[1:], *second) for piece in line]
    return flush or min(piece.height for piece in first[0]) >= 1.25 * max(others)


def _start(piece: Piece, *, rtl: bool) -> float:
    return -piece.right if rtl else piece.left


def _end(piece: Piece, *, rtl: bool) -> float:
    return -piece.left if rtl else piece.right


def without_ends(band: list[Piece], divide: Gutter) -> list[list[Piece]]:
    """Cut off what stands far above or below the columns, such as a letterhead or the choices of a form."""
    rows = rows_of(band)
    gaps = [gap_between(high, low) for high, low in pairwise(rows)]
    text = _rows_of_text(rows, columns_by(band, [divide], rtl=False))
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
        long = set(map(id, _long(column)))
        having = [any(id(piece) in long for piece in row) for row in rows]
        pairs = [number for number, both in enumerate(pairwise(having)) if all(both)]
        found.update(number + step for number in pairs for step in (0, 1))
    return sorted(found)


def dividing_gutter(band: list[Piece], gutters: list[Gutter], *, rtl: bool) -> Gutter | None:
    """The gutter whose sides have the least to do with each other; none if they are rows of a table."""
    best, least = None, (1.0, 0.0)
    for gutter in reversed(gutters) if rtl else gutters:
        sides = columns_by(band, [gutter], rtl=rtl)
        if not all(sides):
            continue  # A box without width stands in the middle.
        texts = [_is_text(side) for side in sides]
        flows = [_flows(side) for side in sides]
        if all(texts) or all(flows) or _is_parallel_text(band, sides) or _is_letterhead(sides, rtl=rtl):
            # The first of them: the numbers of lines belong to the text that comes after them.
            return gutter
        linked = _linked(sides) / (LINKED_PROSE if any(texts) else LINKED)
        if linked < 1.0 and (linked, gutter[0] - gutter[1]) < least:
            best, least = gutter, (linked, gutter[0] - gutter[1])
    return best


def text_goes_on(above: list[Piece], below: list[Piece], divide: Gutter) -> bool:
    """Whether one side of a gutter is running text both above and below."""
    return any(
        all(_is_text(side) or _flows(side) for side in column)
        for column in zip(
            columns_by(above, [divide], rtl=False), columns_by(below, [divide], rtl=False), strict=True
        )
    )


def _is_text(side: list[Piece]) -> bool:
    """Whether columns of prose are most of what stands on one side of a gutter."""
    prose = [piece for column in columns_of(side) if _is_prose(column) for piece in column]
    # Measured by length, so that the numbers of lines in the margin of a transcript do not count for much.
    return bool(prose) and sum(map(_width, prose)) >= 0.75 * sum(map(_width, side))


def _flows(side: list[Piece]) -> bool:
    """Whether some of what stands on one side of a gutter is text that goes on from line to line."""
    for column in columns_of(side):
        long = _long(column)
        goes_on = sum(piece.begins_small is True for piece in long)
        if goes_on >= 3 and goes_on >= 0.4 * len(long):
            return True
    return False


def _width(piece: Piece) -> float:
    return piece.width


def _linked(sides: list[list[Piece]]) -> float:
    """The share of what stands side by side that also belongs together, as the cells of a row do.

    Texts that only stand beside each other are level here and there by chance.
    """
    left = {id(piece) for piece in sides[0]}
    # No cell of a table is set beside the middle of a sentence.
    amid = _amid_text(sides[0]) | _amid_text(sides[1])
    pieces = [*sides[0], *sides[1]]
    for rows in (rows_of(pieces), slices_of(pieces)):
        cells = [
            [[piece for piece in row if (id(piece) in left) == first] for first in (True, False)]
            for row in rows
        ]
        sizes = [len(row) if all(pair) else 0 for row, pair in zip(rows, cells, strict=True)]
        if any(sizes):
            linked = (
                size * _linked_share(pair, amid) for size, pair in zip(sizes, cells, strict=True) if size
            )
            return sum(linked) / sum(sizes)
        # A cell in the middle of two lines stands in a row of its own, and yet beside them.
    return 0.0


def _linked_share(cells: list[list[Piece]], amid: set[int]) -> float:
    """The share of lines on the side with fewer that are level with one on the other, or with its middle."""
    few, many = sorted(map(text_lines, cells), key=len)
    levels = [_level(line) for line in many]
    height = min(piece.height for cell in cells for piece in cell)
    step = median(low - high for high, low in pairwise(levels)) if len(many) > 1 else 2 * height
    if len(few) == 1 < len(many) <= 4:
        middle = (levels[0] + levels[-1]) / 2
        if abs(_level(few[0]) - middle) <= LEVEL * step and not _begins_small(many[0]):
            return 1.0
    linked = 0
    for line in few:
        nearest = min(range(len(many)), key=lambda number: abs(levels[number] - _level(line)))
        is_level = abs(levels[nearest] - _level(line)) <= LEVEL * step
        pair = (line, many[nearest])
        within = any(
            _has_letters(one) and any(id(piece) in amid for piece in other)
            for one, other in (pair, pair[::-1])
        )
        linked += is_level and not within
    return linked / len(few)


def _level(line: list[Piece]) -> float:
    """The height on the page at which a line stands."""
    return median((piece.top + piece.bottom) / 2 for piece in line)


def _amid_text(side: list[Piece]) -> set[int]:
    """The long lines that a sentence goes on into and out of again."""
    return {
        id(piece)
        for column in columns_of(side)
        for piece, following in pairwise(stacked(_long(column)))
        if piece.begins_small and following.begins_small
        if following.top - piece.bottom <= piece.height
    }


def _begins_small(line: list[Piece]) -> bool:
    return max(line, key=_width).begins_small is True


def _has_letters(line: list[Piece]) -> bool:
    return any(sum(piece.letters) for piece in line)


def _is_parallel_text(band: list[Piece], columns: list[list[Piece]]) -> bool:
    """Whether two columns say the same in scripts of opposite direction, as bilingual consent forms do.

    A table of such pairs, on the other hand, has both on each row.
    """
    if len(columns) != 2 or min(map(len, columns)) < 6:
        return False
    first, second = (leans_right_to_left(column, otherwise=False) for column in columns)
    aspects = [median(piece.width / max(piece.height, 1e-9) for piece in column) for column in columns]
    alone = sum(len(row) == 1 for row in rows_of(band))
    return first != second and min(aspects) >= 0.7 * PROSE_ASPECT and alone >= 0.1 * len(band) / 2


def _is_letterhead(columns: list[list[Piece]], *, rtl: bool) -> bool:
    """Whether two short texts stand side by side: lines set close, and the second text ends at the margin.

    Or both go on in small letters, as captions do. The values of a form begin below each other instead.
    """
    if len(columns) != 2 or not all(2 <= len(column) <= 4 for column in columns):
        return False
    columns = [stacked(column) for column in columns]
    steps = [step for column in columns for step in pairwise(column)]
    close = all(low.top - high.bottom <= 0.4 * min(low.height, high.height) for high, low in steps)
    long = all(piece.width >= 3 * piece.height for column in columns for piece in column)
    starts = [_start(piece, rtl=rtl) for piece in columns[1]]
    ends = [_end(piece, rtl=rtl) for piece in columns[1]]
    height = median(piece.height for piece in columns[1])
    flush = max(ends) - min(ends) <= 0.5 * height and max(starts) - min(starts) >= height
    goes_on = all(low.lines[0].text[:1].islower() for _, low in steps)
    return close and long and (flush or goes_on)


def _is_prose(column: list[Piece]) -> bool:
    """Whether a column is filled with long lines, one below the other."""
    if len(column) < 2:
        return False
    small = [piece.begins_small for piece in column if piece.begins_small is not None]
    if len(small) >= 4 and sum(small) < 0.15 * len(small):
        return False  # Each line begins with a capital, as names in a list do.
    if (
        not small
        and median(
            gap_between([high], [low]) / max(high.height, 1e-9) for high, low in pairwise(stacked(column))
        )
        > 0.5
    ):
        return False  # Scripts without capitals tell a list by its wide spacing alone.
    full = len(_full(column))
    aspect = median(piece.width / max(piece.height, 1e-9) for piece in column)
    # Headings and last lines of paragraphs are short, and there are more of them in a longer column.
    enough = 0.4 if len(column) > 8 else 0.6
    return full >= enough * len(column) and aspect >= PROSE_ASPECT * (1.5 if len(column) == 2 else 1)


def _full(column: list[Piece]) -> list[Piece]:
    """The pieces that are about as wide as the column."""
    left = min((piece.left for piece in column), default=0.0)
    width = max((piece.right for piece in column), default=0.0) - left
    return [piece for piece in column if piece.width >= 0.75 * width]


def _long(column: list[Piece]) -> list[Piece]:
    """The pieces that fill the column as lines of running text do."""
    return [piece for piece in _full(column) if piece.width >= PROSE_ASPECT * piece.height]
