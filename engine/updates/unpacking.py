"""Unpacks the program of an update into a folder: the files that its manifest names, and nothing else.

The bytes were compared with the manifest before. All the same, nothing of the archive is believed: its
entries must be plain files that the manifest names, of the length and the hash that it says, each of them
once; and what it unpacks to is counted.
"""

import errno
import hashlib
import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import zstandard

from engine.packs.durable import sync, sync_folder
from engine.packs.pack import PIECE, stop_if
from engine.progress import Progress
from engine.updates.container import UpdateFile, reading
from engine.updates.errors import UpdateDamagedError, UpdateUnsafeError
from engine.updates.manifest import ProgramFile, UpdateManifest

LARGEST_WINDOW = 1 << 27
"""Bytes that unpacking may hold in memory to look back at."""
ROOM_FOR_HEADERS = 4096
"""Bytes of the archive beside the content, for each file at the most."""
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What file systems say that have no links."""
_MODES = {True: 0o755, False: 0o644}


def unpack(update: UpdateFile, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """Unpack a program into a folder that does not exist; all of it has reached the disk afterwards.

    Raises:
        UpdateUnsafeError: The archive holds anything else than the manifest says.
        UpdateDamagedError: A file is not the one that was signed, or missing.
        CancelledError: ``cancelled`` said so.
        OSError: It cannot be written, as where the disk is full.
    """
    manifest = update.manifest
    folder.mkdir(mode=0o755, parents=True)
    left = dict(manifest.files)
    done = 0
    with update.payload() as packed:
        # The stream is a context manager of its own, and closes nothing that is ours.
        unpacked = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).stream_reader(packed)
        counted = _Counted(unpacked, manifest.unpacked + ROOM_FOR_HEADERS * (len(left) + 8), update.path)
        try:
            with tarfile.open(fileobj=cast("IO[bytes]", counted), mode="r|", bufsize=PIECE) as archive:
                for entry in archive:
                    file = _expected(entry, left, update.path)
                    content = archive.extractfile(entry)
                    assert content is not None, entry.name
                    done = _write(
                        content, folder / entry.name, file, _Telling(done, manifest, progress, cancelled)
                    )
        except (tarfile.TarError, zstandard.ZstdError, EOFError, ValueError, RecursionError) as error:
            raise _damaged(update.path, str(error)) from error
    if left:
        raise _damaged(update.path, f"{min(left)} is missing")
    _link(manifest, folder)
    # Those too that hold nothing but folders: else a power cut could lose whole branches of the program.
    for each in (folder, *(path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink())):
        sync_folder(each)
    sync_folder(folder.parent)


class _Counted:
    """A stream that gives no more than it may."""

    def __init__(self, source: Any, most: int, which: Path) -> None:  # noqa: ANN401 - has no type of use
        self._source, self._left, self._which = source, most, which

    def read(self, size: int) -> bytes:
        with reading(self._which):
            piece: bytes = self._source.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise _unsafe(self._which, "it unpacks to more than it says")
        return piece


class _Telling:
    """Counts what was written, tells it, and heeds the wish to stop."""

    def __init__(
        self, done: int, manifest: UpdateManifest, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        self.done, self._total = done, manifest.unpacked
        self._progress, self._cancelled = progress, cancelled

    def add(self, count: int) -> None:
        self.done += count
        self._progress.update(done=self.done, total=self._total)
        stop_if(self._cancelled)


def _expected(entry: tarfile.TarInfo, left: dict[str, ProgramFile], which: Path) -> ProgramFile:
    if not entry.isreg() or entry.issparse():
        raise _unsafe(which, f"'{entry.name[:100]}' is a link, a folder or a device")
    file = left.pop(entry.name, None)
    if file is None:
        raise _unsafe(which, f"'{entry.name[:100]}' is none of the files that were signed, or there twice")
    if entry.size != file.byte_size:
        raise _unsafe(which, f"'{entry.name[:100]}' is of another length than was signed")
    return file


def _write(content: IO[bytes], target: Path, file: ProgramFile, telling: _Telling) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("xb") as stream:
        while piece := content.read(PIECE):
            stream.write(piece)
            digest.update(piece)
            telling.add(len(piece))
        stream.flush()
        sync(stream.fileno())
    if digest.hexdigest() != file.sha256:
        raise _damaged(target, "its content is another")
    target.chmod(_MODES[file.executable])
    return telling.done


def _link(manifest: UpdateManifest, folder: Path) -> None:
    for name, target in manifest.links.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.symlink_to(target.replace("/", os.sep))
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # A stick has no links: what is meant lies there twice then.
            meant = path.parent / target
            if meant.is_dir():
                shutil.copytree(meant, path)
            else:
                shutil.copy2(meant, path)


def _damaged(which: Path, why: str) -> UpdateDamagedError:
    return UpdateDamagedError(
        f"A file of the update is not the one that was signed ({why}). Nothing was installed.",
        which=which,
        remedy="Copy the update again from where it came. If it stays so, do not use it.",
    )


def _unsafe(which: Path, why: str) -> UpdateUnsafeError:
    return UpdateUnsafeError(
        f"This update is not safe: {why}. Nothing of it was installed.",
        which=which,
        remedy="Do not use this file; ask whoever gave it to you.",
    )
