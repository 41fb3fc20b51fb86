"""How a library stands, without bringing it up to date: its format, and how far its change log goes.

An installer of another version of Sanduku must know this before anything is changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.library.backup import MANIFEST, BackupReport, Source, make_backup
from engine.library.connection import Connection, can_be_written
from engine.library.disk import Disk
from engine.library.files import Files
from engine.library.keys import KEYS_FILE, Keys
from engine.library.keystore import KeyStore, SystemKeyStore
from engine.library.library import DATABASE, FILES, database_key
from engine.library.migrations import steps
from engine.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Standing:
    """How a library stands.

    Attributes:
        schema: The format of its database.
        sequence: Number of the last change in its log.
        documents: How many there are, those in the trash included.
    """

    schema: int
    sequence: int
    documents: int


def latest_schema() -> int:
    """Return the format of libraries that this version makes."""
    return steps()[-1].version


def key_of_library(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    key_store: KeyStore | None = None,
) -> bytes | None:
    """Return the data key of a library, None for one that is not encrypted; raises as ``open_library``."""
    keys = Keys(folder, key_store or SystemKeyStore(), Disk())
    ring = keys.load()
    if not ring.encrypted:
        return None
    return keys.unlock(ring, passphrase=passphrase, recovery_key=recovery_key)


def standing_of(folder: Path, data_key: bytes | None) -> Standing:
    """Look how a library stands; its format stays what it is.

    Raises:
        CorruptLibraryError: The database is damaged.
        LibraryUnreachableError: It cannot be read.
    """
    with _opened(folder, data_key) as connection:
        return Standing(
            schema=int(connection.value("PRAGMA user_version")),
            sequence=int(connection.value("SELECT coalesce(max(sequence), 0) FROM changes")),
            documents=int(connection.value("SELECT count(*) FROM documents")),
        )


def back_up_as_it_is(
    folder: Path, data_key: bytes | None, target: Path, progress: Progress = SILENT
) -> BackupReport:
    """Back a library up in the format that it has, be that of an earlier version or of a later one.

    Raises:
        LibraryExistsError: There is something in the folder of the backup.
        DiskFullError: There is no room; nothing is left there.
        BackupError: The copy is not sound.
    """
    disk = Disk()
    with _opened(folder, data_key) as connection:
        source = Source(
            folder=folder,
            connection=connection,
            files=Files(folder / FILES, connection, disk, data_key),
            open_copy=lambda path, read_only: Connection(
                path, key=database_key(data_key), read_only=read_only
            ),
            files_of_copy=lambda inner, copy: Files(inner, copy, disk, data_key),
            keys=Keys(folder, SystemKeyStore(), disk).for_backup(),
            database=DATABASE,
            files_folder=FILES,
            keys_file=KEYS_FILE,
        )
        return make_backup(source, target, disk, progress=progress)


@contextmanager
def _opened(folder: Path, data_key: bytes | None) -> Iterator[Connection]:
    path = folder / DATABASE
    # Where it can be written it is opened as usual: one that was not closed in good order is whole then too.
    # A backup would no longer be what its manifest says.
    read_only = (folder / MANIFEST).exists() or not can_be_written(path)
    connection = Connection(path, key=database_key(data_key), read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()
