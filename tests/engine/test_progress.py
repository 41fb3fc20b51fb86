"""The pace is that of the last minute, and what is not known is not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.progress import SILENT, Pace


class Watch:
    """A clock that is set by hand."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch():
    return Watch()


def test_nothing_is_told_before_anything_is_done(watch):
    pace = Pace(clock=watch)
    assert pace.per_minute is None
    assert pace.seconds_left(10) is None
    watch.seconds += 5
    pace.record(0)
    assert pace.per_minute is None


def test_pace_and_time_left_follow_from_what_was_done(watch):
    pace = Pace(clock=watch)
    watch.seconds += 10
    pace.record(5)
    assert pace.per_minute == pytest.approx(30)
    assert pace.seconds_left(15) == pytest.approx(30)
    assert pace.seconds_left(0) == 0


def test_small_receipts_before_large_scans_do_not_promise_the_receipts_speed(watch):
    pace = Pace(window=60, clock=watch)
    for _ in range(60):
        watch.seconds += 1
        pace.record(int(watch.seconds - 100) * 10)
    assert pace.per_minute == pytest.approx(600)
    for number in range(1, 21):
        watch.seconds += 10
        pace.record(600 + number)
    assert pace.per_minute == pytest.approx(6, rel=0.3)


def test_a_clock_that_stands_still_gives_no_pace(watch):
    pace = Pace(clock=watch)
    pace.record(5)
    assert pace.per_minute is None


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 50)), max_size=50), st.integers(0, 1000))
def test_whatever_is_recorded_the_pace_is_never_negative(steps, remaining):
    watch, done = Watch(), 0
    pace = Pace(clock=watch)
    for seconds, units in steps:
        watch.seconds += seconds
        done += units
        pace.record(done)
        assert pace.per_minute is None or pace.per_minute > 0
        assert pace.seconds_left(remaining) is None or pace.seconds_left(remaining) >= 0


def test_progress_that_nobody_watches_is_ignored():
    SILENT.update(done=1, total=None, label="x")
