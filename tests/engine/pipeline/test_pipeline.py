"""What the pipeline decides on the way, and what it tells about it."""

import io
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.pages import open_source
from engine.pipeline import Pipeline, pipeline_id
from engine.reading import Line, Origin
from engine.settings import Settings


class Reads:
    """Runs a pipeline over one file."""

    def __init__(self, reader, places, settings: Settings = Settings()) -> None:  # noqa: B008
        self.settings = settings
        self.pipeline = Pipeline(settings, places, open_reader=lambda _context: reader)

    def __call__(self, content: bytes, name: str = "page.png", **options):
        with open_source(content, name=name, settings=self.settings.pages) as source:
            return self.pipeline.read(source, 0, **options)


def with_pages(**changes) -> Settings:
    settings = Settings()
    return replace(settings, pages=replace(settings.pages, **changes))


def test_a_result_holds_the_upright_page_and_a_thumbnail(marks, places):
    lying = np.ascontiguousarray(np.rot90(marks.draw_page(), 1))
    result = Reads(marks.FakeReader(turns=1), places)(marks.encoded(lying))
    image, small = (Image.open(io.BytesIO(data)) for data in (result.image_jpeg, result.thumbnail_jpeg))
    assert image.format == small.format == "JPEG"
    assert image.size == (result.reading.width, result.reading.height) == marks.SIZE
    assert max(small.size) == 320


def test_every_stage_tells_its_time(marks, reader, places):
    reading = Reads(reader, places)(marks.encoded(marks.draw_page())).reading
    assert list(reading.seconds) == [
        "load", "quality", "sheet", "orientation", "skew", "read", "language", "encode",
    ]  # fmt: skip
    assert all(seconds >= 0 for seconds in reading.seconds.values())


def test_stages_that_are_switched_off_are_left_out(marks, places):
    reads = Reads(marks.FakeReader(turns=1), places, with_pages(orient=False, straighten=False))
    reading = reads(marks.encoded(marks.draw_page())).reading
    assert list(reading.seconds) == ["load", "quality", "read", "language", "encode"]
    assert reading.rotation == 0


def test_a_page_without_text_is_told_plainly(marks, reader, places):
    reading = Reads(reader, places)(marks.encoded(np.full((300, 200, 3), 255, np.uint8))).reading
    assert reading.lines == ()
    assert any(warning.startswith("No text was found on this page.") for warning in reading.warnings)


def test_what_the_engines_cannot_read_is_told_with_every_page(marks, places):
    reader = marks.FakeReader(warnings=("Arabic cannot be read.",))
    reading = Reads(reader, places)(marks.encoded(marks.draw_page())).reading
    assert "Arabic cannot be read." in reading.warnings


def test_a_turn_that_is_not_certain_is_told(marks, places):
    reads = Reads(marks.FakeReader(turns=2, certainty=0.3), places)
    assert any("wrong way" in warning for warning in reads(marks.encoded(marks.draw_page())).reading.warnings)


def test_a_scan_is_never_searched_for_a_sheet(marks, reader, places, monkeypatch):
    monkeypatch.setattr("engine.pipeline.stages.find_sheet", lambda pixels: pytest.fail("searched"))
    Reads(reader, places)(marks.encoded(marks.draw_page()))


def test_a_sheet_with_text_beside_it_is_left_as_it_is(marks, reader, places, monkeypatch):
    """What looked like a sheet may be a frame: nothing of what stands around it is lost."""
    monkeypatch.setattr(
        "engine.pipeline.stages.find_sheet", lambda pixels: Quad.from_box(100, 100, 800, 1100)
    )
    reader.beside = [Quad.from_box(300, 20, 600, 60)]
    reading = Reads(reader, places)(marks.encoded(marks.draw_page(), "JPEG"), "photo.jpg").reading
    assert (reading.width, reading.height) == marks.SIZE
    reader.beside = []
    reading = Reads(reader, places)(marks.encoded(marks.draw_page(), "JPEG"), "photo.jpg").reading
    assert (reading.width, reading.height) == (700, 1000)


def test_a_page_is_searched_once_and_what_was_found_moves_with_the_paper(marks, reader, places, monkeypatch):
    monkeypatch.setattr("engine.pipeline.stages.find_skew", lambda gray, near: 2.0)
    result = Reads(reader, places)(marks.encoded(marks.draw_page()))
    assert reader.searches == 1
    width, height = marks.SIZE
    in_source = result.reading.to_source.apply_quad(reader.found[0].quad)
    assert in_source.bounds == pytest.approx((width * 0.4, height * 0.45, width * 0.6, height * 0.5), abs=0.5)


def test_the_pixels_are_not_asked_for_a_tilt_where_the_lines_are_level(marks, reader, places, monkeypatch):
    monkeypatch.setattr("engine.pipeline.stages.find_skew", lambda gray, near: pytest.fail("asked"))
    reader.beside = [Quad.from_box(100, top, 700, top + 30) for top in range(100, 400, 60)]
    assert Reads(reader, places)(marks.encoded(marks.draw_page())).reading.skew == 0


