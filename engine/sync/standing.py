"""What a session is asked to do, how far it is, and what it did: values that everybody may know."""

from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """Where a session is."""

    HELLO = "hello"
    CHANGES = "changes"
    DOWN = "down"
    CROPS = "crops"
    OFFER = "offer"
    FILES = "files"
    RECEIPT = "receipt"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a session should send and take.

    Attributes:
        tiers: Of files; changes go in any case.
        doubt_threshold: Lines of less confidence are told as doubtful.
        patience: Seconds without any answer after which the session gives up; 0 tries once.
    """

    tiers: tuple[int, ...] = (2, 3, 4)
    doubt_threshold: float = 0.93
    patience: float = 900.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a session is.

    Attributes:
        state: Where it is.
        sent: Bytes that went out.
        received: Bytes that came in.
        left: Bytes that are still to go, about.
        seconds_left: At the measured speed; None while that is unknown.
        rate: Bytes a second; None while unknown.
        waiting: Seconds that it waits now because the link failed; 0 while it works.
        changes: Confirmed so far.
        files: Confirmed so far.
        down: Messages that came down so far.
    """

    state: State
    sent: int
    received: int
    left: int
    seconds_left: float | None
    rate: float | None
    waiting: float = 0.0
    changes: int = 0
    files: int = 0
    down: int = 0


@dataclass(slots=True)
class Outcomes:
    """What a session did.

    Attributes:
        changes: That headquarters has confirmed.
        files: That it has confirmed.
        down: Entries that came down and are new.
        conflicts: Of those, how many left two versions.
        not_applied: Of those, how many could not be applied.
        damaged_files: SHA-256 of files that cannot be sent: they are damaged or gone here.
        refused_files: SHA-256 and code of those that headquarters refused.
        receipt: Whether a receipt came.
        branched: Why headquarters opened a line of its own for this library; empty if it did not.
    """

    changes: int = 0
    files: int = 0
    down: int = 0
    conflicts: int = 0
    not_applied: int = 0
    damaged_files: list[str] = field(default_factory=list)
    refused_files: list[tuple[str, str]] = field(default_factory=list)
    receipt: bool = False
    branched: str = ""
