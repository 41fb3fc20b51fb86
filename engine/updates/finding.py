"""Finds update files where a person names a stick or a folder, or on whatever stick is plugged in."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from engine.errors import SandukuError
from engine.updates.container import read_update, reading
from engine.updates.errors import NotAnUpdateError
from engine.updates.handover import release_of
from engine.updates.manifest import ENDING

MOST_ENTRIES = 5_000
"""Names that are looked at in a folder: nobody keeps an update among more."""
_WHERE = {"linux": ("/media", "/run/media", "/mnt"), "darwin": ("/Volumes",)}


def update_in(path: Path, platform: str) -> Path:
    """Return the update that is meant: the file that is named, or the one for this computer in a folder.

    Of several for this computer, the one of the latest version is meant.

    Args:
        path: A file, or a folder such as a stick.
        platform: Of this computer, as :attr:`engine.updates.hosts.Host.platform`.

    Raises:
        NotAnUpdateError: There is none, or none for this computer.
        UpdateUnreadableError: The folder cannot be read.
    """
    if not path.is_dir():
        return path
    with reading(path):
        found = list(updates_in(path))
    fitting = [each for each in found if each.name.endswith(f"-{platform}{ENDING}")]
    if fitting:
        return max(fitting, key=_version_of)
    if len(found) == 1:
        return found[0]  # so that a person is told what is wrong with it
    here = (
        f"none of the {len(found)} update files here is for this computer" if found else "no update lies here"
    )
    raise NotAnUpdateError(
        f"{here[0].upper()}{here[1:]}.",
        which=path,
        remedy=f"Look for a file whose name ends in {platform}{ENDING}.",
    )


def updates_in(folder: Path) -> Iterator[Path]:
    """Yield the update files that lie right in a folder, or in a folder of it."""
    seen = 0
    for each in sorted(_listed(folder)):
        seen += 1
        if each.name.endswith(ENDING) and each.is_file():
            yield each
        elif each.is_dir():
            for inner in sorted(_listed(each)):
                seen += 1
                if inner.name.endswith(ENDING) and inner.is_file():
                    yield inner
        if seen > MOST_ENTRIES:
            return


def plugged_in() -> list[Path]:
    """Return the folders of sticks and other disks that can be taken out."""
    found = []
    with suppress(psutil.Error, OSError):
        for each in psutil.disk_partitions(all=False):
            where = Path(each.mountpoint)
            tops = _WHERE.get(sys.platform, ())
            if "removable" in each.opts.split(",") or any(where.is_relative_to(top) for top in tops):
                found.append(where)
    return sorted(set(found))


def _listed(folder: Path) -> list[Path]:
    try:
        return [Path(each.path) for each in os.scandir(folder) if not each.name.startswith(".")]
    except PermissionError:
        return []  # such as what Windows keeps on a stick for itself


def _version_of(path: Path) -> tuple[int, int, int]:
    try:
        return release_of(read_update(path).manifest.version) or (0, 0, 0)
    except SandukuError:
        return (0, 0, 0)
