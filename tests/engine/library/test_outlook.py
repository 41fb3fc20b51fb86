"""How long the queue will take is told by what was measured, and crashed workers are not forgotten."""

import pytest

from engine.library import WorkerCrash


@pytest.fixture
def read_in(library, clock, make_reading):
    """Reads one page and lets it take some seconds."""

    def read(seconds):
        job = library.jobs.claim("worker", lease_seconds=600)
        clock.pass_time(seconds)
        library.jobs.complete(job, make_reading("x"), image=None, thumbnail=None)

    return read


def test_before_three_pages_were_read_nothing_is_told(library, add, read_in):
    add(library, pages=5)
    read_in(4), read_in(4)
    outlook = library.jobs.outlook()
    assert (outlook.waiting, outlook.running) == (3, 0)
    assert (outlook.seconds_per_page, outlook.pages_per_minute, outlook.seconds_left) == (None, None, None)


def test_the_time_left_follows_from_the_last_pages_and_the_workers_at_work(library, add, read_in):
    add(library, pages=10)
    read_in(2), read_in(4), read_in(6)
    outlook = library.jobs.outlook()
    assert outlook.seconds_per_page == pytest.approx(4, abs=0.01)
    assert outlook.pages_per_minute == pytest.approx(15, abs=0.05)
    assert outlook.seconds_left == pytest.approx(28, abs=0.1)
    for name in ("a", "b"):
        library.jobs.claim(name, lease_seconds=600)
    outlook = library.jobs.outlook()
    assert (outlook.waiting, outlook.running) == (5, 2)
    assert outlook.pages_per_minute == pytest.approx(30, abs=0.1)
    assert outlook.seconds_left == pytest.approx(12, abs=0.1)


def test_pages_of_paused_documents_and_of_the_trash_are_not_waited_for(library, add, read_in):
    add(library, "a", pages=4)
    read_in(2), read_in(2), read_in(2)
    paused, gone = add(library, "b", pages=3), add(library, "c", pages=3)
    library.jobs.pause(paused)
    library.trash.put(gone)
    assert library.jobs.outlook().waiting == 1
    library.jobs.pause()
    assert library.jobs.outlook().paused


def test_a_clock_that_was_put_back_makes_no_page_take_less_than_nothing(library, add, clock, read_in):
    add(library, pages=5)
    read_in(2), read_in(2)
    job = library.jobs.claim("worker", lease_seconds=600)
    clock.set_wall(clock.now() - 3600)
    library.jobs.fail(job, "x", "x", "x", retryable=False)
    read_in(2)
    assert library.jobs.outlook().seconds_per_page == pytest.approx(2, abs=0.01)


def test_crashed_workers_are_told_with_the_pages_that_they_had(library, add, clock):
    add(library)
    library.jobs.claim("one", lease_seconds=60)
    library.jobs.crashed("one", "The worker was ended by signal 11 (SIGSEGV).")
    before = library.jobs.crash_reports()[0].at
    clock.pass_time(60)
    library.jobs.crashed("two", "It ended with code 3.")
    (last, first) = library.jobs.crash_reports()
    assert isinstance(last, WorkerCrash)
    assert (first.owner, first.jobs, last.owner, last.jobs) == ("one", 1, "two", 0)
    assert "signal 11" in first.message
    assert [each.owner for each in library.jobs.crash_reports(since=before)] == ["two"]


def test_a_worker_whose_lease_ran_out_counts_as_crashed(library, add, clock):
    add(library)
    library.jobs.claim("one", lease_seconds=60)
    clock.pass_time(61)
    library.jobs.reap()
    assert [each.owner for each in library.jobs.crash_reports()] == ["one"]


def test_of_very_many_crashes_the_latest_are_kept(library, monkeypatch):
    monkeypatch.setattr("engine.library.claims.CRASHES_KEPT", 3)
    for number in range(5):
        library.jobs.crashed(str(number), "x")
    assert [each.owner for each in library.jobs.crash_reports()] == ["4", "3", "2"]
