"""What goes wrong ends in a message and an exit code, never in a traceback on the screen."""

import subprocess
import sys

import pytest

from engine.cli.desk import Desk
from engine.errors import ExitCode, NotFoundError


def test_a_fault_goes_to_the_log_and_a_short_message_to_the_screen(run, library, monkeypatch, places):
    def broken(self, *args, **kwargs):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("engine.library.search.Search.find", broken)
    told = run("search", "x")
    assert told.code == ExitCode.BUG
    assert "Traceback" not in told.err
    assert "faults.log" in told.err
    assert "Traceback" in (places.logs / "faults.log").read_text()


def test_ctrl_c_ends_with_130(run, library, monkeypatch):
    def stopped(self, *args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("engine.library.search.Search.find", stopped)
    assert run("search", "x").code == ExitCode.CANCELLED


def test_wrong_use_ends_with_2(run):
    assert run("frobnicate").code == ExitCode.USAGE
    assert run("list", "--limit", "0").code == ExitCode.USAGE


def test_json_errors_are_json(run, library):
    told = run("show", "zz", "--json")
    assert told.out == ""
    assert told.error == {
        "code": "not-found",
        "what": "There is no such document.",
        "which": "zz",
        "remedy": "Run 'sanduku list' to see the documents.",
        "exit_code": 9,
    }


def test_messages_name_commands_as_the_person_must_type_them(run, library, monkeypatch):
    monkeypatch.setenv("SANDUKU_PROGRAM", "python3 run.py")
    assert "Run 'python3 run.py list'" in run("show", "zz").err


@pytest.mark.parametrize("name", ["a\nb", "x\x1b[31mred", "\u202egnp.exe", "\udcff.jpg"])
def test_a_name_cannot_upset_the_terminal(name, capsys):
    desk = Desk()
    desk.tell(NotFoundError("It is not there.", which=name))
    shown = capsys.readouterr().err
    assert not any(letter in shown for letter in ("\x1b", "\u202e"))
    assert shown.count("\n") == 1


def test_brackets_in_a_name_are_no_markup(capsys):
    Desk().tell(NotFoundError("It is not there.", which="[red]x[/red].pdf"))
    assert "[red]x[/red].pdf" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_error(library, document):
    shell = f"{sys.executable} -m engine.cli settings list | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("setting")


def test_a_pipe_is_utf8_whatever_the_locale(document):
    done = subprocess.run(
        [sys.executable, "-m", "engine.cli", "search", "مريم"],
        capture_output=True,
        check=True,
        env={**__import__("os").environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )
    assert "مريم" in done.stdout.decode("utf-8")


def test_the_version_is_told(run):
    assert run("--version").out.startswith("sanduku 0.")
