"""Whatever an answer quotes has its line on the page, or is told not to."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.answer import Concern
from engine.vision.tasks.grounding import Ground, canonical_numbers

from .conftest import line, page_of

PAGE = page_of(
    "Household registration",
    "Head of household: Amina Yusuf Abdi",
    "Date of birth: 04/03/1987",
    "Blankets 1,200",
    line("Phone 0712 345 678", 4, 0.4),
    line("اسم المستفيد: مريم ٤٥", 5, script="Arab", language="ar"),
    "Given name Joseph",
    "Family name Okello",
)


def check(text, page=PAGE, **more):
    return Ground(page.lines, page.doubt_threshold).check(text, **more)


def quoted(text, page=PAGE, **more):
    return [(each.quoted, each.line) for each in check(text, page, **more).evidence]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are 1,200 blankets.", [("1,200", 3)]),
        ("There are 1200 blankets.", [("1200", 3)]),
        ("She was born on 4/3/1987.", [("4/3/1987", 2)]),
        ("Born in 1987.", [("1987", 2)]),
        ("Call 0712345678 or 0712-345-678.", [("0712345678", 4), ("0712-345-678", 4)]),
        ("The head is Amina Yusuf Abdi, who signed.", [("Amina Yusuf Abdi", 1)]),
        ("The head is Amina Yusuf.", [("Amina Yusuf", 1)]),
        ("It belongs to Joseph Okello, it seems.", [("Joseph Okello", 6)]),
        ("Her age is 45.", [("45", 5)]),
        ("The page says “Household Registration” at the top.", [("Household Registration", 0)]),
        ("مريم", [("مريم", 5)]),
        ("عمرها ٤٥ سنة", [("٤٥", 5)]),
    ],
)
def test_what_stands_on_the_page_is_found_with_its_line(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("There are 1,300 tarpaulins.", "1,300"),
        ("She was born on 5/3/1986.", "5/3/1986"),
        ("The head is Fatima Hassan.", "Fatima Hassan"),
        ("It was signed by Juma.", "Juma"),
        ("The sign reads “KEEP OUT”.", "KEEP OUT"),
    ],
)
def test_what_is_not_on_the_page_is_told(text, missing):
    found = check(text)
    assert [each.quoted for each in found.evidence if not each.on_page] == [missing]
    concerns = {finding.concern for finding in found.findings if finding.about == missing}
    assert concerns <= {Concern.NOT_ON_PAGE, Concern.MISREAD}
    assert concerns


def test_a_number_that_differs_in_one_digit_is_told_with_the_line_that_it_may_mean():
    found = check("Born on 04/03/1988.")
    assert [(each.concern, each.about) for each in found.findings] == [(Concern.MISREAD, "04/03/1988")]
    assert (found.evidence[0].line, found.evidence[0].line_text) == (None, "Date of birth: 04/03/1987")
    assert found.evidence[0].quad == PAGE.lines[2].quad


def test_a_quote_on_a_doubtful_line_is_doubtful():
    found = check("The phone is 0712 345 678.")
    assert found.evidence[0].doubtful
    assert [each.concern for each in found.findings] == [Concern.DOUBTFUL_LINE]


def test_of_several_lines_the_one_that_the_answer_speaks_of_is_meant():
    page = page_of("Children 4", "Adults 4", "Tents 4")
    assert quoted("There are 4 adults.", page) == [("4", 1)]


def test_plain_sentences_quote_nothing():
    assert quoted("The page is a form. It has a table. Several lines are filled in by hand.") == []
    assert quoted("A man carries a box on Monday in March.") == []


def test_what_the_question_named_need_not_be_on_the_page():
    assert quoted("Kakuma is not named.", question="Is Kakuma named?") == []


def test_counts_of_what_is_seen_are_no_quotes_on_a_photo_but_names_and_years_are():
    photo = page_of()
    assert quoted("There are 3 people and 12 tents.", photo) == []
    told = check("A flood in Garissa, 2018.", photo)
    assert {each.about for each in told.findings} == {"Garissa", "2018"}


def test_places_within_the_answer_are_right():
    text = "Head: Amina Yusuf Abdi, born 04/03/1987, 1,200 blankets."
    for each in check(text).evidence:
        assert text[each.start : each.stop] == each.quoted


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("1,200", "1200", True),
        ("1.200", "1 200", True),
        ("١٢٠٠", "1200", True),
        ("12.50", "12,5", True),
        ("1.2", "12", True),
        ("2024-03-01", "01/03/2024", True),
        ("01/03/2024", "03/01/2024", False),
        ("1200", "1300", False),
    ],
)
def test_numbers_are_compared_by_what_they_mean(first, second, same):
    assert bool(canonical_numbers(first) & canonical_numbers(second)) is same


@given(some.text(max_size=300), some.lists(some.text(max_size=60), max_size=6))
def test_any_answer_about_any_page_is_held_against_it(text, lines):
    page = page_of(*lines)
    found = check(text, page)
    for each in found.evidence:
        assert text[each.start : each.stop] == each.quoted
        assert each.line is None or 0 <= each.line < len(lines)
