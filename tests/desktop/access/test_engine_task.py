"""Work of the engine beside the window: what it says is passed on, once, and a crash of it is told as one."""

import pytest

from desktop.access.engine_task import EngineTask, crash_of, error_of
from desktop.access.errors import ShellFaultError
from engine.errors import SandukuError

SPEAKER = """
import json, sys
def say(**line): print(json.dumps(line), flush=True)
def hear(): return json.loads(sys.stdin.readline())
"""


class Work(EngineTask):
    """Keeps what it is told."""

    ended_unexpectedly = "The work broke off"

    def __init__(self):
        super().__init__()
        self.steps, self.done, self.failed = [], [], []

    def _tell_progress(self, progress):
        self.steps.append(progress)

    def begin(self, words=(), wish=None):
        self._begin("speaker", words, wish, self.done.append, self.failed.append)

    def close(self, milliseconds):
        self._close(milliseconds)


@pytest.fixture
def work(qtbot, tmp_path, monkeypatch):
    """Work by a program that the test writes."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    made = Work()

    def program(text):
        (tmp_path / "speaker.py").write_text(SPEAKER + text, encoding="utf-8")
        return made

    yield program
    made.close(0)


def ends(qtbot, work):
    qtbot.waitUntil(lambda: not work.busy)


def test_its_wish_reaches_it_and_its_steps_and_its_result_are_told(qtbot, work):
    doing = work('wish = hear(); say(progress={"done": 1}); say(result={"heard": wish["words"]})')
    doing.begin(wish={"words": "أهلا"})
    assert doing.busy
    ends(qtbot, doing)
    assert (doing.steps, doing.done, doing.failed) == ([{"done": 1}], [{"heard": "أهلا"}], [])


def test_its_error_is_told_as_it_told_it(qtbot, work):
    doing = work('say(error={"code": "disk-full", "what": "Full.", "which": "D:", "remedy": "Free some."})')
    doing.begin()
    ends(qtbot, doing)
    (error,) = doing.failed
    assert (error.code, error.what, error.which, error.remedy) == ("disk-full", "Full.", "D:", "Free some.")
    assert doing.done == []


def test_one_that_ends_without_a_word_has_crashed_and_the_last_it_said_is_told(qtbot, work):
    doing = work('sys.exit("first\\nlast")')
    doing.begin()
    ends(qtbot, doing)
    (error,) = doing.failed
    assert (error.code, error.what) == ("bug", "The work broke off (last).")


def test_one_that_cannot_be_started_is_told_as_well(qtbot, work, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.executable", str(tmp_path / "nowhere"))
    doing = work("")
    doing.begin()
    ends(qtbot, doing)
    (error,) = doing.failed
    assert error.code == "bug"
    assert error.what.startswith("The work broke off (")


def test_one_that_is_asked_to_stop_tells_what_came_of_it(qtbot, work):
    doing = work('say(progress={}); sys.stdin.read(); say(result={"kept": 3})')
    doing.begin()
    qtbot.waitUntil(lambda: doing.steps != [])
    doing.stop()
    ends(qtbot, doing)
    assert doing.done == [{"kept": 3}]


def test_when_the_window_closes_it_may_take_back_what_it_did_and_nobody_is_told(qtbot, work, tmp_path):
    doing = work(
        "from pathlib import Path; say(progress={}); sys.stdin.read();"
        ' Path(__file__).with_name("taken back").touch(); say(result={})'
    )
    doing.begin()
    qtbot.waitUntil(lambda: doing.steps != [])
    doing.close(20_000)
    assert not doing.busy
    assert (tmp_path / "taken back").exists()
    assert (doing.done, doing.failed) == ([], [])


def test_one_that_only_looks_is_ended_at_once_though_it_does_not_listen(qtbot, work):
    doing = work("say(progress={}); import time; time.sleep(60)")
    doing.begin()
    qtbot.waitUntil(lambda: doing.steps != [])
    doing.close(0)
    assert not doing.busy
    assert doing.failed == []


def test_after_its_end_the_next_work_begins_with_nothing_of_the_last(qtbot, work):
    doing = work('say(result={"words": sys.argv[1:]}) if len(sys.argv) > 1 else None')
    doing.begin(words=("first",))
    ends(qtbot, doing)
    doing.begin()
    ends(qtbot, doing)
    assert doing.done == [{"words": ["first"]}]
    assert [each.code for each in doing.failed] == ["bug"]


def test_an_error_that_was_told_keeps_its_code():
    told = error_of({"code": "pack.none", "what": "No pack.", "which": None})
    assert isinstance(told, SandukuError)
    assert (told.code, told.remedy) == ("pack.none", "")
    assert crash_of("Nothing came of it", "code 9").code == ShellFaultError.code


def test_no_program_of_another_version_is_started(qtbot, work, monkeypatch):
    doing = work('say(result={"of": "another version"})')
    monkeypatch.setattr("desktop.access.engine_task.was_replaced", lambda: True)
    doing.begin()
    assert not doing.busy
    qtbot.waitUntil(lambda: bool(doing.failed))
    assert [error.code for error in doing.failed] == ["program.replaced"]
    assert doing.done == []
