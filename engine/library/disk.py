"""Files that survive a power cut: written beside, flushed to the disk, then renamed into place.

Every write of the library outside SQLite goes through a :class:`Disk`, so that a test can fill the disk at
any of them. This module knows nothing of what is in the files.
"""

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from engine.durability import sync, sync_folder
from engine.errors import DiskFullError
from engine.library.errors import LibraryUnreachableError, ReadOnlyLibraryError
from engine.renaming import PATIENCE, give_name

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


class Disk:
    """The primitives of durable writing."""

    patience: tuple[float, ...] = PATIENCE
    """Seconds to wait before each further try to give a file its name."""

    def write(self, stream: BinaryIO, data: bytes) -> None:
        """Append bytes to an open file."""
        stream.write(data)

    def flush(self, stream: BinaryIO) -> None:
        """Return when what was written to the file is on the disk itself."""
        stream.flush()
        sync(stream.fileno())

    def move(self, draft: Path, target: Path) -> None:
        """Give a finished file or folder its name, atomically; a file of that name is replaced."""
        give_name(draft, target, patience=self.patience)

    def flush_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk itself."""
        sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Make a folder whose parent exists, unless it is there; it is durable either way."""
        with told_plainly(folder):
            folder.mkdir(exist_ok=True)
            # Also if it is there: whoever made it may have been killed before this.
            self.flush_folder(folder.parent)

    @contextmanager
    def draft(self, target: Path, *, within: Path | None = None, private: bool = True) -> Iterator[BinaryIO]:
        """Write a file that appears under its name complete, or not at all.

        Args:
            target: The name that it gets at the end.
            within: Folder for the unfinished file, on the same volume; by default the target's own.
            private: Whether only this user may read it.

        Raises:
            DiskFullError: There is no room; the unfinished file is gone.
            ReadOnlyLibraryError: Nothing can be written there.
        """
        folder = within or target.parent
        draft = folder / f"{secrets.token_hex(12)}.draft"
        with told_plainly(target):
            try:
                descriptor = os.open(
                    draft,
                    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0),
                    0o600 if private else 0o644,
                )
                with os.fdopen(descriptor, "wb", buffering=0) as stream:
                    yield stream
                    self.flush(stream)
                self.move(draft, target)
                self.flush_folder(target.parent)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise

    def write_file(self, target: Path, data: bytes) -> None:
        """Write a whole small file atomically and durably, readable by this user alone."""
        with self.draft(target) as stream:
            self.write(stream, data)

    def room(self, folder: Path) -> int:
        """Return the free bytes on the folder's volume."""
        return shutil.disk_usage(folder).free


class Ballast:
    """A file that only takes up room, to be given up when the disk is full.

    With it gone there is room to finish the page at hand, to save a correction and to close in good order. It
    is made again when there is room four times over.
    """

    def __init__(self, path: Path, size: int, disk: Disk) -> None:
        """Look after a ballast file of ``size`` bytes; 0 means that there is none."""
        self._path = path
        self._size = size
        self._disk = disk

    def keep(self) -> bool:
        """Make the file if it is missing and there is room; return whether it is there."""
        if self._path.exists():
            return True
        if self._size == 0 or self._disk.room(self._path.parent) < 4 * self._size:
            return False
        try:
            with self._disk.draft(self._path) as stream:
                self._fill(stream)
        except DiskFullError:
            return False
        return True

    def give_up(self) -> bool:
        """Remove the file; return whether that made room."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        return True

    def _fill(self, stream: BinaryIO) -> None:
        if hasattr(os, "posix_fallocate") and sys.platform != "darwin":
            try:
                os.posix_fallocate(stream.fileno(), 0, self._size)
            except OSError as error:
                if error.errno in _FULL:
                    raise
            else:
                return
        # Random bytes: zeros take no room on a volume that compresses.
        for start in range(0, self._size, 1 << 20):
            self._disk.write(stream, os.urandom(min(1 << 20, self._size - start)))


@contextmanager
def told_plainly(which: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write into errors that say what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full(which) from error
        if error.errno in _READ_ONLY:
            raise ReadOnlyLibraryError(
                "Nothing can be written here.",
                which=which,
                remedy="Take off the write protection of the disk or folder, or choose another place.",
            ) from error
        raise LibraryUnreachableError(
            f"This cannot be written ({error.strerror or error}).",
            which=which,
            remedy="Check that the disk is connected and that the folder exists, then try again.",
        ) from error


def disk_full(which: Path) -> DiskFullError:
    """Return the error that tells that the volume of ``which`` is full."""
    return DiskFullError(
        "The disk is full. What was being written was undone; everything stored before is safe.",
        which=which,
        remedy="Free some space or empty the trash, then try again.",
    )
