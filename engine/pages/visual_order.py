"""Brings a line from the order in which it is seen to the order in which it is typed.

The inverse of the Unicode Bidirectional Algorithm (UAX 9) for single lines without control characters: what
stands on paper, from left to right, becomes logical order. It knows characters and no geometry.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Part = TypeVar("Part")

_RIGHT = frozenset({"R", "AL"})
_NUMBER = frozenset({"EN", "AN"})
_WITHIN_NUMBERS = frozenset({"ES", "CS"})
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_OPENING, _CLOSING = "([{<«", ")]}>»"


@dataclass(frozen=True, slots=True)
class Cluster(Generic[Part]):
    """A letter with its marks, or a space, and whatever it is made of."""

    text: str
    parts: tuple[Part, ...]


def to_logical(visual: Sequence[Cluster[Part]]) -> list[Cluster[Part]]:
    """Return the clusters, given from left to right, in logical order.

    The line runs in the direction of its outermost letters or, where these differ, of most. Brackets that
    then open where they should close are exchanged, since some files name the shape that is seen and others
    the character that is meant.
    """
    kinds = _directions(visual)
    if _runs_leftwards(kinds):
        logical = [piece for run in _runs_of(visual, kinds, "L")[::-1] for piece in run]
    else:
        logical = [piece for run in _runs_of(visual, kinds, "R") for piece in run]
    return _with_brackets_right(logical)


def _runs_leftwards(kinds: list[str]) -> bool:
    letters = [kind for kind in kinds if kind in ("R", "L")]
    if letters and letters[0] == letters[-1]:
        return letters[0] == "R"
    return letters.count("R") >= letters.count("L")


def _directions(visual: Sequence[Cluster[Part]]) -> list[str]:
    """``R``, ``L``, ``N`` for a number, or a blank for what takes on the direction of its surroundings."""
    classes = [unicodedata.bidirectional(cluster.text[0]) if cluster.text else "" for cluster in visual]
    kinds = ["R" if c in _RIGHT else "L" if c == "L" else "N" if c in _NUMBER else " " for c in classes]
    for place in range(1, len(kinds) - 1):
        if classes[place] in _WITHIN_NUMBERS and kinds[place - 1] == kinds[place + 1] == "N":
            kinds[place] = "N"
    return kinds


def _runs_of(visual: Sequence[Cluster[Part]], kinds: list[str], against: str) -> list[list[Cluster[Part]]]:
    """Cut a line into runs, each in logical order within itself; the runs stand as seen.

    Args:
        visual: From left to right.
        kinds: As :func:`_directions` gives them.
        against: The direction that runs against the line's own.
    """
    runs: list[list[Cluster[Part]]] = []
    place = 0
    while place < len(visual):
        end = _end_of_run(kinds, place, against)
        run = list(visual[place:end])
        if against == "R" and end - place > 1:
            run = [piece for inner in _runs_of(run, kinds[place:end], "L")[::-1] for piece in inner]
        runs.append(run)
        place = end
    return runs


def _end_of_run(kinds: list[str], start: int, against: str) -> int:
    """Where the run that begins at ``start`` ends: numbers and blanks within it belong to it."""
    inside = {against, "N"} if against == "L" or kinds[start] == "R" else {against}
    if kinds[start] not in inside:
        return start + 1
    end = last = start + 1
    only_number = kinds[start] == "N"
    while end < len(kinds) and (kinds[end] in inside or (kinds[end] == " " and not only_number)):
        only_number = only_number and kinds[end] == "N"
        end += 1
        if kinds[end - 1] != " ":
            last = end
    return last


def _with_brackets_right(logical: list[Cluster[Part]]) -> list[Cluster[Part]]:
    letters = "".join(cluster.text for cluster in logical)
    first = next((letter for letter in letters if letter in _OPENING + _CLOSING), "")
    last = next((letter for letter in reversed(letters) if letter in _OPENING + _CLOSING), "")
    if not (first and first in _CLOSING and last in _OPENING):
        return logical
    return [Cluster(cluster.text.translate(_MIRRORED), cluster.parts) for cluster in logical]
