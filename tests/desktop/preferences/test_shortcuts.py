"""Keys can be changed; conflicts are told and can be resolved, and everything can be put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.actions import ACTIONS, ActionSet
from desktop.preferences.shortcuts import ShortcutsPage


@pytest.fixture
def actions(qapp, theme, choices, translation):
    window = QWidget()
    yield ActionSet(ACTIONS, theme, choices, window)
    window.deleteLater()


@pytest.fixture
def page(actions, theme):
    made = ShortcutsPage(actions, theme)
    made.show()
    yield made
    made.deleteLater()


def press(qtbot, page, key, *modifiers):
    held = Qt.KeyboardModifier.ControlModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(page.record, key, held)
    page.record.editingFinished.emit()


def test_every_action_is_in_the_table(page):
    assert page.model.rowCount() == len(ACTIONS)


def test_keys_are_recorded(qtbot, page, actions, choices):
    page.choose("document.export")
    press(qtbot, page, Qt.Key.Key_M)
    assert actions.keys("document.export") == [QKeySequence("Ctrl+M")]
    assert choices.shortcut("document.export") == "Ctrl+M"
    assert "Ctrl+M" in page.model.keys_text("document.export")


def test_a_conflict_is_told_and_changes_nothing_until_it_is_resolved(qtbot, page, actions):
    page.choose("document.tag")
    press(qtbot, page, Qt.Key.Key_E)
    assert "Export" in page.words.text() and page.take.isVisible()
    assert actions.keys("document.export") == [QKeySequence("Ctrl+E")]
    page.take.click()
    assert actions.keys("document.tag") == [QKeySequence("Ctrl+E")]
    assert actions.keys("document.export") == []
    assert not page.take.isVisible()


def test_one_is_reset_and_all_are(qtbot, page, actions):
    page.choose("document.tag")
    page.none.click()
    assert actions.keys("document.tag") == [] and page.reset.isEnabled()
    page.reset.click()
    assert actions.keys("document.tag") == [QKeySequence("Ctrl+T")]
    test_a_conflict_is_told_and_changes_nothing_until_it_is_resolved(qtbot, page, actions)
    page.reset_all.click()
    assert not any(page.model.changed(name) for name in page.model.names)
    assert not page.reset_all.isEnabled()


def test_actions_are_found_by_words_and_by_keys(page):
    page.search.setText("Ctrl+E")
    assert "document.export" in [
        page.model.names[page.proxy.mapToSource(page.proxy.index(row, 0)).row()]
        for row in range(page.proxy.rowCount())
    ]
    page.search.setText("tags")
    assert page.proxy.rowCount() == 1
