"""An engine's confidence becomes a probability, by tables learnt from lines of our own."""

from hypothesis import given
from hypothesis import strategies as st

from engine.ocr.calibration import Calibration, Reliability, Unit, load_calibration

examples = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80)


@given(examples, st.floats(0, 1), st.floats(0, 1))
def test_more_confidence_never_means_less_probability(learnt, one, two):
    table = Reliability.learn([said for said, _ in learnt], [right for _, right in learnt])
    assert table(min(one, two)) <= table(max(one, two))


@given(examples, st.floats(allow_nan=True, allow_infinity=True))
def test_any_confidence_gives_a_probability(learnt, said):
    table = Reliability.learn([said for said, _ in learnt], [right for _, right in learnt])
    assert 0 <= table(said) <= 1


def test_a_curve_follows_how_often_the_engine_was_right():
    said = [0.2] * 50 + [0.8] * 50
    right = [n % 10 < 1 for n in range(50)] + [n % 10 < 9 for n in range(50)]
    table = Reliability.learn(said, right, bins=2)
    assert abs(table(0.2) - 0.1) < 0.05
    assert abs(table(0.8) - 0.9) < 0.05


def test_no_engine_is_always_right():
    assert Reliability.learn([0.9] * 20, [True] * 20)(1.0) < 1


def test_tables_survive_being_written():
    table = Reliability((0.1, 0.9), (0.2, 0.95))
    tables = Calibration({("ppocr", "Latn", Unit.LINE): table}, {("ppocr", "tesseract", "Latn"): 1.5})
    again = Calibration.from_json(tables.to_json())
    assert again == tables
    assert again.fingerprint == tables.fingerprint


def test_the_shipped_tables_know_the_engines_that_we_ship():
    shipped = load_calibration()
    for engine, script in [("ppocr", "Latn"), ("tesseract", "Latn"), ("tesseract", "Arab")]:
        assert (engine, script, Unit.LINE) in shipped.tables
        assert (engine, script, Unit.WORD) in shipped.tables
    assert ("ppocr", "Latn", Unit.AGREED) in shipped.tables
    assert ("ppocr", "Latn", Unit.DISPUTED) in shipped.tables
