"""Makes one reading of a line out of what several engines read.

The readings are laid along each other letter by letter and cut where all of them have a space: the slots
of ROVER (Fiscus, "A post-processing system to yield reduced word error rates", ASRU 1997), except that a
slot may hold several words, so that engines can differ in where they see spaces. In each slot the engines
vote with the weight log(V·q/(1-q)) (Nitzan and Paroush, "Optimal Decision Rules in Uncertain Dichotomous
Choice Situations", 1982), q being the calibrated probability that the engine is right there, V the number
of wrong readings it could have given instead. A slot is taken whole from one engine: nothing comes out
that none has read.

Voting alone makes results worse where one engine is much the better. So the first engine's words stand
unless the others outweigh them by a margin that was learnt for the pair. What disagreement is good for
beyond that is doubt: it finds wrong lines better than any engine's own confidence does.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.language import script_of
from engine.ocr.calibration import Calibration, Unit
from engine.ocr.engines import Recognised
from engine.reading import Alternative, Word

ENGINES_DISAGREE = "engines-disagree"
"""Doubt of a line that engines read differently."""
VALUE_DISPUTED = "value-disputed"
"""Doubt of a line in which a number, a date or a name is what engines read differently."""

_WRONG_READINGS = 20.0
"""V: in how many likely ways a word can be misread. Two wrong engines rarely agree by chance."""
_MOST_TRUST = 0.995
"""No vote weighs more than that of an engine which is right this often."""
_MOST_FOR_DISPUTED_VALUE = 0.5
"""A number or name that engines read differently is never presented as likelier right than wrong."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "،": ","})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one engine reads in a line."""

    engine: str
    reading: Recognised


