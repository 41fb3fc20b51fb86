"""What holds in every view and dialog: names for screen readers, and a page that is never mirrored."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)  # fmt: skip

from desktop.check.canvas import PageCanvas
from tests.desktop.journeys.every_view import SIGHTS, seen

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QAbstractSlider, PageCanvas,
)  # fmt: skip


@pytest.fixture
def person(open_window, filled):
    made = open_window(filled)
    made.window.resize(1024, 640)
    return made


def walk(qtbot, person):
    """Yield the name of everything that a person can see, and the widget; dialogs are closed again."""
    for sight in SIGHTS:
        top = seen(person, sight)
        qtbot.wait(60)
        yield sight.name, top
        if sight.dialog:
            top.reject()
            qtbot.wait(1)


def controls(top):
    return [
        each
        for each in top.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        # The heading of a table is a part of the table, which has a name, as has each of its columns.
        and not isinstance(each, QScrollBar | QHeaderView)
        # The parts that Qt puts into a field or a bar of tabs say what the whole says.
        and not isinstance(each.parent(), QLineEdit | QAbstractSpinBox | QComboBox | QTabBar)
        and not (each.parent() and isinstance(each.parent().parent(), QComboBox))
    ]


def told(widget):
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"


def test_every_control_says_what_it_is(qtbot, person):
    nameless = [
        f"{name}: {told(each)}"
        for name, top in walk(qtbot, person)
        for each in controls(top)
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_arabic_mirrors_the_window_and_not_the_page(qtbot, person, translation, theme):
    _check = next(each for each in SIGHTS if each.name == "checking")
    seen(person, _check)
    rail, stack = person.frame.rail, person.frame.stack
    assert rail.x() < stack.mapTo(person.frame, stack.rect().topLeft()).x()
    canvas = person.view.canvas
    canvas.fit_page()
    quad = person.view.hand.rows[0].line.quad
    before = [canvas.mapFromScene(*point) for point in quad.points]
    translation.use("ar")
    theme.again()
    qtbot.wait(80)
    canvas.fit_page()
    after = [canvas.mapFromScene(*point) for point in quad.points]
    assert rail.x() > stack.mapTo(person.frame, stack.rect().topLeft()).x()
    assert (before[0].x() < before[1].x()) == (after[0].x() < after[1].x())
