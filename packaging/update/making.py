"""``packaging/build.py update``: makes an update file of the frozen program, and signs it.

The same program gives the same packed bytes. Without keys nothing is made: a laptop installs no update that
nobody vouches for.
"""

import argparse
import hashlib
import io
import os
import re
import stat
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import zstandard
from release_notes import release_notes

from engine.errors import BadInputError
from engine.library import latest_schema
from engine.packs.trust import Use
from engine.updates.container import write_update
from engine.updates.handover import release_of
from engine.updates.hosts import PLATFORMS, this_host
from engine.updates.manifest import MANIFEST_NAME, ProgramFile, UpdateManifest, read_manifest
from engine.version import VERSION
from models.image_text.commands import ask_passphrase
from models.image_text.signing import AskPassphrase, Keys

ROOT = Path(__file__).resolve().parent.parent.parent
LEVEL, WINDOW = 19, 27
LEAST = {"windows": "10.0.17763", "macos": "15.0"}
"""What the pinned libraries need, as packaging/README.md tells; those for Linux say it themselves."""
_GLIBC = re.compile(rb"GLIBC_(2\.\d{1,3})\0")


class MakingError(BadInputError):
    """No update can be made of what is there."""

    code = "packaging.update"


@dataclass(frozen=True)
class Making:
    """What an update is made of.

    Attributes:
        frozen: The folder of the frozen program.
        version: Of it.
        platform: What it was built for.
        schema: The format of libraries that it makes.
        changes: Release notes in Markdown.
        licence_text: The licence.
        level: How hard it is packed, from 1 to 22.
    """

    frozen: Path
    version: str
    platform: str
    schema: int
    changes: str
    licence_text: str
    level: int = LEVEL

    def make(self, folder: Path, keys: Keys, ask: AskPassphrase) -> Path:
        """Write the update file into a folder, and return it.

        Args:
            folder: Where it goes.
            keys: Sign it.
            ask: Gives the passphrases of the keys for programs.
        """
        files, links = _contents(self.frozen)
        with tempfile.TemporaryDirectory(dir=_made(folder)) as scratch:
            payload = Path(scratch) / "payload"
            packed = self._pack(payload, files)
            manifest = UpdateManifest(
                version=self.version,
                platform=self.platform,
                needs=self._needs(files),
                schema=self.schema,
                payload=packed,
                files=files,
                links=links,
                changes=self.changes,
                licence="Apache-2.0",
                licence_text=self.licence_text,
            )
            content = manifest.to_bytes()
            read_manifest(content, self.frozen)  # what we give out, we can read
            metadata = keys.sign_file(
                f"{manifest.name}/{MANIFEST_NAME}",
                content,
                ask,
                at_least=_signing_number(self.version),
                use=Use.PROGRAMS,
            )
            target = folder / manifest.file_name
            write_update(target, content, metadata, payload)
        return target

    def _pack(self, payload: Path, files: dict[str, ProgramFile]) -> ProgramFile:
        parameters = zstandard.ZstdCompressionParameters.from_level(
            self.level, window_log=WINDOW, enable_ldm=True
        )
        packer = zstandard.ZstdCompressor(compression_params=parameters)
        with (
            payload.open("wb") as target,
            packer.stream_writer(target, closefd=False) as stream,
            tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as archive,
        ):
            for name, file in files.items():
                entry = tarfile.TarInfo(name)  # no time, no owner, nothing that differs by computer
                entry.size, entry.mode = file.byte_size, 0o755 if file.executable else 0o644
                with (self.frozen / name).open("rb") as content:
                    archive.addfile(entry, content)
        return ProgramFile(*_hash_of(payload), executable=False)

    def _needs(self, files: dict[str, ProgramFile]) -> dict[str, str]:
        system = self.platform.partition("-")[0]
        if system != "linux":
            return {system: LEAST[system]}
        found = [version for name in files for version in _glibc_of(self.frozen / name)]
        if not found:
            return {}
        return {"glibc": max(found, key=lambda each: tuple(map(int, each.split("."))))}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be said on the command line."""
    parser.add_argument(
        "--keys",
        type=Path,
        required=True,
        help="folder of the keys that sign it ('models sign keys programs')",
    )
    parser.add_argument(
        "--frozen", type=Path, default=ROOT / "build" / "frozen" / "sanduku", help="the frozen program"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "packages", help="where it goes")
    parser.add_argument("--changes", type=Path, help="release notes; by default those of the changelog")
    parser.add_argument(
        "--platform", choices=PLATFORMS, default=this_host().platform, help="what the program was built for"
    )
    parser.add_argument(
        "--level", type=int, default=LEVEL, help=f"how hard it is packed, 1 to 22 (default {LEVEL})"
    )


def run(options: argparse.Namespace) -> int:
    """Make the update file."""
    making = Making(
        frozen=options.frozen,
        version=_version_of(options.frozen, options.platform),
        platform=options.platform,
        schema=latest_schema(),
        changes=_changes(options.changes),
        licence_text=(ROOT / "LICENSE").read_text(encoding="utf-8"),
        level=options.level,
    )
    made = making.make(options.out, Keys(options.keys), ask_passphrase)
    sys.stdout.write(f"{made}: {made.stat().st_size / 1e6:,.1f} MB\n")
    return 0


def _changes(named: Path | None) -> str:
    """Return the release notes: a file's, or what the changelog says of this version."""
    source = named or ROOT / "CHANGELOG.md"
    try:
        notes = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MakingError(
            f"These release notes cannot be read ({error}).",
            which=source,
            remedy="Name a text file in UTF-8.",
        ) from error
    said = notes.strip() if named else release_notes(notes, VERSION)
    if not said:
        raise MakingError(
            f"It says nothing of what is new in version {VERSION}, which people see before they install it.",
            which=source,
            remedy=f"Write a section '## {VERSION}', or name another file with --changes.",
        )
    return said


