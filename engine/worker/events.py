"""How a worker process ends, and what its supervisor tells about it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from engine.errors import ExitCode


class WorkerExit(IntEnum):
    """Exit codes of a worker process beside those of :class:`engine.errors.ExitCode`."""

    OK = 0
    """There was no more work, or it was asked to stop."""
    RECYCLE = 75
    """It used more memory than its budget and wants to be started anew."""
    TRY_LATER = 76
    """Something stands in the way that may pass; a full disk has a code of its own among the others."""


REFUSALS = frozenset(
    {
        ExitCode.USAGE,
        ExitCode.BAD_INPUT,
        ExitCode.MISSING_DEPENDENCY,
        ExitCode.LIBRARY,
        ExitCode.LOCKED,
        ExitCode.NOT_FOUND,
    }
)
"""Ends that no restart mends: a person has to do something first."""


class EventKind(StrEnum):
    """What happened to a worker."""

    STARTED = "started"
    ENDED = "ended"
    """There was no work left, or it was asked to stop."""
    RECYCLED = "recycled"
    """It reached its memory budget; another one follows at once."""
    CRASHED = "crashed"
    """It ended without a word; another one follows after a pause."""
    WAITING = "waiting"
    """It cannot work now, and is tried again after a pause."""
    REFUSED = "refused"
    """It cannot work until a person does something; no other follows."""


@dataclass(frozen=True, slots=True)
class WorkerEvent:
    """Something that happened to a worker.

    Attributes:
        kind: What happened.
        worker: Number of the worker's place, from 1.
        owner: The name under which the process claims jobs.
        pid: Of the process.
        exit_code: How it ended, negative for a signal; None if it runs.
        message: What happened, as a sentence.
        pause: Seconds until the next one is started in its place.
        jobs: How many pages it had in hand when it crashed.
        code: Stable name of the error that it ended with; empty if it told none.
    """

    kind: EventKind
    worker: int
    owner: str
    pid: int
    exit_code: int | None = None
    message: str = ""
    pause: float = 0.0
    jobs: int = 0
    code: str = ""
