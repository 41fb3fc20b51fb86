"""hOCR is well-formed XHTML with every word in its place."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.export.hocr import write_hocr
from engine.geometry import Quad
from engine.reading import Word

XHTML = "{http://www.w3.org/1999/xhtml}"


def parsed(document) -> ElementTree.Element:
    stream = io.BytesIO()
    write_hocr([document], stream)
    return ElementTree.fromstring(stream.getvalue())


def of_class(root, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.get("class") == name]


def box(element) -> list[int]:
    return [int(edge) for edge in re.search(r"bbox (\d+) (\d+) (\d+) (\d+)", element.get("title")).groups()]


def test_pages_areas_lines_and_words_are_nested(make):
    root = parsed(make.document(make.page([make.line("one two"), make.line("three", block=1)])))
    (page,) = of_class(root, "ocr_page")
    assert "bbox 0 0 1240 1754" in page.get("title") and "scan_res 150 150" in page.get("title")
    assert [len(of_class(area, "ocr_line")) for area in of_class(page, "ocr_carea")] == [1, 1]
    assert [word.text for word in of_class(page, "ocrx_word")] == ["one", "two", "three"]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_words_of_the_engine_keep_their_boxes_and_confidence(make):
    words = (
        Word("one", Quad.from_box(10, 20, 30, 40), 0.5),
        Word("two", Quad.from_box(50, 20, 90, 40), 0.987),
    )
    root = parsed(make.document(make.page([replace(make.line("one two"), words=words)])))
    first, second = of_class(root, "ocrx_word")
    assert box(first) == [10, 20, 30, 40] and "x_wconf 50" in first.get("title")
    assert box(second) == [50, 20, 90, 40] and "x_wconf 99" in second.get("title")


def test_words_of_a_corrected_arabic_line_stand_from_the_right(make):
    line = make.line("الاسم محمد", 100, 100, width=500, language="ar")
    root = parsed(make.document(make.page([line], model_texts=["الاسر"])))
    first, second = of_class(root, "ocrx_word")
    assert first.text == "الاسم" and box(first)[2] == 600 and box(second)[0] == 100
    (row,) = of_class(root, "ocr_line")
    assert (row.get("dir"), row.get("lang")) == ("rtl", "ar")


def test_a_name_cannot_break_out_of_its_title(make):
    root = parsed(make.document(make.page([make.line("x")]), name="a\"; bbox 1 1 1 1' <&>.jpg"))
    (page,) = of_class(root, "ocr_page")
    assert page.get("title").count('"') == 2 and page.get("title").index('"') < page.get("title").index(
        "bbox 1"
    )
    assert root.find(f"{XHTML}head/{XHTML}title").text == "a\"; bbox 1 1 1 1' <&>.jpg"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_and_name_make_well_formed_xml(make, text, name):
    root = parsed(make.document(make.page([make.line(text)]), name=name))
    assert len(of_class(root, "ocrx_word")) == len(text.split())
