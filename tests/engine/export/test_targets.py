"""What an export will write is told before, and is what it writes."""

from datetime import date

import pytest

from engine.export import Existing, export_documents, plan_export
from engine.export.errors import NameTemplateError, SeveralDocumentsError, WrongEndingError

TODAY = date(2026, 11, 21)


@pytest.fixture
def documents(make):
    return [make.document(make.page([make.line(name)]), name=name) for name in ("a.jpg", "a.png", "con.pdf")]


@pytest.mark.parametrize("existing", [Existing.REPLACE, Existing.NUMBER])
@pytest.mark.parametrize("separate", [True, False])
@pytest.mark.parametrize("format_name", ["txt", "csv"])
def test_what_is_listed_is_what_is_written(tmp_path, documents, existing, separate, format_name):
    options = {"name_template": "{name} {date}", "separate": separate, "existing": existing, "today": TODAY}
    (tmp_path / "a 2026-11-21.txt").write_text("mine")
    (tmp_path / "sanduku-export.csv").write_text("mine")
    plan = plan_export(documents, format_name, tmp_path, **options)
    written = export_documents(documents, format_name, tmp_path, **options)
    assert [file.path for file in plan] == written
    assert sum(file.documents for file in plan) == 3


def test_files_that_are_there_are_told(tmp_path, documents):
    (tmp_path / "a.txt").write_text("mine")
    plan = plan_export(documents, "txt", tmp_path)
    assert [(file.path.name, file.exists) for file in plan] == [
        ("a.txt", True), ("a (2).txt", False), ("_con.txt", False)
    ]  # fmt: skip


def test_numbering_keeps_both_files(tmp_path, documents):
    (tmp_path / "a.txt").write_text("mine")
    written = export_documents(documents[:1], "txt", tmp_path, existing=Existing.NUMBER)
    assert [path.name for path in written] == ["a (2).txt"]
    assert (tmp_path / "a.txt").read_text() == "mine"
    target = tmp_path / "all.csv"
    target.write_text("mine")
    assert [path.name for path in export_documents(documents, "csv", target, existing=Existing.NUMBER)] == [
        "all (2).csv"
    ]


def test_a_format_for_many_documents_can_make_a_file_of_each(tmp_path, documents):
    written = export_documents(documents, "csv", tmp_path, separate=True)
    assert [path.name for path in written] == ["a.csv", "a (2).csv", "_con.csv"]
    assert "con.pdf" in written[2].read_text(encoding="utf-8")


def test_names_know_date_and_language(tmp_path, make):
    document = make.document(make.page([make.line("x")]), name="a.jpg")
    object.__setattr__(document, "languages", ("ar", "fr"))
    [file] = plan_export([document], "txt", tmp_path, name_template="{date} {language} {name}", today=TODAY)
    assert file.path.name == "2026-11-21 ar-fr a.txt"
    object.__setattr__(document, "languages", ())
    [file] = plan_export([document], "txt", tmp_path, name_template="{language}")
    assert file.path.name == "und.txt"


def test_a_plan_refuses_what_the_export_would(tmp_path, documents):
    with pytest.raises(NameTemplateError):
        plan_export(documents, "txt", tmp_path, name_template="{secret}")
    with pytest.raises(SeveralDocumentsError):
        plan_export(documents, "pdf", tmp_path / "all.pdf")
    with pytest.raises(WrongEndingError):
        plan_export(documents, "pdf", tmp_path / "all.txt")


def test_planning_fetches_no_page(tmp_path, make):
    def pages():
        raise AssertionError("a page was fetched")
        yield

    document = make.document()
    object.__setattr__(document, "pages", pages())
    assert len(plan_export([document], "pdf", tmp_path)) == 1
