"""What can be said about this computer before anything is read on it.

Each check is a function that yields findings; none of them changes anything or goes to the network.
"""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import psutil

from engine.cli.desk import Desk
from engine.errors import SandukuError, how_to_mend
from engine.inventory import Standing, find_engines, installer_for, take_cards
from engine.library import NotALibraryError
from engine.settings import OFF
from engine.version import VERSION

LEAST_FREE_DISK = 1_000_000_000
WORKER_MEMORY = 1_500_000_000


class Verdict(StrEnum):
    """How a thing stands."""

    OK = "ok"
    NOTE = "note"
    """It works, and could work better."""
    PROBLEM = "problem"
    """Something does not work until it is mended."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: What was looked at.
        verdict: How it stands.
        detail: What was found, as a sentence.
        remedy: What to do about it; empty if nothing.
    """

    name: str
    verdict: Verdict
    detail: str
    remedy: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the finding as a program reads it."""
        return {**asdict(self), "verdict": self.verdict.value}


def findings(desk: Desk, *, quick: bool = False) -> Iterator[Finding]:
    """Look everything over; ``quick`` leaves out what reads large files."""
    yield from _machine()
    yield from _disk(desk.places.data)
    if not desk.folder.is_relative_to(desk.places.data):
        yield from _disk(
            desk.folder, name="disk of the library", mend="Mount it so that you may write to it."
        )
    yield from _runtime(desk)
    yield from _packs(desk, quick=quick)
    yield from _engines(desk)
    yield from _formats()
    yield from _keyring()
    yield from _sqlite()
    yield from _library(desk)


def _machine() -> Iterator[Finding]:
    python = platform.python_version()
    yield Finding("sanduku", Verdict.OK, f"Version {VERSION} on Python {python}, {platform.platform()}.")
    cores = psutil.cpu_count(logical=False) or 1
    features = _processor_features()
    detail = (
        f"{cores} cores, {psutil.cpu_count() or 1} threads{', ' + ' '.join(features) if features else ''}."
    )
    if platform.machine().lower() in ("x86_64", "amd64") and features and "avx2" not in features:
        yield Finding(
            "processor", Verdict.NOTE, detail, "Without AVX2 reading is slow; it works all the same."
        )
    else:
        yield Finding("processor", Verdict.OK, detail)
    memory = psutil.virtual_memory()
    detail = f"{memory.available / 1e9:.1f} of {memory.total / 1e9:.1f} GB free."
    if memory.available < WORKER_MEMORY:
        yield Finding("memory", Verdict.NOTE, detail, "Close other programs before large scans are read.")
    else:
        yield Finding("memory", Verdict.OK, detail)


def _processor_features() -> list[str]:
    """Return those processor features that reading gains from, where the system tells them."""
    if sys.platform == "win32":
        import ctypes

        # PF_AVX2_INSTRUCTIONS_AVAILABLE; Windows before May 2020 says no to whatever is asked.
        told = sys.getwindowsversion().build >= 19041
        present = ctypes.windll.kernel32.IsProcessorFeaturePresent(40) if told else 0
        return ["avx2"] if present else ["sse4.2"] if told else []
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").lower()
    except OSError:
        return []
    flags = next((line for line in text.splitlines() if line.startswith(("flags", "features"))), "").split()
    return [
        name for name in ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "asimd", "asimddp") if name in flags
    ]


def _disk(
    folder: Path, *, name: str = "disk", mend: str = "Set SANDUKU_HOME to a folder of yours."
) -> Iterator[Finding]:
    """Judge the disk that a folder lies on, or will lie on."""
    whole = folder.absolute()
    there = next(each for each in (whole, *whole.parents) if each.exists())
    free = shutil.disk_usage(there).free
    detail = f"{free / 1e9:.1f} GB free for {folder}."
    if not os.access(there, os.W_OK):
        yield Finding(
            name,
            Verdict.PROBLEM if name == "disk" else Verdict.NOTE,
            f"{there} cannot be written to.",
            mend,
        )
    elif free < LEAST_FREE_DISK:
        yield Finding(name, Verdict.NOTE, detail, "Free some space; a page takes about half a megabyte.")
    else:
        yield Finding(name, Verdict.OK, detail)


def _runtime(desk: Desk) -> Iterator[Finding]:
    from engine.runtime import CPU, available_providers, runtime_facts

    facts = runtime_facts()
    others = [name for name in available_providers() if name != CPU]
    if not others:
        used = "the processor is used"
    elif desk.settings.models.accelerator == OFF:
        used = "the processor is used, as the setting models.accelerator says"
    else:
        used = f"{' and '.join(others)} can be tried for image models, all else uses the processor"
    yield Finding(
        "ONNX Runtime", Verdict.OK, f"{facts.version}, offers {', '.join(facts.providers)}; {used}."
    )


def _packs(desk: Desk, *, quick: bool) -> Iterator[Finding]:
    found = list(take_cards(installer_for(desk.places), verify=not quick))
    if not found:
        yield Finding("models", Verdict.PROBLEM, "No model pack is installed.", how_to_mend())
    for pack in found:
        in_use = pack.standing in (Standing.IN_USE, Standing.OF_SET_UP)
        name = f"models: {pack.name}{'' if in_use else f'@{pack.version}'}"
        how = "not verified" if quick else "every file verified"
        told = f"{pack.id}, {how}, {pack.signed}."
        tight = next((each for each in pack.precisions if each.default and not each.fit.fits), None)
        if pack.problem:
            yield Finding(name, Verdict.PROBLEM, pack.problem, pack.remedy)
        elif pack.signing == "expired":
            yield Finding(name, Verdict.NOTE, told, "Ask the signer for a newer one, and check the clock.")
        elif tight is not None:
            remedy = "Close other programs before you use it, or bring a smaller pack."
            yield Finding(name, Verdict.NOTE, f"{told} It is {tight.sentence}.", remedy)
        else:
            yield Finding(name, Verdict.OK, told)
        for part in pack.precisions if in_use and desk.settings.models.accelerator != OFF else ():
            for found_here in part.accelerators:
                yield Finding(f"accelerator: {pack.name} {part.name}", Verdict.OK, found_here)


def _engines(desk: Desk) -> Iterator[Finding]:
    ready: set[str] = set()
    for engine in find_engines(desk.places, desk.settings.reading):
        if engine.ready:
            ready |= set(engine.scripts)
        good = engine.ready and not engine.missing_languages
        remedy = "" if good else engine.remedy
        yield Finding(f"engine: {engine.name}", Verdict.OK if good else Verdict.NOTE, engine.reason, remedy)
    if "Latn" not in ready:
        yield Finding("reading", Verdict.PROBLEM, "No engine can read Latin script.", how_to_mend())


def _formats() -> Iterator[Finding]:
    if importlib.util.find_spec("pi_heif") is None:
        yield Finding("HEIC", Verdict.NOTE, "iPhone photos cannot be read.", how_to_mend())
    else:
        yield Finding("HEIC", Verdict.OK, "iPhone photos (HEIC, HEIF) can be read.")


def _keyring() -> Iterator[Finding]:
    from engine.library import SystemKeyStore

    backend = SystemKeyStore().backend()
    if backend is not None:
        yield Finding("keyring", Verdict.OK, f"{backend} keeps the keys of libraries.")
    else:
        yield Finding(
            "keyring",
            Verdict.NOTE,
            "This computer has no keyring.",
            "Protect your library with 'sanduku library passphrase'.",
        )


def _sqlite() -> Iterator[Finding]:
    import sqlcipher3

    yield Finding("SQLite", Verdict.OK, f"{sqlcipher3.sqlite_version} with SQLCipher.")


def _library(desk: Desk) -> Iterator[Finding]:
    if not desk.folder.exists():
        yield Finding("library", Verdict.OK, f"None yet; it will lie in {desk.folder}.")
        return
    try:
        with desk.library() as opened:
            count, waiting = opened.documents.count(), opened.jobs.progress().queued
            how = "encrypted" if opened.encrypted else "not encrypted"
            detail = f"{count:,} documents in {desk.folder}, {how}; {waiting:,} pages wait to be read."
            yield Finding("library", Verdict.OK, detail)
            warning = opened.clock_warning()
            if warning is not None:
                yield Finding("clock", Verdict.NOTE, warning.what, warning.remedy)
    except NotALibraryError as error:
        yield Finding("library", Verdict.NOTE, f"{desk.folder}: {error.what}", error.remedy)
    except SandukuError as error:
        yield Finding("library", Verdict.PROBLEM, f"{desk.folder}: {error.what}", error.remedy)
