"""Corrections from the command line: made, shown, found, taken back."""

from engine.errors import ExitCode


def test_a_correction_stands_and_the_reading_is_kept(run, document):
    told = run("correct", document[:6], "2", "Name: Amina Yusuf", "--author", "Neema")
    assert told.code == 0
    assert "Name: Arnina Yusuf -> Name: Amina Yusuf" in told.out
    assert "✓" in run("show", document).out
    assert run("search", "Amina", "--json").json["total"] == 1
    [made] = run("correct", document, "--history", "--json").json["corrections"]
    assert (made["before"], made["after"], made["author"]) == (
        "Name: Arnina Yusuf",
        "Name: Amina Yusuf",
        "Neema",
    )


def test_a_correction_can_be_taken_back(run, document):
    run("correct", document, "2", "Name: Amina Yusuf")
    assert run("correct", document, "--undo").code == 0
    assert run("show", document, "--plain", "--page", "1").out.splitlines()[1] == "Name: Arnina Yusuf"
    assert run("correct", document, "--undo").code == ExitCode.NOT_FOUND, "there is no other one"


def test_corrections_are_taken_back_one_after_the_other(run, document):
    run("correct", document, "2", "first")
    run("correct", document, "2", "second")
    run("correct", document, "--undo")
    assert run("show", document, "--plain").out.splitlines()[1] == "first"
    run("correct", document, "--undo")
    assert run("show", document, "--plain").out.splitlines()[1] == "Name: Arnina Yusuf"


def test_a_line_without_a_text_is_wrong_use(run, document):
    assert run("correct", document, "2").code == ExitCode.USAGE


def test_a_line_that_is_not_there_is_told(run, document):
    assert run("correct", document, "99", "x").code == ExitCode.NOT_FOUND
    assert run("correct", document, "1", "x", "--page", "7").code == ExitCode.NOT_FOUND


def test_a_line_that_is_not_there_is_told_by_the_number_that_was_given(run, document):
    assert run("correct", document, "99", "x", "--json").error["which"] == "line 99"


def test_what_is_taken_back_is_told(run, document):
    run("correct", document, "2", "Name: Amina Yusuf")
    assert "undo: Name: Amina Yusuf -> Name: Arnina Yusuf" in run("correct", document, "--undo").out
    assert "registration.jpg, page 1" in run("correct", document, "--undo").err


def test_a_line_that_is_removed_is_told_to_be_nothing(run, document):
    assert "-> (nothing)" in run("correct", document, "2", "").out
    assert "(removed)" in run("show", document).out


def test_the_history_names_the_line_that_each_entry_is_about(run, document):
    run("correct", document, "2", "Name: Amina Yusuf")
    run("correct", document, "3", "Village: Kakuma")
    run("correct", document, "--undo")
    told = run("correct", document, "--history").out.splitlines()
    assert [line.split("  ")[2] for line in told] == ["line 2", "line 3", "line 3"]
    found = run("correct", document, "--history", "--json").json["corrections"]
    assert [each["line_number"] for each in found] == [2, 3, 3]


def test_the_history_says_where_a_line_is_gone(run, library, document):
    run("correct", document, "2", "Name: Amina Yusuf")
    [first, _] = library.documents.pages(document)
    library.readings.delete_line(first.id, 1, author="Neema")
    assert run("correct", document, "--history").out.count("a line that is gone") == 2


def test_the_examples_in_the_help_are_indented(run):
    assert "\n     sanduku correct 7f3k 4" in run("correct", "--help").out
    assert "\n     sanduku search amoxicillin" in run("search", "--help").out


def test_the_history_says_that_a_line_was_accepted_as_it_stands(run, library, document):
    [first, _] = library.documents.pages(document)
    library.readings.confirm_line(first.id, 1, author="Neema")
    assert "line 2  accepted: Name: Arnina Yusuf" in run("correct", document, "--history").out
