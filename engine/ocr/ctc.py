"""Turns what a CTC network gives into text: characters, spaces, and how sure each of them is.

Greedy decoding (Graves et al., "Connectionist Temporal Classification", ICML 2006), with one addition: where
the paper shows through between two characters, a space is taken even if the network finds "nothing" somewhat
likelier, as it does on blurred and on letter-spaced print. A bonus for spaces without a look at the paper
would tear codes and numbers apart. This module knows no engine.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

BLANK = 0


@dataclass(frozen=True, slots=True)
class SpaceRule:
    """When the place between two characters is a space though "nothing" is likelier.

    Attributes:
        bonus: Factor on the probability of a space before it is compared with that of "nothing".
        most_ink: Share of the line's usual ink that the paper between the characters may show at the most.
    """

    bonus: float = 9.0
    most_ink: float = 0.15


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as the network saw it.

    Attributes:
        text: The character.
        first: First time step of it.
        last: Last time step of it, inclusive.
        probability: The highest that it has at any of its steps.
        other: The runner-up at the step of that highest probability; empty if it is "nothing".
        other_probability: Of the runner-up.
    """

    text: str
    first: int
    last: int
    probability: float
    other: str
    other_probability: float

    def placed(self, *, stretch: float = 1.0, offset: int = 0) -> "Glyph":
        """Return the same character where the time steps are others.

        Args:
            stretch: Steps of the new kind that one of the old kind is long; at least 1.
            offset: Step of the new kind at which the first of the old kind begins.
        """
        first = offset + int(self.first * stretch)
        last = max(first, offset + math.ceil((self.last + 1) * stretch) - 1)
        # Built by hand: with dataclasses.replace the characters of a page cost more than many of its stages.
        return Glyph(self.text, first, last, self.probability, self.other, self.other_probability)


class CtcDecoder:
    """Decodes the output of one network."""

    def __init__(self, characters: tuple[str, ...], rule: SpaceRule | None = None) -> None:
        """Take the alphabet.

        Args:
            characters: What each class stands for. Class 0 is "nothing" and one class is the space.
            rule: When to take a space.
        """
        self._characters = characters
        self._space = characters.index(" ", 1)
        self._rule = rule or SpaceRule()

    def glyphs(self, probabilities: FloatArray, ink: FloatArray | None = None) -> list[Glyph]:
        """Decode one line.

        Args:
            probabilities: Float32 of shape (time steps, classes), each row with sum 1.
            ink: Least ink near each time step, as a share of the line's usual ink; None gives no bonus to
                any space.

        Returns:
            The characters in the order of the time steps, single spaces included, none at either end.
        """
        best = probabilities.argmax(axis=1)
        if ink is not None:
            best = self._with_spaces(best, probabilities, ink)
        starts = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(starts[1:], len(best)) - 1
        found = [
            self._glyph(probabilities, int(best[start]), int(start), int(end))
            for start, end in zip(starts, ends, strict=True)
            if best[start] != BLANK
        ]
        return _single_spaced(found)

    def _with_spaces(
        self, best: NDArray[np.intp], probabilities: FloatArray, ink: FloatArray
    ) -> NDArray[np.intp]:
        """Put spaces into the best path where they are likely enough and the paper shows."""
        letters = np.flatnonzero((best != BLANK) & (best != self._space))
        best = best.copy()
        for before, after in pairwise(letters):
            between = slice(before + 1, after)
            if after - before < 2 or ink[between].min() > self._rule.most_ink:
                continue
            peak = before + 1 + int(probabilities[between, self._space].argmax())
            if self._rule.bonus * probabilities[peak, self._space] > probabilities[peak, BLANK]:
                best[peak] = self._space
        return best

    def _glyph(self, probabilities: FloatArray, index: int, first: int, last: int) -> Glyph:
        step = first + int(probabilities[first : last + 1, index].argmax())
        row = probabilities[step].copy()
        probability = float(row[index])
        row[index] = 0
        other = int(row.argmax())
        other_text = "" if other == BLANK else self._characters[other]
        return Glyph(self._characters[index], first, last, probability, other_text, float(row[other]))


def text_of(glyphs: Sequence[Glyph]) -> str:
    """Join the characters of a line."""
    return "".join(glyph.text for glyph in glyphs)


def _single_spaced(glyphs: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text != " " or (kept and kept[-1].text != " "):
            kept.append(glyph)
    if kept and kept[-1].text == " ":
        kept.pop()
    return kept
