"""Tesseract 5 through tesserocr: the reader of Arabic, and a second opinion on Latin lines.

Two readers of one line at a time stand behind one engine, since one setting does not fit both scripts.
Arabic is read with the Arabic data alone and Tesseract's own layout analysis switched off (raw line): with it
the analysis tears dots and strokes off the letters, and joined with a Latin language the Latin one steals
words. On 210 lines of seven printed books the character error rate is 7.2 % so, 18.0 % with the analysis,
15.5 % with ``ara+eng``. Latin is the opposite: with the analysis it reads best, and with the data of the one
language that the page is in.

Tesseract's orientation data is served by :mod:`engine.ocr.orientation`, which needs no engine.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import MissingDependencyError, how_to_mend
from engine.geometry import Quad
from engine.language import nfc, scripts_in, strip_direction_marks
from engine.ocr.crops import brightness_at, cut_strip
from engine.ocr.engines import (
    Availability,
    EngineContext,
    Pixels,
    Recognised,
    Recogniser,
    never,
    slenderness,
    stop_if,
)
from engine.ocr.narrow import narrow_name
from engine.ocr.tessdata import CODES, Tessdata, find_tessdata, remedy_for
from engine.reading import Word
from engine.runtime import Threads

if TYPE_CHECKING:
    from types import ModuleType

NAME = "tesseract"

_HEIGHTS = (40, 96)
"""Lines lower than the first or higher than the second are scaled, in pixels; between, it changes nothing."""

_NARROWEST = 3
"""Strips of fewer pixels hold no letter, and Tesseract complains about them."""

MOST_KEPT = 4
"""Copies of a script's or language's data that are kept for the next page.

One takes 3 to 31 MB and 6 to 150 ms to load. Where there are many threads, one of each language for each of
them would take all the memory of a worker.
"""

_FAINTEST = 230
"""Brightness of ink on paper of 255 beyond which a line is blank."""

_DARKEST = 0.005
"""Share of a line's pixels that are as dark as its ink at the least."""

_RULES = frozenset({"|", "||", "[", "]", "_", "—"})
"""What the rules of tables look like to Tesseract, where they stand alone at the end of a line."""

_INK = 0.4
"""Share of the way from paper to the darkest ink from which a pixel counts as ink."""
_SIDE = 0.03
"""Blank paper left beside a line, as a share of its height."""
_LEAST_DOT, _MOST_DOT = 0.04, 0.25
"""Side of a full stop, as shares of the height of the line."""

_MARGIN = 0.04
"""Paper left around a line on each side, in line heights; more lets the neighbouring lines in."""

_LTR, _RTL = "\u200e", "\u200f"
_PARTS = re.compile(r"\d+|\D")
_LEADING = re.compile(r"([.:،؛,;]+)(\d.*)")
"""A number with signs before it that stand behind it in a line that runs from right to left."""

_ARABIC, _LATIN = "Arab", "Latn"
_NOT_LATIN = frozenset({"ar"})


class TesseractMissingError(MissingDependencyError):
    """Tesseract or the language files that it needs are not on this computer."""

    code = "missing.tesseract"


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one script is read: Tesseract's language string, its layout mode, and the folder of the files."""

    script: str
    languages: tuple[str, ...]
    raw_line: bool
    folder: str


def availability(context: EngineContext) -> Availability:
    """Tell whether Tesseract can read any of the expected languages, and which ones lack their file."""
    try:
        _load()
    except ImportError as error:
        return Availability(
            ready=False,
            reason=f"The library tesserocr cannot be loaded ({error}).",
            remedy=how_to_mend(),
            missing_languages=context.settings.languages,
        )
    tessdata = find_tessdata(context.places)
    missing = tuple(tag for tag in context.settings.languages if CODES[tag] not in tessdata.codes)
    remedy = remedy_for(CODES[tag] for tag in missing) if missing else ""
    if not _plans(context, tessdata):
        reason = "No Tesseract language files were found."
        return Availability(ready=False, reason=reason, remedy=remedy, missing_languages=missing)
    if missing:
        reason = f"Tesseract lacks language files for: {', '.join(missing)}."
        return Availability(ready=True, reason=reason, remedy=remedy, missing_languages=missing)
    return Availability(ready=True, reason="Tesseract is ready.")


