"""What is read one after the other, and what is read across, on layouts made in code."""

import pytest

from engine.geometry import Quad
from engine.ocr.order import in_reading_order
from engine.reading import Line, page_text

HEIGHT = 30.0
LETTER = 14.0
SENTENCE = "the convoy reached the camp with water and medicine"
ARABIC_SENTENCE = "وصلت القافلة إلى المخيم مساء أمس ومعها الدواء والماء"
WIDTH = 1600


def line(text: str, x: float, y: float, *, width: float | None = None, height: float = HEIGHT) -> Line:
    right = x + (len(text) * LETTER if width is None else width)
    return Line(text, Quad.from_box(x, y, right, y + height), 1.0, "Latn", "test")


def ending(text: str, right: float, y: float) -> Line:
    return line(text, right - len(text) * LETTER, y)


def mirrored(lines: list[Line]) -> list[Line]:
    """The same page in Arabic, as a mirror shows it."""
    boxes = [item.quad.points for item in lines]
    return [
        line(
            f"{number} {ARABIC_SENTENCE}",
            WIDTH - points[1][0],
            points[0][1],
            width=points[1][0] - points[0][0],
        )
        for number, points in enumerate(boxes)
    ]


def prose(
    name: str, x: float, rows: int, *, y: float = 100, width: float = 650, step: float = 40
) -> list[Line]:
    return [line(f"{name}{row} {SENTENCE}", x, y + row * step, width=width) for row in range(rows)]


def below(words: list[str], x: float, *, y: float = 100, step: float = 40) -> list[Line]:
    return [line(word, x, y + step * row) for row, word in enumerate(words)]


def read(lines: list[Line]) -> list[str]:
    # Backwards, so that no test passes because the input was in order already.
    return [item.text for item in in_reading_order(lines[::-1], page_width=WIDTH, page_height=2000)]


def text(lines: list[Line]) -> str:
    return page_text(in_reading_order(lines[::-1], page_width=WIDTH, page_height=2000))


def texts(lines: list[Line]) -> list[str]:
    return [item.text for item in lines]


CONTACT = ["Contact", "Juma Otieno", "0712 000 111", "Kakuma 1", "Open daily", "8 to 17"]


def test_a_line_that_sticks_out_of_its_column_does_not_join_the_next():
    left, right = prose("l", 100, 12), prose("r", 765, 12)
    left[5] = line(f"l5 {SENTENCE}", 100, 300, width=652)
    assert texts(left + right) == read(left + right)


@pytest.mark.parametrize("step", [40, 47, 52, 60])
@pytest.mark.parametrize("at", [(100, 1100), (450, 100)], ids=["right", "left"])
def test_prose_beside_a_sidebar_is_not_cut_up_by_it(at, step):
    main = prose("p", at[0], 20, width=900)
    sidebar = below(CONTACT, at[1], step=step)
    first, second = (main, sidebar) if at[0] < at[1] else (sidebar, main)
    assert read(main + sidebar) == texts(first + second)


@pytest.mark.parametrize("shift", [0, 13])
def test_arabic_columns_with_a_sidebar_read_from_the_right(shift):
    page = mirrored(prose("a", 100, 12, width=500) + prose("b", 650, 12, y=100 + shift, width=500))
    assert read(page) == texts(page)


def test_prose_beside_a_table_leaves_its_rows_whole():
    main = prose("p", 100, 18)
    rows = [(f"Item {n}", str(100 + n), str(7 * n)) for n in range(8)]
    table = [
        line(word, x, 110 + 47 * n)
        for n, row in enumerate(rows)
        for word, x in zip(row, (820, 1100, 1300), strict=True)
    ]
    assert read(main + table) == texts(main) + [word for row in rows for word in row]


def test_columns_of_which_one_holds_tables_read_one_after_the_other():
    left = prose("l", 100, 24)
    right = prose("r", 800, 8)
    table = [
        line(word, x, 420 + 40 * n)
        for n in range(8)
        for word, x in ((f"Loans {n}", 800), (str(500 + n), 1150), (str(900 + n), 1350))
    ]
    closing = prose("s", 800, 6, y=740)
    page = left + right + table + closing
    assert read(page) == texts(page)


def test_transcripts_with_numbered_lines_keep_the_numbers_of_the_second_column():
    columns = [
        [
            item
            for n in range(12)
            for item in (
                line(str(n + 1), x, 100 + 40 * n),
                *prose(f"{x}", x + 60, 1, y=100 + 40 * n, width=600),
            )
        ]
        for x in (100, 790)
    ]
    assert read(columns[0] + columns[1]) == texts(columns[0] + columns[1])


LATIN_NAMES = [
    "Mohammed Abdirahman Hassan Ali",
    "Fatuma Osman Ibrahim Warsame",
    "Abdikadir Mohamud Farah Jama",
    "Halima Yusuf Abdullahi Noor",
    "Ahmed Ismail Hersi Guled",
    "Khadija Omar Sheikh Aden",
]
ARABIC_NAMES = [
    "محمد عبد الرحمن حسن علي",
    "فاطمة عثمان إبراهيم علي",
    "عبد القادر محمود فرح جامع",
    "حليمة يوسف عبد الله نور",
]


