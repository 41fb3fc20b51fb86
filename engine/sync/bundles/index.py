"""How a bundle lies on a stick: a folder of encrypted parts, and an index that is signed and written last.

Each part is small enough for FAT32, and its hash stands in the index: a stick that went bad says which part.
A folder without a whole index is no bundle: whoever pulled the stick out too early finds that out at once.
What is within the parts, ``writing`` and ``reading`` know.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from engine.canonical import canonical_json
from engine.progress import SILENT, Progress
from engine.sync.bundles.errors import (
    DamagedBundleError,
    ForeignBundleError,
    NewerBundleError,
    NotABundleError,
)
from engine.sync.wire.parsing import Fields, MalformedError, parsed_object
from engine.sync.wire.signatures import SIGNATURE_BYTES, verifies

VERSION = 1
INDEX = "index.json"
MOST_PARTS = 10_000
_MOST_INDEX = 4 << 20
_PIECE = 1 << 20
_PART = re.compile(r"part-\d{5}\.age", re.ASCII)
_PURPOSE = b"sanduku-bundle-1"


class Kind(StrEnum):
    """Which way a bundle goes."""

    UP = "up"
    """From a laptop to headquarters."""
    DOWN = "down"
    """From headquarters to a laptop: receipt and answers."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a bundle."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Index:
    """What stands on the outside of a bundle; nothing of what is in it.

    Attributes:
        kind: Which way it goes.
        bundle: Its id; an answer has that of the bundle that it answers.
        hq: Id of headquarters.
        team: Id of the team.
        library: Id of the library.
        device: Id of the laptop at headquarters.
        made_at: By the clock of whoever made it; ISO 8601, UTC.
        parts: In order.
    """

    kind: Kind
    bundle: str
    hq: str
    team: str
    library: str
    device: str
    made_at: str
    parts: tuple[Part, ...] = ()

    @property
    def byte_size(self) -> int:
        """Bytes of all parts."""
        return sum(part.size for part in self.parts)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "v": VERSION,
            "kind": self.kind.value,
            "bundle": self.bundle,
            "hq": self.hq,
            "team": self.team,
            "library": self.library,
            "device": self.device,
            "made_at": self.made_at,
            "parts": [[part.name, part.size, part.sha256] for part in self.parts],
        }

    @classmethod
    def from_json(cls, value: Any) -> Self:  # noqa: ANN401 - whatever stands in JSON
        """Read what :meth:`to_json` gave; raises MalformedError."""
        fields = Fields(value, "index")
        fields.whole("v", least=VERSION, most=VERSION)
        parts = tuple(_part(row) for row in fields.list("parts", most=MOST_PARTS))
        if not parts or len({part.name for part in parts}) != len(parts):
            raise MalformedError("the parts of a bundle do not fit")
        try:
            kind = Kind(fields.text("kind"))
        except ValueError:
            raise MalformedError("there is no such kind of bundle") from None
        return cls(
            kind=kind,
            bundle=fields.id("bundle"),
            hq=fields.id("hq"),
            team=fields.id("team"),
            library=fields.id("library"),
            device=fields.id("device"),
            made_at=fields.text("made_at", most=40),
            parts=parts,
        )

    def message(self) -> bytes:
        """Return what is signed."""
        return _PURPOSE + b"\0" + canonical_json(self.to_json()).encode()


def read_index(folder: Path) -> tuple[Index, bytes]:
    """Return what stands on the outside of a bundle, and the signature, neither verified.

    Raises:
        NotABundleError: There is no whole bundle.
        NewerBundleError: A later version has made it.
        DamagedBundleError: The index cannot be understood.
    """
    try:
        with (folder / INDEX).open("rb") as stream:
            data = stream.read(_MOST_INDEX + 1)
    except OSError as error:
        raise NotABundleError(
            "There is no whole bundle in this folder.",
            which=folder,
            remedy="Choose the folder whose name begins with 'sanduku-'. If the stick was pulled out too"
            " early, make the bundle again.",
        ) from error
    try:
        fields = Fields(parsed_object(data, most=_MOST_INDEX), "bundle")
        if fields.fields("index").whole("v") > VERSION:
            raise NewerBundleError(
                "A later version of Sanduku has made this bundle.",
                which=folder,
                remedy="Install the latest Sanduku here.",
            )
        return Index.from_json(fields.object("index")), fields.binary("signature", size=SIGNATURE_BYTES)
    except MalformedError as error:
        raise DamagedBundleError(
            "The index of this bundle is damaged.",
            which=folder / INDEX,
            remedy="Copy or make the bundle again.",
        ) from error


def verify_bundle(folder: Path, public_key: bytes, *, progress: Progress = SILENT) -> Index:
    """Return the index of a bundle that the key has signed and whose parts are all whole.

    Raises:
        BundleError: It is none, damaged, or signed by somebody else.
    """
    index, signature = read_index(folder)
    if not verifies(public_key, index.message(), signature):
        raise ForeignBundleError(
            "This bundle was altered, or was not made by whom it says.",
            which=folder,
            remedy="Have it made again, and compare where it comes from.",
        )
    done = 0
    for part in index.parts:
        digest, size = hashlib.sha256(), 0
        try:
            with (folder / part.name).open("rb") as stream:
                while piece := stream.read(_PIECE):
                    digest.update(piece)
                    size += len(piece)
                    progress.update(done=done + size, total=index.byte_size, label="bytes checked")
        except OSError as error:
            raise _damaged(folder / part.name) from error
        if size != part.size or digest.hexdigest() != part.sha256:
            raise _damaged(folder / part.name)
        done += size
    return index


def _part(row: Any) -> Part:  # noqa: ANN401 - whatever stands in JSON
    if not (isinstance(row, list) and len(row) == 3 and isinstance(row[0], str) and _PART.fullmatch(row[0])):
        raise MalformedError("a part of a bundle does not fit")
    fields = Fields({"size": row[1], "sha256": row[2]}, "part")
    return Part(row[0], fields.whole("size", least=1), fields.hash("sha256"))


def _damaged(path: Path) -> DamagedBundleError:
    return DamagedBundleError(
        "A part of this bundle is missing or damaged.",
        which=path,
        remedy="Copy the bundle again from where it was made, or make it anew; nothing was taken from it.",
    )
