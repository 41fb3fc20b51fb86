import os
import shutil

import pytest

from desktop import real_screen as screens
from desktop.real_screen import real_screen
from engine.errors import MissingDependencyError


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_screen_is_made_where_there_is_none_and_taken_away_again(no_screen):
    with real_screen():
        number = os.environ["DISPLAY"].removeprefix(":")
        assert os.path.exists(f"/tmp/.X11-unix/X{number}")  # noqa: PTH110 - where X keeps its sockets
        assert "QT_QPA_PLATFORM" not in os.environ
    assert "DISPLAY" not in os.environ


def test_the_screen_that_there_is_is_taken(no_screen, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7")
    with real_screen():
        assert os.environ["DISPLAY"] == ":7"
    assert os.environ["DISPLAY"] == ":7"


def test_without_a_screen_it_is_said_how_to_come_to_one(no_screen, monkeypatch):
    monkeypatch.setattr(screens.shutil, "which", lambda _name: None)
    with pytest.raises(MissingDependencyError) as told, real_screen():
        pass
    assert "apt-get install xvfb" in told.value.remedy
