"""What people and workers expect of the queue, one behaviour at a time."""

import pytest

from engine.errors import NotFoundError
from engine.library import JobState, LeaseLostError, Status
from engine.library.claims import MAX_CRASHES, MAX_ERRORS


def claim(library, owner="worker", lease=60.0):
    return library.jobs.claim(owner, lease_seconds=lease)


def test_pages_are_read_in_the_order_in_which_they_came(library, add):
    add(library, "a", pages=2)
    add(library, "b", pages=1)
    order = [(job.name, job.page_index) for job in iter(lambda: claim(library), None)]
    assert order == [("a", 0), ("a", 1), ("b", 0)]


def test_urgent_documents_go_first(library, add):
    add(library, "later")
    add(library, "now", priority=5)
    assert claim(library).name == "now"


def test_a_job_carries_all_that_a_worker_needs(library, add):
    document = add(library, "form.pdf", content=b"bytes", password="secret")
    job = claim(library)
    assert (job.document_id, job.name, job.media_type, job.password) == (
        document, "form.pdf", "application/pdf", "secret"
    )  # fmt: skip
    assert library.files.read(job.sha256) == b"bytes"
    assert job.attempt == 1


def test_a_job_is_given_to_one_worker(library, add, reopen):
    add(library)
    assert claim(library) is not None
    assert claim(reopen(library), "another") is None


def test_a_renewed_lease_holds(library, add, clock):
    add(library)
    job = claim(library)
    for _ in range(5):
        clock.pass_time(50)
        assert library.jobs.renew(job)
        assert claim(library, "another") is None


def test_a_lease_that_runs_out_gives_the_job_to_another_and_the_late_result_is_refused(
    library, add, clock, make_reading
):
    add(library)
    slow = claim(library, "slow")
    clock.pass_time(61)
    library.jobs.reap()
    clock.pass_time(10)
    quick = claim(library, "quick")
    assert quick.id == slow.id
    clock.pass_time(5)
    lease = library.connection.value("SELECT lease_until FROM jobs")
    assert not library.jobs.renew(slow)
    assert library.connection.value("SELECT lease_until FROM jobs") == lease
    with pytest.raises(LeaseLostError):
        library.jobs.complete(slow, make_reading("late"), image=b"x", thumbnail=None)
    library.jobs.complete(quick, make_reading("in time"), image=None, thumbnail=None)
    assert library.readings.of_page(quick.page_id).reading.text == "in time"
    assert not library.jobs.renew(slow)


def test_a_clock_set_back_does_not_keep_a_dead_workers_job(library, add, clock):
    add(library)
    claim(library, "dies")
    clock.set_wall(clock.wall - 1_000_000)
    assert claim(library, "next") is None
    clock.pass_time(61)
    library.jobs.reap()
    clock.pass_time(10)
    assert claim(library, "next") is not None


def test_a_clock_set_back_does_not_take_a_living_workers_job(library, add, clock):
    add(library)
    job = claim(library)
    clock.set_wall(clock.wall - 1_000_000)
    for _ in range(5):
        clock.pass_time(40)
        assert library.jobs.renew(job)
        assert claim(library, "another") is None


def test_a_pause_set_before_the_clock_went_back_does_not_last_for_ever(library, add, clock):
    add(library)
    library.jobs.fail(claim(library), "x", "what", "remedy", retryable=True)
    clock.set_wall(clock.wall - 1_000_000)
    assert claim(library) is not None


def test_a_page_that_ends_its_workers_is_dead_after_three_times_and_says_why(library, add, clock):
    document = add(library)
    for _ in range(MAX_CRASHES):
        clock.pass_time(4000)
        assert claim(library, "worker") is not None
        assert library.jobs.crashed("worker", "signal 11 (segmentation fault)") == 1
    clock.pass_time(4000)
    assert claim(library) is None
    (record,) = library.jobs.find([JobState.DEAD])
    assert record.crashes == MAX_CRASHES
    assert "segmentation fault" in record.error_message
    assert record.error_remedy
    assert record.errors == 0
    found = library.documents.get(document)
    assert found.status == Status.PROBLEM
    assert "segmentation fault" in found.problem.message


def test_an_error_that_may_pass_is_tried_again_after_growing_pauses(library, add, clock):
    add(library)
    pauses = []
    for _ in range(MAX_ERRORS - 1):
        job = claim(library)
        assert library.jobs.fail(job, "busy", "what", "remedy", retryable=True) == JobState.QUEUED
        assert claim(library) is None
        pauses.append(library.jobs.get(job.id).not_before - clock.now())
        clock.pass_time(pauses[-1])
    assert pauses == sorted(set(pauses))
    assert library.jobs.fail(claim(library), "busy", "what", "remedy", retryable=True) == JobState.FAILED


