"""The bundled samples read as well as they did when these bounds were set.

The bounds are what was measured, with a margin; a change that makes a reading worse has to say so here. The
character error rate of a whole page also counts lines that come in another order than in the ground truth;
word F1 knows no order.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mode

import cv2
import numpy as np
import pytest
from PIL import Image

from benchmarks.scoring import TruthPage, fold, load_truth, score_page, summarise
from engine.geometry import Transform
from engine.pages import open_source
from engine.pipeline import Pipeline
from engine.reading import Line, Origin, Reading
from engine.settings import Places, Settings

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = load_truth(SAMPLES)
PDF_TRUTH_DPI = 200
TURNED_BY_EXIF = "phone-photo.jpg"


@dataclass(frozen=True)
class Bound:
    """The worst that a page may be read, and the least share of its lines that are found in their place."""

    cer: float
    word_f1: float
    found: float = 0.95


BOUNDS = {
    "clinic-register.jpg": Bound(cer=0.03, word_f1=0.97),
    "consent-form.png": Bound(cer=0.03, word_f1=0.94),
    "damage-report.webp": Bound(cer=0.03, word_f1=0.96),
    "distribution-list.jpg": Bound(cer=0.12, word_f1=0.88, found=0.92),
    "id-card-mrz.jpg": Bound(cer=0.03, word_f1=0.91),
    "phone-photo.jpg": Bound(cer=0.05, word_f1=0.93),
    "receipt.jpg": Bound(cer=0.03, word_f1=0.93),
    "referral-letter.tif": Bound(cer=0.02, word_f1=0.96),
    "referral-letter.tif#2": Bound(cer=0.06, word_f1=0.88),
    "registration-form.jpg": Bound(cer=0.04, word_f1=0.89),
    "situation-report.pdf": Bound(cer=0.01, word_f1=1.0, found=1.0),
    "situation-report.pdf#2": Bound(cer=0.06, word_f1=0.91),
    "vaccination-card.heic": Bound(cer=0.05, word_f1=0.95),
}

CER_BY_LANGUAGE = {"en": 0.012, "fr": 0.04, "es": 0.016, "ar": 0.08, "sw": 0.018}
"""Measured: en 0.005, fr 0.024, es 0.008, ar 0.046, sw 0.008."""


class GoldenReader:
    """Reads each sample page once for all tests of this module."""

    def __init__(self, places: Places) -> None:
        self.settings = Settings()
        self.pipeline = Pipeline(self.settings, places)
        self.read = cache(self._read)

    def _read(self, file: Path, index: int) -> Reading:
        with open_source(file, name=file.name, settings=self.settings.pages) as source:
            return self.pipeline.read(source, index, cancel=lambda: False).reading


@pytest.fixture(scope="module")
def reader(prepared: Places) -> Iterator[GoldenReader]:
    made = GoldenReader(prepared)
    yield made
    made.pipeline.close()


each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@each_page
def test_each_sample_is_read_within_its_bounds(page: TruthPage, reader: GoldenReader):
    reading = reader.read(page.file, page.index)
    text = "\n".join(line.text for line in scored_lines(page, reading))
    score = score_page(page.name, page.text, text)
    bound = BOUNDS[page.name]
    assert (score.cer <= bound.cer, score.word_f1 >= bound.word_f1) == (True, True), (
        f"CER {score.cer:.3f}, F1 {score.word_f1:.3f}:\n{text}"
    )


@pytest.mark.parametrize("language", sorted(CER_BY_LANGUAGE))
def test_each_language_is_read_within_its_bound(language: str, reader: GoldenReader):
    """What stands in one place is compared, so that the order of reading does not count."""
    scores = [
        score_page(page.name, piece.truth, piece.read)
        for page in PAGES
        for piece in pieces_by_place(page, reader.read(page.file, page.index))
        if piece.language == language
    ]
    cer = summarise(scores, rounds=1).cer.value
    assert cer <= CER_BY_LANGUAGE[language], f"CER {cer:.4f}"


@each_page
def test_lines_are_found_where_they_stand_in_the_file(page: TruthPage, reader: GoldenReader):
    """Follows the way back through turning, straightening and the sheet's perspective."""
    pieces = pieces_by_place(page, reader.read(page.file, page.index))
    missed = [piece.truth for piece in pieces if not piece.read]
    assert 1 - len(missed) / len(page.lines) >= BOUNDS[page.name].found, missed


def test_only_sideways_pages_are_turned(reader: GoldenReader):
    turned = {page.name for page in PAGES if reader.read(page.file, page.index).rotation}
    assert turned == {"referral-letter.tif", "referral-letter.tif#2"}


