"""What a simulated fleet sends is worked out beforehand, and sent when it is due."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fleet.laptop import Laptop, few_pages
from benchmarks.fleet.load import Pace
from benchmarks.fleet.plan import Joined, Plan
from engine.sync.wire.hello import Hello
from engine.sync.wire.receipts import ReceiptRequest
from engine.sync.wire.streams import BatchReader

WORDS = ["kaya", "household", "carte", "niño"]


@given(st.floats(0.5, 200), st.sampled_from([0.0, 5.0, 20.0]), st.floats(1, 60))
def test_the_rate_grows_and_is_then_held(per_second, ramp, hold):
    pace = Pace(per_second, ramp, hold)
    moments = [pace.due(number) for number in range(min(pace.total, 3000))]
    assert all(before <= after for before, after in pairwise(moments))
    held = moments[pace.warming :]
    assert all(after - before == pytest.approx(1 / per_second) for before, after in pairwise(held))
    if held and pace.warming:
        assert held[0] == ramp


@pytest.fixture
def plan(tmp_path):
    with Plan(tmp_path / "visits", 3, 8) as made:
        joined = [Joined(f"stream-{number}", "token") for number in range(3)]
        made.make(lambda number: Laptop(number, WORDS), joined, 1)
        yield made


def test_a_plan_holds_the_visits_of_each_laptop_in_its_turn(plan):
    for number in range(8):
        visit = plan.visit(number)
        (batch,) = BatchReader().feed(visit.changes)
        assert batch.stream == f"stream-{number % 3}"
        assert (batch.after, batch.last) == (visit.after, visit.end)
        assert len(batch.entries) == 2 * visit.pages
        hello, receipt = Hello.decode(visit.hello), ReceiptRequest.decode(visit.receipt)
        assert hello.tip == visit.end
        assert visit.after in hello.checkpoints
        assert receipt.seq == visit.end.seq
        if number >= 3:
            assert visit.after == plan.visit(number - 3).end


def test_days_of_much_work_are_among_the_visits():
    draw = few_pages(1)
    drawn = {draw() for _ in range(500)}
    assert drawn == {1, 2, 3, 20}
