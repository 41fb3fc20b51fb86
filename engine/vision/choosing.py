"""Chooses one of several texts by how likely the model holds each of them as a whole.

Following the most likely token would let the first token decide, and would tell nothing of the others. Here
each text gets the probability of all its tokens, so that the answer can say how sure it is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.vision.answers import Steps, logarithms


@dataclass
class _Node:
    """A place in the tree of all texts' tokens."""

    children: "dict[int, _Node]" = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely each text is held.

    Attributes:
        chances: Of each text, as part of all that could be said; None if a person stopped it.
        tokens: The most likely tokens of the likeliest text.
        token_chances: How likely the model held each of those.
    """

    chances: Mapping[str, float] | None
    tokens: tuple[int, ...] = ()
    token_chances: tuple[float, ...] = ()


def spellings(text: str) -> tuple[str, ...]:
    """Return how a model may begin a text: as it is or with a capital letter, after a space or not."""
    forms = (text, text[:1].upper() + text[1:])
    return tuple(dict.fromkeys([*forms, *(f" {form}" for form in forms)]))


def weigh(
    steps: Steps,
    logits: NDArray[np.float32],
    paths: Mapping[str, Sequence[tuple[int, ...]]],
    *,
    cancel: Callable[[], bool],
) -> Weighed:
    """Weigh texts by the probability of their tokens.

    Args:
        steps: Where the prompt has been taken in.
        logits: What may come first, ``(vocabulary,)``.
        paths: The token sequences that each text can be written as.
        cancel: Asked before each step.
    """
    root = _Node()
    for text, spelled in paths.items():
        for path in spelled:
            node = root
            for token in path:
                node = node.children.setdefault(token, _Node())
            if text not in node.texts:
                node.texts.append(text)
    walk = _Walk(steps, cancel)
    if not walk.follow(root, logits, (), ()):
        return Weighed(None)
    chances = {text: walk.sums.get(text, 0.0) for text in paths}
    best = max(chances, key=lambda text: chances[text])
    _, tokens, token_chances = walk.best.get(best, (0.0, (), ()))
    return Weighed(chances, tokens, token_chances)


class _Walk:
    """Goes through the tree once, the decoder going back where branches part."""

    def __init__(self, steps: Steps, cancel: Callable[[], bool]) -> None:
        self._steps = steps
        self._cancel = cancel
        self.sums: dict[str, float] = {}
        self.best: dict[str, tuple[float, tuple[int, ...], tuple[float, ...]]] = {}

    def follow(
        self, node: _Node, logits: NDArray[np.float32], tokens: tuple[int, ...], chances: tuple[float, ...]
    ) -> bool:
        """Go through what comes after a node; returns whether it came to its end."""
        logs = logarithms(logits)
        share = float(np.prod(chances, dtype=np.float64)) if chances else 1.0
        nexts = {token: float(np.exp(logs[token])) for token in node.children}
        # A text that another one goes on from is meant wherever that other one does not go on.
        self._count(node, share * max(0.0, 1.0 - sum(nexts.values())), tokens, chances)
        here = self._steps.length
        for token, child in node.children.items():
            path, given = (*tokens, token), (*chances, nexts[token])
            if not child.children:
                self._count(child, share * nexts[token], path, given)
                continue
            if self._cancel():
                return False
            after = self._steps.feed([token])
            if not self.follow(child, after, path, given):
                return False
            self._steps.rewind(here)
        return True

    def _count(self, node: _Node, chance: float, tokens: tuple[int, ...], chances: tuple[float, ...]) -> None:
        for text in node.texts:
            self.sums[text] = self.sums.get(text, 0.0) + chance
            if chance >= self.best.get(text, (-1.0, (), ()))[0]:
                self.best[text] = (chance, tokens, chances)
