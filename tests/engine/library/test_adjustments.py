"""A person turns and straightens pages; they are read anew so, and what was corrected stays."""

import pytest

from engine.errors import NotFoundError
from engine.geometry import Adjustment, Quad
from engine.library import AdjustmentError, JobState, LeaseLostError

CORNERS = Quad((40.5, 30.0), (900.0, 60.0), (880.0, 1300.0), (20.0, 1250.0))


@pytest.fixture
def page(library, add, read_all):
    document = add(library, pages=2)
    read_all(library, "Name: Amina")
    return library.documents.pages(document)[0].id


def test_an_adjusted_page_is_the_first_to_be_read_anew_and_the_worker_knows_how(library, page, add):
    add(library, "b", priority=5)
    wanted = Adjustment(quarter_turns=1, corners=CORNERS)
    library.adjustments.set(page, wanted)
    job = library.jobs.claim("worker", lease_seconds=60)
    assert (job.page_id, job.adjustment) == (page, wanted)
    assert library.jobs.claim("worker", lease_seconds=60).adjustment == Adjustment()


def test_until_then_what_was_read_stays(library, page):
    library.adjustments.set(page, Adjustment(quarter_turns=2))
    assert library.readings.of_page(page).reading.lines[0].text == "Name: Amina"


def test_the_cache_tells_adjustments_apart_and_knows_the_way_back(library, page, make_reading):
    for wanted, known in (
        (Adjustment(quarter_turns=1), False),
        (Adjustment(quarter_turns=2), False),
        (Adjustment(quarter_turns=1), True),
        (Adjustment(), True),
        (Adjustment(quarter_turns=1, corners=CORNERS), False),
    ):
        library.adjustments.set(page, wanted)
        job = library.jobs.claim("worker", lease_seconds=60)
        assert (library.readings.cached(job.page_key, "test-1") is not None) == known
        library.jobs.complete(job, make_reading("x"), image=None, thumbnail=None)


def test_a_worker_that_has_the_page_in_hand_loses_it(library, page, make_reading):
    library.jobs.read_again(library.documents.page(page).document_id)
    late = library.jobs.claim("slow", lease_seconds=60)
    assert late.page_id == page
    library.adjustments.set(page, Adjustment(quarter_turns=1))
    assert not library.jobs.renew(late)
    with pytest.raises(LeaseLostError):
        library.jobs.complete(late, make_reading("old"), image=None, thumbnail=None)
    job = library.jobs.claim("worker", lease_seconds=60)
    assert (job.page_id, job.adjustment.quarter_turns) == (page, 1)


def test_corrections_stay_when_the_page_was_read_anew(library, page, read_all):
    library.readings.correct_line(page, 0, "Name: Asha", author="Juma")
    library.adjustments.set(page, Adjustment(quarter_turns=0))
    read_all(library, "Nane: Amina", pipeline="test-2")
    assert [line.text for line in library.readings.of_page(page).reading.lines] == ["Name: Asha"]


def test_the_history_tells_who_did_what_and_the_change_log_too(library, page):
    library.adjustments.set(page, Adjustment(quarter_turns=1))
    library.adjustments.set(page, Adjustment())
    assert [each.adjustment for each in library.adjustments.history(page)] == [
        Adjustment(quarter_turns=1),
        Adjustment(),
    ]
    assert {each.author for each in library.adjustments.history(page)} == {"Amina"}
    last = library.changes.since(0)[-1]
    assert (last.entity, last.entity_id, last.kind) == ("page", page, "adjusted")


def test_what_is_so_already_is_not_done_again(library, page):
    assert library.adjustments.set(page, Adjustment()) is None
    library.adjustments.set(page, Adjustment(corners=CORNERS))
    library.jobs.cancel()
    assert library.adjustments.set(page, Adjustment(corners=CORNERS)) is None
    assert library.jobs.find([JobState.QUEUED]) == []
    assert library.adjustments.of_page(page) == Adjustment(corners=CORNERS)


@pytest.mark.parametrize(
    "corners",
    [
        Quad((0, 0), (100, 100), (100, 0), (0, 100)),
        Quad((0, 0), (100, 0), (20, 20), (0, 100)),
        Quad((0, 0), (5, 0), (5, 100), (0, 100)),
        Quad((0, 0), (0, 0), (0, 0), (0, 0)),
        Quad((float("nan"), 0), (100, 0), (100, 100), (0, 100)),
    ],
)
def test_corners_of_no_sheet_are_refused_and_nothing_is_queued(library, page, corners):
    with pytest.raises(AdjustmentError):
        library.adjustments.set(page, Adjustment(corners=corners))
    assert library.jobs.find([JobState.QUEUED]) == []


def test_corners_on_a_mirrored_photo_go_round_the_other_way(library, page):
    a, b, c, d = CORNERS.points
    assert library.adjustments.set(page, Adjustment(corners=Quad(b, a, d, c))) is not None


def test_a_page_that_is_not_there_is_told(library):
    with pytest.raises(NotFoundError):
        library.adjustments.set("nothing", Adjustment(quarter_turns=1))
