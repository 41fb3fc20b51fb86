"""What stands on a page: the lines that were read, with all corrections in force. Pure; no database.

The rule is that of ``engine.corrections``. A correction that cannot be applied is told and left out, because
at headquarters nobody can undo what it builds on: that happened on a laptop.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.corrections import LineGoneError, active, applied
from engine.language import UNDETERMINED, guess_language, script_of

UNSURE_BELOW = 0.8
"""A line whose confidence is below this is shown as doubtful, also where no other reason was found."""

Quad = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A line as it stands.

    Attributes:
        id: Keeps while lines around it come and go.
        text: What it reads.
        confidence: In [0, 1].
        doubtful: Whether a reason was found why a person should look at it.
        quad: Where it stands on the upright page, in pixels; None where the laptop did not send it yet.
        language: BCP 47 code, or ``und``.
        made_by: Id of the correction that made it as it stands; None if it is as the model read it.
    """

    id: str
    text: str
    confidence: float
    doubtful: bool
    quad: Quad | None = None
    language: str = UNDETERMINED
    made_by: str | None = None

    @property
    def unsure(self) -> bool:
        """Whether a person should look at it."""
        return self.doubtful or self.confidence < UNSURE_BELOW


@dataclass(frozen=True, slots=True)
class Correction:
    """As much of a correction as the rule needs."""

    id: str
    kind: str
    targets: tuple[str, ...]
    replacement: tuple[StandingLine, ...]
    after: str | None
    about: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a page.

    Attributes:
        lines: In reading order.
        failed: Ids of corrections that could not be applied.
    """

    lines: tuple[StandingLine, ...]
    failed: tuple[str, ...]


def standing(read: Sequence[StandingLine], corrections: Iterable[Correction]) -> Standing:
    """Return the lines after all corrections that are not undone."""
    lines, failed = list(read), []
    for correction in active(corrections):
        try:
            lines = applied(lines, correction)
        except LineGoneError:
            failed.append(correction.id)
    return Standing(tuple(lines), tuple(failed))


def read_lines(stored: Sequence[Sequence[Any]]) -> list[StandingLine]:
    """Make lines from the text part of a reading: id, text, confidence, doubtful."""
    return [
        StandingLine(row[0], row[1], float(row[2]), bool(row[3]), language=_language(row[1]))
        for row in stored
    ]


def correction_of(correction_id: str, kind: str, about: str | None, body: Mapping[str, Any]) -> Correction:
    """Make a correction from how it is stored.

    Raises:
        KeyError, TypeError, ValueError: It is not as laptops write it.
    """
    return Correction(
        correction_id,
        kind,
        tuple(map(str, body["targets"])),
        tuple(_placed(each, correction_id) for each in body["replacement"]),
        body["after"],
        about,
    )


def _placed(placed: Mapping[str, Any], correction_id: str) -> StandingLine:
    line = placed["line"]
    if not isinstance(line["text"], str) or not isinstance(placed["id"], str):
        raise TypeError("a line of a correction has no text or no id")
    confidence = float(line["confidence"])
    if not 0.0 <= confidence <= 1.0:
        raise ValueError("a confidence lies outside of [0, 1]")
    quad = line.get("quad")
    return StandingLine(
        placed["id"],
        line["text"],
        confidence,
        bool(line.get("doubts")),
        None if quad is None else quad_of(quad),
        str(line.get("language") or UNDETERMINED),
        correction_id,
    )


def quad_of(points: Sequence[Sequence[float]]) -> Quad:
    """Make a quad from four points; raises ValueError."""
    quad = tuple((float(x), float(y)) for x, y in points)
    if len(quad) != 4:
        raise ValueError("a quad has four corners")
    return quad


def _language(text: str) -> str:
    return guess_language(text, script_of(text))
