"""The settings are reached by keyboard, named, fit a small screen, and follow the language."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QSlider,
    QWidget,
)

from desktop.style import ThemeChoice
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QKeySequenceEdit, QLineEdit, QSlider,
)  # fmt: skip
PAGES = ("general", "reading", "models", "privacy", "keys", "advanced")


@pytest.fixture
def view(frame):
    frame.open_view("preferences")
    return frame.view


def test_the_rail_and_the_keys_lead_there(frame):
    frame.actions_set["window.settings"].trigger()
    assert frame.view.title() == "Settings"
    assert any(button.place.name == "settings" for button in frame.rail.buttons)


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name(view, page):
    view.opened(page)
    shown = view.current
    inner = (QComboBox, QAbstractSpinBox, QKeySequenceEdit, QLineEdit)
    nameless = [
        each
        for each in shown.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and not isinstance(each.parentWidget(), inner)
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        and each.objectName() != "qt_tableview_cornerbutton"
        and not type(each).__name__.endswith(("CornerButton", "HeaderView"))
    ]
    assert nameless == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_settings_fit_into_1024_by_640(frame, view, theme, translation, language, scale):
    translation.use(language)
    theme.apply(ThemeChoice.LIGHT, scale)
    assert frame.minimumSizeHint().width() <= 1024
    assert frame.minimumSizeHint().height() <= 640


def test_the_language_is_switched_from_the_page_and_seen_on_it(qtbot, frame, view, translation, choices):
    choices.language_changed.connect(translation.use)
    page = view.pages["general"]
    page.language.setCurrentIndex(page.language.findData("fr"))
    page.language.activated.emit(0)
    qtbot.waitUntil(lambda: page.heading.text() == "Général")
    assert view.list.item(1).text() == "Lecture"
    row = view.pages["reading"]._rows.rows["reading.second_opinion"]
    assert row.label.text() == "Deuxième avis"


def test_the_size_of_text_is_written_in_the_digits_of_the_language(qtbot, view, translation):
    page = view.pages["general"]
    assert page.scale.text() == "100 %"
    translation.use("ar")
    qtbot.waitUntil(lambda: page.scale.text().startswith("١٠٠ ٪"))
    translation.use("sw")
    qtbot.waitUntil(lambda: page.scale.text() == "100 %")


def test_look_and_size_hold_at_once_and_are_reset(view, choices):
    page = view.pages["general"]
    page.look.setCurrentIndex(page.look.findData("dark"))
    page.look.activated.emit(0)
    page.scale.setValue(150)
    assert (choices.theme, choices.text_scale) == (ThemeChoice.DARK, 150)
    page._look_row.reset.click()
    page._size_row.reset.click()
    assert (choices.theme, choices.text_scale) == (ThemeChoice.SYSTEM, 100)


def test_closing_the_library_stops_a_check_that_is_being_made(qtbot, door, theme, choices, translation):
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    made.open_view("preferences", "privacy")
    made.view.pages["privacy"].check.click()
    upkeep = made.view._upkeep
    assert upkeep.busy
    made.close_all()
    assert not upkeep.busy
    made.deleteLater()


def test_a_page_can_be_opened_by_name(frame):
    frame.open_view("preferences", "keys")
    assert frame.view.current.title() == "Keys"
