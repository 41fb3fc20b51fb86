"""Backups at rest: encrypted with age to this headquarters and to its recovery key, or plain where asked.

A sealed file is read back after it was written; only then does it count.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

import pyrage
from pyrage import x25519

from engine.errors import BadInputError
from headquarters.errors import ConfigurationError

PIECE = 1 << 20
SUFFIX = ".age"


class BackupDamagedError(BadInputError):
    """A file of a backup is missing, damaged, or not encrypted to the key that was given."""

    code = "backup.damaged"


class Source(Protocol):
    """Something that bytes are read from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return some bytes, none at the end."""


class Hashing:
    """Passes bytes on while it takes their hash and counts them."""

    def __init__(self, source: Source | None = None) -> None:
        """Read from a source; with none, be written to."""
        self._source = source
        self._check = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return some bytes of the source."""
        assert self._source is not None
        data = self._source.read(size)
        self._note(data)
        return data

    def write(self, data: bytes, /) -> int:
        """Take bytes, and keep nothing of them."""
        self._note(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nothing to be written anywhere."""

    def hexdigest(self) -> str:
        """Return the SHA-256 of what has passed."""
        return self._check.hexdigest()

    def _note(self, data: bytes) -> None:
        self._check.update(data)
        self.size += len(data)


class Pieces:
    """Reads from pieces that come one after the other."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        """Read from these."""
        self._pieces = pieces
        self._held = b""

    def read(self, size: int = -1, /) -> bytes:
        """Return some bytes, none at the end."""
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._held = piece
        size = len(self._held) if size < 0 else size
        data, self._held = self._held[:size], self._held[size:]
        return data


class Seal:
    """Writes files of a backup and reads them.

    Args:
        recipients: Whom they are encrypted to, as age writes public keys; None leaves them plain.
        key: What they are read with, as age writes secret keys; None for plain ones.
    """

    def __init__(self, recipients: Sequence[str] | None, key: str | None) -> None:
        try:
            self._recipients = (
                None if recipients is None else [x25519.Recipient.from_str(each) for each in recipients]
            )
            self._keys = None if key is None else [x25519.Identity.from_str(key.strip())]
        except (pyrage.RecipientError, pyrage.IdentityError):
            raise ConfigurationError(
                "A key of the backup cannot be understood.",
                remedy="Give the line of the recovery key that begins with AGE-SECRET-KEY-.",
            ) from None

    @property
    def suffix(self) -> str:
        """What names of files end in."""
        return "" if self._recipients is None else SUFFIX

    def write(self, source: Source, target: Path) -> Hashing:
        """Write a file durably under its name, whole or not at all; return what was in it, in the clear."""
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft, passed = target.with_name(f"{target.name}.part"), Hashing(source)
        with _private(draft) as file:
            if self._recipients is None:
                while data := passed.read(PIECE):
                    file.write(data)
            else:
                pyrage.encrypt_io(passed, file, self._recipients)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        force_folder(target.parent)
        return passed

    def read(self, path: Path, target: Callable[[bytes], object] | None = None) -> Hashing:
        """Read a file to its end, handing on what is in it; raises BackupDamagedError."""
        passed = _Teeing(target)
        try:
            with path.open("rb") as file:
                if path.suffix != SUFFIX:
                    while data := file.read(PIECE):
                        passed.write(data)
                else:
                    if self._keys is None:
                        raise BackupDamagedError(
                            "The backup is encrypted.",
                            which=path,
                            remedy="Give the recovery key, or the keys of this headquarters.",
                        )
                    pyrage.decrypt_io(file, passed, self._keys)
        except (pyrage.DecryptError, OSError) as error:
            if passed.failure is not None:
                raise passed.failure from None  # of whatever it was handed on to, such as a full disk
            raise BackupDamagedError(
                "A file of the backup cannot be read.",
                which=path,
                remedy="Use another backup, or the key that this one was made with.",
            ) from error
        return passed


class _Teeing(Hashing):
    def __init__(self, target: Callable[[bytes], object] | None) -> None:
        super().__init__()
        self._target = target
        self.failure: OSError | None = None

    def write(self, data: bytes, /) -> int:
        data = bytes(data)
        try:
            if self._target is not None:
                self._target(data)
        except OSError as error:
            self.failure = error
            raise
        return super().write(data)


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file


def force_folder(folder: Path) -> None:
    """Force what a folder holds to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
