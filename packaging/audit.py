"""Looks up every pinned library among the known vulnerabilities: ``.venv/bin/python packaging/audit.py``.

The advisories are those of OSV (https://osv.dev), which has GitHub's and PyPI's among them, as one file for
all of PyPI. ``--advisories FILE`` takes one that was downloaded before, so that it works without a network;
otherwise it is downloaded now. Ends with 1 if a pinned version is affected, and with 2 if nothing could be
looked up.
"""

import argparse
import json
import re
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent
ADVISORIES = "https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip"

ACCEPTED: dict[str, str] = {}
"""Advisories that do not concern Sanduku -> why not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A pinned library that an advisory tells of.

    Attributes:
        name: Of the library.
        version: That is pinned.
        advisory: Its id.
        summary: What it says in a sentence.
    """

    name: str
    version: str
    advisory: str
    summary: str


def pins(text: str) -> dict[str, Version]:
    """Return the version of each library that a file of constraints pins."""
    found: dict[str, Version] = {}
    for line in text.splitlines():
        pin = re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;#]+)\s*(?:[;#].*)?", line.strip())
        if pin:
            found[canonicalize_name(pin[1])] = Version(pin[2])
    return found


def findings(pinned: dict[str, Version], advisories: Iterator[dict[str, Any]]) -> Iterator[Finding]:
    """Yield every pinned library that one of the advisories tells of."""
    for advisory in advisories:
        if advisory.get("withdrawn"):
            continue
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            name = canonicalize_name(package.get("name", ""))
            if package.get("ecosystem") == "PyPI" and name in pinned and is_affected(pinned[name], affected):
                yield Finding(name, str(pinned[name]), advisory["id"], advisory.get("summary", ""))
                break


def is_affected(version: Version, affected: dict[str, Any]) -> bool:
    """Return whether a version is one of those that an advisory names, or lies within its ranges."""
    if any(_same(version, each) for each in affected.get("versions", ())):
        return True
    ranges = [each for each in affected.get("ranges", ()) if each.get("type") in ("ECOSYSTEM", "SEMVER")]
    return any(_within(version, each.get("events", ())) for each in ranges)


def _same(version: Version, text: str) -> bool:
    try:
        return Version(text) == version
    except InvalidVersion:
        return False


def _within(version: Version, events: list[dict[str, str]]) -> bool:
    """Return whether a version lies in a range, whose events are in order."""
    inside = False
    for event in events:
        if "introduced" in event and (event["introduced"] == "0" or version >= Version(event["introduced"])):
            inside = True
        if "fixed" in event and version >= Version(event["fixed"]):
            inside = False
        if "last_affected" in event and version > Version(event["last_affected"]):
            inside = False
    return inside


def read_advisories(archive: Path) -> Iterator[dict[str, Any]]:
    """Yield the advisories of an archive of OSV; raises BadZipFile."""
    with zipfile.ZipFile(archive) as file:
        for name in file.namelist():
            if name.endswith(".json"):
                yield json.loads(file.read(name))


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--advisories", type=Path, metavar="FILE", help=f"downloaded from {ADVISORIES}")
    parser.add_argument("--constraints", type=Path, default=ROOT / "constraints.txt", metavar="FILE")
    options = parser.parse_args(arguments)
    pinned = pins(options.constraints.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        archive = options.advisories or Path(folder, "all.zip")
        try:
            if options.advisories is None:
                with urllib.request.urlopen(ADVISORIES, timeout=60) as answer:
                    archive.write_bytes(answer.read())
            found = list(findings(pinned, read_advisories(archive)))
        except (OSError, zipfile.BadZipFile, ValueError) as error:
            sys.stderr.write(f"The advisories cannot be read: {error}\n")
            sys.stderr.write(f"Download {ADVISORIES} and name it with --advisories.\n")
            return 2
    wrong = [each for each in found if each.advisory not in ACCEPTED]
    for each in wrong:
        sys.stdout.write(f"{each.name} {each.version}: {each.advisory} {each.summary}\n")
    sys.stdout.write(
        f"{len(pinned)} pinned libraries, {len(wrong)} advisories, {len(found) - len(wrong)} accepted." + "\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
