"""A page as the tasks see it: its image, and what was read on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.reading import Line, Reading

LINES_OF_DOCUMENT = 4
Pixels = NDArray[np.uint8]
"""An upright page image: RGB of shape (height, width, 3)."""


@dataclass(frozen=True, slots=True, eq=False)
class PageView:
    """What is asked about.

    Attributes:
        pixels: The upright page image.
        key: Names the image, so that a model need not look at it twice: its SHA-256.
        reading: What stands on the page, with a person's corrections.
        doubt_threshold: Lines with less confidence are doubtful.
    """

    pixels: Pixels
    key: str
    reading: Reading
    doubt_threshold: float

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of text, in reading order."""
        return self.reading.lines

    @property
    def is_document(self) -> bool:
        """Whether so much is written on it that questions are about the written: a photo may show a sign."""
        return sum(bool(line.text.strip()) for line in self.lines) >= LINES_OF_DOCUMENT

    @property
    def has_text(self) -> bool:
        """Whether any text was read on it."""
        return any(line.text.strip() for line in self.lines)
