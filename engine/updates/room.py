"""Whether the disks have room for an update: each disk is counted once, whatever folders of it are meant."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.packs.staging import RESERVE, megabytes
from engine.updates.errors import UpdateNoRoomError


@dataclass(frozen=True, slots=True)
class Room:
    """The disk that a folder lies on, or will lie on.

    Attributes:
        disk: Tells it from other disks.
        free: Bytes that are free on it.
    """

    disk: int
    free: int


def room_of(folder: Path) -> Room:
    """Return the disk of a folder that need not exist."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    # On Windows too this is the volume's own number, also where it is mounted into a folder.
    return Room(folder.stat().st_dev, shutil.disk_usage(folder).free)


def refuse_full(parts: Sequence[tuple[Path, int, Room]]) -> None:
    """Raise UpdateNoRoomError unless all parts find room beside each other.

    Args:
        parts: Of each the folder that it goes to, its bytes, and the disk.
    """
    needed: dict[int, int] = {}
    for _folder, count, room in parts:
        needed[room.disk] = needed.get(room.disk, 0) + count
    for folder, _count, room in parts:
        wanted = needed[room.disk]
        if wanted + RESERVE > room.free:
            raise UpdateNoRoomError(
                f"{megabytes(wanted)} are needed on this disk for the new version or the backups before it,"
                f" and {megabytes(RESERVE)} should stay free; {megabytes(room.free)} are free.",
                which=folder,
                remedy=f"Free {megabytes(wanted + RESERVE - room.free)}, or name a folder on another disk for"
                " the backups: --backup-to FOLDER.",
            )
