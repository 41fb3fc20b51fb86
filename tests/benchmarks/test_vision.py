"""The benchmark of questions about a picture measures each contender alike, and tells how they compare."""

import pytest

from benchmarks.vision import _medians, _ratios
from benchmarks.vision_contenders import LENGTHS, LONG, STEPS, measure


class Fake:
    """Counts what it is asked."""

    def __init__(self):
        self.begun, self.steps, self.asked = [], 0, []

    def load(self):
        pass

    def begin(self, tokens):
        self.begun.append(len(tokens))
        return 1

    def step(self, token):
        self.steps += 1
        sum(range(20_000))
        return token + 1


class FakeSeer(Fake):
    def see(self, image):
        return 5

    def ask(self, image, question):
        self.asked.append(question)


def test_each_contender_is_asked_the_same():
    text, seer = Fake(), FakeSeer()
    found = measure(text)
    assert text.begun == sorted(LENGTHS, reverse=True)
    assert text.steps == STEPS * len(LENGTHS)
    assert found["said"][: STEPS + 1] == list(range(1, STEPS + 2))
    assert "second_answer_seconds" not in found
    assert LONG in LENGTHS
    assert {*found} < {*measure(seer)}
    assert len(set(seer.asked)) == 2


def test_medians_are_told_and_ratios_grow_with_what_is_better():
    ours = {"prefill_tokens_per_second": 200.0, "peak_megabytes": 100.0}
    ours |= {f"tokens_per_second_at_{each}": 10.0 for each in LENGTHS}
    theirs = {key: each / 2 for key, each in ours.items()} | {"peak_megabytes": 300.0}
    ratios = _ratios(
        {"sanduku int8, text half": ours, "peer, text half": theirs, "sanduku int4, text half": theirs}
    )
    assert ratios["int8: times prompt tok/s of peer"] == 2
    assert ratios["int8: memory of peer / ours"] == pytest.approx(3)
    assert ratios["int4: times prompt tok/s of peer"] == ratios["int4: memory of peer / ours"] == 1
    assert not any("sanduku" in name for name in ratios)
    assert _medians([{"a": 1.0, "said": [1]}, {"a": 3.0}, {"a": 2.0}]) == {"a": 2.0}
