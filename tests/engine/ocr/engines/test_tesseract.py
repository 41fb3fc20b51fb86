"""Tesseract reads Arabic and Latin lines, in logical order, and tells which languages it lacks."""

import json
import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest
import tesserocr
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.language import script_of
from engine.ocr.engines import EngineContext, tesseract
from engine.pages import open_source
from engine.runtime import Threads
from engine.settings import PageSettings, Places, ReadingSettings


@pytest.fixture(scope="module")
def engine(prepared):
    opened = tesseract.open_engine(EngineContext(prepared, ReadingSettings()))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def form(samples):
    """A page in English and Arabic: its pixels, and its lines as text and quad."""
    with open_source(samples / "consent-form.png", name="form", settings=PageSettings()) as source:
        pixels = source.load(0).pixels
    truth = json.loads((samples / "consent-form.truth.json").read_text(encoding="utf-8"))
    lines = [
        (line["text"], Quad.from_array(np.array(line["quad"])))
        for line in truth["pages"][0]["lines"]
        if line["quad"] and len(line["text"]) > 15
    ]
    return pixels, lines


def lines_in(form, script):
    return [(text, quad) for text, quad in form[1] if script_of(text) == script]


def words_right(truth, read):
    """The share of the truth's words that were read, punctuation apart."""
    expected = [word.strip(".,:؛،") for word in truth.split()]
    found = {word.strip(".,:؛،") for word in read.split()}
    return sum(word in found for word in expected) / len(expected)


@pytest.mark.parametrize(("script", "least"), [("Arab", 0.75), ("Latn", 0.9)])
def test_lines_are_read_in_logical_order(engine, form, script, least):
    lines = lines_in(form, script)
    read = engine.in_script(script).recognise(form[0], [quad for _, quad in lines])
    shares = [words_right(text, reading.text) for (text, _), reading in zip(lines, read, strict=True)]
    assert np.mean(shares) >= least


def test_text_of_a_known_language_is_read_with_the_data_of_that_language_alone(engine, form):
    lines = lines_in(form, "Latn")
    english = engine.in_script("Latn", "en")
    assert english is engine.in_script("Latn", "en")
    assert english.version != engine.in_script("Latn").version
    read = english.recognise(form[0], [quad for _, quad in lines])
    shares = [words_right(text, reading.text) for (text, _), reading in zip(lines, read, strict=True)]
    assert np.mean(shares) >= 0.9


def test_a_language_that_it_has_no_data_for_is_read_with_all_of_its_script(engine):
    assert engine.in_script("Latn", "fi") is engine.in_script("Latn")
    assert engine.in_script("Latn", "ar") is engine.in_script("Latn")


def test_lines_shared_among_threads_come_out_as_on_one(prepared, engine, form):
    threads = Threads(2)
    shared = tesseract.open_engine(EngineContext(prepared, ReadingSettings(), threads))
    quads = [quad for _, quad in lines_in(form, "Latn")]
    alone = engine.in_script("Latn", "en").recognise(form[0], quads)
    assert shared.in_script("Latn", "en").recognise(form[0], quads) == alone
    shared.close()
    threads.close()


def test_copies_of_the_data_beyond_a_few_are_freed_when_a_page_is_done(prepared, form, monkeypatch):
    count = tesseract.MOST_KEPT + 2
    all_open, opened, ended = threading.Barrier(count), [], []

    class Counted(tesserocr.PyTessBaseAPI):
        def __init__(self, **_options):
            opened.append(self)
            all_open.wait(timeout=30)

        def End(self):  # noqa: N802 - tesserocr's own name
            ended.append(self)
            super().End()

    monkeypatch.setattr(tesserocr, "PyTessBaseAPI", Counted)
    threads = Threads(count)
    engine = tesseract.open_engine(EngineContext(prepared, ReadingSettings(), threads))
    english = engine.in_script("Latn", "en")
    assert all(reading.text for reading in english.recognise(form[0], [lines_in(form, "Latn")[0][1]] * count))
    assert (len(opened), len(ended)) == (count, 2)
    engine.close()
    threads.close()
    assert len(ended) == count


def test_each_line_is_read_in_the_script_that_tesseract_is_surest_of(engine, form):
    lines = [*lines_in(form, "Arab")[:3], *lines_in(form, "Latn")[:3]]
    read = engine.recognise(form[0], [quad for _, quad in lines])
    assert [script_of(reading.text) for reading in read] == ["Arab"] * 3 + ["Latn"] * 3


@pytest.mark.parametrize("script", ["Arab", "Latn"])
def test_words_stand_in_order_along_their_line(engine, form, script):
    for _, quad in lines_in(form, script)[:4]:
        (reading,) = engine.in_script(script).recognise(form[0], [quad])
        assert " ".join(word.text for word in reading.words) == reading.text
        centers = [word.quad.center[0] for word in reading.words]
        assert centers == sorted(centers, reverse=script == "Arab")
        left, top, right, bottom = quad.bounds
        for word in reading.words:
            assert left - 5 <= word.quad.bounds[0] <= word.quad.bounds[2] <= right + 5
            assert top - 5 <= word.quad.bounds[1] <= word.quad.bounds[3] <= bottom + 5


def test_text_carries_no_marks_of_direction(engine, form):
    lines = lines_in(form, "Arab")
    text = "".join(r.text for r in engine.recognise(form[0], [quad for _, quad in lines]))
    assert not set(text) & set("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\n")


