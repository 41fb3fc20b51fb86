"""Resolution, reduction to the working size, and pixels that are not square."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image


def test_stated_dpi_is_taken(loaded, encoded) -> None:
    assert loaded(encoded(Image.new("L", (600, 600)), "JPEG", dpi=(300, 300))).dpi == pytest.approx(300)


@pytest.mark.parametrize("dpi", [1, 20, 72, 96, 20_000])
def test_dpi_that_cannot_be_meant_is_unknown(loaded, encoded, dpi: int) -> None:
    assert loaded(encoded(Image.new("L", (4000, 100)), "TIFF", dpi=(dpi, dpi))).dpi is None


def test_no_dpi_is_unknown(loaded, encoded) -> None:
    assert loaded(encoded(Image.new("L", (60, 60)), "PNG")).dpi is None


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "TIFF", "BMP"])
def test_an_image_above_the_working_size_is_reduced_and_says_so(loaded, encoded, format_: str) -> None:
    image = Image.new("L", (3000, 2400), 255)
    image.paste(0, (2400, 600, 2460, 660))
    page = loaded(encoded(image, format_, dpi=(300, 300)), working_megapixels=4)
    assert page.width * page.height <= 4_000_000
    assert page.dpi == pytest.approx(300 * page.width / 3000, rel=0.01)
    ys, xs = np.nonzero(page.pixels[:, :, 0] < 128)
    mark = page.to_source.apply(np.array([[xs.mean() + 0.5, ys.mean() + 0.5]]))[0]
    assert mark == pytest.approx((2430, 630), abs=1.5)


def test_a_much_larger_jpeg_is_decoded_reduced(loaded, encoded) -> None:
    image = Image.new("L", (5001, 4003), 255)
    image.paste(0, (4000, 3000, 4080, 3080))
    page = loaded(encoded(image, "JPEG"), working_megapixels=4)
    assert page.width * page.height <= 4_000_000
    ys, xs = np.nonzero(page.pixels[:, :, 0] < 128)
    mark = page.to_source.apply(np.array([[xs.mean() + 0.5, ys.mean() + 0.5]]))[0]
    assert mark == pytest.approx((4040, 3040), abs=3)


def test_the_bands_in_which_it_is_reduced_leave_no_seams(loaded, encoded) -> None:
    rows = np.linspace(0, 255, 4000, dtype=np.uint8)
    page = loaded(
        encoded(Image.fromarray(np.repeat(rows[:, None], 3000, axis=1)), "PNG"), working_megapixels=4
    )
    steps = np.diff(page.pixels[:, 5, 0].astype(int))
    assert steps.min() >= 0 and steps.max() <= 1


def test_fax_pages_get_square_pixels(loaded, encoded) -> None:
    image = Image.new("1", (1728, 1100), 1)
    page = loaded(encoded(image, "TIFF", dpi=(204, 98)))
    assert (page.width, page.height) == (1728, pytest.approx(1100 * 204 / 98, abs=1))
    assert page.dpi == pytest.approx(204)
    corner = page.to_source.apply(np.array([[page.width, page.height]]))[0]
    assert corner == pytest.approx((1728, 1100), abs=0.1)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    width=st.integers(1, 90), height=st.integers(1, 90), mode=st.sampled_from(["1", "L", "RGB", "RGBA", "P"])
)
def test_any_small_image_keeps_its_size(loaded, encoded, width: int, height: int, mode: str) -> None:
    page = loaded(encoded(Image.new(mode, (width, height)), "PNG"))
    assert page.pixels.shape == (height, width, 3)
    assert page.pixels.dtype == np.uint8
