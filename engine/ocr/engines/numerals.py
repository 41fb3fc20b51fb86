"""Reads numbers in Arabic-Indic digits (٠١٢٣), and nothing else, with the network of the pack ``numerals``.

Readers of Arabic letters take a number that stands alone for letters, and readers of Latin script take it for
V, A or full stops. This network knows digits, the signs that stand in numbers, and one class for everything
else: where it sees any of that, it reads nothing. This module must not know which lines it is asked about.
"""
# ruff: noqa: RUF001 - Arabic digits and signs are meant

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

import cv2
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from engine.errors import MissingDependencyError, how_to_mend
from engine.geometry import Quad
from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.crops import cut_strip
from engine.ocr.ctc import CtcDecoder, Glyph, text_of
from engine.ocr.engines import Availability, EngineContext, Pixels, Recognised, never, stop_if
from engine.packs import Pack, PackDamagedError, find_pack
from engine.reading import Word
from engine.runtime import Threads, open_session

NAME = "numerals"
PACK = "numerals"
MODEL = "numerals"
CALIBRATION_FILE = "calibration.json"
"""The file of the pack that tells what the network's confidence is worth."""
FOREIGN = "\N{REPLACEMENT CHARACTER}"
"""The network's class for whatever is no part of a number in these digits."""
NUMBERING_SYSTEM = "arab"
"""Unicode CLDR's name for the Arabic-Indic digits."""

_WIDEST = 2048
"""Columns of a strip beyond which it is no number."""
_NARROWEST = 8
"""Columns to which a narrower strip is filled up with paper."""
_LEAST_CONTRAST = 24.0
"""Levels of grey between paper and ink below which noise would be taken for ink."""
_MOST_FOREIGN = 0.5
"""Probability of something foreign, anywhere in the line, from which the line is not read."""

_INK = 0.4
"""Share of the way from paper to the darkest ink from which a pixel counts as ink."""
_LEAST_MARK = 4
"""Pixels of a strip below which a mark is dust."""
_AROUND = 0.2
"""Paper left above and below the digits, as a share of their height."""
_LEAST_PART = 0.45
"""Share of a line's height that is kept at least."""
_WORTHWHILE = 0.85
"""Share of a line's height from which taking the rest away changes nothing."""
_FAR = 0.75
"""Share of a line's height that the middles of neighbours stand apart at the most, without a gap."""
_FARTHER = 1.35
"""Times the usual distance of neighbours, from the middle of one to the next, that makes a gap."""
_FEWEST_STEPS = 3
"""Distances without which the usual one is not known."""

_SCRIPT = "Arab"
_NUMBER = re.compile(r"[٠-٩]+(?:[/.:,٫٬][٠-٩]+)*|.")
"""Digits with the signs that keep their order (Unicode's classes AN and CS), or another character."""
_MIRRORED = {"(": ")", ")": "("}
_BEHIND = frozenset("%٪.:,-")


def availability(context: EngineContext) -> Availability:
    """Tell whether the pack is installed."""
    try:
        find_pack(context.places, PACK).model(MODEL)
    except MissingDependencyError as error:
        return Availability(ready=False, reason=error.what, remedy=error.remedy)
    return Availability(ready=True, reason="The model for numbers in Arabic-Indic digits is installed.")


def open_engine(context: EngineContext) -> "NumeralsRecogniser":
    """Load the network; raises a MissingDependencyError where the pack is missing or damaged."""
    return NumeralsRecogniser(find_pack(context.places, PACK), context.threads)


