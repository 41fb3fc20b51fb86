"""From photos whose labels are known it is learnt how far shares can be believed, or said why not."""

import numpy as np
import pytest

from engine.vision.tasks.calibrating import (
    FEWEST_PHOTOS,
    CalibrationWorseError,
    FewPhotosError,
    learn,
)


def photos(count, *, overconfidence, labels=3, seed=0):
    """Return scores that are so many times larger than they should be, and what is right."""
    random = np.random.default_rng(seed)
    honest = random.normal(0, 1.5, (count, labels))
    shares = np.exp(honest) / np.exp(honest).sum(axis=1, keepdims=True)
    right = [int(random.choice(labels, p=row)) for row in shares]
    return honest * overconfidence, right


def test_shares_that_were_too_sure_say_afterwards_how_often_they_are_right():
    learnt = learn("damage", *photos(2000, overconfidence=6))
    assert learnt.temperature == pytest.approx(6, rel=0.2)
    assert learnt.error_after < 0.05 < 0.2 < learnt.error_before
    assert learnt.photos == 2000
    assert 0 < learnt.sorted_share < 1
    assert learnt.sorted_right > learnt.right


def test_shares_that_were_too_modest_are_believed_more():
    learnt = learn("damage", *photos(2000, overconfidence=0.3))
    assert learnt.temperature == pytest.approx(0.3, rel=0.2)
    assert learnt.error_after < learnt.error_before


def test_shares_that_were_right_stay_as_they_are():
    learnt = learn("damage", *photos(1000, overconfidence=1))
    assert learnt.temperature == pytest.approx(1, rel=0.25)


@pytest.mark.parametrize("count", [0, 1, FEWEST_PHOTOS - 1])
def test_too_few_photos_are_refused(count):
    scores, right = photos(count, overconfidence=2)
    with pytest.raises(FewPhotosError, match=f"{count} different photos") as caught:
        learn("damage", scores, right)
    assert str(FEWEST_PHOTOS) in caught.value.remedy


@pytest.mark.parametrize("rare", [0, 3])
def test_one_label_alone_or_almost_alone_is_refused(rare):
    scores, _ = photos(200, overconfidence=2)
    with pytest.raises(FewPhotosError):
        learn("damage", scores, [1] * rare + [0] * (200 - rare))


def test_what_does_not_hold_on_the_other_half_is_refused():
    scores, right = np.zeros((200, 2)), np.array([0, 1] * 100)
    # Each label's every second photo is learnt from: those say the right thing, and the others the wrong one.
    for label in (0, 1):
        places = np.nonzero(right == label)[0]
        scores[places[::2], label] = 3
        scores[places[1::2], 1 - label] = 3
    with pytest.raises(CalibrationWorseError, match="other half"):
        learn("damage", scores, list(right))
