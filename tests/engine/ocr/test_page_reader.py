"""A page is read whole: every line once and in order, and what cannot be read is told, never dropped."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr import PageReader
from engine.ocr.engines import ENGINES, Availability, EngineContext, EngineEntry, Recognised
from engine.ocr.errors import NoSuchReaderError
from engine.ocr.page_reader import CUT_OFF, UNREADABLE
from engine.packs import PackMissingError
from engine.settings import ReadingSettings

PRIMARY = ENGINES[:1]
CONTEXT_SETTINGS = ReadingSettings(second_opinion="none")


def drawn_page(*texts, size=(900, 600)):
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for (x, y), text in texts:
        draw.text((x, y), text, fill="black", font=ImageFont.load_default(30))
    return np.asarray(image)


def read(reader, page, **options):
    return reader.read(page, reader.find_lines(page), **options)


@pytest.fixture(scope="module")
def context(prepared):
    return EngineContext(prepared, CONTEXT_SETTINGS)


@pytest.fixture(scope="module")
def reader(context):
    opened = PageReader(context, engines=PRIMARY)
    yield opened
    opened.close()


class Mute:
    """An engine that reads nothing anywhere."""

    name, version, scripts = "mute", "1", frozenset({"Latn"})

    def recognise(self, pixels, quads, *, cancel=lambda: False):
        return [Recognised("", 0.0) for _ in quads]

    def close(self):
        pass


def entry(name, *, scripts=("Latn",), ready=True, remedy="", open_engine=lambda _: Mute()):
    state = Availability(ready, "a reason", remedy)
    return EngineEntry(name, frozenset(scripts), open_engine, lambda _: state)


def test_lines_come_in_reading_order_with_place_words_and_engine(reader):
    page = drawn_page(
        ((60, 300), "Third line at the end"), ((60, 60), "First line of text"), ((60, 180), "Second one here")
    )
    lines = read(reader, page)
    assert [line.text for line in lines] == ["First line of text", "Second one here", "Third line at the end"]
    assert all(line.engine == "ppocr" and line.script == "Latn" for line in lines)
    assert all(0 <= line.confidence <= 1 for line in lines)
    assert [word.text for word in lines[0].words] == lines[0].text.split()
    assert 50 < lines[0].quad.bounds[1] < 70


def test_text_on_its_side_is_read_the_way_it_runs(reader):
    side = drawn_page(((20, 20), "Registration office"), size=(400, 80))
    page = np.full((700, 900, 3), 255, np.uint8)
    page[60:140, 300:700] = drawn_page(((20, 20), "Upright text"), size=(400, 80))
    page[200:600, 40:120] = np.rot90(side)
    page[200:600, 780:860] = np.rot90(side, -1)
    texts = [line.text for line in read(reader, page)]
    assert texts.count("Registration office") == 2
    assert "Upright text" in texts


def test_an_empty_page_has_no_lines(reader):
    assert read(reader, np.full((400, 300, 3), 255, np.uint8)) == ()


def test_what_looks_like_text_but_cannot_be_read_stays_as_a_doubtful_line(context):
    with_nothing_read = PageReader(context, engines=[entry("mute")])
    page = drawn_page(((60, 60), "Somebody wrote something here"))
    (line,) = read(with_nothing_read, page)
    assert line.text == ""
    assert line.confidence == 0.0
    assert UNREADABLE in line.doubts


def test_a_language_that_no_engine_can_read_is_told_with_the_remedy(context):
    lacking = entry("other", scripts=("Arab",), ready=False, remedy="Install the package x.")
    told = PageReader(context, engines=[*PRIMARY, lacking]).warnings
    assert told == ("Arabic cannot be read on this computer. Install the package x.",)


def test_engines_that_are_not_ready_are_not_opened(context):
    def refuse(_):
        raise AssertionError("opened")

    PageReader(context, engines=[*PRIMARY, entry("broken", ready=False, open_engine=refuse)])


def test_the_id_names_models_and_engines(context, reader):
    assert "ppocr" in reader.id
    assert PageReader(context, engines=PRIMARY).id == reader.id
    assert PageReader(context, engines=[*PRIMARY, entry("mute")]).id != reader.id


def test_without_the_pack_it_says_how_to_get_it(places):
    with pytest.raises(PackMissingError) as caught:
        PageReader(EngineContext(places, CONTEXT_SETTINGS))
    assert caught.value.remedy


def test_it_stops_when_asked(reader):
    with pytest.raises(CancelledError):
        read(reader, drawn_page(((60, 60), "First"), ((60, 160), "Second")), cancel=lambda: True)


def test_finding_lines_reads_nothing_and_tells_their_places(reader):
    (line,) = reader.find_lines(drawn_page(((60, 60), "One line")))
    assert isinstance(line.quad, Quad)
    assert 0.5 < line.score <= 1


def test_a_line_that_the_edge_of_the_page_cuts_is_doubtful_however_sure_its_text_is(reader):
    lines = read(reader, drawn_page(((-8, 60), "Household registration"), ((60, 200), "Of the village")))
    assert [CUT_OFF in line.doubts for line in lines] == [True, False]
    assert lines[0].confidence <= 0.5


def test_the_lines_of_a_very_blurred_page_are_found_from_further_away(reader):
    texts = [((60, 30 + 55 * row), "Household registration of families") for row in range(10)]
    page = cv2.GaussianBlur(drawn_page(*texts, size=(1280, 640)), (0, 0), 4)
    page[[0, -1]] = 200  # the shadow that scanners leave at the edge: none of the page is clean margin
    assert len(reader.find_lines(page)) < 10
    assert len(reader.find_lines(page, blurred=True)) == 10


def test_another_page_is_searched_anew(reader):
    assert len(reader.find_lines(drawn_page(((60, 60), "One line")))) == 1
    assert len(reader.find_lines(drawn_page(((60, 60), "One line"), ((60, 200), "Another")))) == 2


def test_a_page_that_stands_on_its_head_is_noticed(reader):
    texts = [((60, 60 + 70 * row), "Household registration of families") for row in range(6)]
    page = drawn_page(*texts)
    turned = np.rot90(page, 2).copy()
    assert reader.orientation(page, reader.find_lines(page)).turns == 0
    assert reader.orientation(turned, reader.find_lines(turned)).turns == 2


def test_an_engine_that_reads_digits_alone_is_not_asked_which_way_up_a_page_is(context):
    class Digits(Mute):
        scripts = frozenset()

        def recognise(self, pixels, quads, *, cancel=lambda: False):
            raise AssertionError("a seven that stands on its head is an eight")

    opened = PageReader(
        context, engines=[*PRIMARY, entry("digits", scripts=(), open_engine=lambda _: Digits())]
    )
    page = drawn_page(((60, 60), "Household registration of families"))
    assert opened.orientation(page, opened.find_lines(page)).turns == 0
    opened.close()


# One place of a page.


def test_one_place_is_read_by_every_engine_that_can(reader):
    page = drawn_page(((60, 60), "First line of text"), ((60, 180), "Second one here"))
    line = reader.read_place(page, Quad.from_box(50, 55, 360, 100))
    assert (line.text, line.engine) == ("First line of text", "ppocr")
    assert reader.read_place(page, Quad.from_box(50, 400, 360, 440)) is None


def test_only_the_engine_and_the_language_that_are_asked_for_read_a_place(context):
    asked = []

    class Named(Mute):
        def __init__(self, name, scripts):
            self.name, self.scripts = name, frozenset(scripts)

        def recognise(self, pixels, quads, *, cancel=lambda: False):
            asked.append(self.name)
            return [Recognised("word", 0.9) for _ in quads]

    engines = [
        entry("one", open_engine=lambda _: Named("one", ["Latn"])),
        entry("two", open_engine=lambda _: Named("two", ["Latn"])),
        entry("three", scripts=("Arab",), open_engine=lambda _: Named("three", ["Arab"])),
    ]
    several = PageReader(context, engines=engines)
    page, box = drawn_page(), Quad.from_box(0, 0, 100, 30)
    for wishes, readers in (
        ({"engine": "two"}, {"two"}),
        ({"languages": ["ar"]}, {"three"}),
        ({"languages": ["fr"]}, {"one", "two"}),
    ):
        asked.clear()
        several.read_place(page, box, **wishes)
        assert set(asked) == readers
    for wishes in ({"engine": "four"}, {"engine": "one", "languages": ["ar"]}):
        with pytest.raises(NoSuchReaderError):
            several.read_place(page, box, **wishes)
