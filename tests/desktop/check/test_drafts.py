import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.check.draft_writes import Place
from desktop.check.unfinished import Unfinished
from desktop.window.toasts import Toasts
from engine.errors import DiskFullError
from engine.library import AdjustmentError, LineDrafts
from tests.desktop.check.readings import line, read_queued
from tests.desktop.elsewhere import with_library

ROOT = Path(__file__).parents[3]

TYPES_AND_WAITS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from desktop.access import ImageStore, LibraryAccess, LibraryDoor
from desktop.actions import ACTIONS, ActionSet
from desktop.check.check_view import CheckView
from desktop.choices import Choices
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.settings import Settings

application = QApplication([])
door = LibraryDoor(Path(sys.argv[1]), None, Settings())
theme, choices, window = Theme(application), Choices(Path(sys.argv[1]).parent / "w.ini"), QWidget()
access = LibraryAccess(door)
view = CheckView(
    access, ImageStore(door), ActionSet(ACTIONS, theme, choices, window), theme, choices,
    Toasts(window, theme),
    threshold=0.9, leave=lambda: None, open_models=lambda: None, parent=window,
)
window.show()
view.opened(sys.argv[2])

def type_something():
    if not view.hand.rows:
        QTimer.singleShot(20, type_something)
        return
    view.canvas.line_activated.emit(1)
    view.strip.field.selectAll()
    QTest.keyClicks(view.strip.field, "Name: half ty")
    QTimer.singleShot(1000, lambda: print("typed", flush=True))

