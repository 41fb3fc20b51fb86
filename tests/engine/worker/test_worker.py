"""What a worker does with one job, step by step."""

import errno
import logging

import pytest

from engine.errors import CancelledError, DiskFullError, MissingDependencyError
from engine.library import JobState, LibraryUnreachableError, Status
from engine.library.disk import Disk
from engine.pages import open_source
from engine.worker.events import WorkerExit
from engine.worker.worker import Outcome


def states(bench) -> list[JobState]:
    return [record.state for record in bench.library.jobs.find()]


def test_it_reads_every_page_and_then_has_nothing_to_do(bench):
    document = bench.add(pages=3)
    outcomes = [bench.worker.step().outcome for _ in range(4)]
    assert outcomes == [Outcome.DONE, Outcome.DONE, Outcome.DONE, Outcome.IDLE]
    assert bench.library.documents.get(document).status is Status.READ
    texts = [
        bench.library.readings.of_page(page.id).reading.text
        for page in bench.library.documents.pages(document)
    ]
    assert texts == ["page 0", "page 1", "page 2"]


def test_the_images_of_a_page_are_stored_with_its_reading(bench):
    document = bench.add()
    bench.worker.step()
    (page,) = bench.library.documents.pages(document)
    assert bench.library.files.read(page.image_sha256) == b"image"
    assert bench.library.files.read(page.thumbnail_sha256) == b"small"


def test_models_are_opened_with_the_first_job_and_only_once(bench):
    assert bench.worker.step().outcome is Outcome.IDLE
    assert bench.opened == 0
    bench.add(pages=2)
    bench.worker.step(), bench.worker.step()
    assert bench.opened == 1


def test_a_file_of_many_pages_is_opened_once(bench, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "engine.worker.sources.open_source",
        lambda stream, *, name, **options: opened.append(name) or open_source(stream, name=name, **options),
    )
    bench.add("a.tif", pages=5)
    bench.add("b.tif", pages=1)
    while bench.worker.step().outcome is not Outcome.IDLE:
        pass
    assert opened == ["a.tif", "b.tif"]


def test_a_page_that_the_same_pipeline_read_before_needs_no_work(bench):
    document = bench.add(pages=2)
    bench.worker.step(), bench.worker.step()
    bench.library.jobs.read_again(document)
    assert [bench.worker.step().outcome for _ in range(2)] == [Outcome.CACHED, Outcome.CACHED]
    assert bench.pipeline.pages == [0, 1]


def test_a_page_whose_image_is_damaged_is_read_anew_and_so_healed(bench):
    document = bench.add()
    bench.worker.step()
    path = bench.library.files.path(bench.library.documents.pages(document)[0].image_sha256)
    path.write_bytes(path.read_bytes()[:-1])
    bench.library.jobs.read_again(document)
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.library.check().sound


def test_another_pipeline_reads_it_anew(bench):
    document = bench.add()
    bench.worker.step()
    bench.library.jobs.read_again(document)
    bench.pipeline.id = "fake-2"
    assert bench.worker.step().outcome is Outcome.DONE


def test_a_damaged_file_is_told_with_its_reason_and_the_next_one_is_read(bench):
    bench.add("bad.png", content=b"\x89PNG\r\n\x1a\n" + b"rubbish" * 20)
    bench.add("good.tif")
    bad, good = bench.worker.step(), bench.worker.step()
    assert (bad.outcome, good.outcome) == (Outcome.FAILED, Outcome.DONE)
    (record,) = bench.library.jobs.find([JobState.FAILED])
    assert record.error_code.startswith("page.")
    assert record.error_message
    assert record.error_remedy


def test_a_fault_in_the_code_is_logged_without_content_and_tried_twice(bench, caplog):
    def fail(cancel):
        raise KeyError("the name of a patient")

    bench.pipeline.before = fail
    bench.add()
    with caplog.at_level(logging.INFO, "sanduku.test"):
        first = bench.worker.step()
    assert first.outcome is Outcome.FAILED
    assert first.error.code == "bug"
    assert states(bench) == [JobState.QUEUED]
    assert "KeyError" in caplog.text
    assert "conftest.py" in caplog.text
    assert "patient" not in caplog.text
    (record,) = bench.library.jobs.find()
    assert "patient" not in record.error_message
    bench.library.connection.run("UPDATE jobs SET not_before = 0")
    bench.worker.step()
    assert states(bench) == [JobState.FAILED]


def test_a_page_that_does_not_fit_into_memory_has_the_worker_started_anew(bench):
    def fail(cancel):
        raise MemoryError

    bench.pipeline.before = fail
    bench.add()
    assert bench.worker.run() is WorkerExit.RECYCLE
    (record,) = bench.library.jobs.find()
    assert (record.state, record.error_code) == (JobState.QUEUED, "worker.out-of-memory")


def test_a_full_disk_gives_the_page_back_unharmed(bench, monkeypatch):
    def full(*_args, **_kwargs):
        raise DiskFullError("The disk is full.", remedy="Free some space.")

    monkeypatch.setattr(bench.library.jobs, "complete", full)
    bench.add()
    with pytest.raises(DiskFullError):
        bench.worker.run()
    (record,) = bench.library.jobs.find()
    assert (record.state, record.attempts, record.errors) == (JobState.QUEUED, 0, 0)


