"""Files that have come in part: kept in a folder, across cuts and crashes, until they are whole.

Two senders of one file may overlap, as when a laptop comes back before its cut connection was noticed,
perhaps to another process, or another computer that has the folder too. Each writes at its own place, and
the bytes of one hash are the same bytes; a wrong one is found by the hash at the end. How much is here is
what the file says and nothing else; that it is taken once, ``taking`` sees to.
"""

import errno
import hashlib
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from engine.errors import DiskFullError
from headquarters.blobs.store import key_of

PIECE = 1 << 20


class PartialFile:
    """A file that has come in part."""

    def __init__(self, path: Path) -> None:
        """Name it; it need not exist."""
        self.path = path

    @property
    def offset(self) -> int:
        """How many bytes of it are here."""
        try:
            # Opened, and not merely looked at: over a network that alone tells what others have written.
            with self.path.open("rb") as file:
                return os.fstat(file.fileno()).st_size
        except FileNotFoundError:
            return 0

    def open(self, offset: int) -> "PartialWriter":
        """Open it to write on from an offset, at most that of its end.

        Raises:
            DiskFullError: There is no room.
            FileNotFoundError: So much of it is not here any more; somebody else took it, or threw it away.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return PartialWriter(self.path, offset)
        except OSError as error:
            raise _told(error) from error

    def sha256(self) -> str:
        """Return the hash of what is here."""
        check = hashlib.sha256()
        with self.path.open("rb") as file:
            while piece := file.read(PIECE):
                check.update(piece)
        return check.hexdigest()

    def head(self) -> bytes:
        """Return the first bytes."""
        with self.path.open("rb") as file:
            return file.read(64)

    def remove(self) -> None:
        """Forget what is here."""
        self.path.unlink(missing_ok=True)


class PartialWriter:
    """Writes a part of a file; what was written is kept, whatever happens."""

    def __init__(self, path: Path, offset: int) -> None:
        """Open it; raises FileNotFoundError if less of it is here than the offset says."""
        flags = os.O_RDWR if offset else os.O_RDWR | os.O_CREAT
        self._file = os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)
        if os.fstat(self._file.fileno()).st_size < offset:
            self._file.close()
            raise FileNotFoundError(path)
        self._file.seek(offset)
        self.offset = offset

    def write(self, data: bytes) -> None:
        """Write on; raises DiskFullError."""
        view = memoryview(data)
        try:
            while view:
                written = self._file.write(view)
                self.offset += written
                view = view[written:]
        except OSError as error:
            raise _told(error) from error

    def close(self) -> None:
        """Force what was written to the disk, and close; raises DiskFullError."""
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _told(error) from error
        finally:
            self._file.close()


class Spool:
    """The folder of all files that have come in part.

    Args:
        folder: Made when the first part comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def part(self, team_id: str, sha256: str) -> PartialFile:
        """Return a file; raises ValueError for what is no id or no hash."""
        return PartialFile(self._folder / f"{key_of(team_id, sha256)}.part")

    def old(self, now: datetime, age: timedelta) -> Iterator[Path]:
        """Yield the parts that nobody has gone on with for so long."""
        limit = (now - age).timestamp()
        for path in self._folder.rglob("*.part"):
            try:
                if path.stat().st_mtime < limit:
                    yield path
            except FileNotFoundError:  # it became whole just now
                continue


def _told(error: OSError) -> Exception:
    """Return a full disk as that, and any other error as it is."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError("There is no room for further files at headquarters.")
    return error