def _signing_number(version: str) -> int:
    """Return the least number of a version's signature; the thousand below the next are for signing anew.

    A laptop takes no signature of a number that it has seen, and what builds releases begins each time from
    the same copy of the keys, which has not counted on: so the version itself has to count.
    """
    numbers = release_of(version)
    if numbers is None or max(numbers) > 999:
        raise MakingError(
            f"{version} is no version such as 1.2.3, each number up to 999.",
            remedy="Correct engine/version.py.",
        )
    major, minor, patch = numbers
    return 1000 * (major * 10**6 + minor * 10**3 + patch) + 1


def _version_of(frozen: Path, platform: str) -> str:
    """Return the version of this source, having asked the frozen program for its own where it runs here."""
    if platform == this_host().platform:
        program = frozen / ("sanduku.exe" if sys.platform == "win32" else "sanduku")
        if not program.is_file():
            raise MakingError(
                "The frozen program is not there.",
                which=frozen,
                remedy="Run 'packaging/build.py frozen' first.",
            )
        said = subprocess.run(
            [str(program), "--version"], capture_output=True, text=True, check=True,
            env={**os.environ, "SANDUKU_NO_HANDOVER": "1"},
        ).stdout.split()  # fmt: skip
        if said[-1:] != [VERSION]:
            raise MakingError(
                f"The frozen program is version {said[-1]}, and this source {VERSION}.",
                which=frozen,
                remedy="Run 'packaging/build.py frozen' again.",
            )
    return VERSION


def _contents(frozen: Path) -> tuple[dict[str, ProgramFile], dict[str, str]]:
    """Return the files and the links of a frozen program by their path, in the order of their names."""
    files, links = {}, {}
    for path in sorted(frozen.rglob("*")):
        name = path.relative_to(frozen).as_posix()
        if path.is_symlink():
            links[name] = path.readlink().as_posix()
        elif path.is_file():
            runs = bool(path.stat().st_mode & stat.S_IXUSR)
            files[name] = ProgramFile(*_hash_of(path), executable=runs)
    return files, links


def _hash_of(path: Path) -> tuple[str, int]:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest(), path.stat().st_size


def _glibc_of(path: Path) -> set[str]:
    """Return the versions of glibc that a library asks for; none for what is no library of Linux."""
    with path.open("rb") as stream:
        if stream.read(4) != b"\x7fELF":
            return set()
        stream.seek(0)
        content = io.BytesIO(stream.read()).getbuffer()
    return {version.decode() for version in _GLIBC.findall(content)}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
