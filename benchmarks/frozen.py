"""How soon the built program shows its window and has read the first page, and how much memory that takes.

The program is started as a person starts it, ``sanduku-desktop FILE``, on a virtual screen of its own (Xvfb),
with a library that opens by itself. Nothing in the program helps: that the window stands is seen on the
screen, that the page is read in the library, and memory is what the system says of the window and all that it
started. Linux only.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.report import Report
from engine.library import Library, Protection, create_library

SCREEN = "1280x800x24"
LOOK_SECONDS = 0.01
MEMORY_SECONDS = 0.1
MOST_SECONDS = 180.0
HEAD = 4096
"""Bytes of the picture of the screen that are its description."""

LIMITS = Path("/sys/fs/cgroup/memory")
"""Where memory can be limited by root (control groups, version 1)."""

UNIFIED = Path("/sys/fs/cgroup")
"""The same, version 2."""


class NotMeasurableError(Exception):
    """Something that measuring needs is not on this computer; the words say what."""


@dataclass(slots=True)
class Start:
    """What was measured at one start.

    Attributes:
        painted: Seconds from the start of the process until something stands on the screen.
        painted_cpu: Processor seconds that this took, of all processes.
        read: Seconds until the page is read and in the library.
        read_cpu: Processor seconds until then.
        peak_pss: The most memory of all processes together, shared parts counted once, in bytes.
        peak_rss: The same with shared parts counted in each process.
        processes: The most processes at once.
    """

    painted: float = 0.0
    painted_cpu: float = 0.0
    read: float = 0.0
    read_cpu: float = 0.0
    peak_pss: int = 0
    peak_rss: int = 0
    processes: int = 0


@dataclass(slots=True)
class _Watched:
    """A program and all that it starts."""

    root: psutil.Process
    start: Start = field(default_factory=Start)
    _seen: dict[int, float] = field(default_factory=dict)

    def cpu(self) -> float:
        """Return the processor seconds of all processes, those that ended too."""
        for process in self._alive():
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                self._seen[process.pid] = times.user + times.system
        return sum(self._seen.values())

    def weigh(self) -> None:
        """Take the memory of all processes."""
        pss = rss = count = 0
        for process in self._alive():
            with contextlib.suppress(psutil.Error):
                memory = process.memory_full_info()
                pss, rss, count = pss + memory.pss, rss + memory.rss, count + 1
        self.start.peak_pss = max(self.start.peak_pss, pss)
        self.start.peak_rss = max(self.start.peak_rss, rss)
        self.start.processes = max(self.start.processes, count)

    def _alive(self) -> list[psutil.Process]:
        try:
            return [self.root, *self.root.children(recursive=True)]
        except psutil.Error:
            return []


def benchmark_frozen(folder: Path, page: Path, *, rounds: int, limit: int | None = None) -> Report:
    """Start the program some times, and measure each.

    Args:
        folder: Of the built program.
        page: A document with one page, which is opened with the program.
        rounds: How often; the first start warms the system's memory up and does not count.
        limit: Bytes of memory that window and workers have together; None for no limit.

    Raises:
        NotMeasurableError: This computer lacks what measuring needs.
    """
    program = folder / "sanduku-desktop"
    if not program.is_file():
        raise NotMeasurableError(f"There is no {program}: run 'packaging/build.py frozen' first.")
    starts = [measure_start(program, page, limit) for _ in range(rounds + 1)]
    counted = starts[1:]
    best = min(counted, key=lambda each: each.painted)
    rows = [
        [
            "first, cold or not" if number == 0 else str(number),
            f"{each.painted:.2f}", f"{each.painted_cpu:.2f}", f"{each.read:.2f}", f"{each.read_cpu:.2f}",
            f"{each.peak_pss / 1e6:.0f}", f"{each.peak_rss / 1e6:.0f}", str(each.processes),
        ]
        for number, each in enumerate(starts)
    ]  # fmt: skip
    return Report(
        name="The built program: start and memory",
        columns=["start", "window s", "CPU s", "page read s", "CPU s", "peak PSS MB", "RSS MB", "processes"],
        rows=rows,
        figures={
            "window_seconds": best.painted,
            "window_cpu_seconds": min(each.painted_cpu for each in counted),
            "read_seconds": min(each.read for each in counted),
            "read_cpu_seconds": min(each.read_cpu for each in counted),
            "peak_pss_megabytes": max(each.peak_pss for each in counted) / 1e6,
            "memory_limit_megabytes": None if limit is None else limit / 1e6,
        },
        notes=[
            f"{page.name} is opened with sanduku-desktop on a virtual screen; times run from",
            "the start of the process: until something stands on the screen, and until the page is read",
            "and in the library.",
            "Memory is that of the window and all that it started."
            + ("" if limit is None else f" Together they had {limit / 1e6:.0f} MB, by a control group."),
        ],
    )


def measure_start(program: Path, page: Path, limit: int | None = None) -> Start:
    """Start the program with a page, and watch it until the page is read.

    Raises:
        NotMeasurableError: There is no virtual screen, memory cannot be limited, or the page is never read.
    """
    with tempfile.TemporaryDirectory() as name, _screen(Path(name)) as (display, picture):
        home = Path(name) / "home"
        made = create_library(home / "library", protection=Protection(keyring=False))
        environment = {
            **os.environ,
            "SANDUKU_HOME": str(home),
            "SANDUKU_NO_HANDOVER": "1",
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        with made.library as library, _limited(limit) as join:
            command = [*join, str(program), str(page)]
            blank = picture.read_bytes()[HEAD:]
            began = time.monotonic()
            with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
                try:
                    return _watch(_Watched(psutil.Process(process.pid)), began, blank, picture, library)
                finally:
                    process.terminate()
                    process.wait(30)


def _watch(watched: _Watched, began: float, blank: bytes, picture: Path, library: Library) -> Start:
    start, weighed = watched.start, 0.0
    while True:
        now = time.monotonic() - began
        if not start.painted and picture.read_bytes()[HEAD:] != blank:
            start.painted, start.painted_cpu = now, watched.cpu()
        if now - weighed >= MEMORY_SECONDS:
            weighed = now
            watched.weigh()
            watched.cpu()
            progress = library.jobs.progress()
            if progress.failed or progress.dead:
                raise NotMeasurableError("The page could not be read.")
            if start.painted and progress.done:
                start.read, start.read_cpu = now, watched.cpu()
                return start
        if now > MOST_SECONDS or not watched.root.is_running() or watched.root.status() == "zombie":
            raise NotMeasurableError(f"After {now:.0f} s the page is not read, or the program ended.")
        time.sleep(LOOK_SECONDS)


@contextlib.contextmanager
def _screen(folder: Path) -> Iterator[tuple[str, Path]]:
    """Have a virtual screen; yield its name, and the file in which its picture stands."""
    server = shutil.which("Xvfb")
    if server is None:
        raise NotMeasurableError("There is no virtual screen: install the package xvfb.")
    reading, writing = os.pipe()
    command = [
        server, "-displayfd", str(writing), "-screen", "0", SCREEN, "-fbdir", str(folder), "-nolisten", "tcp",
    ]  # fmt: skip
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise NotMeasurableError("The virtual screen did not start.")
            yield f":{number}", folder / "Xvfb_screen0"
        finally:
            process.terminate()
            process.wait(30)


@contextlib.contextmanager
def _limited(limit: int | None) -> Iterator[Sequence[str]]:
    """Yield the words before a command that give it and all that it starts so much memory, and no more."""
    if limit is None:
        yield ()
        return
    place, file = (LIMITS, "memory.limit_in_bytes") if LIMITS.is_dir() else (UNIFIED, "memory.max")
    group = place / f"sanduku-{os.getpid()}"
    try:
        group.mkdir()
        (group / file).write_text(str(limit), encoding="ascii")
    except OSError as error:
        raise NotMeasurableError(f"Memory cannot be limited here: {error}.") from error
    try:
        yield ("sh", "-c", 'echo $$ > "$0/cgroup.procs"; exec "$@"', str(group))
    finally:
        _remove(group)


def _remove(group: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            group.rmdir()
        except OSError:  # those that were in it have not ended yet
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return
