import sys
import textwrap

import pytest

from desktop.access import ReadingWork, WorkKind
from engine.geometry import Quad, Transform
from engine.library import JobState
from engine.reading import Line, Origin, Reading
from engine.worker import EventKind, Supervisor
from tests.desktop.elsewhere import with_library


def worker_that(body: str):
    """A supervisor whose workers run a few lines instead of the engine."""
    script = textwrap.dedent(body)

    def make(door, on_crash):
        command = [sys.executable, "-c", script, str(door.folder)]
        return Supervisor(lambda owner: [*command, owner], data_key=door.data_key, on_crash=on_crash)

    return make


WAITS = "import sys; sys.stdin.read()"
CRASHES = "import psutil; psutil.Process().kill()"
REFUSES = "import sys; print('The reading model is missing.', file=sys.stderr); sys.exit(5)"
CLAIMS_AND_CRASHES = """
import os, sys
sys.path.insert(0, os.environ["PYTHONPATH"].split(os.pathsep)[0])
from pathlib import Path
import psutil
from engine.library import open_library
key = bytes.fromhex(sys.stdin.readline())
library = open_library(Path(sys.argv[1]), data_key=key)
library.jobs.claim(sys.argv[2], lease_seconds=60)
psutil.Process().kill()
"""


def running(work):
    supervisor = work._round._supervisor
    return supervisor.running if supervisor is not None else 0


@pytest.fixture
def working(qtbot, door):
    made = []

    def begin(body):
        made.append(ReadingWork(door, make_supervisor=worker_that(body)))
        return made[-1]

    yield begin
    for work in made:
        work.close()


@pytest.fixture
def queued(door, samples):
    from engine.intake import Intake

    def add(library):
        return Intake(library, door.settings.pages).take(samples / "receipt.jpg").document_id

    return with_library(door, add)


def test_nothing_is_started_while_nothing_waits(qtbot, working):
    work = working(WAITS)
    with qtbot.waitSignal(work.state_changed):
        pass
    assert work.state.kind is WorkKind.IDLE
    assert running(work) == 0


def test_a_worker_starts_when_a_page_waits(qtbot, working, queued):
    work = working(WAITS)
    qtbot.waitUntil(lambda: work.state.kind is WorkKind.READING)
    assert work.state.left == 1
    qtbot.waitUntil(lambda: running(work) == 1)


def test_a_crash_is_told_with_the_pages_it_took_back(qtbot, working, queued, door):
    work = working(CLAIMS_AND_CRASHES)
    with qtbot.waitSignal(work.happened) as told:
        pass
    event = told.args[0]
    assert event.kind is EventKind.CRASHED
    assert event.jobs == 1
    record = with_library(door, lambda library: library.jobs.find(tuple(JobState))[0])
    assert record.crashes >= 1


def test_workers_that_refuse_are_told_and_not_started_again_until_asked(qtbot, working, queued):
    work = working(REFUSES)
    qtbot.waitUntil(lambda: work.state.kind is WorkKind.REFUSED)
    assert "model is missing" in work.state.message
    with qtbot.waitSignal(work.happened):
        work.try_again()


def test_all_work_can_be_paused_and_resumed(qtbot, working, queued):
    work = working(WAITS)
    work.pause()
    qtbot.waitUntil(lambda: work.state.kind is WorkKind.PAUSED)
    work.resume()
    qtbot.waitUntil(lambda: work.state.kind is WorkKind.READING)


def test_closing_ends_the_workers(qtbot, working, queued):
    work = working(WAITS)
    qtbot.waitUntil(lambda: running(work) == 1)
    pid = work._round._supervisor._places[0].process
    work.close()
    assert pid.poll() is not None


def test_a_pause_is_remembered_over_a_crash_of_every_worker(qtbot, working, queued):
    work = working(CRASHES)
    with qtbot.waitSignal(work.happened):
        pass
    work.pause()
    qtbot.waitUntil(lambda: work.state.kind is WorkKind.PAUSED)


def test_a_box_that_is_to_be_read_again_starts_a_worker_even_while_paused(qtbot, working, door, queued):
    def ask(library):
        lines = (Line("A line", Quad.from_box(1, 1, 90, 20), 0.9, "Latn", "ppocr"),)
        reading = Reading("test-1", 100, 100, Transform.identity(), Origin.RECOGNISED, lines)
        job = library.jobs.claim("test", lease_seconds=60)
        library.jobs.complete(job, reading, image=b"an image", thumbnail=None)
        library.jobs.pause()
        library.regions.ask(job.page_id, lines[0].quad)

    with_library(door, ask)
    work = working(WAITS)
    qtbot.waitUntil(lambda: running(work) == 1)
