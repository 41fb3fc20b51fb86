"""Searchable PDFs: what is extracted is what was read, in logical order, and nothing of it shows."""

import io
import math
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.export import ExportDocument
from engine.export.errors import NothingReadError, OriginalUnreadableError, PageImageMissingError
from engine.export.pdf import write_pdf
from engine.export.pdf.images import read_jpeg_header
from engine.export.placement import words_of
from engine.geometry import Quad, Transform
from engine.reading import Origin, Word

SENTENCES = {
    "en": "The clinic opens at 8:30 a.m. (ward 3), bring £5 & your card.",
    "fr": "L'élève naïf a reçu « 12 œufs » à Noël ; coût : 3,50 €",
    "es": "¿Cuántos niños? ¡Señor Muñoz, 25 años!",
    "sw": "Jina la mtoto: Ng'ombe Wanjirũ, umri miaka 7",
    "ar": "اسم المريض محمد علي",
    "ar with a number": "العمر 34 سنة والوزن 70.5 كغ",
    "ar with brackets": "(أمينة) من (كينيا) وصلت يوم 12/03/2024",
    "ar with Latin": "المنظمة UNHCR في مخيم Kakuma رقم A1, B2",
    "ar with marks": "كَتَبَ ١٢٣ ريالاً",
    "Latin with ar": "Name الاسم Amina أمينة 12",
    "telephone": "رقم الهاتف: 0712-345 678 (كينيا)",
    "beyond the basic plane": "clef \U0001d11e and \U0001f600",
}


def exported(document) -> bytes:
    stream = io.BytesIO()
    write_pdf([document], stream)
    return stream.getvalue()


def extracted(data: bytes, page: int = 0) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[page].get_textpage().get_text_range().replace("\r\n", "\n")
    finally:
        pdf.close()


def rendered(data: bytes, page: int = 0, scale: float = 1.0) -> np.ndarray:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return pdf[page].render(scale=scale).to_numpy().copy()
    finally:
        pdf.close()


