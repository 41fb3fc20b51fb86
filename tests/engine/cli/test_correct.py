"""Corrections from the command line: made, shown, found, taken back."""

import pytest

from engine.errors import ExitCode


def test_a_correction_stands_and_the_reading_is_kept(run, document):
    told = run("correct", document[:6], "--page", "1", "2", "Name: Amina Yusuf", "--author", "Neema")
    assert told.code == 0
    assert "Name: Arnina Yusuf -> Name: Amina Yusuf" in told.out
    assert "✓" in run("show", document).out
    assert run("search", "Amina", "--json").json["total"] == 1
    [made] = run("correct", document, "--page", "1", "--history", "--json").json["corrections"]
    assert (made["before"], made["after"], made["author"]) == (
        "Name: Arnina Yusuf",
        "Name: Amina Yusuf",
        "Neema",
    )


def test_a_correction_can_be_taken_back(run, document):
    run("correct", document, "--page", "1", "2", "Name: Amina Yusuf")
    assert run("correct", document, "--page", "1", "--undo").code == 0
    assert run("show", document, "--plain", "--page", "1").out.splitlines()[1] == "Name: Arnina Yusuf"
    assert run("correct", document, "--page", "1", "--undo").code == ExitCode.NOT_FOUND, (
        "there is no other one"
    )


def test_corrections_are_taken_back_one_after_the_other(run, document):
    run("correct", document, "--page", "1", "2", "first")
    run("correct", document, "--page", "1", "2", "second")
    run("correct", document, "--page", "1", "--undo")
    assert run("show", document, "--plain").out.splitlines()[1] == "first"
    run("correct", document, "--page", "1", "--undo")
    assert run("show", document, "--plain").out.splitlines()[1] == "Name: Arnina Yusuf"


def test_a_line_without_a_text_is_wrong_use(run, document):
    assert run("correct", document, "--page", "1", "2").code == ExitCode.USAGE


def test_a_line_that_is_not_there_is_told(run, document):
    assert run("correct", document, "--page", "1", "99", "x").code == ExitCode.NOT_FOUND
    assert run("correct", document, "1", "x", "--page", "7").code == ExitCode.NOT_FOUND


def test_a_line_that_is_not_there_is_told_by_the_number_that_was_given(run, document):
    assert run("correct", document, "--page", "1", "99", "x", "--json").error["which"] == "line 99"


def test_what_is_taken_back_is_told(run, document):
    run("correct", document, "--page", "1", "2", "Name: Amina Yusuf")
    assert (
        "undo: Name: Amina Yusuf -> Name: Arnina Yusuf"
        in run("correct", document, "--page", "1", "--undo").out
    )
    assert "registration.jpg, page 1" in run("correct", document, "--page", "1", "--undo").err


def test_a_line_that_is_removed_is_told_to_be_nothing(run, document):
    assert "-> (nothing)" in run("correct", document, "--page", "1", "2", "--delete").out
    assert "(removed)" in run("show", document).out


def test_the_history_names_the_line_that_each_entry_is_about(run, document):
    run("correct", document, "--page", "1", "2", "Name: Amina Yusuf")
    run("correct", document, "--page", "1", "3", "Village: Kakuma")
    run("correct", document, "--page", "1", "--undo")
    told = run("correct", document, "--page", "1", "--history").out.splitlines()
    assert [line.split("  ")[2] for line in told] == [
        f"registration.jpg, page 1, line {number}" for number in (2, 3, 3)
    ]
    found = run("correct", document, "--page", "1", "--history", "--json").json["corrections"]
    assert [each["line_number"] for each in found] == [2, 3, 3]


def test_the_history_says_where_a_line_is_gone(run, library, document):
    run("correct", document, "--page", "1", "2", "Name: Amina Yusuf")
    [first, _] = library.documents.pages(document)
    library.readings.delete_line(first.id, 1, author="Neema")
    assert run("correct", document, "--page", "1", "--history").out.count("a line that is gone") == 2


