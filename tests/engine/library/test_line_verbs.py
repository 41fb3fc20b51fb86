"""Lines are split, merged, confirmed and restored; undo goes back through the history, session or not."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import NotFoundError
from engine.geometry import Quad, Transform
from engine.library import CorrectionConflictError, NewDocument, Protection, create_library
from engine.library.corrections import PERSON
from engine.library.lines import merge, split
from engine.reading import Line, Origin, Reading, Word
from engine.settings import LibrarySettings


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, "Name: Amina Age: 30", "Village", "Kigoma", confidence=0.6)
    return library.documents.pages(document)[0].id


def texts(library, page):
    return [line.text for line in library.readings.of_page(page).reading.lines]


def line_of(text, words=(), *, script="Latn", confidence=0.7):
    place, doubts = Quad.from_box(0, 0, 100, 10), ("low-confidence",)
    return Line(text, place, confidence, script, "ppocr", doubts=doubts, words=words)


def word(text, left, right):
    return Word(text, Quad.from_box(left, 0, right, 10), 0.9)


# Parting and joining, by themselves.


def test_a_line_is_parted_in_the_gap_between_two_words():
    whole = line_of("Amina Juma", (word("Amina", 0, 30), word("Juma", 70, 100)))
    first, second = split(whole, 6)
    assert (first.text, second.text) == ("Amina", "Juma")
    assert first.quad.bounds == pytest.approx((0, 0, 50, 10))
    assert second.quad.bounds == pytest.approx((50, 0, 100, 10))
    assert (first.words, second.words) == (whole.words[:1], whole.words[1:])


def test_without_words_a_line_is_parted_by_the_share_of_its_letters():
    first, second = split(line_of("12345678"), 2)
    assert first.quad.bounds == pytest.approx((0, 0, 25, 10))
    assert second.quad.bounds == pytest.approx((25, 0, 100, 10))


def test_a_word_cut_in_two_leaves_no_words():
    first, second = split(line_of("Amina", (word("Amina", 0, 100),)), 2)
    assert (first.text, first.words, second.text, second.words) == ("Am", (), "ina", ())


def test_arabic_is_parted_from_the_right():
    text = "\u0627\u0633\u0645 \u0623\u062d\u0645\u062f"
    first, second = split(line_of(text, script="Arab"), 4)
    assert first.quad.bounds[0] > second.quad.bounds[0]
    with_words = line_of(text, (word(text[:3], 60, 100), word(text[4:], 0, 40)), script="Arab")
    first, second = split(with_words, 4)
    assert first.quad.bounds == pytest.approx((50, 0, 100, 10))
    assert second.quad.bounds == pytest.approx((0, 0, 50, 10))


def test_both_parts_are_as_doubtful_as_the_whole():
    for part in split(line_of("Amina Juma"), 5):
        assert (part.confidence, part.doubts, part.engine) == (0.7, ("low-confidence",), "ppocr")


def test_a_merged_line_is_as_sure_as_the_least_sure_and_holds_both_places():
    one, two = line_of("Amina", confidence=0.9), line_of("Juma", confidence=0.4)
    two = Line("Juma", Quad.from_box(120, 2, 180, 14), 0.4, "Latn", "tesseract", doubts=("engines-disagree",))
    whole = merge([one, two])
    assert (whole.text, whole.confidence, whole.engine) == ("Amina Juma", 0.4, "ppocr+tesseract")
    assert whole.doubts == ("low-confidence", "engines-disagree")
    assert whole.quad.bounds == pytest.approx((0, 0, 180, 14))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6), min_size=1, max_size=6),
    st.integers(0, 40),
    st.floats(-3, 3),
)
def test_what_is_parted_and_joined_again_reads_the_same_in_the_same_place(parts, at, angle):
    text = " ".join(parts)
    box = Quad.from_box(0, 0, 300, 20).as_array()
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    line = Line(text, Quad.from_array(box @ turn.T), 0.5, "Latn", "ppocr")
    try:
        first, second = split(line, at)
    except ValueError:
        assert at <= 0 or not text[:at].strip() or not text[at:].strip()
        return
    assert "".join((first.text + second.text).split()) == "".join(text.split())
    together = merge([first, second])
    assert together.text.replace(" ", "") == text.replace(" ", "")
    assert np.allclose(together.quad.as_array(), line.quad.as_array(), atol=0.01)


# As corrections of a page.


def test_a_split_line_stands_as_two_and_is_undone(library, page):
    library.readings.split_line(page, 0, 12, author="Juma")
    assert texts(library, page) == ["Name: Amina", "Age: 30", "Village", "Kigoma"]
    stored = library.readings.of_page(page)
    assert stored.model_texts[:2] == ("Name: Amina Age: 30",) * 2
    assert library.documents.page(page).confidence == 0.6
    library.readings.undo_last(page, author="Juma")
    assert texts(library, page)[0] == "Name: Amina Age: 30"


@pytest.mark.parametrize("at", [-1, 0, 19, 99])
def test_a_line_is_not_split_at_its_ends(library, page, at):
    with pytest.raises(CorrectionConflictError):
        library.readings.split_line(page, 0, at, author="Juma")
    assert library.readings.history(page) == []


def test_neighbours_are_merged_in_reading_order_however_they_were_chosen(library, page):
    library.readings.merge_lines(page, [2, 1], author="Juma")
    assert texts(library, page) == ["Name: Amina Age: 30", "Village Kigoma"]
    assert library.search.find('"village kigoma"').hits[0].line_number == 1


@pytest.mark.parametrize("lines", [[0], [0, 0], [0, 2], []])
def test_lines_that_do_not_follow_one_another_are_not_merged(library, page, lines):
    with pytest.raises(CorrectionConflictError):
        library.readings.merge_lines(page, lines, author="Juma")


def test_a_changed_part_keeps_a_split_from_being_undone_alone(library, page):
    made = library.readings.split_line(page, 0, 12, author="Juma")
    library.readings.correct_line(page, 1, "Age: 31", author="Juma")
    with pytest.raises(CorrectionConflictError):
        library.readings.undo_correction(made.id, author="Juma")
    assert texts(library, page)[:2] == ["Name: Amina", "Age: 31"]


def test_a_confirmed_line_is_beyond_doubt_and_known_as_a_persons(library, page):
    library.readings.confirm_line(page, 1, author="Asha")
    stored = library.readings.of_page(page)
    line = stored.reading.lines[1]
    assert (line.text, line.confidence, line.doubts, line.engine) == ("Village", 1.0, (), PERSON)
    assert stored.model_texts[1] == "Village"
    assert stored.makers[1].author == "Asha"
    assert stored.makers[0] is None


def test_a_line_goes_back_to_what_the_model_read_doubts_and_all(library, page):
    library.readings.correct_line(page, 1, "Vilage", author="Juma")
    library.readings.restore_line(page, 1, None, author="Juma")
    line = library.readings.of_page(page).reading.lines[1]
    assert (line.text, line.confidence, line.engine) == ("Village", 0.6, "ppocr")
    assert library.documents.page(page).confidence == 0.6


def test_a_line_goes_back_to_any_earlier_version_also_an_undone_one(library, page):
    first = library.readings.correct_line(page, 1, "one", author="Juma")
    library.readings.undo_last(page, author="Juma")
    second = library.readings.correct_line(page, 1, "two", author="Asha")
    versions = library.readings.versions(page, 1)
    assert [(each.line.text, each.author, each.undone, each.in_force) for each in versions] == [
        ("Village", "sanduku", False, False),
        ("one", "Juma", True, False),
        ("two", "Asha", False, True),
    ]
    assert [each.correction_id for each in versions] == [None, first.id, second.id]
    library.readings.restore_line(page, 1, first.id, author="Asha")
    assert texts(library, page)[1] == "one"


def test_a_merged_line_has_no_version_from_before(library, page):
    library.readings.merge_lines(page, [1, 2], author="Juma")
    with pytest.raises(NotFoundError):
        library.readings.restore_line(page, 1, None, author="Juma")
    assert [each.kind for each in library.readings.versions(page, 1)] == ["merge"]


def test_undo_and_redo_go_on_in_the_next_session(library, page, reopen):
    for text in ("one", "two", "three"):
        library.readings.correct_line(page, 1, text, author="Juma")
    library.readings.undo_last(page, author="Juma")
    other = reopen(library)
    assert other.readings.undo_state(page).redo is not None
    other.readings.undo_last(page, author="Juma")
    assert texts(other, page)[1] == "one"
    other.readings.redo_last(page, author="Juma")
    other.readings.redo_last(page, author="Juma")
    assert texts(other, page)[1] == "three"
    assert other.readings.redo_last(page, author="Juma") is None


def test_with_nothing_to_undo_nothing_is_recorded(library, page):
    before = library.changes.last_sequence()
    assert library.readings.undo_last(page, author="Juma") is None
    assert library.readings.redo_last(page, author="Juma") is None
    assert library.changes.last_sequence() == before


def test_a_new_correction_leaves_nothing_to_redo(library, page):
    library.readings.correct_line(page, 1, "one", author="Juma")
    library.readings.undo_last(page, author="Juma")
    library.readings.correct_line(page, 2, "other", author="Juma")
    assert library.readings.redo_last(page, author="Juma") is None


def test_what_was_carried_over_to_a_new_reading_can_be_undone(library, page, read_all):
    library.readings.correct_line(page, 1, "Kijiji", author="Juma")
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Name: Amina Age: 30", "Vilage", "Kigoma", pipeline="test-2")
    assert texts(library, page)[1] == "Kijiji"
    library.readings.undo_last(page, author="Juma")
    assert texts(library, page)[1] == "Vilage"


def test_a_split_line_stays_split_in_a_new_reading_of_the_same_text(library, page, read_all):
    library.readings.split_line(page, 0, 12, author="Juma")
    before = library.readings.of_page(page).reading.lines
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Name: Amina Age: 30", "Village", "Kigoma", pipeline="test-2", confidence=0.6)
    stored = library.readings.of_page(page)
    assert stored.reading.lines == before
    assert [each.kind for each in stored.corrections] == ["split"]


def test_a_split_line_whose_text_is_read_otherwise_loses_nothing(library, page, read_all):
    library.readings.split_line(page, 0, 12, author="Juma")
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Nane: Amina Age: 80", "Village", "Kigoma", pipeline="test-2")
    assert {"Name: Amina", "Age: 30"} < set(texts(library, page))


VERBS = ("text", "confirm", "add", "delete", "split", "merge", "restore", "undo", "redo")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 7)), max_size=14))
def test_undo_and_redo_give_back_every_state_as_at_a_keyboard(verbs):
    with tempfile.TemporaryDirectory() as folder:
        protection = Protection(encrypted=False)
        plain = LibrarySettings(ballast_megabytes=0)
        with create_library(Path(folder) / "l", protection=protection, settings=plain).library as library:
            document = library.documents.add(NewDocument("a", "image/png", 1, b"x")).document_id
            job = library.jobs.claim("worker", lease_seconds=60)
            lines = tuple(
                Line(text, Quad.from_box(0, 20 * row, 90, 20 * row + 9), 0.5, "Latn", "ppocr")
                for row, text in enumerate(("a b", "c d"))
            )
            reading = Reading("p", 100, 100, Transform.identity(), Origin.RECOGNISED, lines)
            library.jobs.complete(job, reading, image=None, thumbnail=None)
            page = library.documents.pages(document)[0].id
            done, undone = [library.readings.of_page(page).reading.lines], []
            for verb, chance in verbs:
                if verb == "undo":
                    assert (library.readings.undo_last(page, author="x") is None) == (len(done) == 1)
                    if len(done) > 1:
                        undone.append(done.pop())
                elif verb == "redo":
                    assert (library.readings.redo_last(page, author="x") is None) == (not undone)
                    if undone:
                        done.append(undone.pop())
                elif edit(library.readings, page, verb, chance):
                    done.append(library.readings.of_page(page).reading.lines)
                    undone.clear()
                assert library.readings.of_page(page).reading.lines == done[-1]
            assert library.check(quick=True).sound


def edit(readings, page, verb, chance):
    """Do one thing to the page, and tell whether it could be done."""
    lines = readings.of_page(page).reading.lines
    if verb == "add":
        after = chance % len(lines) if lines else None
        readings.add_line(page, f"new {chance}", Quad.from_box(0, 0, 50, 9), after=after, author="x")
        return True
    if not lines:
        return False
    place = chance % len(lines)
    try:
        {
            "text": lambda: readings.correct_line(page, place, f"t {chance}", author="x"),
            "confirm": lambda: readings.confirm_line(page, place, author="x"),
            "delete": lambda: readings.delete_line(page, place, author="x"),
            "split": lambda: readings.split_line(page, place, 2, author="x"),
            "merge": lambda: readings.merge_lines(page, [place, place + 1], author="x"),
            "restore": lambda: readings.restore_line(page, place, None, author="x"),
        }[verb]()
    except (CorrectionConflictError, NotFoundError):
        return False
    return True
