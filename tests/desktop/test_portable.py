"""A program on a stick keeps all that it writes on the stick, and never the key beside the library."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.portable import DATA, MARK, use_portable_folder


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "بيانات stick"
    folder.mkdir()
    (folder / MARK).write_text("", encoding="utf-8")
    return folder


def test_all_is_kept_beside_the_program(stick):
    environment = {}
    assert use_portable_folder(stick / "sanduku", environment) == stick / DATA
    assert environment["SANDUKU_HOME"] == str(stick / DATA)


def test_the_keyring_of_a_borrowed_computer_is_left_alone(stick):
    environment = {"PYTHON_KEYRING_BACKEND": "keyring.backends.Windows.WinVaultKeyring"}
    use_portable_folder(stick / "sanduku", environment)
    assert environment["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"


def test_a_program_without_the_mark_is_left_as_it_is(tmp_path):
    environment = {}
    assert use_portable_folder(tmp_path / "sanduku", environment) is None
    assert environment == {}


def test_a_folder_named_by_the_person_is_heeded(stick, tmp_path):
    environment = {"SANDUKU_HOME": str(tmp_path / "elsewhere")}
    assert use_portable_folder(stick / "sanduku", environment) == tmp_path / "elsewhere"


def test_a_clone_is_never_portable():
    environment = {}
    assert use_portable_folder(environment=environment) is None
    assert environment == {}


def test_a_portable_library_without_a_passphrase_is_refused_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("SANDUKU_PORTABLE", "1")
    monkeypatch.setenv("SANDUKU_HOME", str(tmp_path / DATA))
    monkeypatch.delenv("SANDUKU_PASSPHRASE", raising=False)
    done = subprocess.run(
        [sys.executable, "-m", "engine.cli", "library", "create"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent.parent,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "passphrase" in done.stderr
    assert not list((tmp_path / DATA).glob("library*"))
