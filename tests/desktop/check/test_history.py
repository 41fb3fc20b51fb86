import pytest
from PySide6.QtCore import Qt

from desktop.check.canvas import Level
from desktop.check.history import MACHINE
from tests.desktop.elsewhere import with_library

NAME = 1


@pytest.fixture
def corrected(qtbot, view, door):
    page = view.hand.page.page.id

    def change(library):
        library.readings.correct_line(page, NAME, "Name: first", author="Amina")
        library.readings.correct_line(page, NAME, "Name: second", author="Joseph")

    with_library(door, change)
    qtbot.waitUntil(lambda: view.hand.rows[NAME].text == "Name: second")
    view.window_actions["check.history"].trigger()
    qtbot.waitUntil(lambda: bool(view.history.model.entries))
    return view


def told(view):
    return [(entry.author, entry.kind, entry.after) for entry in view.history.model.entries]


def test_the_history_tells_who_changed_what(corrected):
    assert told(corrected) == [
        ("Joseph", "text", "Name: second"), ("Amina", "text", "Name: first"), (MACHINE, "read", "")
    ]  # fmt: skip
    first = corrected.history.model.index(0)
    assert corrected.history.model.data(first) == "Corrected (stands now)"
    said = corrected.history.model.data(first, Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Joseph · ")


def test_the_history_of_a_line_begins_with_what_the_machine_read(qtbot, corrected):
    corrected.history.about.setCurrentIndex(1)
    qtbot.waitUntil(lambda: told(corrected)[-1] == (MACHINE, "read", "Name: Amina Hassan"))
    assert len(told(corrected)) == 3


def test_an_earlier_version_is_restored(qtbot, corrected):
    corrected.history.list.setCurrentIndex(corrected.history.model.index(1))
    assert corrected.history.restore.isEnabled()
    corrected.history.restore.click()
    qtbot.waitUntil(lambda: corrected.hand.rows[NAME].text == "Name: first")


def test_what_the_machine_read_is_restored_with_its_doubts(qtbot, corrected):
    corrected.history.about.setCurrentIndex(1)
    qtbot.waitUntil(lambda: told(corrected)[-1][2] == "Name: Amina Hassan")
    corrected.history.list.setCurrentIndex(corrected.history.model.index(2))
    corrected.history.restore.click()
    qtbot.waitUntil(lambda: corrected.hand.rows[NAME].text == "Name: Amina Hassan")
    assert corrected.hand.rows[NAME].level is Level.DOUBTFUL


def test_what_stands_cannot_be_restored(corrected):
    corrected.history.list.setCurrentIndex(corrected.history.model.index(0))
    assert not corrected.history.restore.isEnabled()


def test_a_deleted_line_is_brought_back(qtbot, view):
    view.window_actions["line.delete"].trigger()
    qtbot.waitUntil(lambda: len(view.hand.rows) == 5)
    view.window_actions["check.history"].trigger()
    qtbot.waitUntil(lambda: bool(view.history.model.entries))
    view.history.list.setCurrentIndex(view.history.model.index(0))
    assert view.history.restore.text() == "Bring the line back"
    view.history.restore.click()
    qtbot.waitUntil(lambda: len(view.hand.rows) == 6)


def test_approval_and_turning_are_in_the_history(qtbot, view, door):
    facts = view.hand.facts.document.id, view.hand.page.page.id

    def change(library):
        library.bulk.mark_problem([facts[0]], "blurred")
        library.bulk.approve([facts[0]])
        library.adjustments.set(facts[1], Adjustment(1))

    from engine.geometry import Adjustment

    with_library(door, change)
    view.window_actions["check.history"].trigger()
    qtbot.waitUntil(lambda: len(view.history.model.entries) == 4)
    assert [kind for _author, kind, _after in told(view)] == ["adjusted", "approved", "problem", "read"]
    assert told(view)[2][2] == "blurred"


def test_a_page_of_which_nothing_is_known_says_so(qtbot, view):
    view.hand.let_go()
    view.history.follow()
    assert view.history.model.rowCount() == 0
