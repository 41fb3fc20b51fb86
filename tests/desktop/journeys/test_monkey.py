"""Hundreds of senseless things leave no exception, no message of Qt, and a sound library."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop.access import LibraryDoor
from desktop.views import HOME, VIEWS
from engine.library import Protection, create_library
from tests.desktop.elsewhere import elsewhere, with_library
from tests.desktop.journeys.conftest import PASSPHRASE, SETTINGS
from tests.desktop.monkey import Monkey, Opener, fill, shell_over

STEPS = 350


@pytest.mark.qt_log_ignore("^This plugin does not support")
@pytest.mark.parametrize("seed", [1, 2])
def test_senseless_work_breaks_nothing(qtbot, settled_places, samples, theme, choices, translation, seed):
    def make():
        protection = Protection(passphrase=PASSPHRASE, keyring=False)
        made = create_library(settled_places.library, protection=protection, settings=SETTINGS.library)
        with made.library as library:
            fill(library, 12)
            return LibraryDoor(settled_places.library, library.data_key, SETTINGS, settled_places.settings)

    door = elsewhere(make)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "opened")
    QApplication.setQuitOnLastWindowClosed(False)
    choices.lock_after_minutes = 0
    choices.look_changed.connect(lambda: theme.apply(choices.theme, choices.text_scale))

    def use_language(language):
        translation.use(language)
        theme.again()

    try:
        monkey = Monkey(
            lambda: shell_over(door, VIEWS, HOME, theme, choices), choices, use_language, samples, seed=seed
        )
        monkey.run(STEPS)
        qtbot.wait(1)
    finally:
        QDesktopServices.unsetUrlHandler("file")
        QApplication.setQuitOnLastWindowClosed(True)
    assert monkey.done == STEPS
    words = with_library(door, lambda library: library.check().problems)
    assert words == (), "\n".join(monkey.trail)
