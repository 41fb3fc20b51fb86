"""What cannot be opened says why, with a typed error that names the file and the remedy."""

import os
from pathlib import Path

import pytest
from PIL import Image

from engine.errors import BadInputError
from engine.pages import (
    DamagedFileError,
    EmptyFileError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedTypeError,
)


def test_an_empty_file(opened, tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.touch()
    with pytest.raises(EmptyFileError) as told:
        opened(path, name="empty.pdf")
    assert "empty.pdf" in str(told.value)
    assert told.value.remedy


def test_a_file_that_vanished(opened, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        opened(tmp_path / "gone.jpg")


def test_a_folder(opened, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="folder"):
        opened(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(opened, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError, match="pipe"):
        opened(tmp_path / "pipe")


def test_a_file_without_permission(opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.jpg"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Raised by hand: permissions do not bind the administrator, who may run these tests.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError, match="permission"):
        opened(path)


def test_an_office_file_is_called_by_name(opened) -> None:
    with pytest.raises(UnsupportedTypeError, match="Office"):
        opened(b"PK\x03\x04" + bytes(100))


def test_a_file_of_zeros(opened) -> None:
    with pytest.raises(DamagedFileError, match="zeros"):
        opened(bytes(100))


def test_a_file_beyond_the_byte_limit(opened, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as stream:
        stream.truncate(2_500_000)
    with pytest.raises(TooLargeError, match="2 MB"):
        opened(path, max_file_megabytes=1)


def test_the_content_and_not_the_name_decides_and_the_lie_is_noted(opened, encoded) -> None:
    with opened(encoded(Image.new("RGB", (20, 10)), "JPEG"), name="scan.pdf") as source:
        assert source.media_type == "image/jpeg"
        assert source.notes and ".pdf" in source.notes[0]


def test_a_name_that_is_no_text_can_be_told(opened) -> None:
    with pytest.raises(BadInputError) as told:
        opened(b"", name="caf\udce9\n.jpg")
    str(told.value).encode()
    assert "\n" not in str(told.value)


def test_a_source_closes_its_file(opened, encoded, tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(encoded(Image.new("L", (20, 10)), "PNG"))
    with opened(path) as source:
        source.load(0)
    source.close()
    path.unlink()


@pytest.mark.parametrize("index", [-1, 1])
def test_asking_for_a_page_that_is_not_there_is_a_mistake_of_the_program(opened, encoded, index: int) -> None:
    with opened(encoded(Image.new("L", (20, 10)), "PNG")) as source, pytest.raises(IndexError):
        source.load(index)
