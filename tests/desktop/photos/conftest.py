"""A window over photos, a tiny model that compares them with words, and workers that can open it."""

import io
import shutil

import pytest
from PIL import Image

from tests.desktop.asking.conftest import door, readers
from tests.desktop.check import readings
from tests.desktop.elsewhere import with_library

__all__ = ["door", "readers"]

NAMES = ("flooded road.png", "people at a well.png", "tents.png")


@pytest.fixture
def photos(door, monkeypatch) -> dict[str, str]:
    """Three documents with pictures as readers keep them, by name; the last has two pages."""
    drawn = readings.picture

    def as_jpeg(lines) -> bytes:
        kept = io.BytesIO()
        Image.open(io.BytesIO(drawn(lines))).convert("RGB").save(kept, "JPEG")
        return kept.getvalue()

    monkeypatch.setattr(readings, "picture", as_jpeg)
    form = readings.form()

    def fill(library) -> dict[str, str]:
        pages = ((form,), (form[:2],), (form[:3], form[3:]))
        return {name: readings.add(library, name, *page) for name, page in zip(NAMES, pages, strict=True)}

    return with_library(door, fill)


@pytest.fixture
def clip(places, samples):
    """A tiny model with random numbers in it: what it finds is nonsense, how it finds is not."""
    shutil.copytree(samples / "image_text" / "clip", places.packs / "tiny-clip")
