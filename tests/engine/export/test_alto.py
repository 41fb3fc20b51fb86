"""ALTO is well-formed, has the elements in the order of its schema, and every word in its place."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.export.alto import NAMESPACE, write_alto
from engine.geometry import Quad
from engine.reading import Alternative, Word


def parsed(document) -> ElementTree.Element:
    stream = io.BytesIO()
    write_alto([document], stream)
    return ElementTree.fromstring(stream.getvalue())


def find_all(root, name: str) -> list[ElementTree.Element]:
    return list(root.iter(f"{{{NAMESPACE}}}{name}"))


def names(element) -> list[str]:
    return [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]


def test_elements_stand_in_the_order_of_the_schema(make):
    pages = [make.page([make.line("one two"), make.line("x", block=1)]), make.page([make.line("y")], index=1)]
    root = parsed(make.document(*pages))
    assert root.tag == f"{{{NAMESPACE}}}alto" and names(root) == ["Description", "Layout"]
    assert names(root[0]) == ["MeasurementUnit", "sourceImageInformation", "Processing"]
    assert [page.get("PHYSICAL_IMG_NR") for page in find_all(root, "Page")] == ["1", "2"]
    assert len(find_all(root, "TextBlock")) == 3
    assert names(find_all(root, "TextLine")[0]) == ["Shape", "String", "SP", "String"]
    ids = [element.get("ID") for element in root.iter() if element.get("ID")]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", key) for key in ids)


def test_lines_have_polygon_language_and_size(make):
    quad = Quad((10, 20), (110, 30), (108, 60), (8, 50))
    line = replace(make.line("Habari"), quad=quad, language="sw")
    (element,) = find_all(parsed(make.document(make.page([line]))), "TextLine")
    (polygon,) = find_all(element, "Polygon")
    assert polygon.get("POINTS") == "10.0,20.0 110.0,30.0 108.0,60.0 8.0,50.0"
    assert (element.get("LANG"), element.get("HPOS"), element.get("WIDTH")) == ("sw", "8.0", "102.0")


def test_words_carry_confidence_and_alternatives(make):
    words = (
        Word("Amina", Quad.from_box(0, 0, 50, 20), 0.5),
        Word("Hassan", Quad.from_box(60, 0, 120, 20), 0.75),
    )
    others = (Alternative("Arnina Hassan", "tesseract", 0.4), Alternative("one", "easyocr", 0.1))
    line = replace(make.line("Amina Hassan"), words=words, alternatives=others)
    first, second = find_all(parsed(make.document(make.page([line]))), "String")
    assert (first.get("CONTENT"), first.get("WC"), first.get("HPOS")) == ("Amina", "0.5000", "0.0")
    assert [child.text for child in first] == ["Arnina"] and len(second) == 0


def test_an_empty_line_still_has_a_string(make):
    (string,) = find_all(parsed(make.document(make.page([make.line("")]))), "String")
    assert string.get("CONTENT") == ""


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_and_name_make_well_formed_xml(make, text, name):
    root = parsed(make.document(make.page([make.line(text)]), name=name))
    assert len(find_all(root, "String")) == max(len(text.split()), 1)
