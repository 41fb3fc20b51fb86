"""Sets a worker process up: its key, its priority, its log, and the ways to ask it to end.

Whoever starts the process writes the library's key to its standard input and keeps that open. When it closes,
be it because the starter was killed, the worker ends: no worker outlives the program that it works for.
"""

import argparse
import faulthandler
import logging
import os
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Protocol

import psutil

from engine.errors import DiskFullError, ExitCode, SandukuError
from engine.library import Library, open_library
from engine.pipeline import Pipeline
from engine.pipeline.answering import Answering
from engine.settings import Places, Settings, load_settings
from engine.worker.asked import PageAnswering
from engine.worker.errors import KeyLineError
from engine.worker.events import WorkerExit
from engine.worker.faults import describe_fault, place_of
from engine.worker.guardian import Guardian
from engine.worker.supervisor import processor_cores, worker_count
from engine.worker.worker import PageReading, Worker

KEY_BYTES = 32
LOG_BYTES = 4_000_000
NICENESS = 10
MOST_THREADS = 4
"""Threads that read one page when it is the only one; 16 took a worker over 700 MB on a page of A4."""
STANDARD_ERROR = 2
OOM_SCORE = 500
"""When Linux runs out of memory, a worker is to go before the window or the person's other programs."""


class LogFile(logging.FileHandler):
    """A log that gives way: without room for it, or leave to write it, pages are read all the same.

    What it could not write is left out; that the disk is full is told by the library, which needs it.
    """

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name that logging calls
        """Leave out what does not fit; tell anything else, which is a fault."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)

    def close(self) -> None:
        """Close the file, be there room for its last lines or not."""
        with suppress(OSError):
            super().close()

    @classmethod
    def at(cls, path: Path) -> "LogFile":
        """Open a log, or one that keeps nothing."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls(path, encoding="utf-8")
        except OSError:
            return cls(os.devnull, encoding="utf-8")


class PipelineMaker(Protocol):
    """Makes what reads the pages; :class:`engine.pipeline.Pipeline` is meant."""

    def __call__(self, settings: Settings, places: Places, *, threads: int) -> PageReading:
        """Make a pipeline with so many threads."""


class AnsweringMaker(Protocol):
    """Makes what answers with image models; :class:`engine.pipeline.answering.Answering` is meant."""

    def __call__(
        self, settings: Settings, places: Places, *, threads: int, tell: Callable[[str], None]
    ) -> PageAnswering:
        """Make it with so many threads, and something to tell what models run on."""


def main(
    arguments: Sequence[str],
    *,
    make_pipeline: PipelineMaker = Pipeline,
    make_answering: AnsweringMaker = Answering,
) -> int:
    """Run a worker process to its end.

    Args:
        arguments: Of the command line.
        make_pipeline: Makes what reads the pages.
        make_answering: Makes what answers with image models.

    Returns:
        An exit code: one of :class:`WorkerExit` or :class:`engine.errors.ExitCode`. Whatever is not 0 is
        explained in one line on standard error.
    """
    options = _parser().parse_args(arguments)
    places = Places.of_this_user()
    _make_modest()
    with _log_file(places.logs / "worker.log") as log:
        try:
            return _work(options, places, log, make_pipeline, make_answering)
        except SandukuError as error:
            _tell(f"[{error.code}] {error}")
            log.error("ended: %s", error.code)
            if isinstance(error, DiskFullError):
                return ExitCode.DISK_FULL  # which tells it even where there is no room for the words
            return WorkerExit.TRY_LATER if error.retryable else error.exit_code
        except Exception as error:  # noqa: BLE001 - told without the message, which may quote a document
            _tell(f"A fault in Sanduku itself: {place_of(error)}.")
            log.error("fault\n%s", describe_fault(error))
            return ExitCode.BUG


def _tell(words: str) -> None:
    """Write a line for the supervisor, past Python's buffer: what stays there fails once more at the end."""
    with suppress(OSError):
        os.write(STANDARD_ERROR, f"{words}\n".encode())


