"""Writes a bundle: members in ``tar`` in ``zstd`` in ``age``, in parts, and the signed index last of all.

Should nothing of Sanduku be at hand, the recovery key opens them with the usual tools: ``cat part-* | age -d
-i KEY | zstd -d | tar -x``.
"""

import errno
import hashlib
import io
import json
import shutil
import tarfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

import pyrage
import zstandard

from engine.durability import sync, sync_folder
from engine.errors import DiskFullError, SandukuError
from engine.progress import SILENT, Progress
from engine.renaming import give_name
from engine.sync.bundles.errors import BundleError
from engine.sync.bundles.index import INDEX, Index, Part
from engine.sync.bundles.pipes import drained
from engine.sync.wire.parsing import to_base64
from engine.sync.wire.signatures import sign

PART_BYTES = 1 << 30
"""Of one part at most; FAT32 takes no file of four times that."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Member:
    """One file within a bundle.

    Attributes:
        name: Its path within, of ASCII letters, digits, ``/``, ``-`` and ``.``.
        size: Its bytes.
        open: Opens it for reading, when its turn has come.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Make one of bytes."""
        return cls(name, len(content), lambda: io.BytesIO(content))


def write_bundle(
    folder: Path,
    index: Index,
    members: Iterable[Member],
    *,
    recipients: list[Any],
    private_key: bytes,
    part_bytes: int = PART_BYTES,
    progress: Progress = SILENT,
) -> Index:
    """Write a bundle into a folder that does not exist, and return its index with the parts.

    Args:
        folder: Where; appears with its index last, after everything else is on the disk.
        index: Without parts.
        members: What is in it; asked for one by one.
        recipients: Who can open it, as pyrage has them.
        private_key: Ed25519, of whoever makes it.
        part_bytes: Of one part at most.
        progress: Told of the bytes of members so far.

    Raises:
        DiskFullError: There is no room; nothing is left there.
        BundleError: Nothing can be written there, as on a stick that is protected.
        SandukuError: A member cannot be read; nothing is left there.
    """
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        with _PartsWriter(folder, part_bytes) as parts:

            def encrypt(source: BinaryIO) -> None:
                try:
                    pyrage.encrypt_io(source, parts, recipients)
                finally:
                    parts.raise_failure()

            # Members come from a library, which belongs to the thread that asks: the other one encrypts.
            with drained(encrypt) as target:
                _pack(members, target, progress)
        whole = Index(**{**_shallow(index), "parts": tuple(parts.parts)})
        signature = to_base64(sign(private_key, whole.message()))
        text = json.dumps({"index": whole.to_json(), "signature": signature}, indent=1)
        _write_durably(folder / INDEX, text.encode())
        sync_folder(folder)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError) and not isinstance(error, SandukuError) and error.errno in _FULL:
            raise _unwritable(folder, error) from error
        raise
    return whole


def _unwritable(folder: Path, error: OSError) -> SandukuError:
    """Return what a person is told when the place takes no bundle."""
    if error.errno in _FULL:
        return DiskFullError(
            "There is no room for the bundle.",
            which=folder,
            remedy="Free some room, or use another stick.",
        )
    return BundleError(
        f"No bundle can be written there ({error.strerror or error}).",
        which=folder,
        remedy="Take the write protection off the stick, or name a folder that is yours to write to.",
    )


class _PartsWriter:
    """Takes a stream of bytes and writes it as files of a bounded size, each on the disk before the next."""

    def __init__(self, folder: Path, part_bytes: int) -> None:
        self.parts: list[Part] = []
        self._folder = folder
        self._part_bytes = part_bytes
        self._stream: BinaryIO | None = None
        self._digest = hashlib.sha256()
        self._size = 0
        self._failure: OSError | None = None

    def raise_failure(self) -> None:
        """Raise what went wrong: age's library loses the errors of its last writes."""
        if self._failure is not None:
            raise self._failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def write(self, data: bytes) -> int:
        try:
            self._write(memoryview(data))
        except OSError as error:
            self._failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing: a part is forced to the disk when it ends."""

    def _write(self, view: memoryview) -> None:
        while view:
            if self._stream is None:
                name = f"part-{len(self.parts) + 1:05}.age"
                self._stream = (self._folder / name).open("xb")
                self._digest, self._size = hashlib.sha256(), 0
            piece = view[: self._part_bytes - self._size]
            self._stream.write(piece)
            self._digest.update(piece)
            self._size += len(piece)
            view = view[len(piece) :]
            if self._size == self._part_bytes:
                self._end()

    def _end(self) -> None:
        if self._stream is None:
            return
        stream, self._stream = self._stream, None
        with stream:
            stream.flush()
            sync(stream.fileno())
        self.parts.append(Part(Path(stream.name).name, self._size, self._digest.hexdigest()))


def _pack(members: Iterable[Member], target: BinaryIO, progress: Progress) -> None:
    """Write members as tar in zstd."""
    done = 0
    compressor = zstandard.ZstdCompressor(level=6, write_checksum=True)
    with (
        compressor.stream_writer(target, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for member in members:
            row = tarfile.TarInfo(member.name)
            row.size, row.mode = member.size, 0o600
            with member.open() as content:
                archive.addfile(row, content)
            done += member.size
            progress.update(done=done, total=None, label="bytes packed")


def _shallow(index: Index) -> dict[str, Any]:
    return {name: getattr(index, name) for name in Index.__slots__}


def _write_durably(path: Path, data: bytes) -> None:
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        sync(stream.fileno())
    give_name(draft, path)  # a scanner looks at what is new on a stick