def test_a_page_that_was_turned_is_searched_anew(marks, places):
    reader = marks.FakeReader(turns=1)
    Reads(reader, places)(marks.encoded(marks.draw_page()))
    assert reader.searches == 2


def test_a_blurred_image_is_told_though_text_was_found_and_is_searched_as_such(marks, reader, places):
    sharp, blurred = marks.draw_page(), cv2.GaussianBlur(marks.draw_page(), (0, 0), 9)
    told = Reads(reader, places)(marks.encoded(sharp)).reading.warnings
    assert (reader.told_blurred, any("blurred" in warning for warning in told)) == (False, False)
    told = Reads(reader, places)(marks.encoded(blurred)).reading.warnings
    assert (reader.told_blurred, any("blurred" in warning for warning in told)) == (True, True)


def test_a_page_with_its_own_text_is_not_recognised(text_pdf, reader, places):
    reading = Reads(reader, places)(text_pdf, "letter.pdf").reading
    assert reading.origin is Origin.TEXT_LAYER
    assert "the name of the child" in reading.text
    assert reader.shapes == []
    assert {line.language for line in reading.lines} == {"en"}
    assert list(reading.seconds) == ["load", "text-layer", "language", "encode"]


def test_a_lying_name_is_told_once_and_not_on_every_page(marks, reader, places):
    pages = [Image.fromarray(marks.draw_page())] * 2
    stream = io.BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    settings = Settings()
    pipeline = Pipeline(settings, places, open_reader=lambda _context: reader)
    with open_source(stream.getvalue(), name="scan.pdf", settings=settings.pages) as source:
        first, second = (pipeline.read(source, index).reading for index in range(2))
    assert len(first.warnings) == 1
    assert second.warnings == ()


def test_it_stops_between_stages(marks, reader, places):
    asked = iter([False, False, True])
    with pytest.raises(CancelledError):
        Reads(reader, places)(marks.encoded(marks.draw_page()), cancel=lambda: next(asked))
    assert reader.shapes == []


def test_it_stops_between_lines(marks, reader, places):
    def cancel():
        return bool(reader.shapes)

    with pytest.raises(CancelledError, match="between two lines"):
        Reads(reader, places)(marks.encoded(marks.draw_page()), cancel=cancel)


def test_nothing_is_remembered_between_pages(marks, places):
    reads = Reads(marks.FakeReader(), places)
    content = marks.encoded(marks.draw_page())
    first, second = (replace(reads(content).reading, seconds={}) for _ in range(2))
    assert first == second


def test_closing_gives_back_the_engines(reader, places):
    Pipeline(Settings(), places, open_reader=lambda _context: reader).close()
    assert reader.closed


def test_a_name_takes_the_language_of_its_neighbours(marks, places):
    class Reader(marks.FakeReader):
        def read(self, pixels, found, *, cancel):
            texts = ["nombre del niño y de la madre", "Amina 1234", "fecha de nacimiento"]
            quad = Quad.from_box(0, 0, 10, 10)
            return tuple(Line(text, quad, 0.9, "Latn", "fake") for text in texts)

    reading = Reads(Reader(), places)(marks.encoded(marks.draw_page())).reading
    assert [line.language for line in reading.lines] == ["es", "es", "es"]


def test_where_the_neighbours_disagree_the_language_stays_open(marks, places):
    class Reader(marks.FakeReader):
        def read(self, pixels, found, *, cancel):
            texts = ["nombre del niño y de la madre", "Amina 1234", "the name of the child and mother"]
            quad = Quad.from_box(0, 0, 10, 10)
            return tuple(Line(text, quad, 0.9, "Latn", "fake") for text in texts)

    reading = Reads(Reader(), places)(marks.encoded(marks.draw_page())).reading
    assert [line.language for line in reading.lines] == ["es", "und", "en"]


def test_the_id_changes_with_what_changes_results():
    plain = pipeline_id(Settings(), "models-1")
    assert plain == pipeline_id(Settings(), "models-1")
    assert plain != pipeline_id(Settings(), "models-2")
    assert plain != pipeline_id(with_pages(pdf_dpi=300), "models-1")
    reading = replace(Settings(), reading=replace(Settings().reading, languages=("en",)))
    assert plain != pipeline_id(reading, "models-1")


def test_the_id_does_not_change_with_limits_or_with_how_the_work_is_done():
    plain = pipeline_id(Settings(), "models-1")
    assert plain == pipeline_id(with_pages(max_megapixels=5, max_pages=7), "models-1")
    worker = replace(Settings(), worker=replace(Settings().worker, processes=3))
    assert plain == pipeline_id(worker, "models-1")
