"""Starts worker processes, starts them anew when they end, and ends them all.

Knows processes and nothing of what they do: neither library nor models. There is no thread in it; its owner
calls :meth:`Supervisor.poll` now and then, and is told what happened.
"""

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import psutil

from engine.errors import DiskFullError, ExitCode
from engine.replaced import ProgramReplacedError, was_replaced
from engine.settings import WorkerSettings
from engine.worker.events import REFUSALS, EventKind, WorkerEvent, WorkerExit
from engine.worker.threads import ONE_THREAD

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0
STEADY_SECONDS = 60.0
"""A worker that lived this long had no trouble starting."""

GIVE_UP_AFTER = 5
"""Crashes in a row without a page in hand: then it is not the pages that crash it."""

RESERVE_MEGABYTES = 1000
"""Memory left to the person's other programs."""

LAST_WORDS = 2000
"""Bytes of standard error that are looked at."""

_NAMED = re.compile(r"\[([a-z0-9.-]+)\] (.*)")
"""How a worker writes an error: its stable name, then what a person reads."""

Command = Callable[[str], Sequence[str]]
"""Makes the command line of a worker from the name under which it claims jobs."""


def worker_command(library: Path, settings: Path | None = None) -> Command:
    """Return how a worker of a library is started; a frozen program handles ``-m engine.worker`` itself.

    Args:
        library: The library's folder.
        settings: The settings file; None for the user's own.
    """
    # -P: a folder that the person happens to work in must not lend its modules to the worker.
    python = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P"]
    chosen = [] if settings is None else ["--settings", str(settings.absolute())]

    def command(owner: str) -> Sequence[str]:
        return [
            *python,
            "-m",
            "engine.worker",
            "--library",
            str(library.absolute()),
            *chosen,
            "--owner",
            owner,
        ]

    return command


def worker_environment() -> dict[str, str]:
    """Return the environment of a worker: one thread for all, and Sanduku's own modules findable."""
    environment = {**os.environ, **ONE_THREAD, "PYTHONIOENCODING": "utf-8"}
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).parent.parent.parent)
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return environment


