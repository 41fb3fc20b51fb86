"""Parts of a line: where a word begins and ends along it, and what a word tells about it.

Knows places and words that were read, and no engine.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Quad
from engine.language import scripts_in
from engine.ocr.engines import Recognised
from engine.reading import Word

SURE_WORD = 0.6
"""Confidence from which a word is taken to be in the script that it was read in."""
BESIDE = 0.2
"""Share of a line's height by which the place of a number within it is widened."""
ARABIC = "Arab"


def wider(quad: Quad) -> Quad:
    """Return the place of a word with some paper on either side: readers of letters cut digits off."""
    margin = BESIDE * quad.height / max(1.0, quad.width)
    return quad.part(-margin, 1 + margin)


def spans_of(quad: Quad, words: Sequence[Word]) -> NDArray[np.float32]:
    """Return where words begin and end along their line, as shares of the line's length; shape (words, 2)."""
    corners = quad.as_array()
    along = (corners[1] + corners[2] - corners[0] - corners[3]) / 2
    length = float(along @ along) or 1.0
    points = np.array([word.quad.points for word in words], np.float32).reshape(-1, 4, 2)
    places = np.clip((points - (corners[0] + corners[3]) / 2) @ along / length, 0, 1)
    return np.stack([places.min(axis=1), places.max(axis=1)], axis=1).astype(np.float32, copy=False)


def is_surely_arabic(reading: Recognised) -> bool:
    """Tell whether a reading has an Arabic word that is no accident."""
    return any(word.confidence >= SURE_WORD and scripts_in(word.text)[ARABIC] >= 2 for word in reading.words)


def says(text: str) -> bool:
    """Tell whether a word has letters or digits enough to be no accident."""
    return sum(letter.isalnum() for letter in text) >= 2


def say_much(words: Sequence[Word]) -> bool:
    """Tell whether words have letters enough together to be of their script."""
    return sum(letter.isalpha() for word in words for letter in word.text) >= 3
