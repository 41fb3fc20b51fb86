from datetime import UTC, datetime

from desktop.queue import telling, verbs
from desktop.queue.state import QueueLooker, Running
from engine.library import JobState
from tests.desktop.elsewhere import with_library

LONG_AGO = "2000-01-01T00:00:00+00:00"


def look(door, jobs=100):
    return with_library(door, lambda library: QueueLooker(LONG_AGO).look(library, jobs))


def order(door):
    return [row.key for row in look(door).waiting]


def test_pages_that_wait_are_gathered_into_documents_in_their_order(door, three):
    state = look(door)
    assert [row.key for row in state.waiting] == three
    assert [row.pages for row in state.waiting] == [1, 2, 1]
    assert state.progress.queued == 4
    assert not state.more


def test_more_is_told_where_not_all_was_looked_at(door, three):
    state = look(door, jobs=1)
    assert [row.key for row in state.waiting] == three[:1]
    assert state.more


def test_a_document_goes_before_another_with_all_its_pages(door, three):
    one, two, last = three
    assert with_library(door, lambda library: verbs.move_documents(library, [two], one))
    assert order(door) == [two, one, last]
    jobs = with_library(door, lambda library: library.jobs.find((JobState.QUEUED,)))
    assert [job.page_index for job in jobs[:2]] == [0, 1]


def test_a_document_goes_to_the_end(door, three):
    one, two, last = three
    assert with_library(door, lambda library: verbs.move_documents(library, [two], None))
    assert order(door) == [one, last, two]
    assert with_library(door, lambda library: verbs.move_documents(library, [one, last], None))
    assert order(door) == [two, one, last]


def test_several_documents_go_to_the_top_in_their_order(door, three):
    one, two, last = three
    assert with_library(door, lambda library: verbs.move_to_top(library, [two, last]))
    assert order(door) == [two, last, one]
    assert with_library(door, lambda library: verbs.move_to_top(library, [two, one]))
    assert order(door) == [two, one, last]
    assert not with_library(door, lambda library: verbs.move_to_top(library, [two]))


def test_what_was_begun_meanwhile_cannot_be_moved(door, three):
    def begin(library):
        library.jobs.claim("one", lease_seconds=60)
        return verbs.move_documents(library, [three[2]], three[0])

    assert not with_library(door, begin)
    assert order(door) == three[1:]
    assert [row.document_id for row in look(door).running] == three[:1]


def test_what_failed_for_the_same_reason_is_one_problem_of_its_document(door, three):
    def fail(library):
        for _ in range(4):
            job = library.jobs.claim("one", lease_seconds=60)
            if job.name == "referral-letter.tif":
                library.jobs.fail(job, "page.damaged", "Damaged.", "Copy it.", retryable=False)
            else:
                library.jobs.release(job)
                library.jobs.pause(job.document_id)

    with_library(door, fail)
    problems = look(door).problems
    assert [(each.name, each.pages, each.code) for each in problems] == [
        ("referral-letter.tif", (1, 2), "page.damaged")
    ]
    assert with_library(door, lambda library: library.jobs.retry(problems[0].jobs)) == 2
    assert look(door).problems == ()


def test_what_is_paused_or_in_the_trash_is_told_apart(door, three):
    def put(library):
        verbs.set_paused(library, [three[0]], paused=True)
        library.trash.put(three[1])

    with_library(door, put)
    assert [(row.key, row.paused) for row in look(door).waiting] == [(three[0], True), (three[2], False)]


def test_what_is_cancelled_is_told_as_done_and_can_be_read_after_all(door, three):
    def walk(library):
        looker = QueueLooker(datetime.now(UTC).isoformat())
        before = looker.look(library, 100).finished
        assert verbs.cancel(library, three[:1]) == 1
        after = looker.look(library, 100)
        verbs.read_again(library, three[0])
        return before, after, looker.look(library, 100)

    before, after, last = with_library(door, walk)
    assert before == ()
    assert [(row.key, row.cancelled) for row in after.finished] == [(three[0], True)]
    assert [row.key for row in after.waiting] == three[1:]
    assert last.finished == ()
    assert {row.key for row in last.waiting} == set(three)


def test_a_crash_is_told_once_it_happened_and_not_those_of_before(door, three):
    def crash(library):
        library.jobs.claim("one", lease_seconds=60)
        library.jobs.crashed("one", "The worker was ended by signal 9 (SIGKILL).")

    with_library(door, crash)
    assert len(look(door).crashes) == 1
    later = datetime.now(UTC).isoformat()
    assert with_library(door, lambda library: QueueLooker(later).look(library, 9)).crashes == ()
    again = next(row for row in look(door).waiting if row.again_at)
    assert again.code == "worker.crashed"


def test_a_page_that_a_model_is_asked_about_is_told_as_that():
    row = Running(
        1, "d", "photo.jpg", 2, 3, box=False, started_at="2026-01-01T00:00:00Z", stopping=False, asked=True
    )
    _, told = telling.running(row, datetime(2026, 1, 1, tzinfo=UTC))
    assert "A model looks at page 2" in told.replace("\u2068", "").replace("\u2069", "")