def open_engine(context: EngineContext) -> "Tesseract":
    """Make Tesseract ready to read; each script's data is loaded with its first line.

    Raises:
        TesseractMissingError: The library or all language files are missing.
    """
    state = availability(context)
    if not state.ready:
        raise TesseractMissingError(state.reason, remedy=state.remedy)
    return Tesseract(_load(), _plans(context, find_tessdata(context.places)), context.threads)


class Tesseract:
    """Reads lines in any of its scripts, each line in the script that it is surest of."""

    name = NAME

    def __init__(self, library: "ModuleType", plans: Sequence[_Plan], threads: Threads) -> None:
        """Take the loaded tesserocr module, one plan for each script, and what to share lines among."""
        self._library = library
        self._threads = threads
        self._plans = {plan.script: plan for plan in plans}
        self._readers = {plan.script: _ScriptReader(library, plan, threads) for plan in plans}
        self._of_language: dict[tuple[str, str], _ScriptReader] = {}
        self.scripts = frozenset(self._readers)
        self.version = "+".join(reader.version for reader in self._readers.values())

    def in_script(self, script: str, language: str | None = None) -> Recogniser:
        """Return a reader of this script alone, which closes together with this engine.

        Args:
            script: One of :attr:`scripts`.
            language: BCP 47 code. A reader of one language alone takes half the time of one of four, and
                agrees with the truth more often; None, or one without its file, gives one of all languages.
        """
        plan, code = self._plans[script], CODES.get(language or "", "")
        if code not in plan.languages or len(plan.languages) == 1:
            return self._readers[script]
        if (script, code) not in self._of_language:
            alone = replace(plan, languages=(code,))
            self._of_language[script, code] = _ScriptReader(self._library, alone, self._threads)
        return self._of_language[script, code]

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        """Read lines of one page in every script and keep for each the one that Tesseract is surest of."""
        readings = [reader.recognise(pixels, quads, cancel=cancel) for reader in self._readers.values()]
        return [max(of_line, key=lambda r: r.confidence) for of_line in zip(*readings, strict=True)]

    def close(self) -> None:
        """Free the language data."""
        for reader in (*self._readers.values(), *self._of_language.values()):
            reader.close()


class _ScriptReader:
    """Reads lines of one script."""

    name = NAME

    def __init__(self, library: "ModuleType", plan: _Plan, threads: Threads) -> None:
        self._library = library
        self._plan = plan
        self._threads = threads
        self._idle: list[Any] = []
        """Loaded copies of the language data that nobody reads with just now; each serves one thread."""
        self.scripts = frozenset({plan.script})
        self.version = f"{library.PyTessBaseAPI.Version()}-{_fingerprint(plan)}"

    def recognise(
        self, pixels: Pixels, quads: Sequence[Quad], *, cancel: Callable[[], bool] = never
    ) -> list[Recognised]:
        if not quads:
            return []
        gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        try:
            return self._threads.map(
                lambda quad: self._read(gray, quad),
                quads,
                check=lambda: stop_if(cancel),
                size=slenderness,
            )
        finally:
            self._keep(MOST_KEPT)

    def close(self) -> None:
        self._keep(0)

    def _keep(self, count: int) -> None:
        """Free all copies but so many; to be called while no thread reads."""
        while len(self._idle) > count:
            self._idle.pop().End()

    def _read(self, gray: NDArray[np.uint8], quad: Quad) -> Recognised:
        quad = _grown(quad, (gray.shape[0], gray.shape[1]))
        low, high = _HEIGHTS
        line = cut_strip(gray, quad, height=round(min(max(quad.height, low), high)))
        if line is None or line.shape[1] < _NARROWEST:
            return Recognised("", 0.0)
        line, quad = _without_sides(_evenly_lit(line), quad)
        if brightness_at(line, _DARKEST) > _FAINTEST:  # In raw lines Tesseract sees letters on blank paper.
            return Recognised("", 0.0)
        height, width = line.shape
        with self._tesseract() as api:
            api.SetImageBytes(line.tobytes(), width, height, 1, width)
            words = _words(api.GetTSVText(0), api.GetUTF8Text())
            api.Clear()
        if self._plan.raw_line:
            words = _without_inventions(words, line)
        if not words:
            return Recognised("", 0.0)
        boxes = _apart([span for _, span, _ in words])
        placed = tuple(
            Word(text, quad.part(left / width, right / width), confidence)
            for (text, _, confidence), (left, right) in zip(words, boxes, strict=True)
        )
        return Recognised(" ".join(word.text for word in placed), _confidence(placed), placed)

    @contextmanager
    def _tesseract(self) -> Iterator[Any]:
        """Give a copy of Tesseract that no other thread uses."""
        try:
            api = self._idle.pop()
        except IndexError:
            api = self._opened()
        try:
            yield api
        finally:
            self._idle.append(api)

    def _opened(self) -> Any:  # noqa: ANN401 - tesserocr has no types
        modes = self._library.PSM
        api = self._library.PyTessBaseAPI(
            path=narrow_name(self._plan.folder),
            lang="+".join(self._plan.languages),
            psm=modes.RAW_LINE if self._plan.raw_line else modes.SINGLE_LINE,
            oem=self._library.OEM.LSTM_ONLY,
        )
        api.SetVariable("debug_file", os.devnull)
        return api


