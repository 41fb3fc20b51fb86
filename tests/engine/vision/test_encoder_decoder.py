"""A decoder that attends to an encoder's result takes that result in once, and answers the same."""

import pytest

from engine.vision import Choices, ContextOverflowError, ImageTextModel, Limits, PackUnfitError
from tests.engine.vision.handmade import picture, write_captioner

LIMITS = Limits(30)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    return {
        merged: ImageTextModel.open(write_captioner(folder / f"{merged}", merged=merged))
        for merged in (True, False)
    }


def answer(model, question="", seed=5, **further):
    seen = model.see(picture(seed=seed), key=str(seed), profile="balanced")
    return model.generate(seen, question, limits=LIMITS, **further)


def test_keys_of_the_encoder_from_later_runs_are_ignored(opened):
    """A merged graph gives empty ones from its second run on: who keeps those attends to nothing."""
    for question in ("", "What?", "a longer question about the road"):
        merged, plain = answer(opened[True], question), answer(opened[False], question)
        assert merged.tokens == plain.tokens
        assert merged.probabilities == pytest.approx(plain.probabilities, abs=1e-5)


def test_beams_attend_to_the_picture_too(opened):
    assert answer(opened[True], beams=3).tokens == answer(opened[False], beams=3).tokens


def test_choices_are_weighed_alike(opened):
    wanted = Choices(("a road", "a house", "no"))
    first, second = (answer(opened[merged], "What?", constraint=wanted) for merged in (True, False))
    assert first.choices == pytest.approx(dict(second.choices), rel=1e-3)


@pytest.mark.parametrize("merged", [True, False])
def test_the_answer_is_about_the_picture_in_hand(opened, merged):
    model = opened[merged]
    first, other = answer(model, seed=5), answer(model, seed=6)
    assert first.tokens != other.tokens
    assert answer(model, seed=5).tokens == first.tokens


def test_without_a_picture_there_is_no_answer(opened):
    with pytest.raises(PackUnfitError):
        opened[True].generate(None, "What?")


def test_a_question_that_does_not_fit_is_told(opened):
    with pytest.raises(ContextOverflowError):
        answer(opened[True], "long " * 60)
