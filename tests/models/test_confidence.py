"""What confidences are worth is learnt from lines drawn for that purpose, and never makes readings worse."""

import pytest

from engine.geometry import Quad
from engine.ocr.calibration import Unit
from engine.ocr.combine import Opinion, combine
from engine.ocr.engines import Recognised
from engine.reading import Word
from models.confidence import (
    Example,
    TooFewFontsError,
    distance,
    find_fonts,
    learn_script,
)

BOX = Quad.from_box(0, 0, 10, 10)


def heard(engine, text, confidence):
    words = tuple(Word(word, BOX, confidence) for word in text.split())
    return Opinion(engine, Recognised(text, confidence, words))


def example(number, *, first_right, second_right):
    truth = f"word {number}"
    first = heard("ppocr", truth if first_right else f"w0rd {number}", 0.95 if first_right else 0.4)
    second = heard("tesseract", truth if second_right else f"vvord {number}", 0.9 if second_right else 0.3)
    return Example(truth, (first, second))


def test_a_second_engine_that_helps_may_replace_words():
    lines = [example(n, first_right=n % 4 > 0, second_right=n % 9 > 0) for n in range(300)]
    learnt = learn_script("Latn", lines)
    assert learnt.margin("ppocr", "tesseract", "Latn") < float("inf")
    combined = sum(distance(e.truth, combine(e.opinions, learnt).text) for e in lines)
    alone = sum(distance(e.truth, e.opinions[0].reading.text) for e in lines)
    assert combined < alone


def test_a_second_engine_that_misleads_may_not():
    lines = [
        Example("paid", (heard("ppocr", "paid", 0.5), heard("tesseract", "said" if n % 3 else "paid", 0.99)))
        for n in range(300)
    ]
    learnt = learn_script("Latn", lines)
    assert learnt.margin("ppocr", "tesseract", "Latn") == float("inf")


def test_agreement_is_worth_more_than_dispute():
    lines = [example(n, first_right=n % 4 > 0, second_right=n % 4 > 0 and n % 9 > 0) for n in range(300)]
    learnt = learn_script("Latn", lines)
    agreed, disputed = (
        learnt.probability("ppocr", "Latn", unit, 0.7) for unit in (Unit.AGREED, Unit.DISPUTED)
    )
    assert agreed > disputed


def test_too_few_fonts_are_told_with_their_packages(tmp_path):
    with pytest.raises(TooFewFontsError, match="fonts-dejavu"):
        find_fonts(tmp_path, "Latn")


@pytest.mark.parametrize(
    ("one", "two", "steps"), [("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("l’a", "l'a", 0)]
)
def test_distance_counts_letters_but_no_typography(one, two, steps):
    assert distance(one, two) == distance(two, one) == steps
