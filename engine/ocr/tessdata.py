"""Where Tesseract's language files lie on this computer, and which languages can therefore be read.

Files come from the project's own data folder, from what an installed program brought with it, from
``TESSDATA_PREFIX``, and from where the systems' packages put them. Tesseract opens one folder at a time, so a
combination of languages is looked for in one folder.
This module needs neither Tesseract nor anything else beyond the standard library.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.settings import Places

CODES: Mapping[str, str] = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "sw": "swa"}
"""Tesseract's code of each BCP 47 language that we serve."""

WANTED = tuple(CODES.values())
"""The files that we look for; how a page is turned is found without Tesseract and its data for that."""

_SMALLEST = 1024
"""Files below this many bytes are no language data but what a broken download or a Git LFS pointer left."""


@dataclass(frozen=True, slots=True)
class Tessdata:
    """The language files that were found.

    Attributes:
        folders: Each folder with the codes of the languages it holds, in order of preference.
    """

    folders: tuple[tuple[Path, frozenset[str]], ...]

    @property
    def codes(self) -> frozenset[str]:
        """Tesseract codes of everything that some folder holds."""
        return frozenset().union(*(codes for _, codes in self.folders))

    def folder_of(self, *codes: str) -> Path | None:
        """Return the first folder that holds all of these codes together, or None."""
        return next((folder for folder, held in self.folders if held.issuperset(codes)), None)

    def missing(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return those of the codes that no folder holds, in the order given."""
        return tuple(code for code in codes if code not in self.codes)


def find_tessdata(places: Places, environ: Mapping[str, str] = os.environ) -> Tessdata:
    """Look for language files in our own folder, then in what the program brought, then in the system's.

    Args:
        places: Names the first two.
        environ: Environment variables; ``TESSDATA_PREFIX``, and on Windows the program folders, are used.
    """
    found: list[tuple[Path, frozenset[str]]] = []
    brought = () if places.shipped_tessdata is None else (places.shipped_tessdata,)
    for folder in (places.tessdata, *brought, *system_folders(environ)):
        codes = _codes_in(folder)
        if codes and folder not in (known for known, _ in found):
            found.append((folder, codes))
    return Tessdata(tuple(found))


def system_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders where Linux, macOS and Windows packages put language files, existing or not."""
    prefix = environ.get("TESSDATA_PREFIX")
    chosen = [Path(prefix), Path(prefix, "tessdata")] if prefix else []
    unix = [
        Path("/usr/share/tesseract-ocr/5/tessdata"),  # Debian, Ubuntu
        Path("/usr/share/tesseract-ocr/4.00/tessdata"),
        Path("/usr/share/tessdata"),  # Fedora, Arch, openSUSE
        Path("/usr/share/tesseract/tessdata"),
        Path("/usr/local/share/tessdata"),  # built by hand, Homebrew on Intel
        Path("/opt/homebrew/share/tessdata"),
        Path("/opt/local/share/tessdata"),  # MacPorts
    ]
    programs = [environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    windows = [Path(folder, "Tesseract-OCR", "tessdata") for folder in programs if folder]
    if local := environ.get("LOCALAPPDATA"):
        windows.append(Path(local, "Programs", "Tesseract-OCR", "tessdata"))
    return (*chosen, *unix, *windows)


def remedy_for(missing: Iterable[str]) -> str:
    """Return the sentence that says how to get the language files of these Tesseract codes."""
    packages = " ".join(f"tesseract-ocr-{code}" for code in missing)
    return (
        "Run 'python -m models fetch-tessdata' while online, or install the language files: "
        f"on Debian and Ubuntu 'sudo apt install {packages}', elsewhere with the Tesseract installer."
    )


def _codes_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(
            code
            for code in WANTED
            if (file := folder / f"{code}.traineddata").is_file() and file.stat().st_size >= _SMALLEST
        )
    except OSError:  # A folder that may not be entered holds nothing for us.
        return frozenset()
