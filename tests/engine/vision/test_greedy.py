"""An answer follows the likeliest tokens to its end, a stop string, a limit, a circle or a person's word."""

import numpy as np
import pytest

from engine.vision import Ended, Limits
from engine.vision.greedy import write
from tests.engine.vision.scripted import Scripted, at_random, saying

SIZE, END = 50, 49


def written(rule, *, context=10_000, cancel=lambda: False, add=lambda token: False, most=200, **further):
    steps = Scripted(rule, context)
    return write(
        steps, steps.first, limits=Limits(most), ends=(END,), add=add, cancel=cancel, **further
    ), steps


def test_the_likeliest_tokens_are_written_up_to_the_end():
    draft, _ = written(saying([5, 6, 7], SIZE, end=END))
    assert draft.tokens == (5, 6, 7)
    assert draft.ended is Ended.STOP
    assert all(chance > 0.99 for chance in draft.probabilities)


def test_each_token_is_told_with_how_likely_it_was_held():
    numbers = np.log(np.array([0.2, 0.5, 0.3], np.float32))
    steps = Scripted(lambda tokens: numbers)
    draft = write(
        steps, steps.first, limits=Limits(2), ends=(0,), add=lambda token: False, cancel=lambda: False
    )
    assert draft.probabilities == pytest.approx([0.5, 0.5])


def test_no_more_is_written_than_the_limit_or_than_fits():
    assert len(written(at_random(SIZE), most=7)[0].tokens) == 7
    draft, _ = written(at_random(SIZE - 1), context=9)
    assert len(draft.tokens) == 9
    assert draft.ended is Ended.LENGTH


def test_the_last_token_is_not_taken_in_for_nothing():
    draft, steps = written(at_random(SIZE - 1), most=7)
    assert steps.fed == len(draft.tokens) - 1


@pytest.mark.parametrize("when", [0, 1, 5])
def test_a_person_stops_it_before_the_next_token(when):
    asked = iter(range(100))
    draft, steps = written(at_random(SIZE - 1), cancel=lambda: next(asked) >= when)
    assert draft.ended is Ended.CANCELLED
    assert len(draft.tokens) == when == steps.fed


def test_a_stop_string_ends_it():
    draft, _ = written(saying([5, 6, 7], SIZE, end=END), add=lambda token: token == 6)
    assert draft.ended is Ended.STOP
    assert draft.tokens == (5, 6)


@pytest.mark.parametrize("circle", [[3], [3, 4], list(range(3, 20))])
def test_a_circle_is_noticed_and_kept_once(circle):
    draft, steps = written(lambda tokens: saying([1, 2, *circle * 40], SIZE, end=END)(tokens))
    assert draft.ended is Ended.LOOP
    assert draft.tokens[:2] == (1, 2)
    assert set(draft.tokens[2:]) == set(circle)
    assert len(draft.tokens) <= 2 + max(len(circle), 3) + 1
    assert steps.fed < 200


def test_a_phrase_that_comes_again_and_again_between_others_is_a_circle():
    phrase = list(range(3, 21))
    answer = [token for turn in range(8) for token in (*phrase, 25 + turn)]
    assert written(saying(answer, SIZE, end=END))[0].ended is Ended.LOOP


def test_numbers_and_short_repetitions_are_no_circle():
    table = [token for row in range(6) for token in (20 + row, 3, 3, 3, 3, 30 + row, 4)]
    draft, _ = written(saying(table, SIZE, end=END))
    assert draft.tokens == tuple(table)


def test_sequences_that_must_not_come_twice_do_not():
    draft, _ = written(lambda tokens: saying([3, 4] * 30, SIZE, end=3)(tokens), no_repeat=2, most=40)
    pairs = list(zip(draft.tokens, draft.tokens[1:], strict=False))
    assert len(set(pairs)) == len(pairs)


class Form:
    """A form that allows nothing but one word, three times."""

    done = False

    def begin(self):
        return []

    def allowed(self, count):
        return np.arange(count) == 5

    def take(self, token):
        assert token == 5
        return []


def test_a_form_may_say_again_what_an_answer_in_words_must_not():
    draft, _ = written(at_random(SIZE), most=3, guide=Form(), no_repeat=1, said=[5])
    assert draft.tokens == (5, 5, 5)
