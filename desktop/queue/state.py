"""How the queue stands, gathered in one look in the library's thread; plain values for the window."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.answer import AnswerTask
from engine.library import (
    Document,
    JobRecord,
    JobState,
    Library,
    QueueOutlook,
    QueueProgress,
    Status,
    WorkerCrash,
)

MOST_PROBLEMS = 500
MOST_FINISHED = 200
CHANGES_AT_ONCE = 500
_OVER = (Status.READ, Status.PARTLY_READ)
_UNKNOWN = QueueOutlook(0, 0, paused=False, seconds_per_page=None, pages_per_minute=None, seconds_left=None)


ASKED = tuple(task.value for task in AnswerTask)
"""Tasks of jobs that put a page to a model."""


@dataclass(frozen=True, slots=True)
class Running:
    """A page, or one box of it, that is being read.

    Attributes:
        job: Number of the job.
        document_id: The document.
        name: Its name.
        page: Place of the page, from 1.
        pages: How many the document has.
        box: Whether only one box of the page is read.
        started_at: ISO 8601, UTC.
        stopping: Whether a person asked to stop it.
        asked: Whether a model is asked about the page.
    """

    job: int
    document_id: str
    name: str
    page: int
    pages: int
    box: bool
    started_at: str
    stopping: bool
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document of which pages wait.

    Attributes:
        key: Id of the document.
        name: Its name.
        pages: How many of its pages wait, as far as was looked.
        of_pages: How many it has.
        page: The first that waits, from 1.
        paused: Whether a person paused it.
        again_at: Seconds since 1970 when it is tried again after an error; 0 if it waits for its turn alone.
        code: Stable name of that error; empty for none.
    """

    key: str
    name: str
    pages: int
    of_pages: int
    page: int
    paused: bool
    again_at: float
    code: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Pages of a document that could not be read, for the same reason.

    Attributes:
        key: Document and reason.
        document_id: The document.
        name: Its name.
        jobs: Numbers of the jobs.
        pages: Their places, from 1.
        of_pages: How many pages the document has.
        code: Stable name of the error.
        what: What the engine says.
        remedy: What it advises.
    """

    key: str
    document_id: str
    name: str
    jobs: tuple[int, ...]
    pages: tuple[int, ...]
    of_pages: int
    code: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A document that came to its end since the window was opened.

    Attributes:
        key: Id of the document.
        name: Its name.
        pages: How many pages are read.
        of_pages: How many it has.
        cancelled: Whether a person said that it be not read.
        confidence: The lowest of any line; None if there is none.
    """

    key: str
    name: str
    pages: int
    of_pages: int
    cancelled: bool
    confidence: float | None


