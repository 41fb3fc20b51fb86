"""Does the jobs that want an image model: describes, answers, extracts, sorts, makes vectors, reads a box.

The other half of a worker, beside reading pages. It says so when the process already holds too much for a
model to be opened beside it; the worker then ends, and a fresh one does the job: deleting a model gives back
only part of its memory, ending the process gives back all.
"""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from engine.answer import Answer, AnswerTask
from engine.errors import SandukuError
from engine.geometry import Quad
from engine.library import MODEL_ENGINE, AnswerError, Job, Library, quad_of
from engine.pipeline.answering import KEEP_SECONDS, AskedPage, PageVector
from engine.reading import Line
from engine.worker.guardian import Watch

TELL_SECONDS = 0.25
"""Between two writes of what a model has said so far."""

ASKED = frozenset(task.value for task in AnswerTask)


class PageAnswering(Protocol):
    """What a worker asks of image models; :class:`engine.pipeline.answering.Answering` is the real one."""

    @property
    def held_bytes(self) -> int:
        """Memory that the open model takes at the most."""

    def needed_bytes(self, task: str, wishes: Mapping[str, Any]) -> int:
        """Return how much more memory a task will take."""

    def answer(
        self,
        task: AnswerTask,
        wishes: Mapping[str, Any],
        page: AskedPage,
        *,
        on_text: Callable[[str], None],
        cancel: Callable[[], bool],
    ) -> Answer:
        """Describe, ask, extract or sort."""

    def embed(self, wishes: Mapping[str, Any], page: AskedPage, *, cancel: Callable[[], bool]) -> PageVector:
        """Make the vector of a page image."""

    def read_region(
        self, page: AskedPage, quad: Quad, *, language: str | None, cancel: Callable[[], bool]
    ) -> Line | None:
        """Read one line."""

    def rest(self) -> bool:
        """Let the model go if nobody asked for long enough."""

    def close(self) -> None:
        """Let the model go."""


class Asked:
    """Does jobs with an image model."""

    def __init__(
        self,
        library: Library,
        open_answering: Callable[[], PageAnswering],
        *,
        owner: str,
        log: logging.Logger,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make ready; nothing is opened before the first such job.

        Args:
            library: Where jobs come from and answers go.
            open_answering: Makes what answers.
            owner: Names this worker in the queue.
            log: Where troubles are told, without any content.
            clock: Monotonic seconds.
        """
        self._library = library
        self._open_answering = open_answering
        self._answering: PageAnswering | None = None
        self._owner = owner
        self._log = log
        self._clock = clock

    @property
    def held_bytes(self) -> int:
        """Memory that the open model takes at the most; 0 if none is open."""
        return 0 if self._answering is None else self._answering.held_bytes

    @staticmethod
    def wants(job: Job) -> bool:
        """Tell whether a job wants an image model."""
        return job.task in ASKED or (job.task == "read-region" and job.payload["engine"] == MODEL_ENGINE)

    def needed_bytes(self, job: Job) -> int:
        """Return how much more memory a job will take than this process takes now."""
        return _needed(self._opened(), job)

    def do(self, job: Job, watch: Watch) -> None:
        """Do a job that wants an image model, and end it with what came of it.

        Raises:
            LeaseLostError: The job is no longer this worker's.
            SandukuError: It could not be done; see :class:`engine.pipeline.answering.Answering`.
        """
        answering = self._opened()
        # A model may take more than the budget of a worker that reads; nobody opens one that does not fit.
        watch.allowed = answering.held_bytes + _needed(answering, job)
        try:
            if job.task == "read-region":
                self._read_box(job, watch, answering)
            else:
                self._answer(job, watch, answering)
        finally:
            watch.allowed = answering.held_bytes
            self._tell_holding()

    def rest(self) -> None:
        """Let the model go if nobody asked for long enough, and tell the other workers."""
        if self._answering is not None and self._answering.rest():
            self._library.jobs.let_model_go(self._owner)

    def close(self) -> None:
        """Let the model go, and tell the other workers."""
        if self._answering is not None:
            self._answering.close()
            try:
                self._library.jobs.let_model_go(self._owner)
            except SandukuError as error:  # Then the others wait until it would have been let go.
                self._log.warning("The model was not given back: %s", error.code)

    def _opened(self) -> PageAnswering:
        if self._answering is None:
            self._answering = self._open_answering()
        return self._answering

    def _tell_holding(self) -> None:
        if self.held_bytes:
            self._library.jobs.keep_model(self._owner, seconds=KEEP_SECONDS)
        else:
            self._library.jobs.let_model_go(self._owner)

    def _answer(self, job: Job, watch: Watch, answering: PageAnswering) -> None:
        stored = self._library.readings.required(job.page_id)
        if stored.image_sha256 is None:
            raise AnswerError(
                "No image of this page is kept.", which=job.name, remedy="Have the page read again."
            )
        image = self._library.files.read(stored.image_sha256)
        page = AskedPage(image, stored.image_sha256, stored.reading)
        if job.task == AnswerTask.EMBED:
            made = answering.embed(job.payload, page, cancel=watch.should_stop)
            self._library.photos.complete(
                job, made.vector, pack_id=made.pack_id, image_sha256=stored.image_sha256
            )
            return
        answer = answering.answer(
            AnswerTask(job.task),
            job.payload,
            page,
            on_text=Teller(self._library, job, self._log, clock=self._clock),
            cancel=watch.should_stop,
        )
        self._library.answers.complete(job, answer, reading_id=stored.id)

    def _read_box(self, job: Job, watch: Watch, answering: PageAnswering) -> None:
        """Read a box of the page image that the person saw."""
        stored = self._library.readings.required(job.page_id)
        sha256 = job.payload["image"]
        page = AskedPage(self._library.files.read(sha256), sha256, stored.reading)
        languages = job.payload["languages"]
        line = answering.read_region(
            page,
            quad_of(job.payload),
            language=languages[0] if languages else None,
            cancel=watch.should_stop,
        )
        self._library.jobs.complete_region(job, line)


def _needed(answering: PageAnswering, job: Job) -> int:
    if job.task == "read-region":
        return answering.needed_bytes("read", {})
    return answering.needed_bytes(job.task, job.payload)


class Teller:
    """Shows what a model has said so far, a few times a second and no more."""

    def __init__(
        self, library: Library, job: Job, log: logging.Logger, *, clock: Callable[[], float]
    ) -> None:
        """Tell of one job."""
        self._library = library
        self._job = job
        self._log = log
        self._clock = clock
        self._told = float("-inf")

    def __call__(self, text: str) -> None:
        """Show it, unless something was shown just before."""
        now = self._clock()
        if now - self._told < TELL_SECONDS:
            return
        self._told = now
        try:
            self._library.jobs.tell_progress(self._job, text)
        except SandukuError as error:
            # A busy or full disk: whoever waits sees less, and the answer itself comes all the same.
            self._log.warning("job %d: progress was not told: %s", self._job.id, error.code)
