"""Numbers in Arabic-Indic digits are read, and whatever is none is left to the others."""
# ruff: noqa: RUF001 - Arabic digits are meant

import json
import re
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr.ctc import Glyph, text_of
from engine.ocr.engines import ENGINES, EngineContext
from engine.ocr.engines.numerals import (
    CALIBRATION_FILE,
    NumeralsRecogniser,
    availability,
    in_logical_order,
    open_engine,
    strip_input,
    tightened,
    with_gaps,
)
from engine.packs import MANIFEST_NAME, PackDamagedError, PackMissingError, load_pack
from engine.runtime import Threads
from engine.settings import Places, ReadingSettings
from models.numerals.installing import SHIPPED, prepare_numerals


@pytest.fixture(scope="module")
def engine():
    opened = NumeralsRecogniser(load_pack(SHIPPED), Threads())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def listed(request):
    """The sample list: its pixels, and the places of its lines by what they say."""
    folder = request.config.rootpath / "tests" / "samples"
    truth = json.loads((folder / "distribution-list.truth.json").read_text(encoding="utf-8"))
    with Image.open(folder / "distribution-list.jpg") as image:
        pixels = np.asarray(image.convert("RGB"))
    lines = [(line["text"], grown(line["quad"])) for line in truth["pages"][0]["lines"]]
    return pixels, lines


def grown(points):
    """The place as a detector gives it: with some paper around the letters."""
    corners = np.array(points, np.float32)
    centre, least = corners.mean(axis=0), 0.35 * np.linalg.norm(corners[3] - corners[0])
    return Quad.from_array(corners + np.sign(corners - centre) * least)


def drawn(text, size=32):
    font = ImageFont.load_default(size)
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("RGB", (int(right - left) + 60, int(bottom - top) + 60), "white")
    ImageDraw.Draw(image).text((30 - left, 30 - top), text, fill="black", font=font)
    return np.asarray(image), Quad.from_box(22, 22, 38 + right - left, 38 + bottom - top)


def test_lone_numbers_of_the_sample_list_are_read(engine, listed):
    pixels, lines = listed
    numbers = [(text, quad) for text, quad in lines if re.fullmatch("[٠-٩/]+", text)]
    read = engine.recognise(pixels, [quad for _, quad in numbers])
    right = sum(r.text == text for r, (text, _) in zip(read, numbers, strict=True))
    assert len(numbers) == 73
    assert right >= 69


def test_words_of_the_sample_list_are_no_numbers(engine, listed):
    pixels, lines = listed
    words = [quad for text, quad in lines if not re.search("[٠-٩]", text) and len(text) > 2]
    read = engine.recognise(pixels, words)
    assert not [r for r in read if engine.reliability(r.confidence) >= 0.5]


@pytest.mark.parametrize("text", ["23/04/2024", "8005550", "Samira Haddar", "KE-0042/B", "2 368 475"])
def test_latin_letters_and_european_digits_are_no_numbers_of_these(engine, text):
    page, quad = drawn(text)
    (read,) = engine.recognise(page, [quad])
    assert engine.reliability(read.confidence) < 0.5


def test_words_of_a_number_stand_within_its_place(engine, listed):
    pixels, lines = listed
    quad = next(quad for text, quad in lines if text == "٤٤٠١٢")
    (read,) = engine.recognise(pixels, [quad])
    left, _, right, _ = quad.bounds
    assert [word.text for word in read.words] == read.text.split()
    assert all(left - 1 <= word.quad.bounds[0] < word.quad.bounds[2] <= right + 1 for word in read.words)


def test_light_digits_on_a_dark_ground_are_read_as_well(engine, listed):
    pixels, lines = listed
    places = [quad for text, quad in lines if re.fullmatch("[٢-٩]", text)]
    as_printed, inverted = engine.recognise(pixels, places), engine.recognise(255 - pixels, places)
    same = [a.text == b.text for a, b in zip(as_printed, inverted, strict=True)]
    assert np.mean(same) > 0.9


def test_blank_paper_and_impossible_places_hold_nothing(engine):
    page = np.full((60, 300, 3), 255, np.uint8)
    places = [(0, 0, 300, 60), (0, 0, 1, 1), (0, 0, 300, 1), (900, 0, 990, 40), (0, 0, 300, 2)]
    read = engine.recognise(page, [Quad.from_box(*place) for place in places])
    assert [(r.text, r.confidence) for r in read] == [("", 0.0)] * len(places)


def test_it_can_be_stopped(engine):
    with pytest.raises(CancelledError):
        engine.recognise(np.zeros((9, 9, 3), np.uint8), [Quad.from_box(0, 0, 9, 9)], cancel=lambda: True)


