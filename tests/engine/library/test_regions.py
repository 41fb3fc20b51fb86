"""A box of a page is read again; what was read is proposed, and a person takes or drops it."""

from dataclasses import replace

import pytest

from engine.errors import NotFoundError
from engine.geometry import Adjustment, Quad
from engine.library import MODEL_ENGINE, JobState, LeaseLostError, RegionError, Shelf
from engine.library.corrections import PERSON
from engine.reading import Line

BOX = Quad.from_box(50, 50, 400, 80)
READ = Line("Amina", BOX, 0.7, "Latn", "tesseract", doubts=("low-confidence",))


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, "Nmae", "Age", image=b"image")
    return library.documents.pages(document)[0].id


def finish(library, line=READ):
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.complete_region(job, line)
    return job


def texts(library, page):
    return [line.text for line in library.readings.of_page(page).reading.lines]


def test_the_worker_is_told_the_box_the_image_and_the_wishes(library, page, add):
    add(library, "b", priority=7)
    asked = library.regions.ask(page, BOX, line=0, languages=["ar"], engine="tesseract")
    job = library.jobs.claim("worker", lease_seconds=60)
    assert (job.id, job.task) == (asked, "read-region")
    assert job.payload["image"] == library.documents.page(page).image_sha256
    assert (job.payload["languages"], job.payload["engine"]) == (["ar"], "tesseract")
    assert job.payload["quad"] == [list(point) for point in BOX.points]


def test_a_proposal_changes_nothing_until_it_is_taken(library, page):
    asked = library.regions.ask(page, BOX, line=1)
    assert library.regions.get(asked).state is JobState.QUEUED
    finish(library)
    proposal = library.regions.get(asked)
    assert (proposal.state, proposal.line, proposal.fits) == (JobState.DONE, READ, True)
    assert texts(library, page) == ["Nmae", "Age"]
    library.regions.take(asked)
    stored = library.readings.of_page(page)
    assert [line.text for line in stored.reading.lines] == ["Nmae", "Amina"]
    assert (stored.reading.lines[1].engine, stored.model_texts[1]) == (PERSON, "Age")
    with pytest.raises(NotFoundError):
        library.regions.get(asked)


def test_a_box_without_a_line_becomes_a_new_line(library, page):
    asked = library.regions.ask(page, BOX)
    finish(library)
    library.regions.take(asked, after=0)
    assert texts(library, page) == ["Nmae", "Amina", "Age"]


def test_a_box_is_taken_and_gone_or_neither(library, page, monkeypatch):
    def fail(_job_id):
        raise MemoryError

    asked = library.regions.ask(page, BOX)
    finish(library)
    monkeypatch.setattr(library.regions, "drop", fail)
    with pytest.raises(MemoryError):
        library.regions.take(asked, after=0)
    assert texts(library, page) == ["Nmae", "Age"]
    monkeypatch.undo()
    library.regions.take(asked, after=0)
    assert texts(library, page) == ["Nmae", "Amina", "Age"]


def test_reading_a_box_leaves_document_and_counts_as_they_are(library, page):
    document = library.documents.page(page).document_id
    before = library.jobs.progress()
    asked = library.regions.ask(page, BOX)
    assert library.documents.get(document).shelf is Shelf.TO_CHECK
    job = library.jobs.claim("worker", lease_seconds=60)
    assert library.documents.get(document).shelf is Shelf.TO_CHECK
    library.jobs.fail(job, "x", "It went wrong.", "Try again.", retryable=False)
    assert library.documents.get(document).shelf is Shelf.TO_CHECK
    assert library.documents.get(document).problem is None
    assert library.jobs.progress() == before
    assert library.jobs.retry() == 0
    assert library.regions.get(asked).error_message == "It went wrong."
    assert library.check(quick=True).sound


def test_a_box_is_read_while_the_queue_is_paused(library, page, add):
    add(library, "b")
    library.jobs.pause()
    assert library.jobs.claim("worker", lease_seconds=60) is None
    library.regions.ask(page, BOX)
    finish(library)
    assert library.jobs.claim("worker", lease_seconds=60) is None


