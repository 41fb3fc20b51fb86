"""What an update says of itself: the file ``update.json``, which is what is signed.

It names every file of the new version with its hash, so that nothing else ever gets onto the disk. Nothing in
it is believed before the signature was checked, and its form is checked all the same.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from engine.packs.fields import Fields, UnknownPartError, filled, flag, mapping, one_of, parse, text, whole
from engine.packs.file_names import alike
from engine.updates.errors import NotAnUpdateError, UpdateNewFormatError, UpdateUnsafeError
from engine.updates.handover import release_of
from engine.updates.hosts import NEEDS, PLATFORMS, numbers_of

MANIFEST_NAME, FORMAT, PROGRAM = "update.json", 1, "sanduku"
ENDING = ".sanduku-update"
LARGEST = 16_000_000
"""Bytes of a manifest: ours has about one million."""
MOST_FILES, MOST_BYTES, MOST_PATH = 50_000, 4_000_000_000, 180
"""Files and bytes of a version, unpacked, and letters of a path: Windows allows 260 with the folder."""
OWN = "update"
"""Folder of an installed version for what came with it and is not of the program."""
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class ProgramFile:
    """One file of the new version.

    Attributes:
        sha256: Of its content, in hexadecimal.
        byte_size: Its length.
        executable: Whether it is a program.
    """

    sha256: str
    byte_size: int
    executable: bool


@dataclass(frozen=True, slots=True)
class UpdateManifest:
    """What an update says of itself.

    Attributes:
        version: Of the program, such as ``0.2.0``.
        platform: What it was built for.
        needs: Versions of the system that it needs at least.
        schema: The format of libraries that it makes.
        payload: The packed program: hash and length.
        files: Every file, by its path with ``/`` below the version's folder.
        links: Paths that stand for a file or folder of the version, and for which.
        changes: Release notes, in Markdown.
        licence: SPDX identifier.
        licence_text: The licence.
    """

    version: str
    platform: str
    needs: Mapping[str, str]
    schema: int
    payload: ProgramFile
    files: Mapping[str, ProgramFile]
    links: Mapping[str, str]
    changes: str
    licence: str
    licence_text: str

    @property
    def name(self) -> str:
        """What the signature calls it: one name for each platform, so that versions never go back."""
        return f"{PROGRAM}-{self.platform}"

    @property
    def file_name(self) -> str:
        """How the file of the update is called."""
        return f"{PROGRAM}-{self.version}-{self.platform}{ENDING}"

    @property
    def unpacked(self) -> int:
        """Bytes of the unpacked program."""
        return sum(file.byte_size for file in self.files.values())

    def to_bytes(self) -> bytes:
        """Return the file ``update.json``."""
        held = {"format": FORMAT, "program": PROGRAM, **asdict(self)}
        return json.dumps(held, ensure_ascii=False, indent=0, sort_keys=True).encode()


def read_manifest(content: bytes, which: Path) -> UpdateManifest:
    """Read the file ``update.json``.

    Args:
        content: Of the file.
        which: Names the update in errors.

    Raises:
        UpdateNewFormatError: A later version wrote it.
        UpdateUnsafeError: It names a file that would land elsewhere.
        NotAnUpdateError: It is something else.
    """
    try:
        return _read(content.decode("utf-8"))
    except _UnsafeError as error:
        raise UpdateUnsafeError(
            f"This update is not safe: {error}. Nothing of it was unpacked.",
            which=which,
            remedy="Do not use this file; ask whoever gave it to you.",
        ) from error
    except UnknownPartError as error:
        raise UpdateNewFormatError(
            f"This update was made for later versions of Sanduku ({error}).",
            which=which,
            remedy="Install that version once from its package; updates after it are files again.",
        ) from error
    except ValueError as error:
        raise NotAnUpdateError(
            f"This is no update of Sanduku, or its head is damaged ({error}).",
            which=which,
            remedy=f"Copy the file with the ending {ENDING} again from where it came.",
        ) from error


class _UnsafeError(ValueError):
    """A path that would land elsewhere."""


def _read(words: str) -> UpdateManifest:
    part = parse(words)
    if part.need("format", whole(1)) > FORMAT:
        raise UnknownPartError("its format is not known")
    part.need("program", one_of(PROGRAM))
    made = UpdateManifest(
        version=part.need("version", _release),
        platform=part.need("platform", one_of(*PLATFORMS)),
        needs=part.need("needs", mapping(_least, name=one_of(*NEEDS))),
        schema=part.need("schema", whole(1, 1_000_000)),
        payload=part.need("payload", _file),
        files=part.need("files", mapping(_file, name=_path)),
        links=part.need("links", mapping(text, name=_path)),
        changes=part.need("changes", text),
        licence=part.need("licence", filled),
        licence_text=part.need("licence_text", filled),
    )
    part.end()
    _check_whole(made)
    return made


def _check_whole(made: UpdateManifest) -> None:
    names = [*made.files, *made.links]
    if not made.files or len(names) > MOST_FILES:
        raise ValueError(f"it names {len(names):,} files")
    if max(made.unpacked, made.payload.byte_size) > MOST_BYTES:
        raise _UnsafeError(f"it would take {made.unpacked / 1e9:,.0f} GB")
    same = alike(names)
    if same is not None or set(made.files) & set(made.links):
        raise _UnsafeError(f"'{same[0] if same else names[-1]}' stands in it twice")
    folders = {str(each) for name in names for each in PurePosixPath(name).parents}
    mixed = folders & set(names)
    if mixed:
        raise _UnsafeError(f"'{min(mixed)}' is both a file and a folder")
    for name, target in made.links.items():
        meant = _meant(name, target)
        if meant not in made.files and meant not in folders - {"."}:
            raise _UnsafeError(f"the link '{name}' leads to nothing of the program")


def _meant(name: str, target: str) -> str:
    """Return the path that a link leads to; a link that leaves the program raises."""
    parts = list(PurePosixPath(name).parent.parts)
    for each in target.split("/"):
        if each == "..":
            if not parts:
                raise _UnsafeError(f"the link '{name}' leads out of the program")
            parts.pop()
        else:
            parts.append(_part(each, f"the link '{name}'"))
    return "/".join(parts)


def _path(value: object, where: str) -> str:
    """Read the path of a file below the version's folder."""
    name = text(value, where)
    parts = name.split("/")
    if len(name) > MOST_PATH:
        raise _UnsafeError(f"'{name[:40]}…' is too long a path")
    for each in parts:
        _part(each, f"'{name}'")
    if parts[0] == OWN:
        raise _UnsafeError(f"'{name}' lies where the update keeps its own papers")
    return name


def _part(part: str, named: str) -> str:
    if part in ("", ".", "..") or part[-1] in " ." or _FORBIDDEN.search(part) or _DEVICE.fullmatch(part):
        raise _UnsafeError(f"{named} would land elsewhere, on some systems at least")
    return part


def _release(value: object, where: str) -> str:
    found = text(value, where)
    if release_of(found) is None:
        raise ValueError(f"{where} '{found}' is no version such as 1.2.3")
    return found


def _least(value: object, where: str) -> str:
    found = text(value, where)
    if numbers_of(found) is None:
        raise ValueError(f"{where} '{found}' is no version")
    return found


def _file(value: object, where: str) -> ProgramFile:
    part = Fields(value, where)
    made = ProgramFile(
        sha256=part.need("sha256", _sha256),
        byte_size=part.need("byte_size", whole(0, MOST_BYTES)),
        executable=part.may("executable", flag, default=False),
    )
    part.end()
    return made


def _sha256(value: object, where: str) -> str:
    found = text(value, where)
    if not _SHA256.fullmatch(found):
        raise ValueError(f"{where} is no SHA-256")
    return found
