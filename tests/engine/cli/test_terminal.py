"""What a person sees on a terminal: colours, whole directions of writing, and nothing that steers it."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from engine.cli.desk import Desk
from engine.cli.showing import show_document
from engine.cli.tables import shortened
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


def test_no_name_is_turned_round_wherever_it_is_told(terminal):
    name = "holiday\u202egpj.exe"
    terminal.print(f"a result about {name}")
    terminal.say(f"a message about {name}")
    terminal.warn(f"a warning about {name}")
    terminal.table(("name",), [(name,)])
    shown = terminal.out.file.getvalue()
    assert "\u202e" not in shown
    assert shown.count("holiday\\u202egpj.exe") == 4


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


def test_a_name_that_is_too_long_is_shortened_in_its_middle(terminal):
    terminal.table(("id", "name"), [("7f3k", "the-beginning-" + "a" * 150 + "-the-end.jpg")])
    shown = terminal.out.file.getvalue()
    assert "the-beginning-" in shown
    assert "…" in shown
    assert "-the-end.jpg" in shown
    assert len(shown.splitlines()) == 2


LISTED = ("id", "status", "pages", "least sure", "languages", "added", "name")


@pytest.mark.parametrize("width", [100, 60, 40, 30])
def test_on_a_narrow_terminal_columns_go_and_no_word_is_broken(width):
    console = Console(file=io.StringIO(), width=width, highlight=False, force_terminal=True, no_color=True)
    row = (
        "7f3k9d2c",
        "partly-read",
        "12/14",
        "62%",
        "en ar sw",
        "2026-01-31",
        "distribution-list-january.jpg",
    )
    Desk(out=console, err=console).table(LISTED, [row])
    shown = re.sub(r"\x1b\[[0-9;]*m", "", console.file.getvalue()).splitlines()
    assert len(shown) == 2
    assert max(map(len, shown)) <= width
    assert "7f3k9d2c" in shown[1]
    assert ("2026-01-31" in shown[1]) == (width == 100)
    assert "partly-read" in shown[1]


def test_sentences_go_on_below_between_their_words():
    console = Console(file=io.StringIO(), width=50, highlight=False, force_terminal=True, no_color=True)
    Desk(out=console, err=console).table(
        ("file", "what is wrong", "what to do"),
        [("notes.txt", "This is no image and no PDF.", "Choose photographs or scans instead of it.")],
    )
    words = re.sub(r"\x1b\[[0-9;]*m", "", console.file.getvalue()).split()
    assert {"photographs", "instead", "notes.txt"} <= set(words)


@given(st.text(max_size=40), st.integers(1, 30))
def test_a_shortened_name_never_takes_more_room_than_it_has(text, width):
    assert cell_len(shortened(text, width)) <= width or cell_len(text) <= width


def test_messages_break_between_words(terminal):
    terminal.warn("extraordinarily " * 20)
    lines = terminal.out.file.getvalue().splitlines()
    assert len(lines) > 1
    assert all(line.rstrip().endswith("extraordinarily") for line in lines if line.strip())