@dataclass(frozen=True, slots=True)
class QueueState:
    """How the queue stands.

    Attributes:
        progress: Pages by state.
        outlook: How long it will take.
        running: What is being read.
        waiting: Documents of which pages wait, in their order, as far as was asked for.
        more: Whether others follow.
        problems: What could not be read.
        finished: What ended since the window was opened, the latest first.
        crashes: Readers that stopped by themselves, the latest first.
    """

    progress: QueueProgress = field(default_factory=QueueProgress)
    outlook: QueueOutlook = _UNKNOWN
    running: tuple[Running, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    more: bool = False
    problems: tuple[Problem, ...] = ()
    finished: tuple[Finished, ...] = ()
    crashes: tuple[WorkerCrash, ...] = ()


class QueueLooker:
    """Looks at the queue; belongs to the library's thread, and remembers what ended since its first look."""

    def __init__(self, since: str) -> None:
        """Remember what ends from now on.

        Args:
            since: The moment of the start, ISO 8601 in UTC: older crashes are not told again.
        """
        self._since = since
        self._sequence: int | None = None
        self._ended: OrderedDict[str, None] = OrderedDict()

    def look(self, library: Library, jobs: int) -> QueueState:
        """Return how the queue stands.

        Args:
            library: The library.
            jobs: How many waiting pages to look at.
        """
        running = library.jobs.find((JobState.RUNNING,))
        queued = library.jobs.find((JobState.QUEUED,), task="read", limit=jobs + 1)
        failed = library.jobs.find((JobState.FAILED, JobState.DEAD), task="read", limit=MOST_PROBLEMS)
        documents = _documents(library, (*running, *queued[:jobs], *failed))
        return QueueState(
            progress=library.jobs.progress(),
            outlook=library.jobs.outlook(),
            running=tuple(_running(job, documents) for job in running if job.document_id in documents),
            waiting=tuple(_waiting(queued[:jobs], documents)),
            more=len(queued) > jobs,
            problems=tuple(_problems(failed, documents)),
            finished=self._finished(library),
            crashes=tuple(library.jobs.crash_reports(since=self._since)),
        )

    def _finished(self, library: Library) -> tuple[Finished, ...]:
        self._catch_up(library)
        for job in library.jobs.find((JobState.CANCELLED,), task="read", limit=MOST_FINISHED):
            if job.finished_at is not None and job.finished_at >= self._since:
                self._ended.setdefault(job.document_id)
        while len(self._ended) > MOST_FINISHED:
            self._ended.popitem(last=False)
        documents = library.documents.many(list(reversed(self._ended)))
        return tuple(
            Finished(
                each.id,
                each.name,
                each.pages_read,
                each.page_count,
                each.status is Status.CANCELLED,
                each.lowest_confidence,
            )
            for each in documents
            if each.trashed_at is None and (each.status in _OVER or each.status is Status.CANCELLED)
        )

    def _catch_up(self, library: Library) -> None:
        """Take in the readings that the change log tells of since the last look."""
        if self._sequence is None:
            self._sequence = library.changes.last_sequence()
        while True:
            entries = library.changes.since(self._sequence, CHANGES_AT_ONCE)
            for entry in entries:
                self._sequence = entry.seq
                if entry.entity == "reading" and entry.document_id:
                    self._ended[entry.document_id] = None
                    self._ended.move_to_end(entry.document_id)
            if len(entries) < CHANGES_AT_ONCE:
                return


def _documents(library: Library, jobs: Iterable[JobRecord]) -> dict[str, Document]:
    """Return the documents of jobs by their ids; not those in the trash, which nobody reads."""
    ids = list(dict.fromkeys(job.document_id for job in jobs))
    return {each.id: each for each in library.documents.many(ids) if each.trashed_at is None}


def _running(job: JobRecord, documents: dict[str, Document]) -> Running:
    return Running(
        job=job.id,
        document_id=job.document_id,
        name=job.document_name,
        page=job.page_index + 1,
        pages=documents[job.document_id].page_count,
        box=job.task == "read-region",
        started_at=job.started_at or job.queued_at,
        stopping=job.cancel_requested,
        asked=job.task in ASKED,
    )


def _waiting(queued: Iterable[JobRecord], documents: dict[str, Document]) -> Iterable[Waiting]:
    """Gather jobs into documents, each where its first page waits."""
    gathered: dict[str, list[JobRecord]] = {}
    for job in queued:
        if job.document_id in documents:
            gathered.setdefault(job.document_id, []).append(job)
    for document_id, jobs in gathered.items():
        document, soonest = documents[document_id], min(jobs, key=lambda job: job.not_before)
        yield Waiting(
            key=document_id,
            name=document.name,
            pages=len(jobs),
            of_pages=document.page_count,
            page=jobs[0].page_index + 1,
            paused=document.paused,
            again_at=soonest.not_before,
            code=soonest.error_code or "",
        )


def _problems(failed: Iterable[JobRecord], documents: dict[str, Document]) -> Iterable[Problem]:
    gathered: dict[tuple[str, str], list[JobRecord]] = {}
    for job in failed:
        if job.document_id in documents:
            gathered.setdefault((job.document_id, job.error_code or ""), []).append(job)
    for (document_id, code), jobs in gathered.items():
        yield Problem(
            key=f"{document_id} {code}",
            document_id=document_id,
            name=documents[document_id].name,
            jobs=tuple(job.id for job in jobs),
            pages=tuple(sorted(job.page_index + 1 for job in jobs)),
            of_pages=documents[document_id].page_count,
            code=code,
            what=jobs[0].error_message or "",
            remedy=jobs[0].error_remedy or "",
        )
