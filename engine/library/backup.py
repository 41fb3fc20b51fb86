"""Backups: a whole library in one folder, made while it is in use, and brought back from there.

A backup holds a consistent copy of the database, the files that it refers to, the wrapped keys (never the key
file, so that it opens with the passphrase or the recovery key alone) and a manifest with the hash of every
file. The manifest is written last, after everything was read back: a folder without it is no backup.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import DiskFullError, SandukuError
from engine.library.connection import Connection
from engine.library.crypt import pieces_of_stored
from engine.library.disk import Disk
from engine.library.drafts import draft_beside, put_in_place
from engine.library.errors import BackupError, DamagedFileError, LibraryExistsError, MissingFileError
from engine.library.files import Files
from engine.progress import SILENT, Progress

MANIFEST = "backup.json"
FORMAT = 1
_SNAPSHOTS = 3
_PLAIN_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds.

    Attributes:
        folder: Where it lies.
        files: How many files of documents and pages.
        byte_size: Of everything.
        damaged: Files of the library that are damaged or missing, and so are not sound in the backup either.
    """

    folder: Path
    files: int
    byte_size: int
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The library that is backed up.

    Attributes:
        folder: Where it lies.
        connection: Its database.
        files: Its files.
        open_copy: Opens a copy of the database, given its path and whether only to read it.
        files_of_copy: Gives the files of a copy, given their folder and its database.
        keys: What ``keys.json`` of the backup holds.
        database: Name of the database file.
        files_folder: Name of the folder of the files.
        keys_file: Name of the file of the wrapped keys.
    """

    folder: Path
    connection: Connection
    files: Files
    open_copy: Callable[[Path, bool], Connection]
    files_of_copy: Callable[[Path, Connection], Files]
    keys: bytes
    database: str
    files_folder: str
    keys_file: str


def make_backup(source: Source, target: Path, disk: Disk, *, progress: Progress = SILENT) -> BackupReport:
    """Back a library up into a folder that does not exist or is empty, and read it back.

    Raises:
        LibraryExistsError: There is something in the folder.
        DiskFullError: There is no room; nothing is left there.
        BackupError: The copy of the database is not sound.
    """
    refuse_used_folder(target)
    _refuse_small_disk(source, target, disk)
    draft = draft_beside(target)
    try:
        manifest = _copy_all(source, draft, disk, progress)
        damaged = _read_back(source, draft, progress)
        disk.write_file(draft / source.keys_file, source.keys)
        manifest[source.keys_file] = [hashlib.sha256(source.keys).hexdigest(), len(source.keys)]
        disk.write_file(draft / MANIFEST, json.dumps({"format": FORMAT, "files": manifest}).encode())
        put_in_place(draft, target, disk)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    stored = sum(name.startswith(source.files_folder) for name in manifest)
    return BackupReport(target, stored, sum(size for _, size in manifest.values()), damaged)


def restore_backup(
    source: Path, folder: Path, *, progress: Progress = SILENT, disk: Disk | None = None
) -> None:
    """Bring a library back from a backup into a folder that does not exist or is empty.

    Every file is compared with the manifest; nothing appears in the folder unless all are whole.

    Raises:
        BackupError: It is no backup, or not whole.
        LibraryExistsError: There is something in the folder.
        DiskFullError: There is no room; nothing is left there.
    """
    disk = disk or Disk()
    files = _manifest(source)
    refuse_used_folder(folder)
    draft = draft_beside(folder)
    try:
        for done, (name, (sha256, _size)) in enumerate(files.items(), 1):
            try:
                found, _ = _copy(source / name, _prepared(draft, name, disk), disk)
            except (MissingFileError, DamagedFileError):
                found = ""
            if found != sha256:
                raise BackupError(
                    "A file of this backup is damaged or missing; nothing was restored.",
                    which=source / name,
                    remedy="Use another backup, or copy this one from its first medium again.",
                )
            progress.update(done=done, total=len(files), label="files")
        put_in_place(draft, folder, disk)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def refuse_used_folder(folder: Path) -> None:
    """Raise LibraryExistsError unless the folder does not exist, or is empty and no disk of its own."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LibraryExistsError(
            "There is something in this folder already.", which=folder, remedy="Choose an empty or a new one."
        )
    if folder.is_mount():
        # What is put together beside it would lie on another disk, and could not take its place.
        raise LibraryExistsError(
            "This is a whole disk or stick, whose place no folder can take.",
            which=folder,
            remedy=f"Choose a new folder in it, such as {folder / 'sanduku'}.",
        )


