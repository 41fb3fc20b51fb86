"""Who starts the program once more gets the window that is open, and no file is lost on the way."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop.sole_window import SoleWindow, Standing, _Visit
from engine.errors import ExitCode

HOLDING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.sole_window import SoleWindow
application = QCoreApplication([])
sole = SoleWindow(Path(sys.argv[1]), Path(sys.argv[2]))
print(sole.find([]).value, flush=True)
sole.asked.connect(lambda files: print(*files, sep="|", flush=True))
sys.exit(application.exec())
"""


@pytest.fixture
def windows(tmp_path, qtbot):
    """Makes ends of this process."""
    made = []

    def window(library="library", answer_seconds=0.4):
        made.append(SoleWindow(tmp_path / "data", tmp_path / library, answer_seconds=answer_seconds))
        return made[-1]

    yield window
    for each in made:
        each.close()
        each.deleteLater()


@pytest.fixture
def other(tmp_path):
    """A program of its own that is the first."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path / "data"), str(tmp_path / "library")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout.readline() == "first\n"
    yield child
    child.kill()
    child.communicate()


def test_the_next_start_hands_its_files_over_to_the_first_process(windows, other):
    names = [Path("/scans/a form.jpg"), Path("/scans/صورة.png")]
    assert windows(answer_seconds=5).find(names) is Standing.HANDED_OVER
    assert other.stdout.readline() == "/scans/a form.jpg|/scans/صورة.png\n"
    assert windows(answer_seconds=5).find([]) is Standing.HANDED_OVER
    assert other.stdout.readline() == "\n"


def test_after_a_crash_the_next_start_is_the_first(windows, other):
    other.kill()
    other.wait()
    assert windows().find([]) is Standing.FIRST


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that stops a process")
def test_a_window_that_hangs_is_not_waited_for_long_and_takes_nothing_later(windows, other):
    other.send_signal(signal.SIGSTOP)
    assert windows().find([Path("/scans/a.jpg")], patience=0.2) is Standing.SECOND
    other.send_signal(signal.SIGCONT)
    assert windows(answer_seconds=5).find([Path("/scans/b.jpg")]) is Standing.HANDED_OVER
    assert other.stdout.readline() == "/scans/b.jpg\n"


def test_a_window_whose_own_thread_is_busy_takes_nothing(windows, qtbot):
    """Its reception greets nobody while it does not get to its events; here the test itself keeps it busy."""
    first, asked = windows(), []
    first.asked.connect(asked.append)
    assert first.find([]) is Standing.FIRST
    assert windows().find([Path("/scans/a.jpg")], patience=0.2) is Standing.SECOND
    qtbot.wait(50)
    assert asked == []


def test_another_library_has_a_window_of_its_own(windows, other):
    assert windows("other library").find([]) is Standing.FIRST


def test_the_same_library_by_another_name_is_the_same(windows, other, tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "library")
    assert windows("link", answer_seconds=5).find([]) is Standing.HANDED_OVER


def test_a_window_that_closes_is_found_no_longer(windows):
    first = windows()
    assert first.find([]) is Standing.FIRST
    first.close()
    assert windows().find([]) is Standing.FIRST


def test_who_comes_while_a_window_closes_becomes_the_first(windows):
    first = windows(answer_seconds=20)
    assert first.find([]) is Standing.FIRST
    closing = threading.Timer(0.3, first.close)
    closing.start()
    assert windows(answer_seconds=20).find([Path("/scans/a.jpg")]) is Standing.FIRST
    closing.join()


def test_a_window_that_closes_before_it_opened_the_files_has_not_taken_them(windows, qtbot, tmp_path):
    first, asked, outcome, waits = windows(answer_seconds=20), [], [], threading.Event()
    first.asked.connect(asked.append)
    assert first.find([]) is Standing.FIRST
    post = first._reception._post
    send = post.send
    posts = iter((send, lambda _call: waits.set()))  # It greets, and gets to nothing else any more.
    post.send = lambda call: next(posts)(call)
    (lock,) = (tmp_path / "data").glob("*.lock")
    visit = threading.Thread(
        target=lambda: outcome.append(_Visit(lock, [Path("/scans/a.jpg")], 20).outcome()), daemon=True
    )
    visit.start()
    qtbot.waitUntil(waits.is_set)
    first.close()
    visit.join(60)
    assert (outcome, asked) == ([None], []), "who visited it looks again, and is the first then"


def test_starts_at_the_same_time_do_not_empty_what_the_first_wrote(windows, other, monkeypatch):
    monkeypatch.setattr(Path, "exists", lambda _path: False)  # as the second one saw it
    assert windows(answer_seconds=5).find([]) is Standing.HANDED_OVER


def test_where_a_disk_knows_no_locks_the_window_opens_at_once(windows, monkeypatch):
    def refuse(_stream):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("desktop.sole_window._lock_file", refuse)
    assert windows().find([]) is Standing.FIRST
    assert windows().find([], patience=60) is Standing.FIRST


def test_one_that_holds_the_lock_and_never_listens_is_not_waited_for_for_ever(windows, tmp_path):
    first = windows()
    assert first.find([]) is Standing.FIRST
    (lock,) = (tmp_path / "data").glob("*.lock")
    for nonsense in (b"", b"{", b"[]", json.dumps({"address": "/nowhere", "key": "00"}).encode()):
        lock.write_bytes(nonsense)
        assert windows().find([], patience=0) is Standing.SECOND


def test_a_visitor_with_another_key_changes_nothing(windows, other, tmp_path):
    (lock,) = (tmp_path / "data").glob("*.lock")
    told = json.loads(lock.read_bytes())
    lock.write_text(json.dumps({**told, "key": "00" * 32}))
    assert windows().find([Path("/scans/x.jpg")], patience=0) is Standing.SECOND
    lock.write_text(json.dumps(told))
    assert windows(answer_seconds=5).find([Path("/scans/b.jpg")]) is Standing.HANDED_OVER
    assert other.stdout.readline() == "/scans/b.jpg\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_can_read_how_to_reach_it(windows, tmp_path):
    assert windows().find([]) is Standing.FIRST
    (lock,) = (tmp_path / "data").glob("*.lock")
    assert lock.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_the_window_opens_all_the_same(tmp_path, qtbot):
    (tmp_path / "data").write_text("no folder")
    sole = SoleWindow(tmp_path / "data", tmp_path / "library")
    assert sole.find([]) is Standing.FIRST
    sole.close()
    sole.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="the window of the test is one of Linux")
def test_the_program_itself_started_twice_opens_one_window_that_takes_the_file(tmp_path, home):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "desktop", "--library", str(tmp_path / "library")]
    first = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        until = time.monotonic() + 60
        while not any((home / "window").glob("*.lock")):
            assert first.poll() is None and time.monotonic() < until, first.communicate()[1]
            time.sleep(0.1)
        (tmp_path / "form.jpg").write_bytes(b"a photo")
        second = subprocess.run(
            [*words, str(tmp_path / "form.jpg")], env=environment, capture_output=True, text=True, timeout=60
        )
        assert (second.returncode, second.stdout) == (0, "")
        assert "open already" in second.stderr
        third = subprocess.run(
            [*words, str(tmp_path / "pulled out.jpg")],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert third.returncode == ExitCode.BAD_INPUT
        assert "pulled out.jpg is not there" in third.stderr
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=30)
