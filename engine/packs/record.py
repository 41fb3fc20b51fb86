"""What is written down about the installed versions of one pack: which is used, and which was used before.

The record is one small file that is replaced whole. It alone decides which version is in use, so that to
switch is one step that a power cut cannot halve.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from engine.packs.durable import write_whole
from engine.packs.errors import PackDamagedError
from engine.packs.fields import Fields, filled, mapping, parse, text, whole
from engine.packs.file_names import file_name

RECORD_NAME = "installed.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a version came.

    Attributes:
        at: When it was installed, ISO 8601 in UTC.
        brought: The file or folder that it came from, its last part.
        by: Who signed it as it came; empty for nobody.
        accepted: The licence that a person accepted.
    """

    at: str
    brought: str
    by: str = ""
    accepted: str = ""


def is_version(folder: str, named: str) -> bool:
    """Return whether a version's folder is the one that a person names: by its number, or by its folder.

    A version that was installed again, to repair it, has a folder whose name ends in a point and a number.
    """
    return named in (folder, folder.partition(".")[0], folder.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Record:
    """The installed versions of one pack.

    Attributes:
        current: Folder of the version in use.
        previous: Folder of the one that was in use before, to go back to; empty for none.
        arrivals: All installed versions, by folder.
    """

    current: str
    previous: str = ""
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)

    def with_new(self, folder: str, arrival: Arrival) -> "Record":
        """Return the record with a version put in use, and the one before kept to go back to."""
        previous = self.current if folder != self.current else self.previous
        return Record(folder, previous, {**self.arrivals, folder: arrival})

    def turned_back(self) -> "Record":
        """Return the record with current and previous version exchanged."""
        return replace(self, current=self.previous, previous=self.current)

    def without(self, folder: str) -> "Record | None":
        """Return the record without a version; None if it was the last one."""
        left = {name: arrival for name, arrival in self.arrivals.items() if name != folder}
        if not left:
            return None
        current = self.current
        if folder == current:
            current = self.previous if self.previous in left else max(left, key=lambda name: left[name].at)
        previous = self.previous if self.previous in left and self.previous != current else ""
        return Record(current, previous, left)


def read_record(folder: Path) -> Record | None:
    """Return the record of a pack's folder; None where nothing was installed by this package.

    Raises:
        PackDamagedError: It cannot be read.
    """
    path = folder / RECORD_NAME
    try:
        content = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, str(error)) from error
    try:
        part = parse(content)
        part.need("format", whole(1, _FORMAT))
        made = Record(
            current=part.need("current", file_name),
            previous=part.may("previous", text, ""),
            arrivals=part.need("arrivals", mapping(_arrival, name=file_name)),
        )
        part.end()
    except ValueError as error:
        raise _damaged(path, str(error)) from error
    if made.current not in made.arrivals or made.previous not in ("", *made.arrivals):
        raise _damaged(path, "it names a version that is not installed")
    return made


def write_record(folder: Path, record: Record) -> None:
    """Write the record of a pack's folder, whole or not at all."""
    content = json.dumps({"format": _FORMAT, **asdict(record)}, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(folder / RECORD_NAME, content.encode())


def _arrival(value: object, where: str) -> Arrival:
    part = Fields(value, where)
    made = Arrival(
        at=part.need("at", filled),
        brought=part.need("brought", text),
        by=part.may("by", text, ""),
        accepted=part.may("accepted", text, ""),
    )
    part.end()
    return made


def _damaged(path: Path, why: str) -> PackDamagedError:
    return PackDamagedError(
        f"The record of a model pack's versions cannot be read: {why}.",
        which=path,
        remedy="Install the pack again: 'sanduku packs install PATH'.",
    )