@dataclass(frozen=True, slots=True)
class Consensus:
    """What all engines together make of a line.

    Attributes:
        text: NFC, in logical order.
        confidence: Calibrated probability in [0, 1] that the whole line is right.
        engine: Whose text it is; several joined by ``+``.
        words: In logical order.
        alternatives: Other readings of the whole line, best first.
        doubts: Stable names of why a person should look at it.
    """

    text: str
    confidence: float
    engine: str
    words: tuple[Word, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one engine reads in one slot, and how far it is to be believed there."""

    engine: str
    text: str
    weight: float
    words: tuple[Word, ...]


def combine(opinions: Sequence[Opinion], calibration: Calibration, *, script: str | None = None) -> Consensus:
    """Combine what engines read in one line.

    Args:
        opinions: The first is the engine that is best for this script; one that reads nothing has no say.
        calibration: What the engines' confidences are worth.
        script: ISO 15924 code of the line; by default that of the first opinion's text.

    Returns:
        The text of the first engine where the others do not outweigh it; a line that all read alike comes out
        exactly as the first reads it. An empty text, with confidence 0, if none reads anything.
    """
    heard = [opinion for opinion in opinions if opinion.reading.text]
    if not heard:
        return Consensus("", 0.0, opinions[0].engine if opinions else "")
    first, others = heard[0], heard[1:]
    script = script or script_of(first.reading.text)
    if not others:
        return Consensus(
            text=first.reading.text,
            confidence=calibration.probability(first.engine, script, Unit.LINE, first.reading.confidence),
            engine=first.engine,
            words=first.reading.words,
            alternatives=_alternatives(first.reading.text, heard, calibration, script),
        )
    slots = _claims(heard, calibration, script)
    disputed = [claims for claims in slots if len({plain(claim.text) for claim in claims}) > 1]
    chosen = [_elected(claims, calibration, script) for claims in slots]
    # Where nothing was replaced the first reading passes through as it is, spaces and words included.
    kept = all(claim is claims[0] for claim, claims in zip(chosen, slots, strict=True))
    text = first.reading.text if kept else " ".join(claim.text for claim in chosen if claim.text)
    return Consensus(
        text=text,
        confidence=_confidence(heard, calibration, script, disputed),
        engine="+".join(dict.fromkeys(claim.engine for claim in chosen)),
        words=first.reading.words if kept else tuple(word for claim in chosen for word in claim.words),
        alternatives=_alternatives(text, heard, calibration, script),
        doubts=_doubts(disputed),
    )


def is_value(text: str) -> bool:
    """Tell whether a piece of text looks like a number, a date, a code or a name: no place for guesses."""
    return any(
        any(letter.isnumeric() for letter in word)
        # A capital tells nothing in scripts without case, where any word may be a name.
        or (len(word) > 1 and (word[0].isupper() or unicodedata.category(word[0]) == "Lo"))
        for word in text.split()
    )


def _slots(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Cut texts where all of them have a space; each slot has one piece of every text, which may be empty.

    Joined by spaces again, the non-empty pieces of one text are that text.
    """
    first = texts[0]
    # Position in the first text -> position in each other text, for the spaces that they share.
    shared = {index: [index] for index, letter in enumerate(first) if letter == " "}
    for other in texts[1:]:
        partner = dict(_matched_spaces(first, other))
        shared = {index: [*places, partner[index]] for index, places in shared.items() if index in partner}
    cuts = [[-1] * len(texts), *(shared[index] for index in sorted(shared)), [len(text) for text in texts]]
    return [
        tuple(text[start + 1 : end] for text, start, end in zip(texts, starts, ends, strict=True))
        for starts, ends in pairwise(cuts)
    ]


def _matched_spaces(first: str, second: str) -> list[tuple[int, int]]:
    """Align two texts by least edit distance and return where a space stands against a space."""
    rows, columns = len(first), len(second)
    letters = np.array([ord(letter) for letter in second], dtype=np.int64)
    spaces = letters == ord(" ")
    steps = np.arange(columns + 1)
    costs = np.empty((rows + 1, columns + 1), dtype=np.int32)
    costs[0] = steps
    for row, letter in enumerate(first, start=1):
        # A space against a letter costs more than leaving both out: spaces are what the texts are cut at.
        differ = np.where(letters == ord(letter), 0, np.where(spaces | (letter == " "), 3, 1))
        costs[row, 0] = row
        costs[row, 1:] = np.minimum(costs[row - 1, :-1] + differ, costs[row - 1, 1:] + 1)
        costs[row] = np.minimum.accumulate(costs[row] - steps) + steps
    pairs = []
    row, column = rows, columns
    while row and column:
        here = costs[row, column]
        same = first[row - 1] == second[column - 1]
        apart = 0 if same else 3 if " " in (first[row - 1], second[column - 1]) else 1
        if here == costs[row - 1, column - 1] + apart:
            row, column = row - 1, column - 1
            if same and first[row] == " ":
                pairs.append((row, column))
        elif here == costs[row - 1, column] + 1:
            row -= 1
        else:
            column -= 1
    return pairs


def _claims(heard: Sequence[Opinion], calibration: Calibration, script: str) -> list[list[_Claim]]:
    """Return for each slot what every engine claims to stand there."""
    texts = [opinion.reading.text for opinion in heard]
    words = [list(_aligned_words(opinion.reading)) for opinion in heard]
    claims = []
    for slot in _slots(texts):
        of_slot = []
        for position, (text, opinion) in enumerate(zip(slot, heard, strict=True)):
            count = len(text.split())
            held, words[position] = tuple(words[position][:count]), words[position][count:]
            said = min((word.confidence for word in held), default=opinion.reading.confidence)
            trust = calibration.probability(opinion.engine, script, Unit.WORD, said)
            trust = min(_MOST_TRUST, max(1 - _MOST_TRUST, trust))
            weight = math.log(_WRONG_READINGS * trust / (1 - trust))
            of_slot.append(_Claim(opinion.engine, text, weight, held))
        claims.append(of_slot)
    return claims


def _aligned_words(reading: Recognised) -> tuple[Word, ...]:
    """The words of a reading if they are those of its text; without that, none is put to a wrong place."""
    return reading.words if [word.text for word in reading.words] == reading.text.split() else ()


def _elected(claims: Sequence[_Claim], calibration: Calibration, script: str) -> _Claim:
    """Return the claim that wins a slot; the first engine's unless others outweigh it by the margin."""
    first = claims[0]
    votes: dict[str, list[_Claim]] = {}
    for claim in claims:
        votes.setdefault(plain(claim.text), []).append(claim)
    mine = sum(claim.weight for claim in votes.pop(plain(first.text)))

    def lead(party: list[_Claim]) -> float:
        margin = min(calibration.margin(first.engine, claim.engine, script) for claim in party)
        return sum(claim.weight for claim in party) - mine - margin

    best = max(votes.values(), key=lead, default=None)
    return best[0] if best is not None and lead(best) > 0 else first


def _confidence(
    heard: Sequence[Opinion], calibration: Calibration, script: str, disputed: Sequence[Sequence[_Claim]]
) -> float:
    first = heard[0]
    unit = Unit.DISPUTED if disputed else Unit.AGREED
    confidence = calibration.probability(first.engine, script, unit, first.reading.confidence)
    if VALUE_DISPUTED in _doubts(disputed):
        return min(confidence, _MOST_FOR_DISPUTED_VALUE)
    return confidence


def _doubts(disputed: Sequence[Sequence[_Claim]]) -> tuple[str, ...]:
    if not disputed:
        return ()
    if any(is_value(claim.text) for claims in disputed for claim in claims):
        return (ENGINES_DISAGREE, VALUE_DISPUTED)
    return (ENGINES_DISAGREE,)


def _alternatives(
    text: str, heard: Sequence[Opinion], calibration: Calibration, script: str
) -> tuple[Alternative, ...]:
    """Return what else the engines read, each text once, best first."""
    offered: dict[str, Alternative] = {}
    for opinion in heard:
        reading = opinion.reading
        alone = calibration.probability(opinion.engine, script, Unit.LINE, reading.confidence)
        for other in (Alternative(reading.text, opinion.engine, alone), *reading.alternatives):
            if other.text != text:
                offered.setdefault(other.text, other)
    return tuple(sorted(offered.values(), key=lambda other: -other.confidence))


def plain(text: str) -> str:
    """Return the text without the differences of typography that are no disagreement."""
    return text.translate(_PLAIN)
