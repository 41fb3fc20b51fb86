"""A library with work in it, and the window over it with the drawer open."""

import pytest

from tests.desktop.elsewhere import with_library

NAMES = ("receipt.jpg", "referral-letter.tif", "consent-form.png")


@pytest.fixture
def three(door, samples):
    """Ids of three documents that wait, the second with two pages."""
    from engine.intake import Intake

    def add(library):
        intake = Intake(library, door.settings.pages)
        return [intake.take(samples / name).document_id for name in NAMES]

    return with_library(door, add)


@pytest.fixture
def drawer(qtbot, three, frame):
    """The drawer, open, once it shows what waits."""
    frame.actions_set["queue.show"].trigger()
    made = frame.queue.drawer
    qtbot.waitUntil(lambda: len(made.waiting.model.rows) == 3)
    return made
