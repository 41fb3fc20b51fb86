"""Looks at this computer and at Sanduku on it, for a bundle of diagnostics.

What is gathered here goes through the sieve of :mod:`engine.diagnostics.plan` before anybody sees it.
"""

import hashlib
import importlib.metadata
import json
import os
import platform
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from engine.diagnostics.declared import sieve
from engine.diagnostics.errors_known import errors_in
from engine.diagnostics.plan import FLAGS, FORMAT, LIBRARIES, TESSDATA, plan, told_setting
from engine.errors import SandukuError
from engine.inventory import find_engines, installer_for, take_cards
from engine.library import Library, open_library, standing_of
from engine.library.performance import performance_of
from engine.ocr.tessdata import find_tessdata
from engine.packs.manifest import MANIFEST_NAME
from engine.runtime import runtime_facts
from engine.settings import LibrarySettings, Places, Settings, declarations, load_settings
from engine.updates.hosts import this_host
from engine.updates.standard import updater_for
from engine.version import VERSION

PARTS = "sbom.cdx.json"
"""The list of parts that comes with an installed program, as CycloneDX tells it."""

Opener = Callable[[Path], Library]
"""Opens the library in a folder, as whoever asks for the bundle can."""


@dataclass(frozen=True)
class Gathering:
    """What a bundle is gathered from.

    Attributes:
        places: Where things lie.
        libraries: Folders of the libraries of this user.
        open: Opens one of them.
        now: The time, in UTC.
    """

    places: Places
    libraries: Sequence[Path]
    open: Opener
    now: datetime

    def bundle(self) -> dict[str, Any]:
        """Return all that was declared, of what was found."""
        found = {
            "format": FORMAT,
            "made_on": f"{self.now:%Y-%m-%d}",
            "sanduku": _sanduku(self.places),
            "computer": _computer(self.places),
            "packs": list(_packs(self.places)),
            "engines": list(_engines(self.places, self._settings())),
            "languages": _languages(self.places),
            "settings": {each.name: told_setting(each) for each in declarations(self._settings())},
            "libraries": [self._library(each) for each in self.libraries],
            "logs": errors_in(self.places.logs),
            "updates": _updates(self.places),
        }
        told: dict[str, Any] = sieve(plan(), found)
        return told

    def _settings(self) -> Settings:
        try:
            return load_settings(self.places.settings)
        except SandukuError:
            return Settings()

    def _library(self, folder: Path) -> dict[str, Any]:
        which = {self.places.library: "own", self.places.trial_library: "trial"}.get(folder, "another")
        try:
            with self.open(folder) as library:
                figures = performance_of(library.connection)
                report = library.check(quick=True)
                return {
                    "which": which,
                    "opens": True,
                    "schema": standing_of(folder, library.data_key).schema,
                    "encrypted": library.encrypted,
                    "read_only": library.read_only,
                    "in_a_team": library.exchange.team.get() is not None,
                    "counts": figures.counts,
                    "jobs": figures.jobs,
                    "job_errors": figures.errors,
                    "stage_seconds": figures.stages,
                    "pages_per_minute": figures.pages_per_minute,
                    "sound": report.sound,
                    "problems": Counter(each.code for each in (*report.problems, *report.warnings)),
                }
        except SandukuError as error:
            return {"which": which, "opens": False, "error": error.code}


def gathering_for(
    places: Places, libraries: Sequence[Path], keys: dict[Path, bytes | None] | None = None
) -> Gathering:
    """Return what gathers for this user; libraries open by their keys, or by the keyring.

    Args:
        places: Where things lie.
        libraries: Folders of libraries.
        keys: Data keys of those that are unlocked already.
    """

    def opener(folder: Path) -> Library:
        settings = LibrarySettings(ballast_megabytes=0)
        return open_library(folder, data_key=(keys or {}).get(folder), settings=settings)

    return Gathering(places, libraries, opener, datetime.now(UTC))


def _sanduku(places: Places) -> dict[str, Any]:
    import sqlcipher3

    versions = _listed(places)
    for name in LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            versions[name] = importlib.metadata.version(name)
    return {
        "version": VERSION,
        "packaged": bool(getattr(sys, "frozen", False)),
        "platform": this_host().platform,
        "python": platform.python_version(),
        "libraries": versions,
        "sqlite": sqlcipher3.sqlite_version,
    }


def _listed(places: Places) -> dict[str, Any]:
    """Return the versions that the list of parts of an installed program tells; nothing in a clone."""
    if places.shipped is None:
        return {}
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        parts = json.loads((places.shipped / PARTS).read_text(encoding="utf-8"))["components"]
        found = {each["name"].lower(): each.get("version") for each in parts}
        return {name: found[name.lower()] for name in LIBRARIES if name.lower() in found}
    return {}


def _computer(places: Places) -> dict[str, Any]:
    memory = psutil.virtual_memory()
    there = next(each for each in (places.data, *places.data.parents) if each.exists())
    disk = shutil.disk_usage(there)
    return {
        "system": platform.system(),
        "system_version": this_host().has,
        "cores": psutil.cpu_count(logical=False) or 1,
        "threads": os.cpu_count() or 1,
        "processor": _flags(),
        "memory_megabytes": memory.total // 1_000_000,
        "free_memory_megabytes": memory.available // 1_000_000,
        "disk_megabytes": disk.total // 1_000_000,
        "free_disk_megabytes": disk.free // 1_000_000,
        "providers": list(runtime_facts().providers),
    }


def _flags() -> list[str]:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").lower().splitlines():
            if line.startswith(("flags", "features")):
                return [each for each in FLAGS if each in line.split()]
    return []


def _packs(places: Places) -> Iterator[dict[str, Any]]:
    for card in take_cards(installer_for(places)):
        manifest = b""
        with suppress(OSError):
            manifest = (Path(card.folder) / MANIFEST_NAME).read_bytes()
        yield {
            "name": card.name,
            "version": card.version,
            "manifest_sha256": hashlib.sha256(manifest).hexdigest() if manifest else None,
            "state": card.state.value,
            "signing": card.signing,
            "tasks": list(card.tasks),
        }


def _engines(places: Places, settings: Settings) -> Iterator[dict[str, Any]]:
    for each in find_engines(places, settings.reading):
        yield {"name": each.name, "ready": each.ready}


def _languages(places: Places) -> dict[str, Any]:
    found, data = {}, find_tessdata(places)
    for code in TESSDATA:
        folder = data.folder_of(code)
        if folder is not None:
            with suppress(OSError):
                content = (folder / f"{code}.traineddata").read_bytes()
                found[code] = {"byte_size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return found


def _updates(places: Places) -> dict[str, Any]:
    updater = updater_for(places)
    current = updater.programs.current()
    found = {"in_use": current.version, "previous": current.previous, "gave_up": current.gave_up}
    signers = 0
    with suppress(SandukuError):
        signers = len(list(updater.anchors.all()))
    return {
        **{name: text for name, text in found.items() if text},
        "versions": updater.programs.versions(),
        "signers": signers,
    }
