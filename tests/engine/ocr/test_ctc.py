"""The output of the network becomes text: characters once each, and spaces where the line has them."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.ocr.ctc import CtcDecoder, text_of

CHARACTERS = ("", "a", "b", "n", "?", ",", " ")


def steps(text, *, spaces=None):
    """One sure row for each letter of the text; ``_`` is nothing.

    Args:
        text: What each step shows.
        spaces: Probability of a space at each step, taken from what the step shows.
    """
    rows = np.full((len(text), len(CHARACTERS)), 1e-6, np.float32)
    for row, letter in enumerate(text):
        rows[row, 0 if letter == "_" else CHARACTERS.index(letter)] = 1
    for row, probability in (spaces or {}).items():
        rows[row] *= 1 - probability
        rows[row, -1] = probability
    return rows / rows.sum(axis=1, keepdims=True)


def read(probabilities, ink=None):
    return text_of(CtcDecoder(CHARACTERS).glyphs(probabilities, ink))


def paper_at(*steps):
    """Ink everywhere but at some steps of eleven."""
    ink = np.ones(11, np.float32)
    ink[list(steps)] = 0
    return ink


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("_a_b_", "ab"),
        ("aabb", "ab"),
        ("a_a", "aa"),
        ("aa_aa", "aa"),
        ("_____", ""),
        ("a b", "a b"),
        ("a_ _b", "a b"),
        ("a _ b", "a b"),
        ("  a  ", "a"),
        ("   ", ""),
    ],
)
def test_repeated_steps_are_one_character_and_spaces_are_single(shown, text):
    assert read(steps(shown)) == text


def test_a_likely_space_is_taken_where_the_paper_shows():
    assert read(steps("a_n_a_b_a_n", spaces={5: 0.3}), paper_at(5)) == "ana ban"


def test_a_likely_space_is_not_taken_where_letters_touch():
    assert read(steps("a_n_a_b_a_n", spaces={5: 0.3}), paper_at(1, 9)) == "anaban"


def test_an_unlikely_space_is_not_taken_though_the_paper_shows():
    assert read(steps("a_n_a_b_a_n", spaces={5: 0.05}), paper_at(5)) == "anaban"


def test_letter_spaced_print_stays_together():
    assert read(steps("a_n_a_b_a_n"), paper_at(1, 3, 5, 7, 9)) == "anaban"


def test_without_a_look_at_the_paper_only_sure_spaces_count():
    assert read(steps("a_n_a_b_a_n", spaces={5: 0.3})) == "anaban"
    assert read(steps("a_n_a_b_a_n", spaces={5: 0.7})) == "ana ban"


def test_glyphs_know_their_steps_their_probability_and_the_runner_up():
    rows = steps("_aa_b")
    rows[2] = [0.1, 0.6, 0, 0.3, 0, 0, 0]
    rows[1] = [0.2, 0.5, 0, 0.3, 0, 0, 0]
    first, second = CtcDecoder(CHARACTERS).glyphs(rows)
    assert (first.text, first.first, first.last, first.other) == ("a", 1, 2, "n")
    assert first.probability == pytest.approx(0.6)
    assert first.other_probability == pytest.approx(0.3)
    assert (second.text, second.first, second.last) == ("b", 4, 4)


def test_glyphs_move_with_the_part_of_the_line_that_they_come_from():
    (glyph,) = CtcDecoder(CHARACTERS).glyphs(steps("_a"))
    moved = glyph.placed(10)
    assert (moved.first, moved.last) == (11, 11)


def test_glyphs_of_a_narrowed_line_cover_all_that_they_stand_for():
    (wide,) = CtcDecoder(CHARACTERS).glyphs(steps("___aa"), stretch=1 / 0.7)
    assert (wide.first, wide.last) == (4, 7)


@given(
    hnp.arrays(np.float32, st.tuples(st.integers(1, 40), st.just(7)), elements=st.floats(0, 1, width=32)),
    st.floats(0, 1),
)
def test_any_output_gives_well_spaced_text(probabilities, ink):
    decoder = CtcDecoder(CHARACTERS)
    glyphs = decoder.glyphs(probabilities, np.full(len(probabilities), ink, np.float32))
    text = text_of(glyphs)
    assert text == " ".join(text.split())
    assert all(a.last < b.first for a, b in pairwise(glyphs))
    assert all(0 <= glyph.probability <= 1 for glyph in glyphs)
