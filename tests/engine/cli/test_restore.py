"""Restoring from the command line: what it says to do next, done word for word."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from engine.errors import ExitCode


@pytest.fixture
def backup(run, document, tmp_path):
    assert run("backup", tmp_path / "usb").code == 0
    return tmp_path / "usb"


def test_what_it_says_to_do_next_works(run, library, backup, tmp_path):
    key = run("library", "recovery-key", "--yes").err
    assert run("backup", tmp_path / "later").code == 0
    (tmp_path / "FILE").write_text(re.findall(r"^ +((?:[0-9A-Z]{5}-)+[0-9A-Z]{5})", key, re.M)[0])
    (tmp_path / "word").write_text("correct horse battery")
    told = run("restore", tmp_path / "later", "--into", tmp_path / "new place")
    advice = [shlex.split(each)[1:] for each in re.findall(r"'(sanduku [^']+)'", told.err)]
    with_passphrase, with_key, protect = [
        [str(tmp_path / "FILE") if word == "FILE" else word for word in words] for words in advice
    ]
    assert str(tmp_path / "new place") in with_key
    listed = run(*with_key)
    assert listed.code == 0, listed.err
    assert "registration.jpg" in listed.out
    assert run(*protect, "--new-passphrase-file", tmp_path / "word").code == 0
    assert run("--passphrase-file", tmp_path / "word", *with_passphrase).code == 0


def test_a_library_that_is_there_is_never_touched(run, library, backup):
    told = run("restore", backup)
    assert told.code != 0
    assert f'sanduku restore "{backup}" --into NEWFOLDER' in told.err
    assert library.check().sound


def test_a_backup_can_be_looked_into_and_says_how_it_is_brought_back(run, library, backup, tmp_path):
    key = run("library", "recovery-key", "--yes").err
    assert run("backup", tmp_path / "later").code == 0
    (tmp_path / "key").write_text(re.findall(r"^ +((?:[0-9A-Z]{5}-)+[0-9A-Z]{5})", key, re.M)[0])
    look = ("--recovery-key-file", tmp_path / "key")
    listed = run(*look, "list", "-L", tmp_path / "later")
    assert "registration.jpg" in listed.out
    assert "This is a backup" in listed.err
    refused = run(*look, "jobs", "pause", "-L", tmp_path / "later")
    assert refused.code != 0
    assert refused.err.count(f'sanduku restore "{tmp_path / "later"}" --into NEWFOLDER') == 2
    assert run("restore", tmp_path / "later", "--into", tmp_path / "new").code == 0, "it is as it was"


def test_a_backup_into_the_library_itself_is_refused(run, library, places):
    for folder in (places.library, places.library / "backup"):
        told = run("backup", folder)
        assert told.code == ExitCode.USAGE
        assert "library's own folder" in told.err
    assert not (places.library / "backup").exists()


def test_an_empty_stick_gets_a_folder_by_date_as_a_used_one_does(run, library, tmp_path):
    """A folder beside its mount point would lie on another disk, where nobody may write as a rule."""
    stick = tmp_path / "stick"
    stick.mkdir()
    told = run("backup", stick, "--json")
    assert (told.code, Path(told.json["folder"]).parent) == (0, stick)
    assert Path(told.json["folder"]).name.startswith("sanduku-")


def test_a_whole_disk_is_no_folder_to_restore_into(run, library, backup, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == stick)
    told = run("restore", backup, "--into", stick, "--json")
    assert (told.code, told.error["code"]) == (ExitCode.LIBRARY, "library.exists")
    assert "whole disk" in told.error["what"]
    assert run("restore", backup, "--into", stick / "sanduku").code == 0


def test_a_backup_on_the_same_disk_is_warned_about(run, library, tmp_path, monkeypatch):
    assert "same disk as the library" in run("backup", tmp_path / "here").err
    module = sys.modules["engine.cli.commands.backup"]
    monkeypatch.setattr(module, "_same_disk", lambda *_folders: False)
    assert "same disk" not in run("backup", tmp_path / "there").err


def test_a_backup_that_opens_with_the_recovery_key_alone_says_so_at_the_end(run, library, tmp_path):
    assert run("backup", tmp_path / "one").err.splitlines()[-1].count("'sanduku library recovery-key'") == 1
    (tmp_path / "word").write_text("correct horse battery")
    run("library", "passphrase", "--new-passphrase-file", tmp_path / "word")
    told = run("--passphrase-file", tmp_path / "word", "backup", tmp_path / "two")
    assert told.code == 0
    assert "recovery-key" not in told.err
