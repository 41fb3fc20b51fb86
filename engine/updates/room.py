"""Whether the disks have room for an update: each disk is counted once, whatever folders of it are meant."""

import shutil
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


@dataclass(frozen=True, slots=True)
class Part:
    """What an update puts into one folder.

    Attributes:
        folder: Where it goes.
        count: Its bytes.
        room: The disk of the folder.
    """

    folder: Path
    count: int
    room: Room


@dataclass(frozen=True, slots=True)
class Shortage:
    """A disk that an update does not fit on.

    Attributes:
        folder: One on that disk.
        wanted: Bytes of all that goes there.
        free: Bytes that are free there.
        eased: Whether it would fit if the backups went to another disk.
    """

    folder: Path
    wanted: int
    free: int
    eased: bool

    @property
    def missing(self) -> int:
        """Bytes to be freed; some stay free beside the update."""
        return self.wanted + RESERVE - self.free

    def error(self) -> UpdateNoRoomError:
        """Return what a person is told."""
        elsewhere = ", or name a folder on another disk for the backups: --backup-to FOLDER"
        return UpdateNoRoomError(
            f"{megabytes(self.wanted)} are needed on this disk for the new version or the backups before it,"
            f" and {megabytes(RESERVE)} should stay free; {megabytes(self.free)} are free.",
            which=self.folder,
            remedy=f"Free {megabytes(self.missing)}{elsewhere if self.eased else ''}.",
        )


def shortage_of(program: Part, backups: Part) -> Shortage | None:
    """Return the disk that is too full, or None where both parts find room beside each other.

    Args:
        program: The new version and its trial.
        backups: Those of the libraries.
    """
    same = program.room.disk == backups.room.disk
    wanted = program.count + backups.count if same else program.count
    if wanted + RESERVE > program.room.free:
        eased = same and program.count + RESERVE <= program.room.free
        return Shortage(program.folder, wanted, program.room.free, eased)
    if not same and backups.count + RESERVE > backups.room.free:
        return Shortage(backups.folder, backups.count, backups.room.free, eased=True)
    return None
