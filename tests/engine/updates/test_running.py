"""Other programs of Sanduku that use the same data are found, and asked to end; windows never are."""

import os
import subprocess
import sys
import time

import pytest

from engine.updates.running import Kind, Other, end_well, others_running

WAIT = "import time; time.sleep(60)"


@pytest.fixture
def start(home):
    """Starts programs that look like Sanduku's to whoever lists processes."""
    started = []

    def start(*words, folder=home):
        environment = {**os.environ, "SANDUKU_HOME": str(folder)}
        child = subprocess.Popen(
            [sys.executable, "-c", WAIT, *words], env=environment, start_new_session=True
        )
        started.append(child)
        return child

    yield start
    for each in started:
        each.kill()
        each.wait()


def found_from_elsewhere(home):
    """What a process finds that did not start them, as an installer did not."""
    code = (
        "import sys; from pathlib import Path; from engine.updates.running import others_running;"
        "print(*(f'{each.kind}:{each.process}' for each in others_running(Path(sys.argv[1]))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)],
        env={**os.environ, "SANDUKU_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_workers_windows_and_commands_are_told_apart(start, home, tmp_path):
    worker = start("-m", "engine.worker", "--library", "x")
    window = start("-m", "desktop")
    start("-m", "engine.worker", folder=tmp_path)
    start("-m", "something.else")
    wanted = {f"worker:{worker.pid}", f"window:{window.pid}"}
    until = time.monotonic() + 20
    while (found := found_from_elsewhere(home)) != wanted and time.monotonic() < until:
        time.sleep(0.2)
    assert found == wanted


def test_those_that_this_program_started_are_none(start, home):
    start("-m", "engine.worker")
    assert others_running(home) == []


def test_workers_end_when_they_are_asked_and_windows_are_not_asked(start):
    worker, window = start("-m", "engine.worker"), start("-m", "desktop")
    left = end_well([Other(worker.pid, Kind.WORKER), Other(window.pid, Kind.WINDOW)])
    assert [each.process for each in left] == [window.pid]
    assert worker.poll() is not None and window.poll() is None
