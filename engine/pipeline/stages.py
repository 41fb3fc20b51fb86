"""The stages of reading a page, each from one frozen state of the page to the next.

Pixels are moved by :mod:`engine.pages` alone, which keeps the transform back to the source in step; a stage
decides whether and how far. A stage holds what it depends on and remembers nothing between pages.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import cv2
import numpy as np

from engine.geometry import UNADJUSTED, Adjustment, Quad
from engine.language import UNDETERMINED, guess_language
from engine.ocr.detect import DetectedLine
from engine.ocr.engines import never
from engine.ocr.order import in_reading_order
from engine.pages import (
    Pixels,
    SourcePage,
    find_sheet,
    find_skew,
    judge_quality,
    straighten,
    tilt_of_lines,
    turn,
    warp_quad,
)
from engine.pipeline.errors import AdjustmentOutsideError
from engine.reading import Line, Origin, PageQuality

Cancel = Callable[[], bool]
"""Asked often; true once the work should stop."""

LEAST_TILT = 0.15
"""Degrees; a line of A4 width rises by less than a third of a letter's height at this tilt."""

SURELY_LEVEL = 0.05
"""Degrees of tilt of the lines, as they were found, below which the pixels need not be asked."""

PHOTO_TYPES = frozenset({"image/jpeg", "image/heic", "image/heif", "image/webp"})
"""What cameras and phones make; scanners' other formats are never searched for a sheet."""

MOST_BESIDE = 0.02
"""Area of the lines beside a sheet, as a share of those on it, above which the photo is left as it is."""

LEAST_SHEET = 16.0
"""Pixels; a sheet with a shorter side holds no line of text."""

BLURRED = "blurred"
POOR_IMAGES = {
    BLURRED: "The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if"
    " you can, or compare every line.",
    "dark": "The image is dark: some of the text may have been overlooked.",
    "glare": "Light is reflected from the page: what lies under it cannot be read.",
}
"""Remarks on the quality of an image, and what a person is told of them though text was found."""
REMARKS = {
    BLURRED: "is blurred",
    "dark": "is dark",
    "low-contrast": "has little contrast",
    "uneven-light": "is unevenly lit",
    "glare": "shows glaring light",
    "small": "is small",
}
"""Remarks on the quality of an image, as what a sentence about the image says."""

CERTAIN_TURN = 0.6
"""Below this certainty about which way is up, the person is told."""


@dataclass(frozen=True, slots=True, eq=False)
class PageState:
    """A page on its way.

    Attributes:
        page: The image as it stands now, with its transform back to the source.
        media_type: Of the file that it comes from.
        cancel: Asked by the longer steps, between lines.
        adjustment: How a person wants the page turned and straightened.
        quality: How fit for reading it is.
        rotation: Quarter turns clockwise that were done.
        skew: Degrees of tilt, clockwise positive, that were undone.
        origin: Where the text comes from.
        found: Where lines of text were found on ``page``; None where it was not searched as it stands.
        lines: The text, in coordinates of ``page``.
        warnings: What the person must know, as whole sentences.
    """

    page: SourcePage
    media_type: str
    cancel: Cancel = never
    adjustment: Adjustment = UNADJUSTED
    quality: PageQuality = field(default_factory=PageQuality)
    rotation: int = 0
    skew: float = 0.0
    origin: Origin = Origin.RECOGNISED
    found: tuple[DetectedLine, ...] | None = None
    lines: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = ()

    def warned(self, *sentences: str) -> "PageState":
        """Return the state with more warnings; none is told twice."""
        return replace(self, warnings=tuple(dict.fromkeys((*self.warnings, *sentences))))


Step = Callable[[PageState], PageState]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way, and the name under which its time is told."""

    name: str
    step: Step


class Turning(Protocol):
    """Which way up a page is."""

    @property
    def turns(self) -> int:
        """Quarter turns clockwise that make it upright."""

    @property
    def certainty(self) -> float:
        """In [0, 1]."""


class TextReader(Protocol):
    """What the stages ask of the text engines; :class:`engine.ocr.PageReader` is the real one."""

    @property
    def id(self) -> str:
        """Names engines and models."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What cannot be read with the engines at hand."""

    def find_lines(self, pixels: Pixels, *, blurred: bool) -> tuple[DetectedLine, ...]:
        """Find lines of text without reading them."""

    def orientation(self, pixels: Pixels, found: Sequence[DetectedLine], *, cancel: Cancel) -> Turning:
        """Decide which way up a page is on which these lines were found."""

    def read(self, pixels: Pixels, found: Sequence[DetectedLine], *, cancel: Cancel) -> tuple[Line, ...]:
        """Read the lines that were found on an upright page, in reading order."""

    def read_place(
        self, pixels: Pixels, quad: Quad, *, languages: Sequence[str], engine: str | None, cancel: Cancel
    ) -> Line | None:
        """Read one place of an upright page."""

    def close(self) -> None:
        """Give back memory."""


