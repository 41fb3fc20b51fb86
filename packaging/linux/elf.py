"""What the programs and libraries of a folder need from the system, by what stands in themselves.

Reads ELF files with binutils' ``readelf``, which whoever freezes a program on Linux has installed. Starts
none of them.
"""

import os
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_FILE = re.compile(r"^File: (.+)$")
_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+)\]")
_OWN_NAME = re.compile(r"\(SONAME\)\s+Library soname: \[(.+)\]")
_FROM = re.compile(r"Version: \d+\s+File: (\S+)\s+Cnt: ")
_SYMBOLS = re.compile(r"Name: ([A-Z]+)_(\d+(?:\.\d+)*)\s+Flags: ")
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Needs:
    """What a folder needs from the system.

    Attributes:
        libraries: Name of a library -> the files that need it, as paths below the folder.
        versions: Name of a set of symbols, such as ``GLIBC`` -> the latest version that is needed, as
        numbers. latest: Name of a set of symbols -> the files that need its latest version.
    """

    libraries: dict[str, tuple[str, ...]]
    versions: dict[str, tuple[int, ...]]
    latest: dict[str, tuple[str, ...]]


def read_needs(folder: Path) -> Needs:
    """Return what the programs and libraries of a folder need and do not find in it.

    Args:
        folder: Any; links to files in it count as files.

    Raises:
        OSError: ``readelf`` is not installed.
        subprocess.CalledProcessError: A file is cut off.
    """
    programs = [path for path in sorted(folder.rglob("*")) if is_elf(path)]
    bundled = {path.name for path in folder.rglob("*")}
    needed: dict[str, set[str]] = defaultdict(set)
    symbols: dict[str, dict[tuple[int, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for start in range(0, len(programs), _AT_ONCE):
        _read(programs[start : start + _AT_ONCE], folder, bundled, needed, symbols)
    versions = {name: max(found) for name, found in symbols.items()}
    return Needs(
        {name: tuple(sorted(by)) for name, by in sorted(needed.items()) if name not in bundled},
        versions,
        {name: tuple(sorted(symbols[name][version])) for name, version in versions.items()},
    )


def _read(
    programs: list[Path],
    folder: Path,
    bundled: set[str],
    needed: dict[str, set[str]],
    symbols: dict[str, dict[tuple[int, ...], set[str]]],
) -> None:
    shown = subprocess.run(
        ["readelf", "--wide", "--dynamic", "--version-info", os.devnull, *map(str, programs)],
        capture_output=True,
        text=True,
        check=False,  # it ends with 1 for /dev/null, which makes it name each file even if there is only one
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    file = provider = ""
    for line in shown.splitlines():
        if found := _FILE.match(line):
            file, provider = Path(found[1]).relative_to(folder).as_posix(), ""
        elif found := _NEEDED.search(line):
            needed[found[1]].add(file)
        elif found := _OWN_NAME.search(line):
            bundled.add(found[1])
        elif found := _FROM.search(line):
            provider = found[1]
        elif provider and provider not in bundled and (found := _SYMBOLS.search(line)):
            symbols[found[1]][tuple(map(int, found[2].split(".")))].add(file)


def is_elf(path: Path) -> bool:
    """Tell whether a file is a program or library of Linux; links are none."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
