import gc
import re

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QToolButton

from desktop.style import DARK, LIGHT, Icons, icons
from desktop.style.icons import FOLDER, MIRRORED, names


@pytest.mark.parametrize("name", names())
def test_every_icon_is_drawn_by_the_same_rules(name):
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"' in drawing
    assert set(re.findall(r"#\w+", drawing)) == {"#000000"}


@pytest.mark.parametrize("name", names())
def test_every_icon_shows_something_within_its_square(qapp, name):
    image = Icons(LIGHT).pixmap(name, 48).toImage()
    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 60]
    assert len(inked) > 15
    edges = {0, 47}
    assert not any(x in edges or y in edges for x, y in inked)


def test_an_icon_has_the_colour_of_the_palette(qapp):
    image = Icons(DARK).pixmap("check", 48, "wrong").toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {QColor(DARK.wrong).name()}


def test_what_points_along_the_line_is_mirrored_and_what_does_not_is_not(qapp):
    def same(name):
        plain = Icons(LIGHT).pixmap(name, 32).toImage()
        return plain == Icons(LIGHT, mirrored=True).pixmap(name, 32).toImage()

    assert not same("chevron-forward")
    assert same("search")
    assert same("play")
    assert set(names()) >= MIRRORED


def test_a_disabled_icon_is_paler(qapp):
    icon = Icons(LIGHT).icon("trash")
    assert icon.pixmap(24).toImage() != icon.pixmap(24, QIcon.Mode.Disabled).toImage()


@pytest.fixture
def drawn(monkeypatch):
    """Sizes of the drawings that were made."""
    made, draw = [], icons._draw

    def noted(name, ink, *, size, **rest):
        made.append(size)
        return draw(name, ink, size=size, **rest)

    monkeypatch.setattr(icons, "_draw", noted)
    return made


def test_an_icon_is_drawn_when_it_is_seen_once_for_each_size(qapp, drawn):
    icon = Icons(LIGHT).icon("trash")
    assert not icon.isNull()
    assert drawn == []
    assert icon.pixmap(24).size() == QSize(24, 24)
    icon.pixmap(24)
    assert drawn == [24]


def test_an_icon_is_as_sharp_as_the_screen(qapp, drawn):
    icon = Icons(LIGHT).icon("trash")
    pixmap = icon.pixmap(QSize(20, 20), 1.5)
    assert pixmap.size() == QSize(30, 30)
    assert pixmap.deviceIndependentSize() == QSize(20, 20)
    assert drawn == [30]


def test_an_icon_lies_in_the_middle_of_its_place(qapp):
    canvas = QImage(60, 30, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    Icons(LIGHT).icon("trash").paint(painter, QRect(0, 0, 60, 30))
    painter.end()
    inked = [x for x in range(60) for y in range(30) if canvas.pixelColor(x, y).alpha()]
    assert 15 <= min(inked) <= max(inked) < 45


def test_an_icon_that_qt_copies_and_changes_draws_on(qapp):
    icon = Icons(LIGHT).icon("trash")
    other = QIcon(icon)
    other.setIsMask(True)
    plain = icon.pixmap(24).toImage()
    del icon
    assert other.pixmap(24).toImage() == plain


def test_an_icon_is_drawn_after_the_look_is_gone_for_as_long_as_qt_has_it(qapp):
    look = Icons(LIGHT)
    button = QToolButton()
    button.setIcon(look.icon("trash"))
    before = button.grab().toImage()
    del look
    gc.collect()
    assert button.grab().toImage() == before
    assert not button.icon().pixmap(37).isNull()
    button.deleteLater()
