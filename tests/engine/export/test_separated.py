"""CSV that opens right in spreadsheets and runs nothing there."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.cells import protected, unprotected
from engine.export.rows import COLUMNS
from engine.export.separated import write_csv

DANGEROUS = st.sampled_from(
    ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "'=", "''+", "=cmd|'/C calc'!A0", "-5", '"']
)
TEXTS = st.builds(lambda start, rest: start + rest, DANGEROUS | st.just(""), st.text(max_size=20))


def written(*documents) -> bytes:
    stream = io.BytesIO()
    write_csv(documents, stream)
    return stream.getvalue()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_for_each_line_with_all_columns(make):
    line = make.line("Amina", doubts=("low-confidence", "engines-disagree"), language="sw", cell=(2, 1))
    (row,) = rows(written(make.document(make.page([line], index=3))))
    assert tuple(row) == COLUMNS
    facts = (
        "register.jpg",
        "4",
        "1",
        "Amina",
        "no",
        "",
        "0.97",
        "low-confidence engines-disagree",
        "Latn",
        "sw",
    )
    assert tuple(row.values())[:10] == facts
    assert (row["row"], row["column"], row["left"], row["bottom"]) == ("3", "2", "100", "140")


def test_excel_sees_utf_8_and_windows_line_ends(make):
    data = written(make.document(make.page([make.line("الاسم")])))
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") and "الاسم".encode() in data


def test_a_correction_shows_both_texts(make):
    line = make.line("Arnina")
    (row,) = rows(written(make.document(make.page([replace(line, text="Amina")], model_texts=[line.text]))))
    assert (row["text"], row["corrected"], row["as_read"]) == ("Amina", "yes", "Arnina")


@pytest.mark.parametrize(
    "text", ["=1+1", "+254712000111", "-cmd", "@SUM(A1)", "\tx", "\rx", "-5-3", "\uff1d1", "-1.2.3"]
)
def test_what_could_run_gets_an_apostrophe(text):
    assert protected(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-1,250.75", "-0.5", "5", "Amina", "", "'quoted'", "a=b", "١٢"])
def test_numbers_and_plain_texts_stay_as_they_are(text):
    assert protected(text) == text


@given(TEXTS)
def test_protection_can_be_undone_exactly(text):
    assert unprotected(protected(text)) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_any_text_comes_back_and_none_begins_a_formula(make, texts):
    found = rows(written(make.document(make.page([make.line(text) for text in texts]))))
    assert [unprotected(row["text"]) for row in found] == texts
    for row in found:
        if row["text"][:1] in ("=", "+", "-", "@", "\t", "\r", "\n"):
            assert row["text"][0] == "-" and float(row["text"].replace(",", "")) <= 0