def test_an_error_that_stays_ends_the_job_at_once(library, add):
    document = add(library)
    library.jobs.fail(claim(library), "page.damaged", "It is damaged.", "Scan it again.", retryable=False)
    problem = library.documents.get(document).problem
    assert (problem.code, problem.message, problem.remedy) == (
        "page.damaged",
        "It is damaged.",
        "Scan it again.",
    )


def test_a_job_given_back_does_not_count_as_tried(library, add):
    add(library)
    library.jobs.release(claim(library))
    assert claim(library).attempt == 1


def test_cancelling_takes_waiting_jobs_at_once_and_asks_running_ones(library, add):
    document = add(library, pages=2)
    job = claim(library)
    assert library.jobs.cancel(document_id=document) == 2
    assert library.jobs.progress().cancelled == 1
    assert not library.jobs.renew(job)
    assert library.jobs.cancel_requested(job)
    assert library.jobs.release(job) == JobState.CANCELLED
    assert claim(library) is None
    assert library.documents.get(document).status == Status.CANCELLED


def test_a_result_that_comes_in_spite_of_cancelling_is_kept(library, add, make_reading):
    add(library)
    job = claim(library)
    library.jobs.cancel()
    library.jobs.complete(job, make_reading("kept"), image=None, thumbnail=None)
    assert library.jobs.get(job.id).state == JobState.DONE
    assert library.readings.of_page(job.page_id).reading.text == "kept"


def test_retrying_everything_leaves_cancelled_jobs_alone(library, add):
    failed, cancelled = add(library, "a"), add(library, "b")
    library.jobs.cancel(document_id=cancelled)
    library.jobs.fail(claim(library), "x", "what", "remedy", retryable=False)
    assert library.jobs.retry() == 1
    assert library.documents.get(failed).status == Status.QUEUED
    assert library.documents.get(cancelled).status == Status.CANCELLED
    assert library.jobs.retry(document_id=cancelled) == 1
    assert library.documents.get(cancelled).status == Status.QUEUED


def test_pausing_a_document_leaves_the_others_running(library, add):
    paused = add(library, "a")
    add(library, "b")
    library.jobs.pause(paused)
    assert library.documents.get(paused).paused
    assert claim(library).name == "b"
    assert claim(library) is None
    library.jobs.resume(paused)
    assert claim(library).name == "a"


def test_pausing_everything_lets_running_pages_finish(library, add, make_reading, reopen):
    add(library, pages=2)
    job = claim(library)
    reopen(library).jobs.pause()
    assert library.jobs.paused
    assert claim(library) is None
    assert library.jobs.renew(job)
    library.jobs.complete(job, make_reading("done"), image=None, thumbnail=None)
    library.jobs.resume()
    assert claim(library).page_index == 1


def test_a_waiting_job_can_be_moved_before_another(library, add):
    for name in "abcd":
        add(library, name)
    a, b, c, d = (record.id for record in library.jobs.find())
    library.jobs.move(d, before=b)
    library.jobs.move(a, before=c)
    library.jobs.move(c, before=c)
    assert [record.id for record in library.jobs.find()] == [d, b, a, c]
    with pytest.raises(NotFoundError):
        library.jobs.move(a, before=999)


def test_moving_before_an_urgent_job_makes_it_as_urgent(library, add):
    add(library, "plain")
    add(library, "urgent", priority=3)
    urgent, plain = (record.id for record in library.jobs.find())
    library.jobs.move(plain, before=urgent)
    assert claim(library).name == "plain"


def test_one_page_is_read_again_by_itself(library, add, read_all):
    document = add(library, "form.pdf", pages=3)
    read_all(library)
    page = library.documents.pages(document)[1]
    assert library.jobs.read_again(document, page_id=page.id) == 1
    waiting = library.jobs.find((JobState.QUEUED,))
    assert [job.page_index for job in waiting] == [1]


def test_reading_again_uses_what_the_same_pipeline_read_before(library, add, read_all, reopen):
    document = add(library, pages=2)
    read_all(library, "Hello", image=b"image", pipeline="p1")
    assert library.jobs.read_again(document) == 2
    job = claim(library)
    ref = library.readings.cached(job.page_key, "p1")
    assert ref.reading.text == "Hello"
    assert library.files.read(ref.image_sha256) == b"image"
    assert library.readings.cached(job.page_key, "p2") is None
    assert library.jobs.complete_from_cache(job, ref) == ref.reading_id
    assert library.connection.value("SELECT count(*) FROM readings") == 2


def test_progress_counts_one_batch_or_all(library, add, make_reading):
    add(library, "a", pages=2, batch="one")
    add(library, "b", batch="two")
    library.jobs.complete(claim(library), make_reading("x"), image=None, thumbnail=None)
    one = library.jobs.progress("one")
    assert (one.done, one.queued, one.total, one.ended) == (1, 1, 2, 1)
    assert library.jobs.progress().total == 3


def test_jobs_that_do_not_exist_are_told(library):
    with pytest.raises(NotFoundError):
        library.jobs.get(7)
    with pytest.raises(NotFoundError):
        library.jobs.cancel(document_id="nothing")
