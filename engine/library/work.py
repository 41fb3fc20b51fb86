"""What the queue's words mean: jobs, their states, and how many stand where.

Frozen values alone; ``engine.library.claims`` and ``engine.library.jobs`` fill them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from engine.geometry import UNADJUSTED, Adjustment


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEAD = "dead"
    """Its workers crashed too often."""


URGENT = 1000
"""Priority of what a person waits for, before anything that is merely queued."""

BEHIND_READING = -10
"""Priority of what is asked of an image model for many pages at once: reading goes first."""

POSITION_STEP = 1 << 16
"""Between the positions of new jobs, so that there is room to move others in between."""

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.DEAD)


@dataclass(frozen=True, slots=True)
class Job:
    """A job that a worker has claimed, with all it needs to do it.

    Attributes:
        id: Number of the job in this library.
        document_id: The document.
        page_id: The page.
        page_index: Its place in the document, from 0.
        page_key: Names what is on the page; key of the cache together with the pipeline's id.
        task: What is to be done: ``read`` a page, ``read-region``: one box of a page image, or one of
            :class:`engine.answer.AnswerTask`.
        attempt: 1 for the first.
        token: Proves that the claim is still good.
        payload: Further wishes, as plain JSON values.
        sha256: The original among the library's files.
        password: Opens the original if it is protected.
        name: Of the document.
        media_type: Of the original.
        owner: Who claimed it.
        lease_seconds: Length of the lease.
        adjustment: How a person turned or straightened the page.
    """

    id: int
    document_id: str
    page_id: str
    page_index: int
    page_key: str
    task: str
    attempt: int
    token: int
    payload: dict[str, Any]
    sha256: str
    password: str | None
    name: str
    media_type: str
    owner: str
    lease_seconds: float
    adjustment: Adjustment = UNADJUSTED


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as a person sees it.

    Attributes:
        id: Number of the job.
        document_id: The document.
        document_name: Its name.
        page_index: The page, from 0.
        task: What is to be done.
        state: Where it stands.
        priority: The greater goes first.
        held: Whether it waits because its document is paused or in the trash.
        attempts: How often it was begun.
        errors: How many attempts ended with an error.
        crashes: How many attempts ended with the worker vanishing.
        owner: The worker that does it now.
        cancel_requested: Whether the worker was asked to stop.
        error_code: Stable name of the last error.
        error_message: What happened.
        error_remedy: What the person can do.
        queued_at: ISO 8601, UTC.
        started_at: Of the last attempt.
        finished_at: When it came to its end.
        not_before: Seconds since 1970 before which it is not tried again.
    """

    id: int
    document_id: str
    document_name: str
    page_index: int
    task: str
    state: JobState
    priority: int
    held: bool
    attempts: int
    errors: int
    crashes: int
    owner: str | None
    cancel_requested: bool
    error_code: str | None
    error_message: str | None
    error_remedy: str | None
    queued_at: str
    started_at: str | None
    finished_at: str | None
    not_before: float


@dataclass(frozen=True, slots=True)
class QueueOutlook:
    """How long the queue will take, as measured on the pages that were read last.

    Attributes:
        waiting: Pages that wait for a worker; not those of paused documents.
        running: Pages that are being read.
        paused: Whether the whole queue is paused.
        seconds_per_page: What one worker took for a page of late; None before three pages were read.
        pages_per_minute: What the workers that run now can do together; None if that is not known.
        seconds_left: Until nothing waits, if it goes on like this; None if that is not known.
    """

    waiting: int
    running: int
    paused: bool
    seconds_per_page: float | None
    pages_per_minute: float | None
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class WorkerCrash:
    """A worker that ended without a word; another one was started in its place.

    Attributes:
        at: ISO 8601, UTC.
        owner: The worker's name in the queue.
        message: How it ended, as a sentence.
        jobs: How many pages it had in hand; they were queued anew.
    """

    at: str
    owner: str
    message: str
    jobs: int


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How many jobs stand where."""

    queued: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    dead: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.queued + self.running + self.ended

    @property
    def ended(self) -> int:
        """Those that need no more work."""
        return self.done + self.failed + self.cancelled + self.dead
