"""Sorts photos by the published questions of crisis informatics: disaster, damage, people, usefulness.

Either a pair of encoders compares the photo with descriptions of each label, or an image-text model chooses
among the labels. Both give a share for each label; a share is a probability only after calibration on photos
whose labels are known (:mod:`engine.vision.tasks.calibrating`), and the temperature that this gives stands in
the pack, or beside it where it was learnt on this computer. Where there is none, more is asked of a label
before a photo is sorted by it. What is not likely enough is "unsure".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from engine.answer import Answer, AnswerTask, Concern, Finding, Provenance, SceneLabel
from engine.errors import CancelledError
from engine.taxonomy import Aspect, taxonomy
from engine.vision import NOT_FOUND, Choices, EncoderPair, ImageTextModel
from engine.vision.tasks.page import PageView
from engine.vision.tasks.speaking import Manner, Spoken, mean_probability, name_and_version, speak
from engine.vision.tasks.words import Words, words_of

SURE = 0.6
"""Calibrated probability that a label needs to sort a photo by."""
SURE_UNCALIBRATED = 0.8
"""The same where nobody has calibrated the pack."""
LEAST_MASS = 0.05
"""A model that wanted to say something else than any label with all but this knows no label."""
TEMPERATURES = "triage.temperature."
"""Beginning of the names under which a pack's gate tells the temperature of each aspect."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far the shares that a pack gives can be believed.

    Attributes:
        temperatures: By which the scores of an aspect are divided; missing where nobody measured.
    """

    temperatures: Mapping[str, float]

    def overruled(self, learnt: Mapping[str, float]) -> "Calibration":
        """Return the same, but for the aspects whose temperature was learnt on this computer."""
        return Calibration({**self.temperatures, **learnt})

    @classmethod
    def of_gate(cls, gate: Mapping[str, str | float | bool] | None) -> "Calibration":
        """Return what a pack's gate tells."""
        told = (gate or {}).items()
        return cls(
            {
                name.removeprefix(TEMPERATURES): float(value)
                for name, value in told
                if name.startswith(TEMPERATURES) and float(value) > 0
            }
        )

    def judged(self, aspect: Aspect, scores: NDArray[np.floating]) -> SceneLabel:
        """Return the likeliest label of an aspect, from one score (a logarithm) for each label."""
        temperature = self.temperatures.get(aspect.name)
        shares = softmax(scores / (temperature or 1.0))
        best = int(np.argmax(shares))
        least = SURE_UNCALIBRATED if temperature is None else SURE
        score = float(shares[best])
        return SceneLabel(aspect.name, aspect.labels[best].name, score, score < least)


class Descriptions:
    """The vectors of all labels of the taxonomy, as one pair of encoders sees them."""

    def __init__(self, pair: EncoderPair) -> None:
        """Make them."""
        self._vectors = {
            aspect.name: np.stack([self._mean(pair.embed_texts(label.seen)) for label in aspect.labels])
            for aspect in taxonomy().aspects
        }

    def scores(self, aspect: Aspect, image: NDArray[np.float32], *, scale: float) -> NDArray[np.float32]:
        """Return a score for each label: the larger, the likelier."""
        return np.asarray(scale * (self._vectors[aspect.name] @ image), dtype=np.float32)

    @staticmethod
    def _mean(rows: NDArray[np.float32]) -> NDArray[np.float32]:
        mean = rows.mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


def triage_by_encoders(
    pair: EncoderPair,
    descriptions: Descriptions,
    page: PageView,
    *,
    calibration: Calibration,
    manner: Manner,
) -> Answer:
    """Sort a photo by comparing it with descriptions of each label.

    Args:
        pair: Opened.
        descriptions: Of this pair.
        page: The photo.
        calibration: Of the pack.
        manner: How it is asked.

    Raises:
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The picture cannot be used.
    """
    words, begun = words_of(manner.language), perf_counter()
    image = pair.embed_images([page.pixels], cancel=manner.cancel)[0]
    labels = [
        calibration.judged(aspect, descriptions.scores(aspect, image, scale=pair.scale))
        for aspect in taxonomy().aspects
    ]
    name, version = name_and_version(pair.pack_id)
    provenance = Provenance(
        pair.pack_id,
        name,
        version,
        pair.precision,
        f"taxonomy-{taxonomy().version}",
        settings=_settings(calibration),
        seconds=perf_counter() - begun,
    )
    return _answer(labels, words, provenance)


