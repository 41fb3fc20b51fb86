"""A reading says how sure it is, and comes back from JSON as it went."""

from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Quad, Transform
from engine.reading import Line, Origin, Reading


def reading(*confidences: float) -> Reading:
    lines = tuple(Line("x", Quad.from_box(0, 0, 9, 9), value, "Latn", "ppocr") for value in confidences)
    return Reading("test", 10, 10, Transform.identity(), Origin.RECOGNISED, lines)


def test_a_page_is_as_sure_as_its_least_sure_line():
    assert reading(0.9, 0.4, 1.0).confidence == 0.4


def test_a_page_on_which_nothing_was_found_is_not_sure_at_all():
    assert reading().confidence == 0.0


@given(st.lists(st.floats(0, 1), max_size=5))
def test_a_reading_comes_back_from_json_as_it_was(confidences: list[float]):
    before = reading(*confidences)
    assert Reading.from_json(before.to_json()) == before
