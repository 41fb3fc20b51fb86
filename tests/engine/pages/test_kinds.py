"""Content decides what a file is; the name is only checked for lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.pages import kinds


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe1", kinds.JPEG),
        (b"\x89PNG\r\n\x1a\n", kinds.PNG),
        (b"GIF89a", kinds.GIF),
        (b"BM\x00\x00", kinds.BMP),
        (b"II*\x00", kinds.TIFF),
        (b"MM\x00*", kinds.TIFF),
        (b"II+\x00", kinds.TIFF),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", kinds.WEBP),
        (b"\x00\x00\x00\x18ftypheic", kinds.HEIF),
        (b"%PDF-1.4", kinds.PDF),
        (b"\r\n\r\nsome mail header\r\n%PDF-1.4", kinds.PDF),
    ],
)
def test_known_beginnings_tell_the_kind(head: bytes, kind: kinds.Kind) -> None:
    assert kinds.detect(head) is kind


@given(st.binary(max_size=64))
def test_any_bytes_are_a_kind_or_none_and_can_be_described(head: bytes) -> None:
    assert kinds.detect(head) in (None, *kinds.KINDS)
    assert kinds.describe_foreign(head) is None or kinds.describe_foreign(head)


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"PK\x03\x04", "Office"),
        (b"<!DOCTYPE html>", "web page"),
        (b"a,b\n1,2\n", "text"),
        (b"\x00\x00\x00\x1cftypavif", "AVIF"),
    ],
)
def test_common_other_files_are_called_by_name(head: bytes, word: str) -> None:
    assert word in (kinds.describe_foreign(head) or "")


def test_a_name_that_promises_another_type_is_told() -> None:
    assert "JPEG" in (kinds.lying_name("photo.PDF", kinds.JPEG) or "")


@pytest.mark.parametrize("name", ["photo.jpg", "photo.JPEG", "photo", "photo.backup", ""])
def test_a_fitting_or_silent_name_is_no_lie(name: str) -> None:
    assert kinds.lying_name(name, kinds.JPEG) is None