def test_a_missing_model_blames_no_page(bench):
    def missing():
        raise MissingDependencyError("The reading models are not installed.", remedy="Run setup.")

    bench.worker._open_pipeline = missing
    bench.add()
    with pytest.raises(MissingDependencyError):
        bench.worker.run()
    (record,) = bench.library.jobs.find()
    assert (record.state, record.attempts, record.errors) == (JobState.QUEUED, 0, 0)


def test_a_disk_that_is_gone_blames_no_page(bench, monkeypatch):
    def gone(*_args, **_kwargs):
        raise OSError(errno.EIO, "Input/output error")

    bench.add()
    with monkeypatch.context() as unplugged:
        unplugged.setattr(Disk, "write", gone)
        with pytest.raises(LibraryUnreachableError):
            bench.worker.run()
    (record,) = bench.library.jobs.find()
    assert (record.state, record.attempts, record.errors) == (JobState.QUEUED, 0, 0)


def stop_when_asked(cancel):
    if cancel():
        raise CancelledError("stopped")


def test_a_request_to_end_gives_the_page_back_without_counting_the_attempt(bench):
    def told_to_end(cancel):
        bench.stop.set()
        bench.look()
        stop_when_asked(cancel)

    bench.pipeline.before = told_to_end
    bench.add()
    assert bench.worker.run() is WorkerExit.OK
    (record,) = bench.library.jobs.find()
    assert (record.state, record.attempts) == (JobState.QUEUED, 0)
    assert bench.exits == []


def test_a_page_that_a_person_cancels_is_dropped(bench):
    def cancelled(cancel):
        bench.second.jobs.cancel()
        bench.look()
        stop_when_asked(cancel)

    bench.pipeline.before = cancelled
    bench.add()
    assert bench.worker.step().outcome is Outcome.CANCELLED
    assert states(bench) == [JobState.CANCELLED]


def test_a_page_that_takes_too_long_is_told_as_a_problem(bench):
    def slow(cancel):
        bench.pass_time(bench.settings.worker.page_seconds + 1)
        stop_when_asked(cancel)

    bench.pipeline.before = slow
    bench.add()
    assert bench.worker.step().outcome is Outcome.FAILED
    (record,) = bench.library.jobs.find()
    assert (record.state, record.error_code) == (JobState.FAILED, "worker.too-slow")


def test_a_result_that_comes_after_the_job_went_to_another_worker_is_dropped(bench):
    def taken(cancel):
        bench.second.jobs.crashed("bench", "test")
        bench.second.connection.run("UPDATE jobs SET not_before = 0")
        bench.second.jobs.claim("another", lease_seconds=60)

    bench.pipeline.before = taken
    document = bench.add()
    assert bench.worker.step().outcome is Outcome.LOST
    (page,) = bench.library.documents.pages(document)
    assert bench.library.readings.of_page(page.id) is None
    assert states(bench) == [JobState.RUNNING]


def test_a_lost_job_stops_the_reading_when_its_lease_is_renewed(bench):
    def taken(cancel):
        bench.second.jobs.crashed("bench", "test")
        bench.clock.seconds += bench.settings.worker.lease_seconds / 2
        bench.look()
        stop_when_asked(cancel)

    bench.pipeline.before = taken
    bench.add()
    assert bench.worker.step().outcome is Outcome.LOST


def test_it_ends_for_a_new_start_when_its_memory_is_used_up(bench):
    bench.add(pages=2)
    bench.megabytes = bench.settings.worker.memory_megabytes + 1
    assert bench.worker.run() is WorkerExit.RECYCLE
    assert sorted(states(bench)) == [JobState.DONE, JobState.QUEUED]


def test_it_ends_when_there_is_no_work_for_long(bench, monkeypatch):
    def pass_time(seconds):
        bench.clock.seconds += seconds
        return False

    monkeypatch.setattr(bench.stop, "wait", pass_time)
    bench.add()
    assert bench.worker.run() is WorkerExit.OK
    assert states(bench) == [JobState.DONE]
    assert bench.clock.seconds >= 1000 + bench.settings.worker.idle_seconds


def test_two_workers_never_do_the_same_page(bench):
    other = bench.another_worker("other")
    bench.add(pages=6)
    jobs = [worker.step().job.id for worker in (bench.worker, other) * 3]
    assert len(set(jobs)) == 6
    assert sorted(bench.pipeline.pages) == [0, 1, 2, 3, 4, 5]
    other.close()


def test_a_paused_queue_gives_no_work(bench):
    bench.add()
    bench.library.jobs.pause()
    assert bench.worker.step().outcome is Outcome.IDLE
    bench.library.jobs.resume()
    assert bench.worker.step().outcome is Outcome.DONE


def test_closing_lets_go_of_the_models(bench):
    bench.add()
    bench.worker.step()
    bench.worker.close()
    assert bench.pipeline.closed


def test_no_room_for_what_reading_itself_writes_is_a_full_disk_and_no_fault_of_the_page(bench):
    def full(cancel):
        raise OSError(errno.ENOSPC, "No space left on device")

    bench.pipeline.before = full
    bench.add()
    with pytest.raises(DiskFullError):
        bench.worker.run()
    (record,) = bench.library.jobs.find()
    assert (record.state, record.attempts, record.errors) == (JobState.QUEUED, 0, 0)
