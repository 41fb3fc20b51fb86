"""What a person sees on a terminal: colours, whole directions of writing, and nothing that steers it."""

import io

import pytest
from rich.console import Console

from engine.cli.desk import Desk
from engine.cli.showing import show_document
from engine.cli.work_on import duration
from engine.library import NewDocument


@pytest.fixture
def terminal():
    """A desk at a terminal of 100 columns; what it shows is in ``desk.out.file``."""
    console = Console(file=io.StringIO(), force_terminal=True, width=100, highlight=False)
    return Desk(out=console, err=console)


def test_arabic_is_kept_apart_from_the_numbers_before_it(terminal, library, document):
    show_document(terminal, library, library.documents.get(document))
    shown = terminal.out.file.getvalue()
    assert "\u2068اسم المستفيد: مريم\u2069" in shown
    assert "\u2068Household" not in shown


def test_nothing_follows_the_text_of_a_line(terminal, library, document):
    """A terminal that turns Arabic round would move it."""
    show_document(terminal, library, library.documents.get(document))
    [line] = [line for line in terminal.out.file.getvalue().splitlines() if "مريم" in line]
    assert line.rstrip().removesuffix("\x1b[0m").endswith("\u2069")


def test_text_from_a_file_cannot_steer_the_terminal(terminal):
    terminal.print("before \x1b]0;owned\x07 after \x9b31m")
    shown = terminal.out.file.getvalue()
    assert not any(mark in shown for mark in ("\x1b]", "\x07", "\x9b"))
    terminal.table(("a",), [("\x1b[2J",)])
    assert "\x1b[2J" not in terminal.out.file.getvalue()


def test_a_long_text_is_shown_in_part_with_where_the_rest_is(terminal, library, document):
    show_document(terminal, library, library.documents.get(document), most_lines=1)
    assert f"2 more lines: sanduku show {document[:8]} --page 1" in terminal.out.file.getvalue()


def test_a_document_that_is_not_read_says_so(terminal, library):
    added = library.documents.add(NewDocument("x.jpg", "image/jpeg", 1, content=b"x"))
    show_document(terminal, library, library.documents.get(added.document_id))
    shown = terminal.out.file.getvalue()
    assert "queued" in shown
    assert "(not read)" in shown


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0 s"), (89, "89 s"), (90, "2 min"), (5399, "90 min"), (5400, "1.5 h")]
)
def test_times_are_told_as_a_person_says_them(seconds, said):
    assert duration(seconds) == said


def test_a_name_that_is_too_long_for_its_column_goes_on_below(terminal):
    terminal.table(("id", "name"), [("7f3k", "a" * 150 + "-the-end")])
    assert "-the-end" in terminal.out.file.getvalue().replace("\n", "").replace(" ", "")


def test_messages_break_between_words(terminal):
    terminal.warn("extraordinarily " * 20)
    lines = terminal.out.file.getvalue().splitlines()
    assert len(lines) > 1
    assert all(line.rstrip().endswith("extraordinarily") for line in lines if line.strip())
