"""Follows several answers at once and gives the best whole one: slower, better for short captions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.vision.answers import Draft, Ended, Limits, logarithms
from engine.vision.loops import banned


class BeamSteps(Protocol):
    """Writes several texts at once."""

    @property
    def room(self) -> int:
        """Positions that still fit."""
        ...

    def feed_beams(self, tokens: Sequence[int], parents: Sequence[int]) -> NDArray[np.float32]:
        """Take in one token for each text, each going on from one of the texts so far."""
        ...


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer so far, or a whole one; ``score`` is what answers are ordered by."""

    tokens: tuple[int, ...]
    chances: tuple[float, ...]
    score: float
    parent: int = 0
    whole: bool = False


def search(
    steps: BeamSteps,
    logits: NDArray[np.float32],
    *,
    beams: int,
    limits: Limits,
    ends: Sequence[int],
    cancel: Callable[[], bool],
    no_repeat: int = 0,
    said: Sequence[int] = (),
    length_penalty: float = 1.0,
) -> Draft:
    """Return the best answer, scored by the mean logarithm of its tokens' probabilities.

    Args:
        steps: Where the prompt has been taken in.
        logits: What may come first, ``(vocabulary,)``.
        beams: How many answers are followed.
        limits: How far they may go; stop strings are cut off by the caller.
        ends: Tokens that end an answer.
        cancel: Asked before each step.
        no_repeat: Length of sequences of tokens that must not come twice; 0 for no such rule.
        said: Tokens before the answer that count for that rule.
        length_penalty: Power of the length by which scores are divided.
    """
    running = [_Answer((), (), 0.0)]
    finished: list[_Answer] = []
    most = min(limits.max_tokens, steps.room)
    scores = logits[None]
    for length in range(1, most + 1):
        if cancel():
            means = [each.score / max(length - 1, 1) ** length_penalty for each in running]
            best = finished[0] if finished and finished[0].score >= max(means) else running[0]
            return _draft(best, Ended.CANCELLED)
        found = _next(running, scores, beams * max(2, 1 + len(ends)), no_repeat, said)
        last = length == most
        over = [last or each.tokens[-1] in ends for each in found]
        finished += [
            _Answer(
                each.tokens, each.chances, each.score / length**length_penalty, whole=each.tokens[-1] in ends
            )
            for each, done in list(zip(found, over, strict=True))[:beams]
            if done
        ]
        finished = sorted(finished, key=lambda each: -each.score)[:beams]
        running = [each for each, done in zip(found, over, strict=True) if not done][:beams]
        if not running or _settled(running, finished, beams, length, length_penalty):
            break
        scores = steps.feed_beams([each.tokens[-1] for each in running], [each.parent for each in running])
    if not finished:
        return Draft((), (), Ended.LENGTH)
    return _draft(finished[0], Ended.STOP if finished[0].whole else Ended.LENGTH)


def _draft(answer: _Answer, ended: Ended) -> Draft:
    """Return an answer without the token that ended it."""
    keep = len(answer.tokens) - int(answer.whole)
    return Draft(answer.tokens[:keep], answer.chances[:keep], ended)


def _next(
    running: list[_Answer], logits: NDArray[np.float32], count: int, no_repeat: int, said: Sequence[int]
) -> list[_Answer]:
    """Return the best continuations by one token, the best first."""
    logs = logarithms(logits)
    totals = logs.copy()
    for row, each in enumerate(running):
        totals[row, list(banned([*said, *each.tokens], no_repeat))] = -np.inf
        totals[row] += np.float32(each.score)
    flat = totals.ravel()
    count = min(count, flat.size)
    best = np.argpartition(-flat, count - 1)[:count]
    best = best[np.argsort(-flat[best], kind="stable")]
    made = []
    for index in best.tolist():
        row, token = divmod(index, totals.shape[1])
        earlier = running[row]
        chance = float(np.exp(logs[row, token]))
        made.append(
            _Answer((*earlier.tokens, token), (*earlier.chances, chance), float(flat[index]), parent=row)
        )
    return made


def _settled(
    running: list[_Answer], finished: list[_Answer], beams: int, length: int, penalty: float
) -> bool:
    """Return whether no answer that still runs can become better than the worst whole one."""
    if len(finished) < beams:
        return False
    return bool(running[0].score / length**penalty <= finished[-1].score)