def places(data: bytes, text: str, page: int = 0) -> list[tuple[float, float, float, float]]:
    """The boxes, as left, bottom, right, top in points, of the first occurrence of a text."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text_page = pdf[page].get_textpage()
        found = text_page.search(text).get_next()
        assert found is not None, f"{text!r} is not found"
        return [text_page.get_rect(n) for n in range(text_page.count_rects(*found))]
    finally:
        pdf.close()


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_text_comes_back_in_logical_order(make, sentence):
    assert extracted(exported(make.document(make.page([make.line(sentence)])))) == sentence


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_text_of_words_with_their_own_places_comes_back_in_logical_order(make, sentence):
    line = make.line(sentence)
    words = tuple(replace(word, quad=shrunk(word.quad)) for word in words_of(line))
    assert extracted(exported(make.document(make.page([replace(line, words=words)])))) == sentence


def shrunk(quad: Quad) -> Quad:
    left, top, right, bottom = quad.bounds
    return Quad.from_box(left + 2, top, right - 2, bottom)


ARABIC = st.sampled_from(["محمد", "علي", "(أمينة)", "العمر:", "شارع،", "١٢٣", "كَتَبَ"])
LATIN = st.sampled_from(["Amina", "(HCR)", "12", "0712-345", "12/03/2024", "A1,", "5%", "3.5", "kg", "[x]"])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(ARABIC | LATIN, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12))
def test_any_mixture_of_arabic_latin_and_numbers_comes_back(make, sentences):
    lines = [make.line(text, 100, 100 + 100 * row) for row, text in enumerate(sentences)]
    assert extracted(exported(make.document(make.page(lines)))) == "\n".join(sentences)


@pytest.mark.parametrize("word", ["UNHCR", "مخيم", "Kakuma", "رقم"])
def test_words_are_found_where_they_stand(make, word):
    line = make.line(SENTENCES["ar with Latin"], 100, 500)
    (left, bottom, right, top), *_ = places(exported(make.document(make.page([line]))), word)
    scale = 72 / 150
    x0, y0, x1, y1 = line.quad.bounds
    page_height = 1754 * scale
    assert x0 * scale - 1 <= left < right <= x1 * scale + 1
    assert (page_height - bottom, page_height - top) == pytest.approx((y1 * scale, y0 * scale), abs=1)


def test_words_keep_their_own_places(make):
    line = make.line("left right", 100, 100, width=1000)
    words = (
        Word("left", Quad.from_box(100, 100, 200, 140), 0.9),
        Word("right", Quad.from_box(900, 100, 1100, 140), 0.9),
    )
    data = exported(make.document(make.page([replace(line, words=words)])))
    ((left, _, right, _),) = places(data, "right")
    assert (left, right) == pytest.approx((900 * 72 / 150, 1100 * 72 / 150), abs=2)
    assert extracted(data) == "left right"


def test_words_of_an_arabic_line_keep_their_own_places(make):
    line = make.line("الاسم محمد", 100, 100, width=1000)
    words = (
        Word("الاسم", Quad.from_box(900, 100, 1100, 140), 0.9),
        Word("محمد", Quad.from_box(100, 100, 300, 140), 0.9),
    )
    data = exported(make.document(make.page([replace(line, words=words)])))
    ((left, _, right, _),) = places(data, "محمد")
    assert (left, right) == pytest.approx((100 * 72 / 150, 300 * 72 / 150), abs=2)
    assert extracted(data) == "الاسم محمد"


@pytest.mark.parametrize("degrees", [-12, 7, 90, 180, 270])
def test_rotated_lines_come_back(make, degrees):
    angle, (x, y), (width, height) = math.radians(degrees), (600, 800), (500, 40)
    along, down = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))

    def corner(a: float, b: float):
        return (x + a * along[0] + b * down[0], y + a * along[1] + b * down[1])

    quad = Quad(corner(0, 0), corner(width, 0), corner(width, height), corner(0, height))
    line = replace(make.line("Sideways words stay whole"), quad=quad)
    data = exported(make.document(make.page([line])))
    assert extracted(data) == "Sideways words stay whole"
    boxes = places(data, "words")
    scale = 72 / 150
    left, top, right, bottom = (edge * scale for edge in quad.bounds)
    page_height = 1754 * scale
    for box in boxes:
        assert left - 9 <= box[0] and box[2] <= right + 9
        assert top - 9 <= page_height - box[3] and page_height - box[1] <= bottom + 9


def test_cells_of_a_row_come_back_from_the_right_if_they_are_arabic(make):
    rows = [("الاسم:", "أمينة (محمد)"), ("العمر:", "34"), ("الرمز:", "رقم A1")]
    lines = [
        make.line(text, x, 100 + 80 * row, cell=(row, column))
        for row, texts in enumerate(rows)
        for column, (x, text) in enumerate(zip((900, 300), texts, strict=True))
    ]
    data = exported(make.document(make.page(lines)))
    assert [" ".join(row.split()) for row in extracted(data).split("\n")] == [" ".join(row) for row in rows]


def test_columns_come_back_in_reading_order(make):
    lines = [
        make.line(f"{side} {n}", x, 100 + 60 * n)
        for side, x in (("left", 100), ("right", 700))
        for n in range(5)
    ]
    assert extracted(exported(make.document(make.page(lines)))).split("\n") == [line.text for line in lines]


def test_the_corrected_text_goes_in_and_the_models_text_does_not(make):
    read = make.line("Arnina Hasan")
    words = (Word("Arnina", read.quad, 0.5), Word("Hasan", read.quad, 0.5))
    read = replace(read, words=words)
    corrected = replace(read, text="Amina Hassan")
    assert (
        extracted(exported(make.document(make.page([corrected], model_texts=[read.text])))) == "Amina Hassan"
    )


def test_the_text_does_not_show(make):
    image = make.jpeg(boxes=[(200, 300, 500, 400)])
    lines = [make.line(text, 60, 60 + 90 * row) for row, text in enumerate(SENTENCES.values())]
    with_text = rendered(exported(make.document(make.page(lines, image=image))))
    without = rendered(exported(make.document(make.page([], image=image))))
    assert np.array_equal(with_text, without)


def test_the_page_image_is_embedded_unchanged_and_fills_the_page(make):
    image = make.jpeg(boxes=[(0, 0, 1239, 100)])
    data = exported(make.document(make.page([], image=image)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        assert page.obj.Resources.XObject.Page.read_raw_bytes() == image
        assert [float(edge) for edge in page.mediabox] == pytest.approx([0, 0, 595.2, 841.92])
    pixels = rendered(data)
    assert pixels[:40].max() < 60 and pixels[60:].min() > 200


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_gray_and_cmyk_images_are_described_right(make, mode):
    header = read_jpeg_header(make.jpeg(320, 200, mode=mode))
    assert (header.width, header.height, header.components) == (320, 200, len(mode.replace("RGB", "abc")))


def test_a_page_of_unknown_resolution_becomes_about_a4(make):
    data = exported(make.document(make.page([make.line("text")], dpi=None)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert float(pdf.pages[0].mediabox[3]) == pytest.approx(842)


def test_the_same_document_gives_the_same_bytes(make):
    document = make.document(make.page([make.line(SENTENCES["ar"], language="ar")]))
    assert exported(document) == exported(document)


def test_title_producer_and_language_are_told(make):
    document = make.document(make.page([make.line("Habari", language="sw")]), name="سجل 1.jpg")
    with pikepdf.open(io.BytesIO(exported(document))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "سجل 1.jpg"
        assert str(pdf.docinfo["/Producer"]).startswith("Sanduku ")
        assert str(pdf.Root.Lang) == "sw"
        assert pdf.check_pdf_syntax() == []


def test_control_characters_and_lone_surrogates_do_no_harm(make):
    data = exported(make.document(make.page([make.line("a\x00b \ud800 c"), make.line("after", 100, 300)])))
    assert extracted(data).endswith("after")


def test_empty_lines_and_lines_without_extent_are_left_out(make):
    lines = [make.line(""), make.line("flat", width=0), make.line("there", 100, 400)]
    assert extracted(exported(make.document(make.page(lines)))) == "there"


def test_many_pages_are_written_one_at_a_time(make):
    def pages():
        for index in range(30):
            yield make.page([make.line(f"page {index}")], index=index)

    document = replace(make.document(), pages=pages())
    data = exported(document)
    assert extracted(data, 29) == "page 29"


def test_a_page_without_image_is_told(make):
    with pytest.raises(PageImageMissingError, match="page 1"):
        exported(make.document(make.page([make.line("text")], image=b"")))


# --- originals that are PDFs -----------------------------------------------------------------------------


def original_pdf(*, rotate: int = 0, box=(0, 0, 595, 842), crop=None, text: str = "Printed text") -> bytes:
    """A page with visible text, whose graphics state is left in disorder."""
    pdf = pikepdf.new()
    for _ in range(2):
        page = pdf.add_blank_page(page_size=(box[2], box[3]))
        page.MediaBox = pikepdf.Array(box)
        if crop:
            page.CropBox = pikepdf.Array(crop)
        page.Rotate = rotate
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica))
        body = f"q 0.5 0 0 0.5 0 0 cm BT /F1 24 Tf 100 700 Td ({text}) Tj ET".encode()
        page.Contents = pdf.make_stream(body)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def pdf_document(make, original: bytes, *pages, **more):
    return make.document(
        *pages, name="scan.pdf", media_type="application/pdf", original=lambda: original, **more
    )


def test_a_scanned_page_keeps_its_content_and_gets_the_text(make):
    original = original_pdf()
    data = exported(pdf_document(make, original, make.page([make.line("Recognised line", 300, 900)])))
    assert np.array_equal(rendered(data), rendered(original))
    assert "Recognised line" in extracted(data) and "Printed text" in extracted(data)
    assert extracted(data, 1) == "Printed text"


def test_pages_with_a_text_layer_stay_as_they_are(make):
    original = original_pdf()
    page = make.page([make.line("Printed text")], origin=Origin.TEXT_LAYER)
    assert extracted(exported(pdf_document(make, original, page))) == "Printed text"


def test_a_correction_of_a_text_layer_can_be_found(make):
    before = make.line("Printed text", 100, 1000)
    page = make.page(
        [replace(before, text="Mended text")], model_texts=[before.text], origin=Origin.TEXT_LAYER
    )
    assert places(exported(pdf_document(make, original_pdf(), page)), "Mended")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 500, 700)], ids=["whole", "cropped"])
def test_text_stands_where_it_was_read_on_turned_and_cropped_pages(make, rotate, crop):
    original = original_pdf(rotate=rotate, crop=crop, box=(10, 20, 595, 842))
    dpi, turns = 150.0, rotate // 90
    pdf = pypdfium2.PdfDocument(original)
    width, height = (round(side * dpi / 72) for side in pdf[0].get_size())
    pdf.close()
    line = make.line("here it is", 200, 300)
    page = make.page([line], width=width, height=height, dpi=dpi)
    data = exported(pdf_document(make, original, page))
    x0, y0, x1, y1 = (edge * 72 / dpi for edge in line.quad.bounds)
    shown_height = height * 72 / dpi
    expected = (x0, shown_height - y1, x1, shown_height - y0)
    left, bottom, right, top = crop or (10, 20, 595, 842)
    ((a, b, c, d),) = places(data, "here it is")
    boxes = [
        (a - left, b - bottom, c - left, d - bottom),
        (b - bottom, right - c, d - bottom, right - a),
        (right - c, top - d, right - a, top - b),
        (top - d, a - left, top - b, c - left),
    ]
    assert boxes[turns] == pytest.approx(expected, abs=1.5)


def test_the_transform_back_to_the_file_is_followed(make):
    # The page was turned upright by 180 degrees before it was read.
    turned = Transform((-1.0, 0.0, 1240.0, 0.0, -1.0, 1754.0, 0.0, 0.0, 1.0))
    page = make.page([make.line("upside down", 100, 100)], to_source=turned)
    data = exported(pdf_document(make, original_pdf(box=(0, 0, 595.2, 841.92)), page))
    ((_, _, right, top),) = places(data, "upside")
    assert right == pytest.approx((1240 - 100) * 0.48, abs=1) and top < 100


def test_an_original_that_needs_a_password_is_replaced_by_its_images(make):
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(original_pdf())) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    document = pdf_document(make, stream.getvalue(), make.page([make.line("still searchable")]))
    assert extracted(exported(document)) == "still searchable"


def test_an_original_that_is_damaged_and_has_no_images_is_told(make):
    document = pdf_document(make, b"%PDF-1.4 broken", make.page([make.line("text")], image=b""))
    with pytest.raises(OriginalUnreadableError, match=r"scan\.pdf"):
        exported(document)


def test_the_same_original_gives_the_same_bytes(make):
    document = pdf_document(make, original_pdf(), make.page([make.line("text")]))
    assert exported(document) == exported(document)


def test_words_whose_boxes_touch_stay_apart(make):
    """Viewers such as Evince tell words apart by the gap between them, whatever characters stand there."""
    quads = [Quad.from_box(left, 100, left + 200, 140) for left in (100, 301)]
    words = tuple(Word(text, quad, 0.9) for text, quad in zip(("Amina", "Yusuf"), quads, strict=True))
    line = make.line("Amina Yusuf", width=401, words=words)
    pdf = pypdfium2.PdfDocument(exported(make.document(make.page([line]))))
    text = pdf[0].get_textpage()
    boxes = [text.get_charbox(index, loose=True) for index in range(11)]
    pdf.close()
    height = boxes[0][3] - boxes[0][1]
    assert boxes[6][0] - boxes[4][2] > 0.15 * height


def test_a_document_without_a_read_page_gives_no_pdf_without_pages():
    document = ExportDocument(
        "7f3k", "scan.jpg", "image/jpeg", "0" * 64, "2026-01-01T00:00:00Z", pages=(), original=None
    )
    with pytest.raises(NothingReadError, match=r"scan.jpg: No page of this document is read yet"):
        exported(document)