class NumeralsRecogniser:
    """The network of one pack."""

    name = NAME
    scripts: frozenset[str] = frozenset()
    numbering_systems = frozenset({NUMBERING_SYSTEM})

    def __init__(self, pack: Pack, threads: Threads) -> None:
        """Load the network.

        Args:
            pack: Holds it.
            threads: To share lines among; each line is read on one of them.

        Raises:
            PackDamagedError: A file of the pack is not what it should be.
        """
        model = pack.model(MODEL)
        self.version = pack.id
        self._reliability = _reliability(pack)
        self._height = round(model.numbers["height"])
        self._step = model.numbers["columns_per_step"]
        self._decoder = CtcDecoder(model.characters)
        self._foreign = model.characters.index(FOREIGN)
        self._session: ort.InferenceSession | None = open_session(pack.read_model(MODEL))
        self._threads = threads

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines of one page; see :class:`engine.ocr.engines.Recogniser`."""

        def read(quad: Quad) -> Recognised:
            strip = cut_strip(pixels, quad, height=self._height)
            if strip is None or strip.shape[1] > _WIDEST:
                return Recognised("", 0.0)
            closer = tightened(quad, strip)
            if closer != quad:
                strip, quad = cut_strip(pixels, closer, height=self._height), closer
            return Recognised("", 0.0) if strip is None else self._read(strip, quad)

        return self._threads.map(read, quads, check=lambda: stop_if(cancel))

    def reliability(self, confidence: float) -> float:
        """Return the probability that a number is right; see :class:`engine.ocr.engines.NumeralReader`."""
        return self._reliability(confidence)

    def close(self) -> None:
        """Free the network."""
        self._session = None

    def _read(self, strip: Pixels, quad: Quad) -> Recognised:
        assert self._session is not None, "closed"
        width = strip.shape[1]
        line = strip_input(_gray(strip))
        line = np.pad(line, ((0, 0), (0, max(0, _NARROWEST - width))), mode="edge")
        (output,) = self._session.run(None, {self._session.get_inputs()[0].name: line[None, None]})
        foreign = float(output[0][:, self._foreign].max())
        glyphs = with_gaps(self._decoder.glyphs(output[0]), least=_FAR * self._height / self._step)
        if foreign >= _MOST_FOREIGN or not any(glyph.text.isdigit() for glyph in glyphs):
            return Recognised("", 0.0)
        confidence = line_confidence(glyphs) * (1 - foreign)
        words = []
        for is_space, group in groupby(glyphs, key=lambda glyph: glyph.text == " "):
            if not is_space:
                members = list(group)
                left = min(1.0, members[0].first * self._step / width)
                right = min(1.0, (members[-1].last + 1) * self._step / width)
                text = in_logical_order(text_of(members))
                words.append(Word(text, quad.part(left, right), line_confidence(members) * (1 - foreign)))
        words.reverse()  # Groups of digits follow each other from right to left.
        return Recognised(" ".join(word.text for word in words), confidence, tuple(words))


def tightened(quad: Quad, strip: Pixels) -> Quad:
    """Take paper away above and below a line: in small print it would leave few pixels for each digit.

    Args:
        quad: The line.
        strip: As it was cut out.

    Returns:
        The quad with fewer rows, or as it is. A point alone is never brought up to the size of a digit.
    """
    height, width = strip.shape[:2]
    ink = strip_input(_gray(strip)) > _INK
    _, _, marks, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    marks = marks[1:]
    # Rules of tables are not what is to be read.
    is_rule = (marks[:, cv2.CC_STAT_WIDTH] == width) | (marks[:, cv2.CC_STAT_HEIGHT] == height)
    marks = marks[(marks[:, cv2.CC_STAT_AREA] >= _LEAST_MARK) & ~is_rule]
    if len(marks) == 0:
        return quad
    top = int(marks[:, cv2.CC_STAT_TOP].min())
    bottom = int((marks[:, cv2.CC_STAT_TOP] + marks[:, cv2.CC_STAT_HEIGHT]).max())
    half = max((0.5 + _AROUND) * (bottom - top), _LEAST_PART * height / 2)
    start, end = max(0.0, (top + bottom) / 2 - half), min(height, (top + bottom) / 2 + half)
    if end - start > _WORTHWHILE * height:
        return quad
    corners = quad.as_array()
    left, right = corners[3] - corners[0], corners[2] - corners[1]
    first, last = start / height, end / height
    return Quad.from_array(
        np.array(
            [
                corners[0] + first * left,
                corners[1] + first * right,
                corners[1] + last * right,
                corners[0] + last * left,
            ]
        )
    )


def _gray(strip: Pixels) -> NDArray[np.uint8]:
    return cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)


def strip_input(strip: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return one line as the network takes it: ink is positive whatever its colour, and paper is zero.

    Args:
        strip: Grey, uint8 of shape (height, width).

    Returns:
        float32 of the same shape; the darkest ink is about 1.
    """
    level = strip.astype(np.float32)
    paper = float(np.median(level))
    darkest, lightest = (float(edge) for edge in np.percentile(level, (0.5, 99.5)))
    contrast = max(paper - darkest, lightest - paper, _LEAST_CONTRAST)
    sign = 1.0 if paper - darkest >= lightest - paper else -1.0
    return np.asarray((paper - level) * (sign / contrast), np.float32)


def with_gaps(glyphs: Sequence[Glyph], *, least: float) -> list[Glyph]:
    """Put a space where two characters stand farther apart than the others of the line.

    A detector may join two neighbouring cells of a table, and two numbers that run into each other are worse
    than none. Of 7600 pairs of neighbours in drawn numbers five stand so far apart without a space.

    Args:
        glyphs: Of one line.
        least: Steps between the middles of two characters that are no gap yet, whatever the others' distance.
    """
    steps = np.diff([(glyph.first + glyph.last) / 2 for glyph in glyphs])
    if len(steps) < _FEWEST_STEPS:
        return list(glyphs)
    widest = max(least, _FARTHER * float(np.median(steps)))
    spaced = [*glyphs[:1]]
    for (before, after), step in zip(pairwise(glyphs), steps, strict=True):
        if step > widest and " " not in (before.text, after.text):
            spaced.append(Glyph(" ", before.last, after.first, 1.0, "", 0.0))
        spaced.append(after)
    return spaced


def line_confidence(glyphs: Sequence[Glyph]) -> float:
    """Return how sure the network is of some characters together: in a number each of them must be right."""
    return float(np.prod([glyph.probability for glyph in glyphs if glyph.text != " "]))


def in_logical_order(seen: str) -> str:
    """Bring a number from the order on the paper, left to right, into the order in which it is typed.

    Digits run from left to right, and so do those that a slash, a point, a colon or a comma joins. Groups
    that anything else parts follow each other from right to left (Unicode Bidirectional Algorithm, UAX 9).
    Whichever side they are drawn on, a plus stands before its number, and a point, a hyphen or a percent sign
    that belongs to no other digits behind it.
    """
    parts = [_MIRRORED.get(part, part) for part in reversed(_NUMBER.findall(seen))]
    if len(parts) == 2 and parts[0] in _BEHIND:
        parts.reverse()
    if len(parts) == 2 and parts[1] == "+":
        parts.reverse()
    return "".join(parts)


def _reliability(pack: Pack) -> Reliability:
    try:
        tables = Calibration.from_json(pack.read_file(CALIBRATION_FILE).decode()).tables
        return tables[NAME, _SCRIPT, Unit.LINE]
    except (ValueError, KeyError, TypeError) as error:
        raise PackDamagedError(
            f"A model pack does not tell what its confidence is worth ({error}).",
            which=pack.folder / CALIBRATION_FILE,
            remedy=how_to_mend(),
        ) from error
