"""The check view by itself, over a library with readings that are made by hand."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryDoor
from desktop.actions import ACTIONS, ActionSet
from desktop.check.check_view import CheckView
from desktop.window.toasts import Toasts
from engine.library import Protection, create_library
from engine.settings import LibrarySettings, Places, Settings
from tests.desktop.check.readings import add, form
from tests.desktop.elsewhere import elsewhere, with_library


@pytest.fixture
def door(qapp, places: Places) -> LibraryDoor:
    """An empty library in the clear, which is quick to make; its encryption is tested elsewhere."""
    settings = Settings(library=LibrarySettings(ballast_megabytes=0, author="Amina"))

    def make() -> LibraryDoor:
        protection = Protection(encrypted=False, keyring=False)
        with create_library(places.library, protection=protection, settings=settings.library).library:
            return LibraryDoor(places.library, None, settings)

    return elsewhere(make)


@pytest.fixture
def document(door) -> str:
    """A form of one page, to be checked."""
    return with_library(door, lambda library: add(library, "form.png", form()))


@pytest.fixture
def make_view(qtbot, access, images, theme, choices, translation):
    """Makes a check view in a window of its own."""
    made = []

    def make(width: int = 1000, height: int = 640) -> CheckView:
        window = QWidget()
        window.resize(width, height)
        actions = ActionSet(ACTIONS, theme, choices, window)
        view = CheckView(
            access, images, actions, theme, choices, Toasts(window, theme),
            threshold=0.9, leave=lambda: made.append("left"),
            open_models=lambda: made.append("models"), parent=window,
        )  # fmt: skip
        view.resize(width, height)
        view.context_changed.connect(lambda: actions.set_context(view.context()))
        view.window_actions, view.window_toasts = actions, view.desk._tidings._toasts  # for tests
        window.show()
        made.append(window)
        return view

    yield make
    for window in made:
        if isinstance(window, QWidget):
            window.findChild(CheckView).left()
            window.close()
            window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def view(qtbot, make_view, document):
    """The check view with the form in it."""
    made = make_view()
    made.opened(document)
    qtbot.waitUntil(lambda: bool(made.hand.rows) and made.hand.image is not None)
    made.first_focus().setFocus()
    return made
