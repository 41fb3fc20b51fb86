"""Packs as people bring them: a folder, a zip file, or a stick with several of either.

Nothing of what is brought is believed. Only files that the manifest names are ever copied, each under its own
plain name and never longer than the manifest says; a zip file with anything that would land elsewhere is
refused whole.
"""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Protocol

from engine.packs.errors import (
    NoPackError,
    PackCutOffError,
    PackTooLargeError,
    PackUnreadableError,
    PackUnsafeError,
)
from engine.packs.fields import text
from engine.packs.file_names import alike, file_name
from engine.packs.manifest import MANIFEST_NAME, METADATA

MOST_ENTRIES = 10_000
LARGEST_METADATA = 250_000
"""Bytes of one file of metadata: ours have some 5,000."""
MOST_METADATA = 100
_END = struct.Struct("<4s4H2LH")
"""The end of a zip file: signature, four counts, size and place of its directory, length of the comment."""
_COPY_AGAIN = "Copy the pack again from where it came, and install that copy."
_UNMADE = ("config.json", "preprocessor_config.json", "tokenizer_config.json", "model_index.json")
"""Files by which a checkpoint of a hub is known, which can be made into a pack."""


class Brought(Protocol):
    """A pack that somebody brought, before anything of it is believed."""

    where: Path

    def size_of(self, name: str) -> int | None:
        """Return the length of a file; None if there is none of that name."""

    def open(self, name: str, *, at: int = 0) -> IO[bytes]:
        """Open a file for reading, from the byte ``at`` on."""

    def metadata(self) -> dict[str, bytes]:
        """Return the files of its signature by name; empty for an unsigned pack."""


@contextmanager
def bring(path: Path) -> Iterator[Brought]:
    """Open the pack in a folder or zip file.

    Raises:
        NoPackError: There is none, or several.
        PackUnsafeError: It has files that would land elsewhere.
        PackTooLargeError: It has too many files.
        PackCutOffError: The zip file ends too early.
        PackUnreadableError: It cannot be read.
    """
    with ExitStack() as opened:
        with reading(path):
            if path.is_dir():
                path = path if (path / MANIFEST_NAME).is_file() else _only_one(path)
            elif not path.exists():
                raise NoPackError("There is nothing of this name.", which=path, remedy="Check the path.")
            elif path.suffix.lower() != ".zip" and not zipfile.is_zipfile(path):
                raise NoPackError(
                    "This is neither a folder nor a zip file, and no model pack.",
                    which=path,
                    remedy="Name the folder or zip file of a pack.",
                )
            brought: Brought = (
                _Folder(path)
                if path.is_dir()
                else _Archive(path, opened.enter_context(_opened_archive(path)))
            )
        yield brought  # outside of "reading": what goes wrong now need not be the fault of what is read


def offers(path: Path) -> list[Path]:
    """Return what looks like a pack in a folder such as a stick: folders and zip files with a manifest.

    A folder in it that is no pack is looked into as well, and no deeper. A path that is a pack itself is
    returned alone.

    Raises:
        NoPackError: There is nothing of this name.
        PackTooLargeError: So many files lie there that nobody keeps packs among them.
        PackUnreadableError: It cannot be read.
    """
    if not path.exists():
        raise NoPackError("There is nothing of this name.", which=path, remedy="Check the path.")
    if not path.is_dir() or (path / MANIFEST_NAME).is_file():
        return [path]
    with reading(path):
        found, seen = [], 0
        for each in _visible(path):
            inner = _visible(each) if each.is_dir() and not _offered(each) else ()
            seen += 1 + len(inner)
            if seen > MOST_ENTRIES:
                raise PackTooLargeError(
                    f"More than {MOST_ENTRIES:,} files lie here.",
                    which=path,
                    remedy="Name the folder or zip file of the pack itself.",
                )
            found += [one for one in (each, *inner) if _offered(one)]
        return found


