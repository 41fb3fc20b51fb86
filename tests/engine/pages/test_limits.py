"""Limits are checked before anything is decoded."""

import io

import pikepdf
import pytest
from PIL import Image

from engine.pages import TooLargeError, TooManyPagesError


def test_more_pixels_than_allowed(opened, hostile) -> None:
    with pytest.raises(TooLargeError, match=r"30000 × 30000.*setting pages\.max_megapixels"):
        opened(hostile.png_header(30_000, 30_000, data=b"x"))


def test_more_memory_than_allowed(opened, hostile) -> None:
    with (
        opened(hostile.png_header(15_000, 15_000, data=b"x")) as source,
        pytest.raises(TooLargeError, match=r"MB.*setting pages\.max_decode_megabytes"),
    ):
        source.load(0)


def test_a_progressive_jpeg_counts_with_its_coefficients(opened, encoded) -> None:
    image = Image.new("RGB", (5000, 5000))
    progressive = encoded(image, "JPEG", progressive=True, subsampling=0)
    with opened(progressive, max_decode_megabytes=200) as source, pytest.raises(TooLargeError):
        source.load(0)
    with opened(encoded(image, "JPEG"), max_decode_megabytes=200) as source:
        source.load(0)


def test_pillows_own_limit_stays_silent(loaded, encoded) -> None:
    page = loaded(encoded(Image.new("1", (10_000, 9_500), 1), "PNG"), working_megapixels=4)
    assert page.warnings == ()


def test_more_tiff_pages_than_allowed(opened, encoded) -> None:
    pages = [Image.new("L", (8, 8))] * 5
    data = encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    with pytest.raises(TooManyPagesError, match="more than 4"):
        opened(data, max_pages=4)
    with opened(data, max_pages=5) as source:
        assert source.page_count == 5


def test_more_pdf_pages_than_allowed(opened, hostile) -> None:
    with pytest.raises(TooManyPagesError, match="3 pages"):
        opened(hostile.pdf_bytes(3), max_pages=2)


def test_a_pdf_page_that_is_too_large_is_rendered_coarser_with_a_warning(loaded, hostile) -> None:
    pdf = pikepdf.open(io.BytesIO(hostile.pdf_bytes(1)))
    pdf.pages[0].MediaBox = [0, 0, 14_400, 14_400]
    buffer = io.BytesIO()
    pdf.save(buffer)
    page = loaded(buffer.getvalue(), working_megapixels=4)
    assert page.width * page.height <= 4_100_000
    assert page.dpi is not None and page.dpi < 200
    assert any("very large" in warning for warning in page.warnings)


def test_an_enormous_image_in_a_pdf_is_not_decoded(opened, hostile_corpus) -> None:
    path = next(file.path for file in hostile_corpus if file.path.name == "image-bomb.pdf")
    with opened(path) as source, pytest.raises(TooLargeError, match="60000 × 60000"):
        source.load(0)