def _grown(quad: Quad, page: tuple[int, int]) -> Quad:
    """Widen a line by the margin, within the page (height, width)."""
    corners = quad.as_array()
    center = corners.mean(axis=0)
    along = _unit(corners[1] + corners[2] - corners[0] - corners[3])
    across = np.array([-along[1], along[0]], np.float32)
    margin = _MARGIN * quad.height
    sides = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32) * margin
    corners = corners + sides[:, :1] * along + sides[:, 1:] * across
    if not np.isfinite(center).all():
        return quad
    return Quad.from_array(np.clip(corners, 0, (page[1], page[0])))


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.hypot(*vector))
    return vector / length if length > 0 else np.array([1, 0], np.float32)


def _without_sides(line: NDArray[np.uint8], quad: Quad) -> tuple[NDArray[np.uint8], Quad]:
    """Cut off the blank paper to the left and right: in it, raw lines of Arabic get full stops and rules."""
    inked = np.flatnonzero(_ink(line).sum(axis=0) >= 2)
    if len(inked) == 0:
        return line, quad
    height, width = line.shape
    pad = round(_SIDE * height)
    left, right = max(0, int(inked[0]) - pad), min(width, int(inked[-1]) + 1 + pad)
    return np.ascontiguousarray(line[:, left:right]), quad.part(left / width, right / width)