QTimer.singleShot(0, type_something)
application.exec()
"""


def drafts(door):
    return with_library(door, lambda library: [draft.text for draft in library.drafts.all()])


def begin(qtbot, view, text):
    view.canvas.line_activated.emit(1)
    view.strip.field.selectAll()
    qtbot.keyClicks(view.strip.field, text)


def reopened(qtbot, make_view, document):
    view = make_view()
    view.opened(document)
    qtbot.waitUntil(lambda: bool(view.hand.rows))
    return view


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_what_was_typed_a_second_ago_survives_the_death_of_the_window(door, document, tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", textwrap.dedent(TYPES_AND_WAITS), str(door.folder), document]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "typed\n"
        window.send_signal(signal.SIGKILL)
    assert drafts(door) == ["Name: half ty"]


def test_what_is_typed_is_kept_and_dropped_when_it_is_saved(qtbot, view, door):
    begin(qtbot, view, "Name: A")
    qtbot.waitUntil(lambda: drafts(door) == ["Name: A"])
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafts(door) == [])


def test_what_is_back_at_what_stands_needs_no_keeping(qtbot, view, door):
    begin(qtbot, view, "Name: A")
    qtbot.waitUntil(lambda: drafts(door) == ["Name: A"])
    begin(qtbot, view, "Name: Amina Hassan")
    qtbot.waitUntil(lambda: drafts(door) == [])


def test_leaving_the_view_keeps_what_was_begun_and_it_is_offered_again(
    qtbot, view, door, make_view, document
):
    begin(qtbot, view, "Name: half")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])
    again = reopened(qtbot, make_view, document)
    assert again.hand.rows[1].draft == "Name: half"
    assert any("You were typing here" in text for text in again.notices.texts)
    again.notices.buttons[0].click()
    assert again.strip.field.text() == "Name: half"
    qtbot.keyClick(again.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.hand.rows[1].text == "Name: half")
    assert again.notices.texts == []


def test_what_was_typed_can_be_dropped_for_good(qtbot, view, door, make_view, document):
    begin(qtbot, view, "Name: half")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])
    again = reopened(qtbot, make_view, document)
    again.notices.buttons[1].click()
    qtbot.waitUntil(lambda: drafts(door) == [] and again.notices.texts == [])
    assert again.hand.rows[1].text == "Name: Amina Hassan"


def test_what_was_typed_before_the_page_was_read_anew_is_put_where_a_person_says(
    qtbot, view, door, make_view, document
):
    begin(qtbot, view, "Name: half")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])

    def read_anew(library):
        library.jobs.read_again(document)
        read_queued(library, [[line("Other", 0), line("Nome: Amina", 1, 0.4)]], pipeline="test-2")

    with_library(door, read_anew)
    again = reopened(qtbot, make_view, document)
    assert any("before the page was read anew" in text for text in again.notices.texts)
    again.notices.buttons[0].click()
    assert again.strip.field.text() == "Name: half"
    qtbot.keyClick(again.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.hand.rows[1].text == "Name: half")
    qtbot.waitUntil(lambda: drafts(door) == [])


def test_a_line_that_was_being_added_is_offered_again(qtbot, view, door, make_view, document):
    from engine.geometry import Quad

    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClicks(view.strip.field, "Sex: F")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Sex: F"])
    again = reopened(qtbot, make_view, document)
    assert any("You were adding this line" in text for text in again.notices.texts)
    again.notices.buttons[0].click()
    again.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClick(again.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(row.text == "Sex: F" for row in again.hand.rows))
    assert drafts(door) == []


def test_two_lines_that_were_being_added_are_both_offered_again(qtbot, view, door, make_view, document):
    from engine.geometry import Quad

    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClicks(view.strip.field, "Sex: F")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Sex: F"])
    again = reopened(qtbot, make_view, document)
    again.canvas.box_drawn.emit(Quad.from_box(80, 340, 500, 370))
    qtbot.keyClicks(again.strip.field, "Age: 30")
    again.left()
    qtbot.waitUntil(lambda: sorted(drafts(door)) == ["Age: 30", "Sex: F"])


def test_typing_on_the_new_reading_of_a_page_keeps_what_was_typed_on_the_earlier_one(
    qtbot, view, door, make_view, document
):
    begin(qtbot, view, "Name: half")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])

    def read_anew(library):
        library.jobs.read_again(document)
        read_queued(library, [[line("Other", 0), line("Nome: Amina", 1, 0.4)]], pipeline="test-2")

    with_library(door, read_anew)
    again = reopened(qtbot, make_view, document)
    begin(qtbot, again, "Something else")
    qtbot.waitUntil(lambda: sorted(drafts(door)) == ["Name: half", "Something else"])
    qtbot.keyClick(again.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])
    qtbot.waitUntil(lambda: any("Name: half" in text for text in again.notices.texts))


def test_at_the_next_start_it_is_offered_to_go_on(qtbot, view, door, access, theme):
    begin(qtbot, view, "Name: half")
    view.left()
    qtbot.waitUntil(lambda: drafts(door) == ["Name: half"])
    opened = []
    toasts = Toasts(view, theme)
    unfinished = Unfinished(access, toasts, lambda name, argument: opened.append((name, argument)), view)
    qtbot.waitUntil(lambda: toasts.current is not None)
    assert "form.png" in toasts.current.words.text()
    toasts.current.button.click()
    assert opened == [("check", {"document": view.hand.facts.document.id, "page": 0, "line": "1"})]
    unfinished.deleteLater()


def test_what_cannot_be_saved_stays_in_the_field(qtbot, view, door, monkeypatch):
    from engine.library import Readings

    def refuse(*_arguments, **_options):
        raise AdjustmentError("The disk is full.", remedy="Free some space.")

    monkeypatch.setattr(Readings, "correct_line", refuse)
    begin(qtbot, view, "Name: B")
    qtbot.keyClick(view.strip.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.hand.current == 1 and view.hand.typing.text == "Name: B")
    assert "The disk is full." in view.window_toasts.current.words.text()


def test_what_could_not_be_kept_is_told_once_and_tried_again_by_itself(qtbot, view, door, monkeypatch):
    tries, told = [], []
    save = LineDrafts.save

    def full(self, *arguments, **options):
        tries.append(arguments)
        raise DiskFullError("The disk is full.", which=door.folder)

    monkeypatch.setattr(LineDrafts, "save", full)
    view.hand.lost.connect(told.append)
    writes = view.hand.typing.writes
    writes._retry.setInterval(20)
    begin(qtbot, view, "Name: A")
    qtbot.waitUntil(lambda: len(tries) >= 3)
    assert [error.code for error in told] == ["disk-full"]
    assert view.hand.typing.dirty and drafts(door) == []

    # Although no key is pressed any more, and the line is closed and opened again.
    view.hand.typing.end()
    view.canvas.line_activated.emit(1)
    assert view.strip.field.text() == "Name: A"
    monkeypatch.setattr(LineDrafts, "save", save)
    qtbot.waitUntil(lambda: drafts(door) == ["Name: A"])
    view.hand.typing.end(drop=True)
    qtbot.waitUntil(lambda: drafts(door) == [])


def test_what_is_typed_counts_as_kept_only_once_the_library_has_it(qtbot, view, door):
    begin(qtbot, view, "Name: A")
    typing = view.hand.typing
    place = Place(typing.page_id, typing.reading_id, typing.line_id)
    typing.keep()
    assert not typing.writes.is_kept(place, "Name: A")
    qtbot.waitUntil(lambda: typing.writes.is_kept(place, "Name: A"))
    assert drafts(door) == ["Name: A"]
