"""Which boxes are pieces of one line."""

import pytest

from engine.geometry import Quad
from engine.ocr.pieces import joined_pieces
from engine.reading import Line


def line(text: str, left: float, top: float, right: float) -> Line:
    return Line(text, Quad.from_box(left, top, right, top + 30), 1.0, "Latn", "test")


def joined(lines: list[Line]) -> list[list[str]]:
    pieces = joined_pieces(lines, pivot=(800, 1000))
    return sorted([item.text for item in piece.lines] for piece in pieces if len(piece.lines) > 1)


BROKEN = [line("to the people", 100, 200, 300), line("of this camp", 312, 200, 700)]
WHOLE = [line(f"a long line of text {row}", 100, 80 + 40 * row, 700) for row in (0, 1, 2, 4, 5, 6)]


def test_a_line_broken_at_a_wide_space_is_joined():
    assert joined(BROKEN) == joined(BROKEN + WHOLE) == [["to the people", "of this camp"]]


@pytest.mark.parametrize("rows", [(0, 1), (5, 6), (2, 4)], ids=["above", "below", "around"])
def test_lines_are_not_joined_across_white_that_other_rows_keep(rows):
    columns = [
        line(f"{side}{row}", left, 80 + 40 * row, right)
        for row in (2, 4, *rows)
        for side, left, right in (("l", 100, 300), ("r", 312, 700))
    ]
    assert joined(BROKEN + columns) == []


def test_one_word_space_above_another_makes_no_column():
    twice = [line("and then they", 100, 240, 298), line("went on to it", 310, 240, 700)]
    whole = [item for item in WHOLE if item.quad.top_left[1] != 240]
    assert joined(BROKEN + twice + whole) == [
        ["and then they", "went on to it"],
        ["to the people", "of this camp"],
    ]


@pytest.mark.parametrize(
    ("text", "is_label"), [("Name: Amina", True), ("N° : 12", False), ("10:30", False), ("Amina", False)]
)
def test_a_label_has_a_word_before_its_colon(text, is_label):
    (piece,) = joined_pieces([line(text, 100, 100, 300)], pivot=(0, 0))
    assert piece.is_label == is_label


@pytest.mark.parametrize(
    ("text", "small"),
    [("went on", True), ("2. went on", True), ("Went on", False), ("12", None), ("ذهبوا", None)],
)
def test_text_that_goes_on_begins_with_a_small_letter(text, small):
    (piece,) = joined_pieces([line(text, 100, 100, 300)], pivot=(0, 0))
    assert piece.begins_small is small
