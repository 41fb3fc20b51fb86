"""Exporting from the command line, in every format."""

import pytest

from engine.errors import ExitCode
from engine.export import FORMATS


@pytest.mark.parametrize("name", [each.name for each in FORMATS if each.name != "pdf"])
def test_every_format_is_written_to_a_folder(run, document, tmp_path, name):
    told = run("export", "-f", name, "-o", tmp_path / "out", "--json")
    assert told.code == 0, told.err
    assert [path.stat().st_size > 0 for path in (tmp_path / "out").iterdir()] == [True]
    assert len(told.json["files"]) == 1


def test_text_can_be_printed(run, document):
    told = run("export", document[:6], "-o", "-")
    assert "Village: Kalobeyei" in told.out


def test_corrections_are_exported(run, document):
    run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    assert "Amina" in run("export", document, "-f", "jsonl", "-o", "-").out


def test_names_follow_a_template(run, document, tmp_path):
    run("export", "-o", tmp_path, "--name", "{number}-{name}")
    assert [path.name for path in tmp_path.glob("*.txt")] == ["1-registration.txt"]


def test_a_file_that_is_there_is_never_replaced_unasked(run, document, tmp_path):
    target = tmp_path / "all.csv"
    target.write_text("mine")
    assert run("export", "-f", "csv", "-o", target).code != 0
    assert target.read_text() == "mine"
    assert run("export", "-f", "csv", "-o", target, "--overwrite").code == 0
    assert target.read_text() != "mine"


def test_an_unknown_format_names_those_there_are(run, document):
    told = run("export", "-f", "docx")
    assert told.code != 0
    assert "xlsx" in told.err


def test_pages_that_are_not_read_yet_are_told(run, library, scan, tmp_path):
    run("add", scan)
    told = run("export", "-o", tmp_path / "out")
    assert "not read" in told.err


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_documents_of_which_nothing_is_read_get_no_file_and_are_named(run, library, scan, tmp_path, name):
    run("add", scan)
    told = run("export", "-f", name, "-o", tmp_path / "out", "--json")
    assert told.code == ExitCode.SOME_FAILED
    assert "scan.jpg" in told.err
    assert told.json["files"] == []
    assert [each["name"] for each in told.json["left_out"]] == ["scan.jpg"]
    assert not (tmp_path / "out").exists()


def test_what_is_read_is_exported_beside_what_is_not(run, document, scan, tmp_path):
    run("add", scan)
    told = run("export", "-o", tmp_path / "all.csv")
    assert told.code == ExitCode.SOME_FAILED
    assert "1 document not read yet or not readable, and left out: scan.jpg" in told.err
    assert "Kalobeyei" in (tmp_path / "all.csv").read_text(encoding="utf-8")


def test_plain_text_holds_the_words_alone_and_the_doubt_is_told_beside_it(run, document, tmp_path):
    told = run("export", document, "-o", tmp_path / "a.txt")
    assert told.code == 0
    assert "2 of 5 lines are doubtful; the format 'md' marks them." in told.err
    assert "?" not in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "doubtful" in run("export", document, "-o", "-").err
    assert "doubtful" not in run("export", document, "-f", "md", "-o", tmp_path / "a.md").err


@pytest.mark.parametrize("name", ["all.zip", "all.xls", "all.docx", "all.json"])
@pytest.mark.parametrize("format_name", [(), ("-f", "csv")])
def test_a_file_of_another_kind_is_refused_with_the_endings_there_are(
    run, document, tmp_path, name, format_name
):
    told = run("export", "-o", tmp_path / name, *format_name)
    assert told.code == ExitCode.USAGE
    assert all(each.suffix in told.err for each in FORMATS)
    assert not (tmp_path / name).exists()


def test_the_option_that_replaces_a_file_is_named(run, document, tmp_path):
    (tmp_path / "all.csv").touch()
    assert "add --overwrite" in run("export", "-o", tmp_path / "all.csv").err


def test_an_empty_library_has_nothing_to_export(run, library):
    assert run("export").code == ExitCode.USAGE


def test_the_format_is_what_the_name_ends_in(run, document, tmp_path):
    told = run("export", document, "-o", tmp_path / "all.csv")
    assert told.code == 0, told.err
    assert (tmp_path / "all.csv").read_text(encoding="utf-8-sig").startswith("document,page")
    assert run("export", document, "-f", "pdf", "-o", tmp_path / "letter.txt").code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("filter_", "files"),
    [
        (("--status", "read"), 1), (("--status", "queued"), 0), (("--language", "ar"), 1),
        (("--language", "sw"), 0), (("--below", "0.7"), 1),
        (("--below", "70%"), 1), (("--below", "70"), 1), (("--below", "50%"), 0),
        (("--below-confidence", "0.5"), 0), (("--batch", "today"), 0),
    ],
)  # fmt: skip
def test_filters_choose_what_list_lists(run, document, tmp_path, filter_, files):
    assert run("list", *filter_, "--json").json["total"] == files
    told = run("export", "-o", tmp_path / "out", *filter_, "--json")
    if files:
        assert len(told.json["files"]) == files
    else:
        assert told.code == ExitCode.USAGE
        assert "no document to export" in told.err


def test_what_was_added_together_is_exported_together(run, document, scan, tmp_path):
    batch = run("add", scan, "--json").json["batch"]
    assert [each["name"] for each in run("list", "--batch", batch, "--json").json["documents"]] == [
        "scan.jpg"
    ]
    assert run("export", "--batch", batch, "-f", "csv", "-o", "-").out.count("registration") == 0


def test_documents_are_named_or_filtered_and_not_both(run, document):
    assert run("export", document, "--status", "read").code == ExitCode.USAGE