def _copy_all(source: Source, draft: Path, disk: Disk, progress: Progress) -> dict[str, list[Any]]:
    """Copy database and files; return name, hash and size of each."""
    copied: dict[str, list[Any]] = {}
    database = draft / source.database
    for _ in range(_SNAPSHOTS):
        database.unlink(missing_ok=True)
        copy = source.open_copy(database, False)  # noqa: FBT003
        try:
            source.connection.copy_to(copy)
            copy.run("PRAGMA journal_mode = DELETE")  # One file, which opens on a read-only medium too.
            wanted = list(source.files_of_copy(source.folder / source.files_folder, copy).referenced())
        finally:
            copy.close()
        missing = []
        for done, sha256 in enumerate(wanted, 1):
            path = source.files.path(sha256)
            name = f"{source.files_folder}/{path.parent.name}/{path.name}"
            if name not in copied:
                try:
                    copied[name] = list(_copy(path, _prepared(draft, name, disk), disk))
                except (MissingFileError, DamagedFileError):
                    missing.append(sha256)
            progress.update(done=done, total=2 * len(wanted), label="files")
        # What was removed for good meanwhile, a new copy of the database does not ask for. What the library
        # itself lacks is told by the reading back.
        if set(missing) <= set(source.files.referenced()):
            break
    check = hashlib.sha256()
    size = sum(len(piece) for piece in pieces_of_stored(database, check.update))
    copied[source.database] = [check.hexdigest(), size]
    return copied


def _read_back(source: Source, draft: Path, progress: Progress) -> tuple[str, ...]:
    """Read a copy to its end; return the files that are damaged.

    Raises:
        BackupError: The copy of the database is not sound.
    """
    copy = source.open_copy(draft / source.database, True)  # noqa: FBT003
    try:
        pragmas = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check")
        faults = [row for pragma in pragmas for row in copy.rows(pragma) if row[0] != "ok"]
        if faults:
            raise BackupError(
                f"The copy of the database is not sound ({faults[0][0]}).",
                which=source.connection.path,
                remedy="Run 'sanduku check'; keep the backups that you have.",
            )
        files, damaged = source.files_of_copy(draft / source.files_folder, copy), []
        wanted = list(files.referenced())
        for done, sha256 in enumerate(wanted, 1):
            try:
                files.verify(sha256)
            except SandukuError as error:
                damaged.append(f"{error.which}: {error.what}")
            progress.update(done=len(wanted) + done, total=2 * len(wanted), label="read back")
    finally:
        copy.close()
    return tuple(damaged)


def _manifest(source: Path) -> dict[str, tuple[str, int]]:
    try:
        data = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): (str(sha256), int(size)) for name, (sha256, size) in data["files"].items()}
        # Nothing may be written outside the library's folder, whatever a name means to this system.
        if data["format"] != FORMAT or not all(_PLAIN_NAME.fullmatch(name) for name in files):
            raise ValueError("not a manifest of this format")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(
            "There is no whole backup in this folder.",
            which=source,
            remedy="Choose the folder that holds the file backup.json.",
        ) from error
    return files


def _copy(source: Path, target: Path, disk: Disk) -> tuple[str, int]:
    """Copy a file durably and return hash and size; raises MissingFileError or DamagedFileError."""
    check, size = hashlib.sha256(), 0
    with disk.draft(target) as copy:
        for piece in pieces_of_stored(source, check.update):
            disk.write(copy, piece)
            size += len(piece)
    return check.hexdigest(), size


def _refuse_small_disk(source: Source, target: Path, disk: Disk) -> None:
    needed = sum(_size(path) for path in (source.connection.path, *source.files.stored()))
    parent = next(folder for folder in target.absolute().parents if folder.is_dir())
    free = disk.room(parent)
    if needed > free:
        raise DiskFullError(
            f"The backup needs {needed / 1e6:,.0f} MB and there are {free / 1e6:,.0f} MB free.",
            which=target,
            remedy="Choose another disk, or free some space.",
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # Removed for good just now.
        return 0


def _prepared(draft: Path, name: str, disk: Disk) -> Path:
    """Return where a file of a copy goes, its folders made."""
    target = draft / name
    for folder in reversed([each for each in target.parents if each.is_relative_to(draft) and each != draft]):
        disk.make_folder(folder)
    return target
