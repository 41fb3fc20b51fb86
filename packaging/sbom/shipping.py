"""``packaging/build.py sbom``: takes out what may not ship, and writes down what the program is made of.

In the program lie then ``_internal/shipped/sbom.cdx.json`` and ``_internal/shipped/licences``.
"""

import argparse
import platform
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from linux.about import source_moment

from engine.version import VERSION
from sbom.cyclonedx import bill
from sbom.inside import Owners, look_inside
from sbom.notices import write_notices
from sbom.parts import Part, parts_of
from sbom.replacing import replace_gpl

ROOT = Path(__file__).resolve().parents[2]
PUBLISHER = ROOT / "packaging" / "linux" / "publisher.toml"
SHIPPED = Path("_internal") / "shipped"
BUILT = (ROOT / "build" / "numpy",)
"""Distributions that we build from their source: they go in, where they are, in the place of their wheels."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``sbom`` takes."""
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/sanduku", metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the bill of materials here too")


def run(options: argparse.Namespace) -> int:
    """Write the bill and the licences anew, and the list by which the self-test finds damage."""
    from engine.selftest.contents import write_list

    parts = add_to(options.frozen)
    write_list(options.frozen / SHIPPED)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes((options.frozen / SHIPPED / "sbom.cdx.json").read_bytes())
    for part in parts:
        sys.stdout.write(f"{part.name:45} {part.version:20} {part.licence}\n")
    sys.stdout.write(f"{len(parts)} parts.\n")
    return 0


def add_to(folder: Path) -> list[Part]:
    """Take what is under the GPL out of a frozen program, and write into it what it is made of.

    Args:
        folder: Of the program, as PyInstaller made it.

    Returns:
        What it is made of.

    Raises:
        UnaccountedError: A file is nobody's.
        LicenceRefusedError: A part is under the GPL or AGPL.
        NoLicenceTextError: The licence of a part is nowhere in full.
        OSError: It cannot be read or written.
    """
    replace_gpl(folder)
    paths = [*map(str, built_inside(folder, BUILT)), *sys.path]
    owners = Owners(distributions(path=paths))
    parts = parts_of(look_inside(folder), owners)
    publisher = tomllib.loads(PUBLISHER.read_text(encoding="utf-8"))["maintainer"]
    write_notices(folder / SHIPPED / "licences", parts, publisher, owners)
    name = f"{platform.system().lower()}-{platform.machine().lower()}"
    text = bill(parts, VERSION, source_moment(), name)
    (folder / SHIPPED / "sbom.cdx.json").write_text(text, encoding="utf-8")
    return parts


def built_inside(folder: Path, built: Iterable[Path]) -> Iterator[Path]:
    """Yield those of our own builds that went into a program: their modules lie in it byte for byte.

    Args:
        folder: Of the program.
        built: Folders with a distribution each.
    """
    for place in built:
        modules = {file: folder / "_internal" / file.relative_to(place) for file in place.rglob("*.so")}
        inside = [file for file, copy in modules.items() if copy.is_file()]
        if inside and all(modules[file].read_bytes() == file.read_bytes() for file in inside):
            yield place
