"""Lines are cut out level and in proportion, wherever and however they lie."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.geometry import Quad
from engine.ocr.crops import brightness_at, column_ink, cut_strip, network_input


@pytest.fixture
def page():
    """A page with a bar from dark to light, 200 by 40 pixels, at (100, 80)."""
    pixels = np.full((300, 400, 3), 255, np.uint8)
    pixels[80:120, 100:300] = np.linspace(0, 200, 200)[None, :, None]
    return pixels


def turned_bar(degrees):
    """The same bar turned about the middle of a page, and its quad."""
    pixels = np.full((400, 400, 3), 255, np.uint8)
    pixels[180:220, 100:300] = np.linspace(0, 200, 200)[None, :, None]
    matrix = cv2.getRotationMatrix2D((199.5, 199.5), degrees, 1)
    turned = cv2.warpAffine(pixels, matrix, (400, 400), borderValue=(255, 255, 255))
    corners = np.array([[100, 180], [300, 180], [300, 220], [100, 220]]) - 200
    angle = np.radians(-degrees)
    rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return turned, Quad.from_array(corners @ rotation + 200)


def test_a_level_line_keeps_its_proportions(page):
    strip = cut_strip(page, Quad.from_box(100, 80, 300, 120), height=48)
    assert strip.shape == (48, 240, 3)
    assert strip[:, :5].mean() < 10
    assert 190 < strip[:, -5:].mean() < 210


@pytest.mark.parametrize("degrees", [3, -3, 20, 45, 90, 179])
def test_a_tilted_line_comes_out_level(degrees):
    pixels, quad = turned_bar(degrees)
    strip = cut_strip(pixels, quad, height=40)
    assert abs(strip.shape[1] - 200) <= 1
    inner = strip[4:-4, 4:-4, 0].astype(float)
    wanted = np.linspace(0, 200, strip.shape[1])[4:-4]
    assert np.abs(inner - wanted).max() < 25
    assert np.abs(inner.mean(axis=0) - wanted).mean() < 5


def test_the_order_of_the_corners_tells_where_the_text_begins(page):
    box = Quad.from_box(100, 80, 300, 120)
    a, b, c, d = box.points
    backwards = cut_strip(page, Quad(c, d, a, b), height=48)
    assert np.abs(backwards[::-1, ::-1].astype(int) - cut_strip(page, box, height=48)).mean() < 3


def test_gray_pages_give_gray_strips(page):
    assert cut_strip(page[:, :, 0], Quad.from_box(100, 80, 300, 120), height=48).shape == (48, 240)


def test_what_reaches_over_the_edge_is_cut_or_filled(page):
    assert cut_strip(page, Quad.from_box(-50, -20, 50, 30), height=48) is not None
    tilted = Quad((-20, 10), (60, -5), (62, 15), (-18, 30))
    assert cut_strip(page, tilted, height=48).min() == 255


@pytest.mark.parametrize(
    "quad",
    [
        Quad.from_box(10, 10, 10, 40),
        Quad.from_box(10, 10, 40, 10),
        Quad.from_box(500, 500, 600, 540),
        Quad.from_box(-90, -90, -10, -10),
        Quad((5, 5), (5, 5), (5, 5), (5, 5)),
        Quad((float("nan"), 0), (10, 0), (10, 10), (0, 10)),
        Quad((0, 0), (float("inf"), 0), (10, 10), (0, 10)),
    ],
)
def test_an_empty_quad_gives_nothing(page, quad):
    assert cut_strip(page, quad, height=48) is None


@given(points=st.lists(st.tuples(st.floats(-600, 600), st.floats(-600, 600)), min_size=4, max_size=4))
def test_any_quad_gives_a_strip_of_the_height_or_nothing(points):
    pixels = np.full((60, 80, 3), 200, np.uint8)
    strip = cut_strip(pixels, Quad(*points), height=48)
    assert strip is None or (strip.shape[0] == 48 and strip.shape[1] >= 1 and strip.dtype == np.uint8)


def test_ink_is_low_between_words_on_light_and_on_dark_paper():
    for paper, ink in ((255, 20), (10, 230)):
        strip = np.full((48, 200, 3), paper, np.uint8)
        strip[10:40, 20:90:4] = ink
        strip[10:40, 120:180:4] = ink
        measured = column_ink(strip, window=8)
        assert measured.shape == (200,)
        assert measured[100:110].max() < 0.15
        assert measured[40:80].min() > 0.15


def test_blank_paper_has_no_ink():
    assert column_ink(np.full((48, 30), 200, np.uint8), window=8).max() == 0
    assert column_ink(np.full((48, 3), 200, np.uint8), window=8).shape == (3,)


def test_networks_get_blue_first_from_minus_one_to_one():
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[..., 0] = 255
    blob = network_input(pixels)
    assert blob.shape == (1, 3, 2, 3)
    assert blob.dtype == np.float32
    np.testing.assert_allclose(blob[0, :, 0, 0], [-1, -1, 1])


@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9))), st.floats(0.01, 1))
def test_so_many_pixels_are_no_brighter_than_the_brightness_at_their_share(gray, share):
    level = brightness_at(gray, share)
    assert (gray <= level).sum() >= share * gray.size
    assert (gray < level).sum() < share * gray.size