def judge(state: PageState) -> PageState:
    """Measure how fit for reading the image is, before anything is done to it but what a person wants."""
    return replace(state, quality=judge_quality(state.page.pixels))


def adjust(state: PageState) -> PageState:
    """Turn and straighten the page as a person wants it; the steps that would decide it then stand back."""
    page, wanted = state.page, state.adjustment
    if wanted.corners is not None:
        page = _cut_out(page, page.to_source.inverse().apply_quad(wanted.corners))
    turns = wanted.quarter_turns or 0
    return replace(state, page=turn(page, turns), rotation=turns)


def flatten_sheet(reader: TextReader) -> Step:
    """Return the step that makes the sheet of paper in a phone photo the page, if there is one beyond doubt.

    What lies outside the sheet is not read. So the sheet must be found with certainty, and no text may lie
    outside it: a table frame that looks like a sheet must not cost the lines around it.

    Args:
        reader: Finds the text.
    """

    def step(state: PageState) -> PageState:
        searched = state.media_type in PHOTO_TYPES and state.adjustment.corners is None
        sheet = find_sheet(state.page.pixels) if searched else None
        if sheet is None:
            return state
        state, found = _searched(state, reader)
        if _text_beside(sheet, [line.quad for line in found]):
            return state
        return replace(state, page=warp_quad(state.page, sheet), found=None).warned(
            "This is a photo of a sheet: the sheet was straightened, and what lies around it was left out."
        )

    return step


def turn_upright(reader: TextReader) -> Step:
    """Return the step that turns a page that lies on its side or on its head.

    Args:
        reader: Decides which way is up.
    """

    def step(state: PageState) -> PageState:
        if state.adjustment.quarter_turns is not None:
            return state
        state, found = _searched(state, reader)
        way_up = reader.orientation(state.page.pixels, found, cancel=state.cancel)
        turns = way_up.turns % 4
        if turns == 0:
            return state
        turned = replace(state, page=turn(state.page, turns), rotation=turns, found=None)
        if way_up.certainty < CERTAIN_TURN:
            return turned.warned(
                "This page may have been turned the wrong way: it is not certain which way is up."
            )
        return turned

    return step


def undo_tilt(reader: TextReader) -> Step:
    """Return the step that straightens a page which is slightly tilted.

    What was found on the page keeps its place on the paper.

    Args:
        reader: Finds the text.
    """

    def step(state: PageState) -> PageState:
        if state.adjustment.corners is not None:
            return state
        state, found = _searched(state, reader)
        roughly = tilt_of_lines([line.quad for line in found])
        if roughly is not None and abs(roughly) < SURELY_LEVEL:
            return state
        degrees = find_skew(luminance(state.page.pixels), near=roughly)
        if abs(degrees) < LEAST_TILT:
            return state
        page = straighten(state.page, degrees)
        forward = state.page.to_source.then(page.to_source.inverse())
        moved = tuple(replace(line, quad=forward.apply_quad(line.quad)) for line in found)
        return replace(state, page=page, skew=degrees, found=moved)

    return step


def read_lines(reader: TextReader) -> Step:
    """Return the step that reads the text from the pixels, in reading order.

    Args:
        reader: Reads.
    """

    def step(state: PageState) -> PageState:
        state, found = _searched(state, reader)
        lines = reader.read(state.page.pixels, found, cancel=state.cancel)
        read = replace(state, lines=lines)
        silent = sum(not line.text for line in lines)
        if silent == len(lines):
            return read.warned(_no_text(state.quality))
        told = [_unreadable(silent)] if silent else []
        told += [POOR_IMAGES[remark] for remark in state.quality.remarks if remark in POOR_IMAGES]
        return read.warned(*told)

    return step


