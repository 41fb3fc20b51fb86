"""The sheet in a photo is found where it is clear, and nothing is cut away where it is not."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.geometry import Transform
from engine.pages import SourcePage, find_sheet, find_skew, warp_quad

SIZE = (1200, 900)
CORNERS = [[200, 90], [960, 140], [1050, 820], [130, 780]]
UPRIGHT = [[360, 45], [860, 80], [930, 850], [285, 820]]


def form() -> np.ndarray:
    image = Image.new("RGB", (900, 1270), (252, 252, 248))
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(26)
    for row in range(24):
        draw.text((70, 80 + row * 46), f"{row + 1}. Name of head of household", fill=(30, 30, 50), font=font)
        draw.line((70, 116 + row * 46, 830, 116 + row * 46), fill=(120, 120, 120), width=2)
    return np.asarray(image)


def ground(kind: str) -> np.ndarray:
    width, height = SIZE
    chance = np.random.default_rng(11)
    if kind == "wood":
        grain = cv2.GaussianBlur(chance.normal(0, 300, (height, width)), (0, 0), sigmaX=50, sigmaY=2)
        return np.stack([110 + grain, 75 + 0.8 * grain, 45 + 0.6 * grain], axis=-1)
    if kind == "cloth":
        return np.array([40.0, 60, 110]) + chance.normal(0, 18, (height, width, 1))
    if kind == "grey table":
        return np.full((height, width, 3), 195.0) + chance.normal(0, 4, (height, width, 1))
    image = Image.new("RGB", SIZE, (215, 210, 200))  # printed paper
    draw = ImageDraw.Draw(image)
    for row in range(45):
        draw.text((10, 10 + row * 20), "news from the camps and the villages around " * 4, fill=(40, 40, 40))
    return np.asarray(image).astype(float)


def photo(corners: list[list[int]], on: str) -> np.ndarray:
    sheet = form()
    height, width = sheet.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    mask = cv2.warpPerspective(np.ones((height, width)), matrix, SIZE)[..., None]
    shown = cv2.warpPerspective(sheet, matrix, SIZE, flags=cv2.INTER_AREA) * mask + ground(on) * (1 - mask)
    ys, xs = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    shown *= (0.6 + 0.4 * (xs * 0.6 + ys * 0.4) / SIZE[0])[..., None]
    noisy = cv2.GaussianBlur(shown, (0, 0), 0.8) + np.random.default_rng(5).normal(0, 3, shown.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("on", ["wood", "cloth", "grey table"])
@pytest.mark.parametrize("corners", [CORNERS, UPRIGHT])
def test_a_sheet_on_a_table_is_found(corners: list[list[int]], on: str) -> None:
    found = find_sheet(photo(corners, on))
    assert found is not None
    assert np.abs(found.as_array() - corners).max() < 8


def test_the_flattened_sheet_shows_its_rows_level() -> None:
    pixels = photo(CORNERS, "wood")
    found = find_sheet(pixels)
    assert found is not None
    flat = warp_quad(SourcePage(pixels, None, Transform.identity()), found).pixels
    assert abs(find_skew(cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY))) < 0.3


def test_a_sheet_on_printed_paper_is_left_alone() -> None:
    assert find_sheet(photo(CORNERS, "printed paper")) is None


def test_a_sheet_that_reaches_out_of_the_photo_is_left_alone() -> None:
    assert find_sheet(photo([[-60, 90], [960, 140], [1050, 820], [-90, 780]], "wood")) is None


def test_a_sheet_that_fills_the_photo_is_left_alone() -> None:
    assert find_sheet(photo([[0, 0], [1200, 0], [1200, 900], [0, 900]], "wood")) is None


def test_a_scan_is_left_alone() -> None:
    assert find_sheet(form()) is None


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 500, 3), (300, 300, 3)])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_there_is_no_sheet_in_nothing(shape: tuple[int, int, int], value: int) -> None:
    assert find_sheet(np.full(shape, value, np.uint8)) is None
