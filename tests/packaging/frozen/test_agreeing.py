"""Two readings are compared line by line, and none passes that reads nothing."""

import argparse
import sys

import pytest


@pytest.fixture
def agreeing(part):
    return part("frozen.agreeing")


def test_each_line_that_differs_is_told_with_its_place(agreeing):
    ours = {"a.jpg, page 1": ["one", "two"], "b.jpg, page 1": ["x"]}
    theirs = {"a.jpg, page 1": ["one", "tvvo", "three"]}
    assert agreeing.differences(ours, ours) == []
    assert agreeing.differences(ours, theirs) == [
        ("a.jpg, page 1, line 2", "two", "tvvo"),
        ("a.jpg, page 1, line 3", "", "three"),
        ("b.jpg, page 1, line 1", "x", ""),
    ]


def test_lines_are_known_by_document_and_page(agreeing):
    pages = [{"index": 0, "text": "one\ntwo"}, {"index": 1, "text": ""}]
    told = {"documents": [{"source_path": f"{folder}/a.pdf", "pages": pages} for folder in "xy"]}
    assert agreeing.lines_of(told) == {
        "x/a.pdf, page 1": ["one", "two"],
        "x/a.pdf, page 2": [],
        "y/a.pdf, page 1": ["one", "two"],
        "y/a.pdf, page 2": [],
    }


def test_documents_are_those_that_are_named_and_those_in_folders(agreeing, tmp_path):
    (tmp_path / "b.PNG").touch()
    (tmp_path / "a.jpg").touch()
    (tmp_path / "a.truth.json").touch()
    found = agreeing.documents_in([tmp_path, tmp_path / "a.jpg"])
    assert [each.name for each in found] == ["a.jpg", "b.PNG", "a.jpg"]
    with pytest.raises(SystemExit, match="no document"):
        agreeing.documents_in([tmp_path / "a.truth.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="its stand-in is a script of a shell")
def test_a_program_that_fails_ends_the_comparison_with_its_words(agreeing, tmp_path):
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho 'no pack is installed' >&2\nexit 5\n")
    program.chmod(0o755)
    with pytest.raises(SystemExit, match="no pack is installed"):
        agreeing.read([str(program)], [tmp_path / "a.jpg"], None)


@pytest.mark.parametrize(("text", "code"), [("Nom: Amina", 0), ("Norn: Amina", 1)])
def test_the_word_ends_with_1_where_a_line_differs(agreeing, tmp_path, monkeypatch, capsys, text, code):
    def read(command, _files, _shipped):
        return {"a.jpg, page 1": ["Nom: Amina" if command[0] == sys.executable else text]}, 1.0

    monkeypatch.setattr(agreeing, "read", read)
    (tmp_path / "a.jpg").touch()
    assert agreeing.run(argparse.Namespace(documents=[tmp_path], frozen=tmp_path)) == code
    assert f"1 lines, {code} of them" in capsys.readouterr().out
