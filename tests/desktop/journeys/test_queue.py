"""What waits is paused, put into another order, left out, and tried again."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.queue.drawer import PROBLEMS
from desktop.queue.lists import QueueList
from engine.library import JobState
from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.person import READING_PATIENCE

NAMES = ("receipt.jpg", "consent-form.png", "phone-photo.jpg")


@pytest.fixture
def waiting(open_window, empty, samples):
    """Somebody before the open drawer, in which three documents wait and nothing is read."""
    person = open_window(empty)
    for number, name in enumerate(NAMES, start=1):
        person.drops([samples / name])
        person.waits_until(lambda number=number: len(line_up(empty)) == number)
    person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.waiting.model.rowCount() == len(NAMES))
    return person


def line_up(door):
    """Names of what waits, in the order in which it is read."""

    def look(library):
        jobs = library.jobs.find((JobState.QUEUED,), task="read")
        return [library.documents.get(job.document_id).name for job in jobs]

    return with_library(door, look)


def shown(person):
    model = person.drawer.waiting.model
    return [row.name for row in model.rows]


@pytest.fixture
def drops_at(monkeypatch):
    """Where a drag ends: row of the list. The platform of the tests has no drag of its own from there on."""
    ends = []

    def starts(view, _actions):
        data = view.model().mimeData(view.selectedIndexes())
        view.model().dropMimeData(data, Qt.DropAction.MoveAction, ends.pop(), 0, QModelIndex())

    monkeypatch.setattr(QueueList, "startDrag", starts, raising=False)
    return ends


def test_what_waits_is_dragged_to_where_it_shall_be_read(qtbot, drops_at, waiting, empty):
    person = waiting
    assert line_up(empty) == list(NAMES)
    view = person.drawer.waiting.list
    drops_at.append(0)
    start, end = (view.visualRect(view.model().index(row, 0)).center() for row in (2, 0))
    person.drags(view.viewport(), start, end)
    assert drops_at == [], "nothing was dragged"
    wanted = [NAMES[2], NAMES[0], NAMES[1]]
    person.waits_until(lambda: line_up(empty) == wanted and shown(person) == wanted)


def test_what_waits_is_put_into_another_order_by_keys(qtbot, waiting, empty):
    person = waiting
    person.clicks_row(person.drawer.waiting.list, 2)
    person.presses("Alt+Up")
    person.waits_until(lambda: line_up(empty) == [NAMES[0], NAMES[2], NAMES[1]])
    person.waits_until(lambda: shown(person) == line_up(empty))
    person.presses("Alt+Home")
    person.waits_until(lambda: line_up(empty) == [NAMES[2], NAMES[0], NAMES[1]])


def test_what_shall_not_be_read_is_left_out_and_taken_back(qtbot, waiting, empty):
    person = waiting
    person.clicks_row(person.drawer.waiting.list, 1)
    person.chooses("queue.cancel")
    person.reads("1 page will not be read")
    person.waits_until(lambda: shown(person) == [NAMES[0], NAMES[2]])
    assert line_up(empty) == [NAMES[0], NAMES[2]]
    person.clicks(person.frame.toasts.current.button)
    person.waits_until(lambda: sorted(line_up(empty)) == sorted(NAMES))


def test_a_pause_outlasts_the_window_and_what_waits_is_read_when_somebody_goes_on(
    qtbot, open_window, waiting, empty
):
    person = waiting
    for row in (2, 1):
        person.clicks_row(person.drawer.waiting.list, row)
        person.chooses("queue.cancel")
        person.waits_until(lambda row=row: len(shown(person)) == row)
    person.clicks(person.drawer.pause)
    person.waits_until(lambda: with_library(empty, lambda library: library.jobs.paused))
    person.window.close()

    person = open_window(empty, reads=True)
    person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.isVisible() and person.drawer.pause.text() == "Go on reading")
    assert line_up(empty) == [NAMES[0]]
    person.clicks(person.drawer.pause)
    person.waits_until(
        lambda: with_library(empty, lambda library: library.jobs.progress()).done == 1,
        patience=READING_PATIENCE,
    )
    person.waits_until(lambda: person.drawer.pages.currentWidget() is person.drawer.empty)


def test_what_could_not_be_read_is_told_and_tried_again_when_it_is_mended(
    qtbot, open_window, empty, samples, tmp_path
):
    person = open_window(empty)
    person.drops([samples / "receipt.jpg"])
    person.waits_until(lambda: line_up(empty) == ["receipt.jpg"])

    def original(library):
        document = next(iter(library.documents.find()))
        return library.files.path(document.sha256)

    file = with_library(empty, original)
    file.rename(tmp_path / "away")
    person.window.close()

    person = open_window(empty, reads=True)
    person.waits_until(
        lambda: with_library(empty, lambda library: library.documents.shelves()).problems == 1,
        patience=READING_PATIENCE,
    )
    person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.problems.count == 1)
    person.drawer.tabs.setCurrentIndex(PROBLEMS)
    card = person.drawer.problems.cards
    said = " ".join(each.text() for each in card.findChildren(QAbstractButton))
    assert "Try again" in said
    (tmp_path / "away").rename(file)
    again = next(each for each in card.findChildren(QAbstractButton) if each.text() == "Try again")
    person.clicks(again)
    person.waits_until(
        lambda: with_library(empty, lambda library: library.jobs.progress()).done == 1,
        patience=READING_PATIENCE,
    )
    person.waits_until(lambda: person.drawer.problems.count == 0)
