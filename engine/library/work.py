"""What the queue's words mean: jobs, their states, and how many stand where.

Frozen values alone; ``engine.library.claims`` and ``engine.library.jobs`` fill them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEAD = "dead"
    """Its workers crashed too often."""


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
        task: What is to be done: ``read``.
        attempt: 1 for the first.
        token: Proves that the claim is still good.
        payload: Further wishes, as plain JSON values.
        sha256: The original among the library's files.
        password: Opens the original if it is protected.
        name: Of the document.
        media_type: Of the original.
        owner: Who claimed it.
        lease_seconds: Length of the lease.
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
