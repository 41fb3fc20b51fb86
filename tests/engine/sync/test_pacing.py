"""Pieces fit the link: longer while it works, shorter after a break, and never beyond what is allowed."""

from hypothesis import given
from hypothesis import strategies as st

from engine.sync.pacing import LEAST_BYTES, Backoff, Pace

EVENTS = st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 10**7), st.floats(0, 600))), max_size=30)


@given(EVENTS, st.integers(1, 1 << 24))
def test_a_piece_is_never_more_than_is_allowed_and_never_nothing(events, most):
    pace = Pace()
    for event in events:
        if event is None:
            pace.broke()
        else:
            pace.carried(*event)
        assert min(LEAST_BYTES, most) <= pace.piece(most) <= most


def test_a_link_that_works_carries_more_at_once():
    pace = Pace()
    sizes = []
    for _ in range(10):
        pace.carried(80_000, 10.0)
        sizes.append(pace.piece(1 << 20))
    assert sizes == sorted(sizes)
    assert 150_000 < sizes[-1] <= 160_000  # Twenty seconds of eight kilobytes each.


def test_after_a_break_pieces_are_half_as_long():
    pace = Pace(rate=8000)
    before = pace.piece(1 << 20)
    pace.broke()
    assert pace.piece(1 << 20) == before // 2


def test_what_was_measured_last_time_counts_from_the_start():
    assert Pace(rate=100_000).piece(1 << 20) == 500_000
    assert Pace().seconds_for(1000) is None
    assert Pace(rate=1000).seconds_for(5000) == 5.0


def test_small_messages_tell_nothing_of_the_rate():
    pace = Pace(rate=8000)
    pace.carried(200, 3.0)
    assert pace.rate == 8000


@given(st.floats(0, 0.999999), st.integers(1, 40))
def test_one_waits_longer_each_time_up_to_a_minute(chance, failures):
    backoff = Backoff(lambda: chance)
    waits = [backoff.failed() for _ in range(failures)]
    assert all(0.5 <= wait <= 60 for wait in waits)
    assert waits == sorted(waits)
    backoff.worked()
    assert backoff.failed() <= 1.0


def test_headquarters_may_ask_for_longer():
    assert Backoff(lambda: 0.5).failed(at_least=300) == 300
