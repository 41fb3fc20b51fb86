"""A library: one folder with a database, the files and the wrapped keys.

A library object is one connection and belongs to one thread; other threads and processes open their own. To
make a library is all or nothing: it is put together beside its place and then renamed into it.
"""

import getpass
import secrets
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.library.adjustments import Adjustments
from engine.library.answers import Answers
from engine.library.backup import (
    MANIFEST,
    BackupReport,
    Source,
    make_backup,
    refuse_used_folder,
    restore_backup,
)
from engine.library.bulk import Bulk
from engine.library.cases import Cases
from engine.library.changes import Changes
from engine.library.checking import CheckReport, Checkup, Problem, check_library, clock_warning
from engine.library.clock import Clock, SystemClock, timestamp
from engine.library.connection import BRING_BACK, Connection, can_be_written
from engine.library.crypt import derive
from engine.library.disk import Ballast, Disk, told_plainly
from engine.library.documents import Documents
from engine.library.drafts import clear_leftovers, draft_beside, put_in_place
from engine.library.errors import CorruptLibraryError
from engine.library.exchange import Exchange
from engine.library.files import Files
from engine.library.jobs import Jobs
from engine.library.keys import KEYS_FILE, KeyRing, Keys
from engine.library.keystore import KeyStore, NoKeyStore, SystemKeyStore
from engine.library.left_files import LeftFiles
from engine.library.line_drafts import LineDrafts
from engine.library.migrations import migrate, refuse_other_schema, steps
from engine.library.photos import Photos
from engine.library.questions import Questions
from engine.library.readings import Readings
from engine.library.recovery import ALPHABET
from engine.library.regions import Regions
from engine.library.reviews import Reviews
from engine.library.saved_searches import SavedSearches
from engine.library.search import Search
from engine.library.tags import Tags
from engine.library.texts import Texts, teach_texts
from engine.library.trash import Trash
from engine.progress import SILENT, Progress
from engine.settings import LibrarySettings

DATABASE = "library.db"
RUNNING = "running"
"""Folder for files that are held while something runs; it may be removed when nothing does."""
FILES = "files"
LEFT = "left"
BACKUPS = "backups"
BALLAST = "ballast"

KEY_FILE_WARNING = (
    "The key of this library lies in a file beside it, because this computer has no keyring and no"
    " passphrase was given. It protects a disk that is copied without that file, and nothing against"
    " whoever can read your files. Set a passphrase with 'sanduku library passphrase' to protect the"
    " library on a lost laptop."
)
OPEN_WARNING = (
    "This library is not encrypted: whoever holds this computer or a copy of its disk can read everything"
    " in it, the passwords of protected files included."
)


@dataclass(frozen=True, slots=True)
class Protection:
    """How a new library is protected.

    Attributes:
        encrypted: Whether it is encrypted at all.
        passphrase: Opens it; None for none.
        keyring: Whether the operating system's keyring may open it, where there is one.
    """

    encrypted: bool = True
    passphrase: str | None = None
    keyring: bool = True


@dataclass(frozen=True, slots=True)
class CreatedLibrary:
    """A library that was just made.

    Attributes:
        library: Open.
        recovery_key: To be printed and kept in a safe place; shown this once. None if it is not encrypted.
        warnings: What the person must know, as whole sentences.
    """

    library: "Library"
    recovery_key: str | None
    warnings: tuple[str, ...]


