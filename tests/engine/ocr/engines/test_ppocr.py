"""The primary engine reads what stands there, tells where and how surely, and survives odd lines."""

import unicodedata

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr.ctc import Glyph
from engine.ocr.engines import ENGINES, EngineContext
from engine.ocr.engines.ppocr import PaddleRecogniser, availability, open_engine, passed_over
from engine.packs import PackMissingError, find_pack
from engine.runtime import Threads
from engine.settings import Places, ReadingSettings


@pytest.fixture(scope="module")
def engine(prepared):
    return open_engine(EngineContext(prepared, ReadingSettings()))


def drawn(text, *, size=32, width=None):
    """A page that holds one line of text, and the quad of the line."""
    font = ImageFont.load_default(size)
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("RGB", (width or int(right - left) + 60, int(bottom - top) + 60), "white")
    ImageDraw.Draw(image).text((30 - left, 30 - top), text, fill="black", font=font)
    return np.asarray(image), Quad.from_box(24, 24, 36 + right - left, 36 + bottom - top)


@pytest.mark.parametrize(
    "text",
    [
        "Registration form 2024",
        "Case no. KE-0042/B word10",
        "Jina kamili: Hassan Mwinyi",
        "P<KENKHAMIS<<AMINA<JUMA",
        "$1,284.50 (16%)",
        "42",
    ],
)
def test_it_reads_clean_print_to_the_letter(engine, text):
    page, quad = drawn(text)
    (read,) = engine.recognise(page, [quad])
    assert read.text == text
    assert read.confidence > 0.5
    assert unicodedata.is_normalized("NFC", read.text)


def test_words_are_those_of_the_text_and_stand_where_they_are_drawn(engine):
    page, quad = drawn("Amina Juma Khamis")
    (read,) = engine.recognise(page, [quad])
    assert [word.text for word in read.words] == read.text.split()
    starts = [word.quad.bounds[0] for word in read.words]
    ends = [word.quad.bounds[2] for word in read.words]
    font = ImageFont.load_default(32)
    for index, before in enumerate(("", "Amina ", "Amina Juma ")):
        assert starts[index] == pytest.approx(30 + font.getlength(before), abs=16)
    assert all(end <= start + 8 for end, start in zip(ends, starts[1:], strict=False))
    assert all(0 <= word.confidence <= 1 for word in read.words)


def test_results_keep_the_order_of_the_quads_with_empty_ones_among_them(engine):
    page, quad = drawn("Amina Juma")
    empty = [
        Quad.from_box(5, 5, 5, 30),
        Quad.from_box(9000, 0, 9100, 40),
        Quad.from_box(float("nan"), 0, 9, 9),
    ]
    read = engine.recognise(page, [empty[0], quad, *empty[1:]])
    assert [line.text for line in read] == ["", "Amina Juma", "", ""]
    assert [line.confidence for line in read if not line.text] == [0.0, 0.0, 0.0]


def test_blank_paper_holds_no_text(engine):
    (read,) = engine.recognise(np.full((60, 300, 3), 255, np.uint8), [Quad.from_box(0, 0, 300, 60)])
    assert read.text == ""


@pytest.mark.parametrize("box", [(0, 0, 2, 60), (0, 0, 1, 1), (0, 0, 300, 1)])
def test_slivers_are_read_without_failing(engine, box):
    page = np.full((60, 300, 3), 128, np.uint8)
    (read,) = engine.recognise(page, [Quad.from_box(*box)])
    assert 0 <= read.confidence <= 1


def test_a_line_wider_than_one_run_is_read_in_parts_that_join(engine):
    text = " ".join(["household register of displaced families"] * 9)
    page, quad = drawn(text)
    assert quad.width * 48 / quad.height > 8192 / 2
    (read,) = engine.recognise(page, [quad])
    assert read.text == text
    assert [word.text for word in read.words] == text.split()


def test_no_space_is_left_at_the_end_where_the_last_part_is_blank(engine):
    text = " ".join(["household register of displaced families"] * 4)
    page, quad = drawn(text)
    left, top, right, bottom = quad.bounds
    wide = np.pad(page, ((0, 0), (0, 3 * page.shape[1]), (0, 0)), mode="edge")
    (read,) = engine.recognise(wide, [Quad.from_box(left, top, 3.5 * right, bottom)])
    assert read.text == text


