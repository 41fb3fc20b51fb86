"""How far a reading is from the truth: character and word errors, order-free word F1, and their certainty.

Every accuracy figure of the project comes through here, whichever engine it is about: texts are folded alike,
errors are summed over pages, and the interval says how much another set of such pages could change a figure.
This module knows texts and truth files; it must not know how a reading was made.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

Point = tuple[float, float]
Polygon = tuple[Point, ...]

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".pdf")

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_ARABIC_RUN = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u089f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+")
_TASHKEEL_AND_TATWEEL = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]"
)
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_TYPEWRITER_MARKS = re.compile(r"~~~|[\^_]")


def fold(text: str) -> str:
    """Return the text in the form in which texts are compared.

    NFC; white space folded; typographic quotes and dashes as ASCII; invisible direction marks dropped. Arabic
    is also NFKC (presentation forms become letters), without tashkeel and tatweel. Digits and letter forms
    such as hamza stay: mistaking them is an error.
    """
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    text = _ARABIC_RUN.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    text = _TASHKEEL_AND_TATWEEL.sub("", text).translate(_TYPOGRAPHY)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def edit_distance(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the least number of insertions, deletions and substitutions between two sequences."""
    return Levenshtein.distance(first, second)


def cer(reference: str, hypothesis: str) -> float:
    """Return the character error rate of one text; more than 1 where much was invented."""
    return score_page("", reference, hypothesis).cer


def wer(reference: str, hypothesis: str) -> float:
    """Return the word error rate of one text."""
    return score_page("", reference, hypothesis).wer


def word_f1(reference: str, hypothesis: str) -> float:
    """Return the F1 of the words as a bag, for pages whose reading order is a matter of taste."""
    return score_page("", reference, hypothesis).word_f1


@dataclass(frozen=True, slots=True)
class PageScore:
    """The counts of one page, all on folded text.

    Attributes:
        name: Which page.
        characters: Length of the reference.
        character_errors: Edit distance in characters.
        words: Words of the reference.
        word_errors: Edit distance in words.
        words_read: Words of the hypothesis.
        words_found: Words that both have, whatever their order.
    """

    name: str
    characters: int
    character_errors: int
    words: int
    word_errors: int
    words_read: int
    words_found: int

    @property
    def cer(self) -> float:
        """Character errors per character of the reference."""
        return self.character_errors / max(1, self.characters)

    @property
    def wer(self) -> float:
        """Word errors per word of the reference."""
        return self.word_errors / max(1, self.words)

    @property
    def word_f1(self) -> float:
        """Harmonic mean of the shares of words found and of words read rightly; 1 for two empty texts."""
        total = self.words + self.words_read
        return 2 * self.words_found / total if total else 1.0


def score_page(name: str, reference: str, hypothesis: str) -> PageScore:
    """Compare what a page says with what was read."""
    reference, hypothesis = fold(reference), fold(hypothesis)
    words, words_read = reference.split(), hypothesis.split()
    return PageScore(
        name=name,
        characters=len(reference),
        character_errors=edit_distance(reference, hypothesis),
        words=len(words),
        word_errors=edit_distance(words, words_read),
        words_read=len(words_read),
        words_found=(Counter(words) & Counter(words_read)).total(),
    )


@dataclass(frozen=True, slots=True)
class Estimate:
    """A rate with its 95 % bootstrap interval over pages."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return the rate and its interval in per cent."""
        return f"{self.value:.2%} [{self.low:.2%}, {self.high:.2%}]"


@dataclass(frozen=True, slots=True)
class Report:
    """The accuracy of one engine on a set of pages; rates are over all pages together, not means of pages."""

    pages: int
    cer: Estimate
    wer: Estimate
    word_f1: Estimate

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values."""
        rates = {"cer": self.cer, "wer": self.wer, "word_f1": self.word_f1}
        return {
            "pages": self.pages,
            **{name: {"value": e.value, "low": e.low, "high": e.high} for name, e in rates.items()},
        }


def summarise(scores: Sequence[PageScore], *, seed: int = 2026, rounds: int = 2000) -> Report:
    """Return the rates over all pages, each with its interval.

    Args:
        scores: One per page, at least one.
        seed: Of the resampling, so that the same pages give the same interval.
        rounds: How many sets of pages are drawn with replacement.

    Raises:
        ValueError: There are no pages.
    """
    if not scores:
        raise ValueError("There are no pages to summarise.")
    draws = np.random.default_rng(seed).integers(0, len(scores), size=(rounds, len(scores)))
    errors = [(s.character_errors, s.characters) for s in scores]
    word_errors = [(s.word_errors, s.words) for s in scores]
    found = [(2 * s.words_found, s.words + s.words_read) for s in scores]
    return Report(
        pages=len(scores),
        cer=_estimate(errors, draws),
        wer=_estimate(word_errors, draws),
        word_f1=_estimate(found, draws, of_nothing=1.0),
    )


def _estimate(
    counts: list[tuple[int, int]], draws: NDArray[np.int64], *, of_nothing: float = 0.0
) -> Estimate:
    """Return the sum of the counts' first parts per sum of the second; ``of_nothing`` where both are 0."""
    parts = np.array(counts, dtype=np.float64)
    sums = np.vstack([parts.sum(axis=0), parts[draws].sum(axis=1)])
    rates = np.where(sums.any(axis=1), sums[:, 0] / np.maximum(1.0, sums[:, 1]), of_nothing)
    low, high = np.percentile(rates[1:], [2.5, 97.5])
    return Estimate(float(rates[0]), float(low), float(high))


