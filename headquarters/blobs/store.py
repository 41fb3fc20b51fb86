"""Where the bytes of files lie: a folder or a bucket that speaks S3, by one library for both.

A file's place follows from its team and its hash alone; no name that anybody sent becomes a path.
Whoever stores has checked the hash. When ``put`` returns, the bytes are durable.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, S3Store

from engine.errors import DiskFullError
from headquarters.errors import BusyError, ConfigurationError

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_TEAM = re.compile(r"[0-9a-z]{1,64}", re.ASCII)
_NO_SPACE = ("no space left", "os error 28", "quota exceeded", "os error 122")


class BlobStoreError(BusyError):
    """The place where files are stored cannot be reached."""

    code = "blobs.unreachable"


class BlobStore:
    """The stored files of all teams.

    Args:
        store: Of the library.
        folder: The folder, where it is one; its files are then forced to the disk.
    """

    def __init__(self, store: ObjectStore, folder: Path | None = None) -> None:
        self._store = store
        self._folder = folder
        self._forced: set[Path] = set()

    @classmethod
    def at(cls, place: str | Path) -> Self:
        """Open a folder, made if need be, or ``s3://bucket/prefix``; raises ConfigurationError.

        Keys, region and endpoint of a bucket come from the usual variables: ``AWS_ACCESS_KEY_ID``,
        ``AWS_SECRET_ACCESS_KEY``, ``AWS_REGION``, ``AWS_ENDPOINT``, ``AWS_ALLOW_HTTP``.
        """
        text = str(place)
        if text.startswith("s3://"):
            return cls(S3Store.from_url(text))
        if "://" in text:
            raise ConfigurationError(
                "Files are stored in a folder or in an S3 bucket.",
                which="SANDUKU_HQ_BLOBS",
                remedy="Name a folder, or s3://bucket/prefix.",
            )
        folder = Path(text).expanduser().absolute()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(LocalStore(prefix=folder), folder)

    def put(self, team_id: str, sha256: str, content: bytes | Path) -> None:
        """Store a file durably; what is there already is replaced by the same.

        Raises:
            DiskFullError: There is no room.
            BlobStoreError: The place cannot be reached.
            FileNotFoundError: The file that was to be stored is not there, or not any more.
        """
        key = key_of(team_id, sha256)
        try:
            obstore.put(self._store, key, content)
            if self._folder is not None:
                self._force_to_disk(self._folder, self._folder / key)
        except (BaseError, OSError) as error:
            if isinstance(content, Path) and not content.exists():
                raise FileNotFoundError(content) from error
            if any(words in str(error).lower() for words in _NO_SPACE):
                raise DiskFullError("There is no room for further files at headquarters.") from None
            raise BlobStoreError("Files cannot be stored at the moment.", remedy="Try again soon.") from error

    def _force_to_disk(self, root: Path, file: Path) -> None:
        """Force a new file to the disk, and every folder in which something is new."""
        _force(file)
        _force(file.parent)
        if file.parent not in self._forced:  # It may be new, and so may be the one that it lies in.
            for folder in file.parents[1:]:
                if folder.is_relative_to(root):
                    _force(folder)
            self._forced.add(file.parent)

    def open(self, team_id: str, sha256: str) -> bytes | None:
        """Return a whole file, None if it is not there; for pictures and JSON, which fit into memory."""
        try:
            return bytes(obstore.get(self._store, key_of(team_id, sha256)).bytes())
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise BlobStoreError("Files cannot be read at the moment.", remedy="Try again soon.") from error

    def read(self, team_id: str, sha256: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of a file from ``start`` up to ``end``; raises FileNotFoundError at the first."""
        key = key_of(team_id, sha256)
        if start == 0 and end is None:
            for piece in obstore.get(self._store, key).stream(min_chunk_size=1 << 20):
                yield bytes(piece)
            return
        last = self.size(team_id, sha256) if end is None else end
        if last is None:
            raise FileNotFoundError(key)
        for place in range(start, last, 1 << 20):
            yield bytes(obstore.get_range(self._store, key, start=place, end=min(place + (1 << 20), last)))

    def size(self, team_id: str, sha256: str) -> int | None:
        """Return the size of a file in bytes, None if it is not there."""
        try:
            return int(obstore.head(self._store, key_of(team_id, sha256))["size"])
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise BlobStoreError("Files cannot be read at the moment.", remedy="Try again soon.") from error

    def remove(self, team_id: str, sha256: str) -> None:
        """Remove a file; nothing happens if it is not there."""
        try:
            obstore.delete(self._store, key_of(team_id, sha256))
        except FileNotFoundError:
            return
        except BaseError as error:
            raise BlobStoreError(
                "Files cannot be removed at the moment.", remedy="Try again soon."
            ) from error

    def check(self) -> None:
        """Ask the place for a sign of life; raises BlobStoreError."""
        try:
            next(iter(obstore.list(self._store, chunk_size=1)), None)
        except (BaseError, OSError) as error:
            raise BlobStoreError("Files cannot be stored at the moment.", remedy="Try again soon.") from error


def key_of(team_id: str, sha256: str) -> str:
    """Return the place of a file within the store; raises ValueError for what is no id or no hash."""
    if not _TEAM.fullmatch(team_id) or not _HASH.fullmatch(sha256):
        raise ValueError("not the id of a team, or not a SHA-256")
    return f"{team_id}/{sha256[:2]}/{sha256}"


def _force(path: Path) -> None:
    """Force a file, or what a folder holds, to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
