"""The Debian package: built without root by ``dpkg-deb``, byte for byte the same of the same frozen program.

No script of it runs when it is installed or removed: menus, file types, icons and manuals are brought up to
date by the packages that own them. It knows nothing of anybody's library, which lies in the home of each user
and stays.
"""

import argparse
import hashlib
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from linux.about import ROOT, About, read_about
from linux.archive import gzipped, put
from linux.copyright import copyright_file
from linux.depends import depends, recommends, too_new
from linux.elf import read_needs
from linux.tree import frozen_program, lay_out

ARCHITECTURES = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64", "arm64": "arm64"}
LEVELS = {"xz": 1, "zstd": 9}
COMPRESSION = "xz"
"""Measured on the frozen program: see packaging/README.md."""

OVERRIDES = """\
# The program brings its own Python and libraries along: field laptops have no network to fetch them from, and
# the reading of a document must not change with the edition of the system that it is read on.
sanduku: embedded-library
sanduku: hardening-no-fortify-functions
sanduku: hardening-no-pie
sanduku: hardening-no-bindnow
sanduku: library-not-linked-against-libc
sanduku: shared-library-lacks-prerequisites
sanduku: unstripped-binary-or-object
# The libraries find each other by paths relative to themselves ($ORIGIN), within /usr/lib/sanduku.
sanduku: custom-library-search-path
# PyInstaller lets every library be started, as the wheels do.
sanduku: shared-library-is-executable
# Licences of what is bundled lie together with the rest of the program, which shows them.
sanduku: extra-license-file
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``deb`` takes."""
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/sanduku", metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=ROOT / "build/packages", metavar="FOLDER")
    parser.add_argument("--compression", choices=("xz", "zstd"), default=COMPRESSION)
    parser.add_argument(
        "--level", type=int, help="of compression; by default the lowest that makes it small enough"
    )
    parser.add_argument("--pretend", metavar="VERSION", help="call it another version, to try an upgrade")


def run(options: argparse.Namespace) -> int:
    """Build the package and tell its size."""
    about = read_about(options.pretend) if options.pretend else read_about()
    package = build(frozen_program(options.frozen), options.out, about, options.compression, options.level)
    sys.stdout.write(f"{package}: {package.stat().st_size / 1e6:.1f} MB\n")
    if warning := too_new(read_needs(options.frozen)):
        sys.stderr.write(f"{warning} Build it on that system, or what is named without what is new.\n")
    return 0


def build(
    frozen: Path, out: Path, about: About, compression: str = COMPRESSION, level: int | None = None
) -> Path:
    """Build the package.

    Args:
        frozen: The folder of the frozen program.
        out: Where the package goes.
        about: What is said of the program.
        compression: ``xz`` or ``zstd``, of what it holds.
        level: Of compression; None for that of ``LEVELS``.

    Returns:
        The package.

    Raises:
        UnknownLibraryError: The program needs something of the system that no package is known for.
        subprocess.CalledProcessError: ``dpkg-deb`` refuses.
        OSError: The disk is full, or a tool is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".deb-") as name:
        root = Path(name) / "sanduku"
        lay_out(frozen, root / "usr", about)
        documentation = root / "usr/share/doc/sanduku"
        put(documentation / "changelog.gz", gzipped(changelog(about).encode()))
        put(documentation / "copyright", copyright_file(frozen, about))
        put(root / "usr/share/lintian/overrides/sanduku", OVERRIDES)
        put(root / "DEBIAN/md5sums", md5sums(root))
        put(root / "DEBIAN/control", control(root, frozen, about))
        for folder in (root, *(path for path in root.rglob("*") if path.is_dir() and not path.is_symlink())):
            folder.chmod(0o755)
        effort = LEVELS[compression] if level is None else level
        package = out / f"sanduku_{debian_version(about.version)}_{architecture()}.deb"
        subprocess.run(
            [
                "dpkg-deb", "--root-owner-group", f"-Z{compression}", f"-z{effort}",
                "--build", root, package,
            ],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(about.moment)},
            stdout=subprocess.DEVNULL,
            check=True,
        )  # fmt: skip
    return package


def control(root: Path, frozen: Path, about: About) -> str:
    """Return the control file of a package that is laid out."""
    files = {path.lstat().st_ino: path for path in root.rglob("*") if "DEBIAN" not in path.parts}
    kilobytes = sum(map(_kilobytes, files.values()))
    words = about.english
    description = "\n .\n".join(_wrapped(paragraph) for paragraph in words.description)
    needs = read_needs(frozen)
    fields = {
        "Package": "sanduku",
        "Version": debian_version(about.version),
        "Architecture": architecture(),
        "Maintainer": about.publisher.maintainer,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(depends(needs)),
        "Recommends": ", ".join(recommends(needs)),
        "Section": "text",
        "Priority": "optional",
        "Homepage": about.publisher.homepage,
        "Description": f"{words.summary[:1].lower()}{words.summary[1:]}\n{description}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _kilobytes(path: Path) -> int:
    """Return what a file takes by the reckoning of dpkg: whole kilobytes, and one for what is no file."""
    if path.is_symlink() or not path.is_file():
        return 1
    return -(-path.stat().st_size // 1024)


def _wrapped(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if line and len(line) + len(word) > 76:
            lines.append(line)
            line = ""
        line = f"{line} {word}"
    return "\n".join([*lines, line])


def md5sums(root: Path) -> str:
    """Return the sums by which ``dpkg --verify`` finds altered files."""
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
            lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


def changelog(about: About) -> str:
    """Return the changelog as Debian writes it, of this build's version and the releases before it."""
    parts = []
    for place, release in enumerate(about.releases):
        version = about.version if place == 0 else release.version
        notes = "\n".join(_point(note) for note in release.notes)
        day = about.day_of(release).strftime("%a, %d %b %Y 12:00:00 +0000")
        parts.append(
            f"sanduku ({debian_version(version)}) unstable; urgency=medium\n\n{notes}\n\n"
            f" -- {about.publisher.maintainer}  {day}\n"
        )
    return "\n".join(parts)


def _point(note: str) -> str:
    lines = _wrapped(note).splitlines()
    return "\n".join([f"  *{lines[0]}", *(f"   {line}" for line in lines[1:])])


def debian_version(version: str) -> str:
    """Return a version as Debian orders it: what comes before a release sorts before it."""
    return re.sub(r"[-.]?(a|b|rc|dev)(?=\d)", r"~\1", version)


def architecture() -> str:
    """Return what Debian calls this computer's kind of processor."""
    machine = platform.machine()
    return ARCHITECTURES.get(machine, machine)
