"""Photos are sorted by a published taxonomy, and what is not likely enough is unsure."""

import numpy as np
import pytest

from engine.answer import AnswerTask, Concern
from engine.taxonomy import taxonomy
from engine.vision import NOT_FOUND
from engine.vision.tasks.speaking import Manner
from engine.vision.tasks.triage import (
    Calibration,
    Descriptions,
    fit_temperature,
    softmax,
    triage_by_choice,
    triage_by_encoders,
)
from engine.vision.tasks.words import LANGUAGES

from .conftest import ScriptedModel

CALIBRATED = Calibration({aspect.name: 1.0 for aspect in taxonomy().aspects})
UNKNOWN = Calibration({})


class WordPair:
    """Follows the face of EncoderPair: texts that share words lie close; a picture is like one text."""

    pack_id, precision, scale, bias = "clip-2-0123456789ab", "fp32", 20.0, 0.0

    def __init__(self, shown):
        self.shown = shown

    def embed_texts(self, texts):
        rows = np.zeros((len(texts), 512), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.split():
                if word not in ("a", "photo", "of", "the", "by", "and", "with"):
                    row[sum(map(ord, word)) * 7919 % 512] = 1
            row[511] = 0.1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def embed_images(self, images, *, cancel):
        return self.embed_texts([self.shown] * len(images))


def labels(answer):
    return {each.aspect: each for each in answer.labels}


def test_a_pair_of_encoders_sorts_by_the_nearest_descriptions(photo):
    pair = WordPair("a photo of houses standing in flood water flooded street")
    answer = triage_by_encoders(pair, Descriptions(pair), photo, calibration=CALIBRATED, manner=Manner("fr"))
    flood = labels(answer)["disaster-type"]
    assert (flood.label, flood.unsure) == ("flood", False)
    assert 0.6 <= flood.score <= 1
    assert answer.task is AnswerTask.TRIAGE
    assert "inondation" in answer.text
    assert (answer.provenance.pack_name, answer.provenance.settings["calibrated"]) == ("clip", True)


def test_without_calibration_more_is_asked_of_a_label(photo):
    def choices(wanted):
        return {text: 0.7 if text in ("flood", "severe") else 0.3 / len(wanted.all) for text in wanted.all}

    sure = triage_by_choice(
        ScriptedModel([], choices=choices), photo, calibration=CALIBRATED, manner=Manner()
    )
    assert not labels(sure)["disaster-type"].unsure
    unsure = triage_by_choice(ScriptedModel([], choices=choices), photo, calibration=UNKNOWN, manner=Manner())
    assert labels(unsure)["disaster-type"].unsure
    assert unsure.provenance.settings["calibrated"] is False
    told = [finding.about for finding in unsure.findings if finding.concern is Concern.UNSURE]
    assert "disaster-type" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_chooses_among_the_labels_in_the_language_asked_for(photo, language):
    def choices(wanted):
        return {text: 0.9 if number == 0 else 0.01 for number, text in enumerate(wanted.all)}

    model = ScriptedModel([], choices=choices)
    answer = triage_by_choice(model, photo, calibration=CALIBRATED, manner=Manner(language))
    assert [each.label for each in answer.labels] == [aspect.labels[0].name for aspect in taxonomy().aspects]
    assert len(model.asked) == len(taxonomy().aspects)
    assert answer.text.split("; ")[1] == taxonomy().aspects[1].labels[0].words[language]


@pytest.mark.parametrize(
    ("mass", "not_found"), [(0.01, 0.0), (1.0, 0.95)], ids=["wants to say something else", "does not know"]
)
def test_a_model_that_does_not_know_is_unsure(photo, mass, not_found):
    def choices(wanted):
        shares = {text: 0.9 if number == 0 else 0.01 for number, text in enumerate(wanted.all)}
        return {**shares, NOT_FOUND: not_found}

    model = ScriptedModel([], choices=choices, mass=mass)
    answer = triage_by_choice(model, photo, calibration=CALIBRATED, manner=Manner())
    assert all(each.unsure for each in answer.labels)
    assert all(each.score < 0.6 for each in answer.labels), "a shrug is not told as a likely label"
    assert answer.text == ""


def test_the_temperature_of_a_pack_comes_from_its_gate():
    gate = {"triage.temperature.damage-severity": 2.5, "anls": 0.7, "triage.temperature.informative": "1.5"}
    assert Calibration.of_gate(gate).temperatures == {"damage-severity": 2.5, "informative": 1.5}
    assert Calibration.of_gate(None).temperatures == {}


@pytest.mark.parametrize("true", [0.5, 1.0, 3.0])
def test_a_fitted_temperature_makes_shares_into_probabilities(true):
    chance = np.random.default_rng(1)
    logits = chance.normal(size=(8000, 4)) * 2
    labels = np.array([chance.choice(4, p=row) for row in softmax(logits)])
    assert fit_temperature(logits * true, labels) == pytest.approx(true, rel=0.1)
