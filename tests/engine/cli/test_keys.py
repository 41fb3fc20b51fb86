"""Libraries and their keys from the command line; no secret is ever an argument."""

import re

import pytest

from engine.cli.commands import COMMANDS
from engine.errors import ExitCode

SECRET = "correct horse battery"


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "passphrase.txt"
    path.write_text(SECRET + "\n", encoding="utf-8")
    return path


def test_a_library_with_a_passphrase_opens_with_it_alone(run, small_ballast, tmp_path, word, monkeypatch):
    folder = tmp_path / "clinic"
    assert run("library", "create", "-L", folder, "--no-keyring", "--new-passphrase-file", word).code == 0
    assert run("list", "-L", folder).code == ExitCode.LOCKED
    assert run("--passphrase-file", word, "list", "-L", folder).code == 0
    monkeypatch.setenv("SANDUKU_PASSPHRASE", SECRET)
    assert run("list", "-L", folder).code == 0
    monkeypatch.setenv("SANDUKU_PASSPHRASE", "another one")
    assert run("list", "-L", folder, "--json").error["code"] == "library.wrong-passphrase"


def test_the_recovery_key_opens_a_library_whose_passphrase_is_forgotten(run, small_ballast, tmp_path, word):
    folder, key = tmp_path / "clinic", tmp_path / "key.txt"
    made = run("library", "create", "-L", folder, "--no-keyring", "--new-passphrase-file", word)
    [shown] = re.findall(r"^ +((?:[0-9A-Z]{5}-)+[0-9A-Z]{5})", made.err, re.M)
    key.write_text(shown)
    assert run("--recovery-key-file", key, "library", "info", "-L", folder, "--json").json["encrypted"]
    word.write_text("a new passphrase")
    changed = run(
        "--recovery-key-file", key, "library", "passphrase", "-L", folder, "--new-passphrase-file", word
    )
    assert changed.code == 0
    assert run("--passphrase-file", word, "list", "-L", folder).code == 0


def test_a_new_recovery_key_replaces_the_old_one(run, library, places, tmp_path):
    shown = run("library", "recovery-key", "--yes").err
    [key] = re.findall(r"^ +((?:[0-9A-Z]{5}-)+[0-9A-Z]{5})", shown, re.M)
    (tmp_path / "key").write_text(key)
    assert run("--recovery-key-file", tmp_path / "key", "list").code == 0


def test_without_a_terminal_nothing_irreversible_happens_unasked(run, library):
    assert run("library", "recovery-key").code == ExitCode.USAGE
    assert run("trash", "empty").code == ExitCode.USAGE


def test_without_encryption_it_says_so(run, small_ballast, tmp_path):
    told = run("library", "create", "-L", tmp_path / "open", "--no-encryption")
    assert told.code == 0
    assert "not encrypted" in told.err
    assert run("library", "passphrase", "-L", tmp_path / "open").code == ExitCode.USAGE


def test_a_short_passphrase_is_refused(run, small_ballast, tmp_path, word):
    word.write_text("short")
    assert (
        run("library", "create", "-L", tmp_path / "x", "--new-passphrase-file", word).code == ExitCode.USAGE
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_a_secret_as_an_argument(run, name):
    assert not re.search(r"--(new-)?pass(phrase|word) +<str>", run(name, "--help").out)


def test_there_is_no_library_yet(run, places):
    told = run("list")
    assert told.code == ExitCode.LIBRARY
    assert "sanduku add" in told.err
    assert not places.library.exists()


def test_a_locked_library_tells_how_to_give_the_passphrase(run, small_ballast, tmp_path, monkeypatch):
    monkeypatch.setenv("SANDUKU_PASSPHRASE", "correct horse battery")
    assert run("library", "create", "--library", tmp_path / "locked", "--no-keyring").code == 0
    monkeypatch.delenv("SANDUKU_PASSPHRASE")
    told = run("list", "--library", tmp_path / "locked")
    assert told.code == ExitCode.LOCKED
    assert "--passphrase-file" in told.err


def test_a_folder_without_a_library_tells_how_to_make_one(run, tmp_path):
    assert "library create --library" in run("list", "--library", tmp_path / "none").err


def test_what_asks_for_a_secret_names_the_option_that_takes_it_from_a_file(run, library, scan):
    assert "--new-passphrase-file FILE" in run("library", "passphrase").err
    assert "--password-file FILE" in run("add", scan, "--password").err


def test_the_recovery_key_is_said_to_be_what_it_is(run, library):
    told = run("library", "recovery-key", "--yes").err
    assert "opens the library on any computer and without the passphrase" in told
    assert "Write it down on paper now" in told
