"""What is checked, one function each: it returns what it found as a sentence, or raises what is wrong.

A check that fails never stops the rest, and names the file or the part, for whoever has to mend it.
"""

import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import SandukuError
from engine.inventory import PackState, find_packs
from engine.library import Protection, create_library, open_library
from engine.ocr.tessdata import WANTED, find_tessdata
from engine.runtime.provenance import loaded_libraries, strangers
from engine.selftest.contents import differences
from engine.settings import Places
from engine.version import VERSION

MOST_NAMED = 5
"""Damaged files that are named one by one."""


class WrongError(Exception):
    """A check found something wrong; its words say what."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the checks work with.

    Attributes:
        places: A scratch data folder, and what came with the program.
        scratch: A folder for whatever a check makes.
    """

    places: Places
    scratch: Path


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    Attributes:
        name: Stable, for programs and reports.
        run: Returns what was found as a sentence; raises where something is wrong.
    """

    name: str
    run: Callable[[Bench], str]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a check.

    Attributes:
        name: Of the check.
        ok: Whether all is well.
        seconds: How long it took.
        detail: What was found, or what is wrong.
    """

    name: str
    ok: bool
    seconds: float
    detail: str

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def run_checks(bench: Bench, checks: tuple[Check, ...]) -> Iterator[Result]:
    """Run one check after the other, and yield what came of each."""
    for check in checks:
        began = time.monotonic()
        try:
            ok, detail = True, check.run(bench)
        except (WrongError, SandukuError) as error:
            ok, detail = False, str(error)
        except Exception as error:  # noqa: BLE001 - whatever a damaged program raises is what is to be told
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}:{place.lineno}"
            ok, detail = False, f"{type(error).__name__} at {where}: {error}"
        yield Result(check.name, ok, round(time.monotonic() - began, 3), detail)


def program(_bench: Bench) -> str:
    """Tell which program this is."""
    kind = "installed" if getattr(sys, "frozen", False) else "run from its source"
    return f"Sanduku {VERSION}, {kind}; Python {platform.python_version()}; {platform.platform()}."


def libraries(bench: Bench) -> str:
    """Load every library that reading needs, see that it is the program's own, and tell their versions."""
    import cv2
    import pi_heif
    import pikepdf
    import PIL
    import pypdfium2
    import sqlcipher3
    import tesserocr
    import tokenizers

    from engine.runtime import runtime_facts

    facts = runtime_facts()
    if getattr(sys, "frozen", False):
        foreign = strangers(_shipped(bench).parent, loaded_libraries())
        if foreign:
            raise WrongError(
                f"In place of the program's own libraries others were loaded: {', '.join(map(str, foreign))}."
                " Start it without LD_LIBRARY_PATH, or tell whoever looks after this computer."
            )
    versions = {
        "ONNX Runtime": f"{facts.version} ({', '.join(facts.providers)})",
        "Tesseract": tesserocr.tesseract_version().split()[1],
        "OpenCV": cv2.__version__,
        "SQLite": sqlcipher3.sqlite_version,
        "PDFium": pypdfium2.PDFIUM_INFO.build,
        "QPDF": pikepdf.__libqpdf_version__,
        "libheif": pi_heif.libheif_version(),
        "Pillow": PIL.__version__,
        "tokenizers": tokenizers.__version__,
    }
    return f"{', '.join(f'{name} {version}' for name, version in versions.items())}."


def contents(bench: Bench) -> str:
    """Compare what came beside the program's own code with what was written down when it was built."""
    shipped = _shipped(bench)
    wrong = list(differences(shipped))
    if wrong:
        more = f", and {len(wrong) - MOST_NAMED} more" if len(wrong) > MOST_NAMED else ""
        raise WrongError(
            f"In {shipped}: {', '.join(wrong[:MOST_NAMED])}{more}. Copy the program again from where it came."
        )
    return "Models, languages, samples and licences are whole; the other checks try the program itself."


def packs(bench: Bench) -> str:
    """Check every file of the packs that came with the program."""
    _shipped(bench)
    found = list(find_packs(bench.places, verify=True))
    wrong = [f"{each.name}: {each.problem}" for each in found if each.state is not PackState.WHOLE]
    missing = {"reading", "numerals"} - {each.name for each in found}
    if wrong or missing:
        told = [*wrong, *(f"{name}: the pack is missing" for name in sorted(missing))]
        raise WrongError(f"Model packs are not whole. {'; '.join(told)}.")
    return f"Whole: {', '.join(each.id for each in found)}."


def languages(bench: Bench) -> str:
    """See that the program brought every language."""
    found = find_tessdata(bench.places, {})
    own = bench.places.shipped_tessdata
    held = next((codes for folder, codes in found.folders if folder == own), frozenset())
    missing = [code for code in WANTED if code not in held]
    if missing:
        raise WrongError(f"Language files are missing in {own}: {', '.join(missing)}.")
    return f"{', '.join(WANTED)}."


def library(bench: Bench) -> str:
    """Make an encrypted library, close it, and open it with its recovery key."""
    folder = bench.scratch / "opened"
    made = create_library(folder, protection=Protection(keyring=False))
    key = made.recovery_key
    made.library.close()
    with open_library(folder, recovery_key=key) as again:
        problems = again.documents.count()
        if problems or not again.encrypted:
            raise WrongError("A new library is not empty, or not encrypted.")
    return "Made, encrypted, and opened with its recovery key."


def _shipped(bench: Bench) -> Path:
    shipped = bench.places.shipped
    if shipped is None or not shipped.is_dir():
        raise WrongError(f"What should have come with the program is not there: {shipped}.")
    return shipped
