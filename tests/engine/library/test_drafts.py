"""What a power cut left half done is cleared away, or named where somebody may still work on it."""

import os
import subprocess
import sys

import pytest

from engine.library import Library, Protection, create_library
from engine.library.drafts import clear_leftovers, draft_beside, leftovers
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)
LEAVE_A_DRAFT = """
import os, sys
from pathlib import Path
from engine.library.drafts import draft_beside
(draft_beside(Path(sys.argv[1])) / "library.db").write_bytes(b"half")
os._exit(9)
"""


@pytest.fixture
def abandoned(tmp_path):
    """A draft whose program was killed while it put a backup together."""
    done = subprocess.run([sys.executable, "-c", LEAVE_A_DRAFT, tmp_path / "usb" / "backup"], check=False)
    assert done.returncode == 9
    [draft] = (tmp_path / "usb").iterdir()
    return draft


def test_the_next_backup_clears_it_away(library, abandoned):
    library.backup(abandoned.parent / "another")
    assert [path.name for path in abandoned.parent.iterdir()] == ["another"]


def test_the_next_library_clears_it_away(abandoned):
    protection = Protection(encrypted=False)
    create_library(abandoned.parent / "library", protection=protection, settings=PLAIN).library.close()
    assert [path.name for path in abandoned.parent.iterdir()] == ["library"]


def test_the_next_restoring_clears_it_away(library, abandoned, tmp_path):
    library.backup(tmp_path / "elsewhere" / "backup")
    Library.restore_backup(tmp_path / "elsewhere" / "backup", abandoned.parent / "restored")
    assert [path.name for path in abandoned.parent.iterdir()] == ["restored"]


def test_a_draft_that_somebody_works_on_is_left_alone(tmp_path):
    at_work = draft_beside(tmp_path / "backup")
    assert not leftovers(tmp_path)[0].abandoned
    assert clear_leftovers(tmp_path) == 0
    assert at_work.is_dir()


def test_a_draft_of_another_computer_is_left_alone(abandoned, monkeypatch):
    monkeypatch.setattr("platform.node", lambda: "another-laptop")
    assert clear_leftovers(abandoned.parent) == 0
    assert abandoned.is_dir()


def test_folders_of_other_programs_are_never_taken_for_drafts(tmp_path, abandoned):
    folder = abandoned.parent
    for name in (".x.new", "photos.new", f"{abandoned.name}.old", abandoned.name.lstrip(".")):
        (folder / name).mkdir()
    (folder / abandoned.name.replace("backup", "file")).write_text("a file")
    if os.name != "nt":
        (folder / abandoned.name.replace("backup", "link")).symlink_to(tmp_path, target_is_directory=True)
    assert [each.folder for each in leftovers(folder)] == [abandoned]
    assert clear_leftovers(folder) == 1
    assert not abandoned.exists()


def test_a_check_names_it_and_a_repair_removes_it(library, abandoned):
    beside = library.folder.parent / abandoned.name
    abandoned.rename(beside)
    report = library.check()
    assert report.sound
    [warning] = report.warnings
    assert (warning.code, warning.which) == ("drafts.left", str(beside))
    assert "--repair" in warning.remedy
    assert library.repair() == 1
    assert library.check().warnings == ()


def test_a_check_names_what_another_computer_may_be_working_on(library, abandoned, monkeypatch):
    beside = library.folder.parent / abandoned.name
    abandoned.rename(beside)
    monkeypatch.setattr("platform.node", lambda: "another-laptop")
    [warning] = library.check().warnings
    assert "delete it" in warning.remedy
    library.repair()
    assert beside.is_dir()