def _evenly_lit(line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Divide by the paper's own brightness, so that a shadow over the line is not taken for ink."""
    if brightness_at(line, 0.5) < 110:  # Light letters on a dark ground: Tesseract wants ink dark.
        line = np.asarray(255 - line, dtype=np.uint8)
    # The paper, seen at a small size: a maximum wide enough to pass over letters, then smoothed.
    small = cv2.resize(line, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    reach = max(3, line.shape[0] // 4) | 1
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), (0, 0), reach / 2)
    full = cv2.resize(paper, (line.shape[1], line.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(line, np.maximum(full, 1), scale=255), dtype=np.uint8)


Span = tuple[float, float]
"""Where a word begins and ends along the line, in pixels of the strip from its left."""


def _words(table: str, text: str) -> list[tuple[str, Span, float]]:
    """Read Tesseract's table of words: text in logical order, place, confidence in [0, 1].

    Args:
        table: As ``GetTSVText`` gives it.
        text: The same line as ``GetUTF8Text`` gives it, whose marks of direction the table lacks in part.
    """
    rows = [columns for row in table.splitlines() if len(columns := row.split("\t")) >= 12]
    rows = [columns for columns in rows if columns[0] == "5" and columns[11].strip()]
    tokens = text.split()
    if len(tokens) != len(rows):
        tokens = [columns[11] for columns in rows]
    words = []
    for columns, token in zip(rows, tokens, strict=True):
        left, width = float(columns[6]), float(columns[8])
        word = "".join(strip_direction_marks(nfc(_logical(token))).split())
        if word:
            confidence = min(1.0, max(0.0, float(columns[10]) / 100))
            words.append((word, (left, left + width), confidence))
    return words


def _logical(token: str) -> str:
    """Bring a word into the order in which it is typed.

    Tesseract takes short lines of Arabic for lines that run from left to right, and then gives some words as
    they stand on the paper: letters that no mark opens as right-to-left and a left-to-right mark closes.
    """
    text = strip_direction_marks(token).strip()
    letters = scripts_in(text)
    if letters["Arab"] and not letters["Latn"] and token.endswith(_LTR) and not token.startswith(_RTL):
        # Digits stand in their own order in either direction.
        return "".join(part if part[0].isdigit() else part[::-1] for part in reversed(_PARTS.findall(text)))
    if not letters and (found := _LEADING.fullmatch(text)):
        return found[2] + found[1]
    return text


def _without_inventions(
    words: list[tuple[str, Span, float]], line: NDArray[np.uint8]
) -> list[tuple[str, Span, float]]:
    """Take out what raw lines of Arabic get at their ends: a table's rule as "|", and stops from nowhere.

    Args:
        words: In logical order.
        line: The strip that they were read in, evenly lit.
    """
    while words and words[0][0] in _RULES:
        words = words[1:]
    while words and words[-1][0] in _RULES:
        words = words[:-1]
    if not words or not words[-1][0].endswith("."):
        return words
    text, span, confidence = words[-1]
    kept = text.rstrip(".") + ("." if _ends_with_dot(line) else "")
    return [*words[:-1], (kept, span, confidence)] if kept else words[:-1]


def _ends_with_dot(line: NDArray[np.uint8]) -> bool:
    """Tell whether the leftmost mark of a strip is small and stands low, as a full stop does."""
    height = line.shape[0]
    _, _, marks, _ = cv2.connectedComponentsWithStats(_ink(line), connectivity=8)
    marks = marks[1:][marks[1:, cv2.CC_STAT_AREA] >= (height * _LEAST_DOT) ** 2]
    # Rules of tables, above, below or beside the text, are longer than any letter is high.
    marks = marks[marks[:, cv2.CC_STAT_HEIGHT] < 0.9 * height]
    if len(marks) == 0:
        return False
    left, top, wide, high, _ = marks[marks[:, cv2.CC_STAT_LEFT].argmin()]
    del left
    return bool(max(wide, high) <= _MOST_DOT * height and top + high / 2 >= height / 2)


def _ink(line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return 1 for ink and 0 for paper in an evenly lit line, however faint the print is."""
    darkest = brightness_at(line, _DARKEST)
    return (line < 255 - _INK * (255 - darkest)).astype(np.uint8)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Cut words that stand next to each other so that they do not overlap.

    In raw lines Tesseract gives a stray mark of a neighbour to a word now and then, and the word then
    reaches over that neighbour; the narrower of two overlapping words is the right one.
    """
    apart = list(spans)
    for index in range(len(apart) - 1):
        first, second = apart[index], apart[index + 1]
        if min(first[1], second[1]) <= max(first[0], second[0]):
            continue
        wider = index if first[1] - first[0] >= second[1] - second[0] else index + 1
        narrow = second if wider == index else first
        left, right = apart[wider]
        if narrow[0] - left >= right - narrow[1]:
            right = narrow[0]
        else:
            left = narrow[1]
        if right - left >= 1:
            apart[wider] = (left, right)
    return apart


def _confidence(words: Sequence[Word]) -> float:
    """The mean over the words, each by its length."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters


def _plans(context: EngineContext, tessdata: Tessdata) -> tuple[_Plan, ...]:
    expected = context.settings.languages
    plans = []
    latin = [CODES[tag] for tag in expected if tag not in _NOT_LATIN and CODES[tag] in tessdata.codes]
    # One folder has to hold them together; where none does, the first languages that lie together are used.
    while latin:
        folder = tessdata.folder_of(*latin)
        if folder is not None:
            plans.append(_Plan(_LATIN, tuple(latin), raw_line=False, folder=str(folder)))
            break
        latin.pop()
    arabic = tessdata.folder_of(CODES["ar"]) if "ar" in expected else None
    if arabic is not None:
        plans.append(_Plan(_ARABIC, (CODES["ar"],), raw_line=True, folder=str(arabic)))
    return tuple(plans)


def _fingerprint(plan: _Plan) -> str:
    """Name the language data by its content: a pipeline with other data reads otherwise."""
    digest = hashlib.sha256()
    for code in plan.languages:
        with open(os.path.join(plan.folder, f"{code}.traineddata"), "rb") as stream:  # noqa: PTH118, PTH123
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return f"{'+'.join(plan.languages)}-{digest.hexdigest()[:8]}"


def _load() -> "ModuleType":
    # OpenMP reads its limits while the library loads; several threads on one short line cost more than they
    # give (a page took 29.7 s instead of 2.4 s), and the worker already uses one process for each core.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr

    return tesserocr  # type: ignore[no-any-return]
