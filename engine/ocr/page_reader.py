"""Reads a page: finds its lines, has the engines read them, and puts them in reading order.

Knows the engines by the table alone. Must not know files, the library, or how pages come upright.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.geometry import Quad
from engine.language import script_of_language
from engine.ocr.calibration import load_calibration
from engine.ocr.detect import DetectedLine, DetectorNumbers, LineDetector
from engine.ocr.edges import is_cut_off
from engine.ocr.engines import (
    ENGINES,
    Availability,
    EngineContext,
    EngineEntry,
    Pixels,
    Recogniser,
    never,
)
from engine.ocr.errors import NoSuchReaderError
from engine.ocr.order import in_reading_order
from engine.ocr.orientation import Orientation, quarter_turns
from engine.ocr.routing import LOW_CONFIDENCE, LineReader, readers_of
from engine.ocr.sideways import turned_to_read
from engine.packs import find_pack
from engine.reading import Line
from engine.runtime import open_session

PACK = "reading"

UNREADABLE = "unreadable"
"""Doubt of a place that looks like text but in which no engine reads any."""
CUT_OFF = "cut-off"
"""Doubt of a line that the edge of the page runs through."""
MOST_FOR_CUT_OFF = 0.5
"""Such a line is never presented as likelier right than wrong."""
CLEARLY_TEXT = 0.7
"""Score from which a place without any reading is kept; a lower one is a stain or a picture more often."""

_LATIN = "Latn"
_LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic", "sw": "Swahili"}


class PageReader:
    """Reads upright pages with the engines at hand; belongs to one thread."""

    def __init__(self, context: EngineContext, *, engines: Sequence[EngineEntry] = ENGINES) -> None:
        """Open the detector and every engine that is available.

        Args:
            context: Places, settings and threads.
            engines: Best first.

        Raises:
            MissingDependencyError: The reading pack is missing or damaged, or no engine can be opened.
        """
        pack = find_pack(context.places, PACK)
        self._detector = LineDetector(
            open_session(pack.read_model("detector"), threads=context.threads.count),
            side=context.settings.detector_side,
            numbers=DetectorNumbers.of(pack.model("detector")),
        )
        states = [(entry, entry.available(context)) for entry in engines]
        self._engines: list[Recogniser] = [entry.open(context) for entry, state in states if state.ready]
        calibration = load_calibration()
        self._settings, self._calibration = context.settings, calibration
        self._lines = LineReader(self._engines, settings=context.settings, calibration=calibration)
        self.warnings = _unread_languages(context.settings.languages, self._engines, states)
        versions = [f"{engine.name}-{engine.version}" for engine in self._engines]
        self.id = "|".join([pack.id, *versions, calibration.fingerprint])

    def find_lines(self, pixels: Pixels, *, blurred: bool = False) -> tuple[DetectedLine, ...]:
        """Find lines of text without reading them.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            blurred: Whether it is known to be blurred.

        Returns:
            Their places in pixels of the page, in no particular order.
        """
        found = self._detector.find(pixels, blurred=blurred)
        return tuple(replace(line, cut=is_cut_off(pixels, line.quad)) for line in found)

    def orientation(
        self, pixels: Pixels, found: Sequence[DetectedLine], *, cancel: Callable[[], bool] = never
    ) -> Orientation:
        """Decide which way up a page is.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            found: The lines on it, as :meth:`find_lines` gives them.
            cancel: Asked between lines whether to stop.

        Raises:
            CancelledError: ``cancel`` said so.
        """
        # Arabic digits alone do not tell which way up they are: seven upside down is eight.
        engines = [engine for engine in self._engines if engine.scripts]
        return quarter_turns(pixels, [line.quad for line in found], engines, cancel=cancel)

    def read(
        self,
        pixels: Pixels,
        found: Sequence[DetectedLine],
        *,
        cancel: Callable[[], bool] = never,
    ) -> tuple[Line, ...]:
        """Read the lines of an upright page.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            found: The lines on it, as :meth:`find_lines` gives them.
            cancel: Asked between lines whether to stop.

        Returns:
            The lines in reading order, with block and cell. A place that is clearly text but in which no
            engine reads any is a line with empty text.

        Raises:
            CancelledError: ``cancel`` said so.
        """
        latin = readers_of(self._engines, _LATIN)
        quads = [line.quad for line in found]
        if latin:
            quads = turned_to_read(pixels, quads, latin[0], cancel=cancel)
        lines = self._lines.read(pixels, quads, cancel=cancel)
        cut = {quad for quad, line in zip(quads, found, strict=True) if line.cut}
        lines = [_cut_off(line) if line.quad in cut else line for line in lines]
        read = {line.quad for line in lines}
        silent = [
            _unreadable(quad)
            for quad, line in zip(quads, found, strict=True)
            if quad not in read and line.score >= CLEARLY_TEXT
        ]
        height, width = pixels.shape[:2]
        return in_reading_order([*lines, *silent], page_width=width, page_height=height)

    def read_place(
        self,
        pixels: Pixels,
        quad: Quad,
        *,
        languages: Sequence[str] = (),
        engine: str | None = None,
        cancel: Callable[[], bool] = never,
    ) -> Line | None:
        """Read one line of an upright page with all that there is: every engine gives its opinion.

        Args:
            pixels: RGB uint8 of shape (height, width, 3).
            quad: Where the line stands, in pixels of the page.
            languages: BCP 47 codes; only their scripts are tried. Empty: as the settings have it.
            engine: Name of the only engine to ask; None for all.
            cancel: Asked between engines whether to stop.

        Returns:
            The line; None if no text is read there.

        Raises:
            CancelledError: ``cancel`` said so.
            NoSuchReaderError: No engine at hand reads so.
        """
        wanted = tuple(languages) or self._settings.languages
        scripts = dict.fromkeys(script_of_language(language) for language in wanted)
        named = [each for each in self._engines if engine in (None, each.name)]
        readers = [reader for script in scripts for reader in readers_of(named, script)]
        if not readers:
            raise NoSuchReaderError(
                "No engine on this computer can read this box in the way that was asked.",
                which=", ".join([*wanted, *([engine] if engine else [])]),
                remedy="Choose another language or engine, or run 'sanduku doctor' to see what is missing.",
            )
        helpers = [each for each in named if not each.scripts]
        settings = replace(self._settings, languages=wanted, second_opinion="all")
        lines = LineReader([*readers, *helpers], settings=settings, calibration=self._calibration)
        found = lines.read(pixels, [quad], cancel=cancel)
        return found[0] if found else None

    def close(self) -> None:
        """Give back the engines' memory."""
        for engine in self._engines:
            engine.close()


def _cut_off(line: Line) -> Line:
    doubts = dict.fromkeys([LOW_CONFIDENCE, *line.doubts, CUT_OFF])
    return replace(line, confidence=min(line.confidence, MOST_FOR_CUT_OFF), doubts=tuple(doubts))


def _unreadable(quad: Quad) -> Line:
    return Line("", quad, 0.0, script="Zyyy", engine="", doubts=(LOW_CONFIDENCE, UNREADABLE))


def _unread_languages(
    languages: Sequence[str],
    engines: Sequence[Recogniser],
    states: Sequence[tuple[EngineEntry, Availability]],
) -> tuple[str, ...]:
    """Tell which of the expected languages no open engine can read, and what to do about it."""
    served = {script for engine in engines for script in engine.scripts}
    sentences = []
    for language in languages:
        script = script_of_language(language)
        if script in served:
            continue
        able = [state for entry, state in states if script in entry.scripts]
        remedy = next((state.remedy for state in able if state.remedy), "")
        sentence = f"{_LANGUAGES.get(language, language)} cannot be read on this computer."
        sentences.append(f"{sentence} {remedy}".rstrip())
    return tuple(sentences)
