"""JSON Lines hold everything that is known of a page."""

import io
import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.answer import Answer, AnswerTask, Concern, Finding
from engine.export import ExportAnswer
from engine.export.jsonlines import SCHEMA, write_jsonl
from engine.reading import Alternative, line_from_json


def rows(*documents) -> list[dict]:
    stream = io.BytesIO()
    write_jsonl(documents, stream)
    return [json.loads(row) for row in stream.getvalue().decode("utf-8").split("\n") if row]


def test_one_object_a_page_with_its_document(make):
    pages = [make.page([make.line("one")]), make.page([make.line("two")], index=1)]
    first, second, other = rows(make.document(*pages), make.document(make.page([]), name="b.png"))
    assert (first["schema"], first["page"], second["page"]) == (SCHEMA, 1, 2)
    assert first["document"]["name"] == "register.jpg" and other["document"]["name"] == "b.png"
    assert (first["text"], first["width"], first["dpi"], first["origin"]) == (
        "one",
        1240,
        150.0,
        "recognised",
    )


def test_a_line_comes_back_losslessly(make):
    line = make.line(
        "أمينة", doubts=("engines-disagree",), alternatives=(Alternative("أمنية", "tesseract", 0.4),)
    )
    (row,) = rows(make.document(make.page([line])))
    assert line_from_json(row["lines"][0]) == line


def test_corrections_show_what_the_model_read(make):
    lines = [make.line(text) for text in ("same", "wrong", "missed", "confirmed")]
    page = make.page(lines, model_texts=[None, "wr0ng", "", "confirmed"])
    (row,) = rows(make.document(page))
    assert [(line["number"], line["corrected"], line["as_read"]) for line in row["lines"]] == [
        (1, False, None),
        (2, True, "wr0ng"),
        (3, True, ""),
        (4, False, None),
    ]


def test_answers_tell_whose_words_they_are_and_what_speaks_against_them(make):
    findings = (Finding(Concern.NOT_ON_PAGE, "42"),)
    answer = Answer(AnswerTask.ASK, "How many?", "en", "42 tents", findings=findings)
    given = [
        ExportAnswer(answer, "12 tents", "corrected", "2026-03-02T10:00:00+00:00", fits=True),
        ExportAnswer(answer, "42 tents", "none", "2026-03-01T10:00:00+00:00", fits=False),
    ]
    page = replace(make.page([make.line("12 tents")]), answers=tuple(given))
    (row,) = rows(make.document(page))
    told = [(each["text"], each["as_answered"], each["review"], each["fits"]) for each in row["answers"]]
    assert told == [("12 tents", "42 tents", "corrected", True), ("42 tents", None, "none", False)]
    assert row["answers"][0]["doubtful"]
    assert Answer.from_json({**row["answers"][1]}) == answer


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text())
def test_any_text_stays_on_one_row(make, text):
    (row,) = rows(make.document(make.page([make.line(text)])))
    assert row["lines"][0]["text"] == text
