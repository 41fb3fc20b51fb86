"""Folders that appear under their name complete, or not at all.

A library or a backup is put together in a draft folder beside its place and then renamed into it. A power cut
leaves the draft: whoever makes the next one there clears it away, if this computer made it and the program
that did has ended; any other is named and left to a person. Knows nothing of what is in the folders.
"""

import os
import platform
import re
import secrets
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

import psutil

from engine.library.disk import Disk, told_plainly

_NAME = re.compile(r"\.(?P<target>.+)\.(?P<computer>[0-9a-f]{8})-(?P<process>[0-9]+)-[0-9a-f]{8}\.new")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A draft that is not finished.

    Attributes:
        folder: The draft.
        abandoned: Whether nobody can be working on it any more.
    """

    folder: Path
    abandoned: bool


def draft_beside(target: Path) -> Path:
    """Make a folder to put together in what is then renamed; only this user can look into it."""
    name = f".{target.name}.{_computer()}-{os.getpid()}-{secrets.token_hex(4)}.new"
    draft = target.with_name(name)
    with told_plainly(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(target.parent)
        draft.mkdir(mode=0o700)
    return draft


def put_in_place(draft: Path, target: Path, disk: Disk) -> None:
    """Give a finished folder its name, in place of an empty one that may have it."""
    with told_plainly(target):
        disk.flush_folder(draft)
        if target.exists():
            target.rmdir()
        disk.move(draft, target)
        disk.flush_folder(target.parent)


def leftovers(folder: Path) -> list[Leftover]:
    """Return the drafts in a folder, those that are being put together at this moment included."""
    try:
        names = sorted(path for path in folder.iterdir() if path.name.endswith(".new"))
    except OSError:  # Nobody can have left anything where this user may not look.
        return []
    found = ((path, _NAME.fullmatch(path.name)) for path in names if path.is_dir() and not path.is_symlink())
    return [
        Leftover(path, match["computer"] == _computer() and not psutil.pid_exists(int(match["process"])))
        for path, match in found
        if match
    ]


def clear_leftovers(folder: Path) -> int:
    """Remove the drafts in a folder that nobody works on any more; return how many are gone."""
    gone = 0
    for each in leftovers(folder):
        if each.abandoned:
            shutil.rmtree(each.folder, ignore_errors=True)  # What cannot be removed is named by a check.
            gone += not each.folder.exists()
    return gone


def _computer() -> str:
    """Return what tells this computer from others that the same disk may be carried to."""
    return f"{zlib.crc32(platform.node().encode('utf-8', 'surrogatepass')):08x}"
