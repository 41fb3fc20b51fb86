"""A line that the edge of the page runs through is told from one that only comes near it."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.geometry import Quad
from engine.ocr.edges import is_cut_off


def page_with(text, *, at=(60, 60), size=(700, 160)):
    image = Image.new("RGB", size, "white")
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(32)
    draw.text(at, text, fill="black", font=font)
    left, top, right, bottom = draw.textbbox(at, text, font=font)
    return np.array(image), Quad.from_box(left - 8, top - 8, right + 8, bottom + 8)


def test_a_line_in_the_middle_is_whole():
    assert not is_cut_off(*page_with("Household registration"))


@pytest.mark.parametrize("at", [(-12, 60), (420, 60), (60, -16), (60, 140)])
def test_a_line_that_leaves_the_page_is_cut(at):
    assert is_cut_off(*page_with("Household registration", at=at))


def test_a_line_that_ends_just_before_the_edge_is_whole():
    page, quad = page_with("Household registration", at=(6, 60))
    assert quad.bounds[0] < 0
    assert not is_cut_off(page, quad)


def test_the_black_border_of_a_scanner_cuts_nothing():
    page, quad = page_with("Household registration", at=(8, 60))
    page[:, :3] = 0
    assert not is_cut_off(page, quad)


def test_blank_paper_and_places_beside_the_page_are_not_cut():
    blank = np.full((100, 200, 3), 250, np.uint8)
    assert not is_cut_off(blank, Quad.from_box(0, 10, 60, 40))
    assert not is_cut_off(blank, Quad.from_box(-50, 10, -20, 40))
    assert not is_cut_off(cv2.GaussianBlur(blank, (0, 0), 3), Quad.from_box(150, 90, 260, 130))
