"""Several engines give one reading: never invented, never worse without notice, and honest about dispute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry import Quad
from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.combine import ENGINES_DISAGREE, VALUE_DISPUTED, Opinion, combine, is_value
from engine.ocr.engines import Recognised
from engine.reading import Word

STRAIGHT = Reliability((0.0, 1.0), (0.0, 1.0))
ENGINES = ("ppocr", "tesseract", "easyocr")


def calibrated(margin=0.0, tables=None):
    plain = {(engine, "Latn", unit): STRAIGHT for engine in ENGINES for unit in Unit}
    margins = {("ppocr", other, "Latn"): margin for other in ENGINES[1:]}
    return Calibration({**plain, **(tables or {})}, margins if margin is not None else {})


def opinion(engine, text, *confidences, line=None):
    said = confidences or (0.9,)
    tokens = text.split()
    each = said * len(tokens) if len(said) == 1 else said
    words = tuple(
        Word(token, Quad.from_box(10 * at, 0, 10 * at + 9, 10), c)
        for at, (token, c) in enumerate(zip(tokens, each, strict=True))
    )
    return Opinion(engine, Recognised(text, line if line is not None else min(each, default=0.0), words))


texts = st.text(alphabet=st.sampled_from("ab 1é'Ñ"), min_size=1, max_size=14).map(
    lambda t: " ".join(t.split())
)
opinions = st.lists(
    st.tuples(texts, st.floats(0, 1)), min_size=1, max_size=3
).map(lambda said: [opinion(e, t, c) for e, (t, c) in zip(ENGINES, said, strict=False)])  # fmt: skip


@given(texts.filter(bool), st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_what_all_read_alike_comes_out_verbatim(text, confidences):
    heard = [opinion(engine, text, c) for engine, c in zip(ENGINES, confidences, strict=False)]
    agreed = combine(heard, calibrated())
    assert agreed.text == text
    assert agreed.words == heard[0].reading.words
    assert agreed.doubts == agreed.alternatives == ()


@given(opinions, st.one_of(st.none(), st.floats(-5, 5)))
def test_confidence_is_a_probability(heard, margin):
    assert 0 <= combine(heard, calibrated(margin)).confidence <= 1


@given(opinions, st.floats(-50, 5))
def test_every_word_was_read_by_some_engine(heard, margin):
    read = {word for given in heard for word in given.reading.text.split()}
    assert set(combine(heard, calibrated(margin)).text.split()) <= read


@given(opinions)
def test_without_a_learnt_margin_the_first_engine_stands(heard):
    first = next((given for given in heard if given.reading.text), None)
    assert combine(heard, calibrated(None)).text == (first.reading.text if first else "")


@given(opinions)
def test_every_other_reading_is_kept_as_an_alternative(heard):
    outcome = combine(heard, calibrated(-50))
    kept = {outcome.text, *(other.text for other in outcome.alternatives)}
    assert {given.reading.text for given in heard if given.reading.text} <= kept


@given(opinions)
def test_dispute_is_doubt_and_agreement_is_none(heard):
    read = {given.reading.text for given in heard if given.reading.text}
    assert bool(combine(heard, calibrated()).doubts) == (len(read) > 1)


def test_nothing_read_is_nothing_said():
    outcome = combine([opinion("ppocr", ""), opinion("tesseract", "")], calibrated())
    assert (outcome.text, outcome.confidence) == ("", 0.0)


def test_an_engine_that_reads_nothing_has_no_say():
    outcome = combine([opinion("ppocr", ""), opinion("tesseract", "name")], calibrated())
    assert (outcome.text, outcome.engine) == ("name", "tesseract")


def test_the_surer_engine_wins_word_by_word():
    heard = [
        opinion("ppocr", "the qulck fox", 0.95, 0.3, 0.95),
        opinion("tesseract", "tne quick fox", 0.4, 0.9, 0.9),
    ]
    outcome = combine(heard, calibrated())
    assert outcome.text == "the quick fox"
    assert outcome.engine == "ppocr+tesseract"
    assert [word.text for word in outcome.words] == ["the", "quick", "fox"]


def test_the_second_engine_can_give_spaces_back():
    heard = [
        opinion("ppocr", "give thereceipt back", 0.9, 0.4, 0.9),
        opinion("tesseract", "give the receipt back"),
    ]
    assert combine(heard, calibrated()).text == "give the receipt back"


def test_two_engines_outvote_one_that_is_surer_than_either():
    heard = [
        opinion("ppocr", "paid", 0.97),
        opinion("tesseract", "said", 0.8),
        opinion("easyocr", "said", 0.8),
    ]
    assert combine(heard, calibrated()).text == "said"


def test_the_margin_keeps_the_better_engine_from_being_overruled():
    heard = [opinion("ppocr", "paid", 0.8), opinion("tesseract", "said", 0.9)]
    assert combine(heard, calibrated(margin=0.0)).text == "said"
    assert combine(heard, calibrated(margin=2.0)).text == "paid"


@pytest.mark.parametrize("second", ["12/03/1987", "12/08/1937 x"])
def test_a_disputed_number_is_doubtful_however_sure_the_engines_are(second):
    heard = [opinion("ppocr", "12/08/1987", 0.99), opinion("tesseract", second, 0.99)]
    outcome = combine(heard, calibrated(None))
    assert outcome.doubts == (ENGINES_DISAGREE, VALUE_DISPUTED)
    assert outcome.confidence <= 0.5


def test_typographic_signs_are_no_dispute():
    heard = [opinion("ppocr", "l’âge – “total”"), opinion("tesseract", 'l\'âge - "total"')]
    outcome = combine(heard, calibrated())
    assert outcome.text == "l’âge – “total”"
    assert outcome.doubts == ()


def test_tables_without_measurements_lower_dispute_below_agreement():
    bare = Calibration()
    agreed = bare.probability("new", "Latn", Unit.AGREED, 0.8)
    alone = bare.probability("new", "Latn", Unit.LINE, 0.8)
    disputed = bare.probability("new", "Latn", Unit.DISPUTED, 0.8)
    assert disputed < alone < agreed


@pytest.mark.parametrize("text", ["12", "A7", "١٢", "Amina", "محمد", "n° 3"])
def test_numbers_codes_and_names_are_values(text):
    assert is_value(text)


@pytest.mark.parametrize("text", ["", "and", "the house", "-", "I"])
def test_plain_words_are_not(text):
    assert not is_value(text)
