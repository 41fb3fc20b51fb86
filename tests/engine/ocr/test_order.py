"""Reading order of columns, forms, tables, and right-to-left pages, on layouts made in code."""

import math
from dataclasses import replace

import pytest

from engine.geometry import Quad
from engine.ocr.order import in_reading_order
from engine.reading import Line, page_text

HEIGHT = 30.0
LETTER = 14.0
PROSE = "the quick brown fox jumps over the lazy dog and on"
ARABIC_PROSE = "وصلت القافلة إلى المخيم مساء أمس ومعها الدواء والماء"


def line(text: str, x: float, y: float, *, width: float | None = None, height: float = HEIGHT) -> Line:
    """A line whose left end is at x and whose top is at y."""
    right = x + (len(text) * LETTER if width is None else width)
    return Line(text, Quad.from_box(x, y, right, y + height), 1.0, "Latn", "test")


def line_ending_at(text: str, right: float, y: float) -> Line:
    return line(text, right - len(text) * LETTER, y)


def tilted(lines: list[Line], degrees: float) -> list[Line]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turn(point):
        x, y = point[0] - 800, point[1] - 1000
        return (800 + x * cos - y * sin, 1000 + x * sin + y * cos)

    return [replace(item, quad=Quad(*(turn(point) for point in item.quad.points))) for item in lines]


def ordered(lines: list[Line]) -> tuple[Line, ...]:
    # Backwards, so that no test passes because the input was in order already.
    return in_reading_order(lines[::-1], page_width=1600, page_height=2000)


def texts(lines: list[Line]) -> list[str]:
    return [item.text for item in ordered(lines)]


def prose(name: str, x: float, y: float, rows: int, *, width: float = 650, step: float = 40) -> list[Line]:
    return [line(f"{name}{row} {PROSE}", x, y + row * step, width=width) for row in range(rows)]


def test_an_empty_page_stays_empty():
    assert ordered([]) == ()


def test_a_single_word_is_one_block_without_a_cell():
    (only,) = ordered([line("STOP", 100, 100)])
    assert (only.text, only.block, only.cell) == ("STOP", 0, None)


def test_prose_reads_downwards_and_paragraphs_become_blocks():
    first, second = prose("a", 100, 100, 4), prose("b", 100, 340, 4)
    result = ordered(first + second)
    assert [item.text for item in result] == [item.text for item in first + second]
    assert [item.block for item in result] == [0] * 4 + [1] * 4
    assert all(item.cell is None for item in result)


@pytest.mark.parametrize("shift", [0, 17], ids=["baselines aligned", "baselines not aligned"])
def test_two_columns_of_prose_read_one_after_the_other(shift):
    left, right = prose("l", 100, 100, 20), prose("r", 800, 100 + shift, 20)
    assert texts(left + right) == [item.text for item in left + right]


def test_three_columns_of_prose_read_one_after_the_other():
    columns = [prose(name, 100 + 500 * n, 100, 15, width=460) for n, name in enumerate("abc")]
    assert texts(columns[0] + columns[1] + columns[2]) == [item.text for column in columns for item in column]


def test_arabic_columns_read_from_the_right():
    right = [line(f"{n} {ARABIC_PROSE}", 820, 100 + 40 * n, width=650) for n in range(10)]
    left = [line(f"{10 + n} {ARABIC_PROSE}", 100, 100 + 40 * n, width=650) for n in range(10)]
    assert texts(left + right) == [item.text for item in right + left]


def test_a_heading_across_columns_separates_what_is_above_from_what_is_below():
    top = prose("a", 100, 200, 6) + prose("b", 800, 200, 6)
    heading = [line("REPORT OF THE SECOND VISIT", 600, 460)]
    bottom = prose("c", 100, 540, 6) + prose("d", 800, 540, 6)
    title = [line("A TITLE OVER ALL OF IT", 550, 100, height=50)]
    expected = title + top + heading + bottom
    assert texts(expected) == [item.text for item in expected]


def test_a_shorter_column_and_a_centred_page_number():
    left, right = prose("l", 100, 100, 12), prose("r", 800, 100, 7)
    number = [line("17", 750, 900)]
    assert texts(left + right + number) == [item.text for item in left + right + number]


def test_a_column_that_begins_higher_keeps_its_first_lines():
    left, right = prose("l", 100, 100, 12), prose("r", 800, 180, 10)
    assert texts(left + right) == [item.text for item in left + right]


