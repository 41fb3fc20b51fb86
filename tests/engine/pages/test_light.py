"""Uneven light is taken out, ink stays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from engine.pages import flatten_light


def shaded_page() -> tuple[np.ndarray, np.ndarray]:
    image = Image.new("L", (800, 1000), 250)
    draw = ImageDraw.Draw(image)
    for row in range(20):
        draw.text(
            (60, 60 + 44 * row),
            f"Row {row} of the register of births",
            fill=30,
            font=ImageFont.load_default(26),
        )
    clean = np.asarray(image)
    light = np.linspace(0.25, 1.0, 800)[None, :] * np.linspace(1.0, 0.7, 1000)[:, None]
    return clean, (clean * light).astype(np.uint8)


def test_paper_becomes_evenly_white_and_ink_stays_dark() -> None:
    clean, shaded = shaded_page()
    flat = flatten_light(shaded)
    assert flat[clean > 200].min() > 200
    assert np.percentile(flat[clean < 40], 90) < 90


def test_one_threshold_then_parts_ink_from_paper() -> None:
    clean, shaded = shaded_page()
    assert ((flatten_light(shaded) < 140) == (clean < 140)).mean() > 0.995


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 255))
def test_any_plain_page_stays_plain(width: int, height: int, value: int) -> None:
    flat = flatten_light(np.full((height, width), value, np.uint8))
    assert flat.shape == (height, width)
    assert np.ptp(flat) == 0


@pytest.mark.parametrize("height", [511, 512, 513, 1025])
def test_the_strips_leave_no_seams(height: int) -> None:
    page = np.tile(np.linspace(120, 220, height).astype(np.uint8)[:, None], (1, 30))
    assert np.abs(np.diff(flatten_light(page)[:, 5].astype(int))).max() <= 4
