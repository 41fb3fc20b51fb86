"""What goes wrong ends in a message and an exit code, never in a traceback on the screen."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer

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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("frobnicate",), "There is no command 'frobnicate'."), (("jbs",), "Did you mean 'sanduku jobs'?"),
        (("jobs", "frob"), "There is no command 'jobs frob'."),
        (("list", "--limit", "0"), "must be 1 or more"),
        (("list", "--below", "180"), "--below must be a share such as 0.8 or 80%."),
        (("show",), "DOCUMENT is missing."), (("correct", "a", "b"), "LINE must be a whole number."),
        (("list", "--statsu", "x"), "Did you mean --status?"),
        (("list", "--status", "x"), "must be one of 'queued'"),
        (("list", "--library"), "--library needs a value after it."),
        (("backup", "a", "b"), "'b' is too much here."),
        (("settings", "list", "-L", "x"), "before the command: 'sanduku -L ... settings list ...'"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_plain_words(run, words, told):
    found = run(*words)
    assert found.code == ExitCode.USAGE
    assert told in found.err
    assert "--help' explains it." in found.err
    assert "Usage:" not in found.err
    assert run("--json", *words).error["exit_code"] == ExitCode.USAGE


def test_wrong_use_ends_in_an_example_of_that_command(run):
    assert "For example: 'sanduku search amoxicillin'." in run("search").err


@pytest.mark.parametrize(
    "words",
    [
        ("read", ""), ("add", "x", ""), ("backup", ""), ("restore", " "), ("restore", "x", "--into", ""),
        ("export", "-o", ""), ("show", "x", "--original", ""), ("correct", "--from-csv", ""),
        ("list", "--library", ""), ("add", "x", "--password-file", ""), ("--passphrase-file", "", "list"),
        ("library", "create", "--new-passphrase-file", ""),
    ],
)  # fmt: skip
def test_an_empty_path_is_a_slip_and_never_the_folder_one_is_in(run, library, words):
    told = run(*words)
    assert told.code == ExitCode.USAGE
    assert "The path is empty" in told.err
    assert library.documents.count() == 0


def test_options_of_the_program_may_stand_behind_the_command(run, library, tmp_path):
    word = tmp_path / "word"
    word.write_text("correct horse battery")
    run("library", "passphrase", "--new-passphrase-file", word)
    assert run("list").code == ExitCode.LOCKED
    assert run("list", "--passphrase-file", word).code == 0
    assert run("list", f"--passphrase-file={word}").code == 0
    assert run("search", "x", "--passphrase-file", word, "--", "--verbose").code == 0


def test_a_request_to_end_ends_as_ctrl_c_does(run, library, monkeypatch):
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(
        "engine.library.search.Search.find", lambda *_words, **_more: os.kill(os.getpid(), signal.SIGTERM)
    )
    assert run("search", "x").code == ExitCode.CANCELLED
    assert signal.getsignal(signal.SIGTERM) is before


def test_no_to_a_question_changes_nothing_and_says_so(run, library, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("typer.confirm", lambda *_question, **_more: False)
    told = run("library", "recovery-key")
    assert told.code == 0
    assert "Nothing was changed." in told.err


def test_ctrl_c_at_a_question_ends_with_130(run, library, monkeypatch):
    def leaves(*_question, **_more):
        raise typer.Abort

    monkeypatch.setattr("engine.cli.desk.Desk.confirm", leaves)
    assert run("library", "recovery-key").code == ExitCode.CANCELLED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("words", ["settings list", "settings list --json"])
def test_a_full_disk_behind_the_output_is_told(words):
    shell = f"{sys.executable} -m engine.cli {words} > /dev/full"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert done.returncode == ExitCode.DISK_FULL
    assert "The disk is full" in done.stderr
    assert "Traceback" not in done.stderr


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


def test_a_pipe_that_nobody_reads_ends_quietly():
    shell = f"{sys.executable} -m engine.cli settings list | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_home_that_is_no_whole_path_is_told_where_it_lies(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SANDUKU_HOME", "here")
    told = run("settings", "list")
    assert f"from here it means {tmp_path / 'here'}" in told.err


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
