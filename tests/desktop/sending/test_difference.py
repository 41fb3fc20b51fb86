"""The words in which two versions of a line differ are marked, and nothing else of either is changed."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from desktop.sending.difference import MOST_WORDS, marked
from engine.language import isolate

TAGS = re.compile(r"</?[bu]>")
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=40)


def test_the_other_word_is_marked_in_both():
    assert marked("Amina Yusvf", "Amina Yusuf") == isolate("Amina <b><u>Yusvf</u></b>")
    assert marked("أمينة حسن", "أمينة حسين") == isolate("أمينة <b><u>حسن</u></b>")


def test_where_there_is_no_other_version_nothing_is_marked():
    assert marked("Household of 6", "", sign="+") == "+ " + isolate("Household of 6")


def test_what_looks_like_html_is_shown_as_it_is():
    assert marked("<b>5</b>", "<b>5</b>") == isolate("&lt;b&gt;5&lt;/b&gt;")


def test_each_line_has_its_sign_and_its_own_direction():
    assert marked("one\ntwo", "", sign="-").count("<br>") == 1
    assert marked("one\ntwo", "", sign="-").count("- ") == 2


def test_of_a_very_long_text_nothing_is_marked():
    assert "<u>" not in marked("a " * MOST_WORDS, "b " * MOST_WORDS)


@given(TEXTS, TEXTS)
def test_without_its_marks_it_is_the_text(text, other):
    shown = TAGS.sub("", marked(text, other))
    assert html.unescape(shown) == isolate(text)
