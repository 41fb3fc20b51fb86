"""Writes the licences in full of what is really in the program, each once, with a list of them.

Texts come from the wheels themselves; where a wheel brings none, from the folder ``licences`` here.
"""

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

from failing import BuildError

from sbom.inside import Owners
from sbom.parts import Part
from sbom.versions import debian_package

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "licences"
ROOT = HERE.parent.parent

_LICENCE_NAME = re.compile(r"^(licen[cs]e|copying|notice|third.?party|authors)", re.IGNORECASE)
_IN_METADATA = re.compile(r"\.dist-info/((licenses|license_files)/.+|[^/]+)$")
WITHOUT_TEXT = {
    "pyside6-essentials": "qt",
    "shiboken6": "qt",
    "flatbuffers": "apache-2.0",
    "tokenizers": "apache-2.0",
    "opencv-python-headless": "apache-2.0",
}
"""Distributions whose wheels bring no licence, with the text here that they are under."""

ALSO = {"qt": ("lgpl-3.0", "gpl-3.0"), "lgpl-3.0": ("gpl-3.0",)}
"""Texts that refer to others, which then come along."""


class NoLicenceTextError(BuildError):
    """The licence of something that is shipped is nowhere in full."""


def write_notices(folder: Path, parts: list[Part], publisher: str, owners: Owners) -> int:
    """Write all licences into a folder, made anew.

    Args:
        folder: Where they go.
        parts: What the program is made of.
        publisher: Who hands out the program, with the address at which source code is to be had.
        owners: The distributions that parts came from.

    Returns:
        How many texts there are.

    Raises:
        NoLicenceTextError: That of a part is missing.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "sanduku.txt")
    rows = []
    for part in parts:
        places = sorted({place for text in part.texts for place in _bring(text, part, folder, owners)})
        if not places:
            raise NoLicenceTextError(
                f"There is no text of the licence of {part.name} {part.version} ({part.licence})."
            )
        rows.append(f"{part.name} {part.version}\n    {part.licence}\n    {', '.join(places)}\n")
    (folder / "README.txt").write_text(_head(publisher) + "\n".join(rows), encoding="utf-8")
    return sum(1 for path in folder.rglob("*") if path.is_file()) - 1


def _head(publisher: str) -> str:
    return (
        "Sanduku is under the Apache License 2.0 (sanduku.txt). What it is made of besides is listed here,\n"
        "each with its version, its licence, and where the licence stands in full below this folder.\n\n"
        "Some of it is under the GNU Lesser General Public License (Qt, PySide6, libheif, libde265) or the\n"
        "Mozilla Public License (pikepdf, certifi). Its code is unaltered, it lies in files of its own that\n"
        "you may replace, and its source code is to be had where qt.txt says, or from\n"
        f"{publisher}.\n\n"
    )


def _bring(text: str, part: Part, folder: Path, owners: Owners) -> Iterator[str]:
    """Copy what a part's licence stands in; yield where it lies then."""
    kind, _, name = text.partition(":")
    if kind in ("dist", "wheel"):
        yield from _of_distribution(owners.distributions[name], folder)
    elif text == "python":
        yield _copied(_of_python(), folder, "python.txt")
    elif text == "pyinstaller":
        yield from _of_distribution(owners.distributions["pyinstaller"], folder)
    elif text == "debian":
        for file in part.files:
            package = debian_package(file)[0]
            yield _copied(Path("/usr/share/doc") / package / "copyright", folder, f"system/{package}.txt")
    else:
        yield from _of_ours(text, folder)


def _of_ours(text: str, folder: Path) -> Iterator[str]:
    for name in (text, *ALSO.get(text, ())):
        source = ROOT / "LICENSE" if name == "apache-2.0" else TEXTS / f"{name}.txt"
        if not source.is_file():
            raise NoLicenceTextError(f"packaging/sbom/licences has no {name}.txt.")
        yield _copied(source, folder, f"{name}.txt")


def _of_distribution(found: Distribution, folder: Path) -> Iterator[str]:
    name = re.sub(r"[-_.]+", "-", found.name).lower()
    files = [each for each in found.files or () if _is_licence(PurePosixPath(each.as_posix()))]
    for each in files:
        place = re.sub(r"^.*?\.dist-info/(licenses/|license_files/)?", "", each.as_posix()).replace("/", "-")
        yield _copied(Path(str(found.locate_file(each))), folder, f"{name}/{place}")
    if not files:
        if name not in WITHOUT_TEXT:
            raise NoLicenceTextError(
                f"The wheel of {found.name} {found.version} brings no licence: put its text into"
                " packaging/sbom/licences, and name it in packaging/sbom/notices.py."
            )
        yield from _of_ours(WITHOUT_TEXT[name], folder)


def _is_licence(file: PurePosixPath) -> bool:
    text = file.as_posix()
    if "/licenses/" in text and ".dist-info/" in text:
        return True
    # Some wheels lay what they owe to others beside their code, at its top.
    return bool(_LICENCE_NAME.match(file.name)) and (
        bool(_IN_METADATA.search(text)) or (len(file.parts) == 2 and file.suffix in (".txt", ".md", ""))
    )


def _of_python() -> Path:
    """Return the licence of Python, with those of what it is made of.

    Raises:
        NoLicenceTextError: This Python does not bring it.
    """
    places = [
        Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE",
        Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright"),
    ]
    for place in places:
        if place.is_file():
            return place
    raise NoLicenceTextError(f"Python's licence is in none of {', '.join(map(str, places))}.")


def _copied(source: Path, folder: Path, place: str) -> str:
    target = folder / place
    target.parent.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")  # names of people in older texts
    target.write_text(text, encoding="utf-8", newline="")
    return place
