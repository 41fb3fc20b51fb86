"""What reading a page gives: lines of text with their place, and how sure we are of them.

These are the frozen values that travel from the pipeline through the worker into the library, and from there
to export and review. This module knows geometry and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from engine.geometry import Quad, Transform


class Origin(StrEnum):
    """Where the text of a page comes from."""

    RECOGNISED = "recognised"
    """Read from pixels by an engine, which may be wrong."""
    TEXT_LAYER = "text-layer"
    """Taken from the file's own text."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same line."""

    text: str
    engine: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and its place."""

    text: str
    quad: Quad
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text.

    Attributes:
        text: NFC, in logical order (the order in which it is typed), without line breaks.
        quad: Where it stands on the upright page, clockwise from the text's own top left.
        confidence: Calibrated probability in [0, 1] that the whole line is right.
        script: ISO 15924 code of the script that most of its letters have; ``Zyyy`` if it has no letters.
        engine: The engine that the text comes from, or several joined by ``+`` where they were combined.
        language: BCP 47 code, or ``und`` where it cannot be told.
        alternatives: What other engines read, best first.
        words: The words in logical order; empty if the engine gives none.
        block: Number of the block of text (paragraph, column, table) that it belongs to, in reading order.
        cell: Row and column within the block if the block is a table.
        doubts: Why a person should look at it, as stable names such as ``low-confidence`` or
            ``engines-disagree``; empty if there is no particular reason.
    """

    text: str
    quad: Quad
    confidence: float
    script: str
    engine: str
    language: str = "und"
    alternatives: tuple[Alternative, ...] = ()
    words: tuple[Word, ...] = ()
    block: int = 0
    cell: tuple[int, int] | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageQuality:
    """How fit for reading the page image is.

    Attributes:
        sharpness: Variance of the Laplacian of the luminance, scaled to [0, 1]; 0 is hopelessly blurred.
        contrast: Spread between ink and paper in [0, 1].
        brightness: Mean luminance in [0, 1].
        evenness: 1 for even light, towards 0 for strong shadow.
        remarks: Stable names of what a person could do better next time, such as ``blurred`` or ``dark``.
    """

    sharpness: float = 1.0
    contrast: float = 1.0
    brightness: float = 1.0
    evenness: float = 1.0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All lines of one page as one version of the pipeline read them.

    Attributes:
        pipeline_id: Names the pipeline, its models and those settings that change its result.
        width: Width of the upright page image in pixels.
        height: Height of the upright page image in pixels.
        to_source: Maps the upright page to pixels of the page as the file holds it (EXIF not applied; for a
            PDF, pixels of the page rendered at ``dpi``).
        dpi: Pixels per inch of the upright page image, if known.
        origin: Whether the text was recognised or taken from the file.
        lines: In reading order.
        quality: Fitness of the image for reading.
        rotation: Quarter turns clockwise that were needed to make the page upright (0 to 3).
        skew: Degrees, clockwise positive, by which the page was still tilted and was straightened.
        warnings: What the person must know about this reading, as whole sentences.
        seconds: Wall-clock seconds spent in each stage.
    """

    pipeline_id: str
    width: int
    height: int
    to_source: Transform
    origin: Origin
    lines: tuple[Line, ...]
    dpi: float | None = None
    quality: PageQuality = field(default_factory=PageQuality)
    rotation: int = 0
    skew: float = 0.0
    warnings: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text of the page: one line per row, an empty row between blocks, table cells with tabs."""
        return page_text(self.lines)

    @property
    def confidence(self) -> float:
        """The lowest confidence of any line; see :func:`page_confidence`."""
        return page_confidence(self.lines)

    def with_lines(self, lines: tuple[Line, ...]) -> "Reading":
        """Return the same reading with other lines, as after a person's correction."""
        return replace(self, lines=lines)

    def to_json(self) -> dict[str, Any]:
        """Return the reading as plain JSON values, losslessly."""
        return {
            "pipeline_id": self.pipeline_id,
            "width": self.width,
            "height": self.height,
            "dpi": self.dpi,
            "to_source": list(self.to_source.coefficients),
            "origin": self.origin.value,
            "rotation": self.rotation,
            "skew": self.skew,
            "quality": {
                "sharpness": self.quality.sharpness,
                "contrast": self.quality.contrast,
                "brightness": self.quality.brightness,
                "evenness": self.quality.evenness,
                "remarks": list(self.quality.remarks),
            },
            "warnings": list(self.warnings),
            "seconds": dict(self.seconds),
            "lines": [line_to_json(line) for line in self.lines],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Make a reading from what :meth:`to_json` gave."""
        quality = data["quality"]
        return cls(
            pipeline_id=data["pipeline_id"],
            width=data["width"],
            height=data["height"],
            dpi=data["dpi"],
            to_source=Transform(tuple(data["to_source"])),
            origin=Origin(data["origin"]),
            rotation=data["rotation"],
            skew=data["skew"],
            quality=PageQuality(**{**quality, "remarks": tuple(quality["remarks"])}),
            warnings=tuple(data["warnings"]),
            seconds=dict(data["seconds"]),
            lines=tuple(line_from_json(line) for line in data["lines"]),
        )


def page_text(lines: tuple[Line, ...]) -> str:
    """Join lines in reading order: an empty row between blocks, tabs between the cells of a table row."""
    parts: list[str] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None:
            if line.block != previous.block:
                parts.append("\n\n")
            elif line.cell and previous.cell and line.cell[0] == previous.cell[0]:
                # Several lines of one cell belong together; the next cell begins after a tab.
                parts.append(" " if line.cell == previous.cell else "\t")
            else:
                parts.append("\n")
        parts.append(line.text)
        previous = line
    return "".join(parts)


def page_confidence(lines: Iterable[Line]) -> float:
    """Return how sure the least sure line is.

    A page on which nothing was found gives 0: it may be blank, or a photo too dark to read, and only a person
    can tell which.
    """
    return min((line.confidence for line in lines), default=0.0)


def is_doubtful(line: Line, threshold: float) -> bool:
    """Tell whether a person should look at a line: a reason was found, or its confidence is below this."""
    return bool(line.doubts) or line.confidence < threshold


def line_to_json(line: Line) -> dict[str, Any]:
    """Return a line as plain JSON values, losslessly."""
    return {
        "text": line.text,
        "quad": _quad_to_json(line.quad),
        "confidence": line.confidence,
        "script": line.script,
        "language": line.language,
        "engine": line.engine,
        "block": line.block,
        "cell": None if line.cell is None else list(line.cell),
        "doubts": list(line.doubts),
        "alternatives": [
            {"text": other.text, "engine": other.engine, "confidence": other.confidence}
            for other in line.alternatives
        ],
        "words": [
            {"text": word.text, "quad": _quad_to_json(word.quad), "confidence": word.confidence}
            for word in line.words
        ],
    }


def line_from_json(data: dict[str, Any]) -> Line:
    """Make a line from what :func:`line_to_json` gave."""
    cell = data["cell"]
    return Line(
        text=data["text"],
        quad=_quad_from_json(data["quad"]),
        confidence=data["confidence"],
        script=data["script"],
        language=data["language"],
        engine=data["engine"],
        block=data["block"],
        cell=None if cell is None else (cell[0], cell[1]),
        doubts=tuple(data["doubts"]),
        alternatives=tuple(Alternative(**other) for other in data["alternatives"]),
        words=tuple(
            Word(word["text"], _quad_from_json(word["quad"]), word["confidence"]) for word in data["words"]
        ),
    )


def _quad_to_json(quad: Quad) -> list[list[float]]:
    return [[x, y] for x, y in quad.points]


def _quad_from_json(points: list[list[float]]) -> Quad:
    a, b, c, d = ((x, y) for x, y in points)
    return Quad(a, b, c, d)
