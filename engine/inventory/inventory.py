"""Takes the inventory."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from engine.errors import SandukuError
from engine.language import script_of_language
from engine.ocr.engines import ENGINES, EngineContext
from engine.ocr.tessdata import CODES, find_tessdata, remedy_for
from engine.packs.shelf import Shelf
from engine.settings import Places, ReadingSettings

TESSDATA_LICENCE = "Apache-2.0"
"""Of all language files that the Tesseract project gives out."""


class PackState(StrEnum):
    """How a pack's files stand."""

    WHOLE = "whole"
    """Every file is the one that was installed."""
    UNCHECKED = "unchecked"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class PackFinding:
    """One pack that lies in the folder of packs.

    Attributes:
        name: Of its folder.
        id: Names exactly what it does; empty if its manifest cannot be read.
        version: Grows with every change; 0 if its manifest cannot be read.
        licence: SPDX identifier.
        source: Where its models come from.
        byte_size: Of all its files.
        state: Whether its files are whole.
        problem: What is wrong with it, in English; empty if nothing is.
        remedy: What can be done about that.
    """

    name: str
    state: PackState
    id: str = ""
    version: int = 0
    licence: str = ""
    source: str = ""
    byte_size: int = 0
    problem: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class LanguageFinding:
    """One language that Sanduku serves.

    Attributes:
        language: BCP 47 code.
        readers: Names of the engines that can read it now.
        tesseract: Tesseract's code of the language.
        folder: Where its Tesseract file lies; empty if there is none.
        byte_size: Of that file.
        licence: Of that file.
        remedy: How to get the file if it is missing.
    """

    language: str
    readers: tuple[str, ...]
    tesseract: str
    folder: str = ""
    byte_size: int = 0
    licence: str = TESSDATA_LICENCE
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class EngineFinding:
    """One engine.

    Attributes:
        name: As it stands in readings.
        ready: Whether it can be opened.
        reason: What is there or missing, in English.
        remedy: What can be done about it.
        scripts: ISO 15924 codes that it can read when all its files are there.
        missing_languages: BCP 47 codes of expected languages whose files it lacks.
    """

    name: str
    ready: bool
    reason: str
    remedy: str
    scripts: tuple[str, ...]
    missing_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that was found."""

    packs: tuple[PackFinding, ...]
    languages: tuple[LanguageFinding, ...]
    engines: tuple[EngineFinding, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def take_inventory(places: Places, settings: ReadingSettings, *, verify: bool) -> Inventory:
    """Look over everything that reading needs.

    Args:
        places: Where it lies.
        settings: Say which languages are expected and which engines are wanted.
        verify: Whether to read every file of every pack and compare it with what was installed.
    """
    engines = tuple(find_engines(places, settings))
    return Inventory(
        packs=tuple(find_packs(places, verify=verify)),
        languages=tuple(find_languages(places, engines)),
        engines=engines,
    )


def find_packs(places: Places, *, verify: bool) -> Iterator[PackFinding]:
    """Yield the packs in use by name; a damaged one is told, not raised."""
    for shelved in Shelf.at(places).all():
        if not shelved.current:
            continue
        pack = shelved.pack
        if pack is None:
            error = shelved.error
            problem, remedy = (error.what, error.remedy) if error else ("", "")
            yield PackFinding(shelved.name, PackState.DAMAGED, problem=problem, remedy=remedy)
            continue
        state, problem, remedy = PackState.UNCHECKED, "", ""
        if verify:
            try:
                pack.verify()
                state = PackState.WHOLE
            except SandukuError as error:
                state, problem, remedy = PackState.DAMAGED, error.what, error.remedy
        manifest = pack.manifest
        yield PackFinding(
            name=shelved.name,
            state=state,
            id=pack.id,
            version=manifest.version,
            licence=manifest.licence,
            source=f"{manifest.source.package} {manifest.source.version}".strip(),
            byte_size=manifest.byte_size,
            problem=problem,
            remedy=remedy,
        )


def find_engines(places: Places, settings: ReadingSettings) -> Iterator[EngineFinding]:
    """Yield every engine of the table, and whether it can be opened."""
    context = EngineContext(places, settings)
    for entry in ENGINES:
        found = entry.available(context)
        yield EngineFinding(
            name=entry.name,
            ready=found.ready,
            reason=found.reason,
            remedy=found.remedy,
            scripts=tuple(sorted(entry.scripts)),
            missing_languages=found.missing_languages,
        )


def find_languages(places: Places, engines: tuple[EngineFinding, ...]) -> Iterator[LanguageFinding]:
    """Yield every language that is served, and who can read it."""
    tessdata = find_tessdata(places)
    for language, code in CODES.items():
        script = script_of_language(language)
        readers = tuple(
            engine.name
            for engine in engines
            if engine.ready and script in engine.scripts and language not in engine.missing_languages
        )
        folder = tessdata.folder_of(code)
        if folder is None:
            yield LanguageFinding(language, readers, code, remedy=remedy_for([code]))
        else:
            size = (folder / f"{code}.traineddata").stat().st_size
            yield LanguageFinding(language, readers, code, str(folder), size)
