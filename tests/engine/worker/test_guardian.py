"""The guardian keeps what is in hand, and ends what does not end by itself."""

import logging
import threading

import pytest

from engine.library import JobState, LibraryBusyError, open_library
from engine.worker.events import WorkerExit
from engine.worker.guardian import GRACE, PATIENCE, Halt


@pytest.fixture
def job(bench):
    bench.add()
    return bench.library.jobs.claim("bench", lease_seconds=bench.settings.worker.lease_seconds)


def record(bench):
    (found,) = bench.library.jobs.find()
    return found


def lease_until(bench) -> float:
    return bench.library.connection.value("SELECT lease_until FROM jobs")


def test_it_renews_the_lease_long_before_it_runs_out(bench, job):
    before = lease_until(bench)
    with bench.guardian.watching(job) as watch:
        bench.clock.seconds += job.lease_seconds / 3
        bench.look()
    assert lease_until(bench) > before
    assert not watch.should_stop()


def test_it_renews_the_lease_at_once_when_the_computer_has_slept(bench, job):
    """While it sleeps, monotonic time stands still on some systems; the lease runs out all the same."""
    before = lease_until(bench)
    with bench.guardian.watching(job):
        bench.slept += 3600
        bench.look()
    assert lease_until(bench) > before


def test_a_page_has_not_taken_the_time_that_the_computer_slept(bench, job):
    with bench.guardian.watching(job) as watch:
        bench.clock.seconds += 3600
        bench.look()
        assert not watch.should_stop()
        bench.pass_time(bench.settings.worker.page_seconds)
        assert watch.halt is Halt.TOO_SLOW


def test_it_leaves_a_fresh_lease_alone(bench, job):
    before = lease_until(bench)
    with bench.guardian.watching(job):
        bench.look()
    assert lease_until(bench) == before


def test_with_no_page_in_hand_it_does_nothing(bench):
    bench.stop.set()
    bench.clock.seconds += 10_000
    bench.look()
    assert bench.exits == []


def test_a_stuck_page_is_given_back_when_the_process_should_end(bench, job):
    with bench.guardian.watching(job) as watch:
        bench.stop.set()
        bench.look()
        assert watch.halt is Halt.STOP
        assert bench.exits == []
        bench.clock.seconds += PATIENCE + 0.1
        bench.look()
    assert bench.exits == [WorkerExit.OK]
    assert (record(bench).state, record(bench).attempts) == (JobState.QUEUED, 0)


def test_a_stuck_page_is_told_as_too_slow_and_its_process_ends(bench, job):
    with bench.guardian.watching(job) as watch:
        bench.pass_time(bench.settings.worker.page_seconds + 1)
        assert watch.halt is Halt.TOO_SLOW
        bench.clock.seconds += GRACE + 1
        bench.look()
    assert bench.exits == [WorkerExit.RECYCLE]
    assert (record(bench).state, record(bench).error_code) == (JobState.FAILED, "worker.too-slow")
    assert record(bench).crashes == 0


def test_a_stuck_page_that_a_person_cancelled_becomes_cancelled(bench, job):
    with bench.guardian.watching(job) as watch:
        bench.library.jobs.cancel()
        bench.look()
        assert watch.halt is Halt.CANCELLED
        bench.clock.seconds += GRACE + 1
        bench.look()
    assert bench.exits == [WorkerExit.RECYCLE]
    assert record(bench).state is JobState.CANCELLED


def test_a_page_that_eats_the_memory_is_stopped_in_the_middle(bench, job):
    with bench.guardian.watching(job):
        bench.megabytes = bench.settings.worker.memory_megabytes * 3
        bench.look()
    assert bench.exits == [WorkerExit.RECYCLE]
    assert (record(bench).state, record(bench).error_code) == (JobState.FAILED, "worker.out-of-memory")


def test_a_busy_library_is_asked_again_later(bench, job, monkeypatch):
    def busy(_job):
        raise LibraryBusyError("busy")

    with bench.guardian.watching(job) as watch:
        with monkeypatch.context() as patch:
            patch.setattr(bench.second.jobs, "renew", busy)
            bench.clock.seconds += job.lease_seconds / 3
            bench.look()
        before = lease_until(bench)
        bench.clock.seconds += job.lease_seconds / 3
        bench.look()
    assert lease_until(bench) > before
    assert not watch.should_stop()


def test_the_lease_is_kept_while_the_main_thread_is_busy(bench, job, library_folder):
    """By a thread of its own, with a connection that this thread opened and closes."""
    folder, key = library_folder
    renewed = threading.Event()

    def open_own():
        library = open_library(folder, data_key=key, settings=bench.settings.library)
        renew = library.jobs.renew
        library.jobs.renew = lambda job: (renew(job), renewed.set())[0]
        return library

    with bench.guardian.on_duty(open_own), bench.guardian.watching(job):
        bench.clock.seconds += job.lease_seconds
        assert renewed.wait(30)


def test_a_guardian_that_fails_takes_the_process_with_it(bench, caplog):
    def fail():
        raise RuntimeError("secret")

    with caplog.at_level(logging.ERROR, "sanduku.test"), bench.guardian.on_duty(fail):
        pass
    assert bench.exits == [1]
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text
