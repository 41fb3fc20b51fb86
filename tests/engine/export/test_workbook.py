"""Workbooks hold texts as texts, and lose nothing that is too large for a sheet."""

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.export.rows import COLUMNS
from engine.export.workbook import MOST_TABLE_SHEETS, PAGE_COLUMNS, write_xlsx


def opened(*documents, **more) -> openpyxl.Workbook:
    stream = io.BytesIO()
    write_xlsx(documents, stream, **more)
    stream.seek(0)
    return openpyxl.load_workbook(stream)


def values(sheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


def test_lines_pages_and_tables_have_their_sheets(make):
    table = [("Name", "Age"), ("Amina", "34")]
    book = opened(make.document(make.page([make.line("Title"), *make.table(table, block=1)])))
    assert book.sheetnames == ["Lines", "Pages", "Table 1"]
    assert values(book["Lines"])[0] == COLUMNS and len(values(book["Lines"])) == 6
    assert values(book["Pages"])[0] == PAGE_COLUMNS
    assert values(book["Pages"])[1][:5] == ("register.jpg", 1, 5, 0, 0)
    assert values(book["Table 1"])[:3] == [("register.jpg, page 1", None), *table]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "http://example.org", "007", "{=A1}", "mailto:a@b.c"]
)
def test_texts_stay_texts(make, text):
    cell = opened(make.document(make.page([make.line(text)])))["Lines"]["D2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_confidence_and_places_are_numbers(make):
    row = values(opened(make.document(make.page([make.line("x")])))["Lines"])[1]
    assert row[COLUMNS.index("confidence")] == 0.97 and row[COLUMNS.index("left")] == 100


def test_arabic_sheets_run_from_the_right(make):
    arabic = [*make.table([("الاسم", "العمر"), ("أمينة", "34")]), make.line("ملاحظة", block=1)]
    book = opened(make.document(make.page(arabic)))
    assert [book[name].sheet_view.rightToLeft for name in ("Lines", "Table 1")] == [True, True]
    book = opened(make.document(make.page(make.table([("Name", "Age"), ("Amina", "34")]))))
    assert not any(book[name].sheet_view.rightToLeft for name in ("Lines", "Table 1"))


def test_a_full_sheet_goes_on_in_the_next(make):
    book = opened(make.document(make.page([make.line(str(number)) for number in range(10)])), most_rows=5)
    sheets = [name for name in book.sheetnames if name.startswith("Lines")]
    assert sheets == ["Lines", "Lines 2", "Lines 3"]
    assert all(values(book[name])[0] == COLUMNS for name in sheets)
    assert [row[3] for name in sheets for row in values(book[name])[1:]] == [
        str(number) for number in range(10)
    ]


@pytest.mark.parametrize(
    "text", ["a" * 70_000, "\U0001f600" * 20_000], ids=["plain", "two units a character"]
)
def test_a_text_too_long_for_a_cell_goes_on_below(make, text):
    sheet = opened(make.document(make.page([make.line(text), make.line("next")])))["Lines"]
    column = [row[3] for row in values(sheet)[1:]]
    assert "".join(column[:-1]) == text and column[-1] == "next"
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in column)


def test_a_text_of_just_the_limit_stays_in_one_cell(make):
    sheet = opened(make.document(make.page([make.line("a" * 32_767)])))["Lines"]
    assert len(values(sheet)) == 2


def test_very_many_tables_share_a_sheet(make):
    lines = [
        line
        for number in range(MOST_TABLE_SHEETS + 2)
        for line in make.table([(f"n{number}", "v"), ("a", "b")], block=number)
    ]
    book = opened(make.document(make.page(lines)))
    assert len(book.sheetnames) == 2 + MOST_TABLE_SHEETS + 1
    last = [row[0] for row in values(book["More tables"])]
    assert {f"n{MOST_TABLE_SHEETS}", f"n{MOST_TABLE_SHEETS + 1}"} <= set(last)


def test_corrections_are_counted_and_shown(make):
    line = make.line("Arnina")
    book = opened(make.document(make.page([replace(line, text="Amina")], model_texts=[line.text])))
    assert values(book["Lines"])[1][3:6] == ("Amina", "yes", "Arnina")
    assert values(book["Pages"])[1][4] == 1


def test_the_same_documents_give_the_same_bytes(make):
    def data() -> bytes:
        stream = io.BytesIO()
        write_xlsx([make.document(make.page([make.line("x")]))], stream)
        return stream.getvalue()

    assert data() == data()


PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=30)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(PRINTABLE, min_size=1, max_size=5))
def test_any_text_comes_back(make, texts):
    sheet = opened(make.document(make.page([make.line(text) for text in texts])))["Lines"]
    assert [row[3] for row in values(sheet)[1:]] == texts


def test_characters_that_xml_forbids_do_not_break_the_file(make):
    sheet = opened(make.document(make.page([make.line("a\x00b\ud800c\uffff")])))["Lines"]
    assert values(sheet)[1][3] == "a\ufffdb\ufffdc\ufffd"


class Pipe(io.RawIOBase):
    """Takes what is written, and can go back no step."""

    def __init__(self, *, closed_by_reader: bool = False) -> None:
        self.taken = b""
        self._gone = closed_by_reader

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        if self._gone:
            raise BrokenPipeError
        self.taken += bytes(data)
        return len(data)


def test_a_workbook_goes_through_a_pipe(make):
    pipe = Pipe()
    write_xlsx([make.document(make.page([make.line("Amina")]))], pipe)
    assert openpyxl.load_workbook(io.BytesIO(pipe.taken))["Lines"]["D2"].value == "Amina"


def test_a_pipe_that_nobody_reads_any_more_is_no_fault(make):
    with pytest.raises(BrokenPipeError):
        write_xlsx([make.document(make.page([make.line("Amina")]))], Pipe(closed_by_reader=True))
