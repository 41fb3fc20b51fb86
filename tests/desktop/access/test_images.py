from pathlib import Path

import pytest

from desktop.access import ImageStore
from desktop.access.images import decoded
from engine.library import DamagedFileError
from tests.desktop.elsewhere import with_library


@pytest.fixture
def picture(door, samples: Path) -> str:
    return with_library(door, lambda library: library.files.put(samples / "receipt.jpg"))


def fetched(qtbot, images, sha256, **options):
    told = []
    images.fetch(sha256, told.append, told.append, **options)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def test_an_image_is_decoded_and_kept(qtbot, images, picture):
    assert images.kept(picture) is None
    image = fetched(qtbot, images, picture)
    assert image.width() > 100
    assert images.kept(picture) is image


def test_an_image_can_be_had_small(qtbot, images, picture):
    image = fetched(qtbot, images, picture, side=200)
    assert max(image.width(), image.height()) == 200


def test_two_that_ask_for_the_same_are_both_told(qtbot, images, picture):
    told = []
    for _ in range(2):
        images.fetch(picture, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)


def test_one_that_is_cancelled_is_not_told_and_the_other_is(qtbot, images, picture):
    told = []
    images.fetch(picture, lambda _image: told.append("first")).cancel()
    images.fetch(picture, lambda _image: told.append("second"))
    qtbot.waitUntil(lambda: told == ["second"])


def test_no_more_is_kept_than_was_allowed(qtbot, door, picture):
    store = ImageStore(door, cache_bytes=20_000)
    try:
        for side in (100, 120, 140, 160, 180, 200):
            fetched(qtbot, store, picture, side=side)
        assert store._held <= 20_000
        assert store.kept(picture, side=200) is not None
        assert store.kept(picture, side=100) is None
    finally:
        store.close()
    assert store.kept(picture, side=200) is None


def test_a_missing_image_is_told(qtbot, images):
    assert fetched(qtbot, images, "0" * 64).code == "library.file-missing"


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"\xff\xd8\xff\xe0" + bytes(50)], ids=["nothing", "a text", "a cut picture"]
)
def test_what_is_no_picture_is_told(data):
    with pytest.raises(DamagedFileError):
        decoded(data)
