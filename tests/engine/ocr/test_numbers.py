"""The page as a whole tells what is a number in Arabic-Indic digits; in doubt nothing is taken for one."""
# ruff: noqa: RUF001 - Arabic digits are meant

import pytest

from engine.ocr.engines import Recognised
from engine.ocr.numbers import confirms, is_written, lone_numbers, may_be_number


def taken(found, latin):
    """Texts of the lines that are taken for numbers; ``found`` and ``latin`` are (text, confidence)."""
    readings = {at: Recognised(*said) for at, said in enumerate(found) if said is not None}
    numbers = lone_numbers(readings, [Recognised(*said) for said in latin])
    return {at: number.reading.text for at, number in numbers.items()}


COLUMN = [("٧", 0.97), ("٥", 0.95), ("١", 0.96), ("٤", 0.99), ("٢٣", 0.94)]
AS_LATIN = [("V", 0.98), ("0", 0.99), ("1", 0.7), ("c", 0.4), ("rr", 0.6)]


@pytest.mark.parametrize("text", ["", "V", "1", "..", "r.", "A.0", "=1", "Λ", ".OY", "1. ", "0", "7"])
def test_short_nonsense_may_be_a_number(text):
    assert may_be_number(text)


@pytest.mark.parametrize("text", ["Samira", "23/04/2024", "8005550", "A+", "O", "AB -", "UNHCR office"])
def test_words_dates_and_blood_groups_are_left_to_the_latin_engine(text):
    assert not may_be_number(text)


def test_a_word_has_a_vowel_and_three_letters():
    assert is_written("Amina")
    assert not is_written("rVr")
    assert not is_written("E.TE")


def test_a_column_of_numbers_is_taken_with_its_ambiguous_digits():
    assert taken(COLUMN, AS_LATIN) == {0: "٧", 1: "٥", 2: "١", 3: "٤", 4: "٢٣"}


def test_a_number_with_two_telling_digits_needs_no_other():
    assert taken([("٣٤", 0.8)], [("r.", 0.3)]) == {0: "٣٤"}


@pytest.mark.parametrize("text", ["٥", "١", "٧", "١٩", "٧٧", "٥٠"])
def test_an_ambiguous_number_alone_on_a_page_is_not_taken(text):
    assert taken([(text, 0.99)], [("1", 0.9)]) == {}


def test_a_column_of_ticks_is_not_a_column_of_sevens():
    assert taken([("٧", 0.99)] * 9, [("V", 0.8)] * 9) == {}


def test_noughts_alone_are_never_taken_for_they_look_like_stains():
    assert taken([*COLUMN, ("٠", 0.99), ("٠٠٠", 0.99)], [*AS_LATIN, (".", 0.9), ("...", 0.9)]).keys() == set(
        range(5)
    )


def test_what_the_engine_finds_unlikely_is_not_taken():
    assert 5 not in taken([*COLUMN, ("٦", 0.4)], [*AS_LATIN, ("7", 0.9)])


def test_on_a_page_with_european_numbers_ambiguous_ones_are_left():
    european = [("2024", 0.99), ("8", 0.97), ("37", 0.95)]
    found = taken([*COLUMN, None, ("", 0.0), None], [*AS_LATIN, *european])
    assert found == {3: "٤", 4: "٢٣"}


def test_what_looks_like_digits_of_both_kinds_does_not_count_as_european():
    either = [("1", 0.99), ("10", 0.97), ("9.", 0.95)]
    found = taken([*COLUMN, None, None, None], [*AS_LATIN, *either])
    assert found == {0: "٧", 1: "٥", 2: "١", 3: "٤", 4: "٢٣"}


def test_a_single_european_number_among_many_others_does_not_matter():
    found = taken([*COLUMN, ("٨", 0.95), None], [*AS_LATIN, ("Λ", 0.9), ("2024", 0.99)])
    assert found.keys() == set(range(6))


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("١٢/٠٣/٢٠٢٤", False),
        ("٤٤٠١٢", False),
        ("(٢٣)", False),
        ("١٢٬٥٣٤٫٥٠", False),
        ("٢٠٢٤-٠٣-١٢", True),
        ("٠٧٧ ٢٣٤", True),
        ("٠٧٤٧١٩٦٥٩٣١٠/٠٣/١٩٦٤", True),
        ("٤٧١٩٦٥٩٣٤٤٠٢١٣٥", True),
        ("٢٣/٠١/٢٠٤", True),
        ("٢٠٤/٠١/٢٣", True),
        ("٢٣/٠٤/٨٥", False),
    ],
)
def test_groups_in_either_order_numbers_run_into_one_and_short_years_are_odd(text, odd):
    (number,) = lone_numbers({0: Recognised(text, 0.95)}, [Recognised("", 0.0)]).values()
    assert number.odd is odd


@pytest.mark.parametrize(
    ("word", "number", "same"),
    [
        ("١٢", "١٢", True),
        ("٨٠٠٥٥٥٠.", "٨٠٠٥٥٥٠", True),
        ("٤", "٤.", True),
        ("١٢", "١٣", False),
        ("١", "١", False),
        ("الأسر", "الأسر", False),
        ("", "", False),
    ],
)
def test_two_engines_confirm_a_number_that_looks_like_nothing_else(word, number, same):
    assert confirms(word, number) is same