def test_a_doubtful_character_gives_another_reading(engine):
    page, quad = drawn("O0O0 l1I1 S5S5 B8B8 Z2Z2")
    blurred = np.asarray(
        Image.fromarray(page).resize((page.shape[1] // 5, page.shape[0] // 5)).resize(page.shape[1::-1])
    )
    (read,) = engine.recognise(blurred, [quad])
    assert read.alternatives
    assert all(other.text != read.text and other.confidence <= read.confidence for other in read.alternatives)


def test_it_stops_between_lines_when_asked(engine):
    page, quad = drawn("Amina")
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        engine.recognise(page, [quad, quad], cancel=lambda: next(answers))


@pytest.fixture
def exact(prepared):
    return PaddleRecogniser(find_pack(prepared, "reading"), Threads(), quick=False)


def test_a_clean_line_is_read_in_8_bit_arithmetic_alone(engine, exact, monkeypatch):
    page, quad = drawn("Clinic register, March 2024")
    monkeypatch.setattr(engine, "_passes", engine._passes[:1])
    assert engine.recognise(page, [quad])[0].text == exact.recognise(page, [quad])[0].text
    assert engine.version != exact.version


def test_a_line_that_is_hard_to_read_comes_out_as_floating_point_reads_it(engine, exact):
    page, quad = drawn("Clinic register, March 2024")
    worn = cv2.GaussianBlur(page, (0, 0), 6)
    hard, reference = engine.recognise(worn, [quad]), exact.recognise(worn, [quad])
    assert reference[0].confidence < 0.9
    assert hard == reference


def scribbled(text, paper):
    """Draw a text behind a scribble, with so many columns of paper for both before the text."""
    page, quad = drawn(text)
    marked = np.full((page.shape[0], page.shape[1] + paper, 3), 255, np.uint8)
    marked[:, paper:] = page
    for at in range(40, 90, 6):
        cv2.line(marked, (at, 30), (at + 12, 60), (0, 0, 0), 3)
    _, top, right, bottom = quad.bounds
    return marked, Quad.from_box(30, top, right + paper, bottom)


def test_what_the_text_says_nothing_of_makes_a_line_incomplete(engine):
    page, quad = drawn("Grave")
    assert engine.recognise(page, [quad])[0].complete
    page, quad = scribbled("Grave", 120)
    (reading,) = engine.recognise(page, [quad])
    assert reading.text.endswith("Grave")
    assert not reading.complete


def test_a_very_long_line_is_incomplete_if_any_part_of_it_is(engine):
    page, quad = scribbled("Grave", 150 * drawn("Grave")[0].shape[0])
    (reading,) = engine.recognise(page, [quad])
    assert reading.text.endswith("Grave")
    assert not reading.complete


def test_what_8_bit_arithmetic_passes_over_is_looked_at_in_floating_point(engine, monkeypatch):
    asked = []

    class Asked:
        def __init__(self, name, session):
            self.name, self.session = name, session
            self.get_inputs = session.get_inputs

        def run(self, *what):
            asked.append(self.name)
            return self.session.run(*what)

    names = ("8-bit", "exact")
    passes = [(Asked(name, each), share) for name, (each, share) in zip(names, engine._passes, strict=True)]
    monkeypatch.setattr(engine, "_passes", passes)
    monkeypatch.setattr(engine, "_sure", 0.0)
    engine.recognise(*_one(drawn("Grave")))
    assert asked == ["8-bit"]
    engine.recognise(*_one(scribbled("Grave", 120)))
    assert asked == ["8-bit", "8-bit", "exact"]


def _one(page_and_quad):
    page, quad = page_and_quad
    return page, [quad]


@pytest.mark.parametrize(
    "text", ["________________", "Signature: ____________", "- - - - - - - -", "MMMWWWMMM", "i l 1 . ,"]
)
def test_rules_dashes_and_broad_letters_are_nothing_that_was_passed_over(engine, text):
    page, quad = drawn(text)
    assert engine.recognise(page, [quad])[0].complete


def glyph(first, last):
    return Glyph("x", first, last, 1.0, "", 0.0)


@pytest.mark.parametrize(
    ("written", "glyphs", "steps"),
    [
        ("...", [], 0),
        ("###", [], 3),
        ("#####", [glyph(2, 2)], 0),
        ("######", [glyph(2, 2)], 1),
        ("#.########", [glyph(0, 0)], 7),
        ("##########", [glyph(1, 1), glyph(8, 9)], 2),
    ],
)
def test_the_longest_stretch_of_writing_without_a_character_is_measured(written, glyphs, steps):
    assert passed_over(np.array([mark == "#" for mark in written]), glyphs) == steps


def test_lines_shared_among_threads_come_out_as_on_one(prepared, engine):
    threads = Threads(2)
    shared = PaddleRecogniser(find_pack(prepared, "reading"), threads)
    page, quad = drawn("Clinic register, March 2024")
    quads = [quad.part(0.0, share / 10) for share in range(2, 11)]
    assert shared.recognise(page, quads) == engine.recognise(page, quads)
    threads.close()


def test_without_its_pack_it_is_unavailable_and_says_what_to_do(tmp_path):
    context = EngineContext(Places(tmp_path), ReadingSettings())
    state = availability(context)
    assert not state.ready
    assert state.remedy
    with pytest.raises(PackMissingError):
        open_engine(context)


def test_the_table_names_it_first(prepared):
    context = EngineContext(prepared, ReadingSettings())
    assert ENGINES[0].name == "ppocr"
    assert ENGINES[0].available(context).ready
    opened = ENGINES[0].open(context)
    assert opened.name == ENGINES[0].name
    assert opened.scripts <= ENGINES[0].scripts
    opened.close()
