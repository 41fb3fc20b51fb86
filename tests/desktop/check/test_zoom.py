"""The arithmetic of zooming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from desktop.check.canvas import zoom

scales = st.floats(0.01, 8)
sides = st.floats(1, 20_000)


@given(sides, sides, sides, sides, st.floats(0, 40))
def test_a_whole_page_fits_and_touches_two_sides(page_width, page_height, width, height, margin):
    scale = zoom.whole(QSizeF(page_width, page_height), QSizeF(width, height), margin)
    across, down = max(1.0, width - 2 * margin), max(1.0, height - 2 * margin)
    assert page_width * scale <= across * 1.001
    assert page_height * scale <= down * 1.001
    assert page_width * scale == pytest.approx(across) or page_height * scale == pytest.approx(down)


@given(scales)
def test_a_step_out_undoes_a_step_in_from_a_rung(scale):
    rung = zoom.stepped(scale, 1)
    assert zoom.stepped(zoom.stepped(rung, 1), -1) == pytest.approx(rung)


@given(scales)
def test_steps_go_the_right_way_and_no_further_than_a_step(scale):
    assert scale < zoom.stepped(scale, 1) <= scale * zoom.STEP * zoom.NEAR * 1.001
    assert scale > zoom.stepped(scale, -1) >= scale / zoom.STEP / zoom.NEAR * 0.999


def test_the_ladder_has_the_actual_size_on_it():
    scale = 0.1
    rungs = []
    for _ in range(20):
        scale = zoom.stepped(scale, 1)
        rungs.append(scale)
    assert any(rung == pytest.approx(1.0) for rung in rungs)


@given(scales, st.integers(-2400, 2400))
def test_turning_the_wheel_back_brings_the_zoom_back(scale, angle):
    assert zoom.wheeled(zoom.wheeled(scale, angle), -angle) == pytest.approx(scale)


@given(scales, st.lists(st.integers(1, 30), min_size=1, max_size=8))
def test_many_small_turns_are_one_large_turn(scale, angles):
    step_by_step = scale
    for angle in angles:
        step_by_step = zoom.wheeled(step_by_step, angle)
    assert step_by_step == pytest.approx(zoom.wheeled(scale, sum(angles)))


@given(st.floats(20, 3000), st.floats(5, 200), scales)
def test_a_box_that_is_brought_near_is_not_wider_than_the_view(width, height, scale):
    view = QSizeF(800, 600)
    found = zoom.legible(QRectF(0, 0, width, height), scale, view, 24.0)
    assert found == scale or width * found <= view.width() * 0.92 * 1.001


def test_a_box_that_can_be_read_is_left_as_it_is():
    assert zoom.legible(QRectF(0, 0, 300, 40), 0.8, QSizeF(800, 600), 24.0) == 0.8


@given(scales, scales, scales)
def test_bounds_hold(scale, least, most):
    assert min(least, most) <= zoom.bounded(scale, least, most) <= most
