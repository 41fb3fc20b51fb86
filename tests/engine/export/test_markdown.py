"""Markdown shows text as it was read, tables as tables, and doubt as doubt."""

import io

import pytest

from engine.export.markdown import DOUBT, escaped, write_markdown


def written(*documents) -> str:
    stream = io.BytesIO()
    write_markdown(documents, stream)
    return stream.getvalue().decode("utf-8")


def test_title_pages_paragraphs_and_tables(make):
    lines = [
        make.line("First line"),
        make.line("second line"),
        *make.table([("Name", "Age"), ("Amina", "34")], block=1),
    ]
    assert written(make.document(make.page(lines), make.page([make.line("End")], index=1))) == (
        "# register.jpg\n\n## Page 1\n\nFirst line\\\nsecond line\n\n"
        "| Name | Age |\n| --- | --- |\n| Amina | 34 |\n\n## Page 2\n\nEnd\n"
    )


def test_doubtful_lines_are_marked_and_the_mark_is_explained(make):
    text = written(
        make.document(make.page([make.line("Sure"), make.line("Unsure", doubts=("low-confidence",))]))
    )
    assert f"Unsure {DOUBT}" in text and f"Sure {DOUBT}" not in text
    assert text.rstrip().splitlines()[-1].startswith(DOUBT)


def test_the_mark_is_not_explained_where_nothing_is_doubtful(make):
    assert DOUBT not in written(make.document(make.page([make.line("Sure")])))


def test_lines_of_one_cell_share_it_and_empty_cells_stay(make):
    lines = [
        make.line("Camp,", cell=(0, 0)),
        make.line("Zone 3", cell=(0, 0)),
        make.line("5", cell=(0, 1)),
        make.line("only", cell=(1, 1)),
    ]
    assert "| Camp, Zone 3 | 5 |\n| --- | --- |\n|  | only |" in written(make.document(make.page(lines)))


def test_pieces_of_one_line_of_prose_share_a_row(make):
    lines = [make.line("to the", cell=(0, 0)), make.line("people", cell=(0, 0)), make.line("of", cell=(1, 0))]
    assert "to the people\\\nof\n" in written(make.document(make.page(lines)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b_c", r"a\*b\_c"),
        ("# 5", r"\# 5"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("-5", "-5"),
        ("a|b", r"a\|b"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("two  spaces\nand a break", "two spaces and a break"),
    ],
)
def test_nothing_in_a_text_becomes_markup(text, expected):
    assert escaped(text) == expected
