"""Turning, straightening and flattening keep pixels, text and the way back to the file in step."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Quad, Transform
from engine.pages import SourcePage, straighten, turn, warp_quad
from engine.reading import Line, Word


def marked_page(width: int = 160, height: int = 120, x: int = 100, y: int = 30) -> SourcePage:
    pixels = np.full((height, width, 3), 240, np.uint8)
    pixels[y : y + 8, x : x + 8] = 0
    quad = Quad.from_box(x, y, x + 8, y + 8)
    line = Line("x", quad, 1.0, "Latn", "text-layer", words=(Word("x", quad, 1.0),))
    return SourcePage(pixels, 150.0, Transform.scaling(2, 2), (line,))


def mark(page: SourcePage) -> np.ndarray:
    """The middle of the mark, weighed by its darkness, since resampling softens its edges."""
    ink = np.clip(235.0 - page.pixels[:, :, 0], 0, None)
    ys, xs = np.indices(ink.shape)
    return np.array([[(ink * (xs + 0.5)).sum(), (ink * (ys + 0.5)).sum()]]) / ink.sum()


def assert_in_step(page: SourcePage, *, within: float) -> None:
    assert page.to_source.apply(mark(page))[0] == pytest.approx((208, 68), abs=within)
    assert page.text_lines is not None
    assert page.text_lines[0].quad.center == pytest.approx(mark(page)[0], abs=within)
    assert page.text_lines[0].words[0].quad == page.text_lines[0].quad


@pytest.mark.parametrize("turns", range(-4, 5))
def test_turning_keeps_all_in_step(turns: int) -> None:
    assert_in_step(turn(marked_page(), turns), within=0.01)


def test_a_turn_is_clockwise() -> None:
    page = turn(marked_page(x=0, y=0), 1)
    assert (page.width, page.height) == (120, 160)
    assert mark(page)[0] == pytest.approx((116, 4))


def test_four_turns_change_nothing() -> None:
    page = marked_page()
    turned = page
    for _ in range(4):
        turned = turn(turned, 1)
    assert np.array_equal(turned.pixels, page.pixels)
    assert turned.to_source.matrix == pytest.approx(page.to_source.matrix)


@given(st.floats(-15, 15))
def test_straightening_keeps_all_in_step_and_cuts_nothing_off(degrees: float) -> None:
    page = marked_page()
    straight = straighten(page, degrees)
    assert_in_step(straight, within=0.6)
    corners = straight.to_source.inverse().apply(np.array([[0, 0], [320, 0], [320, 240], [0, 240]]))
    assert corners.min() > -1
    assert (corners <= [straight.width + 1, straight.height + 1]).all()


def test_straightening_turns_back_what_is_tilted_clockwise() -> None:
    pixels = np.full((200, 400, 3), 255, np.uint8)
    for x in range(20, 380):  # a line that falls to the right is tilted clockwise
        y = 100 + round((x - 200) * np.tan(np.deg2rad(5)))
        pixels[y : y + 3, x] = 0
    page = straighten(SourcePage(pixels, None, Transform.identity()), 5)
    ys, _ = np.nonzero(page.pixels[:, :, 0] < 100)
    assert np.ptp(ys) < 8


def test_new_corners_take_on_the_colour_of_the_edge() -> None:
    assert straighten(marked_page(), 7).pixels[0, 0] == pytest.approx([240, 240, 240], abs=2)


def test_a_page_that_is_straight_is_left_alone() -> None:
    page = marked_page()
    assert straighten(page, 0) is page
    assert turn(page, 4) is page


def test_a_quad_becomes_the_whole_page() -> None:
    corners = Quad((20, 10), (150, 5), (155, 110), (10, 115))
    page = warp_quad(marked_page(), corners)
    assert_in_step(page, within=1.0)
    assert page.dpi is None
    edges = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]])
    assert page.to_source.apply(edges) == pytest.approx(corners.as_array() * 2, abs=0.01)
