"""Lines are found where they are: level and tilted, long and thin, sideways, on any size of page."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.geometry import Quad
from engine.ocr.detect import DetectorNumbers, LineDetector, upright_order
from engine.packs import find_pack
from engine.runtime import open_session


@pytest.fixture(scope="module")
def pack(prepared):
    return find_pack(prepared, "reading")


@pytest.fixture(scope="module")
def detector(pack):
    return LineDetector(
        open_session(pack.read_model("detector")),
        side=1280,
        numbers=DetectorNumbers.of(pack.model("detector")),
    )


class Painted:
    """A session that finds text where the page is black."""

    def __init__(self):
        self.searched = 0

    def get_inputs(self):
        return [type("Input", (), {"name": "x"})]

    def run(self, _, values):
        (blob,) = values.values()
        self.searched += blob.shape[2] * blob.shape[3]
        return [(blob[:, :1] < 0).astype(np.float32)]


def page_with(*texts, size=(900, 600), font_size=28):
    """A white page with texts at (x, y)."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(font_size)
    for (x, y), text in texts:
        draw.text((x, y), text, fill="black", font=font)
    return np.asarray(image)


def overlap(quad, box):
    """Intersection over union of the bounds of a quad and a box."""
    a, b = quad.bounds, box
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, width) * max(0.0, height)
    return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared)


def test_each_line_is_found_once_and_where_it_is(detector):
    page = page_with(
        ((60, 80), "Household registration"), ((60, 200), "Amina Juma"), ((500, 200), "14/07/1986")
    )
    found = detector.find(page)
    assert len(found) == 3
    for box in ((60, 84, 375, 115), (60, 204, 220, 235), (500, 204, 650, 230)):
        best = max(found, key=lambda line: overlap(line.quad, box))
        assert overlap(best.quad, box) > 0.5
        assert best.score > 0.5


def small_print(width, height, *, size, columns):
    """A page full of words, and how many there are."""
    places = [
        ((40 + column * (width - 60) // columns, y), "register")
        for y in range(40, height - 60, round(1.5 * size))
        for column in range(columns)
    ]
    return page_with(*places, size=(width, height), font_size=size), len(places)


@pytest.mark.parametrize(
    ("width", "height", "size", "columns"),
    [(700, 7000, 26, 2), (3600, 2600, 17, 8)],
    ids=["receipt", "register"],
)
def test_small_print_on_a_large_page_is_found_line_by_line(detector, width, height, size, columns):
    page, count = small_print(width, height, size=size, columns=columns)
    found = detector.find(page)
    assert len(found) == count
    assert all(line.quad.height < 3 * size for line in found)


def test_a_line_across_the_edge_of_two_strips_is_found_whole():
    page = np.full((6000, 600, 3), 255, np.uint8)
    page[100:5900, 300:340] = 0
    (line,) = LineDetector(Painted(), side=640).find(page)
    assert line.quad.height > 5780


def test_an_empty_page_has_no_lines(detector):
    assert detector.find(np.full((500, 400, 3), 255, np.uint8)) == []
    assert detector.find(np.zeros((500, 400, 3), np.uint8)) == []


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 2000, 3), (2000, 3, 3), (31, 33, 3)])
def test_odd_sizes_of_page_are_no_problem(detector, shape):
    assert isinstance(detector.find(np.full(shape, 255, np.uint8)), list)


def test_a_large_page_gives_quads_in_its_own_pixels(detector):
    small = page_with(((60, 80), "Household registration"), size=(900, 600))
    large = cv2.resize(small, None, fx=4, fy=4, interpolation=cv2.INTER_LINEAR)
    (line,) = detector.find(large)
    assert overlap(line.quad, (240, 336, 1500, 460)) > 0.5


@pytest.mark.parametrize("degrees", [-12, 8])
def test_a_tilted_line_gives_a_tilted_quad_from_its_own_top_left(detector, degrees):
    page = page_with(((120, 280), "The quick brown fox jumps over the lazy dog"))
    matrix = cv2.getRotationMatrix2D((450, 300), degrees, 1)
    turned = cv2.warpAffine(page, matrix, (900, 600), borderValue=(255, 255, 255))
    (line,) = detector.find(turned)
    (x0, y0), (x1, y1) = line.quad.top_left, line.quad.top_right
    assert np.degrees(np.arctan2(y1 - y0, x1 - x0)) == pytest.approx(-degrees, abs=2)
    assert line.quad.width > 5 * line.quad.height


def test_a_line_on_its_side_gives_a_tall_quad(detector):
    page = page_with(((120, 280), "The quick brown fox jumps over"))
    (line,) = detector.find(np.rot90(page).copy())
    assert line.quad.height > 5 * line.quad.width


def test_a_very_long_thin_line_is_one_line():
    page = np.full((640, 1280, 3), 255, np.uint8)
    page[300:306, 20:1260] = 0
    (line,) = LineDetector(Painted(), side=1280).find(page)
    assert line.quad.width > 1230
    assert line.quad.height < 25


def test_text_within_a_frame_that_counts_as_text_is_found_too():
    page = np.full((640, 640, 3), 255, np.uint8)
    cv2.rectangle(page, (50, 50), (590, 590), (0, 0, 0), 8)
    page[300:320, 200:400] = 0
    found = LineDetector(Painted(), side=640).find(page)
    assert any(overlap(line.quad, (190, 290, 410, 330)) > 0.5 for line in found)


@pytest.mark.parametrize("corner", [(0, 0), (700, 40), (90, 1100), (720, 1150)])
@pytest.mark.parametrize("level", [0, 110])
def test_blank_margins_are_not_searched_and_change_nothing(corner, level):
    page = np.full((1280, 960, 3), 255, np.uint8)
    x, y = corner
    page[y : y + 20, x : x + 200] = level
    session = Painted()
    (line,) = LineDetector(session, side=1280).find(page)
    assert overlap(line.quad, (x - 16, y - 16, x + 216, y + 36)) > 0.6
    assert session.searched < 0.1 * 1280 * 960


@pytest.mark.parametrize("mark", [15, 255])
def test_margins_with_the_faintest_mark_are_searched(mark):
    page = np.full((1280, 960, 3), 255, np.uint8)
    page[600:620, 400:600] = 0
    for row, column in ((8, 8), (1260, 940)):
        page[row : row + 4, column : column + 4] = 255 - mark
    session = Painted()
    LineDetector(session, side=1280).find(page)
    assert session.searched == 1280 * 960


def test_specks_are_no_lines():
    page = np.full((640, 640, 3), 255, np.uint8)
    page[100, 100] = 0
    assert LineDetector(Painted(), side=640).find(page) == []


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
def test_corners_come_clockwise_from_the_top_left_whatever_their_order(start, mirrored):
    corners = np.array([[10, 20], [110, 30], [108, 50], [8, 40]], np.float32)
    shuffled = np.roll(corners[::-1] if mirrored else corners, start, axis=0)
    np.testing.assert_array_equal(upright_order(shuffled), corners)


def test_corners_of_a_tall_rectangle_are_those_of_an_upright_one():
    quad = Quad.from_array(upright_order(np.array([[10, 10], [10, 200], [30, 200], [30, 10]], np.float32)))
    assert quad == Quad.from_box(10, 10, 30, 200)
