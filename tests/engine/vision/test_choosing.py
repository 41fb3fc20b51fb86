"""A choice is weighed as a whole text, and says how sure it is."""

import numpy as np
import pytest

from engine.vision import Choices, ConstraintError, Ended, ImageTextModel
from engine.vision.answers import logarithms
from engine.vision.choosing import spellings, weigh
from tests.engine.vision.handmade import picture, write_pack
from tests.engine.vision.scripted import Scripted, at_random

SIZE = 12


def weighed(paths, rule, cancel=lambda: False):
    steps = Scripted(rule)
    found = weigh(steps, steps.first, paths, cancel=cancel)
    assert steps.length == 0 or found.chances is None
    return found, steps


def chance(rule, path):
    return float(
        np.exp(sum(logarithms(np.asarray(rule(list(path[:at]))))[token] for at, token in enumerate(path)))
    )


def test_each_text_has_the_probability_of_all_its_tokens():
    rule = at_random(SIZE)
    paths = {"one": [(1, 2, 3)], "two": [(1, 4)], "three": [(5,)], "four": [(6, 7), (8,)]}
    found, _ = weighed(paths, rule)
    for text, spelled in paths.items():
        assert found.chances[text] == pytest.approx(sum(chance(rule, path) for path in spelled), rel=1e-4)


def test_shared_beginnings_are_taken_in_once():
    _, steps = weighed({"one": [(1, 2, 3)], "two": [(1, 2, 4)], "three": [(1, 5)]}, at_random(SIZE))
    assert steps.fed == 2


def test_a_text_that_another_begins_with_is_meant_where_that_one_does_not_go_on():
    rule = at_random(SIZE)
    found, _ = weighed({"no": [(1,)], "no house": [(1, 2)]}, rule)
    assert found.chances["no"] + found.chances["no house"] == pytest.approx(chance(rule, (1,)), rel=1e-4)
    assert found.chances["no house"] == pytest.approx(chance(rule, (1, 2)), rel=1e-4)


def test_the_first_token_alone_does_not_decide():
    def rule(tokens):
        first = np.log(np.array([0.4, 0.3, 0.3], np.float32))
        return (
            first
            if not tokens
            else np.log(np.array([0.98, 0.01, 0.01] if tokens == [1] else [0.5, 0.4, 0.1]))
        )

    found, _ = weighed({"a": [(0, 2)], "b": [(1, 0)]}, rule)
    assert max(found.chances, key=found.chances.get) == "b"


def test_a_person_stops_it():
    found, _ = weighed({"one": [(1, 2, 3)], "two": [(4, 5)]}, at_random(SIZE), cancel=lambda: True)
    assert found.chances is None


def test_beginnings_are_tried_with_and_without_space_and_capital():
    assert spellings("yes") == ("yes", "Yes", " yes", " Yes")
    assert spellings("Yes") == ("Yes", " Yes")


def test_a_model_chooses_and_tells_how_likely_each_is(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    seen = model.see(picture(), key="a", profile="fast")
    shown = []
    made = model.generate(
        seen, "Is there a road?", constraint=Choices(("yes", "no", "unsure")), on_text=shown.append
    )
    assert made.ended is Ended.STOP
    assert set(made.choices) == {"yes", "no", "unsure", "not found"}
    assert sum(made.choices.values()) == pytest.approx(1)
    assert made.text == max(made.choices, key=made.choices.get)
    assert shown == [made.text]
    assert 0 <= made.mass <= 1
    assert len(made.tokens) == len(made.probabilities) > 0
    again = model.generate(
        seen, "Is there a road?", constraint=Choices(("yes", "no", "unsure"), otherwise=None)
    )
    assert set(again.choices) == {"yes", "no", "unsure"}
    ratio = made.choices["yes"] / made.choices["no"]
    assert again.choices["yes"] / again.choices["no"] == pytest.approx(ratio, rel=1e-3)


def test_no_choice_or_one_that_comes_twice_is_told(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    for texts in ((), ("yes", "yes"), ("yes", " ")):
        with pytest.raises(ConstraintError):
            model.generate(None, "What?", constraint=Choices(texts, otherwise=None))


def test_stopping_a_choice_is_told(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    asked = iter(range(100))
    made = model.generate(
        None, "What?", constraint=Choices(("yellow", "blue")), cancel=lambda: next(asked) >= 2
    )
    assert made.ended is Ended.CANCELLED
    assert made.text == ""