@dataclass(frozen=True, slots=True)
class TruthLine:
    """One line as it really stands on the page.

    Attributes:
        text: NFC, logical order.
        polygon: Around the line, in pixels of the page as the file holds it after EXIF; empty if not known.
        tag: The kind of line as the truth file names it, such as ``DefaultLine:Typewritten``.
        language: BCP 47 code, or ``und``.
    """

    text: str
    polygon: Polygon = ()
    tag: str = ""
    language: str = "und"


@dataclass(frozen=True, slots=True)
class TruthPage:
    """What one page of an image file says.

    Attributes:
        file: The image or PDF.
        index: Which page of the file, from 0.
        lines: In reading order.
        ignored: Places with writing that is not scored, such as signatures.
        kind: What kind of document it is, if the truth file says so.
        languages: BCP 47 codes of the whole document.
    """

    file: Path
    index: int
    lines: tuple[TruthLine, ...]
    ignored: tuple[Polygon, ...] = ()
    kind: str = ""
    languages: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, with the page's number where it is not the first."""
        return self.file.name if self.index == 0 else f"{self.file.name}#{self.index + 1}"

    @property
    def text(self) -> str:
        """All lines, one per row."""
        return "\n".join(line.text for line in self.lines)

    def scores_at(self, point: Point) -> bool:
        """Tell whether what was read at this point counts, that is, lies in no ignored place."""
        return not any(_contains(polygon, point) for polygon in self.ignored)


def read_alto(path: Path) -> tuple[tuple[TruthLine, ...], tuple[Polygon, ...]]:
    """Return the lines of an ALTO file that are scored, and the outlines of those that are not.

    Typewritten pages (told by their line tags) carry marks: ``~~~`` for what was not typed, ``^`` and ``_``
    for superscript and underline. The marks are stripped; lines left empty, and lines tagged as handwritten,
    are not scored.
    """
    root = ElementTree.fromstring(path.read_bytes())  # noqa: S314 - a truth file of our own choosing
    tags = {tag.get("ID", ""): tag.get("LABEL", "") for tag in root.iterfind(".//{*}Tags/{*}*")}
    typewritten = any("Typewritten" in label for label in tags.values())
    lines: list[TruthLine] = []
    ignored: list[Polygon] = []
    for element in root.iterfind(".//{*}TextLine"):
        label = tags.get(element.get("TAGREFS", "").split(" ")[0], "")
        polygon = _alto_polygon(element)
        words = (string.get("CONTENT", "") for string in element.iterfind("{*}String"))
        text = unicodedata.normalize("NFC", " ".join(words))
        text = " ".join(_TYPEWRITER_MARKS.sub("", text).split()) if typewritten else text.strip()
        if text and "Handwritten" not in label:
            lines.append(TruthLine(text, polygon, label))
        elif polygon:
            ignored.append(polygon)
    return tuple(lines), tuple(ignored)


def _alto_polygon(line: ElementTree.Element) -> Polygon:
    shape = line.find("{*}Shape/{*}Polygon")
    if shape is not None:
        numbers = [float(number) for number in re.split(r"[\s,]+", shape.get("POINTS", "").strip()) if number]
        return tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if line.get("HPOS") is None:
        return ()
    left, top, width, height = (float(line.get(key, "0")) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    return ((left, top), (left + width, top), (left + width, top + height), (left, top + height))


def read_truth_json(path: Path, file: Path) -> tuple[TruthPage, ...]:
    """Return the pages that a ``.truth.json`` file tells of."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        TruthPage(
            file=file,
            index=index,
            lines=tuple(
                TruthLine(line["text"], _polygon(line["quad"] or ()), "", line["language"])
                for line in page["lines"]
            ),
            ignored=tuple(_polygon(quad) for quad in page.get("ignore", ())),
            kind=data["kind"],
            languages=tuple(data["languages"]),
        )
        for index, page in enumerate(data["pages"])
    )


def load_truth(folder: Path) -> tuple[TruthPage, ...]:
    """Return the pages of every image in a folder that has its truth beside it, sorted by name.

    Truth is ``<name>.xml`` (ALTO), ``<name>.truth.json`` or ``<name>.gt.txt`` (plain text, one line per row).
    """
    return tuple(page for file in sorted(folder.iterdir()) for page in _truth_of(file))


def _truth_of(file: Path) -> Iterator[TruthPage]:
    if file.suffix.lower() not in IMAGE_SUFFIXES:
        return
    alto, plain = file.with_suffix(".xml"), file.with_suffix(".gt.txt")
    ours = file.with_suffix(".truth.json")
    if ours.exists():
        yield from read_truth_json(ours, file)
    elif alto.exists():
        lines, ignored = read_alto(alto)
        yield TruthPage(file, 0, lines, ignored)
    elif plain.exists():
        rows = plain.read_text(encoding="utf-8-sig").splitlines()
        yield TruthPage(file, 0, tuple(TruthLine(row.strip()) for row in rows if row.strip()))


def _polygon(points: Iterable[Sequence[float]]) -> Polygon:
    return tuple((float(x), float(y)) for x, y in points)


def _contains(polygon: Polygon, point: Point) -> bool:
    """Tell whether a point lies within a polygon, by the even-odd rule."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
