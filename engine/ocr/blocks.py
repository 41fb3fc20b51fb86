"""Blocks of text: paragraphs, and tables and forms with the row and column of every cell.

It is told what is a table, and must not look for columns of running text.
"""

from itertools import pairwise
from statistics import median

from engine.ocr.pieces import Piece, union
from engine.ocr.whitespace import (
    Gutter,
    column_of_piece,
    columns_by,
    depth,
    gap_between,
    gutters_of,
    heaps,
    lined_up,
    rows_of,
    stacked,
)

Cell = tuple[int, int]
"""Row and column."""
Block = list[tuple[Piece, Cell | None]]
"""Pieces in reading order."""


def paragraphs(pieces: list[Piece]) -> list[Block]:
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


def table_blocks(band: list[Piece], *, rtl: bool) -> list[Block]:
    """Number the cells; single lines above and below the table are text beside it."""
    gutters = _table_gutters(band)
    band = [part for piece in band for part in _parted(piece, gutters, rtl=rtl)]
    columns = columns_by(band, gutters, rtl=rtl)
    column_of = {id(piece): number for number, column in enumerate(columns) for piece in column}
    paired = _with_paired_rows(rows_of(band))
    if len(paired) < len(rows_of(band)):
        return [_form([heaps(row, rtl=rtl) for row in paired])]
    rows = _with_wrapped_cells(paired, columns, column_of)
    several = [number for number, row in enumerate(rows) if len({column_of[id(p)] for p in row}) > 1]
    if not several:
        return paragraphs(stacked(band))
    before, table, after = rows[: several[0]], rows[several[0] : several[-1] + 1], rows[several[-1] + 1 :]
    along = [lined_up(row, rtl=rtl) for row in table]
    block = (
        _form([[[piece] for piece in row] for row in along])
        if _is_ragged(along, column_of)
        else _cells(along, column_of)
    )
    around = [paragraphs([p for row in part for p in lined_up(row, rtl=rtl)]) for part in (before, after)]
    return [*around[0], block, *around[1]]


def _table_gutters(band: list[Piece]) -> list[Gutter]:
    """The gutters of a table, which a long cell or headings that almost touch may cross."""
    single = [piece for piece in band if not piece.parts]
    gutters = gutters_of(single, crossed_by=len(rows_of(band)) // 10) if single else []
    if not gutters:
        return gutters_of(band)
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
        cells.setdefault(column_of_piece(part, gutters, rtl=rtl), []).append(part)
    return [piece] if len(cells) == 1 else [union(parts) for parts in cells.values()]


def _is_ragged(rows: list[list[Piece]], column_of: dict[int, int]) -> bool:
    """Whether rows have more pieces side by side than there are columns through all of them, as forms do."""
    crowded = 0
    for row in rows:
        columns = {column_of[id(piece)] for piece in row}
        crowded += any(
            len(cell) > depth(cell)
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
    gaps = [gap_between(high, low) for high, low in pairwise(rows)]
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
        above = {column_of[id(piece)]: piece for piece in stacked(joined[-1])} if joined else {}
        if 0 < len({column_of[id(piece)] for piece in row}) < len(above) and all(
            _wraps(above.get(column_of[id(piece)]), piece, widths[column_of[id(piece)]]) for piece in row
        ):
            joined[-1] = joined[-1] + row
        else:
            joined.append(list(row))
    return joined


def _wraps(above: Piece | None, piece: Piece, column_width: float) -> bool:
    if above is None or not any(piece.letters) or piece.is_label:
        return False
    first_word = piece.width * len(piece.lines[0].text.split(" ")[0]) / max(len(piece.lines[0].text), 1)
    close = piece.top - above.bottom <= 0.6 * min(piece.height, above.height)
    return close and above.width + first_word >= 0.95 * column_width and above.width >= 0.6 * column_width
