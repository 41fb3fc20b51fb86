"""Corrections out of an exported CSV file: exactly what was edited, all of it or nothing."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli.correction_file import read_rows, rewritten_by_a_spreadsheet
from engine.errors import BadInputError, ExitCode, NotFoundError
from engine.export import fingerprint

WRITTEN = (
    lambda day: f"{day:%d/%m/%Y}", lambda day: f"{day.day}.{day.month}.{day.year % 100:02}",
    lambda day: f"{day:%m-%d-%y}", lambda day: f"{day:%Y-%m-%d}", lambda day: f"{day:%d %B %Y}",
    lambda day: f"{day:%b %d, %Y}", lambda day: f"{day:%Y%m%d}", lambda day: f"{day:%d-%b-%y}",
    lambda day: str((day - date(1899, 12, 30)).days), lambda day: str((day - date(1904, 1, 1)).days),
)  # fmt: skip
"""The ways in which people and spreadsheet programs write a date."""


@pytest.fixture
def exported(run, document, tmp_path):
    """The CSV file of a document of five lines."""
    path = tmp_path / "lines.csv"
    assert run("export", document, "-o", path).code == 0
    return path


def edit(path, *changes, delimiter=",", encoding="utf-8-sig"):
    """Give rows, counted from 0, another text, as a person with a spreadsheet does."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    for place, text in changes:
        rows[place]["text"] = text
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(stream.getvalue(), encoding=encoding, newline="")


def texts(run, document):
    pages = run("show", document, "--json").json["pages"]
    return [line["text"] for page in pages for line in page["lines"]]


def test_edited_texts_become_corrections_and_the_rest_stays(run, document, exported):
    edit(exported, (1, "Name: Amina Yusuf"), (3, "اسم المستفيد: مريم علي"))
    told = run("correct", "--from-csv", exported, "--author", "Neema")
    assert told.code == 0, told.err
    assert "2 lines corrected. 3 rows without a change." in told.out
    assert texts(run, document)[1] == "Name: Amina Yusuf"
    assert texts(run, document)[3] == "اسم المستفيد: مريم علي"
    assert (
        run("correct", document, "--page", "1", "--history", "--json").json["corrections"][0]["author"]
        == "Neema"
    )


def test_a_dry_run_tells_the_same_and_changes_nothing(run, library, document, exported):
    before, entries = texts(run, document), library.changes.last_sequence()
    edit(exported, (1, "Name: Amina Yusuf"))
    told = run("correct", "--from-csv", exported, "--dry-run")
    assert told.code == 0
    assert "Name: Arnina Yusuf -> Name: Amina Yusuf" in told.out
    assert "nothing was changed" in told.out
    assert (texts(run, document), library.changes.last_sequence()) == (before, entries)


def test_a_file_that_was_taken_over_changes_nothing_the_second_time(run, library, document, exported):
    edit(exported, (1, "Name: Amina Yusuf"))
    run("correct", "--from-csv", exported)
    entries = library.changes.last_sequence()
    assert "0 lines corrected. 5 rows without a change." in run("correct", "--from-csv", exported).out
    assert library.changes.last_sequence() == entries


def test_a_line_that_was_corrected_meanwhile_is_a_conflict_and_nothing_is_taken_over(run, document, exported):
    run("correct", document, "2", "Name: Amina Yussuf", "--page", "1")
    edit(exported, (0, "Household Registration"), (1, "Name: Amina Yusuf"))
    told = run("correct", "--from-csv", exported)
    assert told.code == ExitCode.BAD_INPUT
    assert "Conflict in row 3" in told.out
    assert "reads 'Name: Amina Yussuf' now" in told.out
    assert texts(run, document)[:2] == ["Household registration", "Name: Amina Yussuf"]
    found = run("correct", "--from-csv", exported, "--json")
    assert found.json["written"] is False
    assert [each["line_number"] for each in found.json["conflicts"]] == [2]
    assert [each["after"] for each in found.json["changes"]] == ["Household Registration"]


def test_what_others_corrected_in_rows_that_were_not_edited_stays(run, document, exported):
    run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    edit(exported, (0, "Household Registration"))
    assert run("correct", "--from-csv", exported).code == 0
    assert texts(run, document)[:2] == ["Household Registration", "Name: Amina Yusuf"]