def _work(
    options: argparse.Namespace,
    places: Places,
    log: logging.Logger,
    make_pipeline: PipelineMaker,
    make_answering: AnsweringMaker,
) -> int:
    stop = threading.Event()
    with _heeding_signals(stop) as signalled:
        data_key = _data_key(_first_line(sys.stdin.fileno()))
        threading.Thread(target=_await_end_of_input, args=(stop,), name="input", daemon=True).start()
        settings = load_settings(options.settings or places.settings)
        # Each thread keeps language data of its own, and more than a few gain little.
        process, cores = psutil.Process(), min(processor_cores(), MOST_THREADS)

        def memory() -> int:
            return int(process.memory_info().rss)

        def open_own() -> Library:
            return open_library(options.library, data_key=data_key, settings=settings.library)

        guardian = Guardian(
            settings.worker, stop_requested=lambda: signalled() or stop.is_set(), memory=memory, log=log
        )
        with open_own() as library, guardian.on_duty(open_own):
            worker = Worker(
                library,
                lambda: make_pipeline(settings, places, threads=cores),
                settings,
                guardian,
                owner=options.owner or f"{os.getpid()}-{secrets.token_hex(8)}",
                stop=stop,
                memory=memory,
                log=log,
                open_answering=lambda: make_answering(settings, places, threads=cores, tell=log.info),
                workers=worker_count(settings.worker),
                cores=cores,
            )
            with closing(worker):
                code = worker.run()
    log.info("ended: %s, %d MB", code.name, memory() // 1_000_000)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m engine.worker",
        description="Does the queued work of a library. The first line of standard input is the library's key"
        " in hexadecimal, or empty; the worker ends when standard input is closed.",
    )
    parser.add_argument("--library", type=Path, required=True, help="the library's folder")
    parser.add_argument("--settings", type=Path, help="the settings file; by default this user's own")
    parser.add_argument("--owner", help="the name under which to claim jobs, unique to this process")
    return parser


def _make_modest() -> None:
    """Let every other program go first, for processor time and for memory."""
    process = psutil.Process()
    process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if os.name == "nt" else max(NICENESS, process.nice()))
    with suppress(OSError):  # Only Linux has it, and a container may forbid it.
        Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE))


@contextmanager
def _log_file(path: Path) -> Iterator[logging.Logger]:
    """Give a log that all workers append to; native crashes are told there as well."""
    with suppress(OSError):  # Another worker did it just now, or on Windows has it open.
        if path.stat().st_size > LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
    log = logging.getLogger("sanduku.worker")
    log.setLevel(logging.INFO)
    log.propagate = False
    handler = LogFile.at(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    log.addHandler(handler)
    assert handler.stream is not None
    faulthandler.enable(handler.stream, all_threads=False)
    try:
        yield log
    finally:
        faulthandler.disable()
        log.removeHandler(handler)
        handler.close()


@contextmanager
def _heeding_signals(stop: threading.Event) -> Iterator[Callable[[], bool]]:
    """Set ``stop`` at Ctrl+C or a request to terminate; yield how another thread can see it at once.

    Python runs a signal's handler between two steps of the main thread, thus not within a long native call.
    The wake-up socket is written to at once, wherever the main thread is.
    """
    receiver, sender = socket.socketpair()
    seen = threading.Event()

    def signalled() -> bool:
        with suppress(BlockingIOError):
            if receiver.recv(64):
                seen.set()
        return seen.is_set()

    with receiver, sender:
        receiver.settimeout(0)
        sender.settimeout(0)
        signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: stop.set())
        try:
            yield signalled
        finally:
            signal.set_wakeup_fd(-1)


def _first_line(descriptor: int) -> bytes:
    """Read up to the first line break, without a buffer that would hold a lock while waiting for the end."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(descriptor, 1)
        if not byte:
            break
        line += byte
    return line.strip()


def _data_key(line: bytes) -> bytes | None:
    if not line:
        return None
    try:
        key = bytes.fromhex(line.decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyLineError(
            "The first line of standard input is no library key.",
            remedy=f"Write {KEY_BYTES} bytes in hexadecimal, or an empty line for a library without a key.",
        )
    return key


def _await_end_of_input(stop: threading.Event) -> None:
    with suppress(OSError):
        while os.read(sys.stdin.fileno(), 4096):
            pass
    stop.set()