class Library:
    """An open library."""

    def __init__(
        self,
        folder: Path,
        connection: Connection,
        *,
        data_key: bytes | None,
        read_only: bool,
        keys: Keys,
        clock: Clock,
        disk: Disk,
        ballast: Ballast,
        settings: LibrarySettings,
        new_id: Callable[[], str],
    ) -> None:
        """Join the parts; use :func:`create_library` or :func:`open_library` instead."""
        self.folder = folder
        self.connection = connection
        self.data_key = data_key
        self.read_only = read_only
        self.author = settings.author or login_name()
        self.ballast = ballast
        self._keys = keys
        self._disk = disk
        self._clock = clock
        self._new_id = new_id
        self.changes = Changes(connection, clock)
        self.files = Files(folder / FILES, connection, disk, data_key)
        self.left = LeftFiles(folder / LEFT, disk, data_key)
        texts = Texts(connection)
        reviews = Reviews(connection, self.changes, clock)
        self.readings = Readings(
            connection, self.files, self.changes, texts, reviews, clock=clock, new_id=new_id
        )
        self.documents = Documents(
            connection, self.files, self.changes, clock=clock, new_id=new_id, author=self.author,
            trash_days=settings.trash_days,
        )  # fmt: skip
        self.jobs = Jobs(connection, self.readings, clock)
        self.search = Search(connection)
        author = self.author
        self.cases = Cases(connection, self.changes, clock=clock, new_id=new_id, author=author)
        self.tags = Tags(connection)
        self.saved_searches = SavedSearches(
            connection, self.changes, clock=clock, new_id=new_id, author=author
        )
        self.drafts = LineDrafts(connection, clock)
        self.adjustments = Adjustments(connection, self.changes, clock=clock, new_id=new_id, author=author)
        self.regions = Regions(connection, self.readings, clock, author=self.author)
        self.answers = Answers(connection, self.jobs, self.changes, clock=clock, new_id=new_id, author=author)
        self.questions = Questions(connection, self.jobs, self.answers, clock, new_id=new_id, author=author)
        self.photos = Photos(connection, self.jobs, self.changes, author=author)
        self.trash = Trash(
            connection,
            documents=self.documents,
            files=self.files,
            jobs=self.jobs,
            readings=self.readings,
            texts=texts,
            cases=self.cases,
            changes=self.changes,
            clock=clock,
            author=self.author,
            days=settings.trash_days,
        )
        self.bulk = Bulk(
            connection,
            trash=self.trash,
            reviews=reviews,
            cases=self.cases,
            changes=self.changes,
            author=self.author,
        )
        self.exchange = Exchange(
            connection,
            files=self.files,
            readings=self.readings,
            reviews=reviews,
            trash=self.trash,
            changes=self.changes,
            clock=clock,
            author=self.author,
            running=folder / RUNNING,
        )
        self.device_id: str = connection.value("SELECT device_id FROM library")
        self.library_id: str = connection.value("SELECT library_id FROM library")

    @property
    def encrypted(self) -> bool:
        """Whether the library is encrypted."""
        return self.data_key is not None

    @property
    def is_backup(self) -> bool:
        """Whether the folder is a backup, which is opened to be read alone."""
        return (self.folder / MANIFEST).exists()

    @property
    def epoch(self) -> int:
        """How often the library has gone its own way, from 1; grows with a restored copy, and a clock set."""
        return int(self.connection.value("SELECT epoch FROM library"))

    def together(self) -> AbstractContextManager[None]:
        """Make several changes within as one: all of them stand, or none."""
        return self.connection.together()

    def data_version(self) -> int:
        """Return a number that differs after another connection has changed something; takes microseconds."""
        return int(self.connection.value("PRAGMA data_version"))

    def change_passphrase(self, passphrase: str) -> None:
        """Set the passphrase, or replace it, and do away with the key file; raises WeakPassphraseError."""
        ring = self._keys.with_passphrase(self._keys.load(), self._key(), passphrase)
        self._keys.save(ring.without_slot("file"))
        self._keys.remove_key_file()

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens it."""
        return self._keys.load().slot("passphrase") is not None

    def new_recovery_key(self) -> str:
        """Return a new recovery key to be printed; the former one opens nothing but earlier backups."""
        ring, printed = self._keys.with_recovery_key(self._keys.load(), self._key())
        self._keys.save(ring)
        return printed

    def check(self, progress: Progress = SILENT, *, quick: bool = False) -> CheckReport:
        """Look the library over.

        Args:
            progress: Told how far it is.
            quick: Look whether files are there, and do not read them to their end.
        """
        return check_library(
            lambda: self._checkup(_connect(self.folder, self.data_key, read_only=self.read_only)),
            progress,
            quick=quick,
            read_only=self.read_only,
        )

    def clock_warning(self) -> Problem | None:
        """Return what a person must know of the change log's clock, None if nothing."""
        return clock_warning(self.changes)

    def repair(self) -> int:
        """Make anew what can be, and return how many files and folders that a crash left over are gone.

        The search is made anew, and a change log whose clock had run ahead begins an epoch at the present
        time: see :meth:`engine.library.changes.Changes.begin_anew`.
        """
        removed = self._checkup(self.connection).repair()
        if self.changes.clock_ahead() is not None:
            with self.connection.transaction():
                self.changes.begin_anew(self.library_id, author=self.author)
        return removed + clear_leftovers(self.folder.absolute().parent)

    def backup(self, target: Path, progress: Progress = SILENT) -> BackupReport:
        """Copy the library as it is at this moment into a new folder, and read the copy back.

        Raises:
            LibraryExistsError: There is something in the folder.
            DiskFullError: There is no room; nothing is left there.
            BackupError: The copy is not sound.
        """
        key = self.data_key
        source = Source(
            folder=self.folder,
            connection=self.connection,
            files=self.files,
            open_copy=lambda path, read_only: Connection(path, key=database_key(key), read_only=read_only),
            files_of_copy=lambda folder, connection: Files(folder, connection, self._disk, key),
            keys=self._keys.for_backup(),
            database=DATABASE,
            files_folder=FILES,
            keys_file=KEYS_FILE,
        )
        return make_backup(source, target, self._disk, progress=progress)

    @staticmethod
    def restore_backup(source: Path, folder: Path, progress: Progress = SILENT) -> None:
        """Bring a library back from a backup into a new folder; open it with passphrase or recovery key.

        Raises:
            BackupError: It is no backup, or not whole; nothing was restored.
            LibraryExistsError: There is something in the folder.
            DiskFullError: There is no room; nothing is left there.
        """
        restore_backup(source, folder, progress=progress)

    def part_from_copy(self) -> None:
        """Go on as a device of its own, because somebody copied the folder and uses the copy as well."""
        _become_device(self, self._new_id(), "cloned")

    def close(self) -> None:
        """Close the library."""
        self.exchange.network_log.close()
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _checkup(self, connection: Connection) -> Checkup:
        files = Files(self.folder / FILES, connection, self._disk, self.data_key)
        changes = Changes(connection, self._clock)
        return Checkup(
            self.folder, connection, files, changes, self.readings.index_document, self.answers.index_all
        )

    def _key(self) -> bytes:
        if self.data_key is None:
            raise ValueError("a library that is not encrypted has no keys")
        return self.data_key