def test_lines_that_moved_are_a_conflict_and_never_the_wrong_line(run, library, document, exported):
    [first, _] = library.documents.pages(document)
    library.readings.delete_line(first.id, 0, author="Neema")
    edit(exported, (1, "Name: Amina Yusuf"), (2, "Village: Kakuma"))
    told = run("correct", "--from-csv", exported)
    assert told.code == ExitCode.BAD_INPUT
    assert "reads 'Village: Kalobeyei' now" in told.out
    assert "is gone" in told.out


def test_rows_may_be_taken_out_and_put_in_another_order(run, document, exported):
    edit(exported, (1, "Name: Amina Yusuf"))
    head, *rows = exported.read_text(encoding="utf-8-sig").splitlines()
    exported.write_text("\n".join([head, *reversed(rows[:2])]), encoding="utf-8")
    assert "1 line corrected. 1 row without a change." in run("correct", "--from-csv", exported).out


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")], ids=repr
)
def test_it_is_read_as_spreadsheet_programs_save_it(run, document, exported, delimiter, encoding):
    edit(exported, (1, "Name: Amina; Yusuf"), delimiter=delimiter, encoding=encoding)
    assert run("correct", "--from-csv", exported).code == 0
    assert texts(run, document)[1] == "Name: Amina; Yusuf"


def test_two_rows_that_say_different_things_of_a_line_are_a_conflict(run, document, exported):
    edit(exported, (1, "Name: Amina Yusuf"))
    head, *rows = exported.read_text(encoding="utf-8-sig").splitlines()
    other = rows[1].replace("Amina Yusuf", "Amira Yusuf")
    exported.write_text("\n".join([head, *rows, other]), encoding="utf-8")
    assert "Row 3 says 'Name: Amina Yusuf' of this line" in run("correct", "--from-csv", exported).out


def test_what_a_spreadsheet_rewrote_is_not_taken_over(run, document, exported):
    run("correct", document, "1", "00123", "--page", "1")
    run("export", document, "-o", exported, "--overwrite")
    edit(exported, (0, "123"))
    told = run("correct", "--from-csv", exported)
    assert told.code == ExitCode.BAD_INPUT
    assert "seems to have rewritten '00123'" in told.out
    assert texts(run, document)[0] == "00123"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("00123", "123"), ("254712345678", "2.54712E+11"), ("254712345678", "2,54712E+11"), ("12.50", "12.5"),
        ("1/2", "2-Jan"), ("01/02/2020", "1/2/2020"), ("01/02/2020", "2020-02-01"), ("3-4", "03-Apr"),
        ("2023-01-02", "02/01/23"), ("15/01/2024", "2024-01-15 00:00:00"), ("15/01/2024", "45306"),
        ("12:30", "12:30:00"), ("07:05 AM", "7:05:00"), ("12:30", "0.520833333"), ("12 000", "12000"),
        ("1,234", "1234"), ("5%", "0.05"), ("5%", "5.00%"), ("+254712345678", "254712345678"),
        ("03/04/1968", "3/4/68"), ("03/04/1968", "04/03/1968"), ("03/04/68", "1968-04-03"),
        ("12 May 1968", "1968-05-12"), ("12 May 1968", "12/05/68"), ("May 12, 1968", "12.05.1968"),
        ("12 mai 1968", "12-May-68"), ("12 Mei 1968", "5/12/1968"),
        ("\u0661\u0662/\u0660\u0665/1968", "12/05/1968"),
        ("12/05/1921", "7803"), ("12/05/1921", "6341"), ("12/05/1921", "7803.0"), ("20240115", "2024-01-15"),
        ("15/01/2024", "Monday, 15 January 2024"), ("15.01.2024", "15 01 2024"), ("15.01.2024", "15,01,2024"),
        ("12/05/1968 07:30", "1968-05-12"), ("1.2", "02-Jan"), ("45306", "15/01/2024"),
        ("Jan-20", "01/01/2020"),
    ],
)  # fmt: skip
def test_a_spreadsheets_own_doing_is_known(before, after):
    assert rewritten_by_a_spreadsheet(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("00123", "00128"), ("1O23", "1023"), ("01/02/2020", "01/03/2020"), ("Arnina", "Amina"), ("12", ""),
        ("0712 345 678", "0712 345 679"), ("2-Jan", "3-Jan"), ("01/02/2020", "01/02/1920"), ("3-4", "34"),
        ("12 000", "12 500"), ("12:30", "12:38"), ("0712 345 678", "0712345678"), ("nan", "inf"),
        ("12/05/1968", "12/05/1969"), ("12 May 1968", "13 May 1968"), ("Roorn 12", "Room 12"),
        ("10 Marn", "10 Maria"), ("Mary 12 Juma 5", "Mary 12 Juma 6"), ("010203", "020103"),
        ("12/13/14/15", "12"),
    ],
)  # fmt: skip
def test_a_persons_own_correction_is_none(before, after):
    assert not rewritten_by_a_spreadsheet(before, after)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "lacks the column"),
        (b"a,b\n1,2\n", "lacks the column 'document_id'"),
        (b"\xff\xfe\x00", "saved as UTF-8"),
        ("document_id,page,line,text,fingerprint\né".encode("latin-1"), "saved as UTF-8"),
        (b"document_id,page,line,text,fingerprint\nx,one,1,a,t\n", "Row 2 is not whole"),
        (b"document_id,page,line,text,fingerprint\nx,1\n", "Row 2 is not whole"),
        (b"document_id,page,line,text,fingerprint\nx,0,1,a,t\n", "Row 2 is not whole"),
        (b'document_id,page,line,text,fingerprint\nx,1,1,"a,t\n', "no whole CSV"),
    ],
)
def test_a_file_that_is_none_is_refused_plainly(run, library, tmp_path, content, said):
    (tmp_path / "x.csv").write_bytes(content)
    told = run("correct", "--from-csv", tmp_path / "x.csv")
    assert told.code == ExitCode.BAD_INPUT
    assert said in told.err
    assert "What to do" in told.err


