"""The text that a PDF holds is taken where it says what is seen, and refused with a reason elsewhere."""

import io

import pikepdf
import pytest
from PIL import Image

from engine.reading import Origin


def reasons(page) -> str:
    return " ".join(page.warnings)


def test_lines_words_and_places_are_taken(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "Nom de famille"), drawn(50, 650, "Age 32")]), pdf_dpi=72)
    first, second = page.text_lines
    assert (first.text, second.text) == ("Nom de famille", "Age 32")
    assert (first.confidence, first.engine, first.script) == (1.0, Origin.TEXT_LAYER.value, "Latn")
    assert [word.text for word in first.words] == ["Nom", "de", "famille"]
    left, top, right, bottom = first.quad.bounds
    assert (left, bottom) == pytest.approx((50, 842 - 700), abs=1.5)
    assert right == pytest.approx(50 + 12 * (12 * 0.6 + 2 * 0.3), abs=3)
    assert top == pytest.approx(842 - 700 - 0.7 * 12, abs=3)


def test_words_lie_within_their_line_and_follow_each_other(loaded, text_pdf, drawn) -> None:
    (line,) = loaded(text_pdf([drawn(50, 700, "one two three")])).text_lines
    edges = [edge for word in line.words for edge in (word.quad.bounds[0], word.quad.bounds[2])]
    assert edges == sorted(edges)


def test_cells_of_a_row_are_lines_of_their_own(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "Amina"), drawn(200, 700, "32"), drawn(300, 700, "Kalobeyei")]))
    assert [line.text for line in page.text_lines] == ["Amina", "32", "Kalobeyei"]


def test_pieces_of_one_line_are_joined(loaded, text_pdf, drawn) -> None:
    pieces = [drawn(50, 700, "Distri"), drawn(50 + 6 * 7.2, 700, "bution")]
    assert [line.text for line in loaded(text_pdf(pieces)).text_lines] == ["Distribution"]


@pytest.mark.parametrize(
    ("quarter", "corner"), [(0, (50, 710.8)), (1, (39.2, 700)), (2, (50, 689.2)), (3, (60.8, 700))]
)
def test_the_quad_begins_at_the_texts_own_top_left(
    loaded, text_pdf, drawn, quarter: int, corner: tuple[float, float]
) -> None:
    (line,) = loaded(text_pdf([drawn(50, 700, "Upwards", quarter=quarter)]), pdf_dpi=72).text_lines
    assert line.text == "Upwards"
    assert line.quad.top_left == pytest.approx((corner[0], 842 - corner[1]), abs=0.5)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_rotated_page_has_its_text_where_it_is_seen(loaded, text_pdf, drawn, rotate: int) -> None:
    page = loaded(text_pdf([drawn(120, 500, "Somewhere")], rotate=rotate, crop=(20, 40, 560, 800)))
    (line,) = page.text_lines
    left, top, right, bottom = (round(edge) for edge in line.quad.bounds)
    assert page.pixels[top:bottom, left:right].min() < 100
    outside = page.pixels.copy()
    outside[top - 2 : bottom + 2, left - 2 : right + 2] = 255
    assert outside.min() == 255


def test_text_is_composed_and_ligatures_are_taken_apart(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "dXcile eYte")], meanings={"X": "iﬃ", "Y": "e\u0301"}))
    assert page.text_lines[0].text == "difficile eéte"


def test_a_page_without_text_has_none_and_needs_no_reason(loaded, text_pdf) -> None:
    page = loaded(text_pdf([]))
    assert page.text_lines is None and page.warnings == ()


def test_it_can_be_switched_off(loaded, text_pdf, drawn) -> None:
    assert loaded(text_pdf([drawn(50, 700, "Name")]), use_text_layer=False).text_lines is None


def test_invisible_text_is_refused(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "hidden", mode=3), drawn(50, 600, "seen")]))
    assert page.text_lines is None and "invisible" in reasons(page)


def test_text_that_is_painted_over_is_refused(loaded, text_pdf, drawn) -> None:
    pdf = pikepdf.open(io.BytesIO(text_pdf([drawn(50, 700, "Painted over"), drawn(50, 600, "not this")])))
    pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + b"1 g 40 690 300 40 re f")
    buffer = io.BytesIO()
    pdf.save(buffer)
    page = loaded(buffer.getvalue())
    assert page.text_lines is None and "not to be seen" in reasons(page)


@pytest.mark.parametrize("meaning", [None, "\ue012", "\ufffd", "\x03"])
def test_letters_without_meaning_are_refused(loaded, text_pdf, drawn, meaning: str | None) -> None:
    page = loaded(text_pdf([drawn(50, 700, "abcdefgh")], meanings=dict.fromkeys("abcd", meaning)))
    assert page.text_lines is None and "meaning" in reasons(page)


def test_numbers_of_glyphs_that_pose_as_signs_are_refused(loaded, text_pdf, drawn) -> None:
    page = loaded(
        text_pdf([drawn(50, 700, "abcdefgh")], meanings=dict(zip("abcdefgh", '"7+%$#*=', strict=True)))
    )
    assert page.text_lines is None and "meaning" in reasons(page)


def test_leaders_of_a_table_of_contents_are_no_garbage(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "Annexe" + "." * 40 + "7")]))
    assert page.text_lines is not None


def with_image(data: bytes, placed: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    stream = pdf.make_stream(Image.new("L", (40, 60), 230).tobytes())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = 40, 60, 8
    stream.ColorSpace = pikepdf.Name.DeviceGray
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(I=stream)
    pdf.pages[0].Contents = pdf.make_stream(
        b"q " + placed + b" cm /I Do Q " + pdf.pages[0].Contents.read_bytes()
    )
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def test_text_over_a_scan_of_the_whole_page_is_refused(loaded, text_pdf, drawn) -> None:
    page = loaded(with_image(text_pdf([drawn(50, 700, "earlier OCR")]), b"595 0 0 842 0 0"))
    assert page.text_lines is None and "image covers" in reasons(page)


def test_a_small_picture_beside_the_text_does_no_harm(loaded, text_pdf, drawn) -> None:
    page = loaded(with_image(text_pdf([drawn(50, 700, "Identity card")]), b"100 0 0 150 400 600"))
    assert page.text_lines is not None


def test_text_that_is_drawn_beside_the_layer_makes_it_incomplete(loaded, text_pdf, drawn) -> None:
    letters = b" ".join(b"%d 500 6 9 re %d 502 2 5 re f*" % (60 + 9 * n, 62 + 9 * n) for n in range(30))
    page = loaded(text_pdf([drawn(50, 700, "Heading")], extra=letters + b"\n"))
    assert page.text_lines is None and "more text is seen" in reasons(page)


def test_ruled_lines_and_frames_are_no_text(loaded, text_pdf, drawn) -> None:
    ruled = b" ".join(b"50 %d m 500 %d l S" % (y, y) for y in range(100, 600, 30)) + b" 40 90 480 540 re S\n"
    page = loaded(text_pdf([drawn(50, 700, "Register of births"), drawn(60, 577, "Amina")], extra=ruled))
    assert page.text_lines is not None
