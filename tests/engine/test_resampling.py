"""Pictures become smaller without losing what stands on them, whatever their size."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.resampling import reduced, reduced_to

sizes = st.integers(1, 70)


@given(rows=sizes, columns=sizes, width=sizes, height=sizes, smooth=st.booleans())
def test_the_result_has_the_size_that_was_asked_for(
    rows: int, columns: int, width: int, height: int, smooth: bool
) -> None:
    picture = np.full((rows, columns, 3), 117, np.uint8)
    result = reduced(picture, width, height, smooth=smooth)
    assert result.shape == (height, width, 3)
    assert (result == 117).all()


@pytest.mark.parametrize("scale", [0.21, 0.38, 0.5, 0.55, 0.8])
@pytest.mark.parametrize("smooth", [False, True])
def test_it_looks_as_if_all_pixels_had_been_averaged_at_once(scale: float, smooth: bool) -> None:
    page = np.full((901, 640), 240, np.uint8)
    for row in range(20):
        cv2.putText(page, f"{row} families", (30, 50 + 42 * row), cv2.FONT_HERSHEY_SIMPLEX, 1, 30, 3)
    width, height = round(640 * scale), round(901 * scale)
    averaged = cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA)
    assert np.abs(reduced(page, width, height, smooth=smooth) - averaged.astype(float)).mean() < 5


def test_what_is_small_enough_stays_as_it_is() -> None:
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
    assert reduced_to(picture, 4) is picture
    assert reduced_to(picture, 2).shape == (2, 2)
