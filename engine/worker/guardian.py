"""Watches over the page that a worker is reading, from a thread of its own.

Recognition spends seconds within native calls, and a damaged file may keep one busy for ever. Meanwhile
somebody has to renew the lease, hear that a person cancelled the page, and see time and memory run out. First
the guardian asks the reading to stop, which it does between two lines. If it does not, the guardian ends the
job itself, with the reason, and then the process, which is safe at any moment: the library knows only whole
transactions. It has a connection to the library of its own, for a connection belongs to one thread.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from engine.errors import ExitCode, SandukuError
from engine.library import Job, LeaseLostError, Library
from engine.settings import WorkerSettings
from engine.worker.errors import OutOfMemoryError, PageTooSlowError
from engine.worker.events import WorkerExit
from engine.worker.faults import describe_fault

TICK = 0.1
"""Seconds between two looks while a page is read."""

PATIENCE = 1.0
"""Seconds that the reading has to stop by itself when the process should end."""

GRACE = 15.0
"""Seconds that the reading has to stop by itself when its time is over."""

RENEWALS = 4
"""How often a lease is renewed within its length."""

LONGEST_TICK = 5.0
"""Seconds between two looks that count at most: if there were more, the computer slept."""

HARD_LIMIT = 2
"""A page that needs this many times the memory budget is stopped in the middle."""


class Halt(StrEnum):
    """Why a reading should stop."""

    STOP = "stop"
    """The process should end."""
    CANCELLED = "cancelled"
    """A person cancelled the page."""
    LOST = "lost"
    """The page belongs to another worker by now."""
    TOO_SLOW = "too-slow"
    """Its time is over."""


@dataclass(slots=True)
class Watch:
    """The page at hand.

    Attributes:
        job: What is being done.
        seen: When it was last looked at, in monotonic seconds.
        renewed: When its lease was last renewed, in monotonic seconds.
        renewed_at: The same by the wall clock, which goes on while the computer sleeps, as the lease does.
        spent: Seconds that it has taken, without those that the computer slept.
        halt: Why it should stop; None while it should go on.
        halted: When it was asked to stop.
        allowed: Bytes beyond the budget that an image model may take, which is known to fit.
    """

    job: Job
    seen: float
    renewed: float
    renewed_at: float
    spent: float = 0.0
    halt: Halt | None = None
    halted: float = 0.0
    allowed: int = 0

    def should_stop(self) -> bool:
        """Return whether the reading should stop: the pipeline's ``cancel``."""
        return self.halt is not None


