"""One model stays open while questions come, and is let go after that."""

from types import SimpleNamespace

import pytest

from engine.vision import Warm
from engine.vision.caching import ByteCache


class Opened:
    """What was opened and let go."""

    def __init__(self):
        self.log = []

    def __call__(self, pack, precision):
        self.log.append(f"open {pack.id} {precision}")
        return SimpleNamespace(close=lambda: self.log.append(f"close {pack.id} {precision}"))


@pytest.fixture
def opened():
    return Opened()


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def warm(opened, now):
    return Warm(opened, idle_seconds=60, clock=lambda: now[0])


A, B = SimpleNamespace(id="a"), SimpleNamespace(id="b")


def test_a_model_stays_open_from_question_to_question(warm, opened, now):
    first = warm.get(A, "int8")
    now[0] = 50
    assert warm.get(A, "int8") is first
    now[0] = 100
    assert not warm.rest()
    assert opened.log == ["open a int8"]
    assert warm.held == ("a", "int8")


def test_it_is_let_go_when_nobody_asked_for_long_enough(warm, opened, now):
    warm.get(A, "int8")
    now[0] = 60
    assert warm.rest()
    assert not warm.rest()
    assert opened.log == ["open a int8", "close a int8"]
    assert warm.held is None
    warm.get(A, "int8")
    assert opened.log[-1] == "open a int8"


@pytest.mark.parametrize(("pack", "precision"), [(B, "int8"), (A, "fp32")])
def test_another_one_is_opened_only_after_the_first_was_let_go(warm, opened, pack, precision):
    warm.get(A, "int8")
    warm.get(pack, precision)
    assert opened.log == ["open a int8", "close a int8", f"open {pack.id} {precision}"]


def test_one_that_cannot_be_opened_leaves_nothing_behind(now):
    def fail(pack, precision):
        raise RuntimeError("no")

    warm = Warm(fail, idle_seconds=1, clock=lambda: now[0])
    with pytest.raises(RuntimeError):
        warm.get(A, "int8")
    assert warm.held is None
    assert not warm.rest()
    warm.close()


def test_what_is_remembered_stays_within_its_bytes_and_the_longest_unused_goes_first():
    cache = ByteCache(10, len)
    for name in ("a", "b"):
        cache.put(name, name * 4)
    assert cache.get("a") == "aaaa"
    cache.put("c", "cccc")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == ("aaaa", None, "cccc")
    assert cache.byte_size == 8
    cache.put("huge", "h" * 11)
    assert cache.get("huge") is None
    cache.put("a", "a")
    assert cache.byte_size == 5
    cache.clear()
    assert cache.byte_size == 0
