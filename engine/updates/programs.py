"""The folder of programs: versions that were installed as updates, and the record of which one is used.

A version lies in a folder of its number. One that is on its way in, or out, has another name, and is swept at
the next work. The record ``current.json`` is written last, whole or not at all: until then the version before
is used. :mod:`engine.updates.handover` reads it at every start.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from engine.errors import SandukuError
from engine.packs.durable import sync_folder, write_whole
from engine.packs.errors import PacksBusyError, PacksUnwritableError
from engine.packs.fields import Fields, filled, parse, sequence, text, whole
from engine.packs.lock import sole_installer
from engine.updates.errors import ProgramsUnwritableError, UpdateBusyError, UpdateNoRoomError
from engine.updates.handover import (
    CURRENT,
    FORMAT,
    OPEN,
    PROGRAMS,
    SOUND,
    STARTS,
    TOLD,
    release_of,
    take_notice,
)

INCOMING, LEAVING = ".new", ".gone"
"""Endings of folders on their way in, and out."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class SavedLibrary:
    """A library that was backed up before an update.

    Attributes:
        library: Its folder.
        backup: Where the backup lies.
        schema: The format that the library had.
        sequence: Number of its last change.
    """

    library: str
    backup: str
    schema: int
    sequence: int


@dataclass(frozen=True, slots=True)
class Current:
    """Which version is used, and how it came.

    Attributes:
        version: The one in use; empty for the one that is installed from a package.
        previous: The one before, to go back to; empty for the one that is installed from a package.
        schema: The format of libraries that the version in use makes; 0 if it is not known.
        previous_schema: The format that the one before makes.
        installed_at: ISO 8601 in UTC.
        signer: Who signed the one that was installed last.
        signed: That one; where it was taken back, another is in use.
        gave_up: A version that did not come up, or was taken back by a person.
        saved: Libraries that were backed up before the version in use came.
    """

    version: str = ""
    previous: str = ""
    schema: int = 0
    previous_schema: int = 0
    installed_at: str = ""
    signer: str = ""
    signed: str = ""
    gave_up: str = ""
    saved: tuple[SavedLibrary, ...] = ()

    @property
    def signer_in_use(self) -> str:
        """Who signed the version in use; empty for the package's, and where it is not known."""
        return self.signer if self.version and self.signed == self.version else ""

    def used_again(self, version: str, running: str) -> "Current":
        """Return the record after a version that was given up is used once more.

        Args:
            version: That one.
            running: The version that is used now, to go back to; empty for the package's.
        """
        # Which format it makes is not known here: then nothing is put back, which is the careful side.
        return replace(
            self, version=version, previous=running, schema=0, previous_schema=self.schema, gave_up=""
        )

    def rolled_back(self) -> "Current":
        """Return the record after the version in use was taken back."""
        return replace(
            self,
            version=self.previous,
            previous="",
            schema=self.previous_schema,
            previous_schema=0,
            gave_up=self.version,
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a start has to tell of an update that is not used.

    Attributes:
        kind: ``gave-up`` for a version that twice did not come up, ``damaged`` for one that cannot be run.
        version: Which one.
        used: The version that started instead.
    """

    kind: str
    version: str
    used: str


@dataclass(frozen=True)
class Programs:
    """The folder of programs.

    Attributes:
        data: The user's data folder, in which it lies.
    """

    data: Path
    folder: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folder", self.data / PROGRAMS)

    def place(self, version: str) -> Path:
        """Return where a version lies."""
        return self.folder / version

    def current(self) -> Current:
        """Return which version is used; one of the package where nothing is known, or it cannot be read."""
        try:
            return _read((self.folder / CURRENT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Current()

    def use(self, current: Current) -> None:
        """Use a version from now on; forget starts of it that failed, and what was to be told of another."""
        with writing(self.folder):
            if current.version:
                shutil.rmtree(self.folder / STARTS / current.version, ignore_errors=True)
            content = json.dumps({"format": FORMAT, **asdict(current)}, ensure_ascii=False, indent=1)
            write_whole(self.folder / CURRENT, content.encode())
            (self.folder / TOLD).unlink(missing_ok=True)

    def versions(self) -> list[str]:
        """Return the versions that lie there finished, the earliest first."""
        found = []
        with suppress(OSError):
            found = [each.name for each in self.folder.iterdir() if each.is_dir() and release_of(each.name)]
        return sorted(found, key=lambda name: release_of(name) or (0, 0, 0))

    def came_up(self, version: str) -> bool:
        """Return whether the window of a version has stood here with a library open."""
        return (self.folder / STARTS / version / SOUND).is_file()

    def notice(self) -> Notice | None:
        """Return what a start has to tell, once: it is taken away."""
        told = take_notice(str(self.folder))
        return None if told is None else Notice(**told)

    @contextmanager
    def alone(self, running: str) -> Iterator[None]:
        """Be the only program that changes the programs, after what crashes left is swept.

        Args:
            running: The version of this program, which is not swept away beneath it.

        Raises:
            UpdateBusyError: Another one does.
            ProgramsUnwritableError: Nothing can be written there.
        """
        try:
            with sole_installer(self.folder / "lock"):
                self.sweep(running)
                yield
        except PacksBusyError as error:
            raise UpdateBusyError(
                "Another update is being installed just now.", remedy="Wait until it has finished."
            ) from error
        except PacksUnwritableError as error:
            raise unwritable(self.folder, str(error.__cause__)) from error

    def sweep(self, running: str) -> None:
        """Take away what crashes left, and versions that nobody goes back to; the running one stays.

        One that was given up stays until the next update: there may be work that it alone can read.
        """
        for each in self.strays(running, keep_given_up=True):
            self.take_away(each)

    def strays(self, running: str, *, keep_given_up: bool) -> list[Path]:
        """Return what lies there and is not needed: neither to start, nor to go back, nor by windows."""
        current = self.current()
        kept = {current.version, current.previous, running, *self.in_windows()} - {""}
        if keep_given_up:
            kept.add(current.gave_up)
        if not self.folder.is_dir():
            return []
        # Where the record is damaged nobody knows which version has to stay: then all of them do.
        told = not (self.folder / CURRENT).exists() or current != Current()
        return [
            each
            for each in sorted(self.folder.iterdir())
            if each.name.endswith((INCOMING, LEAVING))
            or (told and release_of(each.name) is not None and each.name not in kept)
        ]

    def in_windows(self) -> list[str]:
        """Return the versions of the windows that are open, this one's too; their programs are in use."""
        found = []
        for each in (self.folder / OPEN).glob("*"):
            with suppress(OSError):
                found.append(each.read_text(encoding="ascii", errors="replace").strip()[:100])
        return found

    def byte_size(self, path: Path) -> int:
        """Return how many bytes a version takes on the disk."""
        return sum(each.lstat().st_size for each in path.rglob("*") if not each.is_dir() or each.is_symlink())

    def take_away(self, path: Path) -> None:
        """Remove a version or a leftover; what Windows keeps open stays for another time."""
        try:
            if not path.is_dir():
                path.unlink(missing_ok=True)
                return
            gone = (
                path if path.name.endswith(LEAVING) else path.with_name(f"{path.name}.{os.getpid()}{LEAVING}")
            )
            if gone != path:
                path.rename(gone)
                sync_folder(self.folder)
        except OSError:
            return
        shutil.rmtree(gone, ignore_errors=True)


@contextmanager
def writing(which: Path) -> Iterator[None]:
    """Turn the system's refusals to write into errors that say what to do."""
    try:
        yield
    except SandukuError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise UpdateNoRoomError(
                "The disk became full. The version that you have stays as it is.",
                which=which,
                remedy="Free some space, and install the update again.",
            ) from error
        raise unwritable(which, error.strerror or str(error)) from error


def unwritable(which: Path, why: str) -> ProgramsUnwritableError:
    """Return the error that nothing can be written where programs are."""
    return ProgramsUnwritableError(
        f"Nothing can be written where new versions are put ({why}).",
        which=which,
        remedy="Check that this folder is yours to write in, and do it again.",
    )


def _read(words: str) -> Current:
    part = parse(words)
    part.need("format", whole(FORMAT, FORMAT))
    version, previous = part.need("version", text), part.may("previous", text, "")
    if any(each and release_of(each) is None for each in (version, previous)):
        raise ValueError("a version is none")
    return Current(
        version=version,
        previous=previous,
        schema=part.may("schema", whole(), 0),
        previous_schema=part.may("previous_schema", whole(), 0),
        installed_at=part.may("installed_at", text, ""),
        signer=part.may("signer", text, ""),
        signed=part.may("signed", text, ""),
        gave_up=part.may("gave_up", text, ""),
        saved=part.may("saved", sequence(_saved), ()),
    )


def _saved(value: Any, where: str) -> SavedLibrary:  # noqa: ANN401 - whatever JSON holds
    part = Fields(value, where)
    return SavedLibrary(
        library=part.need("library", filled),
        backup=part.need("backup", filled),
        schema=part.need("schema", whole()),
        sequence=part.need("sequence", whole()),
    )
