"""How far a photo fits is told in three steps, and what chance alone would give never stands out."""

import random
from statistics import fmean, pstdev

from desktop.photos.likeness import MARKS, Likeness, Sighting, by_picture, by_words


def told(scores: list[float], score: float) -> Likeness:
    return by_words(score, mean=fmean(scores), deviation=pstdev(scores), count=len(scores))


def test_one_photo_far_above_a_thousand_others_stands_out():
    chance = random.Random(7)
    scores = [chance.gauss(0.2, 0.02) for _ in range(1000)]
    assert told([*scores, 0.4], 0.4) is Likeness.STANDS_OUT
    assert told(scores, 0.23) is Likeness.PERHAPS
    assert told(scores, 0.2) is Likeness.HARDLY


def test_the_best_of_photos_that_all_fit_alike_does_not_stand_out():
    chance = random.Random(11)
    outstanding = 0
    for _ in range(100):
        scores = [chance.gauss(0.2, 0.02) for _ in range(200)]
        outstanding += told(scores, max(scores)) is Likeness.STANDS_OUT
    assert outstanding < 50


def test_a_single_photo_and_photos_that_are_all_the_same_never_stand_out():
    assert told([0.9], 0.9) is Likeness.HARDLY
    assert told([0.3, 0.3, 0.3], 0.3) is Likeness.HARDLY


def test_two_shots_of_one_scene_are_nearly_the_same():
    assert [by_picture(score) for score in (0.99, 0.93, 0.6)] == [
        Likeness.SAME, Likeness.PERHAPS, Likeness.HARDLY
    ]  # fmt: skip


def test_no_likeness_has_the_colour_of_what_is_sure():
    assert all(MARKS[each][1] != "sure" for each in Likeness)


def test_the_page_is_named_where_a_document_has_several(translation):
    translation.use("en")
    assert Sighting(2, True, 0.3, Likeness.PERHAPS, None).words == "Perhaps, page \u20683\u2069"
    assert Sighting(0, False, 0.3, Likeness.PERHAPS, None).words == "Perhaps"
