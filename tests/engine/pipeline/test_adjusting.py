"""What a person wants done to a page is done in place of what the pipeline would do."""

import cv2
import numpy as np
import pytest

from engine.errors import CancelledError
from engine.geometry import UNADJUSTED, Adjustment, Quad, Transform
from engine.pages import DamagedFileError, encode_jpeg, open_source
from engine.pipeline import Pipeline
from engine.pipeline.errors import AdjustmentOutsideError
from engine.reading import Line
from engine.settings import Settings

WITHIN = 2.0


def read(content, reader, places, adjustment, name="page.png"):
    settings = Settings()
    pipeline = Pipeline(settings, places, open_reader=lambda _context: reader)
    with open_source(content, name=name, settings=settings.pages) as source:
        return pipeline.read(source, 0, adjustment=adjustment).reading


def drawn(marks):
    return {name: (x + 0.5, y + 0.5) for name, (_, (x, y)) in marks.MARKS.items()}


def assert_found_again(reading, expected):
    assert {line.text for line in reading.lines} == set(expected)
    for line in reading.lines:
        (place,) = reading.to_source.apply(np.array([line.quad.center]))
        assert np.hypot(*(place - expected[line.text])) < WITHIN, line.text


@pytest.mark.parametrize("turns", range(4))
def test_the_page_is_turned_as_wanted_whatever_the_pipeline_believes(marks, places, turns):
    reader = marks.FakeReader(turns=1, certainty=0.1)
    reading = read(marks.encoded(marks.draw_page()), reader, places, Adjustment(quarter_turns=turns))
    assert reading.rotation == turns
    assert (reading.width, reading.height) == (marks.SIZE if turns % 2 == 0 else marks.SIZE[::-1])
    assert not any("wrong way" in warning for warning in reading.warnings)
    assert_found_again(reading, drawn(marks))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_sheet_is_cut_out_by_corners_in_pixels_of_the_file(marks, places, orientation):
    page = marks.draw_page()
    height, width = page.shape[:2]
    target = np.float32([[190, 130], [1010, 190], [1090, 1390], [110, 1330]])
    matrix = cv2.getPerspectiveTransform(
        np.float32([[0, 0], [width, 0], [width, height], [0, height]]), target
    )
    # On a ground as white as the sheet, where no sheet is found.
    photo = cv2.warpPerspective(page, matrix, (1200, 1500), borderValue=(250, 250, 250))
    turns = {1: 0, 6: 1, 3: 2, 8: 3}[orientation]
    stored = np.ascontiguousarray(np.rot90(photo, turns))
    content = marks.encoded(stored, "JPEG", quality=95, exif=marks.exif(orientation=orientation))
    to_stored = {
        0: Transform.identity(),
        1: Transform((0, 1, 0, -1, 0, 1200, 0, 0, 1)),
        2: Transform((-1, 0, 1200, 0, -1, 1500, 0, 0, 1)),
        3: Transform((0, -1, 1500, 1, 0, 0, 0, 0, 1)),
    }[turns]
    corners = to_stored.apply_quad(Quad.from_array(target))
    reading = read(content, marks.FakeReader(), places, Adjustment(corners=corners), "photo.jpg")
    assert (reading.width, reading.height) == (982, 1203)
    assert reading.skew == 0
    points = cv2.perspectiveTransform(np.array([list(drawn(marks).values())], dtype=np.float64), matrix)[0]
    expected = to_stored.apply(points)
    assert_found_again(reading, dict(zip(drawn(marks), map(tuple, expected), strict=True)))


def test_a_straightened_sheet_is_turned_by_the_pipeline_unless_a_person_says_how_far(marks, places):
    corners = Quad.from_box(20, 10, 860, 1170)
    content = marks.encoded(marks.draw_page())
    assert read(content, marks.FakeReader(turns=2), places, Adjustment(corners=corners)).rotation == 2
    told = Adjustment(quarter_turns=1, corners=corners)
    reading = read(content, marks.FakeReader(turns=2), places, told)
    assert (reading.rotation, reading.width, reading.height) == (1, 1160, 840)
    assert_found_again(reading, drawn(marks))


def test_the_files_own_text_turns_with_the_page(marks, reader, places, text_pdf):
    plain = read(text_pdf, reader, places, UNADJUSTED, "a.pdf")
    turned = read(text_pdf, reader, places, Adjustment(quarter_turns=1), "a.pdf")
    assert {line.text for line in turned.lines} == {line.text for line in plain.lines}
    assert (turned.width, turned.height) == (plain.height, plain.width)
    where = {line.text: plain.to_source.apply_quad(line.quad) for line in plain.lines}
    for line in turned.lines:
        there = turned.to_source.apply_quad(line.quad)
        assert np.allclose(there.as_array(), where[line.text].as_array(), atol=0.5)


def test_of_the_files_own_text_what_lies_beside_the_sheet_goes(marks, reader, places, text_pdf):
    plain = read(text_pdf, reader, places, UNADJUSTED, "a.pdf")
    half = Quad.from_box(0, 0, plain.width, plain.lines[5].quad.bounds[3])
    cut = Adjustment(corners=plain.to_source.apply_quad(half))
    assert len(read(text_pdf, reader, places, cut, "a.pdf").lines) == 6


def test_corners_beside_the_page_are_told_and_those_a_little_beyond_it_are_drawn_in(marks, places):
    content = marks.encoded(marks.draw_page())
    with pytest.raises(AdjustmentOutsideError):
        read(content, marks.FakeReader(), places, Adjustment(corners=Quad.from_box(2000, 0, 3000, 900)))
    around = Adjustment(corners=Quad.from_box(-50, -50, 930, 1230))
    reading = read(content, marks.FakeReader(), places, around)
    assert (reading.width, reading.height) == marks.SIZE


# One box of a page.


class PlaceReader:
    id, warnings = "fake", ()

    def __init__(self):
        self.asked = []

    def read_place(self, pixels, quad, *, languages, engine, cancel):
        self.asked.append((pixels.shape, quad, languages, engine))
        return Line("the name of the child", quad, 0.8, "Latn", "fake")

    def close(self):
        pass


def test_a_box_is_read_on_the_kept_image_with_the_wishes(marks, places):
    reader, box = PlaceReader(), Quad.from_box(70, 60, 400, 90)
    pipeline = Pipeline(Settings(), places, open_reader=lambda _context: reader)
    image = encode_jpeg(marks.draw_page())
    line = pipeline.read_region(image, box, languages=["en"], engine="tesseract")
    assert (line.text, line.language) == ("the name of the child", "en")
    assert reader.asked == [((1180, 880, 3), box, ["en"], "tesseract")]
    with pytest.raises(CancelledError):
        pipeline.read_region(image, box, cancel=lambda: True)
    with pytest.raises(DamagedFileError):
        pipeline.read_region(image[:50], box)
