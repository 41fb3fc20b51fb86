"""Finds the files that a person means by a path: a file itself, or all files under a folder.

Tells names only: what is in a file is decided by its content, when it is opened.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_SYSTEM_NAMES = frozenset(
    {"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx"}
)
_WINDOWS_HIDDEN = 0x2 | 0x4  # FILE_ATTRIBUTE_HIDDEN and FILE_ATTRIBUTE_SYSTEM

OnSkip = Callable[[Path, str], None]


def discover(paths: Iterable[Path], *, on_skip: OnSkip) -> Iterator[Path]:
    """Yield every file that the paths name, folders with all that is below them, each file once.

    Lazy: the first file of a large tree comes as soon as its folder is listed. Within a folder files and
    folders come sorted by name, so that the order is the same on every computer. Links are followed; a link
    back to a folder that is being listed is skipped, so that no loop is endless.

    Args:
        paths: Files and folders. A path that is named here is taken even if its name is a hidden one.
        on_skip: Told each path that is passed over, and the reason as a sentence.
    """
    walk = _Walk(on_skip)
    for path in paths:
        yield from walk.below(path)


class _Walk:
    def __init__(self, on_skip: OnSkip) -> None:
        self._on_skip = on_skip
        self._seen: set[tuple[int, int]] = set()

    def below(self, top: Path) -> Iterator[Path]:
        # A stack of lists instead of recursion: the depth of a tree is the person's, not Python's.
        waiting = [top]
        while waiting:
            path = waiting.pop()
            try:
                found = path.stat()
            except OSError as error:
                self._on_skip(path, _reason(error))
                continue
            if stat.S_ISDIR(found.st_mode):
                if self._is_new(
                    path, found, "This folder was already listed, through a link or another path."
                ):
                    waiting.extend(reversed(self._entries(path)))
            elif not stat.S_ISREG(found.st_mode):
                self._on_skip(path, "This is no ordinary file but a pipe, socket or device.")
            elif self._is_new(path, found, "This file was already found, through a link or another path."):
                yield path

    def _is_new(self, path: Path, found: os.stat_result, otherwise: str) -> bool:
        identity = (found.st_dev, found.st_ino)
        # Some network file systems give no inode numbers; then nothing is known to be the same.
        if found.st_ino and identity in self._seen:
            self._on_skip(path, otherwise)
            return False
        self._seen.add(identity)
        return True

    def _entries(self, folder: Path) -> list[Path]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self._on_skip(folder, _reason(error))
            return []
        kept = []
        for entry in entries:
            if _is_hidden(entry):
                self._on_skip(folder / entry.name, "Hidden and system files are left out.")
            else:
                kept.append(folder / entry.name)
        return kept


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith((".", "~$")) or entry.name.lower() in _SYSTEM_NAMES:
        return True
    if os.name != "nt":  # elsewhere the look would cost a system call a file, and tell nothing
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & _WINDOWS_HIDDEN)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder, or it is a link to nothing."
    if isinstance(error, PermissionError):
        return "You have no permission to read this."
    return f"The system cannot read this ({error.strerror})."
