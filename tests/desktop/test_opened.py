"""Files that somebody opened with the program wait for the library, and then go where they belong."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from desktop.opened import OpenedFiles


@pytest.fixture
def window():
    """What of an open library's window is asked, and what it was asked."""
    done = []
    page = SimpleNamespace(take_file=lambda path: done.append(("update", path)))
    return SimpleNamespace(
        done=done,
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
