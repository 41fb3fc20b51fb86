"""Damaged and cut-off files are told apart, and nothing is made up for what is missing."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import BadInputError
from engine.pages import DamagedFileError, TruncatedFileError

HERE = Path(__file__).parent
FORMATS = ["JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF"]


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 255, (80, 90, 3), dtype=np.uint8))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_cut_in_half_is_told_as_cut_off(loaded, encoded, picture, format_: str) -> None:
    whole = encoded(picture, format_)
    with pytest.raises(TruncatedFileError, match="too early"):
        loaded(whole[: len(whole) // 2])


def test_a_heic_cut_in_half_is_told_as_cut_off(loaded) -> None:
    whole = (HERE / "turned.heic").read_bytes()
    with pytest.raises(TruncatedFileError):
        loaded(whole[: len(whole) * 2 // 3])


def test_flipped_bits_in_a_png_are_noticed(loaded, encoded, picture) -> None:
    whole = bytearray(encoded(picture, "PNG", compress_level=0))
    whole[len(whole) // 2] ^= 1
    with pytest.raises(DamagedFileError):
        loaded(bytes(whole))


def test_a_png_whose_checksum_is_right_but_whose_stream_is_not(loaded, hostile) -> None:
    with pytest.raises(BadInputError):
        loaded(hostile.png_header(8, 8, data=zlib.compress(bytes(200))[:-9] + b"nonsense!"))


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_changed_bytes_end_in_a_page_or_a_typed_error(
    loaded, encoded, format_: str, changes: list[tuple[float, int]]
) -> None:
    broken = bytearray(encoded(Image.radial_gradient("L").resize((40, 30)), format_))
    for place, value in changes:
        broken[int(place * len(broken))] = value
    try:
        page = loaded(bytes(broken))
    except BadInputError as error:
        assert error.remedy
    else:
        assert page.pixels.ndim == 3


def test_a_tiff_whose_later_pages_are_lost_keeps_the_first(opened, encoded, picture) -> None:
    whole = encoded(picture, "TIFF", save_all=True, append_images=[picture, picture])
    second = struct.unpack_from("<I", whole, 4)[0]
    entries = struct.unpack_from("<H", whole, second)[0]
    broken = bytearray(whole)
    struct.pack_into("<I", broken, second + 2 + 12 * entries, len(whole) + 5_000)
    with opened(bytes(broken)) as source:
        assert source.page_count == 2
        assert "Page 2 is damaged" in source.notes[0]
        assert source.load(0).pixels.shape == (80, 90, 3)
        with pytest.raises(DamagedFileError, match="page 2"):
            source.load(1)


def test_damaged_metadata_does_not_cost_the_picture(loaded, encoded, picture) -> None:
    page = loaded(
        encoded(picture, "JPEG", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" + b"\x12\x01" * 60)
    )
    assert page.pixels.shape == (80, 90, 3)
    assert any("additional data" in warning for warning in page.warnings)
