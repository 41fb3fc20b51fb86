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
    NAME_DESCENDING = "name-descending"
    LEAST_CONFIDENT = "least-confident"
    MOST_CONFIDENT = "most-confident"
    TYPE = "type"
    TYPE_DESCENDING = "type-descending"
    STATUS = "status"
    STATUS_DESCENDING = "status-descending"
    LANGUAGE = "language"
    LANGUAGE_DESCENDING = "language-descending"
    FEWEST_PAGES = "fewest-pages"
    MOST_PAGES = "most-pages"
    LATEST_REVIEW = "latest-review"
    EARLIEST_REVIEW = "earliest-review"


class StateWord(StrEnum):
    """Where a job stands; see ``engine.library.JobState``."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEAD = "dead"


class FilesWord(StrEnum):
    """What is sent to headquarters, as the setting ``network.files``."""

    TEXT = "text"
    BOXES = "boxes"
    THUMBNAILS = "thumbnails"
    ORIGINALS = "originals"
