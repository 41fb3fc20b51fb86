"""What holds for the reading order of any page whatever."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry import Quad
from engine.ocr.order import in_reading_order
from engine.reading import Line

WORDS = st.sampled_from(["Name", "Amina", "12", "", "الاسم", "أمينة", "TOTAL 995", "a long line of text"])
SIZE = 4096


@st.composite
def lines(draw) -> Line:
    x, y = draw(st.integers(0, 1000)), draw(st.integers(0, 1000))
    width, height = draw(st.integers(0, 800)), draw(st.integers(0, 60))
    quad = Quad.from_box(x, y, x + width, y + height)
    if draw(st.integers(0, 5)) == 0:
        slope = draw(st.integers(-200, 200))
        quad = replace(quad, top_right=(x + width, y + slope), bottom_right=(x + width, y + height + slope))
    return Line(draw(WORDS), quad, 0.5, "Zyyy", "test", block=draw(st.integers(0, 3)))


PAGES = st.lists(lines(), max_size=25)


def order(page: list[Line]) -> tuple[Line, ...]:
    return in_reading_order(page, page_width=SIZE, page_height=SIZE)


def bare(page) -> list[str]:
    return sorted(repr(replace(line, block=0, cell=None)) for line in page)


def moved(page: list[Line], *, scale: int = 1, shift: int = 0) -> list[Line]:
    def move(quad: Quad) -> Quad:
        return Quad(*((x * scale + shift, y * scale + shift) for x, y in quad.points))

    return [replace(line, quad=move(line.quad)) for line in page]


def gist(page) -> list[tuple]:
    return [(line.text, line.block, line.cell) for line in page]


@given(PAGES)
def test_every_line_comes_out_once_and_only_block_and_cell_change(page):
    assert bare(order(page)) == bare(page)


@given(PAGES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(page, random):
    shuffled = list(page)
    random.shuffle(shuffled)
    assert order(shuffled) == order(page)


@given(PAGES)
def test_ordering_twice_changes_nothing(page):
    once = order(page)
    assert order(list(once)) == once


@given(PAGES)
def test_blocks_count_up_from_zero_and_cells_stand_together(page):
    result = order(page)
    numbers = [line.block for line in result]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))
    cells = [(line.block, line.cell) for line in result if line.cell]
    assert cells == sorted(cells)


@settings(max_examples=50)
@given(PAGES, st.sampled_from([2, 4]), st.integers(0, 50))
def test_size_and_place_on_the_page_do_not_matter(page, scale, shift):
    level = [line for line in page if line.quad.top_left[1] == line.quad.top_right[1]]
    assert gist(order(moved(level, scale=scale, shift=shift))) == gist(order(level))


COARSE = st.builds(
    lambda x, y, width, height, text: Line(
        text, Quad.from_box(100 * x, 40 * y, 100 * x + width, 40 * y + height), 0.5, "Zyyy", "test"
    ),
    st.integers(0, 10),
    st.integers(0, 25),
    st.sampled_from([0, 40, 100, 300, 600, 900]),
    st.sampled_from([0, 20, 30, 60]),
    WORDS,
)
"""Lines on a coarse grid, where more of them stand level than by chance."""


@given(st.lists(COARSE, max_size=40))
def test_any_layout_on_a_grid_keeps_its_lines(page):
    assert bare(order(page)) == bare(page)


FIDEL = "\N{ETHIOPIC SYLLABLE HA}"
"""A letter that runs left to right and has no capital, as the Arabic one has none."""
WIDTHS = st.integers(1, 8).map(lambda share: 40 * share)
ROWS = st.lists(st.lists(st.none() | WIDTHS, min_size=1, max_size=4), min_size=1, max_size=8)


@given(ROWS)
def test_the_mirror_image_of_a_page_reads_in_mirrored_order(rows):
    """Cells of a grid, some of them empty, in scripts without capitals of both directions."""
    places = [
        (row, 400 * column, 45 * row, width)
        for row, cells in enumerate(rows)
        for column, width in enumerate(cells)
        if width
    ]
    latin = [word(FIDEL, x, y, width) for _, x, y, width in places]
    arabic = [word("ا", SIZE - x - width, y, width) for _, x, y, width in places]
    mirror = {image.quad: number for number, image in enumerate(arabic)}
    plain = {line.quad: number for number, line in enumerate(latin)}
    assert [mirror[line.quad] for line in order(arabic)] == [plain[line.quad] for line in order(latin)]


def word(letter: str, x: int, y: int, width: int) -> Line:
    return Line(letter * (width // 10), Quad.from_box(x, y, x + width, y + 30), 1.0, "Zyyy", "test")
