"""The halves of a page image: what they cost, how they look, and that none is made for nothing."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop.check.canvas.pyramid import PyramidMaker, halved, made, plain


def picture(width, height, form=QImage.Format.Format_RGB32):
    """White above, black below, so that bands that meet badly show."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    for y in range(height // 2, height):
        for x in (0, width // 2, width - 1):
            image.setPixelColor(x, y, QColor("#000000"))
    return image.convertToFormat(form)


def never():
    return False


def test_levels_are_halves_down_to_a_small_one():
    image = QImage(4000, 5600, QImage.Format.Format_RGB32)
    image.fill(QColor("#ddccbb"))
    pyramid = made(image, image.size(), never)
    assert [(level.width(), level.height()) for level in pyramid.levels] == [
        (4000, 5600), (2000, 2800), (1000, 1400), (500, 700),
    ]  # fmt: skip
    assert all(
        level.pixelColor(level.width() - 1, level.height() - 1) == QColor("#ddccbb")
        for level in pyramid.levels
    )


@pytest.mark.parametrize("size", [(301, 203), (1, 900), (900, 1), (2, 2), (1, 1)])
def test_odd_and_narrow_images_are_halved_too(size):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    half = halved(image, never)
    assert half.size() == QSize(max(1, size[0] // 2), max(1, size[1] // 2))
    assert half.pixelColor(half.width() - 1, half.height() - 1).lightness() == pytest.approx(128, abs=2)


@pytest.mark.parametrize("form", [QImage.Format.Format_Grayscale8, QImage.Format.Format_RGB888])
def test_bands_of_any_format_meet_without_a_seam(form, monkeypatch):
    monkeypatch.setattr("desktop.check.canvas.pyramid.BAND_PIXELS", 4 * 50 * 7)
    half = halved(picture(100, 200, form), never)
    plain_rows = {half.pixelColor(20, y).name() for y in range(half.height())}
    assert plain_rows == {"#ffffff"}
    dark = [half.pixelColor(0, y).lightness() < 200 for y in range(half.height())]
    assert dark == [False] * 50 + [True] * 50


def test_a_huge_page_is_kept_at_half_its_size():
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    pyramid = made(image, image.size(), never, most=100_000)
    assert pyramid.levels[0].size() == QSize(300, 200)
    assert pyramid.size == QSize(600, 400)


def test_the_level_is_the_smallest_that_need_not_be_enlarged():
    image = QImage(4000, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    pyramid = made(image, image.size(), never)
    assert pyramid.level(1.0).width() == 4000
    assert pyramid.level(0.5).width() == 2000
    assert pyramid.level(0.51).width() == 4000
    assert pyramid.level(3.0).width() == 4000
    assert pyramid.level(0.01).width() == pyramid.levels[-1].width()
    assert plain(image).level(0.01).width() == 4000


def test_nothing_more_is_made_once_nobody_wants_it():
    asked = []

    def stopped():
        asked.append(True)
        return len(asked) > 2

    image = QImage(4000, 5600, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    assert made(image, image.size(), stopped) is None
    assert len(asked) == 3


def test_only_the_latest_page_is_told(qtbot):
    maker = PyramidMaker()
    told = []
    maker.ready.connect(told.append)
    for width in (3000, 2900, 2800):
        image = QImage(width, 2000, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        maker.make(image, image.size())
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(50)
    assert [pyramid.size.width() for pyramid in told] == [2800]


def test_a_page_that_was_left_is_not_told(qtbot):
    maker = PyramidMaker()
    told = []
    maker.ready.connect(told.append)
    image = QImage(2000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    maker.make(image, image.size())
    maker.stop()
    qtbot.wait(100)
    assert told == []
