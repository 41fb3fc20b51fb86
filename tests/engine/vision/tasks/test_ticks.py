"""What was ticked on a form is told by a line that shows it, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.answer import Concern
from engine.vision.tasks.ticks import show_ticked

from .conftest import line

STATES = ("married", "single", "widowed")


def judged(*texts, label="consent", value=True, choices=(), confidence=0.99):
    lines = [line(text, place, confidence) for place, text in enumerate(texts)]
    evidence, concern = show_ticked(lines, 0.9, label, value, choices)
    return evidence.line, concern


@pytest.mark.parametrize(
    "text",
    [
        "Consent: yes",
        "Consent given: ☒ Yes ☐ No",
        "Consent: Yes ☒ No ☐",
        "Consent (x) yes ( ) no",
        "Consent ☒",
        "[x] Consent",
        "Consent: Oui",
        "consent - ndiyo",
        "Consent: Sí",
        "Consent: ☒ Yes No",
        "Consent: No Yes ✓",
    ],
)
def test_a_line_that_names_the_field_shows_what_was_ticked(text):
    assert judged("Title", text) == (1, None)
    assert judged("Title", text, value=False) == (1, Concern.UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        "Consent: Yes No",
        "Consent: yes / no",
        "Consent: Yes ☒ No",
        "Consent: ☐ Yes ☐ No",
        "Consent: ☒ Yes ☒ No",
        "Consent ☒ ☐",
    ],
)
def test_a_line_that_does_not_tell_apart_is_shown_and_doubted(text):
    assert judged(text) == (0, Concern.UNSURE)
    assert judged(text, value=False) == (0, Concern.UNSURE)


@pytest.mark.parametrize("text", ["Name: Amina", "Yes", "Consent", "Consent No. 12", "Consent: n/a"])
def test_what_no_line_shows_is_told(text):
    assert judged(text) == (None, Concern.NOT_ON_PAGE)
    assert judged(text, value=False) == (None, Concern.NOT_ON_PAGE)


def test_the_line_below_counts_where_the_field_stands_alone():
    assert judged("Consent", "☐ No ☒ Yes") == (1, None)
    assert judged("Consent", "Date", "Yes") == (None, Concern.NOT_ON_PAGE)


def test_lines_that_tell_otherwise_are_told():
    assert judged("Consent: yes", "Consent: no") == (1, Concern.UNSURE)
    assert judged("Consent: yes", "Consent: no", value=False) == (0, Concern.UNSURE)


def test_a_doubtful_line_is_told():
    assert judged("Consent: yes", confidence=0.3) == (0, Concern.DOUBTFUL_LINE)


@pytest.mark.parametrize("label", ["is_pregnant", "isPregnant", "pregnant", "Was pregnant"])
def test_a_name_is_taken_apart_and_what_no_form_repeats_left_out(label):
    assert judged("Pregnant: yes", label=label) == (0, None)


def test_choices_of_several_letters_are_found_on_any_line_and_short_ones_only_beside_their_field():
    def state(*texts, value="single"):
        return judged(*texts, label="status", value=value, choices=STATES)

    assert state("Marital state", "Single") == (1, None)
    assert state("married ☐ single ☒ widowed ☐") == (0, None)
    assert state("married single widowed") == (0, Concern.UNSURE)
    assert state("Status: widowed", "Single room") == (0, Concern.UNSURE)
    assert judged("Block F", label="sex", value="F", choices=("F", "M")) == (None, Concern.NOT_ON_PAGE)
    assert judged("Sex F", label="sex", value="F", choices=("F", "M")) == (0, None)


def test_a_longer_choice_is_not_taken_for_the_shorter_one_in_it():
    choices = ("partly damaged", "damaged")
    assert (
        judged("State: partly damaged", label="state", value="damaged", choices=choices)[1] is Concern.UNSURE
    )
    assert judged("State: partly damaged", label="state", value="partly damaged", choices=choices) == (
        0,
        None,
    )


ROWS = st.lists(
    st.sampled_from(["Yes", "No", "☒", "☐", "[x]", "[ ]", "x", "word", "12", "Consent"]), max_size=8
)


@given(st.lists(ROWS.map(" ".join), max_size=4))
def test_no_page_shows_both_yes_and_no(texts):
    shown = [value for value in (True, False) if judged(*texts, value=value)[1] is None]
    assert len(shown) < 2
