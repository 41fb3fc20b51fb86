"""What a person corrects stands, is found, can be undone, and is never lost to a new reading."""

import pytest

from engine.errors import NotFoundError
from engine.geometry import Quad, Transform
from engine.library import Correction, CorrectionConflictError, PlacedLine
from engine.library.carryover import TO_REVIEW
from engine.library.corrections import PERSON, model_texts
from engine.reading import Line, Origin, Reading


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, "Nmae: Amina", "Age: 30", confidence=0.6)
    return library.documents.pages(document)[0].id


def texts(library, page):
    return [line.text for line in library.readings.of_page(page).reading.lines]


def test_a_correction_stands_and_the_models_line_is_kept(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    stored = library.readings.of_page(page)
    assert [line.text for line in stored.reading.lines] == ["Name: Amina", "Age: 30"]
    assert [line.text for line in stored.as_read.lines] == ["Nmae: Amina", "Age: 30"]
    line = stored.reading.lines[0]
    assert (line.confidence, line.engine, line.doubts, line.words) == (1.0, PERSON, (), ())
    assert line.quad == stored.as_read.lines[0].quad


def test_a_correction_says_who_when_what_and_what_was_before(library, page, clock):
    clock.pass_time(5)
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    (correction,) = library.readings.history(page)
    assert correction.author == "Juma"
    assert correction.made_at.endswith("Z")
    assert correction.previous[0].line.text == "Nmae: Amina"
    assert correction.replacement[0].line.text == "Name: Amina"
    change = library.changes.since(0)[-1]
    assert (change.entity, change.entity_id, change.author) == ("correction", correction.id, "Juma")


def test_the_search_finds_the_corrected_text_at_once_and_the_wrong_one_no_more(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    assert library.search.find("name").total == 1
    assert library.search.find("nmae").total == 0


def test_the_lowest_confidence_of_the_page_rises_with_corrections(library, page):
    confidence = lambda: library.documents.page(page).confidence  # noqa: E731
    assert confidence() == 0.6
    library.readings.correct_line(page, 0, "a", author="Juma")
    assert confidence() == 0.6
    library.readings.correct_line(page, 1, "b", author="Juma")
    assert confidence() == 1.0


def test_undo_and_redo_work_in_another_session_too(library, page, reopen):
    correction = library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    other = reopen(library)
    other.readings.undo_correction(correction.id, author="Asha")
    assert texts(library, page)[0] == "Nmae: Amina"
    assert library.search.find("nmae").total == 1
    with pytest.raises(CorrectionConflictError):
        library.readings.undo_correction(correction.id, author="Asha")
    assert library.readings.redo_last(page, author="Asha") is not None
    assert texts(library, page)[0] == "Name: Amina"
    assert library.readings.redo_last(page, author="Asha") is None
    library.readings.undo_correction(correction.id, author="Asha")
    assert [(each.kind, each.author) for each in library.readings.history(page)] == [
        ("text", "Juma"),
        ("undo", "Asha"),
        ("redo", "Asha"),
        ("undo", "Asha"),
    ]


def test_undoing_the_first_of_two_leaves_the_second(library, page):
    first = library.readings.correct_line(page, 0, "one", author="Juma")
    library.readings.correct_line(page, 0, "two", author="Juma")
    library.readings.undo_correction(first.id, author="Juma")
    assert texts(library, page)[0] == "two"


def test_an_undo_cannot_be_undone_but_redone(library, page):
    correction = library.readings.correct_line(page, 0, "one", author="Juma")
    undo = library.readings.undo_correction(correction.id, author="Juma")
    with pytest.raises(CorrectionConflictError):
        library.readings.undo_correction(undo.id, author="Juma")


@pytest.mark.parametrize("line", [2, -1, "7", "nothing"])
def test_a_line_that_is_not_there_is_told(library, page, line):
    with pytest.raises(NotFoundError):
        library.readings.correct_line(page, line, "x", author="Juma")


def test_a_line_can_be_named_by_its_id(library, page):
    line_id = library.readings.of_page(page).line_ids[1]
    library.readings.correct_line(page, line_id, "Age: 31", author="Juma")
    assert texts(library, page)[1] == "Age: 31"


def test_a_page_that_is_not_read_or_not_there_is_told(library, add):
    document = add(library, "new")
    with pytest.raises(NotFoundError):
        library.readings.correct_line(library.documents.pages(document)[0].id, 0, "x", author="Juma")
    for ask in (library.readings.of_page, library.readings.history):
        with pytest.raises(NotFoundError):
            ask("nothing")
    with pytest.raises(NotFoundError):
        library.readings.undo_correction("nothing", author="Juma")


def test_what_a_line_cannot_hold_is_made_plain(library, page):
    library.readings.correct_line(page, 0, "  cafe\u0301\n\0\ud800du\tport ", author="Juma")
    assert texts(library, page)[0] == "caf\u00e9  ?du port"


def test_neither_readings_nor_corrections_can_be_altered_in_the_database(library, page):
    library.readings.correct_line(page, 0, "x", author="Juma")
    for table in ("readings", "corrections"):
        with pytest.raises(Exception, match="never altered"), library.connection.transaction():
            library.connection.run(f"UPDATE {table} SET id = 'other'")


def test_a_deleted_line_is_gone_and_comes_back_with_undo(library, page):
    deleted = library.readings.delete_line(page, 0, author="Juma")
    assert texts(library, page) == ["Age: 30"]
    assert library.search.find("nmae").total == 0
    library.readings.undo_correction(deleted.id, author="Juma")
    assert texts(library, page) == ["Nmae: Amina", "Age: 30"]


@pytest.mark.parametrize(("after", "place"), [(None, 0), (0, 1), (1, 2)])
def test_a_line_that_the_model_missed_is_added_in_its_place(library, page, after, place):
    quad = Quad.from_box(50, 300, 900, 330)
    library.readings.add_line(page, "Sex:\nF", quad, after=after, author="Juma")
    lines = library.readings.of_page(page).reading.lines
    assert (lines[place].text, lines[place].quad, lines[place].engine) == ("Sex: F", quad, PERSON)
    assert len(lines) == 3
    assert library.search.find("sex").total == 1


def test_what_the_model_had_read_is_told_for_each_line_of_a_person(library, page):
    library.readings.delete_line(page, 0, author="Juma")
    library.readings.correct_line(page, 0, "Age: 31", author="Juma")
    library.readings.correct_line(page, 0, "Age: 32", author="Asha")
    library.readings.add_line(page, "Sex: F", Quad.from_box(50, 300, 900, 330), after=0, author="Juma")
    stored = library.readings.of_page(page)
    assert [line.text for line in stored.reading.lines] == ["Age: 32", "Sex: F"]
    assert stored.model_texts == ("Age: 30", "")


def test_the_models_own_lines_and_undone_corrections_tell_nothing(library, page):
    correction = library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    library.readings.undo_correction(correction.id, author="Juma")
    assert library.readings.of_page(page).model_texts == (None, None)


def test_what_the_model_had_read_is_followed_through_merges_and_splits():
    model = [line(text, (0, 0, 9, 9)) for text in ("Na", "me:", "Amina Age: 30")]
    person = line("x", (0, 0, 9, 9), engine=PERSON)

    def change(number, kind, targets, made):
        placed = tuple(PlacedLine(each, person) for each in made)
        return Correction(str(number), "r", kind, targets, placed, (), None, None, None, "Juma", "now")

    corrections = [
        change(1, "merge", ("1", "0"), ("0",)),
        change(2, "split", ("2",), ("a", "b")),
        change(3, "text", ("0",), ("0",)),
        change(4, "merge", ("0", "a", "b"), ("c",)),
    ]
    assert model_texts(model, corrections[:3]) == {"0": "Na me:", "a": "Amina Age: 30", "b": "Amina Age: 30"}
    assert model_texts(model, corrections)["c"] == "Na me: Amina Age: 30"


# Reading a page anew.


def line(text, box, engine="ppocr"):
    return Line(text, Quad.from_box(*box), 0.9, "Latn", engine, language="en")


def read_anew(library, page, *lines, width=1000, height=1400, to_source=None):
    library.jobs.read_again(library.documents.page(page).document_id)
    job = library.jobs.claim("worker", lease_seconds=60)
    reading = Reading("new", width, height, to_source or Transform.identity(), Origin.RECOGNISED, lines)
    library.jobs.complete(job, reading, image=None, thumbnail=None)
    return library.readings.of_page(page)


def test_a_correction_is_carried_over_to_the_line_in_the_same_place(library, page):
    first = library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    stored = read_anew(library, page, line("Title", (50, 5, 900, 30)), line("Nane: Amima", (52, 51, 905, 82)))
    assert [each.text for each in stored.reading.lines] == ["Title", "Name: Amina"]
    (carried,) = stored.corrections
    assert (carried.author, carried.carried_from) == ("Juma", first.id)
    assert library.search.find("name").total == 1


def test_a_correction_finds_its_place_on_a_page_of_another_size_and_turn(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    # The same page at twice the resolution, turned by a quarter: (x, y) here is (2y, 2 × 1000 − 2x) there.
    turned = Transform((0.0, 0.5, 0.0, -0.5, 0.0, 1400.0, 0.0, 0.0, 1.0)).inverse()
    back = turned.inverse()
    box = turned.apply_quad(Quad.from_box(50, 50, 900, 80)).bounds
    stored = read_anew(library, page, line("Nane", box), width=2800, height=2000, to_source=back)
    assert [each.text for each in stored.reading.lines] == ["Name: Amina"]


def test_a_pdf_rendered_at_another_resolution_keeps_its_corrections(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    stored = read_anew(library, page, line("Nane", (100, 100, 1800, 160)), width=2000, height=2800)
    assert [each.text for each in stored.reading.lines] == ["Name: Amina"]


def test_a_corrected_line_that_is_now_read_in_two_parts_replaces_both(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    stored = read_anew(library, page, line("Nmae:", (50, 50, 300, 80)), line("Amima", (320, 50, 900, 80)))
    assert [each.text for each in stored.reading.lines] == ["Name: Amina"]
    assert stored.corrections[0].kind == "merge"


def test_a_correction_without_a_place_is_added_for_a_person_to_settle(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    stored = read_anew(library, page, line("Elsewhere", (50, 900, 900, 930)))
    assert {each.text for each in stored.reading.lines} == {"Name: Amina", "Elsewhere"}
    (kept,) = (each for each in stored.reading.lines if each.engine == PERSON)
    assert TO_REVIEW in kept.doubts
    assert kept.confidence <= 0.5
    assert library.documents.page(page).confidence <= 0.5
    assert library.search.find("amina").total == 1


def test_corrections_survive_two_new_readings_and_the_way_back(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    read_anew(library, page, line("Elsewhere", (50, 900, 900, 930)))
    stored = read_anew(library, page, line("Nane", (50, 50, 900, 80)))
    assert [each.text for each in stored.reading.lines] == ["Name: Amina"]
    library.jobs.read_again(library.documents.page(page).document_id)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.complete_from_cache(job, library.readings.cached(job.page_key, "test-1"))
    assert texts(library, page)[0] == "Name: Amina"
    assert len(library.readings.history(page)) == 4


def test_an_undone_correction_is_not_carried_over(library, page):
    correction = library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    library.readings.undo_correction(correction.id, author="Juma")
    stored = read_anew(library, page, line("Nane", (50, 50, 900, 80)))
    assert [each.text for each in stored.reading.lines] == ["Nane"]
    assert library.readings.redo_last(page, author="Juma") is None


def test_a_deleted_line_stays_deleted_in_a_new_reading_even_if_it_had_been_corrected(library, page):
    library.readings.correct_line(page, 0, "Name: Amina", author="Juma")
    library.readings.delete_line(page, 0, author="Juma")
    same = [line("Nmae: Amina", (50, 50, 900, 80)), line("Age: 30", (50, 90, 900, 120))]
    stored = read_anew(library, page, *same)
    assert [each.text for each in stored.reading.lines] == ["Age: 30"]


def test_an_added_line_is_as_sure_in_a_new_reading_that_misses_it_too(library, page):
    quad = Quad.from_box(50, 300, 900, 330)
    library.readings.add_line(page, "Sex: M", quad, after=1, author="Juma")
    library.readings.correct_line(page, 2, "Sex: F", author="Juma")
    stored = read_anew(library, page, line("Age: 30", (50, 90, 900, 120)))
    assert [(each.text, each.doubts) for each in stored.reading.lines] == [("Age: 30", ()), ("Sex: F", ())]
    assert stored.model_texts == (None, "")


def test_what_was_undone_stays_undone_when_an_earlier_reading_comes_back(library, page):
    library.readings.correct_line(page, 0, "Name: Asha", author="Juma")
    stored = read_anew(library, page, line("Nane", (50, 50, 900, 80)), line("Age: 30", (50, 90, 900, 120)))
    library.readings.undo_correction(stored.corrections[0].id, author="Juma")
    library.jobs.read_again(library.documents.page(page).document_id)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.complete_from_cache(job, library.readings.cached(job.page_key, "test-1"))
    assert texts(library, page) == ["Nmae: Amina", "Age: 30"]
