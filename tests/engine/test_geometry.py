"""Quads are cut along their own direction, however they lie."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Quad

LEANING = Quad.from_array(np.array([[10, 20], [110, 60], [100, 85], [0, 45]], np.float32))
shares = st.floats(0, 1)


def test_a_part_follows_the_slope_of_the_line():
    half = LEANING.part(0.5, 1.0).as_array()
    assert half == pytest.approx(np.array([[60, 40], [110, 60], [100, 85], [50, 65]]))


def test_all_of_a_quad_is_the_quad():
    assert LEANING.part(0.0, 1.0).as_array() == pytest.approx(LEANING.as_array())


@given(shares, shares)
def test_neighbouring_parts_meet(first, second):
    left, right = LEANING.part(0.0, first), LEANING.part(first, max(first, second))
    assert left.as_array()[[1, 2]] == pytest.approx(right.as_array()[[0, 3]])
