"""Plain text keeps the order and the layout of pages."""

import io
from dataclasses import replace

from engine.export.plain import write_text


def written(*documents) -> str:
    stream = io.BytesIO()
    write_text(documents, stream)
    return stream.getvalue().decode("utf-8")


def test_lines_tables_and_pages(make):
    first = make.page([make.line("A title"), *make.table([("الاسم", "Age"), ("أمينة", "34")], block=1)])
    second = make.page([make.line("The end")], index=1)
    assert written(make.document(first, second)) == "A title\n\nالاسم\tAge\nأمينة\t34\n\fThe end\n"


def test_a_corrected_line_stands_corrected(make):
    line = make.line("Arnina")
    page = make.page([replace(line, text="Amina")], model_texts=[line.text])
    assert written(make.document(page)) == "Amina\n"


def test_an_empty_page_keeps_its_place(make):
    pages = [make.page([make.line("one")]), make.page([], index=1), make.page([make.line("three")], index=2)]
    assert written(make.document(*pages)).split("\f") == ["one\n", "", "three\n"]


def test_a_lone_surrogate_becomes_a_replacement_character(make):
    assert written(make.document(make.page([make.line("a\ud800b")]))) == "a\ufffdb\n"
