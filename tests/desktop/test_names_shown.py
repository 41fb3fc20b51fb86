"""Names of files and documents stand where the window's words begin, whatever their script."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from desktop.texts import name_text
from desktop.window.shell import ShellWindow

LATIN, ARABIC = "receipt 3.png", "قائمة.jpg"
SIDES = pytest.mark.parametrize("right_to_left", [False, True], ids=["left-to-right", "right-to-left"])


@SIDES
@pytest.mark.parametrize("name", [LATIN, ARABIC])
def test_a_name_of_any_script_is_drawn_at_the_side_where_words_begin(qtbot, name, right_to_left):
    label = QLabel(name_text(name, right_to_left=right_to_left))
    qtbot.addWidget(label)
    label.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet("background: white; color: black;")
    label.resize(600, 30)
    picture = label.grab().toImage()
    inked = [
        x
        for x in range(picture.width())
        if any(QColor(picture.pixel(x, y)).lightness() < 128 for y in range(picture.height()))
    ]
    middle = (inked[0] + inked[-1]) / 2
    assert (middle > picture.width() / 2) is right_to_left


def test_without_a_name_nothing_is_shown():
    assert name_text("", right_to_left=True) == ""


@SIDES
def test_an_arabic_name_in_the_title_does_not_swallow_what_follows_it(qtbot, choices, right_to_left):
    shell = ShellWindow(choices)
    qtbot.addWidget(shell)
    shell.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    shell.set_title(ARABIC)
    title = shell.windowTitle()
    assert title.startswith("\u200f" if right_to_left else "\u200e")
    assert title.endswith("\u2069 – Sanduku")
    shell.set_title("")
    assert shell.windowTitle() == "Sanduku"
