"""What building a library from its own source takes: tools, the source itself, a mark of what was done.

Shared by the words that make a smaller library than the wheel of its makers. The source distribution is that
of the version which the constraints pin, and must have the SHA-256 that stands here: whoever pins another
version looks it up and writes it down.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
CONSTRAINTS = ROOT / "constraints.txt"

DIGESTS = {
    "numpy-2.4.6": "f3a3570c4a2a16746ac2c31a7c7c7b0c186b95ce902e33db6f28094ed7387dda",
    "opencv-python-headless-5.0.0.93": "b82f9831daab90b725c7c1ee1b36cb5732c367096ac76d119e64e14eb70d5f3c",
}
"""SHA-256 of source distributions."""

LINKED = "-Wl,--gc-sections,--as-needed,-s"
"""What a library for Linux is linked with: it brings no symbols."""

ALONE = f"{LINKED} -static-libstdc++ -static-libgcc"
"""The same, for one that stands on nothing but the C library."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is built from its own source.

    Attributes:
        package: As the registry calls it.
        place: Its folder below ``build``, which goes before all others on Python's path.
        tools: What building it needs, as pip is told.
        minutes: About how long a processor core has to do with it.
    """

    package: str
    place: str
    tools: tuple[str, ...]
    minutes: int

    @property
    def target(self) -> Path:
        """Where it lies when it is built."""
        return BUILD / self.place

    @property
    def work(self) -> Path:
        """Where it is built."""
        return BUILD / f"{self.place}-work"

    @property
    def version(self) -> str:
        """The version that the constraints pin."""
        return pinned_version(CONSTRAINTS.read_text(encoding="utf-8"), self.package)

    @property
    def digest(self) -> str:
        """SHA-256 of its source distribution.

        Raises:
            SystemExit: It is not known for the pinned version.
        """
        name = f"{self.package}-{self.version}"
        if name not in DIGESTS:
            raise SystemExit(
                f"Nobody wrote down the SHA-256 of the source distribution of {name}: look it up where it is"
                " handed out, and add it to packaging/frozen/source.py."
            )
        return DIGESTS[name]


class Workshop:
    """An environment with the tools that building a library needs, in a folder that was made anew."""

    def __init__(self, library: Library) -> None:
        """Make it.

        Raises:
            subprocess.CalledProcessError: A tool cannot be fetched.
        """
        self.library = library
        shutil.rmtree(library.work, ignore_errors=True)
        venv.create(library.work / "tools", with_pip=True)
        self.programs = library.work / "tools" / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.programs / ("python.exe" if os.name == "nt" else "python")
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(self.programs), os.environ.get("PATH", "")]),
        }
        self.pip("install", "--quiet", *library.tools)

    def pip(self, *words: str) -> None:
        """Run pip."""
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", *words]
        subprocess.run(command, env=self.environment, check=True)

    def pip_of_source(self, word: str, source: Path | None, told: Sequence[str] = ()) -> Path:
        """Have pip download or build the source distribution, and return the file that comes of it.

        Args:
            word: ``download`` or ``wheel``.
            source: The source distribution; None to fetch it.
            told: What the library's own build is told.

        Raises:
            SystemExit: What was given is not the source distribution that is pinned.
            subprocess.CalledProcessError: It cannot be fetched or built.
        """
        library, place = self.library, self.library.work / "made-by-pip"
        if source is not None:
            check_source(source, library.digest)
        what = f"{library.package}=={library.version}" if source is None else str(source.absolute())
        settings = "".join(f' --config-settings="setup-args={each}"' for each in told)
        # Only what stands in a file can have a checksum. The settings stand there too: pip passes those of
        # its command line to nothing that a file names. What it keeps may have been built by other ones.
        asked = library.work / "asked.txt"
        asked.write_text(f"{what} --hash=sha256:{library.digest}{settings}\n", encoding="utf-8")
        folder = "--dest" if word == "download" else "--wheel-dir"
        self.pip(
            word, "--quiet", "--no-cache-dir", folder, str(place), "--no-deps", "--no-build-isolation",
            "--no-binary", library.package, "--requirement", str(asked),
        )  # fmt: skip
        return next(place.iterdir())


def take_options(parser: argparse.ArgumentParser, library: Library) -> None:
    """Declare the options of a word that builds a library."""
    parser.epilog = (
        f"Takes a processor core about {library.minutes} minutes; 'frozen' uses what lies in"
        f" {library.target.relative_to(ROOT)}."
    )
    parser.add_argument("--again", action="store_true", help="build it though it is there")
    parser.add_argument("--source", type=Path, help="its source distribution, where there is no network")


def build_once(
    library: Library, told: Sequence[str], options: argparse.Namespace, build: Callable[[Path | None], None]
) -> int:
    """Build a library, unless it is there in the same version and built by the same words; tell its size.

    Args:
        library: What to build.
        told: What its own build is told: with other words it is built anew.
        options: Of the command line.
        build: Does it, from a source distribution or, where that is None, from one that it fetches.
    """
    mark = library.target / "built.txt"
    wanted = "\n".join([library.version, *told, ""])
    if options.again or not mark.is_file() or mark.read_text(encoding="utf-8") != wanted:
        build(options.source)
        mark.write_text(wanted, encoding="utf-8")
        shutil.rmtree(library.work)
    size = sum(file.stat().st_size for file in library.target.rglob("*") if file.is_file())
    print(f"{library.package} {library.version} lies in {library.target}: {size / 1e6:.1f} MB")
    return 0


def pinned_version(constraints: str, package: str) -> str:
    """Return the version of a package that the constraints pin.

    Raises:
        SystemExit: They do not.
    """
    found = re.search(rf"^{re.escape(package)}==(\S+)", constraints, re.MULTILINE)
    if found is None:
        raise SystemExit(f"constraints.txt does not pin {package}.")
    return found[1]


def check_source(source: Path, digest: str) -> None:
    """See that a source distribution is the one that is meant.

    Raises:
        SystemExit: It is another, or cannot be read.
    """
    try:
        with source.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SystemExit(f"{source} cannot be read: {error.strerror}.") from error
    if found != digest:
        raise SystemExit(f"{source} is not the source distribution that is pinned: its SHA-256 is {found}.")