def test_a_dropped_box_is_not_stored_by_a_late_worker(library, page):
    asked = library.regions.ask(page, BOX)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.regions.drop(asked)
    assert not library.jobs.renew(job)
    with pytest.raises(LeaseLostError):
        library.jobs.complete_region(job, READ)
    assert library.regions.of_page(page) == []


def test_a_late_worker_does_not_answer_for_the_next_box(library, page):
    library.regions.drop(library.regions.ask(page, BOX))
    dropped = library.regions.ask(page, BOX)
    late = library.jobs.claim("late", lease_seconds=60)
    library.regions.drop(dropped)
    library.regions.ask(page, BOX)
    library.jobs.claim("worker", lease_seconds=60)
    with pytest.raises(LeaseLostError):
        library.jobs.complete_region(late, READ)


def test_a_box_without_text_cannot_be_taken(library, page):
    asked = library.regions.ask(page, BOX, line=0)
    with pytest.raises(RegionError):
        library.regions.take(asked)
    finish(library, None)
    with pytest.raises(RegionError):
        library.regions.take(asked)
    assert texts(library, page) == ["Nmae", "Age"]


def test_a_box_of_a_page_that_was_read_anew_cannot_be_taken(library, page, read_all):
    asked = library.regions.ask(page, BOX, line=0)
    finish(library)
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Name", pipeline="test-2", image=b"other")
    assert not library.regions.get(asked).fits
    with pytest.raises(RegionError):
        library.regions.take(asked)


def test_boxes_go_when_the_page_is_turned(library, page):
    library.regions.ask(page, BOX)
    library.adjustments.set(page, Adjustment(quarter_turns=1))
    assert library.regions.of_page(page) == []


def test_a_page_without_an_image_has_no_boxes(library, add, read_all):
    document = add(library)
    read_all(library, "x")
    with pytest.raises(RegionError):
        library.regions.ask(library.documents.pages(document)[0].id, BOX)


def test_doubtful_lines_are_read_by_a_model_behind_reading_each_once(library, page, add):
    add(library, "b")
    asked = library.regions.ask_model(page, threshold=0.95, batch="doubts")
    assert len(asked) == 2
    assert library.regions.ask_model(page, threshold=0.95) == []
    assert library.jobs.progress("doubts", tasks=["read-region"]).queued == 2
    assert library.jobs.claim("worker", lease_seconds=60).task == "read"
    job = library.jobs.claim("worker", lease_seconds=60)
    assert (job.id, job.payload["engine"], job.payload["languages"]) == (asked[0], MODEL_ENGINE, ["en"])
    library.jobs.complete_region(job, READ)
    assert library.regions.get(asked[0]).line_id == library.readings.of_page(page).line_ids[0]


def test_a_model_is_not_asked_about_sure_lines_and_those_of_a_person(library, page):
    assert library.regions.ask_model(page, threshold=0.5) == []
    library.readings.correct_line(page, 0, "Name", author="Juma")
    assert len(library.regions.ask_model(page, threshold=0.95)) == 1


def test_what_a_model_proposed_is_kept_for_a_month(library, page, clock):
    (first, second) = library.regions.ask_model(page, threshold=0.95)
    for _ in range(2):
        library.jobs.complete_region(library.jobs.claim("worker", lease_seconds=60), READ)
    clock.pass_time(20 * 86400)
    library.regions.ask(page, BOX)
    assert library.regions.get(first).line == library.regions.get(second).line == READ
    clock.pass_time(11 * 86400)
    library.regions.ask(page, BOX)
    with pytest.raises(NotFoundError):
        library.regions.get(first)


def test_forgotten_proposals_go_after_a_day(library, page, clock):
    asked = library.regions.ask(page, BOX)
    finish(library, replace(READ, text="x"))
    clock.pass_time(86401)
    library.regions.ask(page, BOX)
    with pytest.raises(NotFoundError):
        library.regions.get(asked)