@given(st.binary(max_size=200))
def test_any_bytes_end_in_rows_or_in_a_plain_error(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("csv") / "x.csv"
    for data in (content, b"document_id,page,line,text,fingerprint\n" + content):
        path.write_bytes(data)
        try:
            read_rows(path)
        except BadInputError as error:
            assert error.remedy


def test_a_file_that_is_not_there_is_told(run, library, tmp_path):
    assert run("correct", "--from-csv", tmp_path / "none.csv").code == ExitCode.NOT_FOUND
    with pytest.raises(NotFoundError):
        read_rows(tmp_path)


def test_documents_that_are_gone_are_conflicts(run, library, document, exported):
    library.trash.put(document)
    library.trash.purge(document)
    edit(exported, (0, "x"))
    assert "There is no such document" in run("correct", "--from-csv", exported).out


def test_a_file_goes_with_nothing_else(run, document, exported):
    assert run("correct", document, "--from-csv", exported).code == ExitCode.USAGE
    assert run("correct", document, "1", "x", "--page", "1", "--dry-run").code == ExitCode.USAGE
    assert run("correct").code == ExitCode.USAGE


def test_a_fault_in_the_middle_takes_all_of_it_back(run, library, document, exported, monkeypatch):
    before, entries = texts(run, document), library.changes.last_sequence()
    edit(exported, (0, "one"), (1, "two"))
    whole = type(library.readings).correct_line

    def fails_at_the_second(self, page_id, line, text, *, author):
        if text == "two":
            raise OSError("the plug is pulled")
        return whole(self, page_id, line, text, author=author)

    monkeypatch.setattr(type(library.readings), "correct_line", fails_at_the_second)
    assert run("correct", "--from-csv", exported).code == ExitCode.BUG
    assert (texts(run, document), library.changes.last_sequence()) == (before, entries)
    assert library.check().sound


@given(st.dates(date(1910, 1, 1), date(2060, 12, 31)), st.sampled_from(WRITTEN), st.sampled_from(WRITTEN))
def test_a_date_that_is_written_in_another_way_is_never_taken_over(day, one, two):
    before, after = one(day), two(day)
    if before != after and not (before.isdigit() and after.isdigit()):
        assert rewritten_by_a_spreadsheet(before, after)


@pytest.mark.parametrize("content", [b"PK\x03\x04 and so on", b"\xd0\xcf\x11\xe0\xa1\xb1 and so on"])
def test_a_workbook_is_told_to_be_none_of_csv(run, library, tmp_path, content):
    (tmp_path / "lines.xlsx").write_bytes(content)
    told = run("correct", "--from-csv", tmp_path / "lines.xlsx")
    assert told.code == ExitCode.BAD_INPUT
    assert "workbook" in told.err
    assert "'CSV UTF-8'" in told.err


@given(st.text(max_size=30))
def test_no_spreadsheet_takes_a_fingerprint_for_a_number(text):
    assert fingerprint(text).startswith("t")
    assert fingerprint(f" {text} ") == fingerprint(text.strip())
