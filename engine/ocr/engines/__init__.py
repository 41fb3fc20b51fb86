"""The table of engines that read lines of text, and the small protocol that each of them follows.

An engine is an entry here: nothing elsewhere asks for an engine by name. Each lives in a module of its own
with two functions, ``open_engine(context)`` and ``availability(context)``, and that module is imported only
when one of them is called: an engine may bring a native library or hundreds of megabytes with it. This module
must not know pages, stages or the library.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.reading import Alternative, Word
from engine.runtime import Threads
from engine.settings import Places, ReadingSettings

Pixels = NDArray[np.uint8]
"""A page image: RGB of shape (height, width, 3)."""


def never() -> bool:
    """Tell that nobody asked to stop: the ``cancel`` of work that nobody can stop."""
    return False


def stop_if(cancel: Callable[[], bool]) -> None:
    """Raise a CancelledError if ``cancel`` says so."""
    if cancel():
        raise CancelledError("Reading was stopped.")


def slenderness(quad: Quad) -> float:
    """Return the length of a line over its height: how much work it is to read it."""
    return quad.width / max(1.0, quad.height)


@dataclass(frozen=True, slots=True)
class EngineContext:
    """What an engine is opened with.

    Attributes:
        places: Where packs and language files lie.
        settings: Which languages to expect, and which engines are wanted.
        threads: What an engine may share its lines among.
    """

    places: Places
    settings: ReadingSettings
    threads: Threads = field(default_factory=Threads)


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an engine can be opened on this computer.

    Attributes:
        ready: True if :attr:`EngineEntry.open` will succeed.
        reason: What is there or what is missing, as one sentence.
        remedy: What the person can do about it; empty if nothing is missing.
        missing_languages: BCP 47 codes of the expected languages that the engine would know but for a missing
            file.
    """

    ready: bool
    reason: str
    remedy: str = ""
    missing_languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognised:
    """What one engine reads in one line.

    Attributes:
        text: NFC, in logical order, without line breaks; empty if the engine sees no text.
        confidence: In [0, 1] as this engine counts it: not comparable between engines before calibration.
        words: In logical order, with quads on the page; empty if the engine gives none.
        alternatives: Other readings by the same engine, best first.
        complete: False where the paper shows something in the line that the text says nothing of: a letter
            that was passed over, a mark, a box to tick.
    """

    text: str
    confidence: float
    words: tuple[Word, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    complete: bool = True


class Recogniser(Protocol):
    """An engine that is ready to read lines; belongs to one thread."""

    @property
    def name(self) -> str:
        """The name in the table, for instance ``ppocr``."""

    @property
    def version(self) -> str:
        """Names the engine's code and models: another version may read otherwise."""

    @property
    def scripts(self) -> frozenset[str]:
        """ISO 15924 codes of the scripts that it reads as it is set up."""

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines of one page.

        Args:
            pixels: The upright page, RGB uint8 of shape (height, width, 3).
            quads: Where the lines stand, in pixels of the page; may reach over its edge or be empty.
            cancel: Asked between lines whether to stop.

        Returns:
            One result for each quad, in the same order.

        Raises:
            CancelledError: ``cancel`` said so.
        """

    def close(self) -> None:
        """Give back memory and handles; the engine cannot be used afterwards."""


@runtime_checkable
class Glancing(Recogniser, Protocol):
    """An engine that reads quickly first, and again where that does not suffice."""

    def glance(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines as :meth:`recognise` does, but quickly alone."""

    def suffices(self, reading: Recognised) -> bool:
        """Tell whether what a glance gave is what :meth:`recognise` would give."""

    def look_closer(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines that were glanced at as :meth:`recognise` does where that does not suffice."""


def glance(
    engine: Recogniser, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
) -> list[Recognised]:
    """Have an engine read lines as quickly as it can; raises what :meth:`Recogniser.recognise` does."""
    read = engine.glance if isinstance(engine, Glancing) else engine.recognise
    return read(pixels, quads, cancel=cancel)


@runtime_checkable
class NumeralReader(Recogniser, Protocol):
    """An engine that reads numbers in digits of one kind and nothing else: it has no ``scripts``."""

    @property
    def numbering_systems(self) -> frozenset[str]:
        """Unicode CLDR names of the digits that it reads."""

    def reliability(self, confidence: float) -> float:
        """Return the probability that a number is right that it reads with a confidence; both in [0, 1]."""


@dataclass(frozen=True, slots=True)
class EngineEntry:
    """One engine in the table.

    Attributes:
        name: Stable name, as it stands in a reading.
        scripts: ISO 15924 codes of the scripts that it can read when all its files are there.
        open: Makes the engine ready; raises a MissingDependencyError where it is not available.
        available: Tells cheaply whether it can be opened.
        numbering_systems: Unicode CLDR names of the digits that it reads alone, without the letters of their
            script, such as ``arab`` for ٠١٢٣; such an engine is a :class:`NumeralReader`.
    """

    name: str
    scripts: frozenset[str]
    open: Callable[[EngineContext], Recogniser]
    available: Callable[[EngineContext], Availability]
    numbering_systems: frozenset[str] = frozenset()


def _entry(name: str, *scripts: str, numbering_systems: Sequence[str] = ()) -> EngineEntry:
    module = f"{__name__}.{name}"

    def open_engine(context: EngineContext) -> Recogniser:
        return cast("Recogniser", import_module(module).open_engine(context))

    def availability(context: EngineContext) -> Availability:
        return cast("Availability", import_module(module).availability(context))

    return EngineEntry(name, frozenset(scripts), open_engine, availability, frozenset(numbering_systems))


ENGINES: tuple[EngineEntry, ...] = (
    _entry("ppocr", "Latn"),
    _entry("tesseract", "Latn", "Arab"),
    _entry("easyocr", "Latn", "Arab"),
    _entry("numerals", numbering_systems=("arab",)),
)
"""All engines; the first one that can be opened reads every line of its scripts, the others give opinions."""
