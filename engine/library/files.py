"""The library's files (originals, page images, thumbnails), each named for its content.

A file is asked for by the SHA-256 of its content in the clear. On the disk an encrypted library names it by a
keyed hash of that, because the plain hash would tell whoever finds the laptop which known documents are in
it. A file is durable before :meth:`Files.put` returns; the database refers to it only after that, so a crash
leaves at most a file that nobody refers to, which :meth:`Files.collect` removes.
"""

import hashlib
import hmac
import io
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from engine.library.connection import Connection
from engine.library.crypt import (
    DecryptingReader,
    damaged,
    derive,
    encrypt,
    missing,
    pieces_of,
    plain_size,
    unreadable,
)
from engine.library.disk import Disk, told_plainly
from engine.library.errors import (
    DamagedFileError,
    MissingFileError,
    ReadOnlyLibraryError,
    SourceChangedError,
    SourceUnreadableError,
)
from engine.progress import SILENT, Progress

_DRAFT_SECONDS = 24 * 3600
"""An unfinished file that nobody has written to for this long was left by a crash."""

REFERENCES = """
    SELECT sha256 FROM documents
    UNION SELECT image_sha256 FROM readings WHERE image_sha256 IS NOT NULL
    UNION SELECT thumbnail_sha256 FROM readings WHERE thumbnail_sha256 IS NOT NULL
    UNION SELECT sha256 FROM wanted_files WHERE tier = 4 AND sha256 IS NOT NULL
"""
"""Every place of the database that refers to a file."""

_HERE = f"{REFERENCES} EXCEPT SELECT sha256 FROM released_files"
"""Without those that were given away, because headquarters has them."""


