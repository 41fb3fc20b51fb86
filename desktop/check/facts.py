"""What the check view asks of the library: functions for the library's thread, and what they return."""

from dataclasses import dataclass

from desktop.check.doubts import is_doubtful
from desktop.check.rows import LineRow, rows_of
from engine.geometry import Adjustment
from engine.library import (
    URGENT,
    Document,
    DocumentFilter,
    JobRecord,
    JobState,
    Library,
    LineDraft,
    Order,
    Page,
    Proposal,
    Shelf,
    StoredReading,
    UndoState,
)

TO_CHECK = DocumentFilter(shelf=Shelf.TO_CHECK)
ORDER = Order.NEWEST
"""The order in which documents are checked one after another: that of the list."""

UNENDED = (JobState.QUEUED, JobState.RUNNING)
MOST_JOBS = 10_000
ENDED_BADLY = (JobState.FAILED, JobState.DEAD, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document that is being checked.

    Attributes:
        document: As it stands.
        pages: Its pages, in order.
        place: Its place among those to check, from 0; None if it is not among them.
        to_check: How many there are to check.
        problems: Id of the page and what went wrong, of all pages that could not be read.
    """

    document: Document
    pages: tuple[Page, ...]
    place: int | None
    to_check: int
    problems: tuple[tuple[str, JobRecord], ...] = ()


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page that is being checked.

    Attributes:
        page: The page.
        stored: What stands on it; None before it is read.
        rows: Its lines, as they are shown.
        undo: What undo and redo would do.
        drafts: What was typed on it and not finished.
        proposals: Boxes of it that are read again, the latest first.
        adjustment: How a person turned or straightened it.
        job: The reading of it, if that waits, runs or ended badly.
    """

    page: Page
    stored: StoredReading | None
    rows: tuple[LineRow, ...]
    undo: UndoState
    drafts: tuple[LineDraft, ...]
    proposals: tuple[Proposal, ...]
    adjustment: Adjustment
    job: JobRecord | None

    @property
    def being_read(self) -> bool:
        """Whether the page waits to be read, or is being read."""
        return self.job is not None and self.job.state in UNENDED

    @property
    def version(self) -> tuple[str, int] | None:
        """Differs whenever other lines stand on the page."""
        return None if self.stored is None else (self.stored.id, len(self.stored.corrections))


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a document.

    Attributes:
        page_index: The page, from 0.
        line_id: The line.
    """

    page_index: int
    line_id: str


def document_facts(library: Library, document_id: str) -> DocumentFacts:
    """Return what there is to know of a document; raises NotFoundError."""
    document = library.documents.get(document_id)
    waiting = library.documents.ids(TO_CHECK, order=ORDER)
    place = waiting.index(document_id) if document_id in waiting else None
    pages = tuple(library.documents.pages(document_id))
    bad = library.jobs.find(ENDED_BADLY, document_id=document_id, task="read", limit=MOST_JOBS)
    problems = tuple((pages[job.page_index].id, job) for job in bad if job.error_message)
    return DocumentFacts(document, pages, place, len(waiting), problems)


def page_facts(library: Library, page_id: str, threshold: float) -> PageFacts:
    """Return what there is to know of a page; raises NotFoundError.

    Args:
        library: The library.
        page_id: The page.
        threshold: Confidence below which a line is doubtful.
    """
    page = library.documents.page(page_id)
    stored, drafts = library.readings.of_page(page_id), tuple(library.drafts.of_page(page_id))
    return PageFacts(
        page=page,
        stored=stored,
        # Here and not where they are shown: with 150 lines that takes longer than the window may stand still.
        rows=() if stored is None else rows_of(stored, threshold, drafts),
        undo=library.readings.undo_state(page_id),
        drafts=drafts,
        proposals=tuple(library.regions.of_page(page_id)),
        adjustment=library.adjustments.of_page(page_id),
        job=_job(library, page),
    )


def page_job(library: Library, page: Page) -> tuple[JobRecord | None, tuple[Proposal, ...]]:
    """Return what of a page is in the queue: cheaper than all its facts."""
    return _job(library, page), tuple(library.regions.of_page(page.id))


def doubts_on(library: Library, page_id: str, threshold: float) -> int:
    """Return how many lines of a page should be looked at; 0 before it is read."""
    stored = library.readings.of_page(page_id)
    return 0 if stored is None else sum(is_doubtful(line, threshold) for line in stored.reading.lines)


def nearest_doubt(
    library: Library, pages: tuple[Page, ...], start: int, *, threshold: float, forward: bool
) -> Place | None:
    """Return the first doubtful line of the pages after one, and then of those before it.

    Args:
        library: The library.
        pages: All pages of the document.
        start: The page from which the search goes out; it comes last itself.
        threshold: Confidence below which a line is doubtful.
        forward: Towards the end of the document, or towards its beginning.
    """
    count = len(pages)
    steps = range(1, count + 1) if forward else range(-1, -count - 1, -1)
    for step in steps:
        page = pages[(start + step) % count]
        stored = library.readings.of_page(page.id) if page.reading_id else None
        if stored is None:
            continue
        places = range(len(stored.line_ids)) if forward else reversed(range(len(stored.line_ids)))
        for place in places:
            if is_doubtful(stored.reading.lines[place], threshold):
                return Place(page.index, stored.line_ids[place])
    return None


def document_after(library: Library, document_id: str, passed: frozenset[str]) -> str | None:
    """Return the next document to check; None if there is none but those that were passed over.

    Args:
        library: The library.
        document_id: The one that is being checked.
        passed: Those that a person skipped: they come only when nothing else is left.
    """
    waiting = library.documents.ids(TO_CHECK, order=ORDER)
    here = waiting.index(document_id) if document_id in waiting else -1
    around = [*waiting[here + 1 :], *waiting[: max(here, 0)]]
    fresh = [each for each in around if each not in passed]
    return next(iter(fresh or around), None)


def read_page_again(library: Library, page: Page) -> None:
    """Have one page read anew, before everything else that waits."""
    library.jobs.read_again(page.document_id, page_id=page.id, priority=URGENT)


def drop_new_boxes(library: Library, page_id: str) -> None:
    """Forget the boxes that were read for a line that was to be added."""
    for proposal in library.regions.of_page(page_id):
        if proposal.line_id is None:
            library.regions.drop(proposal.job_id)


def _job(library: Library, page: Page) -> JobRecord | None:
    wanted = (*UNENDED, *ENDED_BADLY)
    jobs = library.jobs.find(wanted, document_id=page.document_id, task="read", limit=MOST_JOBS)
    return next((job for job in jobs if job.page_index == page.index), None)