def worker_count(
    settings: WorkerSettings, *, cores: int | None = None, free_megabytes: int | None = None
) -> int:
    """Return how many workers to start: as set, or one per core as far as the free memory goes.

    Args:
        settings: Of the workers.
        cores: Logical processors; None asks the system.
        free_megabytes: Memory that can be had without swapping; None asks the system.
    """
    if settings.processes:
        return settings.processes
    if cores is None:
        cores = processor_cores()
    if free_megabytes is None:
        free_megabytes = psutil.virtual_memory().available // 1_000_000
    return max(1, min(cores, (free_megabytes - RESERVE_MEGABYTES) // settings.memory_megabytes))


def processor_cores() -> int:
    """Return how many logical processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class _Place:
    """A place for a worker: the process in it, or when the next one is due."""

    number: int
    owner: str = ""
    process: "subprocess.Popen[bytes] | None" = None
    errors: IO[bytes] | None = None
    started: float = 0.0
    due: float | None = 0.0
    """When the next one is to be started; None for never, unless there is work again."""
    crashes: int = 0
    idle_crashes: int = 0
    refused: bool = False


class Supervisor:
    """Keeps a number of workers running; belongs to one thread."""

    def __init__(
        self,
        command: Command,
        *,
        data_key: bytes | None,
        on_crash: Callable[[str, str], int] = lambda _owner, _reason: 0,
        clock: Callable[[], float] = time.monotonic,
        replaced: Callable[[], bool] = was_replaced,
    ) -> None:
        """Start nothing yet.

        Args:
            command: Makes the command lines; see :func:`worker_command`.
            data_key: The library's key, handed to the workers through a pipe; None if it has none.
            on_crash: Called with the owner and how it ended when a worker crashed; takes its jobs back and
                returns how many it had. :meth:`engine.library.Jobs.crashed` is meant.
            clock: Monotonic seconds.
            replaced: Whether what would be started is another version of the program than this one.
        """
        self._command = command
        self._data_key = data_key
        self._on_crash = on_crash
        self._clock = clock
        self._replaced = replaced
        self._places: list[_Place] = []

    @property
    def running(self) -> int:
        """How many workers run, as far as the last poll knows."""
        return sum(place.process is not None for place in self._places)

    @property
    def alive(self) -> bool:
        """Whether any worker runs or will be started again without being asked."""
        return any(place.process is not None or place.due is not None for place in self._places)

    def start(self, count: int) -> list[WorkerEvent]:
        """See to it that ``count`` workers run; places whose worker ended or refused are filled anew."""
        for number in range(len(self._places) + 1, count + 1):
            self._places.append(_Place(number))
        for place in self._places[:count]:
            if place.process is None and place.due is None:
                place.due, place.refused, place.idle_crashes = self._clock(), False, 0
        return self.poll()

    def poll(self, *, work_waiting: bool = False) -> list[WorkerEvent]:
        """Look after the workers once, and return what happened since the last time.

        Args:
            work_waiting: Whether to start workers anew that ended because there was no work.
        """
        events = []
        for place in self._places:
            if place.process is not None and place.process.poll() is not None:
                events.append(self._ended(place, place.process.returncode))
            if place.process is None and place.due is None and work_waiting and not place.refused:
                place.due = self._clock()
            if place.process is None and place.due is not None and self._clock() >= place.due:
                events.append(self._start(place))
        return events

    def stop(self, seconds: float = 5.0) -> list[WorkerEvent]:
        """End all workers and wait for them; return what happened.

        They are asked first, by the end of their input, and give back the pages in hand; then told; then
        killed.

        Args:
            seconds: To wait before each next step.
        """
        running = [place for place in self._places if place.process is not None]
        steps: tuple[Callable[[subprocess.Popen[bytes]], object], ...] = (
            _close_input, subprocess.Popen.terminate, subprocess.Popen.kill
        )  # fmt: skip
        for step in steps:
            left = [place.process for place in running if place.process and place.process.poll() is None]
            for process in left:
                step(process)
            _wait(left, seconds, self._clock)
        events = []
        for place in running:
            assert place.process is not None
            events.append(self._ended(place, place.process.wait()))
        for place in self._places:
            place.due = None
        return events

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self, place: _Place) -> WorkerEvent:
        place.owner = f"{os.getpid()}-{place.number}-{secrets.token_hex(8)}"
        if self._replaced():
            place.refused, place.due, error = True, None, ProgramReplacedError()
            return WorkerEvent(
                EventKind.REFUSED, place.number, place.owner, 0, error.exit_code, str(error), code=error.code
            )
        place.errors = None
        with suppress(OSError):  # A full disk may have no room for it; the exit code tells of that.
            place.errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the worker has ended
        place.process = subprocess.Popen(
            self._command(place.owner),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if place.errors is None else place.errors,
            env=worker_environment(),
            **_apart(),
        )
        place.started, place.due = self._clock(), None
        assert place.process.stdin is not None
        key = self._data_key.hex() if self._data_key else ""
        with suppress(BrokenPipeError, OSError):  # It has died already; the next poll tells.
            place.process.stdin.write(f"{key}\n".encode())
            place.process.stdin.flush()
        return WorkerEvent(EventKind.STARTED, place.number, place.owner, place.process.pid)

    def _ended(self, place: _Place, code: int) -> WorkerEvent:
        """Put down how a worker ended, and when the next one is due."""
        process, (error, words) = place.process, _named(_last_words(place.errors))
        if code == ExitCode.DISK_FULL:
            error = error or DiskFullError.code
        assert process is not None
        _close_input(process)
        place.process = place.errors = None
        now = self._clock()
        if now - place.started >= STEADY_SECONDS:
            place.crashes = place.idle_crashes = 0
        kind, jobs = _kind_of_end(code), 0
        if kind in (EventKind.CRASHED, EventKind.WAITING):
            place.crashes += 1
        if kind is EventKind.CRASHED:
            words = how_it_ended(code, words)
            jobs = self._on_crash(place.owner, words)
            place.idle_crashes = 0 if jobs else place.idle_crashes + 1
            if place.idle_crashes >= GIVE_UP_AFTER:
                kind = EventKind.REFUSED
        pause = 0.0
        if kind in (EventKind.CRASHED, EventKind.WAITING):
            pause = min(FIRST_PAUSE * 2.0 ** (place.crashes - 1), LONGEST_PAUSE)
        place.refused = kind is EventKind.REFUSED
        place.due = None if kind in (EventKind.ENDED, EventKind.REFUSED) else now + pause
        return WorkerEvent(kind, place.number, place.owner, process.pid, code, words, pause, jobs, error)


def how_it_ended(code: int, words: str = "") -> str:
    """Tell in words how a process crashed.

    Args:
        code: Exit code, negative for a signal.
        words: What it last wrote to standard error.
    """
    if code < 0:
        with suppress(ValueError):
            return f"The worker was ended by signal {-code} ({signal.Signals(-code).name})."
        return f"The worker was ended by signal {-code}."
    return f"The worker ended with code {code}. {words}".rstrip()


def _kind_of_end(code: int) -> EventKind:
    known = {
        WorkerExit.OK: EventKind.ENDED,
        WorkerExit.RECYCLE: EventKind.RECYCLED,
        WorkerExit.TRY_LATER: EventKind.WAITING,
        ExitCode.DISK_FULL: EventKind.WAITING,
    }
    return EventKind.REFUSED if code in REFUSALS else known.get(code, EventKind.CRASHED)  # type: ignore[call-overload]


def _apart() -> dict[str, Any]:
    """Return what keeps Ctrl+C in a terminal from the workers: it is their supervisor that ends them."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"process_group": 0}


def _close_input(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()


def _wait(processes: Sequence["subprocess.Popen[bytes]"], seconds: float, clock: Callable[[], float]) -> None:
    deadline = clock() + seconds
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - clock()))


def _last_words(errors: IO[bytes] | None) -> str:
    """Return the last line that a worker wrote to standard error."""
    if errors is None:
        return ""
    with errors:
        size = errors.seek(0, os.SEEK_END)
        errors.seek(max(0, size - LAST_WORDS))
        lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def _named(words: str) -> tuple[str, str]:
    """Return the stable name of the error that a worker told, empty for none, and its words."""
    found = _NAMED.fullmatch(words)
    return (found[1], found[2]) if found else ("", words)
