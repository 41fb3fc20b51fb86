import sys
import textwrap
import threading

import pytest

from desktop.access.speed_test import Speed, SpeedRefusedError, SpeedTest, measure
from engine.settings import Settings, WorkerSettings
from engine.worker import Supervisor
from tests.desktop.elsewhere import elsewhere

# The first object of Qt's in a process decides which thread is the main one.
pytestmark = pytest.mark.usefixtures("qapp")

SETTINGS = Settings(worker=WorkerSettings(processes=1))
READS = """
import os, sys, time
sys.path.insert(0, os.environ["PYTHONPATH"].split(os.pathsep)[0])
from pathlib import Path
from engine.library import open_library
sys.stdin.readline()
with open_library(Path(sys.argv[1])) as library:
    while True:
        job = library.jobs.claim(sys.argv[2], lease_seconds=60)
        if job is None:
            break
        time.sleep(0.05)
        library.jobs.fail(job, "page.damaged", "No pipeline in this test.", "", retryable=False)
"""
REFUSES = "import sys; print('[pack.missing] No model is installed.', file=sys.stderr); sys.exit(5)"


def worker_that(body):
    script = textwrap.dedent(body)

    def make(door):
        command = [sys.executable, "-c", script, str(door.folder)]
        return Supervisor(lambda owner: [*command, owner], data_key=None)

    return make


def speed(**changes):
    figures = {
        "pages": 10, "seconds": 40.0, "per_minute": 15.0, "readers": 2, "megabytes": 600,
        "memory": 8000, "cores": 2,
    }  # fmt: skip
    return Speed(**{**figures, **changes})


def test_pace_and_memory_are_those_of_the_processes_that_read():
    told = []
    measured = elsewhere(
        lambda: measure(
            SETTINGS, tell=lambda pages, seconds: told.append(pages), make_supervisor=worker_that(READS)
        )
    )
    assert measured.per_minute > 0
    assert 0 < measured.pages <= 12
    assert measured.megabytes >= 5
    assert told[-1] == 12
    assert told == sorted(told)


def test_readers_that_refuse_say_why():
    with pytest.raises(SpeedRefusedError, match="No model is installed"):
        elsewhere(lambda: measure(SETTINGS, make_supervisor=worker_that(REFUSES)))


def test_a_test_that_is_stopped_ends_at_once():
    stop = threading.Event()
    stop.set()
    measured = elsewhere(
        lambda: measure(SETTINGS, stop=stop, make_supervisor=worker_that("import sys; sys.stdin.read()"))
    )
    assert measured.per_minute is None


@pytest.mark.parametrize(
    ("memory", "megabytes", "cores", "processes"),
    [(8000, 600, 2, 0), (8000, 600, 4, 0), (2000, 600, 2, 1), (4000, 700, 4, 2), (900, 1200, 1, 0)],
)
def test_fewer_readers_are_wanted_only_where_the_memory_is_too_small(memory, megabytes, cores, processes):
    assert speed(memory=memory, megabytes=megabytes, cores=cores).processes == processes


def test_what_was_measured_is_told_in_the_windows_thread(qtbot):
    def make(_settings, *, tell, stop):
        tell(3, 5.0)
        return speed()

    test = SpeedTest(SETTINGS, make=make)
    with qtbot.waitSignals([test.progressed, test.measured]):
        test.start()
        assert test.runs
    assert not test.runs


def test_nothing_is_told_of_a_test_that_was_cancelled(qtbot):
    begun, told = threading.Event(), []

    def make(_settings, *, tell, stop):
        begun.set()
        stop.wait(10)
        return speed()

    test = SpeedTest(SETTINGS, make=make)
    test.measured.connect(told.append)
    test.start()
    begun.wait(10)
    test.cancel()
    qtbot.wait(50)
    assert told == []
    assert not test.runs
