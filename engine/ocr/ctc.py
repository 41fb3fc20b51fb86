"""Turns what a CTC network gives into text: characters, spaces, and how sure each of them is.

Greedy decoding (Graves et al., "Connectionist Temporal Classification", ICML 2006), with one addition: where
the paper shows through between two characters, a space is taken even if the network finds "nothing" somewhat
likelier, as it does on blurred and on letter-spaced print. A bonus for spaces without a look at the paper
would tear codes and numbers apart. This module knows no engine.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
Steps = NDArray[np.intp]
"""A number for each time step, or some of the time steps."""

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

    def placed(self, offset: int) -> "Glyph":
        """Return the same character so many time steps further on."""
        return replace(self, first=self.first + offset, last=self.last + offset)


class CtcDecoder:
    """Decodes the output of one network."""

    def __init__(self, characters: tuple[str, ...], rule: SpaceRule | None = None) -> None:
        """Take the alphabet.

        Args:
            characters: What each class stands for. Class 0 is "nothing" and one class is the space.
            rule: When to take a space.
        """
        self._characters = ("", *characters[1:])
        self._space = characters.index(" ", 1)
        self._rule = rule or SpaceRule()

    def glyphs(
        self, probabilities: FloatArray, ink: FloatArray | None = None, *, stretch: float = 1.0
    ) -> list[Glyph]:
        """Decode one line.

        Args:
            probabilities: Float32 of shape (time steps, classes), each row with sum 1.
            ink: Least ink near each time step, as a share of the line's usual ink; None gives no bonus to
                any space.
            stretch: How many of the time steps in which the characters are told one of the network's is long;
                at least 1.

        Returns:
            The characters in the order of the time steps, single spaces included, none at either end.
        """
        best = probabilities.argmax(axis=1)
        if ink is not None:
            best = self._with_spaces(best, probabilities, ink)
        starts = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(starts[1:], len(best)) - 1
        written = best[starts] != BLANK
        return _single_spaced(self._told(probabilities, best, starts[written], ends[written], stretch))

    def _told(
        self, probabilities: FloatArray, best: Steps, starts: Steps, ends: Steps, stretch: float
    ) -> list[Glyph]:
        """Return what stands in runs of time steps, all at once: one by one it costs far more."""
        classes = best[starts]
        peaks = [
            start if start == end else start + int(probabilities[start : end + 1, kind].argmax())
            for start, end, kind in zip(starts.tolist(), ends.tolist(), classes.tolist(), strict=True)
        ]
        rows, each = probabilities[peaks], np.arange(len(peaks))
        likely = rows[each, classes]
        rows[each, classes] = 0
        others = rows.argmax(axis=1)
        firsts = (starts * stretch).astype(np.intp)
        lasts = np.maximum(firsts, np.ceil((ends + 1) * stretch).astype(np.intp) - 1)
        columns = (classes, firsts, lasts, likely, others, rows[each, others])
        return [
            Glyph(self._characters[kind], first, last, probability, self._characters[other], share)
            for kind, first, last, probability, other, share in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ]

    def _with_spaces(self, best: Steps, probabilities: FloatArray, ink: FloatArray) -> Steps:
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
