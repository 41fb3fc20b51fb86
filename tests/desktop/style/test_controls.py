"""What the style sheet draws of controls: pictures in the palette's colours, sizes that follow the text."""

import re

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox

from desktop.style import DARK, HIGH_CONTRAST, LIGHT, ThemeChoice
from desktop.style.palettes import contrast
from desktop.style.sheet import CONTROLS, palette_name, style_sheet

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "contrast"])
INKS = {"arrow-down": "text", "arrow-up": "text", "tick": "on_accent", "dot": "on_accent"}
CHOICES = pytest.mark.parametrize(
    "choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST], ids=str
)


@PALETTES
@pytest.mark.parametrize("name", INKS)
def test_a_picture_has_the_ink_of_its_palette(colours, name):
    drawing = (CONTROLS / f"{name}-{palette_name(colours)}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"#\w+", drawing)) == {getattr(colours, INKS[name])}


@PALETTES
def test_every_picture_that_the_sheet_names_is_there(colours):
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(colours, 16))
    assert len(set(named)) == len(INKS)
    assert all(CONTROLS.joinpath(each).is_file() for each in named)


def shot(widget, qtbot) -> QImage:
    qtbot.addWidget(widget)
    widget.show()
    return widget.grab().toImage()


@CHOICES
def test_a_box_to_tick_is_seen_and_so_is_its_tick(qtbot, theme, choice):
    theme.apply(choice, 100)
    box = QCheckBox()
    empty = shot(box, qtbot)
    inks = {empty.pixelColor(x, empty.height() // 2).name() for x in range(empty.width())}
    ground = QColor(theme.colours.window).name()
    assert max(contrast(ink, ground) for ink in inks) >= 3
    box.setChecked(True)
    ticked = box.grab().toImage()
    seen = {ticked.pixelColor(x, y).name() for x in range(ticked.width()) for y in range(ticked.height())}
    assert {theme.colours.accent, theme.colours.on_accent} <= seen


@pytest.mark.parametrize("make", [QComboBox, QSpinBox, QLineEdit, QPushButton, QCheckBox])
def test_a_field_shows_where_the_keyboard_is_and_keeps_its_size(qtbot, theme, make):
    field = make()
    without = shot(field, qtbot)
    size = field.sizeHint()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    focused = field.grab().toImage()
    assert focused != without
    assert field.sizeHint() == size


@CHOICES
def test_arrows_grow_with_the_text(qtbot, theme, choice):
    def arrow() -> int:
        field = QComboBox()
        image = shot(field, qtbot)
        right = range(image.width() - image.height(), image.width() - 4)
        ink = QColor(theme.colours.text).rgb()
        return sum(image.pixel(x, y) == ink for x in right for y in range(4, image.height() - 4))

    theme.apply(choice, 100)
    small = arrow()
    theme.apply(choice, 200)
    assert arrow() > 1.5 * small > 0
