import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import ACTIONS, ActionSet, Need
from desktop.style import ThemeChoice


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(theme, choices, window):
    return ActionSet(ACTIONS, theme, choices, window)


def test_an_action_that_nobody_handles_is_not_shown(actions):
    assert not actions["add.files"].isVisible()
    actions.handle("add.files", lambda: None)
    assert actions["add.files"].isVisible()
    assert actions["add.files"].isEnabled()


def test_an_action_can_be_chosen_when_all_that_it_needs_is_there(actions):
    actions.handle("document.rename", lambda: None)
    assert not actions["document.rename"].isEnabled()
    actions.set_context({Need.ONE})
    assert not actions["document.rename"].isEnabled()
    actions.add_context(add=[Need.NOT_TRASH])
    assert actions["document.rename"].isEnabled()


def test_the_last_handler_is_called_and_goes_with_its_object(qtbot, actions):
    told = []

    class Owner(QObject):
        def do(self):
            told.append("owner")

    actions.handle("go.search", lambda: told.append("first"))
    owner = Owner()
    actions.handle("go.search", owner.do)
    actions["go.search"].trigger()
    owner.deleteLater()
    qtbot.wait(1)
    actions["go.search"].trigger()
    assert told == ["owner", "first"]


def test_keys_can_be_changed_taken_away_and_put_back(actions, choices, theme, window):
    assert actions.set_keys("document.export", QKeySequence("Ctrl+Alt+E")) is None
    assert actions["document.export"].shortcuts() == [QKeySequence("Ctrl+Alt+E")]
    again = ActionSet(ACTIONS, theme, choices, window)
    assert again["document.export"].shortcuts() == [QKeySequence("Ctrl+Alt+E")]
    assert actions.set_keys("document.export", QKeySequence()) is None
    assert actions["document.export"].shortcuts() == []
    assert actions.set_keys("document.export", None) is None
    assert actions["document.export"].shortcuts() == [QKeySequence("Ctrl+E")]


def test_keys_that_another_action_has_are_refused_with_its_name(actions):
    conflict = actions.set_keys("document.export", QKeySequence("Ctrl+O"))
    assert conflict.action == "add.files"
    assert actions["document.export"].shortcuts() == [QKeySequence("Ctrl+E")]


def test_the_main_menu_holds_what_is_handled_and_nothing_else(actions, window):
    actions.handle("add.files", lambda: None)
    actions.handle("window.lock", lambda: None)
    menu = QMenu(window)
    actions.main_menu(menu)
    assert [each.text() for each in menu.actions()] == ["Add", "Sanduku"]


def test_words_follow_the_language(actions, translation):
    translation.use("fr")
    actions.retranslate()
    assert actions.text("add.files") == "Ajouter des fichiers"
    assert "Ctrl+O" in actions["add.files"].toolTip()


def test_an_icon_is_drawn_when_its_action_is_first_asked_for(monkeypatch, theme, choices, window):
    asked, icon = [], theme.icons.icon
    monkeypatch.setattr(theme.icons, "icon", lambda *what: asked.append(what) or icon(*what))
    made = ActionSet(ACTIONS, theme, choices, window)
    assert asked == []
    assert not made["document.trash"].icon().isNull()
    assert made["document.trash"]
    assert asked == [("trash", "wrong")]


def test_an_action_in_a_menu_has_its_icon_and_takes_it_anew_with_the_look(theme, actions, window):
    actions.handle("window.lock", lambda: None)
    menu = actions.fill(QMenu(window), ["window.lock"])
    entry = menu.actions()[-1]
    before = entry.icon().pixmap(24).toImage()
    theme.apply(ThemeChoice.DARK, 100)
    assert not entry.icon().isNull()
    assert entry.icon().pixmap(24).toImage() != before


def test_naming_a_handler_touches_no_other_action(monkeypatch, actions):
    touched = []
    monkeypatch.setattr(actions, "_set_states", lambda names: touched.extend(names))
    actions.handle("go.search", lambda: None)
    assert touched == ["go.search"]


def test_of_several_views_the_one_that_is_seen_does_what_an_action_says(qtbot, actions, window):
    done = []

    class Front(QWidget):
        def undo(self):
            done.append(self.objectName())

    views = [Front(window), Front(window)]
    for name, view in zip(("first", "second"), views, strict=True):
        view.setObjectName(name)
        actions.handle("edit.undo", view.undo)
    actions.set_context({Need.UNDO})
    window.show()
    views[1].hide()
    actions["edit.undo"].trigger()
    views[0].hide()
    views[1].show()
    actions["edit.undo"].trigger()
    assert done == ["first", "second"]
