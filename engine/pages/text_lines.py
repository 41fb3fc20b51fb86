"""Puts the characters of a PDF page together to lines and words, in logical order.

Left-to-right text keeps the order of the file, which PDFium follows well. Right-to-left text does not survive
that: producers write it in visual or logical order, letter by letter or shaped, and PDFium turns some of it
round and scatters its spaces. Such lines are put together anew from where their glyphs stand.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from engine.geometry import Quad
from engine.language import guess_language, nfc, script_of
from engine.pages.glyphs import GlyphTable
from engine.pages.visual_order import Cluster, to_logical
from engine.reading import Line, Origin, Word

_CELL_GAP = 1.6
_SAME_BASELINE = 0.55
_WORD_GAP = 0.12
_LAM, _ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627")
_PRESENTATION = ((0xFB00, 0xFB4F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character in the frame of its own writing direction: u along the line, v across it, downwards."""

    text: str
    u0: float
    v0: float
    u1: float
    v1: float
    start: float
    end: float
    baseline: float
    em: float
    turns: int
    right_to_left: bool


def assemble(glyphs: GlyphTable) -> tuple[Line, ...]:
    """Return the lines of a page in the order of the file; a wide gap, as between cells, divides lines."""
    runs = list(_runs(glyphs))
    turned_round = [run for run in runs if _has_right_to_left(run)]
    # What stands on one base line with right-to-left text belongs to it, in whatever order it was written.
    kept, pooled = [], [glyph for run in turned_round for word in run for glyph in word]
    for run in runs:
        if _has_right_to_left(run):
            continue
        if any(_same_row(run[0][0], other[0][0]) for other in turned_round):
            pooled += [glyph for word in run for glyph in word]
        else:
            kept.append(_line([(_joined(word), word) for word in run]))
    return (*kept, *(_line(_logical_words(row)) for row in _rows(pooled)))


def _has_right_to_left(run: list[list[_Glyph]]) -> bool:
    return any(glyph.right_to_left for word in run for glyph in word)


def _runs(glyphs: GlyphTable) -> Iterator[list[list[_Glyph]]]:
    """Runs of characters that follow each other on one base line, as lists of words."""
    run: list[list[_Glyph]] = []
    broken = True
    for index in range(len(glyphs.text)):
        if not glyphs.visible[index]:
            broken = True
            continue
        glyph = _glyph(glyphs, index)
        previous = run[-1][-1] if run else None
        if previous is not None and not _continues(previous, glyph):
            yield run
            run, broken = [], True
        if broken:
            run.append([])
            broken = False
        run[-1].append(glyph)
    if run:
        yield run


def _glyph(glyphs: GlyphTable, index: int) -> _Glyph:
    turns = int(glyphs.turns[index])
    u0, v0, u1, v1 = _along(glyphs.boxes[index], turns)
    start, above, end, below = _along(glyphs.advances[index], turns)
    _, baseline, _, _ = _along(np.concatenate([glyphs.origins[index]] * 2), turns)
    ink = max(v1 - v0, 1e-3)
    # The declared height of a font can be anything; the ink bounds it from both sides.
    em = max(ink, min((below - above) / 1.15, 3.0 * max(ink, (end - start))))
    return _Glyph(
        glyphs.text[index], u0, v0, u1, v1, start, end, baseline, em, turns, bool(glyphs.right_to_left[index])
    )


def _along(box: Iterable[float], turns: int) -> tuple[float, float, float, float]:
    """Turn a box into the frame of its writing direction."""
    left, top, right, bottom = (float(edge) for edge in box)
    return {
        0: (left, top, right, bottom),
        1: (top, -right, bottom, -left),
        2: (-right, -bottom, -left, -top),
        3: (-bottom, left, -top, right),
    }[turns]


def _quad(u0: float, v0: float, u1: float, v1: float, turns: int) -> Quad:
    corners = ((u0, v0), (u1, v0), (u1, v1), (u0, v1))
    back = {0: (1, 0, 0, 1), 1: (0, -1, 1, 0), 2: (-1, 0, 0, -1), 3: (0, 1, -1, 0)}[turns]
    a, b, c, d = back
    return Quad.from_array(np.array([(a * u + b * v, c * u + d * v) for u, v in corners]))


def _continues(previous: _Glyph, glyph: _Glyph) -> bool:
    em = max(previous.em, glyph.em)
    return (
        glyph.turns == previous.turns
        and abs(glyph.baseline - previous.baseline) < _SAME_BASELINE * em
        and glyph.start - previous.end < _CELL_GAP * em
        and (
            previous.start - glyph.end < _CELL_GAP * em
            if _either_rtl(previous, glyph)
            else glyph.start > previous.start - em
        )
    )


def _either_rtl(first: _Glyph, second: _Glyph) -> bool:
    return first.right_to_left or second.right_to_left


