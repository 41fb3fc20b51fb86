"""The judgement of a page says what a person could do better, and does not complain of a good scan."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from engine.pages import judge_quality


@pytest.fixture(scope="module")
def scan() -> np.ndarray:
    image = Image.new("RGB", (1240, 1754), (250, 250, 250))
    draw = ImageDraw.Draw(image)
    for row in range(40):
        draw.text(
            (100, 90 + row * 38),
            f"{row}. Distribution of blankets and soap",
            fill=(25, 25, 30),
            font=ImageFont.load_default(24),
        )
    return np.asarray(image)


def test_a_good_scan_gets_no_remarks(scan) -> None:
    quality = judge_quality(scan)
    assert quality.remarks == ()
    assert quality.contrast > 0.7 and quality.evenness > 0.9 and quality.sharpness > 0.2


def test_blur_is_remarked_and_more_blur_is_less_sharp(scan) -> None:
    sharpness = [judge_quality(cv2.GaussianBlur(scan, (0, 0), by)).sharpness for by in (0.5, 1, 2, 4)]
    assert sharpness == sorted(sharpness, reverse=True)
    assert "blurred" in judge_quality(cv2.GaussianBlur(scan, (0, 0), 4)).remarks


def test_sharpness_does_not_depend_on_how_much_is_written(scan) -> None:
    sparse = scan.copy()
    sparse[300:] = 250
    assert judge_quality(sparse).sharpness == pytest.approx(judge_quality(scan).sharpness, rel=0.25)


def test_darkness_is_remarked(scan) -> None:
    assert "dark" in judge_quality((scan * 0.25).astype(np.uint8)).remarks


def test_pale_ink_is_remarked(scan) -> None:
    assert judge_quality((225 + scan * 0.1).clip(0, 255).astype(np.uint8)).remarks == ("low-contrast",)


def test_strong_shadow_is_remarked(scan) -> None:
    light = np.linspace(0.15, 1.0, scan.shape[1])[None, :, None]
    assert "uneven-light" in judge_quality((scan * light).astype(np.uint8)).remarks


def test_a_burnt_out_spot_is_remarked(scan) -> None:
    dim = (scan * 0.7).astype(np.uint8)
    cv2.circle(dim, (600, 900), 160, (255, 255, 255), -1)
    assert "glare" in judge_quality(dim).remarks


def test_a_small_picture_is_remarked(scan) -> None:
    assert "small" in judge_quality(scan[:400, :500]).remarks


def test_a_blank_page_is_no_bad_picture() -> None:
    assert judge_quality(np.full((1700, 1200, 3), 248, np.uint8)).remarks == ()


@settings(max_examples=30)
@given(st.integers(1, 70), st.integers(1, 70), st.integers(0, 2**32 - 1))
def test_all_measures_lie_between_0_and_1(width: int, height: int, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    quality = judge_quality(noise)
    for measure in (quality.sharpness, quality.contrast, quality.brightness, quality.evenness):
        assert 0.0 <= measure <= 1.0
