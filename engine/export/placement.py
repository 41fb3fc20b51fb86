"""Where the characters of a line stand between its left and its right end.

A line's text is in logical order, the order of typing. On the page, and in the content of a PDF, Arabic runs
from right to left while numbers and Latin words within it run from left to right. This module turns the one
into the other.

The order follows what PDFium, which draws PDFs in Chrome and Edge, undoes when it extracts text
(``core/fpdftext``, ``core/fxcrt/fx_bidi``): it splits a row into runs of left-to-right, right-to-left, weak
(digits, separators, marks) and neutral characters, turns the runs around if more of them are right to left,
and turns the characters within those that are. Doing the inverse gives, for most lines, what the Unicode
bidirectional algorithm (UAX #9) would, and always text that copies and searches in logical order.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.geometry import Point, Quad
from engine.reading import Line, Word

LEFT, RIGHT, WEAK, NEUTRAL = "left", "right", "weak", "neutral"
_KINDS = {
    **dict.fromkeys(("L",), LEFT),
    **dict.fromkeys(("R", "AL"), RIGHT),
    **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), WEAK),
}
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("\xab", "\xbb"), ("\u2039", "\u203a"))
_MIRRORED = {one: other for pair in _BRACKETS for one, other in (pair, pair[::-1])}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as it stands on the page.

    Attributes:
        character: Brackets in right-to-left text are turned around, as they are in print.
        index: Position in the logical text.
    """

    character: str
    index: int


def runs_right_to_left(text: str) -> bool:
    """Whether a row of text is read from the right as a whole."""
    kinds = [kind for kind, _ in groupby(map(_kind, text))]
    return kinds.count(RIGHT) > kinds.count(LEFT)


def visual_order(text: str, *, right_to_left: bool) -> list[Glyph]:
    """Put characters in the order in which they stand on the page, from left to right.

    Args:
        text: In logical order.
        right_to_left: Whether the row that the text stands in is read from the right.
    """
    runs: list[list[Glyph]] = []
    reversing = right_to_left
    for kind, members in groupby(enumerate(text), key=lambda numbered: _kind(numbered[1])):
        run = [Glyph(character, index) for index, character in members]
        if kind == RIGHT or (kind == NEUTRAL and reversing):
            reversing = True
            run = [Glyph(_MIRRORED.get(glyph.character, glyph.character), glyph.index) for glyph in run[::-1]]
        elif kind != WEAK:
            reversing = False
        runs.append(run)
    return [glyph for run in (runs[::-1] if right_to_left else runs) for glyph in run]


def words_of(line: Line) -> tuple[Word, ...]:
    """The words of a line in logical order, with their places.

    Words that the engine gave are kept where they make up the text; in a corrected line, or where the engine
    gave none, the width of the line is shared out evenly among its characters.
    """
    texts = line.text.split()
    if [word.text for word in line.words] == texts:
        return line.words
    glyphs = visual_order(line.text, right_to_left=runs_right_to_left(line.text))
    place = {glyph.index: position for position, glyph in enumerate(glyphs)}
    words: list[Word] = []
    end = 0
    for text in texts:
        start = line.text.index(text, end)
        end = start + len(text)
        positions = [place[index] for index in range(start, end)]
        quad = part_of(line.quad, min(positions) / len(glyphs), (max(positions) + 1) / len(glyphs))
        words.append(Word(text, quad, line.confidence))
    return tuple(words)


def part_of(quad: Quad, start: float, end: float) -> Quad:
    """The part of a quad between two fractions of its width, counted from the text's left."""
    return Quad(
        _between(quad.top_left, quad.top_right, start),
        _between(quad.top_left, quad.top_right, end),
        _between(quad.bottom_left, quad.bottom_right, end),
        _between(quad.bottom_left, quad.bottom_right, start),
    )


def share_of_width(quad: Quad, inner: Quad) -> tuple[float, float]:
    """The fractions of a quad's width at which another one begins and ends; the inverse of ``part_of``."""
    (x, y), (right, bottom) = quad.bottom_left, quad.bottom_right
    along = (right - x, bottom - y)
    length = along[0] ** 2 + along[1] ** 2
    if length == 0:
        return (0.0, 1.0)
    shares = [((a - x) * along[0] + (b - y) * along[1]) / length for a, b in inner.points]
    return ((shares[0] + shares[3]) / 2, (shares[1] + shares[2]) / 2)


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines that follow one another on one baseline, as the cells of a table row do."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows:
            last = rows[-1][-1].quad
            distance = abs(line.quad.center[1] - last.center[1])
            if distance < 0.5 * min(line.quad.height, last.height):
                rows[-1].append(line)
                continue
        rows.append([line])
    return rows


def _kind(character: str) -> str:
    return _KINDS.get(unicodedata.bidirectional(character), NEUTRAL)


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
