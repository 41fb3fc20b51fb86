"""``packaging/build.py checksums``: SHA256SUMS of all that is handed out, as ``sha256sum -c`` reads it."""

import argparse
import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "SHA256SUMS"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = f"Check a download with: sha256sum -c {NAME} --ignore-missing"
    folder = ROOT / "build" / "packages"
    parser.add_argument("--folder", type=Path, default=folder, help="where the files lie")


def run(options: argparse.Namespace) -> int:
    """Write the file; return the exit code."""
    lines = sums(options.folder)
    if not lines:
        print(f"There is nothing in {options.folder}: build something first.", file=sys.stderr)
        return 1
    (options.folder / NAME).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    print("\n".join(lines))
    return 0


def sums(folder: Path) -> list[str]:
    """Return a line for each file that lies directly in a folder, but for the list itself."""
    if not folder.is_dir():
        return []
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != NAME and not path.name.startswith("."):
            with path.open("rb") as stream:
                lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {path.name}")
    return lines
