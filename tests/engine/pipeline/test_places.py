"""Whatever is done to a page, the places of its text can be found again in the file."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.pages import open_source
from engine.pipeline import Pipeline
from engine.settings import Settings

WITHIN = 2.0
"""Pixels of the file by which a place may be off."""


def read(content: bytes, reader, places, settings: Settings | None = None, name: str = "page.png"):
    settings = settings or Settings()
    pipeline = Pipeline(settings, places, open_reader=lambda _context: reader)
    with open_source(content, name=name, settings=settings.pages) as source:
        return pipeline.read(source, 0).reading


def drawn_places(marks) -> dict[str, tuple[float, float]]:
    # The middle of a disc drawn from x - 14 to x + 14 inclusive lies half a pixel further.
    return {name: (x + 0.5, y + 0.5) for name, (_, (x, y)) in marks.MARKS.items()}


def moved(places, matrix) -> dict[str, tuple[float, float]]:
    points = np.array([list(places.values())], dtype=np.float64)
    found = cv2.perspectiveTransform(points, np.asarray(matrix, dtype=np.float64))[0]
    return dict(zip(places, map(tuple, found), strict=True))


def assert_found_again(reading, expected) -> None:
    assert {line.text for line in reading.lines} == set(expected)
    for line in reading.lines:
        (place,) = reading.to_source.apply(np.array([line.quad.center]))
        assert np.hypot(*(place - expected[line.text])) < WITHIN, line.text


def centred(matrix: np.ndarray) -> np.ndarray:
    """OpenCV puts coordinates at the middle of pixels; return the matrix that warpPerspective wants."""
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    return np.linalg.inv(half) @ matrix @ half


def tilted(page: np.ndarray, degrees: float) -> tuple[np.ndarray, np.ndarray]:
    height, width = page.shape[:2]
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0), [0, 0, 1]])
    white = (255, 255, 255)
    return cv2.warpPerspective(page, centred(matrix), (width, height), borderValue=white), matrix


def photographed(page: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lay a page on a dark table and look at it from aside."""
    height, width = page.shape[:2]
    target = np.float32([[190, 130], [1010, 190], [1090, 1390], [110, 1330]])
    matrix = cv2.getPerspectiveTransform(
        np.float32([[0, 0], [width, 0], [width, height], [0, height]]), target
    )
    photo = cv2.warpPerspective(
        page, centred(matrix), (1200, 1500), borderValue=(62, 48, 38), flags=cv2.INTER_AREA
    )
    return photo, matrix


def test_an_upright_page(marks, reader, places):
    reading = read(marks.encoded(marks.draw_page()), reader, places)
    assert (reading.width, reading.height, reading.rotation, reading.skew) == (*marks.SIZE, 0, 0.0)
    assert_found_again(reading, drawn_places(marks))


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head(marks, places, turns):
    lying = np.ascontiguousarray(
        np.rot90(marks.draw_page(), turns)
    )  # Counterclockwise: turns make it upright.
    reading = read(marks.encoded(lying), marks.FakeReader(turns=turns), places)
    width, height = marks.SIZE
    back = {
        1: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
        2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        3: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
    }[turns]
    assert reading.rotation == turns
    assert (reading.width, reading.height) == marks.SIZE
    assert_found_again(reading, moved(drawn_places(marks), back))


def test_a_photo_that_its_camera_marks_as_turned(marks, reader, places):
    """The file holds it lying, with an EXIF note to show it turned clockwise by a quarter."""
    lying = np.ascontiguousarray(np.rot90(marks.draw_page(), 1))
    exif = marks.exif(orientation=6)
    reading = read(marks.encoded(lying, "JPEG", quality=95, exif=exif), reader, places, name="page.jpg")
    assert (reading.width, reading.height, reading.rotation) == (*marks.SIZE, 0)
    width = marks.SIZE[0]
    assert_found_again(reading, moved(drawn_places(marks), [[0, 1, 0], [-1, 0, width], [0, 0, 1]]))


@pytest.mark.parametrize("degrees", [-4.0, -0.8, 2.5, 7.0])
def test_a_tilted_page(marks, reader, places, degrees):
    page, matrix = tilted(marks.draw_page(), degrees)
    reading = read(marks.encoded(page), reader, places)
    assert reading.skew == pytest.approx(degrees, abs=0.25)
    assert_found_again(reading, moved(drawn_places(marks), matrix))


def test_a_sheet_in_a_photo(marks, reader, places):
    photo, matrix = photographed(marks.draw_page())
    reading = read(marks.encoded(photo, "JPEG", quality=95), reader, places, name="photo.jpg")
    assert reading.width < 1150  # The table is gone.
    assert any("photo" in warning for warning in reading.warnings)
    assert_found_again(reading, moved(drawn_places(marks), matrix))


def test_a_page_that_is_reduced_before_reading(marks, reader, places):
    page = np.repeat(np.repeat(marks.draw_page(), 3, axis=0), 3, axis=1)
    settings = Settings()
    settings = replace(settings, pages=replace(settings.pages, working_megapixels=4))
    reading = read(marks.encoded(page), reader, places, settings)
    assert reading.width * reading.height <= 4_000_000
    assert_found_again(reading, moved(drawn_places(marks), np.diag([3, 3, 1])))


def test_a_large_photo_of_a_sheet_that_lies_on_its_side(marks, places):
    """Reduced, straightened and turned, all on one page."""
    photo, matrix = photographed(marks.draw_page())
    large = cv2.resize(photo, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    lying = np.ascontiguousarray(np.rot90(large, 1))
    settings = Settings()
    settings = replace(settings, pages=replace(settings.pages, working_megapixels=4))
    content = marks.encoded(lying, "JPEG", quality=95)
    reading = read(content, marks.FakeReader(turns=1), places, settings, "photo.jpg")
    lay = np.array([[0, 1, 0], [-1, 0, large.shape[1]], [0, 0, 1]])
    assert reading.rotation == 1
    assert_found_again(reading, moved(drawn_places(marks), lay @ np.diag([2, 2, 1]) @ matrix))
