"""The rule of corrections holds for whatever a line is, as long as it has an id."""

from dataclasses import dataclass

import pytest

from engine.corrections import LineGoneError, active, applied


@dataclass(frozen=True)
class Text:
    id: str
    text: str


@dataclass(frozen=True)
class Made:
    id: str
    kind: str
    targets: tuple[str, ...] = ()
    replacement: tuple[Text, ...] = ()
    after: str | None = None
    about: str | None = None


PAGE = [Text("0", "one"), Text("1", "two"), Text("2", "three")]


def texts(lines):
    return [line.text for line in lines]


def test_a_line_gives_way_in_its_place():
    step = Made("a", "text", targets=("1",), replacement=(Text("1", "TWO"),))
    assert texts(applied(PAGE, step)) == ["one", "TWO", "three"]


def test_a_split_puts_both_parts_where_the_whole_stood():
    step = Made("a", "split", targets=("1",), replacement=(Text("x", "t"), Text("y", "wo")))
    assert texts(applied(PAGE, step)) == ["one", "t", "wo", "three"]


def test_merged_lines_stand_where_the_first_of_them_stood():
    step = Made("a", "merge", targets=("2", "1"), replacement=(Text("x", "two three"),))
    assert texts(applied(PAGE, step)) == ["one", "two three"]


def test_an_added_line_follows_the_one_it_names_and_else_comes_first():
    assert texts(applied(PAGE, Made("a", "add", replacement=(Text("x", "new"),), after="0")))[1] == "new"
    assert texts(applied(PAGE, Made("a", "add", replacement=(Text("x", "new"),))))[0] == "new"


@pytest.mark.parametrize(
    "step", [Made("a", "delete", targets=("9",)), Made("a", "add", replacement=(Text("x", ""),), after="9")]
)
def test_a_line_that_is_gone_is_said_and_not_guessed(step):
    with pytest.raises(LineGoneError):
        applied(PAGE, step)


def test_undoing_and_redoing_count_in_turn():
    first, second = Made("a", "delete", targets=("0",)), Made("b", "delete", targets=("1",))
    undo, redo = Made("c", "undo", about="a"), Made("d", "redo", about="a")
    assert active([first, second, undo]) == [second]
    assert active([first, second, undo, redo]) == [first, second]
