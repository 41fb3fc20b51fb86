"""HEIC pictures, as phones make them."""

from pathlib import Path

HERE = Path(__file__).parent


def test_a_heic_is_upright_once_and_not_twice(loaded) -> None:
    page = loaded(HERE / "turned.heic")
    assert page.pixels.shape == (96, 64, 3)
    red, green, _ = page.pixels[10, -10]
    assert red > 150 and green < 80


def test_all_pictures_of_a_heic_are_pages(opened) -> None:
    with opened(HERE / "two.heic") as source:
        assert (source.media_type, source.page_count) == ("image/heif", 2)
        first, second = source.load(0), source.load(1)
    assert first.pixels[10, 10, 1] < 80 < second.pixels[10, 10, 1]