@pytest.mark.parametrize(
    ("seen", "typed"),
    [
        ("١٢/٠٣/٢٠٢٤", "١٢/٠٣/٢٠٢٤"),
        ("١٢-٠٣-٢٠٢٤", "٢٠٢٤-٠٣-١٢"),
        ("٤٤٠١٢", "٤٤٠١٢"),
        ("١٢٬٥٠٠٫٧٥", "١٢٬٥٠٠٫٧٥"),
        ("١٠:٣٠", "١٠:٣٠"),
        ("٪٥٠", "٥٠٪"),
        ("٥٠٪", "٥٠٪"),
        ("٩٦٧+", "+٩٦٧"),
        ("+٩٦٧", "+٩٦٧"),
        (".٥", "٥."),
        ("-٥", "٥-"),
        ("(٥)", "(٥)"),
        ("(٥", "٥)"),
        ("", ""),
    ],
)
def test_what_is_seen_from_left_to_right_is_put_into_the_order_of_typing(seen, typed):
    assert in_logical_order(seen) == typed


def glyphs(text, middles):
    return [Glyph(c, at, at, 0.99, "", 0.0) for c, at in zip(text, middles, strict=True)]


def test_characters_far_apart_are_two_numbers():
    found = with_gaps(glyphs("٢٣٤٥٦٧", [2, 5, 8, 15, 18, 21]), least=6)
    assert text_of(found) == "٢٣٤ ٥٦٧"


@pytest.mark.parametrize("middles", [[2, 5, 8, 11], [2, 5, 8, 14], [2, 12, 20, 33]])
def test_evenly_spaced_characters_are_one_number(middles):
    assert text_of(with_gaps(glyphs("٢٣٤٥", middles), least=6)) == "٢٣٤٥"


def test_of_few_characters_the_usual_distance_is_not_known():
    assert text_of(with_gaps(glyphs("٢٣٤", [2, 5, 15]), least=6)) == "٢٣٤"
    assert with_gaps([], least=6) == []


def test_paper_above_and_below_small_print_is_taken_away():
    strip = np.full((32, 40, 3), 240, np.uint8)
    strip[14:24, 10:14] = 20
    quad = Quad.from_box(100, 100, 140, 132)
    left, top, right, bottom = tightened(quad, strip).bounds
    assert (left, right) == (100, 140)
    assert 110 <= top <= 113
    assert 125 <= bottom <= 128


def test_a_line_that_fills_its_height_or_holds_rules_alone_stays_as_it_is():
    quad = Quad.from_box(100, 100, 140, 132)
    for rows, columns in (
        (slice(2, 30), slice(10, 14)),
        (slice(20, 22), slice(None)),
        (slice(0, 0), slice(0, 0)),
    ):
        strip = np.full((32, 40, 3), 240, np.uint8)
        strip[rows, columns] = 20
        assert tightened(quad, strip) == quad


def test_a_point_is_never_brought_up_to_the_size_of_a_digit():
    strip = np.full((32, 40, 3), 240, np.uint8)
    strip[15:19, 18:22] = 20
    _, top, _, bottom = tightened(Quad.from_box(0, 0, 40, 32), strip).bounds
    assert bottom - top >= 0.4 * 32


def test_ink_is_positive_whatever_its_colour():
    paper = np.full((32, 64), 230, np.uint8)
    paper[8:24, 30:34] = 20
    dark, light = strip_input(paper), strip_input(255 - paper)
    assert dark.max() == pytest.approx(1.0, abs=0.01)
    assert np.allclose(dark, light)
    assert not strip_input(np.full((32, 64), 7, np.uint8)).any()


def test_the_table_has_it_and_it_reads_no_script_as_a_whole(places):
    prepare_numerals(places.packs)
    entry = next(entry for entry in ENGINES if "arab" in entry.numbering_systems)
    context = EngineContext(places, ReadingSettings())
    assert entry.available(context).ready
    opened = entry.open(context)
    assert (opened.name, opened.scripts) == (entry.name, frozenset())
    assert opened.numbering_systems == entry.numbering_systems
    opened.close()


def test_without_its_pack_it_says_what_to_do(places: Places):
    context = EngineContext(places, ReadingSettings())
    state = availability(context)
    assert not state.ready
    assert "python3 run.py" in state.remedy
    assert "packs install" not in state.remedy
    with pytest.raises(PackMissingError):
        open_engine(context)


def test_a_pack_without_its_curve_is_damaged(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "numerals")
    pack = load_pack(tmp_path / "numerals")
    files = {name: file for name, file in pack.manifest.files.items() if name != CALIBRATION_FILE}
    manifest = replace(pack.manifest, files=files)
    (pack.folder / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
    with pytest.raises(PackDamagedError):
        NumeralsRecogniser(load_pack(pack.folder), Threads())
