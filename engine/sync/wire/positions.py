"""A place in a log: how many entries stand before it, and the hash of the last of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from engine.canonical import GENESIS
from engine.sync.wire.parsing import Fields, MalformedError, is_hash

MOST_CHECKPOINTS = 80
"""Distances double, so 64 reach from anywhere to the beginning."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a log.

    Attributes:
        seq: Number of the last entry before it; 0 at the beginning.
        hash: Hash of that entry; 64 zeros at the beginning.
    """

    seq: int
    hash: str

    def __post_init__(self) -> None:
        """Refuse a beginning with a hash, and a hash of zeros elsewhere."""
        if (self.seq == 0) != (self.hash == GENESIS):
            raise MalformedError("the beginning of a log is no entry")

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {"seq": self.seq, "hash": self.hash}

    @classmethod
    def from_fields(cls, fields: Fields) -> Self:
        """Read it; raises MalformedError."""
        return cls(fields.whole("seq"), fields.hash("hash"))


BEGINNING = Position(0, GENESIS)


def checkpoint_numbers(last: int) -> list[int]:
    """Return the numbers of the entries that a hello tells: the last, then 1, 2, 4, … before it, 1 and 0.

    With them headquarters finds where two lines of one log parted, within a factor of two of the distance.
    """
    numbers, distance = [last], 1
    while last - distance > 1:
        numbers.append(last - distance)
        distance *= 2
    numbers += [number for number in (1, 0) if number < numbers[-1]]
    return numbers


def positions_to_json(positions: Sequence[Position]) -> list[list[Any]]:
    """Return positions as short lists."""
    return [[position.seq, position.hash] for position in positions]


def positions_from_json(values: list[Any]) -> tuple[Position, ...]:
    """Read what :func:`positions_to_json` gave, from the last to the first; raises MalformedError."""
    found = []
    for value in values:
        if not (isinstance(value, list) and len(value) == 2 and is_hash(value[1])):
            raise MalformedError("a checkpoint does not fit")
        if not isinstance(value[0], int) or isinstance(value[0], bool) or value[0] < 0:
            raise MalformedError("a checkpoint does not fit")
        found.append(Position(value[0], value[1]))
    if any(later.seq <= former.seq for later, former in pairwise(found)):
        raise MalformedError("checkpoints are out of order")
    return tuple(found)
