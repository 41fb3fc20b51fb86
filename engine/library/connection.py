"""The one way to talk to the library's database.

A :class:`Connection` belongs to one thread. Writes happen only inside ``with connection.transaction():``;
there are no implicit transactions. Every error of SQLite's becomes one of ours in :func:`_translated`, or
stays what it is if it is a bug. This module knows neither tables nor keys' origins.
"""

import errno
import importlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, TypeVar

from engine.errors import MissingDependencyError, SandukuError, how_to_mend
from engine.library.disk import Ballast, disk_full
from engine.library.errors import (
    CorruptLibraryError,
    LibraryBusyError,
    LibraryUnreachableError,
    OldSqliteError,
    ReadOnlyLibraryError,
)

Row = Any
"""A row of the result, indexed by position or column name."""

Result = TypeVar("Result")

SAFE_SQLITE = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode (the WAL-reset bug)."""

ROOM_TO_OPEN = 1 << 17

BRING_BACK = (
    "Keep this folder as it is, and bring the latest backup back into a new one:"
    " 'sanduku restore BACKUP --into NEWFOLDER'. Then add again what came after that backup."
)
COPY_FIRST = (
    "Copy the whole folder, with every file in it, to a disk that can be written, and open the copy:"
    " 'sanduku list --library COPY'."
)

_BUSY, _LOCKED, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANT_OPEN, _NOT_A_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26
_CORRUPT_INDEX = 11 | (1 << 8)  # SQLITE_CORRUPT_VTAB: of the virtual tables, and only the search has any.
_IO_CORRUPT = {10 | (2 << 8), 10 | (33 << 8)}  # SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS


class Connection:
    """A connection to a database, encrypted or not."""

    def __init__(
        self,
        path: Path,
        *,
        key: bytes | None = None,
        busy_seconds: float = 30.0,
        ballast: Ballast | None = None,
        read_only: bool = False,
    ) -> None:
        """Open a database, making an empty one if the file does not exist.

        Args:
            path: The database file.
            key: The 32-byte key of SQLCipher, used as it is; None for a database in the clear.
            busy_seconds: How long to wait for another process before giving up.
            ballast: Given up when the disk is full, so that :meth:`finish` can try once more.
            read_only: Leave the file as it is, where nobody can write it or nobody will.

        Raises:
            ReadOnlyLibraryError: Only to be read, and what was written last is not in the file yet.
            OldSqliteError: The SQLite at hand is not safe.
            CorruptLibraryError: The file is no database, or the key is not its key.
        """
        self.path = path
        self._ballast = ballast
        self._together = self._spoilt = False
        driver = sqlite_driver(encrypted=key is not None)
        self._error: type[Exception] = driver.Error
        uri = f"{path.absolute().as_uri()}?{_access(path) if read_only else 'mode=rwc'}"

        def connect() -> None:
            try:
                self._raw = driver.connect(
                    uri, uri=True, isolation_level=None, timeout=busy_seconds, cached_statements=256
                )
            except self._error as error:
                _translated(error, path)
            self._raw.row_factory = driver.Row
            try:
                self._set_up(key, read_only=read_only)
            except BaseException:
                self._raw.close()
                raise

        try:
            connect()
        except (LibraryUnreachableError, ReadOnlyLibraryError) as error:
            if read_only and _has_log(path):
                raise _unfinished(path) from error
            # SQLite needs some room beside the file even to read, and says "disk I/O error" if there is none.
            if read_only or not _is_full(path):
                raise
            if ballast is None or not ballast.give_up():
                raise disk_full(path) from error
            connect()

    def _set_up(self, key: bytes | None, *, read_only: bool) -> None:
        if key is not None:
            self.run("PRAGMA cipher_log_level = NONE")  # It writes to standard error.
            self.run(f"PRAGMA key = \"x'{key.hex()}'\"")
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA trusted_schema = OFF")
        self.run("PRAGMA temp_store = MEMORY")  # Nothing decrypted may reach a temporary file.
        self.run("PRAGMA cache_size = -16384")
        self.value("SELECT count(*) FROM sqlite_schema")  # The first read: here a wrong key shows.
        if not read_only:
            self.run("PRAGMA journal_mode = WAL")
            self.run("PRAGMA synchronous = FULL")
            self.run("PRAGMA fullfsync = ON")  # macOS alone heeds these two.
            self.run("PRAGMA checkpoint_fullfsync = ON")

    def rows(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        try:
            found: list[Row] = self._raw.execute(sql, parameters).fetchall()
        except self._error as error:
            _translated(error, self.path)
        return found

    def row(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def value(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> Any:  # noqa: ANN401
        """Return the first column of the first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    def stream(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one."""
        try:
            yield from self._raw.execute(sql, parameters)
        except self._error as error:
            _translated(error, self.path)

    def run(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> int:
        """Do one statement and return the number of rows that it changed."""
        try:
            count: int = self._raw.execute(sql, parameters).rowcount
        except self._error as error:
            _translated(error, self.path)
        return count

    def insert(self, sql: str, parameters: Iterable[Any] | dict[str, Any] = ()) -> int:
        """Insert one row and return its number."""
        try:
            number: int = self._raw.execute(sql, parameters).lastrowid
        except self._error as error:
            _translated(error, self.path)
        return number

    def run_many(self, sql: str, parameters: Iterable[Iterable[Any]]) -> None:
        """Do one statement with many sets of parameters."""
        try:
            self._raw.executemany(sql, parameters)
        except self._error as error:
            _translated(error, self.path)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._raw.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all writes within, durably, or none of them. Not to be nested.

        Raises:
            DiskFullError: There was no room; everything was undone.
            LibraryBusyError: Another process held the library for too long.
        """
        if self._together:
            with self._joined():
                yield
            return
        if self.in_transaction:
            raise RuntimeError("transactions do not nest")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # After some errors, a full disk among them, SQLite has rolled back already.
            if self.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Do all transactions within as one: what each of them writes stands, or nothing of any.

        Raises:
            RuntimeError: One of them failed and that was passed over; everything was undone.
        """
        with self.transaction():
            self._together, self._spoilt = True, False
            try:
                yield
            finally:
                self._together = False
            if self._spoilt:
                raise RuntimeError("a part failed, and the whole cannot stand without it")

    @contextmanager
    def _joined(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._spoilt = True
            raise

    def finish(self, work: Callable[[], Result]) -> Result:
        """Do work that should not be lost to a full disk: if need be once more, without the ballast."""
        try:
            return work()
        except SandukuError as error:
            if error.code != "disk-full" or self._ballast is None or not self._ballast.give_up():
                raise
            if self._together:  # Only the whole can be tried again.
                raise
            return work()

    def teach(self, name: str, function: Callable[[str], str]) -> None:
        """Let statements call a function that gives a text for a text, and always the same."""
        self._raw.create_function(name, 1, function, deterministic=True)

    def limit_pages(self, count: int) -> None:
        """Let the database grow to at most ``count`` pages, as if the disk were full beyond them."""
        self.run(f"PRAGMA max_page_count = {int(count)}")

    def copy_to(self, target: "Connection") -> None:
        """Copy the database as it is at this moment into another one."""
        try:
            self._raw.backup(target._raw)
        except self._error as error:
            _translated(error, self.path)

    def close(self) -> None:
        """Close the connection; whatever is not committed is undone."""
        self._raw.close()


def can_be_written(database: Path) -> bool:
    """Tell whether a database and its folder can be written, where SQLite keeps its log while it works.

    The file is not opened to find out: to close it would take from this process the locks that its other
    connections hold (POSIX), and with them what keeps two writers apart.
    """
    effective = os.access in os.supports_effective_ids
    if not all(os.access(path, os.W_OK, effective_ids=effective) for path in (database.parent, database)):
        return False
    if os.name != "nt":
        return True
    try:  # Windows answers for the attributes alone, and its locks survive a look.
        with database.open("r+b"):
            return True
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS)


def sqlite_driver(*, encrypted: bool) -> ModuleType:
    """Return the DB-API module to use: sqlcipher3, or for a library in the clear a sound ``sqlite3``.

    Raises:
        MissingDependencyError: The library is encrypted and sqlcipher3 is not installed.
        OldSqliteError: The SQLite at hand can corrupt a library.
    """
    try:
        driver = importlib.import_module("sqlcipher3")
    except ImportError:
        if encrypted:
            raise MissingDependencyError(
                "The package sqlcipher3 is not installed; without it an encrypted library cannot be opened.",
                remedy=how_to_mend(),
            ) from None
        driver = importlib.import_module("sqlite3")
    refuse_old_sqlite(driver.sqlite_version_info)
    return driver


def refuse_old_sqlite(version: tuple[int, ...]) -> None:
    """Raise OldSqliteError for a version that has the WAL-reset bug."""
    if version < SAFE_SQLITE:
        wanted = ".".join(map(str, SAFE_SQLITE))
        raise OldSqliteError(
            f"SQLite {'.'.join(map(str, version))} has a fault that can destroy a library.",
            remedy=f"Install sqlcipher3 0.6.4 or later, or a Python with SQLite {wanted} or later.",
        )


def _is_full(path: Path) -> bool:
    """Tell whether there is too little room for the index of the log that SQLite keeps beside the file."""
    try:
        return shutil.disk_usage(path.parent).free < ROOM_TO_OPEN
    except OSError:
        return False  # The folder is gone, and that is another trouble.


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _has_log(path: Path) -> bool:
    try:
        return _log(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def _access(path: Path) -> str:
    """Return how SQLite is to open a database that is only to be read.

    In WAL mode it wants to write beside the file even to read, unless it is told that the file never changes.
    That it must not be told where the log still holds what was written last: it would not look there.
    """
    return "mode=ro" if _has_log(path) else "mode=ro&immutable=1"


def _unfinished(path: Path) -> ReadOnlyLibraryError:
    return ReadOnlyLibraryError(
        "This library was not closed in good order, and it lies where nothing can be written, so what was"
        " written last cannot be brought in.",
        which=path.parent,
        remedy=COPY_FIRST,
    )


def _translated(error: Exception, path: Path) -> NoReturn:
    """Raise our error for one of SQLite's; one that no person can mend is raised as it is."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code == _FULL:
        raise disk_full(path) from error
    if code in (_BUSY, _LOCKED):
        raise LibraryBusyError(
            "Another program is using the library and did not let go of it.",
            which=path.parent,
            remedy="Wait for it to finish, or close it, and try again.",
        ) from error
    # SQLite tells some damage of an index by words alone.
    if extended == _CORRUPT_INDEX or (code == _CORRUPT and str(error).startswith("fts5:")):
        raise CorruptLibraryError(
            "The search index is damaged; documents and readings are not.",
            which=path,
            remedy="Make the index anew with 'sanduku check --repair'.",
        ) from error
    if code in (_CORRUPT, _NOT_A_DATABASE) or extended in _IO_CORRUPT:
        raise CorruptLibraryError(
            f"The database is damaged, or belongs to other keys than those beside it ({error}).",
            which=path,
            remedy=BRING_BACK,
        ) from error
    if code == _READ_ONLY:
        raise ReadOnlyLibraryError(
            "The database cannot be written.",
            which=path,
            remedy=f"Take off the write protection of the disk or folder. Or: {COPY_FIRST}",
        ) from error
    if code in (_CANT_OPEN, _IO):
        raise LibraryUnreachableError(
            f"The database cannot be reached ({error}).",
            which=path,
            remedy="Check that the disk is connected and that you may read the folder, then try again.",
        ) from error
    raise error