def _same_row(first: _Glyph, second: _Glyph) -> bool:
    em = max(first.em, second.em)
    return first.turns == second.turns and abs(first.baseline - second.baseline) < _SAME_BASELINE * em


def _rows(pool: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """Group glyphs that stand side by side on a base line, top to bottom, divided at wide gaps."""
    waiting = sorted(pool, key=lambda glyph: (glyph.turns, glyph.baseline))
    rows: list[list[_Glyph]] = []
    for glyph in (g for g in waiting if not _is_mark(g)):
        if rows and _same_row(rows[-1][0], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    pieces = [piece for row in rows for piece in _divided(sorted(row, key=lambda glyph: glyph.start))]
    for mark in (g for g in waiting if _is_mark(g)):
        if pieces:
            min(pieces, key=lambda piece: _distance(piece, mark)).append(mark)
    yield from pieces


def _divided(row: list[_Glyph]) -> Iterator[list[_Glyph]]:
    piece = [row[0]]
    reach = row[0].end
    for glyph in row[1:]:
        if glyph.start - reach > _CELL_GAP * glyph.em:
            yield piece
            piece = []
        piece.append(glyph)
        reach = max(reach, glyph.end)
    yield piece


def _distance(piece: list[_Glyph], mark: _Glyph) -> float:
    center = (mark.u0 + mark.u1) / 2
    return min(
        abs(base.baseline - mark.baseline) + max(0.0, base.u0 - center, center - base.u1)
        for base in piece
        if not _is_mark(base)
    )


def _is_mark(glyph: _Glyph) -> bool:
    return unicodedata.combining(glyph.text) != 0


def _logical_words(row: list[_Glyph]) -> list[tuple[str, list[_Glyph]]]:
    """Words of a row in logical order, each with its text and its glyphs."""
    bases = sorted((g for g in row if not _is_mark(g)), key=lambda glyph: (glyph.start, glyph.end))
    marks: dict[_Glyph, list[_Glyph]] = {}
    for mark in (g for g in row if _is_mark(g)):
        marks.setdefault(min(bases, key=lambda base: _distance([base], mark)), []).append(mark)
    clusters: list[Cluster[_Glyph]] = []
    reach = bases[0].start
    for _, shape in groupby(bases, key=lambda glyph: (glyph.start, glyph.end)):
        letters = _of_one_shape(list(shape))
        if letters[0].start - reach > _WORD_GAP * letters[0].em:
            clusters.append(Cluster(" ", ()))
        reach = max(reach, letters[0].end)
        parts = tuple(part for letter in letters for part in (letter, *marks.get(letter, ())))
        clusters.append(Cluster(_clean("".join(part.text for part in parts)), parts))
    words: list[tuple[str, list[_Glyph]]] = [("", [])]
    for cluster in to_logical(clusters):
        if cluster.text == " ":
            words.append(("", []))
        else:
            text, held = words[-1]
            words[-1] = (text + cluster.text, [*held, *cluster.parts])
    return [(nfc(text), held) for text, held in words if held]


def _of_one_shape(letters: list[_Glyph]) -> list[_Glyph]:
    """The letters of a ligature in logical order.

    PDFium takes them apart and turns them round with the line, but not where the ligature was one character
    of its own. The one that every Arabic font has, lam with alef, can only be meant in one order.
    """
    if len(letters) > 1 and letters[0].right_to_left:
        letters = letters[::-1]
        if letters[0].text in _ALEFS and letters[1].text == _LAM:
            letters = letters[::-1]
    return letters


def _joined(word: list[_Glyph]) -> str:
    return nfc(_clean("".join(glyph.text for glyph in word)))


def _clean(text: str) -> str:
    """Presentation forms become the letters that they show; nothing else is folded."""
    return "".join(
        unicodedata.normalize("NFKC", letter)
        if any(first <= ord(letter) <= last for first, last in _PRESENTATION)
        else letter
        for letter in text
        if letter != "\u00ad"
    )


def _line(words: list[tuple[str, list[_Glyph]]]) -> Line:
    glyphs = [glyph for _, held in words for glyph in held]
    top, bottom = min(glyph.v0 for glyph in glyphs), max(glyph.v1 for glyph in glyphs)
    turns = glyphs[0].turns

    def quad(held: list[_Glyph]) -> Quad:
        return _quad(min(g.u0 for g in held), top, max(g.u1 for g in held), bottom, turns)

    text = " ".join(text for text, _ in words)
    script = script_of(text)
    return Line(
        text=text,
        quad=quad(glyphs),
        confidence=1.0,
        script=script,
        engine=Origin.TEXT_LAYER.value,
        language=guess_language(text, script),
        words=tuple(Word(text, quad(held), 1.0) for text, held in words),
    )
