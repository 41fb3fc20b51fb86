"""The format of an encrypted file, and a reader that decrypts any part of it.

A file is a header and then chunks of 64 KiB, each sealed with AES-256-GCM::

    magic "SANDUKU1" (8) | salt (32) | chunk 0 | chunk 1 | ... | last chunk
    chunk = ciphertext (up to 65,536) | tag (16)

Every file has its own key, HKDF-SHA256 of the library's file key with the salt and the SHA-256 of the
content: a file that is put in another's place does not open. The nonce is the chunk's number (the key is
never used for another file); the number and whether it is the last chunk are associated data, so chunks
cannot be altered, reordered, dropped or cut off unnoticed (the STREAM construction of Hoang, Reyhanitabar,
Rogaway and Vizár 2015). This module knows nothing of folders or databases.
"""

import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.library.errors import DamagedFileError, MissingFileError

MAGIC = b"SANDUKU1"
CHUNK = 64 * 1024
_SALT = 32
_TAG = 16
HEADER = len(MAGIC) + _SALT


def derive(key: bytes, purpose: str, *, salt: bytes | None = None) -> bytes:
    """Return a 32-byte key for one purpose from another key (HKDF-SHA256)."""
    return HKDF(SHA256(), length=32, salt=salt, info=purpose.encode()).derive(key)


def encrypt(
    pieces: Iterable[bytes], *, key: bytes, sha256: str, salt: bytes | None = None
) -> Iterator[bytes]:
    """Yield an encrypted file piece by piece.

    Args:
        pieces: The content, in pieces of any length.
        key: The library's file key, 32 bytes.
        sha256: Of the whole content, in hexadecimal.
        salt: 32 random bytes; another value only in tests.
    """
    salt = os.urandom(_SALT) if salt is None else salt
    cipher = AESGCM(derive(key, f"sanduku file {sha256}", salt=salt))
    yield MAGIC + salt
    index, waiting = 0, bytearray()
    for piece in pieces:
        waiting += piece
        # One chunk stays behind, because the last one is sealed as the last.
        while len(waiting) > CHUNK:
            yield cipher.encrypt(_nonce(index), bytes(waiting[:CHUNK]), _label(index, last=False))
            del waiting[:CHUNK]
            index += 1
    yield cipher.encrypt(_nonce(index), bytes(waiting), _label(index, last=True))


class DecryptingReader(io.RawIOBase):
    """Reads an encrypted file at any place, one chunk at a time.

    The last chunk is opened first, so a file that was cut off is refused before anything is read from it.
    """

    def __init__(self, stream: BinaryIO, *, key: bytes, sha256: str, which: Path) -> None:
        """Read from an open file, which is closed with the reader.

        Args:
            stream: The encrypted file, seekable.
            key: The library's file key.
            sha256: Of the content that the file must have.
            which: Named in errors.

        Raises:
            DamagedFileError: The file is not whole, or is another one.
        """
        super().__init__()
        self._stream = stream
        self._which = which
        try:
            length = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            header = stream.read(HEADER)
        except OSError as error:
            raise unreadable(which, error) from error
        if len(header) < HEADER or not header.startswith(MAGIC) or length < HEADER + _TAG:
            raise self._damaged()
        sealed = length - HEADER
        self._last = max(0, -(-sealed // (CHUNK + _TAG)) - 1)
        self._size = sealed - (self._last + 1) * _TAG
        self._cipher = AESGCM(derive(key, f"sanduku file {sha256}", salt=header[len(MAGIC) :]))
        self._position = 0
        self._held: tuple[int, bytes] = (-1, b"")
        if self._size < self._last * CHUNK:
            raise self._damaged()
        self._chunk(self._last)

    @property
    def size(self) -> int:
        """Bytes of content."""
        return self._size

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move to a place in the content and return it."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        """Return the place in the content."""
        return self._position

    def readinto(self, buffer, /) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Fill a buffer as far as the present chunk goes and return the number of bytes."""
        if self._position >= self._size:
            return 0
        index, start = divmod(self._position, CHUNK)
        part = self._chunk(index)[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def close(self) -> None:
        """Close the reader and the file under it."""
        if not self.closed:
            self._stream.close()
        super().close()

    def _chunk(self, index: int) -> bytes:
        if self._held[0] != index:
            try:
                self._stream.seek(HEADER + index * (CHUNK + _TAG))
                sealed = self._stream.read(CHUNK + _TAG)
                content = self._cipher.decrypt(_nonce(index), sealed, _label(index, last=index == self._last))
            except (InvalidTag, ValueError) as error:
                raise self._damaged() from error
            except OSError as error:
                raise unreadable(self._which, error) from error
            self._held = (index, content)
        return self._held[1]

    def _damaged(self) -> DamagedFileError:
        return damaged(self._which)


def plain_size(stored: int) -> int:
    """Return how many bytes a stored file of some bytes holds, if it is whole; negative if it cannot be."""
    sealed = stored - HEADER
    return sealed - max(1, -(-sealed // (CHUNK + _TAG))) * _TAG


def damaged(which: Path) -> DamagedFileError:
    """Return the error that tells that a stored file is not what was stored."""
    return DamagedFileError(
        "This stored file was altered, cut off or swapped.",
        which=which,
        remedy="Run 'sanduku check' to see what it belongs to, and add the original again or restore a"
        " backup.",
    )


def unreadable(which: Path, error: OSError) -> DamagedFileError:
    """Return the error that tells that the disk does not give a stored file back."""
    return DamagedFileError(
        f"This stored file cannot be read ({error.strerror or error}).",
        which=which,
        remedy="Check that the disk is connected. If it is failing, back the library up to another one now.",
    )


def pieces_of_stored(path: Path, on_piece: Callable[[bytes], None]) -> Iterator[bytes]:
    """Yield a stored file as it lies on the disk; raises MissingFileError or DamagedFileError."""
    try:
        with path.open("rb") as stream:
            yield from pieces_of(stream, on_piece)
    except FileNotFoundError:
        raise missing(path) from None
    except OSError as error:
        raise unreadable(path, error) from error


def missing(which: Path) -> MissingFileError:
    """Return the error that tells that a stored file is gone."""
    return MissingFileError(
        "This stored file is no longer there.",
        which=which,
        remedy="Restore it from a backup, or add the original again.",
    )


def pieces_of(stream: BinaryIO, on_piece: Callable[[bytes], None] | None = None) -> Iterator[bytes]:
    """Yield what is left of a stream in pieces of at most a chunk, telling each to ``on_piece`` first."""
    while piece := stream.read(CHUNK):
        if on_piece is not None:
            on_piece(piece)
        yield piece


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")


def _label(index: int, *, last: bool) -> bytes:
    return index.to_bytes(8, "big") + (b"\x01" if last else b"\x00")
