"""Marks of direction are put in for the screen and never survive into what is kept."""

from hypothesis import given
from hypothesis import strategies as st

from engine.language import isolate, strip_direction_marks

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def test_text_is_isolated_from_what_stands_around_it():
    assert isolate("١٢/٠٣/١٩٨٧") == "\u2068١٢/٠٣/١٩٨٧\u2069"


def test_a_stray_mark_cannot_end_the_isolation():
    assert isolate("a\u2069b") == "\u2068ab\u2069"


def test_nothing_needs_no_marks():
    assert isolate("") == ""


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(MARKS))))
def test_what_is_isolated_can_be_taken_back(text):
    assert strip_direction_marks(isolate(text)) == strip_direction_marks(text)
    assert not set(strip_direction_marks(text)) & set(MARKS)
