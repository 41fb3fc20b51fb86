"""The tilt of text is found to a fifth of a degree, and none is made up where there is no text."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.geometry import Quad
from engine.pages import find_skew, tilt_of_lines

WIDTH, HEIGHT = 1000, 1400


def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)


def prose() -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    for row in range(36):
        draw.text(
            (90, 80 + 33 * row),
            f"The camp holds about {row * 37} families, most of them new",
            fill=30,
            font=font(19),
        )
    return image


def table() -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    for row in range(24):
        draw.line((60, 80 + 50 * row, WIDTH - 60, 80 + 50 * row), fill=70, width=2)
        for column in range(6 if row < 23 else 0):
            draw.text(
                (70 + 150 * column, 95 + 50 * row), str(1000 + row * 7 + column * 131), fill=40, font=font(19)
            )
    for column in range(7):
        draw.line((60 + 146 * column, 80, 60 + 146 * column, 80 + 50 * 23), fill=70, width=2)
    return image


def sparse_form() -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    for row, label in enumerate(["Name:", "Date of birth:", "Village:", "Signature:"]):
        draw.text((100, 200 + row * 270), label, fill=30, font=font(24))
        draw.line((330, 226 + row * 270, 900, 226 + row * 270), fill=100, width=2)
    return image


def receipt() -> Image.Image:
    image = Image.new("L", (480, 1200), 255)
    draw = ImageDraw.Draw(image)
    for row in range(26):
        draw.text((30, 40 + row * 42), f"Item {row}", fill=30, font=font(18))
        draw.text((370, 40 + row * 42), f"{row * 3.5:.2f}", fill=30, font=font(18))
    return image


def tilted(image: Image.Image, degrees: float, *, shadow: bool = False) -> np.ndarray:
    gray = np.asarray(image)
    height, width = gray.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    turned = cv2.warpAffine(gray, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    noisy = turned + np.random.default_rng(7).normal(0, 5, gray.shape)
    if shadow:
        noisy *= np.linspace(0.4, 1.0, width)
    return np.clip(noisy, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("degrees", [-10, -6.3, -2.15, -0.4, 0, 0.25, 1.7, 5, 10])
@pytest.mark.parametrize("make", [prose, table, sparse_form, receipt])
def test_the_tilt_is_found_to_a_fifth_of_a_degree(make, degrees: float) -> None:
    assert find_skew(tilted(make(), degrees)) == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize("degrees", [-3, 4])
def test_shadow_does_not_matter(degrees: float) -> None:
    assert find_skew(tilted(prose(), degrees, shadow=True)) == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize("degrees", [-6.3, -0.4, 1.7])
@pytest.mark.parametrize("off", [-0.25, 0.2])
def test_what_is_roughly_known_is_found_exactly(degrees: float, off: float) -> None:
    assert find_skew(tilted(prose(), degrees), near=degrees + off) == pytest.approx(degrees, abs=0.1)


def test_an_empty_page_has_the_tilt_that_is_known() -> None:
    assert find_skew(np.full((500, 400), 255, np.uint8), near=1.5) == 1.5


def line(tilt: float, *, length: float = 400, height: float = 20, top: float = 0) -> Quad:
    angle = np.deg2rad(tilt)
    along = length * np.array([np.cos(angle), np.sin(angle)])
    across = height * np.array([-np.sin(angle), np.cos(angle)])
    corner = np.array([50.0, 60.0 + top])
    return Quad.from_array(np.array([corner, corner + along, corner + along + across, corner + across]))


def test_lines_tell_the_tilt_together_though_one_lies_otherwise() -> None:
    lines = [line(1.2 + spread / 10) for spread in range(-2, 3)]
    assert tilt_of_lines([*lines, line(-30)]) == pytest.approx(1.2, abs=0.11)


@pytest.mark.parametrize(
    "lines",
    [
        [line(1.2)] * 4,
        [line(1.2, length=60)] * 9,
        [line(tilt) for tilt in (-2, -1, 0, 1, 2)],
        [line(-30)] * 9,
        [],
    ],
    ids=["few", "short", "bent", "steep", "none"],
)
def test_lines_that_do_not_tell_the_tilt_are_not_believed(lines: list[Quad]) -> None:
    assert tilt_of_lines(lines) is None


@pytest.mark.parametrize("seed", range(4))
def test_a_photo_without_text_has_no_tilt(seed: int) -> None:
    clouds = cv2.GaussianBlur(np.random.default_rng(seed).normal(0, 1, (700, 900)), (0, 0), 2 + 3 * seed)
    photo = cv2.normalize(clouds, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)
    assert find_skew(photo) == 0.0


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (900, 1), (3, 3), (600, 500)])
@pytest.mark.parametrize("value", [0, 255])
def test_an_empty_page_of_any_size_has_no_tilt(shape: tuple[int, int], value: int) -> None:
    assert find_skew(np.full(shape, value, np.uint8)) == 0.0


def test_specks_have_no_tilt() -> None:
    specks = np.random.default_rng(3).random((900, 700)) > 0.99
    assert find_skew(np.where(specks, 30, 255).astype(np.uint8)) == 0.0
