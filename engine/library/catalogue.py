"""What the library tells about documents: frozen values, and how to ask for them.

``engine.library.documents`` fills them; nothing here knows a database.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from engine.library.reviews import NOT_REVIEWED, Review, ReviewState


class Status(StrEnum):
    """How far the reading of a document is."""

    QUEUED = "queued"
    READING = "reading"
    READ = "read"
    PARTLY_READ = "partly-read"
    """Some pages are read; the others met a problem or were cancelled."""
    PROBLEM = "problem"
    CANCELLED = "cancelled"


class Shelf(StrEnum):
    """Where a document lies that is not in the trash: on exactly one shelf, whatever happens to it."""

    INBOX = "inbox"
    """Waits to be read, is being read, or its reading was cancelled; nobody has said anything of it."""
    TO_CHECK = "to-check"
    """Every page is read, and nobody has approved it or found a problem."""
    DONE = "done"
    """A person approved it."""
    PROBLEMS = "problems"
    """A person found a problem, or some of its pages could not be read and nobody approved it."""


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many documents lie where.

    Attributes:
        inbox: See :class:`Shelf`, as of the next three.
        to_check: Read and not approved.
        done: Approved.
        problems: Found to be a problem, or not wholly read.
        trash: In the trash, on no shelf.
    """

    inbox: int = 0
    to_check: int = 0
    done: int = 0
    problems: int = 0
    trash: int = 0

    @property
    def total(self) -> int:
        """All that are not in the trash."""
        return self.inbox + self.to_check + self.done + self.problems


class Order(StrEnum):
    """How a list of documents is sorted; those that are equal in it stand in the order of their adding."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    NAME_DESCENDING = "name-descending"
    LEAST_CONFIDENT = "least-confident"
    MOST_CONFIDENT = "most-confident"
    TYPE = "type"
    TYPE_DESCENDING = "type-descending"
    STATUS = "status"
    """By shelf, and on a shelf by how far the reading is: what needs a person first."""
    STATUS_DESCENDING = "status-descending"
    LANGUAGE = "language"
    LANGUAGE_DESCENDING = "language-descending"
    FEWEST_PAGES = "fewest-pages"
    MOST_PAGES = "most-pages"
    LATEST_REVIEW = "latest-review"
    EARLIEST_REVIEW = "earliest-review"


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be added.

    Attributes:
        name: What people call it, as a rule the file's name.
        media_type: Of the content, such as ``application/pdf``.
        page_count: Number of its pages, at least 1.
        content: The original bytes, or the file that holds them.
        sha256: Of the content as it was when its pages were counted, in hexadecimal; None: whatever it is.
        password: Opens the original if it is protected. Kept in the library.
        source_path: Where it came from.
        priority: The greater is read first.
        batch: Names what is added together, for its progress.
    """

    name: str
    media_type: str
    page_count: int
    content: Path | bytes
    sha256: str | None = None
    password: str | None = None
    source_path: str | None = None
    priority: int = 0
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document came to.

    Attributes:
        document_id: Of the new document, or of the one that has this content already.
        already_known: Whether the content was in the library.
        in_trash: Whether it was found in the trash; it stays there until it is restored.
    """

    document_id: str
    already_known: bool
    in_trash: bool = False


@dataclass(frozen=True, slots=True)
class PageProblem:
    """Why a page could not be read.

    Attributes:
        page_index: The page, from 0.
        code: Stable name of the error.
        message: What happened.
        remedy: What the person can do.
    """

    page_index: int
    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it stands.

    Attributes:
        id: Unique in the world.
        name: What people call it.
        media_type: Of the original.
        byte_size: Of the original.
        sha256: Of the original, in hexadecimal.
        page_count: Number of its pages.
        pages_read: How many of them are read.
        added_at: ISO 8601, UTC.
        added_by: Who added it.
        source_path: Where it came from.
        batch: What it was added together with.
        status: How far its reading is.
        paused: Whether its reading is paused.
        lowest_confidence: Of any of its lines, None before a page is read.
        languages: BCP 47 codes, sorted.
        problem: The first page that met a problem.
        trashed_at: When it was put into the trash.
        shelf: Where it lies, or would lie if it were not in the trash.
        review: What a person says of it.
        tags: As they were written, sorted.
        case_ids: The cases that it belongs to.
        days_left: For how many days, the begun one counted, the trash still keeps it; 0 once its time is
            over, None outside the trash.
    """

    id: str
    name: str
    media_type: str
    byte_size: int
    sha256: str
    page_count: int
    pages_read: int
    added_at: str
    added_by: str
    source_path: str | None
    batch: str | None
    status: Status
    paused: bool
    lowest_confidence: float | None
    languages: tuple[str, ...]
    problem: PageProblem | None
    trashed_at: str | None
    shelf: Shelf = Shelf.INBOX
    review: Review = NOT_REVIEWED
    tags: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document.

    Attributes:
        id: Unique in the world.
        document_id: Its document.
        index: Its place in the document, from 0.
        page_key: Names what is on it, for the cache.
        reading_id: The reading in force, None before it is read.
        confidence: Lowest of its lines.
        languages: BCP 47 codes, sorted.
        image_sha256: The upright page image among the library's files.
        thumbnail_sha256: Its small image.
    """

    id: str
    document_id: str
    index: int
    page_key: str
    reading_id: str | None
    confidence: float | None
    languages: tuple[str, ...]
    image_sha256: str | None
    thumbnail_sha256: str | None


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents are meant; what is None or False does not narrow.

    Attributes:
        status: How far the reading is.
        name_contains: Part of the name, as the search compares: without regard to case and accents.
        media_type: Exact, or a family such as ``image/``.
        language: BCP 47 code that occurs in it.
        batch: What was added together.
        below_confidence: Has a line with less confidence.
        trashed: Those in the trash instead of those outside it.
        shelf: Where it lies.
        review: What a person says of it.
        from_confidence: Has no line with less confidence, and is read.
        case_id: The case that it belongs to.
        tag: A tag that it has, compared without regard to case and accents.
        added_from: Added at this moment or later; ISO 8601 in UTC, or the beginning of it, such as a date.
        added_before: Added before this moment, which is told in the same way.
        scene: What a photo in it shows for sure: aspect and label, such as ``damage-severity:severe``.
    """

    status: Status | None = None
    name_contains: str | None = None
    media_type: str | None = None
    language: str | None = None
    batch: str | None = None
    below_confidence: float | None = None
    trashed: bool = False
    shelf: Shelf | None = None
    review: ReviewState | None = None
    from_confidence: float | None = None
    case_id: str | None = None
    tag: str | None = None
    added_from: str | None = None
    added_before: str | None = None
    scene: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return what narrows as plain JSON values."""
        return {
            name: value.value if isinstance(value, StrEnum) else value
            for name, value in asdict(self).items()
            if value is not None and value is not False
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make a filter from what :meth:`to_json` gave.

        Raises:
            ValueError: It names a state that there is not.
            TypeError: It has a part that no filter has.
        """
        kinds: dict[str, type[StrEnum]] = {"status": Status, "shelf": Shelf, "review": ReviewState}
        unknown = set(data) - {field.name for field in fields(cls)}
        if unknown:
            raise TypeError(f"no filter has {sorted(unknown)}")
        parts: dict[str, Any] = {
            name: kinds[name](value) if name in kinds else value for name, value in data.items()
        }
        return cls(**parts)


EVERYTHING = DocumentFilter()


def page_key(sha256: str, index: int) -> str:
    """Return the name of what is on a page: the original's hash and the page's place in it."""
    return f"{sha256}/{index}"
