"""Exports, read back with other programs: everything is there, nothing runs, and of nobody else."""

import csv
import io
import json

import openpyxl
import pyarrow.parquet as pq
import pytest
from sqlalchemy import delete

from headquarters.export.files import FORMATS
from headquarters.export.rows import COLUMNS, records_to_export
from headquarters.records.listing import RecordFilter, Shelf
from headquarters.records.tables import Document
from headquarters.review import correcting
from tests.headquarters.persons import signed_in
from tests.headquarters.world import build_world

FORMULA = '=HYPERLINK("http://evil")'


@pytest.fixture
def world(headquarters):
    with headquarters.database.transaction() as session:
        world = build_world(headquarters, session)
        document = world.laptop.add("formulas.jpg")
        document.read(FORMULA, "+254 700 000000", "-5", "@cmd", "x" * 40_000)
        world.laptop.send()
        _, person = signed_in(session, world.logins["reviewer"], headquarters.clock.now())
        english = world.documents["english"]
        correcting.correct_line(
            session,
            person,
            english.id,
            english.pages[0],
            "0",
            text="Name: Amina",
            previous=None,
            now=headquarters.clock.now(),
        )
        return world


@pytest.fixture
def export(headquarters, world):
    def make(name, wanted=None):
        stream = io.BytesIO()
        with headquarters.database.snapshot() as session:
            FORMATS[name].write(records_to_export(session, world.team, wanted or RecordFilter()), stream)
        return stream.getvalue()

    return make


def rows_of_csv(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_every_line_and_no_cell_runs(export):
    head, *rows = rows_of_csv(export("csv"))
    assert head == [column.name for column in COLUMNS]
    texts = [row[3] for row in rows]
    assert "Name: Amina" in texts
    assert f"'{FORMULA}" in texts
    assert "'+254 700 000000" in texts
    assert "-5" in texts
    assert "'@cmd" in texts
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)
    corrected = next(row for row in rows if row[3] == "Name: Amina")
    assert corrected[4:6] == ["Nmae: Amina Hassan", "hq:reviewer@example.org"]


def test_hxl_has_its_hashtags_in_the_second_row(export):
    head, tags, *rows = rows_of_csv(export("hxl"))
    assert head[0] == "document"
    assert all(tag.startswith("#") for tag in tags)
    assert len({len(row) for row in (head, tags, *rows)}) == 1


def test_jsonl_has_a_record_a_row(export, world):
    records = [json.loads(row) for row in export("jsonl").splitlines()]
    assert {record["id"] for record in records} >= {each.id for each in world.documents.values()}
    english = next(record for record in records if record["id"] == world.documents["english"].id)
    assert [line["text"] for line in english["lines"]] == [
        "Name: Amina",
        "Date of birth: 04/05/1991",
        "Household size: 6",
    ]
    hostile = next(record for record in records if record["id"] == world.documents["hostile"].id)
    assert hostile["tags"] == ['"><script>alert(2)</script>']


def test_parquet_has_types(export):
    table = pq.read_table(io.BytesIO(export("parquet")))
    assert table.column_names == [column.name for column in COLUMNS]
    rows = table.to_pylist()
    first = next(row for row in rows if row["text"] == "Name: Amina")
    assert (first["page"], first["line"], first["confidence"], first["doubtful"]) == (1, 1, 1.0, False)
    assert any(row["text"] == FORMULA for row in rows)


def test_a_workbook_holds_texts_as_texts_and_cuts_nothing_off(export):
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx")))
    rows = list(book["Lines"].iter_rows(min_row=2))
    texts = [row[3] for row in rows]
    formula = next(cell for cell in texts if cell.value == FORMULA)
    assert formula.data_type == "s"
    assert sum(len(cell.value) for cell in texts if cell.value and set(cell.value) == {"x"}) == 40_000
    book.close()


def test_pages_without_text_have_a_row_so_that_nobody_takes_a_document_for_whole(export, headquarters, world):
    with headquarters.database.transaction() as session:
        laptop = world.laptop
        laptop.session, laptop.stream = session, session.merge(laptop.stream)
        document = laptop.add("three pages.pdf", pages=3)
        document.read("Name: Amina")
        document.fail(page=1, code="page.damaged")
        laptop.send()
    head, *rows = rows_of_csv(export("csv"))
    found = [dict(zip(head, row, strict=True)) for row in rows if row[0] == "three pages.pdf"]
    assert [(row["page"], row["text"], row["page_state"], row["page_problem"]) for row in found] == [
        ("1", "Name: Amina", "read", ""),
        ("2", "", "unreadable", "page.damaged"),
        ("3", "", "not-read", ""),
    ]
    records = [json.loads(row) for row in export("jsonl").splitlines()]
    record = next(each for each in records if each["name"] == "three pages.pdf")
    assert record["pages_without_text"] == [
        {"page": 2, "state": "unreadable", "problem": "page.damaged"},
        {"page": 3, "state": "not-read", "problem": None},
    ]


def test_only_what_is_asked_for_goes_out(export, world):
    of_arabic = rows_of_csv(export("csv", RecordFilter(language="ar")))[1:]
    assert {row[16] for row in of_arabic} == {world.documents["arabic"].id}
    assert rows_of_csv(export("csv", RecordFilter(shelf=Shelf.RETURNED)))[1:] == []
    assert "Secret of the other team" not in export("csv").decode()


def test_a_record_that_nobody_read_has_a_row_too(export, world, headquarters):
    with headquarters.database.transaction() as session:
        session.execute(delete(Document).where(Document.team_id == world.team))
        world.laptop.session = session
        document = world.laptop.add("unread.jpg")
        world.laptop.send()
    (row,) = rows_of_csv(export("csv"))[1:]
    assert (row[0], row[3], row[16]) == ("unread.jpg", "", document.id)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_to_export_is_a_whole_file(export, world, headquarters, name):
    with headquarters.database.transaction() as session:
        session.execute(delete(Document).where(Document.team_id == world.team))
    content = export(name)
    if name == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content))["Lines"].max_row == 1
    elif name == "parquet":
        assert pq.read_table(io.BytesIO(content)).num_rows == 0
    elif name == "jsonl":
        assert content == b""
    else:
        assert len(rows_of_csv(content)) == (2 if name == "hxl" else 1)
