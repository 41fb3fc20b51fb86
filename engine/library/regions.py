"""Reading one box of a page again, perhaps in another language or with another engine.

It is a job like any other, but what it reads does not change the page: it is a proposal, which a person takes
or drops. The job remembers the page image that the person saw, so that the box means the same place.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.geometry import Quad
from engine.language import UNDETERMINED
from engine.library.claims import MODEL_ENGINE
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.corrections import PERSON, Correction
from engine.library.errors import RegionError
from engine.library.readings import Readings
from engine.library.stored import StoredReading, place_of
from engine.library.work import BEHIND_READING, POSITION_STEP, URGENT, JobState
from engine.reading import Line, is_doubtful, line_from_json

_KEPT_SECONDS = 86400.0
"""A proposal that nobody took or dropped for this long is forgotten."""

_KEPT_OF_MODELS = 30 * 86400.0
"""The same of an image model's, which are made for many lines at once and looked at later."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a box of a page may read.

    Attributes:
        job_id: Number of the job.
        page_id: The page.
        line_id: The line that would get the text; None: a line would be added.
        quad: The box, in pixels of the page image.
        languages: BCP 47 codes that were asked for; empty: as the settings have it.
        engine: The engine that was asked for; None: whichever reads best.
        state: Where the job stands; the rest is only known once it is done.
        line: What was read, with confidence, alternatives and doubts; None if there is no text, or not yet.
        error_code: The kind of error, as of :class:`engine.errors.SandukuError`; empty if there is none.
        error_message: Why it could not be read.
        error_remedy: What the person can do.
        fits: Whether the page is still read as it was; else the box may mean another place, and the proposal
            cannot be taken.
    """

    job_id: int
    page_id: str
    line_id: str | None
    quad: Quad
    languages: tuple[str, ...]
    engine: str | None
    state: JobState
    line: Line | None
    error_code: str
    error_message: str
    error_remedy: str
    fits: bool


class Regions:
    """Has boxes of pages read again."""

    def __init__(self, connection: Connection, readings: Readings, clock: Clock, *, author: str) -> None:
        """Work on an open library; ``author`` is who takes proposals."""
        self._connection = connection
        self._readings = readings
        self._clock = clock
        self._author = author

    def ask(
        self,
        page_id: str,
        quad: Quad,
        *,
        line: int | str | None = None,
        languages: Sequence[str] = (),
        engine: str | None = None,
    ) -> int:
        """Have a box read again, before everything else that waits, also while the queue is paused.

        Args:
            page_id: The page.
            quad: The box, in pixels of the page image, clockwise from the text's own top left.
            line: The line that should get the text, by its place or id; None: a line would be added.
            languages: BCP 47 codes to expect; empty: as the settings have it.
            engine: Name of the engine to read with; None: whichever reads best.

        Returns:
            The number of the job; see :meth:`get`.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
            RegionError: No image of the page is kept.
        """
        with self._connection.transaction():
            stored = self._imaged(page_id)
            line_id = None if line is None else stored.line_ids[place_of(stored, line)]
            self._forget_old()
            return self._queue(stored, quad, line_id, languages, engine, priority=URGENT, batch=None)

    def ask_model(self, page_id: str, *, threshold: float, batch: str | None = None) -> list[int]:
        """Have the doubtful lines of a page read by an image model, behind all other reading.

        Lines of a person, and lines that were asked about before, are left out.

        Args:
            page_id: The page.
            threshold: Lines with less confidence are doubtful.
            batch: Names what is asked together, for its progress.

        Returns:
            The numbers of the jobs, in the order of the lines; see :meth:`get`.

        Raises:
            NotFoundError: There is no such page, or it is not read yet.
            RegionError: No image of the page is kept.
        """
        with self._connection.transaction():
            stored = self._imaged(page_id)
            self._forget_old()
            known = {
                each.line_id for each in self.of_page(page_id) if each.engine == MODEL_ENGINE and each.fits
            }
            return [
                self._queue(
                    stored,
                    line.quad,
                    line_id,
                    () if line.language == UNDETERMINED else (line.language,),
                    MODEL_ENGINE,
                    priority=BEHIND_READING,
                    batch=batch,
                )
                for line_id, line in zip(stored.line_ids, stored.reading.lines, strict=True)
                if line_id not in known and line.engine != PERSON and is_doubtful(line, threshold)
            ]

    def get(self, job_id: int) -> Proposal:
        """Return what came of it so far; raises NotFoundError if it was taken, dropped or forgotten."""
        found = self._select("jobs.number = ?", job_id)
        if not found:
            raise NotFoundError(
                "This box is no longer being read.",
                which=f"job {job_id}",
                remedy="Have the box read again.",
            )
        return found[0]

    def of_page(self, page_id: str) -> list[Proposal]:
        """Return what was asked for on a page and neither taken nor dropped, the latest first."""
        return self._select("pages.id = ?", page_id)

    def take(self, job_id: int, *, after: int | str | None = None) -> Correction:
        """Give the line the text of the proposal, or add a line with it: the person stands for it then.

        Args:
            job_id: The job.
            after: The line that an added one follows; None makes it the first.

        Raises:
            NotFoundError: It was taken, dropped or forgotten, or the line is no longer there.
            RegionError: It is not done, has no text, or the page was read anew meanwhile.
        """
        with self._connection.together():  # Taken twice, an added line would stand there twice.
            proposal = self.get(job_id)
            if proposal.state is not JobState.DONE or proposal.line is None or not proposal.fits:
                raise RegionError(
                    "This box cannot be taken: it is not read, holds no text, or the page was read anew"
                    " since.",
                    which=f"job {job_id}",
                    remedy="Have the box read again.",
                )
            page_id, text, author = proposal.page_id, proposal.line.text, self._author
            if proposal.line_id is None:
                made = self._readings.add_line(page_id, text, proposal.quad, after=after, author=author)
            else:
                made = self._readings.correct_line(page_id, proposal.line_id, text, author=author)
            self.drop(job_id)
        return made

    def drop(self, job_id: int) -> None:
        """Forget a box, done or not; one that is being read at this moment is stopped."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM jobs WHERE number = ? AND task = 'read-region'", (job_id,))

    def _imaged(self, page_id: str) -> StoredReading:
        """Return the reading in force of a page whose image is kept."""
        stored = self._readings.required(page_id)
        if stored.image_sha256 is None:
            raise RegionError(
                "No image of this page is kept.", which=page_id, remedy="Have the whole page read again."
            )
        return stored

    def _queue(
        self,
        stored: StoredReading,
        quad: Quad,
        line_id: str | None,
        languages: Sequence[str],
        engine: str | None,
        *,
        priority: int,
        batch: str | None,
    ) -> int:
        payload = {
            "quad": [[x, y] for x, y in quad.points],
            "languages": list(languages),
            "engine": engine,
            "line": line_id,
            "reading": stored.id,
            "image": stored.image_sha256,
        }
        return self._connection.insert(
            "INSERT INTO jobs (page, document, task, payload, batch, priority, position, held, queued_at)"
            " SELECT pages.number, documents.number, 'read-region', :payload, :batch, :priority,"
            " (SELECT coalesce(max(position), 0) FROM jobs) + :step,"
            " documents.paused OR trashed_at IS NOT NULL, :moment FROM pages JOIN documents"
            " ON documents.number = pages.document WHERE pages.id = :page",
            {
                "payload": json.dumps(payload),
                "batch": batch,
                "priority": priority,
                "step": POSITION_STEP,
                "moment": timestamp(self._clock.now()),
                "page": stored.page_id,
            },
        )

    def _forget_old(self) -> None:
        now = self._clock.now()
        self._connection.run(
            "DELETE FROM jobs WHERE task = 'read-region' AND state NOT IN ('queued', 'running')"
            " AND finished_at < CASE json_extract(payload, '$.engine')"
            " WHEN :model THEN :long ELSE :short END",
            {
                "model": MODEL_ENGINE,
                "short": timestamp(max(0.0, now - _KEPT_SECONDS)),
                "long": timestamp(max(0.0, now - _KEPT_OF_MODELS)),
            },
        )

    def _select(self, condition: str, value: int | str) -> list[Proposal]:
        rows = self._connection.rows(
            "SELECT jobs.*, pages.id AS page_id, readings.id AS in_force FROM jobs"
            " JOIN pages ON pages.number = jobs.page LEFT JOIN readings ON readings.number = pages.reading"
            f" WHERE task = 'read-region' AND {condition} ORDER BY jobs.number DESC",
            (value,),
        )
        return [_proposal(row) for row in rows]


def quad_of(payload: dict[str, list[list[float]]]) -> Quad:
    """Return the box that a job is about, in pixels of the page image."""
    a, b, c, d = ((float(x), float(y)) for x, y in payload["quad"])
    return Quad(a, b, c, d)


def _proposal(row: Row) -> Proposal:
    payload = json.loads(row["payload"])
    line = json.loads(row["result"])["line"] if row["result"] else None
    return Proposal(
        job_id=row["number"],
        page_id=row["page_id"],
        line_id=payload["line"],
        quad=quad_of(payload),
        languages=tuple(payload["languages"]),
        engine=payload["engine"],
        state=JobState(row["state"]),
        line=None if line is None else line_from_json(line),
        error_code=row["error_code"] or "",
        error_message=row["error_message"] or "",
        error_remedy=row["error_remedy"] or "",
        fits=payload["reading"] == row["in_force"],
    )
