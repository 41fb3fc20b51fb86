"""Writes THIRD_PARTY.md: every library that Sanduku needs to run, its licence and its source.

Run with the project's own Python: ``.venv/bin/python packaging/third_party.py``; with ``--check`` it writes
nothing and fails if the file is not up to date or a licence is one that we may not ship.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD_PARTY.md"
SHIPPED_EXTRAS = ("packs", "desktop", "hq")

# Said to be LGPL or MPL, which a program under another licence may use as a library. Everything that says
# GPL or AGPL is refused.
REFUSED = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)

LIBRARIES = ROOT / "packaging" / "sbom" / "libraries.toml"

STATED_ELSEWHERE = {"pyrage": "MIT", "sqlcipher3": "Zlib; SQLCipher in it: BSD-3-Clause"}
"""Licences that stand in a library's repository and not in its metadata."""

MODELS = """\
## Models and language files

Nothing of these lies in this repository; set-up prepares them on the computer that runs Sanduku, and the
packages bring them along.

| what | licence | source |
|---|---|---|
| PP-OCRv6 models, from the wheel of rapidocr | Apache-2.0 | https://github.com/PaddlePaddle/PaddleOCR |
| Tesseract language data | Apache-2.0 | https://github.com/tesseract-ocr/tessdata_fast |

## Data in this repository

| what | licence | source |
|---|---|---|
| names of places in `places.toml`: CLDR | Unicode-3.0 | https://cldr.unicode.org |
| names of cities there: time zone database | public domain | https://www.iana.org/time-zones |
"""


def main(arguments: list[str]) -> int:
    """Write the file, or check it."""
    rows = sorted({_row(each) for each in _needed()}, key=str.lower)
    text = "\n".join([*_head(), *rows, "", *_native(), "", MODELS])
    refused = [row for row in rows if REFUSED.search(row.split("|")[3])]
    for row in refused:
        print(f"Not to be shipped: {row}")
    if "--check" in arguments:
        current = TARGET.read_text(encoding="utf-8") == text
        if not current:
            print("THIRD_PARTY.md is out of date: run packaging/third_party.py.")
        return 0 if current and not refused else 1
    TARGET.write_text(text, encoding="utf-8")
    return 1 if refused else 0


def _head() -> Iterator[str]:
    yield "# Third-party notices"
    yield ""
    yield "Sanduku is under the Apache License 2.0. The libraries below are each under their own licence;"
    yield "their texts come with each of them, and lie together in the packages (`shipped/licences`, with"
    yield "the bill of materials `shipped/sbom.cdx.json`, which says of each package what is really in it)."
    yield "Made by `packaging/third_party.py`."
    yield ""
    yield "| library | version | licence | source |"
    yield "|---|---|---|---|"


def _native() -> Iterator[str]:
    """Yield the native libraries that lie in wheels, or are linked into them."""
    yield "## Native libraries in these"
    yield ""
    yield "Qt, PySide6, shiboken6, libheif, libde265 and pi-heif are used under the LGPL: unaltered, as"
    yield "files of their own that anybody may replace, with their source where"
    yield "`packaging/sbom/licences/qt.txt` says. JBIG-KIT, which the wheel of tesserocr has in it, is"
    yield "under the GPL; in the packages a stand-in of our own lies in its place."
    yield ""
    yield "| library | licence | source |"
    yield "|---|---|---|"
    rows = tomllib.loads(LIBRARIES.read_text(encoding="utf-8"))["library"]
    for row in sorted(rows, key=lambda each: str(each["name"]).lower()):
        yield f"| {row['name']} | {row['licence']} | {row['source']} |"


def _needed() -> Iterator[Distribution]:
    """Yield what is needed on this platform to run, all the way down; what the tests need is left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [*project["dependencies"], *_extras(project)]
    # Of rapidocr only the model files are used; it comes without what it needs itself.
    waiting, alone = [_name_in(each) for each in stated], "rapidocr"
    seen = set(waiting) | {alone}
    yield distribution(alone)
    while waiting:
        try:
            found = distribution(waiting.pop())
        except PackageNotFoundError:
            continue  # for another platform or Python
        yield found
        new = set(_requirements(found)) - seen
        seen |= new
        waiting += new


def _extras(project: dict[str, Any]) -> Iterator[str]:
    for extra in SHIPPED_EXTRAS:
        yield from project["optional-dependencies"][extra]


def _requirements(found: Distribution) -> Iterator[str]:
    yield from (_name_in(each) for each in found.requires or () if "extra ==" not in each)


def _name_in(requirement: str) -> str:
    return _normal(re.split(r"[ <>=!~;\[(]", requirement, maxsplit=1)[0])


def _row(found: Distribution) -> str:
    cells = (_normal(found.name), found.version, _licence(found), _source(found))
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _licence(found: Distribution) -> str:
    metadata = found.metadata.json
    classified = [
        each.rpartition(" :: ")[2]
        for each in metadata.get("classifier", [])
        if each.startswith("License ::") and not each.endswith("OSI Approved")
    ]
    free_text = str(metadata.get("license", "")).strip().splitlines()
    stated = metadata.get("license_expression") or ", ".join(classified) or (free_text or [""])[0]
    return _chosen(str(stated)) or STATED_ELSEWHERE[_normal(found.name)]


def _chosen(licence: str) -> str:
    """Return, where a library leaves the choice between licences, those that we may choose."""
    offered = licence.split(" OR ")
    return " OR ".join([each for each in offered if not REFUSED.search(each)] or offered)


def _source(found: Distribution) -> str:
    metadata = found.metadata.json
    links = {
        label.lower(): link
        for label, link in (each.split(", ", 1) for each in metadata.get("project_url", []))
    }
    wanted = ("source", "repository", "source code", "code", "github", "homepage", "home")
    best = next((links[label] for label in wanted if label in links), None)
    return str(best or metadata.get("home_page") or "(the package names none)")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
