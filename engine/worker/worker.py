"""Does queued jobs, one after the other: claims a page, reads it, stores the result or the reason why not.

Joins the library with the pipeline; neither knows the other. A worker holds no state that matters: whatever
happens to it, the library knows which jobs are done. What wants an image model is done by
:class:`engine.worker.asked.Asked`; text engines and a model are open together only as far as the memory goes.
"""

import errno
import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from engine.errors import CancelledError, DiskFullError, MissingDependencyError, SandukuError, SettingError
from engine.geometry import Adjustment, Quad
from engine.library import (
    CorruptLibraryError,
    Job,
    JobState,
    LeaseLostError,
    Library,
    LibraryBusyError,
    LibraryUnreachableError,
    ReadOnlyLibraryError,
    quad_of,
)
from engine.pages import PageSource
from engine.pipeline import PageResult
from engine.pipeline.answering import KEEP_SECONDS
from engine.reading import Line
from engine.runtime import ModelMemoryError
from engine.settings import Settings
from engine.worker.asked import Asked, PageAnswering
from engine.worker.errors import FaultError, OutOfMemoryError
from engine.worker.events import WorkerExit
from engine.worker.faults import describe_fault, place_of
from engine.worker.guardian import Guardian, Halt, Watch, too_slow
from engine.worker.sources import Sources

LOOK_FOR_WORK = 0.25
"""Seconds between two looks into an empty queue."""

FAULT_ATTEMPTS = 2
"""A page that meets a fault in the code is tried this often: the same code will hardly do better."""

READING_BYTES = 500_000_000
"""What the text engines take, about."""

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

_NOT_THE_PAGES_FAULT = (
    MissingDependencyError,
    SettingError,
    LibraryBusyError,
    LibraryUnreachableError,
    CorruptLibraryError,
    ReadOnlyLibraryError,
)
"""Errors that every page would meet: the worker ends, and no page is blamed."""

_THE_QUESTIONS_FAULT = (MissingDependencyError, SettingError)
"""Of those, what only the jobs meet that want the same image model."""


class PageReading(Protocol):
    """What a worker asks of a pipeline; :class:`engine.pipeline.Pipeline` is the real one."""

    @property
    def id(self) -> str:
        """Names the pipeline, its models and settings."""

    def read(
        self,
        source: PageSource,
        index: int,
        *,
        cancel: Callable[[], bool],
        threads: int | None,
        adjustment: Adjustment,
    ) -> PageResult:
        """Read one page on so many threads."""

    def read_region(
        self,
        image: bytes,
        quad: Quad,
        *,
        languages: Sequence[str],
        engine: str | None,
        cancel: Callable[[], bool],
    ) -> Line | None:
        """Read one line of a page image again."""

    def close(self) -> None:
        """Give back memory."""


