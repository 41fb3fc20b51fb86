"""Learns how far a pack's shares can be believed, from photos whose labels are known, and refuses too few.

One temperature for each question is fitted on half of the photos and judged on the other half (Guo et al.
2017). A temperature that does not hold on photos that it was not learnt from is not used.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import BadInputError
from engine.vision.tasks.triage import SURE, fit_temperature, softmax

FEWEST_PHOTOS = 80
"""Of one question: with 40 to judge by, a share that is told is off by less than a tenth, mostly."""
FEWEST_OF_LABEL = 8
"""Of each label that occurs, of which there must be two."""
WORSE = 0.01
"""By so much the held-out loss may grow by chance where a pack needs no correction."""
_BINS = 10


class FewPhotosError(BadInputError):
    """There are too few photos with known labels to learn from."""

    code = "triage.few-photos"


class CalibrationWorseError(BadInputError):
    """What was learnt does not hold on photos that it was not learnt from."""

    code = "triage.worse"


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt for one question, and how good it is on photos that it was not learnt from.

    Attributes:
        temperature: By which scores are divided.
        photos: How many there were in all.
        right: Share of the held-out photos whose likeliest label is right.
        error_before: How far the shares were from how often they are right, on average (expected calibration
            error), without the temperature.
        error_after: The same with it.
        sorted_share: Share of the held-out photos that are sorted, the others being unsure.
        sorted_right: Share of those whose label is right; None where none is sorted.
    """

    temperature: float
    photos: int
    right: float
    error_before: float
    error_after: float
    sorted_share: float
    sorted_right: float | None


def learn(question: str, scores: NDArray[np.floating], right: Sequence[int]) -> Learnt:
    """Learn the temperature of one question.

    Args:
        question: Its name, for messages.
        scores: A row for each photo, a column for each label; in an order that says nothing about the photos.
        right: The right column of each photo.

    Raises:
        FewPhotosError: There are too few photos, of one label, or in all.
        CalibrationWorseError: It does not hold on the other half.
    """
    labels = np.asarray(right, dtype=np.int64)
    refuse_few(question, right)
    first = _half(labels)
    temperature = fit_temperature(scores[first], labels[first])
    held, known = scores[~first], labels[~first]
    before, after = softmax(held), softmax(held / temperature)
    if _loss(after, known) > _loss(before, known) + WORSE:
        raise CalibrationWorseError(
            "What was learnt from one half of the photos does not hold on the other half.",
            which=question,
            remedy="Look whether the labels are right, and add more photos of each.",
        )
    best, sure = after.argmax(axis=1), after.max(axis=1) >= SURE
    return Learnt(
        temperature,
        len(labels),
        float((best == known).mean()),
        _error(before, known),
        _error(after, known),
        float(sure.mean()),
        float((best == known)[sure].mean()) if sure.any() else None,
    )


def refuse_few(question: str, right: Sequence[int]) -> None:
    """Raise FewPhotosError where photos with these labels are too few to learn from."""
    labels = np.asarray(right, dtype=np.int64)
    counts = np.bincount(labels) if len(labels) else np.zeros(0, np.int64)
    present = counts[counts > 0]
    if len(labels) < FEWEST_PHOTOS or len(present) < 2 or present.min() < FEWEST_OF_LABEL:
        least = f", {int(present.min())} of the rarest of {len(present)} labels" if len(present) else ""
        raise FewPhotosError(
            f"There are {len(labels)} different photos for this question{least}.",
            which=question,
            remedy=f"At least {FEWEST_PHOTOS} are needed, of two labels or more, and {FEWEST_OF_LABEL} of"
            " each label that is there.",
        )


def _half(labels: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which photos to learn from: every second one of each label."""
    chosen = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        chosen[np.nonzero(labels == label)[0][::2]] = True
    return chosen


def _loss(shares: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    return float(-np.log(np.maximum(shares[np.arange(len(labels)), labels], 1e-12)).mean())


def _error(shares: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Return the mean difference between how likely labels are said to be, and how often they are right."""
    said, right = shares.max(axis=1), shares.argmax(axis=1) == labels
    bins = np.minimum((said * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(float(said[bins == each].mean() - right[bins == each].mean())) * int((bins == each).sum())
        for each in np.unique(bins)
    ]
    return sum(gaps) / len(labels)
