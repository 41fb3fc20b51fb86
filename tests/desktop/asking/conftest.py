"""The check view with readers that can ask a tiny model: what it says is nonsense, how it comes is not."""

import io
import shutil

import pytest
from PIL import Image

from desktop.access import LibraryDoor, ReadingWork
from engine.library import Protection, create_library
from engine.settings import LibrarySettings, Settings, WorkerSettings, save_settings
from tests.desktop.check import readings
from tests.desktop.check.conftest import make_view, view
from tests.desktop.elsewhere import elsewhere, with_library

__all__ = ["make_view", "view"]


@pytest.fixture
def document(door, monkeypatch) -> str:
    """A form of one page, with a picture as readers keep it."""
    drawn = readings.picture

    def as_jpeg(lines) -> bytes:
        kept = io.BytesIO()
        Image.open(io.BytesIO(drawn(lines))).convert("RGB").save(kept, "JPEG")
        return kept.getvalue()

    monkeypatch.setattr(readings, "picture", as_jpeg)
    return with_library(door, lambda library: readings.add(library, "form.png", readings.form()))


@pytest.fixture
def door(qapp, places) -> LibraryDoor:
    """An empty library in the clear, and settings that workers read."""
    settings = Settings(
        library=LibrarySettings(ballast_megabytes=0, author="Amina"),
        worker=WorkerSettings(lease_seconds=5, idle_seconds=1, processes=1),
    )
    save_settings(settings, places.settings)

    def make() -> LibraryDoor:
        protection = Protection(encrypted=False, keyring=False)
        with create_library(places.library, protection=protection, settings=settings.library).library:
            return LibraryDoor(places.library, None, settings, places.settings)

    return elsewhere(make)


@pytest.fixture
def tiny_model(places, samples):
    """A tiny model with random numbers in it."""
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")


@pytest.fixture
def readers(door, ready_places):
    """Workers as the window starts them."""
    made = ReadingWork(door)
    yield made
    made.close()
