"""EXIF orientation is applied, and the transform leads back to the pixels as the file holds them."""

import numpy as np
import pytest
from PIL import Image

ORIENTATIONS = range(1, 9)
WIDTH, HEIGHT = 64, 40
# The top left of the picture as a person sees it, in stored pixels, after the EXIF specification.
SEEN_TOP_LEFT = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (0, 1), 7: (1, 1), 8: (1, 0)}


def marked(corner: tuple[int, int]) -> Image.Image:
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    x, y = corner[0] * (WIDTH - 8), corner[1] * (HEIGHT - 8)
    pixels[y : y + 8, x : x + 8] = (255, 0, 0)
    return Image.fromarray(pixels)


def exif(orientation: int) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    return data


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_what_is_seen_top_left_is_top_left(loaded, encoded, orientation: int, format_: str) -> None:
    image = marked(SEEN_TOP_LEFT[orientation])
    page = loaded(encoded(image, format_, exif=exif(orientation)))
    assert page.pixels.shape[:2] == ((WIDTH, HEIGHT) if orientation >= 5 else (HEIGHT, WIDTH))
    red, green, _ = page.pixels[3, 3]
    assert red > 200 and green < 90


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("format_", ["JPEG", "TIFF"])
def test_the_transform_leads_back_to_the_stored_pixels(
    loaded, encoded, orientation: int, format_: str
) -> None:
    image = marked((1, 0))
    page = loaded(encoded(image, format_, exif=exif(orientation)))
    ys, xs = np.nonzero(page.pixels[:, :, 1] < 128)
    center = page.to_source.apply(np.array([[xs.mean() + 0.5, ys.mean() + 0.5]]))[0]
    assert center == pytest.approx((WIDTH - 4, 4), abs=0.6)


def test_nonsense_orientation_is_ignored(loaded, encoded) -> None:
    page = loaded(encoded(marked((0, 0)), "JPEG", exif=exif(99)))
    assert page.pixels.shape == (HEIGHT, WIDTH, 3)