class Files:
    """Stores bytes under the hash of their content."""

    def __init__(self, folder: Path, connection: Connection, disk: Disk, data_key: bytes | None) -> None:
        """Store in a folder.

        Args:
            folder: Holds the files, in 256 subfolders.
            connection: The database that refers to them.
            disk: How to write.
            data_key: The library's key; None stores in the clear.
        """
        self._folder = folder
        self._quarantine = folder / "quarantine"
        self._connection = connection
        self._disk = disk
        self._key = derive(data_key, "sanduku files") if data_key else None
        self._name_key = derive(data_key, "sanduku file names") if data_key else None

    def put(self, data: bytes | Path, *, expected: str | None = None, progress: Progress = SILENT) -> str:
        """Store bytes or the content of a file, durably, and return their SHA-256.

        A file of any size is read piece by piece, twice: first for its hash, which tells whether it is known
        already, then to encrypt it. What is stored and damaged is stored anew.

        Args:
            data: The bytes or the file.
            expected: The SHA-256 that it must have, where somebody has looked into it before.
            progress: Told how far it is.

        Raises:
            DiskFullError: There is no room; nothing is half there.
            SourceUnreadableError: The file cannot be read.
            SourceChangedError: The file was altered meanwhile.
        """
        size = 0

        def measure(piece: bytes) -> None:
            nonlocal size
            size += len(piece)

        sha256 = hash_of(data, measure)
        if expected not in (None, sha256):
            raise _changed(data)
        target = self.path(sha256)
        self._disk.make_folder(self._folder)
        self._disk.make_folder(target.parent)
        if self.is_whole(sha256):
            with told_plainly(target):
                self._disk.flush_folder(target.parent)  # Whoever stored it may have been killed before this.
            return sha256
        try:
            self._write(data, sha256, size, progress)
        except ReadOnlyLibraryError:
            # On Windows a file cannot be replaced while it is read: somebody else has just stored the same.
            if not self.is_whole(sha256):
                raise
        return sha256

    def has(self, sha256: str) -> bool:
        """Return whether a content is stored."""
        return self.path(sha256).exists()

    def size(self, sha256: str) -> int:
        """Return the bytes of a content; raises MissingFileError."""
        with self.open(sha256) as stream:
            return stream.seek(0, io.SEEK_END)

    def stored_size(self, sha256: str) -> int:
        """Return the bytes of a content by the size of its file alone; raises as :meth:`size`.

        A file that was cut off is not found out here unless it is shorter than any can be.
        """
        path = self.path(sha256)
        try:
            found = path.stat().st_size
        except FileNotFoundError:
            raise missing(path) from None
        size = found if self._key is None else plain_size(found)
        if size < 0:
            raise damaged(path)
        return size

    def read(self, sha256: str) -> bytes:
        """Return a whole content, verified.

        Raises:
            MissingFileError: It is not stored.
            DamagedFileError: It was altered.
        """
        return b"".join(self._pieces(sha256))

    def open(self, sha256: str) -> BinaryIO:
        """Open a content for reading at any place, decrypting as it goes.

        Raises:
            MissingFileError: It is not stored.
            DamagedFileError: It was cut off or swapped; other damage shows when the damaged place is read.
        """
        path = self.path(sha256)
        try:
            stream = path.open("rb")
        except FileNotFoundError:
            raise missing(path) from None
        except OSError as error:
            raise unreadable(path, error) from error
        if self._key is None:
            return stream
        try:
            return cast(
                "BinaryIO",
                io.BufferedReader(
                    DecryptingReader(stream, key=self._key, sha256=sha256, which=path), 64 * 1024
                ),
            )
        except BaseException:
            stream.close()
            raise

    def export(self, sha256: str, target: Path) -> None:
        """Write a content to a file in the clear, verified, replacing what is there."""
        with self._disk.draft(target, private=False) as stream:
            for piece in self._pieces(sha256):
                self._disk.write(stream, piece)

    def verify(self, sha256: str) -> None:
        """Read a content to its end; raises MissingFileError or DamagedFileError."""
        for _ in self._pieces(sha256):
            pass

    def is_whole(self, sha256: str) -> bool:
        """Return whether a content is stored and undamaged; reads it to its end."""
        try:
            self.verify(sha256)
        except (MissingFileError, DamagedFileError):
            return False
        return True

    def look(self, sha256: str) -> None:
        """Open a content without reading it; raises MissingFileError or DamagedFileError."""
        self.open(sha256).close()

    def referenced(self) -> Iterator[str]:
        """Yield every content that the database refers to and that must be here, once."""
        for row in self._connection.rows(_HERE):
            yield row[0]

    def collect(self, candidates: Iterable[str] | None = None) -> int:
        """Remove files that the database does not refer to, and return how many.

        The lock on the database is held meanwhile: whoever adds a document checks within its own transaction
        that the file is still there (see ``Documents.add``), so no file is taken from under it.

        Args:
            candidates: Contents that may have become free; None looks at every file, and at drafts that a
                crash left behind.
        """
        with self._connection.transaction():
            if candidates is None:
                known = [row[0] for row in self._connection.rows(REFERENCES)]
                kept = {path for sha256 in known for path in (self.path(sha256), self._aside(sha256))}
                stored = [*self.stored(), *self._quarantine.glob("*")]
                free = [path for path in stored if path not in kept] + list(self._stale_drafts())
            else:
                gone = [sha256 for sha256 in candidates if not self._is_referenced(sha256)]
                free = [path for sha256 in gone for path in (self.path(sha256), self._aside(sha256))]
            removed = 0
            for path in free:
                # Windows keeps a file that a worker reads at this moment; then the next time finds it.
                with suppress(FileNotFoundError, PermissionError):
                    path.unlink()
                    removed += 1
        return removed

    # The quarantine: files that are out of use, and can come back.

    def set_aside(self, sha256: str) -> None:
        """Move a content into the quarantine, durably; raises MissingFileError."""
        self._disk.make_folder(self._quarantine)
        self._move(self.path(sha256), self._aside(sha256))

    def bring_back(self, sha256: str) -> None:
        """Move a content back from the quarantine, durably; raises MissingFileError."""
        self._disk.make_folder(self.path(sha256).parent)
        self._move(self._aside(sha256), self.path(sha256))

    def is_aside(self, sha256: str) -> bool:
        """Return whether a content lies in the quarantine."""
        return self._aside(sha256).exists()

    def has_aside(self) -> bool:
        """Return whether anything lies in the quarantine, without a look at each content."""
        return self._quarantine.is_dir() and any(self._quarantine.iterdir())

    def drop_aside(self, sha256: str) -> None:
        """Remove a content from the quarantine for good, if it is there."""
        self._aside(sha256).unlink(missing_ok=True)

    def _aside(self, sha256: str) -> Path:
        return self._quarantine / self.path(sha256).name

    def _move(self, source: Path, target: Path) -> None:
        if not source.exists():
            raise missing(source)
        with told_plainly(target):
            self._disk.move(source, target)
            self._disk.flush_folder(target.parent)
            self._disk.flush_folder(source.parent)

    def stored(self) -> Iterator[Path]:
        """Yield every finished file of the folder."""
        yield from (path for path in self._folder.glob("??/*") if path.suffix != ".draft")

    def path(self, sha256: str) -> Path:
        """Return where a content lies, or would lie."""
        if self._name_key is None:
            name = sha256
        else:
            name = hmac.new(self._name_key, bytes.fromhex(sha256), hashlib.sha256).hexdigest()
        return self._folder / name[:2] / name

    def _write(self, data: bytes | Path, sha256: str, size: int, progress: Progress) -> None:
        check, done = hashlib.sha256(), 0

        def seen(piece: bytes) -> None:
            nonlocal done
            check.update(piece)
            done += len(piece)
            progress.update(done=done, total=size, label="bytes")
            if done > size:  # At once: a file may grow faster than it is read.
                raise _changed(data)

        with self._disk.draft(self.path(sha256)) as stream:
            plain = _pieces_of_source(data, seen)
            for piece in plain if self._key is None else encrypt(plain, key=self._key, sha256=sha256):
                self._disk.write(stream, piece)
            if check.hexdigest() != sha256:
                raise _changed(data)

    def _pieces(self, sha256: str) -> Iterator[bytes]:
        """Yield a content piece by piece; at its end it is verified."""
        check = hashlib.sha256()
        with self.open(sha256) as stream:
            try:
                yield from pieces_of(stream, check.update)
            except OSError as error:
                raise unreadable(self.path(sha256), error) from error
        if check.hexdigest() != sha256:
            raise damaged(self.path(sha256))

    def _is_referenced(self, sha256: str) -> bool:
        return bool(
            self._connection.value(
                "SELECT EXISTS (SELECT 1 FROM documents WHERE sha256 = :sha256)"
                " OR EXISTS (SELECT 1 FROM readings WHERE image_sha256 = :sha256)"
                " OR EXISTS (SELECT 1 FROM readings WHERE thumbnail_sha256 = :sha256)"
                " OR EXISTS (SELECT 1 FROM wanted_files WHERE tier = 4 AND sha256 = :sha256)",
                {"sha256": sha256},
            )
        )

    def _stale_drafts(self) -> Iterator[Path]:
        for path in self._folder.glob("??/*.draft"):
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > _DRAFT_SECONDS:
                    yield path


def hash_of(data: bytes | Path, on_piece: Callable[[bytes], None] | None = None) -> str:
    """Return the SHA-256 of bytes or of a file's content, in hexadecimal.

    Raises:
        SourceUnreadableError: The file cannot be read.
    """
    check = hashlib.sha256()
    for piece in _pieces_of_source(data, on_piece):
        check.update(piece)
    return check.hexdigest()


def _pieces_of_source(data: bytes | Path, on_piece: Callable[[bytes], None] | None) -> Iterator[bytes]:
    try:
        with io.BytesIO(data) if isinstance(data, bytes) else data.open("rb") as stream:
            yield from pieces_of(stream, on_piece)
    except OSError as error:
        raise SourceUnreadableError(
            f"The file cannot be read ({error.strerror or error}).",
            which=data if isinstance(data, Path) else None,
            remedy="Check that it still exists and that you may read it.",
        ) from error


def _changed(data: bytes | Path) -> SourceChangedError:
    return SourceChangedError(
        "The file was altered while it was being added.",
        which=data if isinstance(data, Path) else None,
        remedy="Wait until it is complete, then add it again.",
    )
