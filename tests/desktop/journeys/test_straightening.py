"""A page is turned and straightened: it is read so, its file stays as it was, and it is all taken back."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel

from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.person import READING_PATIENCE
from tests.desktop.journeys.test_checking import opens, texts, the


@pytest.fixture
def person(open_window, filled):
    """Somebody who checks the receipt, while a reader is at work."""
    made = open_window(filled, reads=True)
    opens(made, the(filled, "receipt.jpg"))
    return made


def in_force(door, document):
    return with_library(
        door, lambda library: library.readings.of_page(library.documents.pages(document)[0].id)
    )


def original_is_kept(door, document, file):
    def look(library):
        sha256 = library.documents.get(document).sha256
        return library.files.read(sha256)

    return with_library(door, look) == file.read_bytes()


def lies(picture):
    """Whether a page lies on its side."""
    size = picture.size()
    return size.width() > size.height()


def preview(person):
    """The picture beside the corners, as somebody who cannot see it finds it."""
    panel = person.view.canvas.mode.panel
    picture = next(each for each in panel.findChildren(QLabel) if each.accessibleName() == "How it will look")
    return picture.pixmap()


def test_a_page_is_turned_and_read_so_and_it_is_taken_back(qtbot, person, filled, samples):
    hand, document = person.view.hand, person.view.hand.facts.document.id
    before, words = hand.image.size(), texts(person)
    upright, turns = lies(hand.image), in_force(filled, document).as_read.rotation
    person.presses("Ctrl+Shift+Right")
    person.reads("Turned right")
    person.waits_until(
        lambda: in_force(filled, document).as_read.rotation == (turns + 1) % 4, patience=READING_PATIENCE
    )
    person.waits_until(lambda: not hand.page.being_read and lies(hand.image) is not upright)
    assert original_is_kept(filled, document, samples / "receipt.jpg")
    person.chooses("page.as-it-came")
    person.waits_until(
        lambda: hand.image.size() == before and texts(person) == words, patience=READING_PATIENCE
    )


def test_a_photo_is_straightened_by_its_corners_and_it_is_taken_back(qtbot, person, filled, samples):
    hand, canvas, document = person.view.hand, person.view.canvas, person.view.hand.facts.document.id
    before, words = hand.image.size(), texts(person)
    person.presses("Ctrl+Shift+K")
    person.waits_until(lambda: canvas.mode is not None and not preview(person).isNull())
    first = preview(person).toImage()

    # The two lower corners are dragged to the middle of the page: the upper half becomes the page.
    for corner, x in ((2, before.width()), (3, 0)):
        start = canvas.to_view(canvas.mode.corners[corner]).toPoint()
        end = canvas.to_view(QPointF(x, before.height() / 2)).toPoint()
        person.drags(canvas.viewport(), start, end)
    assert canvas.mode.corners[2].y() == pytest.approx(before.height() / 2, rel=0.02)
    person.waits_until(lambda: preview(person).toImage() != first)
    seen = preview(person).size()
    assert seen.width() / seen.height() == pytest.approx(2 * before.width() / before.height(), rel=0.1)
    person.clicks(canvas.mode.panel.apply)
    person.reads("Straightened")

    person.waits_until(
        lambda: in_force(filled, document).as_read.height < before.height() * 0.6, patience=READING_PATIENCE
    )
    person.waits_until(lambda: hand.image.height() < before.height() * 0.6)
    person.waits_until(lambda: 0 < len(hand.rows) < len(words))
    assert original_is_kept(filled, document, samples / "receipt.jpg")
    # Long after the message is gone, there is still a way back.
    person.chooses("page.as-it-came")
    person.waits_until(
        lambda: hand.image.size() == before and texts(person) == words, patience=READING_PATIENCE
    )