def triage_by_choice(
    model: ImageTextModel, page: PageView, *, calibration: Calibration, manner: Manner
) -> Answer:
    """Sort a photo by having a model choose among the labels, one question after the other.

    Raises:
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The picture does not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    words = words_of(manner.language)
    labels, spoken = [], []
    for aspect in taxonomy().aspects:
        if manner.cancel():
            raise CancelledError("Sorting this photo was stopped.")
        said, label = _choose(model, page, aspect, words, calibration, manner)
        spoken.append(said)
        labels.append(label)
    first = spoken[0].provenance
    provenance = Provenance(
        first.pack_id,
        first.pack_name,
        first.pack_version,
        first.precision,
        f"taxonomy-{taxonomy().version} {words.prompt_version}",
        "\n".join(each.provenance.prompt for each in spoken),
        {**first.settings, **_settings(calibration)},
        sum(each.provenance.tokens for each in spoken),
        sum(each.provenance.seconds for each in spoken),
        first.prefill_seconds,
        mean_probability(tuple(p for each in spoken for p in each.made.probabilities)),
    )
    return _answer(labels, words, provenance)


def _choose(
    model: ImageTextModel,
    page: PageView,
    aspect: Aspect,
    words: Words,
    calibration: Calibration,
    manner: Manner,
) -> tuple[Spoken, SceneLabel]:
    said, scores = scores_by_choice(model, page, aspect, words, manner)
    label = calibration.judged(aspect, scores)
    chances = np.exp(scores)
    nothing = said.made.choices.get(NOT_FOUND, 0.0)
    knows = said.made.mass >= LEAST_MASS and nothing < chances.max()
    if not knows:
        # Of what the model would have liked to say, not of the labels alone: else a shrug reads as 100 %.
        of_labels = said.made.mass * float(chances.sum() / max(chances.sum() + nothing, 1e-9))
        score = label.score * of_labels
        label = SceneLabel(label.aspect, label.label, score, unsure=True)
    return said, label


def scores_by_choice(
    model: ImageTextModel, page: PageView, aspect: Aspect, words: Words, manner: Manner
) -> tuple[Spoken, NDArray[np.float64]]:
    """Have a model choose among the labels of an aspect; return what it said, and a score for each label.

    Raises:
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The picture does not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    texts = tuple(label.words[words.language] for label in aspect.labels)
    prompt = words.prompts["triage"].replace("{question}", aspect.question[words.language])
    said = speak(
        model,
        page,
        prompt.replace("{labels}", "; ".join(texts)),
        task="triage",
        words=words,
        manner=manner,
        max_tokens=1,
        bare=aspect.question[words.language],
        constraint=Choices(texts),
    )
    chances = np.array([said.made.choices.get(text, 0.0) for text in texts], dtype=np.float64)
    return said, np.log(np.maximum(chances, 1e-9))


def _answer(labels: Sequence[SceneLabel], words: Words, provenance: Provenance) -> Answer:
    told = [taxonomy().words(each.aspect, each.label, words.language) for each in labels if not each.unsure]
    return Answer(
        AnswerTask.TRIAGE,
        "",
        words.language,
        "; ".join(told),
        findings=tuple(Finding(Concern.UNSURE, each.aspect) for each in labels if each.unsure),
        labels=tuple(labels),
        provenance=provenance,
    )


def _settings(calibration: Calibration) -> dict[str, str | float | bool]:
    told = {f"temperature {name}": value for name, value in sorted(calibration.temperatures.items())}
    return {"calibrated": bool(told), **told}


def softmax(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return shares that sum up to 1, along the last axis."""
    shifted = np.exp(np.asarray(scores, dtype=np.float64) - np.max(scores, axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def fit_temperature(scores: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """Return the temperature that makes shares into probabilities (Guo et al. 2017).

    Args:
        scores: One row for each photo, one column for each label.
        labels: The right column of each photo.

    Returns:
        The temperature, from 0.05 to 20, with the least negative logarithm of the likelihood.
    """
    rows = np.arange(len(labels))

    def loss(logarithm: float) -> float:
        shares = softmax(scores / np.exp(logarithm))[rows, labels]
        return float(-np.log(np.maximum(shares, 1e-12)).mean())

    # Golden-section search: in the logarithm of the temperature the loss has one valley.
    low, high, ratio = np.log(0.05), np.log(20.0), (np.sqrt(5) - 1) / 2
    while high - low > 1e-3:
        first, second = high - ratio * (high - low), low + ratio * (high - low)
        if loss(first) < loss(second):
            high = second
        else:
            low = first
    return float(np.exp((low + high) / 2))
