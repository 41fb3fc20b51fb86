"""Where nothing can be written, a library can still be read; what cannot be done says what to do."""

import os
import shutil
import subprocess
from contextlib import contextmanager

import pytest

from engine.errors import SandukuError
from engine.library import BackupError, Library, NewDocument, Protection, ReadOnlyLibraryError, create_library
from engine.library import connection as connections
from engine.library.connection import can_be_written
from engine.library.library import open_library
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=1)


@contextmanager
def write_protected(folder):
    """Make everything in a folder unwritable, as the switch of a USB stick does; for root too."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        bound = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
        if bound.returncode:
            pytest.skip("needs the right to mount, or a user who is not root")
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True, capture_output=True)
            yield
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path in paths:
            path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.fixture
def filled(created, add, read_all):
    library = created.library
    document = add(library, "form.pdf", content=b"the original")
    read_all(library, "Hello world", image=b"image" * 1000)
    assert library.documents.get(document).pages_read == 1
    return library


def text_of(library):
    [document] = library.documents.find()
    [page] = library.documents.pages(document.id)
    return library.readings.of_page(page.id).reading.text


def test_everything_can_be_read(filled):
    folder, key = filled.folder, filled.data_key
    filled.close()
    before = sorted(path.name for path in folder.iterdir())
    with write_protected(folder), open_library(folder, data_key=key, settings=PLAIN) as library:
        assert library.read_only
        assert text_of(library) == "Hello world"
        assert library.search.find("hello").total == 1
        assert library.files.read(library.documents.find()[0].sha256) == b"the original"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_nothing_can_be_changed_and_it_says_so(filled):
    folder, key = filled.folder, filled.data_key
    filled.close()
    with write_protected(folder), open_library(folder, data_key=key, settings=PLAIN) as library:
        page = library.documents.pages(library.documents.find()[0].id)[0]
        for change in (
            lambda: library.documents.rename(page.document_id, "other"),
            lambda: library.readings.correct_line(page.id, 0, "Hallo", author="Juma"),
            lambda: library.documents.add(NewDocument("new.pdf", "application/pdf", 1, b"new")),
        ):
            with pytest.raises(ReadOnlyLibraryError) as told:
                change()
            assert told.value.remedy
        assert text_of(library) == "Hello world"


def test_it_can_be_checked_all_but_the_search_index(filled, clock):
    folder, key = filled.folder, filled.data_key
    filled.close()
    with write_protected(folder), open_library(folder, data_key=key, settings=PLAIN, clock=clock) as library:
        report = library.check()
        assert report.sound
        assert [warning.code for warning in report.warnings] == ["search.not-compared"]


def test_it_can_be_backed_up(filled, tmp_path):
    folder, key = filled.folder, filled.data_key
    filled.close()
    with write_protected(folder), open_library(folder, data_key=key, settings=PLAIN) as library:
        assert library.backup(tmp_path / "backup").damaged == ()
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", data_key=key, settings=PLAIN) as restored:
        assert text_of(restored) == "Hello world"


def test_what_another_program_wrote_last_is_seen(filled):
    """As on a stick that was pulled out while the library was open: the log holds what came last."""
    copy = filled.folder.with_name("copy")
    page = filled.documents.pages(filled.documents.find()[0].id)[0]
    filled.readings.correct_line(page.id, 0, "Written last", author="Juma")
    shutil.copytree(filled.folder, copy)
    assert (copy / "library.db-wal").stat().st_size > 0
    with write_protected(copy), open_library(copy, data_key=filled.data_key, settings=PLAIN) as library:
        assert text_of(library) == "Written last"


def test_a_log_that_cannot_be_brought_in_is_never_passed_over(filled):
    copy = filled.folder.with_name("copy")
    shutil.copytree(filled.folder, copy)
    (copy / "library.db-shm").unlink()
    with write_protected(copy), pytest.raises(ReadOnlyLibraryError, match="good order") as told:
        open_library(copy, data_key=filled.data_key, settings=PLAIN)
    assert "Copy the whole folder" in told.value.remedy
    with open_library(copy, data_key=filled.data_key, settings=PLAIN) as library:
        assert text_of(library) == "Hello world", "as the remedy says, the copy opens"


def test_a_schema_that_is_too_old_is_told_with_what_to_do(filled):
    folder, key = filled.folder, filled.data_key
    with filled.connection.transaction():
        filled.connection.run("PRAGMA user_version = 1")
    filled.close()
    with write_protected(folder), pytest.raises(ReadOnlyLibraryError, match="brought up to date"):
        open_library(folder, data_key=key, settings=PLAIN)


def test_a_backup_is_not_altered_by_looking_into_it(filled, tmp_path):
    filled.backup(tmp_path / "backup")
    with open_library(tmp_path / "backup", data_key=filled.data_key, settings=PLAIN) as library:
        assert library.read_only
        assert text_of(library) == "Hello world"
        with pytest.raises(ReadOnlyLibraryError):
            library.documents.rename(library.documents.find()[0].id, "other")
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")


def test_a_folder_that_can_be_written_is_opened_as_ever(filled):
    assert not filled.read_only
    assert can_be_written(filled.folder / "library.db")


def test_whether_it_can_be_written_is_asked_without_giving_up_the_locks(filled, reopen, monkeypatch):
    """To open and close the file would drop this process's locks on it."""
    if os.name == "nt":
        pytest.skip("Windows keeps locks for each handle")

    def opened(*_arguments, **_wishes):
        raise AssertionError("the database was opened")

    monkeypatch.setattr(connections.Path, "open", opened)
    assert can_be_written(filled.folder / "library.db")


def test_a_backup_into_a_write_protected_folder_is_refused_plainly(filled, tmp_path):
    (tmp_path / "stick").mkdir()
    with write_protected(tmp_path / "stick"), pytest.raises(SandukuError) as told:
        filled.backup(tmp_path / "stick" / "backup")
    assert not isinstance(told.value, BackupError)
    assert "choose another place" in told.value.remedy


def test_a_new_library_in_a_write_protected_folder_is_refused_plainly(tmp_path):
    (tmp_path / "stick").mkdir()
    with write_protected(tmp_path / "stick"), pytest.raises(ReadOnlyLibraryError):
        create_library(tmp_path / "stick" / "library", protection=Protection(keyring=False), settings=PLAIN)
