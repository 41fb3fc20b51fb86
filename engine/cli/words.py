"""The words that options accept, as enums light enough to be imported before anything is done.

They repeat enums of the library, whose import brings the database; a test holds the two together.
"""

from enum import StrEnum


class StatusWord(StrEnum):
    """How far the reading of a document is; see ``engine.library.Status``."""

    QUEUED = "queued"
    READING = "reading"
    READ = "read"
    PARTLY_READ = "partly-read"
    PROBLEM = "problem"
    CANCELLED = "cancelled"


class OrderWord(StrEnum):
    """How documents are sorted; see ``engine.library.Order``."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LEAST_CONFIDENT = "least-confident"


class StateWord(StrEnum):
    """Where a job stands; see ``engine.library.JobState``."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEAD = "dead"
