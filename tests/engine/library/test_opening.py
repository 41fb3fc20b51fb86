"""Opening: schema steps, versions that are too old or too new, and two processes at once."""

from contextlib import suppress

import pytest

from engine.errors import MissingDependencyError
from engine.library import (
    LibraryBusyError,
    LibraryExistsError,
    LibraryTooNewError,
    MigrationFailedError,
    OldSqliteError,
    Protection,
    create_library,
    open_library,
)
from engine.library.connection import Connection, refuse_old_sqlite, sqlite_driver
from engine.library.library import database_key
from engine.library.migrations import Step, migrate, statements, steps
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)


def test_a_used_folder_is_left_alone(tmp_path):
    (tmp_path / "library").mkdir()
    create_library(
        tmp_path / "library", protection=Protection(encrypted=False), settings=PLAIN
    ).library.close()
    before = sorted(path.name for path in (tmp_path / "library").iterdir())
    with pytest.raises(LibraryExistsError):
        create_library(tmp_path / "library", protection=Protection(encrypted=False))
    assert sorted(path.name for path in (tmp_path / "library").iterdir()) == before


def test_an_unencrypted_library_warns(created):
    assert bool(created.warnings)
    assert (created.recovery_key is None) == (not created.library.encrypted)


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_can_corrupt_libraries_is_refused(version):
    with pytest.raises(OldSqliteError, match=".".join(map(str, version))):
        refuse_old_sqlite(version)


def test_a_sound_sqlite_is_taken():
    refuse_old_sqlite((3, 51, 3))


def test_without_sqlcipher_an_encrypted_library_cannot_be_opened(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(MissingDependencyError):
        sqlite_driver(encrypted=True)


def test_a_library_of_a_later_version_is_refused_and_left_alone(library):
    with library.connection.transaction():
        library.connection.run("PRAGMA user_version = 999")
    with pytest.raises(LibraryTooNewError, match="999"):
        open_library(library.folder, data_key=library.data_key, settings=PLAIN)


def test_a_new_step_of_the_schema_is_taken_after_a_copy_was_saved(library, monkeypatch, add):
    add(library, "kept")
    latest = steps()[-1].version
    step = Step(latest + 1, "next", "ALTER TABLE documents ADD COLUMN colour TEXT;")
    monkeypatch.setattr("engine.library.library.steps", lambda: (*steps(), step))
    with open_library(library.folder, data_key=library.data_key, settings=PLAIN) as migrated:
        assert migrated.connection.value("PRAGMA user_version") == latest + 1
        assert migrated.connection.value("SELECT colour FROM documents") is None
    copy = library.folder / "backups" / f"before-schema-change-from-{latest}.db"
    saved = Connection(copy, key=database_key(library.data_key))
    assert saved.value("PRAGMA user_version") == latest
    assert saved.value("SELECT name FROM documents") == "kept"
    saved.close()


def test_a_step_that_fails_leaves_the_library_as_it_was(library):
    latest = steps()[-1].version
    bad = Step(latest + 1, "bad", "CREATE TABLE half (a);\nINSERT INTO nothing VALUES (1);")
    with pytest.raises(MigrationFailedError, match="library is as it was") as told:
        migrate(library.connection, (*steps(), bad), save=lambda _version: None)
    assert "nothing" in str(told.value.__cause__)
    assert library.connection.value("PRAGMA user_version") == latest
    assert library.connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0


def test_if_the_copy_cannot_be_saved_no_step_is_taken(library):
    step = Step(steps()[-1].version + 1, "next", "CREATE TABLE more (a);")

    def fail(_version):
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        migrate(library.connection, (*steps(), step), save=fail)
    assert library.connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'more'") == 0


def test_a_script_is_taken_apart_into_statements_with_triggers_whole():
    trigger = "CREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    sql = f"-- a; b\nCREATE TABLE a (b);\n{trigger}"
    assert len(list(statements(sql))) == 2
    with pytest.raises(ValueError, match="unfinished"):
        list(statements("CREATE TABLE a (b)"))


def test_every_table_is_strict(library):
    loose = library.connection.rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
    )
    assert [row[0] for row in loose] == []


def test_the_database_is_as_safe_as_it_can_be(created):
    connection = created.library.connection
    assert connection.value("PRAGMA journal_mode") == "wal"
    assert int(connection.value("PRAGMA synchronous")) == 2
    assert int(connection.value("PRAGMA foreign_keys")) == 1


def test_nothing_decrypted_goes_into_temporary_files(created):
    assert created.library.connection.value("PRAGMA temp_store") == 2  # Memory.


def test_a_change_by_another_process_is_seen_cheaply(library, reopen, add):
    other = reopen(library)
    before = library.data_version()
    assert library.data_version() == before
    add(other)
    assert library.data_version() != before


def test_a_library_held_for_too_long_is_told_as_busy(library):
    impatient = Connection(library.connection.path, key=database_key(library.data_key), busy_seconds=0.05)
    with library.connection.transaction(), pytest.raises(LibraryBusyError), impatient.transaction():
        pass
    with impatient.transaction():
        pass
    impatient.close()


def test_transactions_do_not_nest_and_undo_everything_when_they_fail(library):
    connection = library.connection
    with pytest.raises(RuntimeError, match="nest"), connection.transaction(), connection.transaction():
        pass
    with pytest.raises(ZeroDivisionError), connection.transaction():
        connection.run("UPDATE library SET epoch = 7")
        raise ZeroDivisionError
    assert connection.value("SELECT epoch FROM library") == 1


def test_transactions_together_stand_or_fall_as_one(library, reopen, add):
    connection, other = library.connection, reopen(library)
    with library.together():
        add(library, "one")
        add(library, "two")
        assert other.documents.count() == 0
    assert other.documents.count() == 2
    with pytest.raises(ZeroDivisionError), library.together():
        add(library, "three")
        raise ZeroDivisionError
    with pytest.raises(RuntimeError, match="a part failed"), library.together():
        add(library, "four")
        with suppress(ZeroDivisionError), connection.transaction():
            connection.run("UPDATE library SET epoch = 7")
            raise ZeroDivisionError
    assert other.documents.count() == 2
    assert connection.value("SELECT epoch FROM library") == 1
    with connection.transaction():
        connection.run("UPDATE library SET epoch = 8")
    assert library.changes.verify_chain() == []


def test_the_author_is_the_one_of_the_settings_or_the_login_name(created, tmp_path, monkeypatch):
    assert created.library.author == "Amina"
    monkeypatch.setenv("LOGNAME", "juma")
    with create_library(
        tmp_path / "b", protection=Protection(encrypted=False), settings=PLAIN
    ).library as other:
        assert other.author == "juma"