class Guardian:
    """Keeps the lease, the clock and the memory of the page at hand."""

    def __init__(
        self,
        settings: WorkerSettings,
        *,
        stop_requested: Callable[[], bool],
        memory: Callable[[], int],
        log: logging.Logger,
        end_process: Callable[[int], object] = os._exit,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        """Begin with no page at hand.

        Args:
            settings: Lengths of leases and pages, and the memory budget.
            stop_requested: Whether the process should end.
            memory: Bytes that the process uses.
            log: Where faults are told.
            end_process: Ends the process at once with an exit code.
            clock: Monotonic seconds.
            wall_clock: Seconds since 1970.
        """
        self._settings = settings
        self._stop_requested = stop_requested
        self._memory = memory
        self._log = log
        self._end_process = end_process
        self._clock = clock
        self._wall_clock = wall_clock
        self._lock = threading.Lock()
        self._watch: Watch | None = None
        self._seen_version = -1

    @contextmanager
    def watching(self, job: Job) -> Iterator[Watch]:
        """Watch over a job while the block runs."""
        now = self._clock()
        watch = Watch(job, seen=now, renewed=now, renewed_at=self._wall_clock())
        with self._lock:
            self._watch = watch
        try:
            yield watch
        finally:
            with self._lock:
                self._watch = None

    @contextmanager
    def on_duty(self, open_library: Callable[[], Library]) -> Iterator[None]:
        """Keep a thread that looks after the page at hand while the block runs."""
        leaving = threading.Event()
        thread = threading.Thread(
            target=self._patrol, args=(open_library, leaving), name="guardian", daemon=True
        )
        thread.start()
        try:
            yield
        finally:
            leaving.set()
            thread.join()

    def look(self, library: Library) -> None:
        """Do once what is to be done for the page at hand.

        Args:
            library: A connection of this thread's own.
        """
        with self._lock:
            watch = self._watch
            if watch is None:
                return
            self._keep_lease(library, watch)
            now = self._clock()
            watch.spent += min(now - watch.seen, LONGEST_TICK)
            watch.seen = now
            if watch.halt is None and self._stop_requested():
                watch.halt, watch.halted = Halt.STOP, now
            if watch.halt is None and watch.spent > self._settings.page_seconds:
                watch.halt, watch.halted = Halt.TOO_SLOW, now
            self._enforce(library, watch, now)

    def _patrol(self, open_library: Callable[[], Library], leaving: threading.Event) -> None:
        try:
            with open_library() as library:
                while not leaving.wait(TICK):
                    self.look(library)
        except Exception as error:  # noqa: BLE001 - the last resort of a thread that nobody waits for
            # Without a guardian a page could hang for ever; a new process has a new one.
            self._log.error("The guardian failed: %s", describe_fault(error))
            self._end_process(error.exit_code if isinstance(error, SandukuError) else ExitCode.BUG)

    def _keep_lease(self, library: Library, watch: Watch) -> None:
        now = self._clock()
        try:
            version = library.data_version()
            if version != self._seen_version:
                self._seen_version = version
                if watch.halt is None and library.jobs.cancel_requested(watch.job):
                    watch.halt, watch.halted = Halt.CANCELLED, now
            moment = self._wall_clock()
            if max(now - watch.renewed, moment - watch.renewed_at) < watch.job.lease_seconds / RENEWALS:
                return
            watch.renewed, watch.renewed_at = now, moment
            if not library.jobs.renew(watch.job) and watch.halt is None:
                asked = library.jobs.cancel_requested(watch.job)
                watch.halt, watch.halted = Halt.CANCELLED if asked else Halt.LOST, now
        except SandukuError as error:
            # A busy or full disk: the lease lasts for several renewals, so the next one may still be in time.
            self._log.warning("The lease was not renewed: %s", error.code)

    def _enforce(self, library: Library, watch: Watch, now: float) -> None:
        """End the process if the reading does not end by itself; called within the lock."""
        budget = self._settings.memory_megabytes
        if self._memory() > HARD_LIMIT * budget * 1_000_000 + watch.allowed:
            self._give_up(library, watch.job, too_large(watch.job, budget), WorkerExit.RECYCLE)
        elif watch.halt is Halt.STOP and now - watch.halted > PATIENCE:
            self._give_up(library, watch.job, None, WorkerExit.OK)
        elif watch.halt is Halt.TOO_SLOW and now - watch.halted > GRACE:
            error = too_slow(watch.job, self._settings.page_seconds)
            self._give_up(library, watch.job, error, WorkerExit.RECYCLE)
        elif watch.halt in (Halt.CANCELLED, Halt.LOST) and now - watch.halted > GRACE:
            self._give_up(library, watch.job, None, WorkerExit.RECYCLE)

    def _give_up(self, library: Library, job: Job, error: SandukuError | None, code: WorkerExit) -> None:
        """End the job and the process while the worker's own thread is stuck."""
        try:
            if error is None:
                library.jobs.release(job)
            else:
                library.jobs.fail(job, error.code, error.what, error.remedy, retryable=False)
            library.jobs.let_model_go(job.owner)
        except LeaseLostError:
            pass  # It came to its end, or went to another worker, at the last moment.
        except SandukuError as trouble:
            self._log.warning("The job was left to its lease: %s", trouble.code)
        self._end_process(code)


def too_slow(job: Job, seconds: int) -> PageTooSlowError:
    """Return the error that tells that a page took too long."""
    return PageTooSlowError(
        f"Reading page {job.page_index + 1} took longer than {seconds} seconds and was stopped.",
        which=job.name,
        remedy="Add it with a lower resolution, or raise the setting worker.page_seconds, and try again.",
    )


def too_large(job: Job, megabytes: int) -> OutOfMemoryError:
    """Return the error that tells that a page needs too much memory."""
    return OutOfMemoryError(
        f"Reading page {job.page_index + 1} needs far more memory than the budget of {megabytes} MB.",
        which=job.name,
        remedy="Add it with a lower resolution, or raise the setting worker.memory_megabytes, and try again.",
    )
