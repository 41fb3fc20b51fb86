"""The files that are kept of a page are JPEGs of the promised size."""

import io

import numpy as np
import pytest
from PIL import Image

from engine.pages import encode_jpeg, thumbnail


def decoded(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_page_comes_back_as_it_was_but_for_compression() -> None:
    pixels = np.zeros((60, 90, 3), np.uint8)
    pixels[:, :45] = (200, 40, 40)
    image = decoded(encode_jpeg(pixels, quality=95))
    assert (image.format, image.size, image.mode) == ("JPEG", (90, 60), "RGB")
    assert np.abs(np.asarray(image).astype(int) - pixels)[:, 2:40].max() < 12


@pytest.mark.parametrize(
    ("shape", "size"),
    [((3000, 2000), (213, 320)), ((100, 4000), (320, 8)), ((1, 9000), (320, 1)), ((50, 40), (40, 50))],
)
def test_a_thumbnail_keeps_the_shape_and_never_enlarges(
    shape: tuple[int, int], size: tuple[int, int]
) -> None:
    assert decoded(thumbnail(np.full((*shape, 3), 255, np.uint8))).size == size
