"""Files that somebody opened with the program wait for the library, and then go where they belong."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QDialog

from desktop.opened import OpenedFiles


@pytest.fixture
def window(monkeypatch):
    """What of an open library's window is asked, and what it was asked."""
    done, told = [], []

    class Page:
        busy = False

        def take_file(self, path, *, refused=None):
            self.busy = True
            done.append(("update", path))
            self.refused = refused

    page = Page()
    monkeypatch.setattr("desktop.opened.ProgramPage", Page)
    return SimpleNamespace(
        done=done,
        told=told,
        page=page,
        toasts=SimpleNamespace(show=lambda words, *, kind: told.append((kind, words))),
        adding=SimpleNamespace(add=lambda paths: done.append(("add", list(paths)))),
        sending=SimpleNamespace(join=lambda path: done.append(("join", path))),
        open_view=lambda name, argument: done.append((name, argument)),
        view=SimpleNamespace(pages={"program": page}),
    )


@pytest.fixture
def opened(qapp):
    parent = QObject()
    yield lambda *files: OpenedFiles([Path(each) for each in files], parent)
    parent.deleteLater()


def test_documents_are_added_together_when_the_library_is_open(opened, window):
    files = opened("/scans/a form.jpg", "/scans/b.PDF")
    assert window.done == []
    files.open_in(lambda: window)
    assert window.done == [("add", [Path("/scans/a form.jpg"), Path("/scans/b.PDF")])]


def test_they_are_added_once(opened, window):
    files = opened("/scans/a.jpg")
    files.open_in(lambda: window)
    files.open_in(lambda: window)
    assert len(window.done) == 1


def test_while_there_is_no_library_they_wait(opened, window):
    files = opened("/scans/a.jpg")
    files.open_in(lambda: None)
    files.open_in(lambda: window)
    assert window.done == [("add", [Path("/scans/a.jpg")])]


def test_an_invitation_is_looked_at_and_not_added(opened, window):
    opened("/stick/west.sanduku-team").open_in(lambda: window)
    assert window.done == [("join", Path("/stick/west.sanduku-team"))]


def test_an_update_is_shown_and_not_installed(opened, window):
    update = "/stick/sanduku-0.2.0-linux-x86_64.sanduku-update"
    opened(update).open_in(lambda: window)
    assert window.done == [("preferences", "program"), ("update", Path(update))]


def test_documents_beside_an_invitation_are_added_too(opened, window):
    opened("/stick/west.sanduku-team", "/stick/a.jpg").open_in(lambda: window)
    assert window.done == [("add", [Path("/stick/a.jpg")]), ("join", Path("/stick/west.sanduku-team"))]


def test_one_question_waits_for_the_other_and_none_is_dropped(opened, window, qtbot):
    first, second = "/stick/a-linux-x86_64.sanduku-update", "/stick/b-linux-x86_64.sanduku-update"
    files = opened(first, "/stick/west.sanduku-team", second)
    files.open_in(lambda: window)
    assert window.done == [("preferences", "program"), ("update", Path(first))]
    window.page.refused("It is broken.")
    assert window.told == [("warning", "It is broken.")], "the next one covers what stands on the page"
    window.page.busy = False
    qtbot.waitUntil(lambda: len(window.done) == 3)
    assert window.done[2] == ("join", Path("/stick/west.sanduku-team"))
    qtbot.waitUntil(lambda: len(window.done) == 5)
    assert window.done[4] == ("update", Path(second))
    assert window.page.refused is None, "the last one is told on the page"


def test_a_question_waits_while_a_person_answers_another(opened, window, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    files = opened("/stick/west.sanduku-team", "/stick/a.jpg")
    files.open_in(lambda: window)
    assert window.done == [("add", [Path("/stick/a.jpg")])]
    qtbot.wait(400)
    assert len(window.done) == 1
    dialog.reject()
    qtbot.waitUntil(lambda: len(window.done) == 2)
    assert window.done[1] == ("join", Path("/stick/west.sanduku-team"))


def test_what_a_second_start_hands_over_is_opened_too(opened, window):
    files = opened()
    files.open_in(lambda: window)
    files.take([Path("/scans/d.png")])
    assert window.done == [("add", [Path("/scans/d.png")])]


def test_files_that_macos_names_while_the_program_runs_are_opened_too(opened, window):
    files = opened()
    files.open_in(lambda: window)
    assert files.eventFilter(files, QFileOpenEvent(QUrl.fromLocalFile("/scans/c.png")))
    assert window.done == [("add", [Path("/scans/c.png")])]


@pytest.mark.parametrize("words", [["--help"]])
def test_the_command_line_says_that_it_takes_files(words, capsys, monkeypatch):
    from desktop.__main__ import main

    monkeypatch.setattr(sys, "argv", ["sanduku-desktop"])
    with pytest.raises(SystemExit):
        main(words)
    assert "FILE" in capsys.readouterr().out
