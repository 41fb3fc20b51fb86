"""Showing a document marks doubt, and loses nothing of the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.cli.desk import Desk
from engine.cli.showing import NO_TEXT
from engine.errors import ExitCode
from engine.library import NewDocument
from engine.pipeline.stages import _no_text
from engine.reading import PageQuality
from tests.engine.cli.conftest import line, reading_of


def test_doubtful_lines_carry_a_mark_and_their_confidence(run, document):
    told = run("show", document[:6])
    doubtful = [line for line in told.out.splitlines() if line.strip().startswith(("2 ?", "2  ?"))]
    assert any("62%" in line and "Arnina" in line for line in doubtful)
    assert any("Signed" in line for line in doubtful), (
        "engines that disagree are doubt, whatever the confidence"
    )
    assert "1 line of 3 to check" in told.out


def test_a_pipe_gets_no_colours_and_no_marks_of_direction(run, document):
    told = run("show", document).out
    assert "\x1b" not in told
    assert "\u2068" not in told
    assert "اسم المستفيد: مريم" in told


def test_plain_gives_the_text_alone(run, document):
    told = run("show", document, "--plain", "--page", "1")
    assert told.out == "Household registration\nName: Arnina Yusuf\nVillage: Kalobeyei\n"


def test_json_holds_every_line_with_its_doubt(run, document):
    found = run("show", document, "--json").json
    assert [page["index"] for page in found["pages"]] == [0, 1]
    lines = found["pages"][0]["lines"]
    assert [line["number"] for line in lines] == [1, 2, 3]
    assert [line["doubtful"] for line in lines] == [False, True, False]
    assert lines[1]["text"] == "Name: Arnina Yusuf"
    assert lines[1]["confidence"] == 0.62
    assert found["pages"][0]["seconds"] == 0.25


def test_json_can_be_narrowed_to_a_page(run, document):
    assert [page["index"] for page in run("show", document, "--page", "2", "--json").json["pages"]] == [1]


def test_the_original_comes_back_byte_for_byte(run, document, tmp_path):
    target = tmp_path / "original.jpg"
    assert run("show", document, "--original", target).code == 0
    assert target.read_bytes() == b"the original bytes"
    assert run("show", document, "--original", target).code != 0, "and it overwrites nothing"


def test_a_page_that_is_not_there_is_told(run, document):
    told = run("show", document, "--page", "9")
    assert told.code == ExitCode.NOT_FOUND
    assert "no page 9" in told.err


def test_an_unknown_document_is_told_with_what_to_do(run, document):
    told = run("show", "zzzz")
    assert told.code == ExitCode.NOT_FOUND
    assert "What to do: Run 'sanduku list'" in told.err


def test_where_the_rest_is_names_the_library_that_was_chosen():
    desk = Desk(library_folder=Path.home() / "trial library")
    assert desk.command("show 7f3k") == f'sanduku show 7f3k --library "{Path("~", "trial library")}"'
    assert Desk().command("show 7f3k") == "sanduku show 7f3k"


def test_a_document_in_the_trash_is_shown_as_such(run, document):
    run("trash", "put", document)
    assert "in the trash" in run("show", document).out


@pytest.mark.parametrize(
    ("lines", "warning", "said"),
    [
        ((), "No text was found on this page.", "  No text was found on this page.\n"),
        (
            (line("", 0.0, doubts=("unreadable",)),),
            "No text was found on this page. Its image is blurred: a better one may show more.",
            "  No text could be read on this page; 1 place may hold some. Its image is blurred: a better one",
        ),
    ],
)
def test_a_page_without_text_is_told_in_one_message(run, library, lines, warning, said):
    document_id = library.documents.add(NewDocument("x.jpg", "image/jpeg", 1, content=b"x")).document_id
    job = library.jobs.claim("a test", lease_seconds=60)
    library.jobs.complete(
        job,
        replace(reading_of(lines), warnings=(warning, "Its colours are off.")),
        image=None,
        thumbnail=None,
    )
    told = run("show", document_id).out
    assert said in told
    assert told.count("No text") == 1
    assert "to check" not in told
    assert "Note: Its colours are off." in told
    assert len(run("show", document_id, "--json").json["pages"][0]["lines"]) == len(lines)


def test_that_a_page_has_no_text_is_told_as_the_pipeline_begins_it():
    assert _no_text(PageQuality()) == NO_TEXT
    assert _no_text(PageQuality(remarks=("dark",))).startswith(f"{NO_TEXT} ")


def test_the_doubtful_lines_can_be_shown_alone_with_their_numbers(run, document):
    told = run("show", document, "--doubtful").out
    assert "Household" not in told
    assert "  2 ?  62%  Name: Arnina Yusuf" in told
    assert run("show", document, "--doubtful", "--plain").out == "Name: Arnina Yusuf\nSigned\n"
    pages = run("show", document, "--doubtful", "--json").json["pages"]
    assert [[line["number"] for line in page["lines"]] for page in pages] == [[2], [2]]
    run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    assert "No line of 3 to check." in run("show", document, "--doubtful", "--page", "1").out


def test_a_document_is_found_by_its_name_if_no_other_has_it(run, library, document):
    assert "Kalobeyei" in run("show", "registration.jpg").out
    assert "Kalobeyei" in run("show", "registration").out
    other = library.documents.add(NewDocument("registration.jpg", "image/jpeg", 1, content=b"another"))
    told = run("show", "registration.jpg")
    assert told.code == ExitCode.NOT_FOUND
    assert "Several documents have this name" in told.err
    assert f"{document[:8]} (registration.jpg)" in told.err
    assert f"{other.document_id[:8]} (registration.jpg)" in told.err


def test_an_id_that_begins_as_others_do_lists_them(run, library):
    ids = [
        library.documents.add(
            NewDocument(f"{number}.jpg", "image/jpeg", 1, content=bytes([number]))
        ).document_id
        for number in range(40)
    ]
    first = next(
        letter
        for letter in "0123456789abcdefghijklmnopqrstuvwxyz"
        if sum(each.startswith(letter) for each in ids) > 1
    )
    told = run("show", first)
    assert told.code == ExitCode.NOT_FOUND
    assert "id that begins so" in told.err
    assert sum(f"{each[:8]} (" in told.err for each in ids if each.startswith(first)) > 1


def test_a_part_of_a_name_is_answered_with_the_documents_that_have_it(run, document):
    told = run("show", "regist")
    assert told.code == ExitCode.NOT_FOUND
    assert f"{document[:8]} (registration.jpg)" in told.err


def test_remarks_on_an_image_are_joined_as_a_sentence():
    told = _no_text(PageQuality(remarks=("dark", "uneven-light", "small")))
    assert "Its image is dark, unevenly lit and small:" in told
    told = _no_text(PageQuality(remarks=("dark", "low-contrast", "small")))
    assert "Its image is dark, has little contrast and is small:" in told
