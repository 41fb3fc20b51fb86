"""Two programs that open a library of an older schema at the same moment bring it forward once."""

import sqlite3
import threading
from pathlib import Path

import pytest

from engine.library import Protection, create_library, open_library
from engine.library.connection import Connection
from engine.library.migrations import Step, migrate
from engine.settings import LibrarySettings

FIRST = Step(1, "first", "CREATE TABLE notes (text TEXT);")
SECOND = Step(2, "second", "ALTER TABLE notes ADD COLUMN author TEXT;")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    connection = Connection(path, key=None)
    migrate(connection, (FIRST,), save=lambda _version: None, fresh=True)
    connection.close()
    return path


def test_only_one_of_two_programs_copies_and_alters_the_database(old: Path):
    saved: list[int] = []
    both_looked = threading.Barrier(2)

    def forward() -> None:
        connection = Connection(old, key=None)
        both_looked.wait(timeout=10)
        migrate(connection, (FIRST, SECOND), save=saved.append)
        connection.close()

    threads = [threading.Thread(target=forward) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert saved == [1]


def test_a_copy_that_fails_leaves_the_old_schema(old: Path):
    def no_room(_version: int) -> None:
        raise OSError("no room")

    connection = Connection(old, key=None)
    with pytest.raises(OSError, match="no room"):
        migrate(connection, (FIRST, SECOND), save=no_room)
    assert connection.value("PRAGMA user_version") == 1
    connection.close()


def test_a_real_library_is_copied_whole_before_its_schema_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from engine.library import library as module
    from engine.library.migrations import steps

    calm = LibrarySettings(ballast_megabytes=0)
    folder = tmp_path / "library"
    create_library(
        folder, protection=Protection(encrypted=False, keyring=False), settings=calm
    ).library.close()
    later = (*steps(), Step(steps()[-1].version + 1, "later", "CREATE TABLE later (x INTEGER);"))
    monkeypatch.setattr(module, "steps", lambda: later)
    open_library(folder, settings=calm).close()
    (copy,) = (folder / module.BACKUPS).glob("*.db")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (steps()[-1].version,)
    kept.close()
