"""``packaging/build.py agree``: whether the frozen program reads documents as the code does.

Tests and benchmarks run the code with the libraries of the wheels; the program has libraries that we built.
Both read the same documents here, each as its command line does it, and every line is compared.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frozen.freezing import ONEDIR, ROOT, SUFFIX

PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".webp", ".heic", ".pdf"}
MOST_SHOWN = 20

Lines = dict[str, list[str]]
"""The lines of every page, by the document's place and the page's number."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("documents", type=Path, nargs="+", help="files, or folders with pictures and PDFs")
    parser.add_argument("--frozen", type=Path, default=ONEDIR, metavar="FOLDER")


def run(options: argparse.Namespace) -> int:
    """Read and compare; return 1 where a line differs."""
    files = documents_in(options.documents)
    program = [str(options.frozen.absolute() / f"sanduku{SUFFIX}")]
    code = [sys.executable, "-m", "engine.cli"]
    shipped = options.frozen.absolute() / "_internal" / "shipped"
    (ours, seconds), (theirs, more) = read(code, files, shipped), read(program, files, None)
    different = list(differences(ours, theirs))
    for place, one, other in different[:MOST_SHOWN]:
        print(f"  {place}\n    the code:    {one}\n    the program: {other}")
    count = sum(map(len, ours.values()))
    print(f"{len(ours)} pages, {count} lines, {len(different)} of them read otherwise.")
    print(f"The code took {seconds:.0f} s of processor time, the program {more:.0f} s.")
    return 1 if different or not count else 0


def documents_in(places: Sequence[Path]) -> list[Path]:
    """Return the documents that are named, and those in the folders that are.

    Raises:
        SystemExit: There is none.
    """
    found = [
        file
        for place in places
        for file in (sorted(place.iterdir()) if place.is_dir() else [place])
        if file.suffix.lower() in PICTURES
    ]
    if not found:
        raise SystemExit("There is no document to read in what was named.")
    return found


def read(command: Sequence[str], files: Sequence[Path], shipped: Path | None) -> tuple[Lines, float]:
    """Have a program read documents into a library that nobody keeps.

    Args:
        command: That starts the command line.
        files: What to read.
        shipped: The packs and languages to read with; None for those that the program brings.

    Returns:
        The lines, and the seconds of processor time that it took.

    Raises:
        SystemExit: It failed.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "SANDUKU_HOME": home,
            "SANDUKU_NO_HANDOVER": "1",
            "SANDUKU_PASSPHRASE": "of nobody, and gone in a moment",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            **({} if shipped is None else {"SANDUKU_SHIPPED": str(shipped)}),
        }
        before = _processor_seconds()
        _told(command, ("library", "create"), environment)
        words = ("read", "--json", "--processes", "1", *map(str, files))
        told = json.loads(_told(command, words, environment))
        return lines_of(told), _processor_seconds() - before


def lines_of(told: dict[str, Any]) -> Lines:
    """Return the lines of what ``read --json`` tells."""
    return {
        f"{document['source_path']}, page {page['index'] + 1}": str(page["text"]).splitlines()
        for document in told["documents"]
        for page in document["pages"]
    }


def differences(ours: Lines, theirs: Lines) -> list[tuple[str, str, str]]:
    """Return where two readings differ: the line's place, and both; empty where there is no such line."""
    found = []
    for place in sorted({*ours, *theirs}):
        one, other = ours.get(place, []), theirs.get(place, [])
        for number in range(max(len(one), len(other))):
            pair = [each[number] if number < len(each) else "" for each in (one, other)]
            if pair[0] != pair[1]:
                found.append((f"{place}, line {number + 1}", pair[0], pair[1]))
    return found


def _told(command: Sequence[str], words: Sequence[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [*command, *words], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"'{command[0]} {words[0]}' ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def _processor_seconds() -> float:
    used = os.times()
    return used.children_user + used.children_system
