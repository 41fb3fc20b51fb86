"""Builds what is handed out, one word each: ``.venv/bin/python packaging/build.py WORD``.

Each word is one row of the table below: a module below ``packaging/`` that offers ``arguments(parser:
argparse.ArgumentParser) -> None`` and ``run(options: argparse.Namespace) -> int``. A module is imported when
its word is given, and no earlier, so that one word never needs the tools of another.

Everything that is built lies below ``build/``: the program in ``build/frozen``, what is handed out in
``build/packages``.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Word(NamedTuple):
    """A word of the command line."""

    name: str
    module: str
    help: str
    published: bool = False
    """Whether what it builds names the publisher."""


WORDS = (
    Word("frozen", "frozen.freezing", "the program with Python, its libraries and its models in one folder"),
    Word("opencv", "frozen.opencv", "OpenCV from its source with nothing but the parts that Sanduku uses"),
    Word("numpy", "frozen.plain_numpy", "NumPy from its source without OpenBLAS, for Linux"),
    Word(
        "sbom",
        "sbom.shipping",
        "what the program is made of, with all licences, and writes it into the program",
        published=True,
    ),
    Word("agree", "frozen.agreeing", "nothing: it tells whether the program reads as the code does"),
    Word("compare", "sbom.comparing", "nothing: it tells which files of two builds differ, and why"),
    Word("deb", "linux.deb", "the package for Debian and Ubuntu", published=True),
    Word(
        "tar",
        "linux.tarball",
        "the folder for any Linux that runs from anywhere, without root",
        published=True,
    ),
    Word(
        "appimage",
        "linux.appimage",
        "the AppImage, or its folder where appimagetool is not at hand",
        published=True,
    ),
    Word("flatpak", "linux.flatpak", "the tree and manifest of the Flatpak", published=True),
    Word("nsis", "windows.nsis", "the installer for Windows", published=True),
    Word(
        "portable",
        "windows.portable",
        "the folder for a stick, which keeps all that it writes on the stick",
        published=True,
    ),
    Word("dmg", "macos.dmg", "the disk image for macOS", published=True),
    Word("checksums", "checksums", "SHA256SUMS of all that lies in build/packages"),
    Word("update", "update.making", "a signed file that laptops without a network are renewed with"),
)


def refuse_placeholders(*, release: bool) -> bool:
    """Say which facts of the publisher are placeholders; return whether that forbids a release.

    Args:
        release: Whether what is built is to be handed out; a trial is built all the same.
    """
    from linux.about import read_publisher

    found = read_publisher().placeholders()
    if not found:
        return False
    kind = "Error" if release else "Note"
    what = (
        "a release must not be built with them" if release else "a trial is built; a release would be refused"
    )
    listed = "".join(f"    {each}\n" for each in found)
    sys.stderr.write(
        f"{kind}: these facts of the publisher are placeholders, and {what}:\n{listed}"
        "    Fill them in: packaging/linux/publisher.toml\n"
    )
    return release


def main(arguments: Sequence[str]) -> int:
    """Build what the first word says."""
    for folder in (ROOT, ROOT / "packaging"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    parser = argparse.ArgumentParser(
        prog="packaging/build.py",
        description="Builds what is handed out. Begin with 'frozen': all packages are made of it.",
        epilog="Everything is built below build/. 'packaging/build.py WORD --help' tells more of a word.",
    )
    words = parser.add_subparsers(dest="word", required=True, metavar="WORD")
    for word in WORDS:
        inner = words.add_parser(word.name, help=word.help, description=f"Builds {word.help}.")
        if word.name in arguments[:1]:
            module = importlib.import_module(word.module)
            module.arguments(inner)
            if word.published:
                inner.add_argument(
                    "--release",
                    action="store_true",
                    default=os.environ.get("GITHUB_REF_TYPE") == "tag",
                    help="refuse placeholders in the publisher's facts; so it is for a tag in the workflow",
                )
            inner.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    if "release" in options and refuse_placeholders(release=options.release):
        return 1
    from failing import BuildError

    from engine.errors import ExitCode, SandukuError

    try:
        return int(options.run(options))
    except (BuildError, SandukuError) as error:
        sys.stderr.write(f"Error: {error}\n")
        return int(error.exit_code if isinstance(error, SandukuError) else ExitCode.BAD_INPUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
