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
from engine.ocr.columns import dividing_gutter, without_ends, without_letterhead
from engine.ocr.pieces import Piece, joined_pieces, leans_right_to_left
from engine.ocr.whitespace import bands_of, columns_by, gutters_of, lined_up, slices_of
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
    for band in bands_of(pieces):
        gutters = gutters_of(band)
        leaning = leans_right_to_left(band, otherwise=rtl, clearly=CLEARLY)
        if not gutters or all(len(part) == 1 for part in slices_of(band)):
            blocks += paragraphs(lined_up(band, rtl=leaning))
        elif divide := dividing_gutter(band, gutters, rtl=leaning):
            parts = without_ends(band, divide)
            if len(parts) == 1:
                parts = columns_by(band, [divide], rtl=leaning)
            blocks += [block for part in parts for block in _read_region(part, rtl=leaning)]
        else:
            blocks += table_blocks(band, rtl=leaning)
    return blocks
