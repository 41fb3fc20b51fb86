"""An accelerator is used only where it gives the processor's results, and faster."""

import numpy as np
import pytest

from engine.runtime import ModelUnusableError, Network, ProviderUnusableError, available_providers, probe

FEEDS = {"x": np.linspace(-2, 3, 50, dtype=np.float32)}


class Clock:
    """Time that only passes while something runs."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Made:
    """A network that gives what a function gives, and takes its time."""

    def __init__(self, clock, seconds, work):
        self._clock, self._seconds, self._work = clock, seconds, work

    def run(self, feeds):
        self._clock.now += self._seconds
        return {"y": np.asarray(self._work(feeds["x"]))}


def tried(work, *, seconds=0.1, opening=None, right=lambda x: x * 2):
    clock = Clock()
    reference = Made(clock, 1.0, right)

    def opener():
        if opening is not None:
            raise opening
        return Made(clock, seconds, work)

    return probe("cuda", reference, opener, FEEDS, clock=clock)


def test_one_that_is_right_and_faster_is_kept():
    verdict, network = tried(lambda x: x * 2)
    assert verdict.kept
    assert network is not None
    assert verdict.gain == pytest.approx(10)
    assert verdict.difference == 0


def test_rounding_of_half_precision_is_right_enough():
    assert tried(lambda x: (x * 2).astype(np.float16).astype(np.float32))[0].kept


@pytest.mark.parametrize(
    "work",
    [
        lambda x: x * 2.2,
        lambda x: x * 0,
        lambda x: np.where(np.arange(len(x)) == 7, np.nan, x * 2),
        lambda x: np.where(np.arange(len(x)) == 7, np.inf, x * 2),
        lambda x: (x * 2)[:-1],
        lambda x: (x * 2)[::-1],
    ],
    ids=["scaled", "nothing", "not a number", "endless", "short", "turned"],
)
def test_one_that_lies_is_dropped_and_told(work):
    verdict, network = tried(work)
    assert not verdict.kept
    assert network is None
    assert "other results" in verdict.reason


@pytest.mark.parametrize("odd", [np.nan, -np.inf])
def test_nothing_counts_as_right_where_the_processor_gives_no_number(odd):
    verdict, network = tried(lambda x: x * 5, right=lambda x: np.where(np.arange(len(x)) == 7, odd, x * 2))
    assert not verdict.kept
    assert network is None


def test_one_that_is_right_but_slower_is_dropped_and_told():
    for seconds in (3.0, 1.0, 0.95):
        verdict, network = tried(lambda x: x * 2, seconds=seconds)
        assert not verdict.kept
        assert network is None
        assert "not faster" in verdict.reason


@pytest.mark.parametrize(
    "error", [ProviderUnusableError("It did not start."), ModelUnusableError("It lacks an operator.")]
)
def test_one_that_does_not_start_is_dropped_and_told(error):
    verdict, network = tried(lambda x: x, opening=error)
    assert not verdict.kept
    assert network is None
    assert error.what in verdict.reason


def test_where_the_processor_itself_fails_nothing_is_tried_and_that_is_told():
    def fail(_x):
        raise ModelUnusableError("It lacks an operator.")

    def never():
        raise AssertionError("it was opened")

    verdict, network = probe("cuda", Made(Clock(), 1.0, fail), never, FEEDS, clock=Clock())
    assert not verdict.kept
    assert network is None
    assert "was not tried" in verdict.reason
    assert "lacks an operator" in verdict.reason


def test_what_a_mistake_of_ours_raises_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        tried(lambda x: x, opening=ZeroDivisionError())


def test_the_processor_is_always_there_and_last():
    assert available_providers()[-1] == "cpu"


@pytest.mark.parametrize("name", ["cuda", "directml", "abacus"])
def test_a_provider_that_is_not_there_is_told(name, tmp_path):
    if name in available_providers():
        pytest.skip("this computer has it")
    with pytest.raises(ProviderUnusableError, match=name):
        Network.open(tmp_path / "any.onnx", provider=name)
