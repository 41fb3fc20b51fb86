"""What was still to be added when the window closed is asked about before, and offered afterwards."""

import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from desktop.window.shell import ShellWindow
from engine.intake import Intake
from engine.library import LeftFiles
from tests.desktop.elsewhere import with_library


@pytest.fixture
def make_frame(qtbot, door, theme, choices, translation):
    """Opens the window's content over the library."""
    made = []

    def make(**options):
        frame = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False, **options)
        frame.show()
        made.append(frame)
        return frame

    yield make
    for frame in made:
        frame.close_all()
        frame.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def interrupted(door, small_samples):
    """Two files were not added when the library was closed."""
    with_library(door, lambda library: library.left.keep("before", small_samples))


def left(door):
    return with_library(door, lambda library: library.left.all())


def count(door):
    return with_library(door, lambda library: library.documents.count())


def press(question: QMessageBox, words: str) -> None:
    next(each for each in question.buttons() if each.text() == words).click()


def asked(qtbot, frame):
    qtbot.waitUntil(lambda: frame.left_over.question is not None)
    return frame.left_over.question


def test_after_a_start_they_are_offered_and_taken_in_where_wanted(qtbot, door, interrupted, make_frame):
    frame = make_frame()
    question = asked(qtbot, frame)
    assert question.text() == "2 files or folders were not added to the end."
    with qtbot.waitSignal(frame.importing.finished):
        press(question, "Go on adding")
    assert (count(door), left(door)) == (2, [])
    assert frame.left_over.question is None


def test_later_leaves_them_for_the_next_start_and_no_forgets_them(qtbot, door, interrupted, make_frame):
    frame = make_frame()
    press(asked(qtbot, frame), "Later")
    assert len(left(door)) == 1
    frame = make_frame()
    press(asked(qtbot, frame), "Do not add them")
    qtbot.waitUntil(lambda: left(door) == [])
    assert count(door) == 0


def test_after_the_lock_they_go_on_by_themselves(qtbot, door, interrupted, make_frame):
    frame = make_frame(goes_on=True)
    qtbot.waitUntil(lambda: count(door) == 2 and left(door) == [])
    assert frame.left_over.question is None


def test_what_is_dropped_before_the_library_told_what_is_left_is_no_left_over(
    qtbot, door, make_frame, small_samples, monkeypatch
):
    kept, go_on, told = threading.Event(), threading.Event(), []
    keep, look, take = LeftFiles.keep, LeftFiles.all, Intake.take

    def keeps(self, batch, paths):
        keep(self, batch, paths)
        kept.set()

    def looks(self):
        assert kept.wait(60)
        return look(self)

    def takes(self, *arguments, **options):
        assert go_on.wait(60)
        return take(self, *arguments, **options)

    monkeypatch.setattr(LeftFiles, "keep", keeps)
    monkeypatch.setattr(LeftFiles, "all", looks)
    monkeypatch.setattr(Intake, "take", takes)
    frame = make_frame()
    with qtbot.waitSignal(frame.importing.finished):
        frame.importing.take(small_samples)
        frame.access.do(lambda library: len(library.left.all()), told.append, owner=frame)
        qtbot.waitUntil(lambda: bool(told))
        assert told == [1]  # It stands in the list, and was listed before for the question.
        assert frame.left_over.question is None
        go_on.set()
    assert (count(door), left(door)) == (2, [])


def test_the_window_asks_before_it_closes_on_files_that_are_not_added(
    qtbot, door, make_frame, choices, small_samples, samples, monkeypatch
):
    frame, go_on = make_frame(), threading.Event()
    began, take = threading.Event(), Intake.take

    def waits(self, *arguments, **options):
        began.set()
        assert go_on.wait(30)
        return take(self, *arguments, **options)

    monkeypatch.setattr(Intake, "take", waits)
    window = ShellWindow(choices, lambda: frame.left_over.may_close(window.close))
    window.closing.connect(go_on.set)
    window.show()
    frame.importing.take([*small_samples, samples / "situation-report.pdf"])
    qtbot.waitUntil(began.is_set)
    window.close()
    question = asked(qtbot, frame)
    assert question.text() == "2 files of 3 are not added yet."
    press(question, "Wait")
    assert window.isVisible()
    window.close()
    frame.importing._closing.set()  # as close_all does first
    press(asked(qtbot, frame), "Close anyway")
    assert not window.isVisible()
    frame.close_all()
    assert [each.paths[-1].name for each in left(door)] == ["situation-report.pdf"]
    window.deleteLater()


def test_a_window_with_nothing_to_add_closes_at_once(qtbot, make_frame):
    assert make_frame().left_over.may_close(lambda: None)
