"""How a library stands is told without changing it, and it is backed up in the format that it has."""

import hashlib

import pytest

from engine.library import (
    LibraryLockedError,
    Protection,
    back_up_as_it_is,
    create_library,
    key_of_library,
    latest_schema,
    open_library,
    restore_backup,
    standing_of,
)

PASSPHRASE = "seven clay pots"


@pytest.fixture
def library(places):
    made = create_library(places.library, protection=Protection(passphrase=PASSPHRASE, keyring=False))
    with made.library as opened:
        opened.cases.create("Camp 7")
        return opened.folder, opened.data_key


def test_format_changes_and_documents_are_told(library):
    folder, key = library
    with open_library(folder, data_key=key) as opened:
        last = opened.changes.last_sequence()
    found = standing_of(folder, key)
    assert (found.schema, found.sequence, found.documents) == (latest_schema(), last, 0)


def test_the_key_is_the_one_that_opens_it(library):
    folder, key = library
    assert key_of_library(folder, passphrase=PASSPHRASE) == key
    with pytest.raises(LibraryLockedError):
        key_of_library(folder)


def test_a_library_of_another_version_is_backed_up_as_it_is(library, tmp_path):
    folder, key = library
    with open_library(folder, data_key=key) as opened:
        opened.connection.run(f"PRAGMA user_version = {latest_schema() + 5}")
    back_up_as_it_is(folder, key, tmp_path / "backup")
    assert standing_of(tmp_path / "backup", key).schema == latest_schema() + 5


def test_to_look_at_a_backup_leaves_it_whole(library, tmp_path):
    folder, key = library
    back_up_as_it_is(folder, key, tmp_path / "backup")
    before = hashlib.sha256((tmp_path / "backup" / "library.db").read_bytes()).digest()
    standing_of(tmp_path / "backup", key)
    assert hashlib.sha256((tmp_path / "backup" / "library.db").read_bytes()).digest() == before
    restore_backup(tmp_path / "backup", tmp_path / "restored")