@pytest.mark.parametrize(("names", "first", "second"), [(LATIN_NAMES, 100, 800), (ARABIC_NAMES, 800, 100)])
def test_a_list_of_long_names_is_read_row_by_row(names, first, second):
    rows = list(zip(names, names[1:] + names[:1], strict=True))
    page = [
        item
        for n, (one, other) in enumerate(rows)
        for item in (line(one, first, 100 + 50 * n), line(other, second, 100 + 50 * n))
    ]
    assert text(page) == "\n".join("\t".join(row) for row in rows)


@pytest.mark.parametrize("drop", [0, 17, 35], ids=["first line", "middle", "last line"])
def test_the_choices_of_a_question_belong_to_it(drop):
    page = [
        item
        for n in range(5)
        for item in (
            line(f"{n}. Do you agree that your name is kept in the", 100, 140 + 100 * n),
            line("register of the camp and of the clinic", 100, 175 + 100 * n),
            line("Yes", 1100, 140 + drop + 100 * n),
            line("No", 1300, 140 + drop + 100 * n),
        )
    ]
    words = " ".join(read(page)).split("Yes No")
    assert [part.split(".")[0].strip() for part in words] == ["0", "1", "2", "3", "4", ""]


def test_the_choices_below_two_columns_are_read_across():
    left, right = prose("l", 100, 10), prose("r", 800, 9, step=44)
    choices = [
        item
        for n, (one, other) in enumerate([("I agree.", "J'accepte."), ("I do not agree.", "Je refuse.")])
        for item in (line(one, 100, 580 + 50 * n), line(other, 800, 580 + 50 * n))
    ]
    assert read(left + right + choices) == texts(left + right + choices)


BODY = [line("Dear colleague,", 100, 300), *prose("p", 100, 6, y=380, width=1400)]
COLUMNS = [*prose("l", 100, 10, y=300), *prose("r", 850, 10, y=300)]


@pytest.mark.parametrize("rest", [BODY, COLUMNS], ids=["text", "columns"])
def test_a_letterhead_is_read_side_by_side_and_before_what_follows(rest):
    name = [line("AMANI RELIEF", 100, 60), line("Shelter and water", 100, 100)]
    address = [ending(word, 1500, 60 + 40 * n) for n, word in enumerate(["Report No. 7", "Lodwar, Turkana"])]
    assert read(name + address + rest) == texts(name + address + rest)


def test_a_name_in_display_beside_an_address_is_read_first():
    name = [line("AMANI RELIEF", 100, 60, height=50), line("Shelter and water", 100, 120)]
    address = below(["P.O. Box 1234", "Lodwar, Kenya", "Tel: 555 0142"], 1150, y=60, step=38)
    assert read(name + address + BODY) == texts(name + address + BODY)


def test_the_number_of_a_form_stands_after_both_lines_of_the_name():
    name = [line("AMANI RELIEF", 100, 60), line("Shelter and water", 100, 100)]
    page = [*name, ending("Form NA-4", 1500, 62), line("HOUSEHOLD NEEDS ASSESSMENT", 600, 220)]
    fields = [("Date: 9/11", "Village: Tembo"), ("Assessor: R. Okello", "House: 27")]
    page += [
        line(word, x, 300 + 60 * n)
        for n, row in enumerate(fields)
        for word, x in zip(row, (100, 800), strict=True)
    ]
    assert read(page) == texts(page)


def test_fields_at_the_top_of_a_form_are_no_letterhead():
    rows = [("Name: Amina Wanjiru", "Village: Kakuma"), ("Age: 34", "Registered in Dadaab")]
    page = [
        item
        for n, (one, other) in enumerate(rows)
        for item in (line(one, 100, 100 + 45 * n), ending(other, 1500, 100 + 45 * n))
    ]
    page += prose("p", 100, 5, y=300, width=1400)
    assert read(page) == texts(page)


def test_a_field_is_not_the_continuation_of_the_one_above():
    page = [
        line("Card number: MWZ-2023-0719", 100, 100),
        line("Sex: F", 800, 100),
        line("Name of child: Furaha Makame", 100, 145),
        line("Born: 14/11/2023", 100, 190),
        line("Weight: 3.1 kg", 800, 190),
    ]
    assert read(page) == texts(page)


def test_captions_below_pictures_are_no_part_of_the_form_above():
    form = [
        line(word, x, 100 + 45 * n)
        for n, row in enumerate([("Municipio: Puerto", "Barrio: La Ceiba"), ("Casa: 12", "Personas: 6")])
        for word, x in zip(row, (100, 800), strict=True)
    ]
    left = [line("Foto 1. Fachada norte. Grieta", 100, 700), line("en el muro, de la ventana.", 100, 738)]
    right = [line("Foto 2. Techo. Faltan nueve", 800, 700), line("de zinc y dos vigas.", 800, 738)]
    heading = [line("RECOMENDACIONES", 100, 820)]
    assert read(form + left + right + heading) == texts(form + left + right + heading)


def test_a_heading_at_the_left_belongs_to_the_text_below_both_columns():
    left, right = prose("l", 100, 10), prose("r", 800, 10)
    heading = [line("Additional features", 100, 555)]
    rest = prose("p", 100, 5, y=595, width=1350)
    assert read(left + right + heading + rest) == texts(left + right + heading + rest)
