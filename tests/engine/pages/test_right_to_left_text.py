"""Arabic text layers come out in logical order, however the file wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.pages.visual_order import Cluster, to_logical

NAME = "الاسم: محمد علي"


def texts(page) -> list[str]:
    assert page.text_lines is not None, page.warnings
    return [line.text for line in page.text_lines]


def test_written_in_visual_order(loaded, text_pdf, drawn) -> None:
    assert texts(loaded(text_pdf([drawn(50, 700, NAME[::-1])]))) == [NAME]


def test_written_in_logical_order_letter_by_letter_from_the_right(loaded, text_pdf, drawn) -> None:
    place, pieces = 400.0, []
    for letter in NAME:
        place -= 12 * (0.3 if letter == " " else 0.6)
        pieces.append(drawn(place, 700, letter))
    assert texts(loaded(text_pdf(pieces))) == [NAME]


def test_presentation_forms_become_letters(loaded, text_pdf, drawn) -> None:
    assert texts(loaded(text_pdf([drawn(50, 700, "ﻲﻠﻋ ﺪﻤﺤﻣ")]))) == ["محمد علي"]


@pytest.mark.parametrize("meaning", ["ﻼ", "لا"])
def test_lam_alef_keeps_its_order(loaded, text_pdf, drawn, meaning: str) -> None:
    assert texts(loaded(text_pdf([drawn(50, 700, "ءXع")], meanings={"X": meaning}))) == ["علاء"]


def test_numbers_and_brackets_within_arabic(loaded, text_pdf, drawn) -> None:
    visual = "(زكرم) 12/05/2024 خيراتلا"
    assert texts(loaded(text_pdf([drawn(50, 700, visual)]))) == ["التاريخ 12/05/2024 (مركز)"]


def test_arabic_within_a_latin_line(loaded, text_pdf, drawn) -> None:
    assert texts(loaded(text_pdf([drawn(50, 700, "Name: يلع دمحم age 32")]))) == ["Name: محمد علي age 32"]


def test_short_vowels_stay_with_their_letters(loaded, text_pdf, drawn) -> None:
    # Fatha over meem, drawn after all letters, as producers do.
    pieces = [drawn(50, 700, "نم"), drawn(50 + 7.2, 700, "\u064e")]
    assert texts(loaded(text_pdf(pieces))) == ["م\u064eن"]


def test_cells_stay_apart(loaded, text_pdf, drawn) -> None:
    page = loaded(text_pdf([drawn(50, 700, "يلع"), drawn(300, 700, "دمحم"), drawn(50, 650, "Latin stays")]))
    assert sorted(texts(page)) == sorted(["علي", "محمد", "Latin stays"])


def test_words_have_their_places(loaded, text_pdf, drawn) -> None:
    (line,) = loaded(text_pdf([drawn(50, 700, NAME[::-1])])).text_lines
    assert [word.text for word in line.words] == NAME.split()
    assert line.words[0].quad.bounds[0] > line.words[-1].quad.bounds[2]


def test_one_unknown_letter_in_arabic_refuses_the_page(loaded, text_pdf, drawn) -> None:
    pieces = [drawn(50, 700 - 20 * row, "ةملك" * 8) for row in range(12)]
    page = loaded(text_pdf([*pieces, drawn(50, 100, "xم")], meanings={"x": "\ue012"}))
    assert page.text_lines is None


def logical(visual: str) -> str:
    return "".join(cluster.text for cluster in to_logical([Cluster(letter, ()) for letter in visual]))


@given(st.text("ابتثج ", max_size=20))
def test_pure_arabic_is_turned_round(text: str) -> None:
    assert logical(text[::-1]) == text


@given(st.text("abc 123.", max_size=20))
def test_pure_latin_stays(text: str) -> None:
    assert logical("x" + text + "x") == "x" + text + "x"


@given(st.text("ابت abc 123/.:()", max_size=30))
def test_no_letter_is_lost_or_made(visual: str) -> None:
    brackets = str.maketrans("()", "[[")
    assert sorted(logical(visual).translate(brackets)) == sorted(visual.translate(brackets))


@given(
    st.lists(
        st.tuples(st.text("ابتجد", min_size=1, max_size=4), st.integers(0, 9999)), min_size=1, max_size=4
    )
)
def test_arabic_words_with_numbers_between_them(pairs: list[tuple[str, int]]) -> None:
    text = " ".join(f"{word} {number}" for word, number in pairs) + " نهاية"
    seen = " ".join(part if part.isdigit() else part[::-1] for part in reversed(text.split()))
    assert logical(seen) == text
