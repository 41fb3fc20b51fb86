"""How far a photo fits what was sought: three steps, of which none says that it is sure.

What a model gives for a photo is no probability, and means nothing to a person. What can be told is whether
a photo stands out from all the others that were compared with the same words.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import log, sqrt

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.marking import QT_TRANSLATE_NOOP
from engine.language import isolate

CONTEXT = "Likeness"
ON_PAGE = QT_TRANSLATE_NOOP("Likeness", "%1, page %2")
NEARLY_SAME = 0.97
"""Two photos that are as near as this are shots of one scene, or copies of one file."""
ALIKE = 0.9
"""Two photos that are as near as this may show the same kind of thing."""
ABOVE = 1.0
"""Deviations above the mean from which on a photo may be meant."""


class Likeness(StrEnum):
    """How a photo stands among those that were compared."""

    SAME = QT_TRANSLATE_NOOP("Likeness", "Nearly the same picture")
    STANDS_OUT = QT_TRANSLATE_NOOP("Likeness", "Stands out")
    PERHAPS = QT_TRANSLATE_NOOP("Likeness", "Perhaps")
    HARDLY = QT_TRANSLATE_NOOP("Likeness", "Hardly")


MARKS = {
    Likeness.SAME: ("copy", "link"),
    Likeness.STANDS_OUT: ("eye", "link"),
    Likeness.PERHAPS: ("warning", "doubt"),
    Likeness.HARDLY: ("info", "muted"),
}
"""Drawing and colour of each; the colour of what is sure is not among them."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A page that was found by its image.

    Attributes:
        page_index: Its place in the document, from 0.
        several: Whether the document has other pages.
        score: As the model gives it, from -1 to 1.
        likeness: How it stands among the others.
        thumbnail_sha256: Its small image.
    """

    page_index: int
    several: bool
    score: float
    likeness: Likeness
    thumbnail_sha256: str | None

    @property
    def words(self) -> str:
        """What is told of it, in the language in force."""
        told = QCoreApplication.translate(CONTEXT, self.likeness.value)
        if not self.several:
            return told
        page = QCoreApplication.translate(CONTEXT, ON_PAGE).replace("%1", told)
        return page.replace("%2", isolate(QLocale().toString(self.page_index + 1)))


def by_words(score: float, *, mean: float, deviation: float, count: int) -> Likeness:
    """Return how a photo stands among all that were compared with some words.

    Args:
        score: Of the photo.
        mean: Of the scores of all.
        deviation: Of the scores of all.
        count: How many they are.
    """
    above = (score - mean) / deviation if deviation > 0 else 0.0
    # Of so many photos that all fit alike, the best would be about as far above the others by chance.
    if count > 1 and above > sqrt(2 * log(count)):
        return Likeness.STANDS_OUT
    return Likeness.PERHAPS if above >= ABOVE else Likeness.HARDLY


def by_picture(score: float) -> Likeness:
    """Return how like each other two photos are."""
    if score >= NEARLY_SAME:
        return Likeness.SAME
    return Likeness.PERHAPS if score >= ALIKE else Likeness.HARDLY
