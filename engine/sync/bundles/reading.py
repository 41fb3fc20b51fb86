"""Reads what is in a bundle, member by member, while another thread opens its parts."""

import tarfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

import pyrage
import zstandard

from engine.sync.bundles.errors import DamagedBundleError, ForeignBundleError
from engine.sync.bundles.index import Index
from engine.sync.bundles.pipes import piped

_WINDOW = 1 << 27


def read_members(
    folder: Path, index: Index, identities: list[Any]
) -> Generator[tuple[str, int, BinaryIO], None, None]:
    """Yield name, size and content of what is in a bundle, in order; each is to be read before the next.

    Args:
        folder: Of the bundle, verified.
        index: Its index.
        identities: The keys that may open it, as pyrage has them.

    Raises:
        ForeignBundleError: None of the keys opens it.
        DamagedBundleError: It is not what it should be.
    """
    with _decrypted(folder, index, identities) as stream:
        try:
            with (
                zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(stream) as plain,
                tarfile.open(fileobj=cast("BinaryIO", plain), mode="r|") as archive,
            ):
                for member in archive:
                    content = archive.extractfile(member) if member.isreg() else None
                    if content is None:
                        raise DamagedBundleError("This bundle holds what no bundle holds.", which=folder)
                    yield member.name, member.size, cast("BinaryIO", content)
        except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
            raise DamagedBundleError(
                "The content of this bundle cannot be unpacked.", which=folder, remedy="Have it made again."
            ) from error


@contextmanager
def _decrypted(folder: Path, index: Index, identities: list[Any]) -> Iterator[BinaryIO]:
    """Give what is within the parts as a stream, which another thread fills."""

    def fill(target: BinaryIO) -> None:
        with _PartsReader(folder, index) as parts:
            try:
                try:
                    pyrage.decrypt_io(parts, target, identities)
                finally:
                    parts.raise_failure()
            except pyrage.DecryptError as error:
                if "No matching keys" in str(error):
                    raise ForeignBundleError(
                        "This bundle is meant for somebody else: no key here opens it.", which=folder
                    ) from error
                raise _altered(folder) from error
            except OSError as error:
                if error.errno is not None:  # Of a file, and not of age's library.
                    raise
                raise _altered(folder) from error

    with piped(fill) as stream:
        yield stream


class _PartsReader:
    """Reads the parts of a bundle as one stream."""

    def __init__(self, folder: Path, index: Index) -> None:
        self._left = [folder / part.name for part in index.parts]
        self._stream: BinaryIO | None = None
        self._failure: OSError | None = None

    def raise_failure(self) -> None:
        """Raise what went wrong, should age's library have lost it."""
        if self._failure is not None:
            raise self._failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._stream is not None:
            self._stream.close()

    def read(self, size: int) -> bytes:
        try:
            return self._read(size)
        except OSError as error:
            self._failure = error
            raise

    def _read(self, size: int) -> bytes:
        while True:
            if self._stream is None:
                if not self._left:
                    return b""
                self._stream = self._left.pop(0).open("rb")
            if data := self._stream.read(size):
                return data
            self._stream.close()
            self._stream = None


def _altered(folder: Path) -> DamagedBundleError:
    return DamagedBundleError(
        "The content of this bundle was altered.", which=folder, remedy="Have it made again."
    )
