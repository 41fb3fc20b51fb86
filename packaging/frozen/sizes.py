"""Tells what takes how much room in a built program."""

from collections import defaultdict
from pathlib import Path

MOST = 30
"""Rows of the table; the rest is one row."""


def sizes(onedir: Path) -> dict[str, int]:
    """Return the bytes of each part of a program's folder, the largest first.

    A part is a folder or a file right below ``_internal`` or beside it; what a wheel brought in
    ``NAME.libs`` counts with ``NAME``, and what is shipped is told apart.
    """
    parts: dict[str, int] = defaultdict(int)
    seen: set[tuple[int, int]] = set()
    for file in sorted(onedir.rglob("*")):
        if not file.is_file() or file.is_symlink():
            continue
        # One file under two names takes its room once.
        status = file.stat()
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        place = file.relative_to(onedir).parts
        place = place[1:] if place[0] == "_internal" else place
        name = "/".join(place[:2]) if place[0] == "shipped" else place[0]
        parts[name.removesuffix(".libs")] += status.st_size
    return dict(sorted(parts.items(), key=lambda each: -each[1]))


def print_sizes(onedir: Path) -> None:
    """Print the table, in megabytes of a million bytes."""
    found = sizes(onedir)
    for name, size in list(found.items())[:MOST]:
        print(f"  {size / 1e6:8.1f} MB  {name}")
    rest = list(found.values())[MOST:]
    print(f"  {sum(rest) / 1e6:8.1f} MB  {len(rest)} smaller parts")
    print(f"  {sum(found.values()) / 1e6:8.1f} MB  in all")
