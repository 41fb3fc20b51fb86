"""A library on a disk without any room left is opened all the same: the ballast makes the room."""

import subprocess

import pytest

from engine.errors import DiskFullError
from engine.library import NewDocument, Protection, create_library, open_library
from engine.settings import LibrarySettings

SETTINGS = LibrarySettings(ballast_megabytes=1)


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def full(small_disk):
    """A library whose disk was filled to the last byte by something else."""
    folder = small_disk / "library"
    made = create_library(folder, protection=Protection(encrypted=True, keyring=False), settings=SETTINGS)
    with made.library as library:
        library.documents.add(NewDocument("form.jpg", "image/jpeg", 1, b"content"))
    with (small_disk / "other").open("wb", buffering=0) as other, pytest.raises(OSError, match="No space"):
        while True:
            other.write(b"x" * 4096)
    return folder


def test_the_ballast_is_given_up_and_everything_is_there(full):
    with open_library(full, settings=SETTINGS) as library:
        assert [document.name for document in library.documents.find()] == ["form.jpg"]
        assert library.check().sound
    assert not (full / "ballast").exists()


def test_without_ballast_it_says_that_the_disk_is_full(full, small_disk):
    (full / "ballast").unlink()
    with (small_disk / "more").open("wb", buffering=0) as more, pytest.raises(OSError, match="No space"):
        while True:
            more.write(b"x" * 4096)
    with pytest.raises(DiskFullError):
        open_library(full, settings=SETTINGS)
