import re

import pytest
from PySide6.QtGui import QColor, QIcon

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


def test_an_icon_is_drawn_once_and_only_for_the_screens_there_are(qapp, monkeypatch):
    drawn, draw = [], icons._draw

    def noted(drawing, size, sharpness, **rest):
        drawn.append((size.width(), sharpness))
        return draw(drawing, size, sharpness, **rest)

    monkeypatch.setattr(icons, "_draw", noted)
    look = Icons(LIGHT)
    look.icon("trash")
    look.icon("trash")
    assert sorted(drawn) == sorted([(size, 1.0) for size in icons.SIZES] * 2)