class Outcome(StrEnum):
    """What came of a step."""

    IDLE = "idle"
    """There was no job to do."""
    DONE = "done"
    CACHED = "cached"
    """The same page was read before by the same pipeline; its result was used."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    """A person cancelled it."""
    RELEASED = "released"
    """It was given back undone, because the worker should end."""
    LOST = "lost"
    """It went to another worker; the result was dropped."""
    FRESH_PROCESS = "fresh-process"
    """It was given back undone, because this process holds too much memory to do it."""
    DISK_FULL = "disk-full"
    """It was given back undone, because there was no room for the result."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step of a worker.

    Attributes:
        outcome: What came of it.
        job: What was done; None if there was nothing to do.
        seconds: How long it took.
        error: Why it failed.
    """

    outcome: Outcome
    job: Job | None = None
    seconds: float = 0.0
    error: SandukuError | None = None


class Worker:
    """Does jobs until there are none, its memory budget is used up, or it is asked to stop."""

    def __init__(
        self,
        library: Library,
        open_pipeline: Callable[[], PageReading],
        settings: Settings,
        guardian: Guardian,
        *,
        owner: str,
        stop: threading.Event,
        memory: Callable[[], int],
        log: logging.Logger,
        open_answering: Callable[[], PageAnswering],
        workers: int = 1,
        cores: int = 1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make ready to work; models are loaded with the first job.

        Args:
            library: Where jobs come from and results go.
            open_pipeline: Makes the pipeline.
            settings: Of pages and worker.
            guardian: Watches over the page at hand.
            owner: Names this worker in the queue; no two processes share a name.
            stop: Set when the worker should end.
            memory: Bytes that the process uses.
            log: Where faults are told, without any content.
            open_answering: Makes what answers with image models.
            workers: How many workers share the library at the most.
            cores: Processor cores that they share.
            clock: Monotonic seconds.
        """
        self._library = library
        self._open_pipeline = open_pipeline
        self._pipeline: PageReading | None = None
        self._settings = settings
        self._guardian = guardian
        self._owner = owner
        self._stop = stop
        self._memory = memory
        self._log = log
        self._workers = workers
        self._cores = cores
        self._clock = clock
        self._sources = Sources(library.files, settings.pages)
        self._asked = Asked(library, open_answering, owner=owner, log=log, clock=clock)
        self._tasks: dict[str, Callable[[Job, Watch], Outcome]] = {
            "read": self._read,
            "read-region": self._read_region,
        }

    def run(self) -> WorkerExit:
        """Work until there is a reason to end, and return it.

        Raises:
            SandukuError: Something is wrong that every page would meet, such as a missing model.
        """
        idle_since = self._clock()
        while not self._stop.is_set():
            result = self.step()
            if result.outcome is Outcome.DISK_FULL:
                assert result.error is not None
                raise result.error
            if result.outcome is Outcome.FRESH_PROCESS:
                return WorkerExit.RECYCLE
            if result.outcome is Outcome.IDLE:
                self._asked.rest()
                if self._clock() - idle_since >= self._idle_seconds():
                    break
                self._stop.wait(LOOK_FOR_WORK)
                continue
            if self._memory() > self._budget() + self._asked.held_bytes:
                return WorkerExit.RECYCLE
            if isinstance(result.error, OutOfMemoryError | ModelMemoryError):
                return WorkerExit.RECYCLE
            idle_since = self._clock()
        return WorkerExit.OK

    def step(self) -> StepResult:
        """Claim one job, if there is one, and bring it to an end.

        Raises:
            SandukuError: Something is wrong that every page would meet; the job was given back.
        """
        began = self._clock()
        job = self._library.jobs.claim(self._owner, lease_seconds=self._settings.worker.lease_seconds)
        if job is None:
            return StepResult(Outcome.IDLE)
        if not self._has_room(job):
            self._give_back(job)
            return StepResult(Outcome.FRESH_PROCESS, job)
        error: SandukuError | None = None
        with self._guardian.watching(job) as watch:
            try:
                outcome, error = self._attempt(job, watch)
            except LeaseLostError:
                outcome = Outcome.LOST
            except DiskFullError as full:
                self._give_back(job)
                outcome, error = Outcome.DISK_FULL, full
            except _NOT_THE_PAGES_FAULT:
                self._give_back(job)
                raise
        seconds = self._clock() - began
        self._log.info("job %d %s %.2f s %s", job.id, outcome, seconds, error.code if error else "")
        return StepResult(outcome, job, seconds, error)

    def close(self) -> None:
        """Let go of the open file and of the models."""
        self._sources.close()
        self._asked.close()
        if self._pipeline is not None:
            self._pipeline.close()

    def _attempt(self, job: Job, watch: Watch) -> tuple[Outcome, SandukuError | None]:
        try:
            if self._asked.wants(job):
                self._asked.do(job, watch)
                return Outcome.DONE, None
            return self._tasks[job.task](job, watch), None
        except CancelledError:
            return self._halted(job, watch)
        except _THE_QUESTIONS_FAULT as error:
            if not self._asked.wants(job):
                raise
            return self._failed(job, error)
        except (LeaseLostError, DiskFullError, *_NOT_THE_PAGES_FAULT):
            raise
        except SandukuError as error:
            return self._failed(job, error)
        except OSError as error:
            if error.errno not in NO_ROOM:
                return self._faulty(job, error)
            self._sources.close()
            raise DiskFullError(
                "The disk is full. The page goes back to the queue.",
                which=job.name,
                remedy="Free some space or empty the trash, then try again.",
            ) from error
        except MemoryError as error:
            # The open file may be what fills the memory; the process is started anew in any case.
            self._sources.close()
            self._log.error("job %d: out of memory\n%s", job.id, describe_fault(error))
            return self._failed(job, _no_memory(job))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one page, the next one is read
            return self._faulty(job, error)

    def _faulty(self, job: Job, error: Exception) -> tuple[Outcome, SandukuError]:
        self._sources.close()
        self._log.error("job %d: fault\n%s", job.id, describe_fault(error))
        return self._failed(job, _fault(job, error))

    def _opened(self) -> PageReading:
        if self._pipeline is None:
            self._pipeline = self._open_pipeline()
        return self._pipeline

    def _read(self, job: Job, watch: Watch) -> Outcome:
        pipeline = self._opened()
        known = self._library.readings.cached(job.page_key, pipeline.id)
        if known is not None:
            self._library.jobs.complete_from_cache(job, known)
            return Outcome.CACHED
        result = pipeline.read(
            self._sources.of(job),
            job.page_index,
            cancel=watch.should_stop,
            threads=self._threads(),
            adjustment=job.adjustment,
        )
        self._library.jobs.complete(
            job, result.reading, image=result.image_jpeg, thumbnail=result.thumbnail_jpeg
        )
        return Outcome.DONE

    def _read_region(self, job: Job, watch: Watch) -> Outcome:
        """Read a box of the page image that the person saw."""
        wishes = job.payload
        line = self._opened().read_region(
            self._library.files.read(wishes["image"]),
            quad_of(wishes),
            languages=wishes["languages"],
            engine=wishes["engine"],
            cancel=watch.should_stop,
        )
        self._library.jobs.complete_region(job, line)
        return Outcome.DONE

    def _has_room(self, job: Job) -> bool:
        """Tell whether a job can be done beside what this process has open."""
        if self._asked.wants(job):
            needed = self._asked.needed_bytes(job)
            return self._pipeline is None or not needed or self._memory() + needed <= self._budget()
        if self._pipeline is not None or not self._asked.held_bytes:
            return True
        return self._memory() + READING_BYTES <= self._budget()

    def _budget(self) -> int:
        """Return the bytes that this process may use, beside an image model that is known to fit."""
        return self._settings.worker.memory_megabytes * 1_000_000

    def _idle_seconds(self) -> float:
        idle = self._settings.worker.idle_seconds
        return max(idle, KEEP_SECONDS) if self._asked.held_bytes else idle

    def _threads(self) -> int:
        """Return this worker's share of the processor: all of it while this page is the only one."""
        outlook = self._library.jobs.outlook()
        pages = outlook.running + (0 if outlook.paused else outlook.waiting)
        return max(1, self._cores // max(1, min(self._workers, pages)))

    def _halted(self, job: Job, watch: Watch) -> tuple[Outcome, SandukuError | None]:
        if watch.halt is Halt.TOO_SLOW:
            return self._failed(job, too_slow(job, self._settings.worker.page_seconds))
        if watch.halt is Halt.LOST:
            return Outcome.LOST, None
        state = self._library.jobs.release(job)
        return (Outcome.CANCELLED if state is JobState.CANCELLED else Outcome.RELEASED), None

    def _failed(self, job: Job, error: SandukuError) -> tuple[Outcome, SandukuError]:
        retryable = error.retryable and not (isinstance(error, FaultError) and job.attempt >= FAULT_ATTEMPTS)
        state = self._library.jobs.fail(job, error.code, error.what, error.remedy, retryable=retryable)
        return (Outcome.CANCELLED if state is JobState.CANCELLED else Outcome.FAILED), error

    def _give_back(self, job: Job) -> None:
        # If not even that can be written, the lease runs out by itself.
        with suppress(SandukuError):
            self._library.jobs.release(job)


def _no_memory(job: Job) -> OutOfMemoryError:
    return OutOfMemoryError(
        f"There was not enough memory to read page {job.page_index + 1}.",
        which=job.name,
        remedy="Close other programs and try again, or add it with a lower resolution.",
    )


def _fault(job: Job, error: Exception) -> FaultError:
    return FaultError(
        f"A fault in Sanduku itself kept page {job.page_index + 1} from being read ({place_of(error)}).",
        which=job.name,
        remedy="Please report it with the worker's log, which holds no text of your documents.",
    )