def create_library(
    folder: Path,
    *,
    protection: Protection,
    clock: Clock | None = None,
    settings: LibrarySettings | None = None,
    key_store: KeyStore | None = None,
    disk: Disk | None = None,
    new_id: Callable[[], str] | None = None,
) -> CreatedLibrary:
    """Make a library in a folder that does not exist or is empty, and open it.

    Args:
        folder: Where.
        protection: How it is protected.
        clock: Tells the time; the computer's own by default.
        settings: Of the library.
        key_store: The keyring; the operating system's by default.
        disk: How to write.
        new_id: Gives ids that are unique in the world.

    Raises:
        LibraryExistsError: There is something in the folder.
        WeakPassphraseError: The passphrase is too short.
        DiskFullError: There is no room; nothing was made.
    """
    clock, settings = clock or SystemClock(), settings or LibrarySettings()
    disk, new_id = disk or Disk(), new_id or random_id
    refuse_used_folder(folder)
    draft = draft_beside(folder)
    try:
        store = (key_store or SystemKeyStore()) if protection.keyring else NoKeyStore()
        ring, data_key, recovery_key, warnings = _new_keys(draft, protection, store, disk, new_id())
        connection = _connect(draft, data_key)
        try:
            migrate(connection, steps(), save=_no_copy, fresh=True)
            with connection.transaction():
                device_id, moment = new_id(), timestamp(clock.now())
                connection.run(
                    "INSERT INTO library (only, library_id, device_id, epoch, created_at) VALUES (1, ?, ?,"
                    " 1, ?)",
                    (ring.library_id, device_id, moment),
                )
                Changes(connection, clock).record(
                    "library",
                    ring.library_id,
                    "created",
                    {"device": device_id, "created_at": moment},
                    author=settings.author or login_name(),
                )
        finally:
            connection.close()
        put_in_place(draft, folder, disk)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    library = open_library(
        folder, data_key=data_key, clock=clock, settings=settings, key_store=store, disk=disk, new_id=new_id
    )
    return CreatedLibrary(library, recovery_key, warnings)


def open_library(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    data_key: bytes | None = None,
    clock: Clock | None = None,
    settings: LibrarySettings | None = None,
    key_store: KeyStore | None = None,
    disk: Disk | None = None,
    new_id: Callable[[], str] | None = None,
    progress: Progress = SILENT,
) -> Library:
    """Open a library with one of its keys; with none given, by the keyring and then the key file.

    One that lies where nothing can be written, and a backup, are opened to be read alone: ``read_only`` of
    the library tells so, and whatever would write raises ReadOnlyLibraryError. One of an earlier version is
    brought up to date first, which takes minutes for a large one and tells ``progress``.

    Raises:
        NotALibraryError: There is none in the folder.
        LibraryLockedError: A passphrase is needed.
        WrongPassphraseError: The passphrase is not right.
        WrongRecoveryKeyError: The recovery key is mistyped or another library's.
        KeyLostError: What this computer kept is gone.
        CorruptLibraryError: The database or the key file is damaged.
        LibraryTooNewError: A later version made it.
        OldSqliteError: The SQLite at hand is not safe.
        ReadOnlyLibraryError: Nothing can be written there, and it cannot be read without.
    """
    clock, settings = clock or SystemClock(), settings or LibrarySettings()
    disk, new_id = disk or Disk(), new_id or random_id
    keys = Keys(folder, key_store or SystemKeyStore(), disk)
    ring = keys.load()
    if not ring.encrypted:
        data_key = None
    elif data_key is None:
        data_key = keys.unlock(ring, passphrase=passphrase, recovery_key=recovery_key)
    _refuse_without_database(folder)
    ballast = Ballast(folder / BALLAST, settings.ballast_megabytes << 20, disk)
    # A backup that is opened as if it were a library would no longer be what its manifest says.
    read_only = not can_be_written(folder / DATABASE) or (folder / MANIFEST).exists()
    connection = _connect(folder, data_key, ballast, read_only=read_only, progress=progress)
    try:
        if read_only:
            refuse_other_schema(connection, steps())
        else:
            migrate(connection, steps(), save=partial(_save_before, folder, data_key, disk))
        library = Library(
            folder,
            connection,
            data_key=data_key,
            read_only=read_only,
            keys=keys,
            clock=clock,
            disk=disk,
            ballast=ballast,
            settings=settings,
            new_id=new_id,
        )
        if not read_only:
            if ring.restored:
                _begin_epoch(library, keys, ring, new_id())
            ballast.keep()
    except BaseException:
        connection.close()
        raise
    return library