def _visible(folder: Path) -> list[Path]:
    """Return what lies in a folder and is not hidden; nothing for one that is not to be looked into."""
    try:
        return sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    except PermissionError:
        return []  # such as what Windows keeps on a stick for itself


def content_of(brought: Brought, name: str, most: int) -> bytes:
    """Return the content of a small file; raises PackTooLargeError and PackCutOffError."""
    size = brought.size_of(name)
    if size is None:
        raise NoPackError("This file is missing in the pack.", which=brought.where / name, remedy=_COPY_AGAIN)
    if size > most:
        raise PackTooLargeError(
            f"This file has {size:,} bytes, more than any of its kind.",
            which=brought.where / name,
            remedy="Do not use this pack; ask whoever gave it to you.",
        )
    with reading(brought.where / name), brought.open(name) as stream:
        return stream.read(most + 1)


@contextmanager
def reading(which: Path) -> Iterator[None]:
    """Turn what can go wrong in reading a stick or an archive into errors that say what to do."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as error:
        raise PackCutOffError(
            f"The zip file is damaged or its copy was broken off ({error}).", which=which, remedy=_COPY_AGAIN
        ) from error
    except (NotImplementedError, RuntimeError) as error:
        raise PackUnreadableError(
            f"The zip file is packed in a way that cannot be opened here ({error}).",
            which=which,
            remedy="Unpack it with another program, and install the folder.",
        ) from error
    except OSError as error:
        raise PackUnreadableError(
            f"This cannot be read ({error.strerror or error}): the stick was pulled out, or it is failing.",
            which=which,
            remedy="Put it in again and do the same again; what was copied already is kept.",
        ) from error


class _Folder:
    """A pack in a folder."""

    def __init__(self, where: Path) -> None:
        self.where = where

    def size_of(self, name: str) -> int | None:
        try:
            found = (self.where / name).lstat()
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(found.st_mode):
            raise PackUnsafeError(
                "This is no file of its own, but a link or something else.",
                which=self.where / name,
                remedy="Copy the pack anew so that it holds the files themselves; hub snapshots hold links.",
            )
        return found.st_size

    def open(self, name: str, *, at: int = 0) -> IO[bytes]:
        self.size_of(name)
        stream = (self.where / name).open("rb")
        stream.seek(at)
        return stream

    def metadata(self) -> dict[str, bytes]:
        folder = self.where / METADATA
        if not folder.is_dir():
            return {}
        names = sorted(each.name for each in folder.iterdir() if each.suffix == ".json")
        _refuse_many(len(names), MOST_METADATA, folder)
        inner = _Folder(folder)
        return {name: content_of(inner, name, LARGEST_METADATA) for name in names}


class _Archive:
    """A pack in a zip file, at its top or in its one folder."""

    def __init__(self, where: Path, archive: zipfile.ZipFile) -> None:
        self.where = where
        self._archive = archive
        self._sizes = {each.filename: each.file_size for each in archive.infolist() if not each.is_dir()}
        tops = {name.partition("/")[0] for name in self._sizes if "/" in name}
        inner = [top for top in tops if f"{top}/{MANIFEST_NAME}" in self._sizes]
        if MANIFEST_NAME in self._sizes:
            self._top = ""
        elif len(inner) == 1:
            self._top = f"{inner[0]}/"
        else:
            raise _none_in(where, [name.rpartition("/")[2] for name in self._sizes])

    def size_of(self, name: str) -> int | None:
        return self._sizes.get(self._top + name)

    def open(self, name: str, *, at: int = 0) -> IO[bytes]:
        stream = self._archive.open(self._top + name)
        stream.seek(at)
        return stream

    def metadata(self) -> dict[str, bytes]:
        start = f"{self._top}{METADATA}/"
        names = sorted(
            name.removeprefix(start)
            for name in self._sizes
            if name.startswith(start) and name.endswith(".json") and "/" not in name.removeprefix(start)
        )
        _refuse_many(len(names), MOST_METADATA, self.where)
        return {name: content_of(self, f"{METADATA}/{name}", LARGEST_METADATA) for name in names}


@contextmanager
def _opened_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    _refuse_many(_promised_entries(path), MOST_ENTRIES, path)
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        _refuse_many(len(entries), MOST_ENTRIES, path)
        for entry in entries:
            _check_entry(path, entry)
        names = [entry.filename.rstrip("/") for entry in entries]
        if len(set(names)) != len(names) or alike(names):
            raise _unsafe(path, "two of its files have names that are one name on some systems")
        yield archive


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    """Raise PackUnsafeError for an entry that is not a plain file or folder below the archive's top."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(path, f"'{entry.filename}' is a link or a device")
    if entry.flag_bits & 0x1:
        raise PackUnreadableError(
            "The zip file is locked with a password.",
            which=path,
            remedy="Unpack it with another program, and install the folder.",
        )
    for part in entry.orig_filename.rstrip("/").split("/"):
        # What macOS and editors leave behind begins with a point. It does no harm, and is never copied.
        plain = part.lstrip(".") or part
        try:
            file_name(text(plain, ""), "")
        except ValueError:
            raise _unsafe(path, f"'{entry.filename}' would land outside its folder") from None


