"""What a window runs beside itself for updates: one wish on a line, JSON in answer, stopped by the end."""

import io
import json
import time

import pytest

from engine.updates import finding, program
from tests.engine.updates.conftest import after


@pytest.fixture
def ask(monkeypatch, updater):
    """Asks as a window does, on a packaged Sanduku on which nothing else runs."""
    monkeypatch.setattr(program, "updater_for", lambda _places: updater)
    monkeypatch.setattr(program, "others_running", lambda _data: [])

    class Open(io.StringIO):
        """Standard input that does not end."""

        def read(self, _size=-1):
            time.sleep(0.05)
            return "x"

    def ask(ends=False, **wish):
        heard = (io.StringIO if ends else Open)(json.dumps({"libraries": [], **wish}) + "\n")
        out = io.StringIO()
        code = program.main(heard=heard, out=out)
        return code, [json.loads(line) for line in out.getvalue().splitlines()]

    return ask


def wanted(library):
    return [{"folder": str(library.folder), "key": library.key.hex()}]


def test_the_versions_are_told(ask):
    code, told = ask(verb="status")
    assert code == 0
    assert (told[-1]["result"]["running"], told[-1]["result"]["can_roll_back"]) == ("0.1.0", False)


def test_an_update_is_found_on_whatever_stick_is_plugged_in(ask, make, monkeypatch):
    stick = make().parent
    monkeypatch.setattr(program, "plugged_in", lambda: [stick.parent / "empty", stick])
    (stick.parent / "empty").mkdir()
    _code, told = ask(verb="find", path="")
    assert told[-1]["result"]["version"] == "0.2.0"
    monkeypatch.setattr(program, "plugged_in", list)
    assert ask(verb="find")[1][-1]["error"]["code"] == "update.none"


def test_it_is_installed_with_progress_and_taken_back(ask, make, library, updater, monkeypatch):
    code, told = ask(verb="install", path=str(make()), libraries=wanted(library))
    assert code == 0, told
    assert {each["progress"]["stage"] for each in told[:-1]} >= {"check", "unpack", "self-test", "backup"}
    assert told[-1]["result"]["version"] == "0.2.0"
    monkeypatch.setattr(program, "updater_for", lambda _places: after(updater, "0.2.0"))
    assert ask(verb="roll-back", libraries=wanted(library))[1][-1]["result"]["gave_up"] == "0.2.0"


def test_a_version_is_set_aside_and_used_again_without_a_key(ask, make, updater, monkeypatch):
    assert ask(verb="use-again")[1][-1]["error"]["code"] == "update.no-version-again"
    assert ask(verb="set-aside")[1][-1]["error"]["code"] == "update.no-version-before"
    updater.install(make(), [])
    monkeypatch.setattr(program, "updater_for", lambda _places: after(updater, "0.2.0"))
    assert ask(verb="status")[1][-1]["result"]["can_set_aside"] is True
    assert ask(verb="set-aside")[1][-1]["result"] == {"version": ""}
    monkeypatch.setattr(program, "updater_for", lambda _places: updater)
    assert ask(verb="status")[1][-1]["result"]["again"] == "0.2.0"
    assert ask(verb="use-again")[1][-1]["result"] == {"version": "0.2.0"}


def test_the_end_of_the_window_stops_it(ask, make, library, home):
    code, told = ask(ends=True, verb="install", path=str(make(sleeps=5)), libraries=wanted(library))
    assert (code, told[-1]["error"]["code"]) == (130, "cancelled")
    assert not (home / "programs" / "0.2.0").exists()


@pytest.mark.parametrize("line", ["", "x", "[]", "{}", '{"verb": "explode"}'])
def test_what_is_no_wish_is_refused(line):
    out = io.StringIO()
    assert program.main(heard=io.StringIO(line + "\n"), out=out) == 3
    assert "error" in json.loads(out.getvalue())


def test_sticks_are_folders_that_can_be_read():
    for folder in finding.plugged_in():
        assert folder.is_absolute()
