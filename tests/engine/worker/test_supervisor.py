"""The supervisor, over processes that only end in one way or another."""

import errno
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from engine.errors import ExitCode
from engine.settings import WorkerSettings
from engine.worker import EventKind, Supervisor, WorkerExit, worker_command, worker_count
from engine.worker.supervisor import GIVE_UP_AFTER, STEADY_SECONDS

ROOT = Path(__file__).parents[3]
WAIT_FOR_END = "import sys; sys.stdin.read()"


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def script(code: str):
    return lambda owner: [sys.executable, "-S", "-c", code, owner]


def ending(code: int, words: str = ""):
    return script(f"import sys; sys.stderr.write({words!r}); sys.exit({code})")


class Watched:
    """A supervisor with a clock that stands still, and everything that it told."""

    def __init__(self, command, **options) -> None:
        self.clock = Clock()
        self.supervisor = Supervisor(command, data_key=None, clock=self.clock, **options)

    def next_end(self, *, work_waiting: bool = False):
        """Let the pauses pass, and return the next event that is no start."""
        for _ in range(3000):
            for event in self.supervisor.poll(work_waiting=work_waiting):
                if event.kind is not EventKind.STARTED:
                    return event
            if self.supervisor.running == 0:
                self.clock.seconds += 0.25
            time.sleep(0.005)
        raise AssertionError("nothing happened")


def test_pauses_grow_while_a_worker_keeps_crashing_with_a_page_in_hand():
    watched = Watched(ending(1), on_crash=lambda owner, reason: 1)
    watched.supervisor.start(1)
    pauses = [watched.next_end().pause for _ in range(9)]
    assert pauses == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]
    assert watched.supervisor.alive


def test_a_worker_that_lived_long_begins_with_a_short_pause_again():
    watched = Watched(ending(1), on_crash=lambda owner, reason: 1)
    watched.supervisor.start(1)
    for _ in range(4):
        watched.next_end()
    while watched.supervisor.running == 0:
        watched.clock.seconds += 1
        watched.supervisor.poll()
    watched.clock.seconds += STEADY_SECONDS
    assert watched.next_end().pause == 0.5


def test_it_gives_up_when_workers_crash_without_a_page_in_hand():
    """As in a broken installation; no page is to blame."""
    watched = Watched(ending(1, "ImportError: no such thing"))
    watched.supervisor.start(1)
    kinds = [watched.next_end().kind for _ in range(GIVE_UP_AFTER - 1)]
    assert kinds == [EventKind.CRASHED] * (GIVE_UP_AFTER - 1)
    last = watched.next_end()
    assert last.kind is EventKind.REFUSED
    assert "ImportError: no such thing" in last.message
    assert not watched.supervisor.alive


def test_it_tells_who_crashed_and_how_before_the_next_one_starts():
    told = []
    watched = Watched(
        script("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"),
        on_crash=lambda owner, reason: told.append((owner, reason)) or 1,
    )
    (started,) = watched.supervisor.start(1)
    crashed = watched.next_end()
    assert told == [(started.owner, crashed.message)]
    assert "SIGSEGV" in crashed.message


def test_no_two_processes_have_the_same_name():
    watched = Watched(script(WAIT_FOR_END))
    first = watched.supervisor.start(3)
    assert len({event.owner for event in first}) == 3
    watched.supervisor.stop()
    again = watched.supervisor.start(3)
    assert not {event.owner for event in first} & {event.owner for event in again}
    watched.supervisor.stop()


def test_one_that_waits_for_room_is_tried_again_and_says_why():
    watched = Watched(ending(WorkerExit.TRY_LATER, "The disk is full."))
    watched.supervisor.start(1)
    event = watched.next_end()
    assert (event.kind, event.message, event.pause) == (EventKind.WAITING, "The disk is full.", 0.5)
    assert watched.next_end().pause == 1.0


def test_a_full_disk_is_told_by_the_exit_code_alone_where_there_is_no_room_for_words():
    watched = Watched(ending(ExitCode.DISK_FULL))
    watched.supervisor.start(1)
    event = watched.next_end()
    assert (event.kind, event.code, event.message) == (EventKind.WAITING, "disk-full", "")


def test_a_worker_starts_although_there_is_no_room_for_what_it_may_say(monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    watched = Watched(ending(ExitCode.DISK_FULL, "[disk-full] The disk is full."))
    watched.supervisor.start(1)
    assert watched.next_end().code == "disk-full"


def test_the_stable_name_of_an_error_is_told_apart_from_its_words():
    watched = Watched(ending(5, "noise\n[pack.missing] The models are missing.\n"))
    watched.supervisor.start(1)
    event = watched.next_end()
    assert (event.code, event.message) == ("pack.missing", "The models are missing.")


def test_one_that_refuses_is_started_again_only_when_asked():
    watched = Watched(ending(5, "noise\nThe models are missing.\n"))
    watched.supervisor.start(1)
    event = watched.next_end()
    assert (event.kind, event.message) == (EventKind.REFUSED, "The models are missing.")
    watched.clock.seconds += 1000
    assert watched.supervisor.poll(work_waiting=True) == []
    assert [event.kind for event in watched.supervisor.start(1)] == [EventKind.STARTED]
    watched.supervisor.stop()


def test_one_that_had_no_work_is_started_again_when_there_is_some():
    watched = Watched(ending(0))
    watched.supervisor.start(1)
    assert watched.next_end().kind is EventKind.ENDED
    assert watched.supervisor.poll() == []
    assert not watched.supervisor.alive
    assert [event.kind for event in watched.supervisor.poll(work_waiting=True)] == [EventKind.STARTED]
    watched.supervisor.stop()


def test_the_key_goes_through_a_pipe_and_stands_on_no_command_line(tmp_path):
    seen = tmp_path / "seen"
    code = f"import sys; line = sys.stdin.readline(); open({str(seen)!r}, 'w').write(line); {WAIT_FOR_END}"
    with Supervisor(script(code), data_key=b"\x01\x02" * 16) as supervisor:
        supervisor.start(1)
        end = time.monotonic() + 30
        while not (seen.exists() and seen.read_text()) and time.monotonic() < end:
            time.sleep(0.01)
    assert seen.read_text() == "0102" * 16 + "\n"
    assert "0102" not in " ".join(worker_command(tmp_path)("owner"))


@pytest.mark.skipif(sys.platform == "win32", reason="there a process cannot ignore its end")
def test_one_that_heeds_nothing_is_killed():
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(); time.sleep(60)"
    supervisor = Supervisor(script(code), data_key=None)
    supervisor.start(2)
    events = supervisor.stop(0.3)
    assert len(events) == 2
    assert supervisor.running == 0


def test_as_many_workers_as_cores_and_memory_allow():
    settings = WorkerSettings(memory_megabytes=1200)
    assert worker_count(settings, cores=8, free_megabytes=100_000) == 8
    assert worker_count(settings, cores=8, free_megabytes=1000 + 3 * 1200) == 3
    assert worker_count(settings, cores=8, free_megabytes=500) == 1
    assert worker_count(WorkerSettings(processes=5), cores=1, free_megabytes=500) == 5
    assert worker_count(settings) >= 1


def test_to_supervise_needs_no_model_library():
    code = "import sys, engine.worker; sys.exit(bool({'numpy', 'cv2', 'onnxruntime'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
