"""Writes an answer with the most likely token at each step, within what a constraint allows."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.vision.answers import Draft, Ended, Limits, Steps, logarithms
from engine.vision.loops import LoopGuard, banned


class Guide(Protocol):
    """Says what may come next in an answer of a given form."""

    @property
    def done(self) -> bool:
        """Whether the answer is whole and nothing more may come."""
        ...

    def begin(self) -> list[int]:
        """Return the tokens that every answer begins with, which are taken."""
        ...

    def allowed(self, count: int) -> NDArray[np.bool_]:
        """Return ``(count,)``: which tokens may come next."""
        ...

    def take(self, token: int) -> list[int]:
        """Take a token; returns the tokens that must come after it, which are taken too."""
        ...


def write(
    steps: Steps,
    logits: NDArray[np.float32],
    *,
    limits: Limits,
    ends: Sequence[int],
    add: Callable[[int], bool],
    cancel: Callable[[], bool],
    guide: Guide | None = None,
    no_repeat: int = 0,
    said: Sequence[int] = (),
) -> Draft:
    """Write an answer.

    Args:
        steps: Where the prompt has been taken in.
        logits: What may come first, ``(vocabulary,)``.
        limits: How far it may go.
        ends: Tokens that end an answer.
        add: Takes each token; returns whether a stop string is complete.
        cancel: Asked before each step.
        guide: What the answer must look like; the loop guard is left out then, as forms repeat themselves.
        no_repeat: Length of sequences of tokens that must not come twice; 0 for no such rule.
        said: Tokens before the answer that count for that rule.
    """
    tokens: list[int] = []
    chances: list[float] = []
    guard = LoopGuard() if guide is None else None
    most = min(limits.max_tokens, steps.room)

    def draft(ended: Ended, keep: int | None = None) -> Draft:
        return Draft(tuple(tokens[:keep]), tuple(chances[:keep]), ended)

    new, chance = (guide.begin() if guide is not None else []), 1.0
    while len(tokens) < most:
        if cancel():
            return draft(Ended.CANCELLED)
        if not new:
            token, chance = _best(logits, guide, banned([*said, *tokens], no_repeat))
            new = [token, *(guide.take(token) if guide is not None else ())]
        for position, each in enumerate(new):
            if each in ends:
                return draft(Ended.STOP)
            tokens.append(each)
            chances.append(chance if position == 0 else 1.0)
            if add(each):
                return draft(Ended.STOP)
            keep = guard.add(each) if guard is not None else None
            if keep is not None:
                return draft(Ended.LOOP, keep)
        if guide is not None and guide.done:
            return draft(Ended.STOP)
        if len(tokens) < most:
            logits, new = steps.feed(new), []
    return draft(Ended.LENGTH)


def _best(logits: NDArray[np.float32], guide: Guide | None, never: set[int]) -> tuple[int, float]:
    """Return the best token that may come, and how likely the model itself held it.

    A form says some things again and again: where it leaves nothing but what must not come twice, that comes.
    """
    open_to = logits
    if guide is not None:
        open_to = np.where(guide.allowed(len(logits)), logits, np.float32(-np.inf))
    if never:
        fresh = open_to.copy()
        fresh[list(never)] = -np.inf
        open_to = fresh if fresh.max() > -np.inf else open_to
    token = int(open_to.argmax())
    return token, float(np.exp(logarithms(logits)[token]))
