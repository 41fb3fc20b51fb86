"""Several answers followed at once give the one with the best mean, which greedy steps may miss."""

import itertools

import numpy as np
import pytest

from engine.vision import Ended, Limits
from engine.vision.answers import logarithms
from engine.vision.beams import search
from tests.engine.vision.scripted import Scripted, at_random, saying

END = 0


def found(rule, *, beams, most=6, cancel=lambda: False, **further):
    steps = Scripted(rule)
    return search(steps, steps.first, beams=beams, limits=Limits(most), ends=(END,), cancel=cancel, **further)


def best_of_all(rule, size, most):
    """Return the answer with the best mean logarithm, of all that there are."""
    best = (-np.inf, ())
    for length in range(1, most + 1):
        for answer in itertools.product(range(size), repeat=length):
            if END in answer[:-1] or (answer[-1] != END and length < most):
                continue
            logs = [logarithms(np.asarray(rule(list(answer[:at]))))[token] for at, token in enumerate(answer)]
            best = max(best, (float(np.mean(logs)), answer))
    return best[1]


@pytest.mark.parametrize("seed", range(5))
def test_enough_beams_find_the_best_answer_of_all(seed):
    rule = at_random(4, seed)
    wanted = best_of_all(rule, 4, 3)
    draft = found(rule, beams=64, most=3)
    whole = (*draft.tokens, END) if draft.ended is Ended.STOP else draft.tokens
    assert whole == wanted


def test_one_likely_answer_is_found_with_any_number():
    for beams in (2, 3, 5):
        draft = found(saying([3, 2, 4], 6, end=END), beams=beams)
        assert draft.tokens == (3, 2, 4)
        assert draft.ended is Ended.STOP
        assert len(draft.probabilities) == 3


def test_an_answer_that_does_not_end_is_told_as_cut():
    draft = found(saying([3, 2, 4, 5, 1, 2, 3, 4], 6, end=END), beams=3, most=4)
    assert draft.ended is Ended.LENGTH
    assert draft.tokens == (3, 2, 4, 5)


def test_a_person_stops_it_between_two_steps():
    asked = iter(range(100))
    draft = found(saying([3, 2, 4, 5, 1], 6, end=END), beams=3, cancel=lambda: next(asked) >= 2)
    assert draft.ended is Ended.CANCELLED
    assert draft.tokens == (3, 2)


def test_sequences_that_must_not_come_twice_do_not():
    draft = found(saying([3, 2] * 20, 6, end=1), beams=3, most=12, no_repeat=2)
    pairs = list(zip(draft.tokens, draft.tokens[1:], strict=False))
    assert len(set(pairs)) == len(pairs)


def test_an_answer_that_is_stopped_has_no_token_that_ends_one():
    asked = iter([False, False, True])
    # The first token ends an answer or does not, both likely: one is whole and others run when it is stopped.
    rule = lambda tokens: np.array([3, 2.9, 0, 0], np.float32)  # noqa: E731
    draft = found(rule, beams=3, cancel=lambda: next(asked))
    assert draft.ended is Ended.CANCELLED
    assert END not in draft.tokens
    assert len(draft.tokens) == len(draft.probabilities)