def test_labels_and_values_share_a_row():
    rows = [("Name:", "Amina Wanjiru"), ("Village:", "Kakuma"), ("Age:", "34"), ("Phone:", "0712 000 111")]
    lines = [
        item
        for n, (label, value) in enumerate(rows)
        for item in (line(label, 100, 100 + 60 * n), line(value, 400, 100 + 60 * n))
    ]
    result = ordered(lines)
    assert page_text(result) == "\n".join(f"{label}\t{value}" for label, value in rows)
    assert [item.cell for item in result] == [(n // 2, n % 2) for n in range(8)]


def test_arabic_labels_stand_before_their_values():
    rows = [("الاسم:", "أمينة محمد"), ("القرية:", "كاكوما"), ("العمر:", "34")]
    lines = [
        item
        for n, (label, value) in enumerate(rows)
        for item in (line_ending_at(label, 1500, 100 + 60 * n), line_ending_at(value, 1200, 100 + 60 * n))
    ]
    assert page_text(ordered(lines)) == "\n".join(f"{label}\t{value}" for label, value in rows)


def test_two_pairs_of_label_and_value_on_each_row():
    lines = [
        line(text, x, 100 + 70 * row)
        for row, texts_of_row in enumerate([("Sex:", "F", "Born:", "1990"), ("Camp:", "Ifo", "Block:", "C4")])
        for x, text in zip((100, 300, 800, 1000), texts_of_row, strict=True)
    ]
    assert page_text(ordered(lines)) == "Sex:\tF\tBorn:\t1990\nCamp:\tIfo\tBlock:\tC4"


REGISTER = [
    ("No", "Name", "Age", "Diagnosis"),
    ("1", "Amina Hassan", "34", "Malaria"),
    ("2", "Juma", "5", "Diarrhoea"),
    ("3", "Wanjiru Kamau", "61", "Hypertension"),
    ("4", "Otieno", "19", "Fracture"),
]


def register(rows=REGISTER, xs=(100, 220, 600, 800), y=300.0, step=50.0) -> list[Line]:
    return [
        line(text, x, y + step * n)
        for n, row in enumerate(rows)
        for x, text in zip(xs, row, strict=True)
        if text
    ]


def test_a_register_is_read_row_by_row_with_its_cells():
    title = [line("CLINIC REGISTER, DADAAB, WEEK 12", 500, 200)]
    note = [line("Signed by the nurse in charge of the clinic this week", 300, 640)]
    result = ordered(title + register() + note)
    table = [item for item in result if item.cell]
    assert page_text(tuple(table)) == "\n".join("\t".join(row) for row in REGISTER)
    assert [item.text for item in (result[0], result[-1])] == [title[0].text, note[0].text]
    assert len({item.block for item in result}) == 3


def test_empty_cells_leave_the_others_in_their_columns():
    rows = [REGISTER[0], ("1", "Amina Hassan", "", "Malaria"), ("2", "", "5", ""), REGISTER[3]]
    cells = {item.text: item.cell for item in ordered(register(rows))}
    assert (cells["Malaria"], cells["5"], cells["Hypertension"]) == ((1, 3), (2, 2), (3, 3))


def test_column_zero_of_an_arabic_table_is_at_the_right():
    rows = [
        ("الرقم", "الاسم", "العمر"),
        ("١", "أمينة حسن", "٣٤"),
        ("٢", "جمعة", "٢٥"),
        ("٣", "فاطمة علي", "٦١"),
    ]
    lines = [
        line_ending_at(text, right, 100 + 60 * n)
        for n, row in enumerate(rows)
        for right, text in zip((1500, 1300, 800), row, strict=True)
    ]
    result = ordered(lines)
    assert page_text(result) == "\n".join("\t".join(row) for row in rows)
    assert result[1].cell == (0, 1)


def test_a_wrapped_cell_stays_one_cell():
    xs = (100, 300, 900)
    lines = [
        *(line(text, x, 100) for x, text in zip(xs, ("House", "Address", "People"), strict=True)),
        *(line(text, x, 150) for x, text in zip(xs, ("A1", "Kakuma camp zone one block", "5"), strict=True)),
        line("seven near the borehole", 300, 185),
        *(line(text, x, 250) for x, text in zip(xs, ("A2", "Ifo", "3"), strict=True)),
        *(line(text, x, 300) for x, text in zip(xs, ("A3", "Hagadera", "8"), strict=True)),
    ]
    assert page_text(ordered(lines)) == (
        "House\tAddress\tPeople\n"
        "A1\tKakuma camp zone one block seven near the borehole\t5\n"
        "A2\tIfo\t3\nA3\tHagadera\t8"
    )


def test_a_receipt_keeps_each_price_with_its_item():
    head = [line("DUKA LA MAMA NJERI", 300, 100, width=500), line("Nairobi, 12/03/2024", 320, 140, width=460)]
    items = [("Sugar 2kg", "300"), ("Maize flour 5 kg", "650"), ("Soap", "45"), ("TOTAL", "995")]
    body = [
        item
        for n, (name, price) in enumerate(items)
        for item in (line(name, 100, 240 + 45 * n), line_ending_at(price, 1000, 240 + 45 * n))
    ]
    foot = [line("Asante, karibu tena", 350, 500, width=500)]
    text = page_text(ordered(head + body + foot))
    assert "\n".join(f"{name}\t{price}" for name, price in items) in text
    assert text.startswith("DUKA") and text.endswith("tena")


def test_fields_of_an_identity_card_keep_label_and_value_together():
    fields = [
        ("SURNAME", "HASSAN", "SEX", "F"),
        ("GIVEN NAMES", "AMINA", "BORN", "1990"),
        ("No", "123", "EXP", "2030"),
    ]
    lines = [
        item
        for n, (label, value, label2, value2) in enumerate(fields)
        for item in (
            line(label, 500, 200 + 120 * n),
            line(value, 500, 236 + 120 * n),
            line(label2, 1000, 200 + 120 * n),
            line(value2, 1000, 236 + 120 * n),
        )
    ]
    assert page_text(ordered(lines)) == (
        "SURNAME HASSAN\tSEX F\nGIVEN NAMES AMINA\tBORN 1990\nNo 123\tEXP 2030"
    )


def test_pieces_of_one_line_are_joined_by_a_space():
    broken = [line("to the people", 100, 180), line("of this camp", 100 + 13 * LETTER + 10, 180)]
    whole = [line("a gift of the town", 100, 140), line("with best wishes", 100, 220)]
    result = ordered(broken + whole)
    assert page_text(result) == "a gift of the town\nto the people of this camp\nwith best wishes"
    assert len({item.block for item in result}) == 1


def test_pieces_of_an_arabic_line_are_joined_from_the_right():
    broken = [line_ending_at("إلى أهل", 1500, 100), line_ending_at("هذا المخيم", 1500 - 7 * LETTER - 10, 100)]
    assert page_text(ordered(broken)) == "إلى أهل هذا المخيم"


@pytest.mark.parametrize("degrees", [-6.0, -1.5, 1.5, 6.0])
@pytest.mark.parametrize(
    "lines",
    [register(), prose("l", 100, 100, 15) + prose("r", 800, 100, 15)],
    ids=["register", "columns"],
)
def test_a_tilted_page_reads_like_a_level_one(lines, degrees):
    level = [(item.text, item.block, item.cell) for item in ordered(lines)]
    assert [(item.text, item.block, item.cell) for item in ordered(tilted(lines, degrees))] == level


def test_scripts_may_be_mixed_in_one_table():
    rows = [("Name", "الاسم", "No"), ("Amina", "أمينة", "1"), ("Juma Otieno", "جمعة", "2")]
    lines = [
        line(text, x, 100 + 60 * n)
        for n, row in enumerate(rows)
        for x, text in zip((100, 500, 900), row, strict=True)
    ]
    assert page_text(ordered(lines)) == "\n".join("\t".join(row) for row in rows)


def test_a_form_above_columns_above_a_table():
    form = [
        line("Date:", 100, 100),
        line("3 May 2024", 300, 100),
        line("Place:", 100, 150),
        line("Goma", 300, 150),
    ]
    opening = [line("Findings of the visit " + PROSE, 100, 260, width=1350)]
    columns = prose("l", 100, 340, 8) + prose("r", 800, 340, 8)
    closing = [line("The table below shows " + PROSE, 100, 740, width=1350)]
    lines = form + opening + columns + closing + register(y=850)
    assert texts(lines) == [item.text for item in lines]


def test_parallel_texts_in_two_scripts_read_one_after_the_other():
    steps = (100, 160, 200, 240, 320, 380, 420, 500, 560, 600)
    left = [line(f"{n} text that ends soon"[: 30 - 3 * (n % 3)], 100, y) for n, y in enumerate(steps)]
    right = [
        line_ending_at(f"{n} {ARABIC_PROSE}"[:19], 1500, y) for n, y in enumerate((*steps[:8], 540, 640))
    ]
    assert texts(left + right) == [item.text for item in left + right]


def test_a_table_of_pairs_in_two_scripts_reads_row_by_row():
    rows = [(f"Kakuma camp {n}", f"مخيم كاكوما رقم {n}") for n in range(8)]
    lines = [
        item
        for n, (one, other) in enumerate(rows)
        for item in (line(one, 100, 100 + 50 * n), line_ending_at(other, 1200, 100 + 50 * n))
    ]
    assert [tuple(row.split("\t")) for row in page_text(ordered(lines)).split("\n")] in (
        rows,
        [row[::-1] for row in rows],
    )


def test_label_and_value_at_slightly_different_heights_share_a_row():
    lines = [
        line("Wilaya:", 100, 110, height=24),
        line("Pwani Mpya", 220, 100, height=40),
        line("Kata:", 700, 110, height=24),
        line("Mto wa Chumvi", 800, 100, height=40),
    ]
    assert page_text(ordered(lines)) == "Wilaya:\tPwani Mpya\tKata:\tMto wa Chumvi"


def test_pairs_that_do_not_line_up_are_read_along_their_rows():
    form = [
        [("Site:", 100), ("KAYENZI", 220), ("Bloc:", 760), ("C", 860), ("Abri:", 1000), ("114", 1100)],
        [("Origine:", 100), ("Mubondo", 260), ("Arrivee:", 720), ("02/03/2024", 900)],
        [("Nom:", 100), ("KABUYA", 190), ("Prenom:", 730), ("Esperance", 880), ("Sexe:", 1200), ("F", 1300)],
    ]
    lines = [line(text, x, 100 + 70 * n) for n, row in enumerate(form) for text, x in row]
    assert page_text(ordered(lines)) == "\n".join("\t".join(text for text, _ in row) for row in form)


def test_a_register_on_a_curled_page_keeps_its_rows():
    def bent(point):
        x, y = point
        return (x, y + 0.00006 * (x - 200) ** 2)

    lines = [
        replace(item, quad=Quad(*(bent(point) for point in item.quad.points)))
        for item in register(REGISTER * 3, xs=(100, 320, 900, 1150))
    ]
    table = [item for item in ordered(lines) if item.cell]
    assert page_text(tuple(table)) == "\n".join("\t".join(row) for row in REGISTER * 3)


@pytest.mark.parametrize("filled", ["x", ""], ids=["filled in", "still empty"])
def test_headings_that_almost_touch_stay_in_their_columns(filled):
    names = (("Amina", "3000"), ("Juma", "2000"), ("Otieno", "4000"))
    rows = [("Name", "Children", "Signature"), *((name, number, filled) for name, number in names)]
    lines = [
        line(text, x, 100 + 50 * n)
        for n, row in enumerate(rows)
        for x, text in zip((100, 300, 427), row, strict=True)
        if text
    ]
    assert page_text(ordered(lines)) == "\n".join("\t".join(filter(None, row)) for row in rows)


def test_boxes_that_touch_are_still_read_along_their_row():
    rows = [("B-11", "Tarpaulin", "250"), ("C-02", "Blanket", "900"), ("J-20", "Jerrycan", "600")]
    lines = [
        line(text, x, 100 + 60 * n + drop, width=205)
        for n, row in enumerate(rows)
        for x, drop, text in zip((100, 300, 500), (8, 4, 0), row, strict=True)
    ]
    assert texts(lines) == [text for row in rows for text in row]


def test_a_transcript_with_numbered_lines_reads_column_by_column():
    columns = [
        [
            item
            for n in range(12)
            for item in (
                line(str(n + 1), x, 100 + 40 * n),
                line(f"{x} {n} {PROSE}", x + 60, 100 + 40 * n, width=600),
            )
        ]
        for x in (100, 850)
    ]
    assert texts(columns[0] + columns[1]) == [item.text for column in columns for item in column]


def test_the_two_sides_of_a_letterhead_are_read_one_after_the_other():
    left = [line("AMANI RELIEF", 100, 100), line("Shelter and settlements", 100, 138)]
    right = [
        line_ending_at("Report No. 61", 1500, 100),
        line_ending_at("Visited on 18 June 2024", 1500, 138),
    ]
    assert texts(left + right) == [item.text for item in left + right]


def test_captions_beside_each_other_are_read_one_after_the_other():
    left = [line("Photo 1. The north wall is", 100, 100), line("cracked to the ground.", 100, 138)]
    right = [line("Photo 2. The roof has lost", 800, 100), line("nine of its sheets.", 800, 138)]
    assert texts(left + right) == [item.text for item in left + right]


def test_a_short_form_set_close_keeps_each_value_with_its_label():
    rows = [("Name of the mother", "Amina Wanjiru"), ("Village of origin", "Kakuma North")]
    lines = [
        item
        for n, (label, value) in enumerate(rows)
        for item in (line(label, 100, 100 + 38 * n), line(value, 800, 100 + 38 * n))
    ]
    assert page_text(ordered(lines)) == "\n".join("\t".join(row) for row in rows)


def test_labels_above_values_need_not_stand_in_the_same_columns_on_each_row():
    fields = [
        [("SEX", "F", 100), ("NATIONALITY", "UTOPIAN", 200), ("BORN", "1990", 600)],
        [("ISSUED ON", "03/02/2021", 100), ("EXPIRES", "2031", 600)],
        [("NUMBER", "U482", 100), ("OFFICE", "KAKUMA", 350)],
    ]
    lines = [
        item
        for n, row in enumerate(fields)
        for label, value, x in row
        for item in (line(label, x, 100 + 90 * n), line(value, x, 134 + 90 * n))
    ]
    assert page_text(ordered(lines)) == "\n".join(
        "\t".join(f"{label} {value}" for label, value, _ in row) for row in fields
    )
