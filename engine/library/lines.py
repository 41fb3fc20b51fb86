"""Parts a line of text in two, and joins lines to one. Pure functions; no database.

Parting and joining say nothing about whether the text is right: the model's confidence and doubts stay.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.geometry import Quad
from engine.language import is_right_to_left, script_of
from engine.reading import Line, Word


def split(line: Line, at: int) -> tuple[Line, Line]:
    """Part a line before one of its characters.

    The place on the page is parted between the two words where the engine told the words, or else by the
    share of the characters.

    Args:
        line: Any line.
        at: Number of the character, from 0, with which the second part begins.

    Returns:
        The two parts in logical order, their text without spaces at the ends.

    Raises:
        ValueError: One of the parts would have no text.
    """
    first, second = line.text[:at].rstrip() if at > 0 else "", line.text[max(at, 0) :].lstrip()
    if not first.strip() or not second:
        raise ValueError("a line is parted between two of its letters")
    words = _words_of_parts(line, at)
    share = _cut_by_words(line.quad, *words) if words else at / len(line.text)
    backwards = is_right_to_left(script_of(line.text))
    if words is None and backwards:
        share = 1.0 - share
    begins_left = not backwards if words is None else _stands_before(line.quad, *words)
    left, right = line.quad.part(0.0, share), line.quad.part(share, 1.0)
    quads = (left, right) if begins_left else (right, left)
    one, two = words or ((), ())
    return _with_text(line, first, quads[0], one), _with_text(line, second, quads[1], two)


def merge(lines: Sequence[Line]) -> Line:
    """Join lines that follow one another to a single one.

    Args:
        lines: Two or more, in logical order.

    Returns:
        Their texts joined by spaces, in the smallest box along the first line that holds them all; as sure as
        the least sure of them, and doubted for every reason for which one of them is.
    """
    text = " ".join(line.text for line in lines if line.text)
    engines = dict.fromkeys(name for line in lines for name in line.engine.split("+") if name)
    languages = list(dict.fromkeys(line.language for line in lines if line.language != "und"))
    with_words = all(line.words for line in lines)
    return replace(
        lines[0],
        text=text,
        quad=_around([line.quad for line in lines]),
        confidence=min(line.confidence for line in lines),
        script=script_of(text),
        engine="+".join(engines),
        language=languages[0] if languages else "und",
        alternatives=(),
        words=tuple(word for line in lines for word in line.words) if with_words else (),
        doubts=tuple(dict.fromkeys(doubt for line in lines for doubt in line.doubts)),
    )


Words = tuple[Word, ...]


def _words_of_parts(line: Line, at: int) -> tuple[Words, Words] | None:
    """Return the words on each side; None where the words do not tell, as when one of them is cut."""
    place, before = 0, 0
    for word in line.words:
        found = line.text.find(word.text, place)
        if found < 0 or (found < at < found + len(word.text)):
            return None
        before += found < at
        place = found + len(word.text)
    if not 0 < before < len(line.words):
        return None
    return line.words[:before], line.words[before:]


def _span(quad: Quad, words: Words) -> tuple[float, float]:
    """Return where words begin and end along a line, as shares of its length."""
    corners = quad.as_array().astype(np.float64)
    along = (corners[1] + corners[2] - corners[0] - corners[3]) / 2
    length = float(along @ along) or 1.0
    points = np.concatenate([word.quad.as_array() for word in words])
    places = (points - (corners[0] + corners[3]) / 2) @ along / length
    return float(np.clip(places.min(), 0.0, 1.0)), float(np.clip(places.max(), 0.0, 1.0))


def _stands_before(quad: Quad, first: Words, second: Words) -> bool:
    return sum(_span(quad, first)) <= sum(_span(quad, second))


def _cut_by_words(quad: Quad, first: Words, second: Words) -> float:
    """Return the middle of the gap between two groups of words, as a share of the line's length."""
    one, two = _span(quad, first), _span(quad, second)
    left, right = (one, two) if sum(one) <= sum(two) else (two, one)
    return min(max((left[1] + right[0]) / 2, 0.01), 0.99)


def _with_text(line: Line, text: str, quad: Quad, words: Words) -> Line:
    return replace(line, text=text, quad=quad, script=script_of(text), alternatives=(), words=words)


def _around(quads: Sequence[Quad]) -> Quad:
    """Return the smallest box that holds all quads and lies along the first of them."""
    corners = quads[0].as_array().astype(np.float64)
    along = corners[1] + corners[2] - corners[0] - corners[3]
    length = float(np.linalg.norm(along))
    along = along / length if length > 0 else np.array([1.0, 0.0])
    across = np.array([-along[1], along[0]])
    points = np.concatenate([quad.as_array() for quad in quads]).astype(np.float64)
    (left, right), (top, bottom) = (
        (float(v.min()), float(v.max())) for v in (points @ along, points @ across)
    )
    places = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Quad.from_array(np.array([x * along + y * across for x, y in places]))