def _promised_entries(path: Path) -> int:
    """Return how many entries a zip file says it has, without reading its directory, which may be endless."""
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _END.size - 65_535))
        tail = stream.read()
    start = tail.rfind(b"PK\x05\x06")
    if start < 0 or len(tail) - start < _END.size:
        raise zipfile.BadZipFile("it has no end")
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, start)
    return max(int(count), int(directory) // 2_000)


def _refuse_many(count: int, most: int, which: Path) -> None:
    if count > most:
        raise PackTooLargeError(
            f"It holds {count:,} files or more; no pack has more than {most:,}.",
            which=which,
            remedy="Do not use this pack; ask whoever gave it to you.",
        )


def _offered(path: Path) -> bool:
    if path.is_dir():
        return (path / MANIFEST_NAME).is_file()
    if path.suffix.lower() != ".zip":
        return False
    try:
        with bring(path):
            return True
    except NoPackError:
        return False
    except (PackUnsafeError, PackTooLargeError, PackCutOffError, PackUnreadableError):
        return True  # so that a person who names it is told what is wrong with it


def _only_one(folder: Path) -> Path:
    found = offers(folder)
    if len(found) == 1:
        return found[0]
    if found:
        raise NoPackError(
            f"Several model packs lie here: {', '.join(each.name for each in found)}.",
            which=folder,
            remedy=f"Name one of them: 'sanduku packs install \"{found[0]}\"'.",
        )
    snapshots = sorted(folder.glob("snapshots/*/config.json"))  # the cache of the hub's own client
    if snapshots:
        folder = snapshots[0].parent
    raise _none_in(folder, [each.name for pattern in ("*", "onnx/*") for each in folder.glob(pattern)])


def _none_in(where: Path, names: list[str]) -> NoPackError:
    """Return the error that there is no pack, knowing a checkpoint by its files."""
    if any(name in _UNMADE for name in names) or any(
        name.endswith((".safetensors", ".onnx", ".bin")) for name in names
    ):
        return NoPackError(
            "These are the files of a model, but not yet a model pack of Sanduku.",
            which=where,
            remedy=f'Make a pack of them, where Sanduku was set up: python3 run.py models prepare "{where}"',
        )
    return NoPackError(
        f"There is no model pack: no file {MANIFEST_NAME}.",
        which=where,
        remedy="Name the folder or zip file of a pack; 'sanduku packs catalogue' tells where to get one.",
    )


def _unsafe(path: Path, why: str) -> PackUnsafeError:
    return PackUnsafeError(
        f"The zip file is not safe: {why}. Nothing of it was unpacked.",
        which=path,
        remedy="Do not use this pack; ask whoever gave it to you.",
    )
