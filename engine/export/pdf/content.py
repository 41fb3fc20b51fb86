"""The invisible text of a page, as the operators of a PDF content stream."""

import math
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from engine.cells import encodable
from engine.export.pdf.font import ADVANCE, ASCENT, DESCENT, GlyphlessFont
from engine.export.placement import (
    Glyph,
    rows_of,
    runs_right_to_left,
    share_of_width,
    visual_order,
)
from engine.geometry import Quad
from engine.reading import Line

FONT_NAME = "SandukuText"
_NARROWEST = 0.001
"""The least share of a line's width that a word or a space takes."""

_SPACE = 0.25
"""The least width of a space, as a share of the height of the line: with less, viewers join the words."""

_SPACE = 0.25
"""The least width of a space, in heights of the line: with less, viewers join the words beside it."""

ToPdf = Callable[[Quad], Quad]
"""Maps a quad of the upright page image to user space of the PDF page, where y runs up."""


def invisible_text(lines: Sequence[Line], to_pdf: ToPdf, font: GlyphlessFont) -> bytes:
    """Return the operators that lay text over the image of a page without showing it.

    Lines come in reading order, so that what goes through the stream in order (screen readers, copying a
    whole page) reads right; within a row characters stand as in print, which is what viewers expect and undo.
    """
    operators: list[str] = []
    for row in rows_of(lines):
        # Viewers judge the direction of a row as a whole, be it one line or the cells of a table.
        right_to_left = runs_right_to_left(" ".join(line.text for line in row))
        operators += [_line(line, to_pdf(line.quad), font, right_to_left=right_to_left) for line in row]
    shown = [operator for operator in operators if operator]
    if not shown:
        return b""
    return "\n".join(["q", "BT", "3 Tr", *shown, "ET", "Q", ""]).encode("ascii")


def _line(line: Line, quad: Quad, font: GlyphlessFont, *, right_to_left: bool) -> str:
    text = encodable(" ".join(line.text.split()))
    (x, y), (end_x, end_y) = quad.bottom_left, quad.bottom_right
    length, size = math.hypot(end_x - x, end_y - y), quad.height
    if not text or length <= 0 or size <= 0:
        return ""
    cos, sin = (end_x - x) / length, (end_y - y) / length
    rise = DESCENT / (ASCENT + DESCENT)
    x += (quad.top_left[0] - quad.bottom_left[0]) * rise
    y += (quad.top_left[1] - quad.bottom_left[1]) * rise
    parts = [
        f"/{FONT_NAME} {_number(size)} Tf",
        " ".join(map(_number, (cos, sin, -sin, cos, x, y))) + " Tm",
    ]
    glyphs = visual_order(text, right_to_left=right_to_left)
    for run, share in _runs(line, text, glyphs, _SPACE * size / length):
        scale = 100 * share * length / (len(run) * ADVANCE * size)
        parts.append(f"{_number(scale)} Tz {font.encode(run)} Tj")
    return "\n".join(parts)


def _runs(line: Line, text: str, glyphs: list[Glyph], space: float) -> list[tuple[str, float]]:
    """Cut a line into runs from left to right, each with its share of the line's width.

    ``space`` is the share that a space should have; words beside it are narrowed for that, to half at most.
    """
    evenly = [("".join(glyph.character for glyph in glyphs), 1.0)]
    if [word.text for word in line.words] != text.split(" "):
        return evenly
    word_at = _word_numbers(text)
    runs = [
        (number, "".join(glyph.character for glyph in members))
        for number, members in groupby(glyphs, key=lambda glyph: word_at[glyph.index])
    ]
    numbers = [number for number, _ in runs if number is not None]
    if len(set(numbers)) != len(numbers):
        # A word of both directions may stand in two places.
        return evenly
    places = {number: share_of_width(line.quad, line.words[number].quad) for number in numbers}
    if any(places[a][0] >= places[b][0] for a, b in pairwise(numbers)):
        return evenly
    ends: list[float] = []
    for position, (number, _) in enumerate(runs):
        following = runs[position + 1][0] if position + 1 < len(runs) else None
        # A space reaches from the word before it to the word after it.
        end = places[number][1] if number is not None else 1.0
        if number is None and following is not None:
            end = places[following][0]
        elif number is not None and position + 2 < len(runs):
            after = runs[position + 2][0]
            if after is not None:
                start, limit = places[number][0], places[after][0]
                end = min(end, max(limit - space, (start + limit) / 2))
        ends.append(max(min(end, 1.0), (ends[-1] if ends else 0.0) + _NARROWEST))
    starts = [0.0, *ends[:-1]]
    return [(run, end - start) for (_, run), start, end in zip(runs, starts, ends, strict=True)]


def _word_numbers(text: str) -> list[int | None]:
    numbers: list[int | None] = []
    word = 0
    for character in text:
        if character == " ":
            word += 1
        numbers.append(None if character == " " else word)
    return numbers


def _number(value: float) -> str:
    """Write a number as PDF wants it: no exponent, no superfluous digits."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value else "0"