def test_a_shadow_over_the_line_changes_little(engine, form):
    pixels, _ = form
    shadow = np.linspace(1.0, 0.35, pixels.shape[1])[None, :, None]
    dark = (pixels * shadow).astype(np.uint8)
    lines = lines_in(form, "Arab")[:6]
    read = engine.in_script("Arab").recognise(dark, [quad for _, quad in lines])
    shares = [words_right(text, reading.text) for (text, _), reading in zip(lines, read, strict=True)]
    assert np.mean(shares) >= 0.7


def test_light_letters_on_a_dark_ground_are_read(engine, form):
    pixels, _ = form
    (text, quad), *_ = lines_in(form, "Latn")
    (reading,) = engine.in_script("Latn").recognise(255 - pixels, [quad])
    assert words_right(text, reading.text) >= 0.8


def test_a_line_that_stands_on_its_side_is_read_along_its_quad(engine, form):
    pixels, _ = form
    text, quad = lines_in(form, "Latn")[0]
    turned = np.ascontiguousarray(cv2.rotate(pixels, cv2.ROTATE_90_CLOCKWISE))
    corners = quad.as_array()
    around = np.stack([pixels.shape[0] - corners[:, 1], corners[:, 0]], axis=1)
    (reading,) = engine.in_script("Latn").recognise(turned, [Quad.from_array(around)])
    assert words_right(text, reading.text) >= 0.8


@pytest.mark.parametrize(
    "quad",
    [
        Quad.from_box(5000, 5000, 5100, 5030),
        Quad.from_box(-200, -50, -20, -5),
        Quad.from_box(100, 100, 100, 130),
        Quad.from_box(100, 100, 300, 100.5),
    ],
)
def test_places_that_hold_no_line_are_empty(engine, form, quad):
    (reading,) = engine.recognise(form[0], [quad])
    assert (reading.text, reading.confidence, reading.words) == ("", 0.0, ())


def test_white_paper_is_empty(engine):
    page = np.full((200, 400, 3), 255, np.uint8)
    assert engine.recognise(page, [Quad.from_box(10, 10, 390, 60)])[0].text == ""


def test_it_stops_when_asked(engine, form):
    with pytest.raises(CancelledError):
        engine.recognise(form[0], [quad for _, quad in form[1]], cancel=lambda: True)


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A computer without any language file."""
    monkeypatch.setattr("engine.ocr.tessdata.system_folders", lambda environ: ())
    return EngineContext(Places(tmp_path), ReadingSettings())


def test_without_language_files_it_says_what_to_install(bare):
    state = tesseract.availability(bare)
    assert not state.ready
    assert state.missing_languages == ("en", "fr", "es", "ar", "sw")
    assert "tesseract-ocr-ara" in state.remedy
    with pytest.raises(tesseract.TesseractMissingError, match="tesseract-ocr-swa"):
        tesseract.open_engine(bare)


def test_a_missing_language_costs_only_itself(bare, prepared):
    bare.places.tessdata.mkdir(parents=True)
    for code in ("eng", "fra"):
        file = f"{code}.traineddata"
        (bare.places.tessdata / file).symlink_to(prepared.tessdata / file)
    state = tesseract.availability(bare)
    assert state.ready
    assert state.missing_languages == ("es", "ar", "sw")
    assert tesseract.open_engine(bare).scripts == {"Latn"}


def test_other_languages_are_another_version(prepared):
    versions = {
        tesseract.open_engine(
            EngineContext(prepared, replace(ReadingSettings(), languages=languages))
        ).version
        for languages in [("en",), ("en", "fr"), ("en", "ar")]
    }
    assert len(versions) == 3


spans = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 60)).map(lambda s: (float(s[0]), float(s[0] + s[1]))),
    max_size=6,
)


@given(spans)
def test_parting_words_never_loses_or_widens_one(given_spans):
    apart = tesseract._apart(given_spans)
    assert len(apart) == len(given_spans)
    for (left, right), (old_left, old_right) in zip(apart, given_spans, strict=True):
        assert old_left <= left < right <= old_right


def test_a_word_that_reaches_over_its_neighbour_is_cut():
    assert tesseract._apart([(300.0, 400.0), (200.0, 390.0), (100.0, 150.0)])[1] == (200.0, 300.0)


@pytest.mark.parametrize(
    ("token", "typed"),
    [
        ("\u200fصفحة\u200e", "صفحة"),
        ("تايناطب\u200e", "بطانيات"),
        ("١نم\u200e", "من١"),
        ("UNHCR\u200e", "UNHCR"),
        ("\u200e.١٢\u200f", "١٢."),
        ("\u200e17/04/2024\u200f", "17/04/2024"),
        ("\u200e-5\u200f", "-5"),
    ],
)
def test_words_come_in_the_order_in_which_they_are_typed(token, typed):
    assert tesseract._logical(token) == typed


@pytest.mark.parametrize("margin", [0, 12, 40])
def test_blank_paper_beside_a_line_invents_nothing(engine, form, margin):
    for text, quad in lines_in(form, "Arab")[:5]:
        left, top, right, bottom = quad.bounds
        wide = Quad.from_box(left - margin, top - 2, right + margin, bottom + 2)
        (reading,) = engine.in_script("Arab").recognise(form[0], [wide])
        assert reading.text.endswith(".") <= text.endswith(".")
        assert "|" not in reading.text
