"""A writer without a network: what may come next is a function of the tokens so far."""

import numpy as np

from engine.vision.answers import Steps
from engine.vision.beams import BeamSteps


class Scripted(Steps, BeamSteps):
    """Gives the numbers that a function gives for all tokens so far.

    Attributes:
        tokens: Taken in so far.
        fed: How many tokens were ever taken in.
    """

    def __init__(self, rule, context=10_000):
        self._rule = rule
        self._context = context
        self.tokens, self.beams, self.fed = [], None, 0

    @property
    def length(self):
        return len(self.tokens)

    @property
    def room(self):
        return self._context - len(self.tokens)

    @property
    def first(self):
        return self._numbers([])

    def feed(self, given):
        assert len(given) <= self.room
        self.tokens += list(given)
        self.fed += len(given)
        return self._numbers(self.tokens)

    def rewind(self, length):
        assert length <= len(self.tokens)
        del self.tokens[length:]

    def feed_beams(self, tokens, parents):
        before = self.beams or [[]]
        self.beams = [[*before[parent], token] for token, parent in zip(tokens, parents, strict=True)]
        return np.stack([self._numbers(each) for each in self.beams])

    def _numbers(self, tokens):
        return np.asarray(self._rule(list(tokens)), np.float32)


def saying(answer, size, *, end):
    """Return a rule under which one answer is far more likely than all else."""

    def rule(tokens):
        numbers = np.zeros(size, np.float32)
        numbers[answer[len(tokens)] if len(tokens) < len(answer) else end] = 20
        return numbers

    return rule


def at_random(size, seed=0):
    """Return a rule that gives numbers by chance, the same for the same tokens."""

    def rule(tokens):
        return np.random.default_rng([seed, *tokens]).standard_normal(size).astype(np.float32) * 3

    return rule
