"""The order in which a person reads the lines of a page, and which of them form tables.

It works on boxes and on how their text begins: it may import geometry and readings, and must never know an
engine or see pixels.

The method is the recursive X-Y cut (Nagy and Seth 1984; on bounding boxes as Ha, Haralick and Phillips 1995)
with one addition that forms need: a band of the page (:mod:`engine.ocr.whitespace`) is cut at a gutter only
if the texts on its sides are read one after the other (:mod:`engine.ocr.columns`); a band without such
a gutter is read across (:mod:`engine.ocr.blocks`). The parts are ordered by the same method again.
Right-to-left text turns the order of columns around, never that of rows.
"""

from collections.abc import Sequence
from dataclasses import replace

from engine.ocr.blocks import Block, paragraphs, table_blocks
from engine.ocr.columns import dividing_gutter, text_goes_on, without_ends, without_letterhead
from engine.ocr.pieces import Piece, joined_pieces, leans_right_to_left
from engine.ocr.whitespace import (
    Gutter,
    bands_of,
    columns_by,
    gutters_of,
    lined_up,
    slices_of,
)
from engine.reading import Line, line_to_json

CLEARLY = 0.6
"""The least share of letters of one direction in a part of a page that has another direction as a whole."""


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
    regions = without_letterhead(pieces, rtl=page_is_rtl)
    blocks = (block for region in regions for block in _read_region(region, rtl=page_is_rtl))
    for number, block in enumerate(blocks):
        ordered += [replace(line, block=number, cell=cell) for piece, cell in block for line in piece.lines]
    return tuple(ordered)


def _read_region(pieces: list[Piece], *, rtl: bool) -> list[Block]:
    blocks: list[Block] = []
    for band, divide in _divided_bands(pieces, rtl=rtl):
        leaning = _leaning(band, rtl=rtl)
        if divide:
            parts = without_ends(band, divide)
            if len(parts) == 1:
                parts = columns_by(band, [divide], rtl=leaning)
            blocks += [block for part in parts for block in _read_region(part, rtl=leaning)]
        elif _has_columns(band):
            blocks += table_blocks(band, rtl=leaning)
        else:
            blocks += paragraphs(lined_up(band, rtl=leaning))
    return blocks


def _divided_bands(pieces: list[Piece], *, rtl: bool) -> list[tuple[list[Piece], Gutter | None]]:
    """The bands of a region, each with the gutter to cut it at.

    Columns go on for as long as they are cut at the same gutter, though one has a table between its text.
    """
    found: list[tuple[list[Piece], Gutter | None]] = []
    for band in bands_of(pieces):
        divide = _divide(band, rtl=rtl)
        above, before = found[-1] if found else ([], None)
        if divide and before and min(divide[1], before[1]) - max(divide[0], before[0]) > 0:
            joined = [*above, *band]
            again = _divide(joined, rtl=rtl)
            if again and text_goes_on(above, band, again):
                found[-1] = (joined, again)
                continue
        found.append((band, divide))
    return found


def _divide(band: list[Piece], *, rtl: bool) -> Gutter | None:
    if not _has_columns(band):
        return None
    return dividing_gutter(band, gutters_of(band), rtl=_leaning(band, rtl=rtl))


def _has_columns(band: list[Piece]) -> bool:
    return bool(gutters_of(band)) and any(len(part) > 1 for part in slices_of(band))


def _leaning(band: list[Piece], *, rtl: bool) -> bool:
    return leans_right_to_left(band, otherwise=rtl, clearly=CLEARLY)
