"""A sample that real models read while the check view is open, and a box of it that they read again."""

import pytest
from PySide6.QtCore import Qt

from desktop.access import ReadingWork
from desktop.check.region_verbs import WAYS
from engine.intake import Intake
from engine.library import JobState, ReviewState
from tests.desktop.elsewhere import with_library

LONG = 90_000


@pytest.fixture
def working(qtbot, ready_places, door):
    made = ReadingWork(door)
    yield made
    made.close()


@pytest.mark.timeout(240)
def test_a_sample_is_read_corrected_read_again_in_part_and_approved(
    qtbot, ready_places, door, make_view, samples, working
):
    take = samples / "receipt.jpg"
    document = with_library(door, lambda library: Intake(library, door.settings.pages).take(take).document_id)
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: view.hand.page is not None)
    assert view.stack.currentWidget() is view.waiting
    qtbot.waitUntil(lambda: len(view.hand.rows) > 5 and view.hand.image is not None, timeout=LONG)
    assert view.stack.currentWidget() is view.canvas

    with_library(door, lambda library: library.jobs.pause())
    view.canvas.line_activated.emit(0)
    text = view.hand.row.text
    view.regions.ask(next(way for way in WAYS if way.engine == "tesseract"))
    qtbot.waitUntil(
        lambda: view.regions.proposal is not None and view.regions.proposal.state is JobState.DONE,
        timeout=LONG,
    )
    assert view.regions.proposal.line.engine == "tesseract"
    view.card.proposal.drop.click()
    qtbot.waitUntil(lambda: view.regions.proposal is None)
    assert view.hand.row.text == text

    view.canvas.line_activated.emit(1)
    view.strip.field.selectAll()
    qtbot.keyClicks(view.strip.field, "A line that I read better")
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.hand.rows[1].text == "A line that I read better")
    view.desk.approve()
    if view.hand.unseen:
        view.desk.approve()
    qtbot.waitUntil(
        lambda: (
            with_library(door, lambda library: library.documents.get(document).review.state)
            is ReviewState.APPROVED
        )
    )
