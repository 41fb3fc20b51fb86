"""Accuracy figures mean what they say."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring import (
    TruthLine,
    TruthPage,
    cer,
    edit_distance,
    fold,
    load_truth,
    read_alto,
    score_page,
    summarise,
    wer,
    word_f1,
)

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
ARABIC = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)


@given(TEXTS | ARABIC)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_unicode_form_of_a_text_does_not_count(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  deux\u00a0mots\n\tici ", "deux mots ici"),
        ("l\u2019\u00e9t\u00e9 \u2014 \u00abici\u00bb \u201coui\u201d", 'l\'\u00e9t\u00e9 - "ici" "oui"'),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("مُحَمَّـــد", "محمد"),
        ("\ufefb\u200f", "لا"),
        ("أحمد إلى آل", "أحمد إلى آل"),
        ("١٢٣", "١٢٣"),
    ],
)
def test_folding_keeps_what_matters_and_drops_what_does_not(typed, folded):
    assert fold(typed) == folded


@given(TEXTS)
def test_a_perfect_reading_has_no_errors(text):
    score = score_page("p", text, text)
    assert (score.cer, score.wer, score.word_f1) == (0.0, 0.0, 1.0)


@given(TEXTS, TEXTS, TEXTS)
def test_edit_distance_is_a_metric(a, b, c):
    assert edit_distance(a, b) == edit_distance(b, a)
    assert (edit_distance(a, b) == 0) == (a == b)
    assert edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c)


@given(st.lists(st.sampled_from(["Jina", "Umri", "Kijiji"]), min_size=1), st.randoms(use_true_random=False))
def test_f1_does_not_ask_for_an_order(words, random):
    shuffled = random.sample(words, len(words))
    assert word_f1(" ".join(words), " ".join(shuffled)) == 1.0


def test_rates_of_a_small_example():
    assert cer("Recibí", "Recibi") == pytest.approx(1 / 6)
    assert wer("Recibí conforme", "Recibi conforme") == pytest.approx(1 / 2)
    assert word_f1("a b c", "c a") == pytest.approx(4 / 5)
    assert cer("ab", "") == 1.0
    assert cer("", "ab") == 2.0


def test_a_long_page_weighs_more_than_a_short_one():
    report = summarise([score_page("long", "a" * 99, "a" * 99), score_page("short", "b", "x")])
    assert report.cer.value == pytest.approx(0.01)
    assert report.pages == 2


@given(st.lists(st.tuples(TEXTS.filter(fold), TEXTS), min_size=1, max_size=6))
def test_the_interval_is_repeatable_and_around_the_rates_of_the_pages(pairs):
    scores = [score_page(str(i), *pair) for i, pair in enumerate(pairs)]
    report = summarise(scores, rounds=50)
    assert report == summarise(scores, rounds=50)
    rates = [score.cer for score in scores]
    assert min(rates) - 1e-9 <= report.cer.low <= report.cer.high <= max(rates) + 1e-9
    assert json.loads(json.dumps(report.to_json()))["pages"] == len(pairs)


def test_reading_nothing_on_an_empty_page_is_perfect():
    report = summarise([score_page("blank", "", "")])
    assert (report.cer.value, report.word_f1.value) == (0.0, 1.0)


def test_no_pages_is_no_score():
    with pytest.raises(ValueError, match="no pages"):
        summarise([])


ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
  <Tags>
    <OtherTag ID="LT1" LABEL="DefaultLine:Typewritten"/>
    <OtherTag ID="LT2" LABEL="DefaultLine:Handwritten"/>
  </Tags>
  <Layout><Page><PrintSpace><TextBlock>
    <TextLine TAGREFS="LT1"><Shape><Polygon POINTS="0 0 10 0 10 5 0 5"/></Shape>
      <String CONTENT="_Pr&#233;sents&#160;: le 1^er ~~~ mai"/></TextLine>
    <TextLine TAGREFS="LT2"><Shape><Polygon POINTS="0,10 10,10 10,20 0,20"/></Shape>
      <String CONTENT="vu"/></TextLine>
    <TextLine TAGREFS="LT1" HPOS="0" VPOS="30" WIDTH="10" HEIGHT="5"><String CONTENT="~~~ ~~~"/></TextLine>
    <TextLine TAGREFS="LT1"><String CONTENT="deux"/><SP/><String CONTENT="mots"/></TextLine>
  </TextBlock></PrintSpace></Page></Layout>
</alto>
"""


def test_alto_of_typewritten_pages_loses_its_marks_and_its_handwriting(tmp_path):
    path = tmp_path / "page.xml"
    path.write_text(ALTO, encoding="utf-8")
    lines, ignored = read_alto(path)
    assert [line.text for line in lines] == ["Présents : le 1er mai", "deux mots"]
    assert lines[0].polygon == ((0, 0), (10, 0), (10, 5), (0, 5))
    assert lines[0].tag == "DefaultLine:Typewritten"
    assert ignored == (((0, 10), (10, 10), (10, 20), (0, 20)), ((0, 30), (10, 30), (10, 35), (0, 35)))


def test_other_alto_keeps_its_underscores(tmp_path):
    path = tmp_path / "page.xml"
    path.write_text(ALTO.replace("Typewritten", "Print"), encoding="utf-8")
    lines, _ = read_alto(path)
    assert lines[0].text == "_Présents\u00a0: le 1^er ~~~ mai"


def test_a_folder_gives_every_page_that_has_its_truth_beside_it(tmp_path: Path):
    (tmp_path / "b.png").touch()
    (tmp_path / "b.xml").write_text(ALTO, encoding="utf-8")
    (tmp_path / "c.png").touch()
    (tmp_path / "c.gt.txt").write_text("نص\n\n", encoding="utf-8")
    (tmp_path / "d.png").touch()
    (tmp_path / "a.pdf").touch()
    truth = {
        "languages": ["sw"],
        "kind": "clinic-register",
        "pages": [
            {"lines": [{"text": "Jina", "quad": [[0, 0], [1, 0], [1, 1], [0, 1]], "language": "sw"}]},
            {"lines": [{"text": "Umri", "quad": None, "language": "sw"}], "ignore": []},
        ],
    }
    (tmp_path / "a.truth.json").write_text(json.dumps(truth), encoding="utf-8")
    pages = load_truth(tmp_path)
    assert [page.name for page in pages] == ["a.pdf", "a.pdf#2", "b.png", "c.png"]
    assert pages[0].lines[0] == TruthLine("Jina", ((0, 0), (1, 0), (1, 1), (0, 1)), "", "sw")
    assert pages[1].lines[0].polygon == ()
    assert pages[3].text == "نص"


def test_what_stands_in_an_ignored_place_does_not_count():
    page = TruthPage(Path("a.png"), 0, (), ignored=(((0, 0), (10, 0), (10, 10), (0, 10)),))
    assert not page.scores_at((5, 5))
    assert page.scores_at((15, 5))