def _refuse_without_database(folder: Path) -> None:
    if not (folder / DATABASE).exists():
        raise CorruptLibraryError(
            "The database of this library is missing.", which=folder / DATABASE, remedy=BRING_BACK
        )


def random_id() -> str:
    """Return 130 random bits as 26 letters and digits that cannot be mistaken for one another."""
    return "".join(secrets.choice(ALPHABET) for _ in range(26)).lower()


def login_name() -> str:
    """Return the name of the person who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # No such entry, as in a container.
        return "unknown"


def database_key(data_key: bytes | None) -> bytes | None:
    """Return the key of the database from the data key."""
    return None if data_key is None else derive(data_key, "sanduku database")


def _new_keys(
    folder: Path, protection: Protection, store: KeyStore, disk: Disk, library_id: str
) -> tuple[KeyRing, bytes | None, str | None, tuple[str, ...]]:
    """Make the keys of a new library; return them with the recovery key and the warnings."""
    keys = Keys(folder, store, disk)
    ring = KeyRing(library_id, encrypted=protection.encrypted)
    if not protection.encrypted:
        keys.save(ring)
        return ring, None, None, (OPEN_WARNING,)
    data_key = secrets.token_bytes(32)
    warnings: tuple[str, ...] = ()
    ring, recovery_key = keys.with_recovery_key(ring, data_key)
    if protection.passphrase is not None:
        ring = keys.with_passphrase(ring, data_key, protection.passphrase)
    ring = keys.with_keyring(ring, data_key) or ring
    if not (ring.slot("passphrase") or ring.slot("keyring")):
        ring = keys.with_key_file(ring, data_key)
        warnings = (KEY_FILE_WARNING,)
    keys.save(ring)
    return ring, data_key, recovery_key, warnings


def _connect(
    folder: Path,
    data_key: bytes | None,
    ballast: Ballast | None = None,
    *,
    read_only: bool = False,
    progress: Progress = SILENT,
) -> Connection:
    connection = Connection(
        folder / DATABASE, key=database_key(data_key), ballast=ballast, read_only=read_only
    )
    teach_texts(connection, progress)
    return connection


def _save_before(folder: Path, data_key: bytes | None, disk: Disk, version: int) -> None:
    """Copy the database, durably, before its schema is changed."""
    disk.make_folder(folder / BACKUPS)
    target = folder / BACKUPS / f"before-schema-change-from-{version}.db"
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    # SQLite copies from no connection that holds the write lock: another one reads what is there.
    with (
        closing(_connect(folder, data_key)) as source,
        closing(Connection(draft, key=database_key(data_key))) as copy,
    ):
        source.copy_to(copy)
    with told_plainly(target):
        disk.move(draft, target)
        disk.flush_folder(target.parent)


def _no_copy(_version: int) -> None:
    """A new database holds nothing yet."""


def _begin_epoch(library: Library, keys: Keys, ring: KeyRing, device_id: str) -> None:
    """Mark that this copy of the library goes its own way from here on, as a device of its own.

    A backup may be older than what was sent from here, and the original may live on elsewhere: in both cases
    the numbers of the change log would be given twice, were it not for the epoch. Two restores of one backup
    would begin the same epoch, were it not for the new device.
    """
    _become_device(library, device_id, "restored")
    keys.save(replace(ring, restored=False))


def _become_device(library: Library, device_id: str, kind: str) -> None:
    former = library.device_id
    with library.connection.transaction():
        library.connection.run("UPDATE library SET epoch = epoch + 1, device_id = ?", (device_id,))
        library.changes.record(
            "library",
            library.library_id,
            kind,
            {"device": device_id, "former_device": former},
            author=library.author,
        )
    library.device_id = device_id
