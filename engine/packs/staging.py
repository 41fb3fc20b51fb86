"""Copies a brought pack, file by file, to a place beside the installed ones, where nothing uses it yet.

Every file is hashed while it is copied. What was copied stays there when a copy is broken off, and the next
one goes on from that byte; the hash decides in the end whether the joint is sound.
"""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import SandukuError
from engine.packs.brought import Brought, reading
from engine.packs.durable import sync, sync_folder, write_whole
from engine.packs.errors import (
    PackCutOffError,
    PackNoRoomError,
    PacksUnwritableError,
    PackTamperedError,
    PackTooLargeError,
)
from engine.packs.manifest import MANIFEST_NAME, METADATA, Manifest, PackFile
from engine.packs.pack import PIECE, stop_if
from engine.progress import Progress
from engine.renaming import give_name

RESERVE = 200_000_000
"""Bytes that must stay free beside a pack: the library goes on growing while it is copied."""
SYNC_EVERY = 64 * PIECE
"""After so many bytes what was copied is made to reach the disk: a power cut costs no more than that."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PARTS = ".parts"  # no file of a pack can be called so


def free_bytes(folder: Path) -> int:
    """Return the bytes that are free where a folder is, or will be."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    return shutil.disk_usage(folder).free


class Staging:
    """One pack on its way in."""

    def __init__(self, folder: Path, brought: Brought, manifest: Manifest) -> None:
        """Copy into ``folder`` what ``brought`` holds according to its manifest."""
        self.folder = folder
        self._brought = brought
        self._manifest = manifest

    def bytes_left(self) -> int:
        """Return how many bytes are still to be copied."""
        return sum(file.byte_size - self._present(name, file) for name, file in self._manifest.files.items())

    def check_sizes(self) -> None:
        """Raise an error for the first file that is missing or of another length than the manifest says."""
        for name, file in self._manifest.files.items():
            with reading(self._brought.where / name):
                size = self._brought.size_of(name)
            if size is None or size < file.byte_size:
                raise _cut_off(self._brought.where / name)
            if size > file.byte_size:
                raise _too_long(self._brought.where / name)

    def fill(
        self,
        manifest_bytes: bytes,
        metadata: dict[str, bytes],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        """Copy all that is not there yet; the manifest comes last, so a folder that has one is whole.

        Raises:
            PackTamperedError: A file is not what the manifest says.
            PackCutOffError: A file ends too early.
            PackTooLargeError: A file goes on after its end.
            PackUnreadableError: What is brought cannot be read any more; what was copied is kept.
            PackNoRoomError: The disk is full; what was copied is removed.
            CancelledError: A person stopped it; what was copied is kept.
        """
        counted = _Counted(progress, sum(file.byte_size for file in self._manifest.files.values()))
        try:
            with writing(self.folder):
                (self.folder / _PARTS).mkdir(parents=True, exist_ok=True)
            for name, file in self._manifest.files.items():
                stop_if(cancelled)
                self._bring_file(name, file, counted, cancelled)
            with writing(self.folder):
                # A broken off copy leaves parts and drafts, and perhaps the metadata of an earlier signature.
                remove_leftovers(self.folder, set(self._manifest.files))
                for name, content in metadata.items():
                    write_whole(self.folder / METADATA / name, content)
                write_whole(self.folder / MANIFEST_NAME, manifest_bytes)
        except PackNoRoomError:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _present(self, name: str, file: PackFile) -> int:
        for path in (self.folder / name, self.folder / _PARTS / name):
            if path.is_file():
                return min(path.stat().st_size, file.byte_size)
        return 0

    def _bring_file(
        self, name: str, file: PackFile, counted: "_Counted", cancelled: Callable[[], bool]
    ) -> None:
        target, part = self.folder / name, self.folder / _PARTS / name
        if target.is_file():
            counted.begin(name)
            if self._hash_of(target, counted, cancelled).hexdigest() == file.sha256:
                return
            with writing(target):
                target.unlink()
        joined = part.is_file() and part.stat().st_size > 0
        counted.begin(name)
        digest = self._copy(name, file, part, counted, cancelled)
        if digest != file.sha256 and joined:
            # What was there of an earlier copy may be torn: a power cut leaves zeros at the end of a file.
            part.unlink()
            counted.begin(name)
            digest = self._copy(name, file, part, counted, cancelled)
        if digest != file.sha256:
            part.unlink()
            raise PackTamperedError(
                "This file of the model pack was changed or damaged on its way: it is not the one that the"
                " manifest names. Nothing was installed.",
                which=self._brought.where / name,
                remedy="Copy the pack again from where it came. If it stays so, do not use it.",
            )
        counted.end(file.byte_size)
        with writing(target):
            give_name(part, target)
            sync_folder(self.folder)

    def _copy(
        self, name: str, file: PackFile, part: Path, counted: "_Counted", cancelled: Callable[[], bool]
    ) -> str:
        """Copy the rest of a file behind what is there of it, and return the hash of the whole."""
        where = self._brought.where / name
        if part.is_file() and part.stat().st_size > file.byte_size:
            with writing(part):
                part.unlink()
        digest = self._hash_of(part, counted, cancelled)
        done = part.stat().st_size if part.exists() else 0
        with reading(where):
            source = self._brought.open(name, at=done)
        with source, writing(part), part.open("ab") as target:
            while True:
                with reading(where):
                    # One byte more than there should be: enough to know that a file goes on after its end.
                    piece = source.read(min(PIECE, file.byte_size - done + 1))
                if not piece:
                    break
                done += len(piece)
                if done > file.byte_size:
                    raise _too_long(where)
                target.write(piece)
                digest.update(piece)
                counted.add(len(piece))
                if done // SYNC_EVERY != (done - len(piece)) // SYNC_EVERY:
                    target.flush()
                    sync(target.fileno())
                stop_if(cancelled)
            target.flush()
            sync(target.fileno())
        if done < file.byte_size:
            raise _cut_off(where)
        return digest.hexdigest()

    def _hash_of(self, path: Path, counted: "_Counted", cancelled: Callable[[], bool]) -> "hashlib._Hash":
        digest = hashlib.sha256()
        if path.is_file():
            with path.open("rb") as stream:
                while piece := stream.read(PIECE):
                    digest.update(piece)
                    counted.add(len(piece))
                    stop_if(cancelled)
        return digest


class _Counted:
    """Counts the bytes of all files, also where one of them is done twice."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = self._here = 0
        self._name = ""

    def begin(self, name: str) -> None:
        if name != self._name:
            self._before, self._name = self._before + self._here, name
        self._here = 0

    def add(self, count: int) -> None:
        self._here += count
        self._progress.update(done=self._before + self._here, total=self._total, label=self._name)

    def end(self, byte_size: int) -> None:
        self._here = byte_size


@contextmanager
def writing(which: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write into errors that say what to do."""
    try:
        yield
    except SandukuError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise PackNoRoomError(
                "The disk became full. Nothing was installed, and what was copied of the pack was removed.",
                which=which.parent,
                remedy="Free some space, and install the pack again.",
            ) from error
        raise PacksUnwritableError(
            f"Nothing can be written where model packs are installed ({error.strerror or error}).",
            which=which,
            remedy="Check that this folder is yours to write in, and do it again.",
        ) from error


def ensure_room(folder: Path, needed: int, free: int) -> None:
    """Raise PackNoRoomError if ``needed`` bytes and what must stay free beside them exceed ``free``."""
    if needed and needed + RESERVE > free:
        raise PackNoRoomError(
            f"The pack needs {megabytes(needed)} more, and {megabytes(RESERVE)} should stay free beside it;"
            f" {megabytes(free)} are free.",
            which=folder,
            remedy=f"Free {megabytes(needed + RESERVE - free)}, or remove a pack:"
            " 'sanduku packs remove PACK'.",
        )


def megabytes(count: int) -> str:
    """Return a number of bytes as people say it."""
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{max(1, round(count / 1e6)):,} MB"


def own_name(manifest: Manifest, manifest_bytes: bytes) -> str:
    """Return the name of the folder of exactly this version: equal only for equal manifests."""
    return f"{manifest.version}-{hashlib.sha256(manifest_bytes).hexdigest()[:12]}"


def remove_leftovers(folder: Path, keep: set[str]) -> None:
    """Remove everything in a folder that ``keep`` does not name; what is in use is left for another time."""
    if not folder.is_dir():
        return
    for each in folder.iterdir():
        if each.name not in keep:
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)


def _cut_off(which: Path) -> PackCutOffError:
    return PackCutOffError(
        "This file of the model pack is missing or ends too early: its copy was broken off.",
        which=which,
        remedy="Copy the pack again from where it came, and install that copy.",
    )


def _too_long(which: Path) -> PackTooLargeError:
    return PackTooLargeError(
        "This file of the model pack is longer than its manifest says. Nothing was installed.",
        which=which,
        remedy="Copy the pack again from where it came. If it stays so, do not use it.",
    )