def test_the_examples_in_the_help_are_indented(run):
    assert "\n     sanduku correct 7f3k 4" in run("correct", "--help").out
    assert "\n     sanduku search amoxicillin" in run("search", "--help").out


def test_the_history_says_that_a_line_was_accepted_as_it_stands(run, library, document):
    [first, _] = library.documents.pages(document)
    library.readings.confirm_line(first.id, 1, author="Neema")
    assert "line 2  accepted: Name: Arnina Yusuf" in run("correct", document, "--page", "1", "--history").out


def test_what_is_taken_back_is_the_last_correction_of_the_line_that_was_named(run, document):
    run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    run("correct", document, "3", "Village: Kakuma", "--page", "1")
    told = run("correct", document, "2", "--page", "1", "--undo")
    assert told.code == 0, told.err
    assert "registration.jpg, page 1, line 2: undo: Name: Amina Yusuf -> Name: Arnina Yusuf" in told.out
    shown = run("show", document, "--plain", "--page", "1").out.splitlines()
    assert shown[1:3] == ["Name: Arnina Yusuf", "Village: Kakuma"]
    refused = run("correct", document, "2", "--page", "1", "--undo")
    assert refused.code == ExitCode.NOT_FOUND
    assert "stands as it was read" in refused.err
    assert run("show", document, "--plain", "--page", "1").out.splitlines() == shown


def test_a_line_that_was_corrected_twice_is_taken_back_one_step_at_a_time(run, document):
    run("correct", document, "2", "first", "--page", "1")
    run("correct", document, "2", "second", "--page", "1")
    run("correct", document, "3", "another line", "--page", "1")
    assert "second -> first" in run("correct", document, "2", "--page", "1", "--undo").out
    assert "first -> Name: Arnina" in run("correct", document, "2", "--page", "1", "--undo").out
    assert run("correct", document, "99", "--page", "1", "--undo").code == ExitCode.NOT_FOUND


@pytest.mark.parametrize("option", ["--undo", "--delete", "--history"])
def test_a_new_text_goes_with_no_other_wish(run, document, option):
    told = run("correct", document, "2", "Name: Amina", "--page", "1", option)
    assert told.code == ExitCode.USAGE
    assert option in told.err
    assert "Arnina" in run("show", document, "--plain").out
    assert run("correct", document, "2", "--page", "1", "--delete", "--undo").code == ExitCode.USAGE


def test_the_history_of_a_line_is_that_lines_alone(run, document):
    run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    run("correct", document, "3", "Village: Kakuma", "--page", "1")
    found = run("correct", document, "3", "--page", "1", "--history", "--json").json["corrections"]
    assert [(each["line_number"], each["page_index"]) for each in found] == [(3, 0)]
    assert found[0]["document_name"] == "registration.jpg"
    assert (
        "nothing was corrected in this line" in run("correct", document, "1", "--page", "1", "--history").err
    )


@pytest.mark.parametrize("wish", [("2", "x"), ("--undo",), ("--history",)])
def test_of_several_pages_one_must_be_named(run, document, wish):
    told = run("correct", document, *wish)
    assert told.code == ExitCode.USAGE
    assert "has 2 pages" in told.err
    assert "--page with a number from 1 to 2" in told.err


def test_an_empty_text_deletes_nothing_by_itself(run, document):
    told = run("correct", document, "2", "", "--page", "1")
    assert told.code == ExitCode.USAGE
    assert "--delete" in told.err
    assert "Arnina" in run("show", document, "--plain").out


def test_correcting_in_the_trash_says_so(run, document):
    run("trash", "put", document)
    told = run("correct", document, "2", "Name: Amina Yusuf", "--page", "1")
    assert told.code == 0
    assert (
        f"in the trash, and stays there; bring it back with 'sanduku trash restore {document[:8]}'"
        in told.err
    )


def test_a_document_may_be_named_instead_of_its_id(run, document):
    assert (
        "registration.jpg, page 1, line 2"
        in run("correct", "registration.jpg", "2", "Name: Amina", "--page", "1").out
    )