def take_text_layer(state: PageState) -> PageState:
    """Take the file's own text as it is; only its order on the page is found out anew."""
    page = state.page
    lines = in_reading_order(page.text_lines or (), page_width=page.width, page_height=page.height)
    return replace(state, lines=lines, origin=Origin.TEXT_LAYER)


def tell_languages(state: PageState) -> PageState:
    """Give every line its language: by its own words, or else by those of its block or page.

    A name or a number tells nothing by itself. What its neighbours of the same script tell is used only where
    they agree; otherwise the line stays undetermined.
    """
    own = [guess_language(line.text, line.script) for line in state.lines]
    blocks: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    pages: dict[str, Counter[str]] = defaultdict(Counter)
    for line, language in zip(state.lines, own, strict=True):
        if language != UNDETERMINED:
            blocks[line.script, line.block][language] += len(line.text)
            pages[line.script][language] += len(line.text)

    def by_neighbours(line: Line) -> str:
        return _agreed(blocks[line.script, line.block]) or _agreed(pages[line.script]) or UNDETERMINED

    return replace(
        state,
        lines=tuple(
            replace(line, language=by_neighbours(line) if language == UNDETERMINED else language)
            for line, language in zip(state.lines, own, strict=True)
        ),
    )


def luminance(pixels: Pixels) -> Pixels:
    """Return the brightness of RGB pixels as uint8 of shape (height, width), by ITU-R BT.601."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def _cut_out(page: SourcePage, corners: Quad) -> SourcePage:
    """Make a sheet the page; of the file's own text what stands beside the sheet goes."""
    inside = np.clip(corners.as_array(), 0, [page.width, page.height])
    sheet = Quad.from_array(inside)
    if min(sheet.width, sheet.height) < LEAST_SHEET:
        raise AdjustmentOutsideError(
            "The corners of the sheet lie beside the page.",
            remedy="Drag the corners to where the sheet lies on the photo, or undo the straightening.",
        )
    cut = warp_quad(page, sheet)
    if cut.text_lines is None:
        return cut
    centres = [(line, line.quad.center) for line in cut.text_lines]
    kept = tuple(line for line, (x, y) in centres if 0 <= x <= cut.width and 0 <= y <= cut.height)
    return replace(cut, text_lines=kept)


def _searched(state: PageState, reader: TextReader) -> tuple[PageState, tuple[DetectedLine, ...]]:
    """Search the page as it stands for lines, unless that was done; the search is a fifth of all the work."""
    if state.found is not None:
        return state, state.found
    found = reader.find_lines(state.page.pixels, blurred=BLURRED in state.quality.remarks)
    return replace(state, found=found), found


def _text_beside(sheet: Quad, lines: Sequence[Quad]) -> bool:
    """Return whether more lines lie beside the sheet than the grain of a table may be mistaken for."""
    inside = beside = 0.0
    for line in lines:
        if _on_sheet(sheet, line):
            inside += line.width * line.height
        else:
            beside += line.width * line.height
    return beside > MOST_BESIDE * inside


def _on_sheet(sheet: Quad, line: Quad) -> bool:
    """Return whether the middle of a line lies on the sheet, or less than half its height beside it."""
    corners = sheet.as_array().astype(np.float64)
    edges = np.roll(corners, -1, axis=0) - corners
    to_line = np.asarray(line.center) - corners
    # Clockwise corners with y down: the inside lies to the right, where this product is positive.
    distances = (edges[:, 0] * to_line[:, 1] - edges[:, 1] * to_line[:, 0]) / np.linalg.norm(edges, axis=1)
    return bool(distances.min() > -line.height / 2)


def _agreed(letters: Counter[str]) -> str | None:
    """Return the language that three quarters of the letters are in, if any."""
    if not letters:
        return None
    language, count = letters.most_common(1)[0]
    return language if count * 4 >= letters.total() * 3 else None


def _unreadable(places: int) -> str:
    if places == 1:
        return "One place on this page looks like text but could not be read."
    return f"{places} places on this page look like text but could not be read."


def _no_text(quality: PageQuality) -> str:
    if not quality.remarks:
        return "No text was found on this page."
    words = [REMARKS.get(remark, remark) for remark in quality.remarks]
    # One verb for those that share it: "is dark, unevenly lit and small".
    told = [
        word.removeprefix("is ") if place and words[place - 1].startswith("is ") else word
        for place, word in enumerate(words)
    ]
    remarks = " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
    return f"No text was found on this page. Its image {remarks}: a better one may show more."
