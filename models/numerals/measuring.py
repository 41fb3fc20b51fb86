"""Measures the pack on fonts that the network never saw, and learns what its confidence is worth.

Of the fonts held out, some teach the curve from confidence to probability, and the others tell how well the
network and that curve do. This module reads with the engine itself and needs no torch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from engine.geometry import Quad
from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.engines import Recognised, Recogniser
from engine.ocr.engines.numerals import NAME, in_logical_order
from models.numerals import drawing, texts
from models.numerals.drawing import Fonts

SCRIPT = "Arab"
_FOR_MEASURING = ("NotoNaskh", "Amiri")
"""Of the held-out families, those that accuracy is told of; the others teach the curve."""
_BINS = 16
LINES = 6000
"""How many lines are drawn for the curve, and how many for the accuracy."""
SURE = 0.9
"""Probability from which a reading is not doubted: the default of the settings."""


@dataclass(frozen=True, slots=True)
class Example:
    """One drawn line and what was read in it.

    Attributes:
        truth: The number in logical order; empty where the line holds anything else.
        read: By the engine.
    """

    truth: str
    read: Recognised

    @property
    def right(self) -> bool:
        """Whether the number was read, or rightly nothing."""
        return self.truth == self.read.text


@dataclass(frozen=True, slots=True)
class Score:
    """How well lines were read.

    Attributes:
        numbers: Lines that hold a number.
        right: Of these, read to the last sign.
        sure: Of the numbers, those read with at least :data:`SURE` probability.
        sure_right: Of these, the right ones.
        others: Lines that hold anything else.
        invented: Of these, those in which a number was read with at least :data:`SURE` probability.
    """

    numbers: int
    right: int
    sure: int
    sure_right: int
    others: int
    invented: int

    def __str__(self) -> str:
        return (
            f"{_share(self.right, self.numbers)} of the numbers are read right; "
            f"{_share(self.sure, self.numbers)} are read surely, and of these "
            f"{_share(self.sure_right, self.sure)} are right; "
            f"{_share(self.invented, self.others)} of other lines are surely taken for a number"
        )


def score(examples: Iterable[Example], reliability: Reliability) -> Score:
    """Count how well lines were read."""
    numbers = right = sure = sure_right = others = invented = 0
    for example in examples:
        is_sure = bool(example.read.text) and reliability(example.read.confidence) >= SURE
        if example.truth:
            numbers, right = numbers + 1, right + example.right
            sure, sure_right = sure + is_sure, sure_right + (is_sure and example.right)
        else:
            others, invented = others + 1, invented + is_sure
    return Score(numbers, right, sure, sure_right, others, invented)


def _share(part: int, whole: int) -> str:
    """Write a share with the interval that holds it 95 times of 100 (Wilson, 1927)."""
    if not whole:
        return "none"
    z, share = 1.96, part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    reach = z * np.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{part} of {whole} ({100 * (middle - reach):.1f} to {100 * (middle + reach):.1f} %)"


def held_out(folder: Path, *, measuring: bool) -> Fonts:
    """Return the held-out fonts that accuracy is measured on, or those that teach the curve."""
    fonts = drawing.find_fonts(folder, held_out=True)
    chosen = [p for p in fonts.numbers if Path(p).name.startswith(_FOR_MEASURING) == measuring]
    return replace(fonts, numbers=tuple(chosen))


def read_lines(engine: Recogniser, fonts: Fonts, *, count: int, seed: int) -> Iterator[Example]:
    """Draw lines and have them read: three quarters of them numbers, the others anything else."""
    random = np.random.default_rng(seed)
    for _ in range(count):
        pieces = (texts.number(random),) if random.random() < 0.75 else _no_number(random)
        gray = drawing.drawn(random, fonts, pieces)
        page = cv2.cvtColor(gray, cv2.COLOR_GRAY2RGB).astype(np.uint8, copy=False)
        (read,) = engine.recognise(page, [Quad.from_box(0, 0, gray.shape[1], gray.shape[0])])
        yield Example(truth_of(pieces), read)


def truth_of(pieces: tuple[texts.Piece, ...]) -> str:
    """Return the number that a line holds, in logical order; empty if it holds anything else."""
    if len(pieces) != 1 or texts.FOREIGN in pieces[0].labels:
        return ""
    return " ".join(in_logical_order(part) for part in reversed(pieces[0].text.split()))


def learn(engine: Recogniser, folder: Path, *, count: int = LINES) -> Calibration:
    """Return the engine's table, learnt from what it reads in lines."""
    examples = [
        e for e in read_lines(engine, held_out(folder, measuring=False), count=count, seed=7) if e.read.text
    ]
    table = Reliability.learn([e.read.confidence for e in examples], [e.right for e in examples], bins=_BINS)
    return Calibration({(NAME, SCRIPT, Unit.LINE): table})


def _no_number(random: texts.Random) -> tuple[texts.Piece, ...]:
    return texts.foreign(random) if random.random() < 0.8 else ()
