"""Brings together what the program reads with and shows, beside its code: ``_internal/shipped``.

Model packs and language files come by the very code that set-up uses. When licences and the list of parts
have joined them, all is written down, each file with its SHA-256: by that list the self-test finds out
whether a copy on a stick is whole.
"""

import os
import shutil
from pathlib import Path

from engine.ocr.tessdata import WANTED
from engine.settings import Places
from models.numerals.installing import prepare_numerals
from models.reading import prepare_reading
from models.tessdata import fetch_tessdata

SAMPLES = ("tests", "samples")


def bring_together(target: Path, root: Path, *, tessdata: Path | None = None) -> None:
    """Fill a folder with all that is shipped.

    Args:
        target: The folder; what is there and whole already is kept.
        root: Of the repository.
        tessdata: Has Tesseract's language files; None for this user's, and else the system's.

    Raises:
        SystemExit: A language file is missing.
    """
    packs = target / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    for prepare in (prepare_reading, prepare_numerals):
        pack, made = prepare(packs)
        pack.verify()
        print(f"  pack {pack.id}{' (made)' if made else ''}")
    _bring_languages(target, tessdata)
    _bring_samples(target, root)


def _bring_languages(target: Path, given: Path | None) -> None:
    own = given or Places.of_this_user().tessdata
    environ = {**os.environ, "TESSDATA_PREFIX": str(own)}
    fetched = fetch_tessdata(Places(target), environ=environ)
    if fetched.missing:
        raise SystemExit(f"Language files are missing: {' '.join(fetched.missing)}. {fetched.remedy}")
    for file in (target / "tessdata").iterdir():
        if file.stem not in WANTED:
            file.unlink()
    for code in WANTED:
        licence = own / f"{code}.copyright"
        if licence.is_file() and not (target / "tessdata" / licence.name).exists():
            shutil.copyfile(licence, target / "tessdata" / licence.name)
    print(f"  languages {' '.join(WANTED)}")


def _bring_samples(target: Path, root: Path) -> None:
    """Copy the samples with their truth; what their makers use stays."""
    source, place = root.joinpath(*SAMPLES), target / "samples"
    place.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.iterdir()):
        if file.is_file() and file.suffix != ".py":
            shutil.copyfile(file, place / file.name)
    print(f"  samples {sum(1 for _ in place.glob('*.truth.json'))}")