def test_text_of_a_pdf_is_taken_and_not_recognised(reader: GoldenReader):
    report = SAMPLES / "situation-report.pdf"
    assert [reader.read(report, index).origin for index in (0, 1)] == [Origin.TEXT_LAYER, Origin.RECOGNISED]


def test_wrong_lines_are_shown_as_doubtful(reader: GoldenReader):
    doubts: dict[bool, list[bool]] = {True: [], False: []}
    for page in PAGES:
        for piece in pieces_by_place(page, reader.read(page.file, page.index)):
            if piece.read:
                doubts[letters(piece.read) == letters(piece.truth)].append(piece.doubted)
    # Measured when the bounds were set: 80 % of the 56 wrong ones, 12 % of the right ones. Of all lines 1.3 %
    # were wrong without a mark. The first share falls where lines that were wrong and marked come out right,
    # so the last one is the bound that counts.
    unmarked = len(doubts[False]) - sum(doubts[False])
    assert unmarked / (len(doubts[False]) + len(doubts[True])) <= 0.02
    assert np.mean(doubts[False]) >= 0.75
    assert np.mean(doubts[True]) <= 0.15


def letters(text: str) -> str:
    """Return the text without its spaces: one that is missing before a colon harms nobody."""
    return "".join(fold(text).split())


@dataclass(frozen=True)
class Piece:
    """What stands in one place of a page: what it says, and what was read there."""

    truth: str
    read: str
    language: str
    doubted: bool


def pieces_by_place(page: TruthPage, reading: Reading) -> list[Piece]:
    """Bring together lines of the truth and of the reading that overlap, however each of them is divided."""
    truth_quads = [np.array(line.polygon, np.float32) for line in page.lines]
    lines = scored_lines(page, reading)
    to_truth = way_to_truth(page, reading)
    read_quads = [to_truth.apply(line.quad.as_array()) for line in lines]
    # Truth lines are numbered first, then read ones; overlapping ones get the same group.
    groups = list(range(len(truth_quads) + len(lines)))
    for first, truth_quad in enumerate(truth_quads):
        for second, read_quad in enumerate(read_quads, len(truth_quads)):
            if overlaps(truth_quad, read_quad):
                kept, gone = groups[first], groups[second]
                groups = [kept if group == gone else group for group in groups]
    members = defaultdict(list)
    for number, group in enumerate(groups):
        members[group].append(number)
    return [_piece(page, lines, numbers) for numbers in members.values()]


def _piece(page: TruthPage, lines: list[Line], numbers: list[int]) -> Piece:
    truths = [page.lines[number] for number in numbers if number < len(page.lines)]
    reads = [lines[number - len(page.lines)] for number in numbers if number >= len(page.lines)]
    arabic = bool(reads) and reads[0].script == "Arab"
    invented_in = [line.language for line in page.lines if (line.language == "ar") == arabic]
    language = truths[0].language if truths else mode(invented_in or [page.lines[0].language])
    return Piece(
        " ".join(line.text for line in truths),
        " ".join(line.text for line in reads),
        language,
        any(line.confidence < Settings().reading.doubt_threshold or line.doubts for line in reads),
    )


def overlaps(first: np.ndarray, second: np.ndarray) -> bool:
    """Tell whether two quads share more than a third of the smaller one."""
    if (first.max(axis=0) < second.min(axis=0)).any() or (second.max(axis=0) < first.min(axis=0)).any():
        return False
    shared, _ = cv2.intersectConvexConvex(first, second)
    return shared > min(cv2.contourArea(first), cv2.contourArea(second)) / 3


def scored_lines(page: TruthPage, reading: Reading) -> list[Line]:
    """Return the lines that were not read from stamps, signatures or pictures."""
    to_truth = way_to_truth(page, reading)
    return [line for line in reading.lines if page.scores_at(to_truth.apply_quad(line.quad).center)]


def way_to_truth(page: TruthPage, reading: Reading) -> Transform:
    """Return the map from the upright page of a reading to the pixels in which the truth is told."""
    if page.file.suffix == ".pdf":
        assert reading.dpi is not None
        return reading.to_source.then(Transform.scaling(*[PDF_TRUTH_DPI / reading.dpi] * 2))
    if page.file.name == TURNED_BY_EXIF:
        with Image.open(page.file) as image:
            turn = Transform((0, -1, image.height, 1, 0, 0, 0, 0, 1))
        return reading.to_source.then(turn)
    return reading.to_source
