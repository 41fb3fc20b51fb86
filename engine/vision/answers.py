"""What is asked of a model's answer, and what comes of it: plain frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

NOT_FOUND = "not found"
"""What a model can always say instead of one of the choices that it is given."""


class Ended(StrEnum):
    """Why an answer ended."""

    STOP = "stop"
    LENGTH = "length"
    LOOP = "loop"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far an answer may go.

    Attributes:
        max_tokens: Most tokens.
        stop: Texts that end it and are no part of it.
    """

    max_tokens: int = 256
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """The answer is one of these texts.

    Attributes:
        texts: Each once.
        otherwise: What can be said if none fits; None only where they cover everything.
    """

    texts: tuple[str, ...]
    otherwise: str | None = NOT_FOUND

    @property
    def all(self) -> tuple[str, ...]:
        """Every text that can be said."""
        further = () if self.otherwise is None or self.otherwise in self.texts else (self.otherwise,)
        return (*self.texts, *further)


@dataclass(frozen=True)
class JsonSchema:
    """The answer is JSON that follows a schema.

    Every value can be null, which says that it was not found. Texts and lists without an end of their own are
    given one, and objects have no further properties: an answer always comes to an end.

    Attributes:
        schema: The JSON schema.
        longest: Characters of a text that has no ``maxLength``.
        most: Items of a list that has no ``maxItems``.
    """

    schema: Mapping[str, Any]
    longest: int = 200
    most: int = 32


Constraint = Choices | JsonSchema


@dataclass(frozen=True, slots=True)
class Generation:
    """An answer.

    Attributes:
        text: Without white space at its borders.
        tokens: As the model gave them, without the one that ended it.
        probabilities: How likely the model held each token, from 0 to 1; 1 for those that a constraint left
            no choice about.
        ended: Why it ended. Only :attr:`Ended.STOP` is a whole answer.
        seconds: That the whole of it took.
        prefill_seconds: Of these, until the first token.
        choices: With :class:`Choices`, how likely each of them is held; they sum up to 1.
        mass: With :class:`Choices`, how much of what the model wanted to say was one of them, from 0 to 1.
            Where it is small, the model wanted to say something else, and its choice is worth little.
    """

    text: str
    tokens: tuple[int, ...]
    probabilities: tuple[float, ...]
    ended: Ended
    seconds: float
    prefill_seconds: float
    choices: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    mass: float = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as tokens; the attributes are those of :class:`Generation`."""

    tokens: tuple[int, ...]
    probabilities: tuple[float, ...]
    ended: Ended


class Steps(Protocol):
    """Writes a text token by token."""

    @property
    def length(self) -> int:
        """Positions so far."""
        ...

    @property
    def room(self) -> int:
        """Positions that still fit."""
        ...

    def feed(self, given: Sequence[int]) -> NDArray[np.float32]:
        """Take in tokens; returns a number for each token that may come next, the larger the more likely."""
        ...

    def rewind(self, length: int) -> None:
        """Go back to an earlier position."""
        ...


def logarithms(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logarithm of each token's probability, along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    total = np.log(np.exp(shifted, dtype=np.float32).sum(axis=-1, keepdims=True, dtype=np.float32))
    return np.asarray(shifted - total, dtype=np.float32)
