"""Beside whole pages a worker reads single boxes, and pages as a person turned them."""

import pytest

from engine.errors import BadInputError, CancelledError
from engine.geometry import UNADJUSTED, Adjustment, Quad
from engine.library import JobState
from engine.worker.worker import Outcome

BOX = Quad.from_box(1, 2, 30, 12)


@pytest.fixture
def page(bench):
    document = bench.add()
    bench.worker.step()
    return bench.library.documents.pages(document)[0].id


def test_the_pipeline_is_told_how_a_person_turned_the_page(bench, page):
    wanted = Adjustment(quarter_turns=3)
    bench.library.adjustments.set(page, wanted)
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.pipeline.adjustments == [UNADJUSTED, wanted]
    bench.library.adjustments.set(page, Adjustment())
    assert bench.worker.step().outcome is Outcome.CACHED


def test_a_box_is_read_on_the_image_in_force_and_proposed(bench, page):
    asked = bench.library.regions.ask(page, BOX, line=0, languages=["ar"], engine="tesseract")
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.pipeline.regions == [(b"image", BOX, ["ar"], "tesseract")]
    proposal = bench.library.regions.get(asked)
    assert (proposal.state, proposal.line.text) == (JobState.DONE, "read again")
    assert bench.library.readings.of_page(page).reading.text == "page 0"


def test_a_wish_that_no_engine_fulfils_is_told_and_the_worker_goes_on(bench, page):
    def refuse(_cancel):
        raise BadInputError("No engine reads that.", remedy="Choose another.")

    bench.pipeline.before = refuse
    asked = bench.library.regions.ask(page, BOX)
    assert bench.worker.step().outcome is Outcome.FAILED
    proposal = bench.library.regions.get(asked)
    assert (proposal.error_message, proposal.error_remedy) == ("No engine reads that.", "Choose another.")
    assert bench.worker.step().outcome is Outcome.IDLE


def test_a_box_that_is_dropped_while_it_is_read_stops(bench, page):
    asked = bench.library.regions.ask(page, BOX)

    def drop(cancel):
        bench.second.regions.drop(asked)
        bench.pass_time(5)
        if cancel():
            raise CancelledError("stopped")

    bench.pipeline.before = drop
    assert bench.worker.step().outcome is Outcome.LOST
    assert bench.library.regions.of_page(page) == []


def test_a_page_that_is_turned_while_it_is_read_is_read_again_as_wanted(bench, page):
    bench.library.jobs.read_again(bench.library.documents.page(page).document_id)
    bench.pipeline.id = "fake-2"

    def turn(_cancel):
        bench.second.adjustments.set(page, Adjustment(quarter_turns=1))

    bench.pipeline.before = turn
    assert bench.worker.step().outcome is Outcome.LOST
    bench.pipeline.before = lambda _cancel: None
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.pipeline.adjustments[-1] == Adjustment(quarter_turns=1)
