"""The queue as people see it: what waits, what failed, and the verbs to cancel, retry, reorder and pause.

The workers' side is :class:`engine.library.claims.Claims`, which :class:`Jobs` completes.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from engine.errors import NotFoundError
from engine.library.claims import Claims
from engine.library.clock import timestamp
from engine.library.connection import Row
from engine.library.work import (
    ENDED,
    POSITION_STEP,
    JobRecord,
    JobState,
    QueueOutlook,
    QueueProgress,
    WorkerCrash,
)

RECENT_PAGES = 40
"""By so many of the pages read last the speed is told."""

FEWEST_PAGES = 3
"""With fewer pages no speed is told."""


class Jobs(Claims):
    """Gives out, takes back and counts the work."""

    def cancel(self, jobs: Iterable[int] | None = None, *, document_id: str | None = None) -> int:
        """Cancel jobs by number, or all of a document, or everything; return how many it concerned.

        What waits is cancelled at once; a running one is asked to stop.
        """
        with self._connection.transaction():
            numbers = self._chosen(jobs, document_id, (JobState.QUEUED, JobState.RUNNING))
            for number in numbers:
                self._connection.run(
                    "UPDATE jobs SET cancel_requested = 1 WHERE number = ? AND state = 'running'", (number,)
                )
                self._connection.run(
                    "UPDATE jobs SET state = 'cancelled', finished_at = ? WHERE number = ? AND state ="
                    " 'queued'",
                    (timestamp(self._clock.now()), number),
                )
        return len(numbers)

    def retry(self, jobs: Iterable[int] | None = None, *, document_id: str | None = None) -> int:
        """Queue jobs anew that failed, were cancelled or are dead, their counts wiped; return how many.

        Args:
            jobs: By number; None means all that failed or are dead (of the document, if one is named).
            document_id: Narrows to one document.
        """
        states = (JobState.FAILED, JobState.DEAD) + (
            (JobState.CANCELLED,) if jobs is not None or document_id else ()
        )
        with self._connection.transaction():
            numbers = self._chosen(jobs, document_id, states, pages_only=jobs is None)
            self._queue_anew(numbers)
        return len(numbers)

    def read_again(self, document_id: str, *, page_id: str | None = None, priority: int | None = None) -> int:
        """Queue every page of a document anew, or one of them, also if read; return how many were queued.

        Pages in progress are left alone. Corrections are carried over to the new reading.
        """
        with self._connection.transaction():
            numbers = self._chosen(None, document_id, ENDED, pages_only=True)
            if page_id is not None:
                of_page = self._connection.rows(
                    "SELECT jobs.number FROM jobs JOIN pages ON pages.number = jobs.page WHERE pages.id = ?",
                    (page_id,),
                )
                numbers = sorted(set(numbers) & {row[0] for row in of_page})
            self._queue_anew(numbers)
            if priority is not None:
                self._connection.run_many(
                    "UPDATE jobs SET priority = ? WHERE number = ?",
                    [(priority, number) for number in numbers],
                )
        return len(numbers)

    def reprioritise(self, jobs: Iterable[int], priority: int) -> int:
        """Give waiting jobs another priority (the greater goes first) and return how many."""
        with self._connection.transaction():
            numbers = self._chosen(jobs, None, (JobState.QUEUED,))
            self._connection.run_many(
                "UPDATE jobs SET priority = ? WHERE number = ?", [(priority, number) for number in numbers]
            )
        return len(numbers)

    def move(self, job: int, *, before: int) -> None:
        """Put a waiting job in line directly before another, with that one's priority.

        Raises:
            NotFoundError: One of them does not wait.
        """
        with self._connection.transaction():
            target = self._connection.row(
                "SELECT priority, position FROM jobs WHERE number = ? AND state = 'queued'", (before,)
            )
            if target is None or not self._chosen([job], None, (JobState.QUEUED,)):
                raise NotFoundError(
                    "There is no such job waiting.",
                    which=f"job {before if target is None else job}",
                    remedy="Run 'sanduku jobs list' to see the queue.",
                )
            if job == before:
                return
            self._connection.run(
                "UPDATE jobs SET priority = ?, position = ? WHERE number = ?",
                (target["priority"], self._place_before(before, target, job), job),
            )

    def pause(self, document_id: str | None = None) -> None:
        """Give out no more jobs, of one document or at all; what runs goes on."""
        self._set_paused(document_id, paused=True)

    def resume(self, document_id: str | None = None) -> None:
        """Give out jobs again."""
        self._set_paused(document_id, paused=False)

    def progress(self, batch: str | None = None, *, tasks: Sequence[str] = ("read",)) -> QueueProgress:
        """Count the work by state, of one batch or all; not that of documents in the trash.

        Args:
            batch: What was queued together, or asked for again meanwhile; None for everything.
            tasks: What counts; reading pages alone by default.
        """
        narrowed = "task IN (SELECT value FROM json_each(:tasks)) AND" + (
            ""
            if batch is None
            else " (batch = :batch OR number IN (SELECT job FROM job_askers WHERE asker = :batch)) AND"
        )
        rows = self._connection.rows(
            f"SELECT state, count(*) AS count FROM jobs WHERE {narrowed} document NOT IN"
            " (SELECT number FROM documents WHERE trashed_at IS NOT NULL) GROUP BY state",
            {"batch": batch, "tasks": json.dumps(list(tasks))},
        )
        return QueueProgress(**{row["state"]: row["count"] for row in rows})

    def outlook(self) -> QueueOutlook:
        """Tell how long what waits will take, by the time that the last pages took."""
        counts = self._connection.row(
            "SELECT count(CASE WHEN state = 'queued' AND held = 0 THEN 1 END) AS waiting,"
            " count(CASE WHEN state = 'running' THEN 1 END) AS running FROM jobs"
            " WHERE state IN ('queued', 'running') AND task = 'read'"
        )
        rows = self._connection.rows(
            "SELECT (julianday(finished_at) - julianday(started_at)) * 86400 AS seconds FROM jobs"
            " INDEXED BY jobs_lately_done WHERE state = 'done' AND task = 'read'"
            f" ORDER BY finished_at DESC LIMIT {RECENT_PAGES}"
        )
        assert counts is not None
        waiting, running = counts["waiting"], counts["running"]
        # A clock that was put back in the middle of a page tells nothing.
        seconds = [row["seconds"] for row in rows if row["seconds"] is not None and row["seconds"] >= 0]
        each = sum(seconds) / len(seconds) if len(seconds) >= FEWEST_PAGES else None
        known = each is not None and each > 0
        return QueueOutlook(
            waiting=waiting,
            running=running,
            paused=self.paused,
            seconds_per_page=each,
            pages_per_minute=60.0 * max(1, running) / each if each is not None and known else None,
            seconds_left=None if each is None else each * (waiting + running / 2) / max(1, running),
        )

    def told(self, job: int) -> str:
        """Return what a running job has made so far; empty before there is anything and after it ended."""
        text: str | None = self._connection.value("SELECT text FROM job_progress WHERE job = ?", (job,))
        return text or ""

    def result(self, job: int) -> dict[str, Any] | None:
        """Return what a job that is done tells, as plain JSON values; None if it tells nothing."""
        text = self._connection.value("SELECT result FROM jobs WHERE number = ?", (job,))
        found: dict[str, Any] | None = json.loads(text) if text else None
        return found

    def crash_reports(self, *, since: str = "", limit: int = 20) -> list[WorkerCrash]:
        """Return the workers that crashed, the latest first.

        Args:
            since: Only after this moment, ISO 8601 in UTC.
            limit: At most so many.
        """
        rows = self._connection.rows(
            "SELECT at, owner, message, jobs FROM worker_crashes WHERE at > ? ORDER BY number DESC LIMIT ?",
            (since, limit),
        )
        return [WorkerCrash(row["at"], row["owner"], row["message"], row["jobs"]) for row in rows]

    def find(
        self,
        states: Sequence[JobState] = (),
        *,
        document_id: str | None = None,
        task: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[JobRecord]:
        """Return jobs in certain states, or in any: the running first, then as they will be done.

        Args:
            states: None of them means all.
            document_id: Narrows to one document.
            task: Narrows to ``read``, ``read-region`` or one of :class:`engine.answer.AnswerTask`.
            limit: At most so many.
            offset: Leave out so many of the first.
        """
        # The plus keeps SQLite from looking the states up and then sorting all that it finds.
        conditions = ["+state IN (SELECT value FROM json_each(:states))"] if states else []
        if document_id is not None:
            conditions.append("jobs.document = (SELECT number FROM documents WHERE id = :document)")
        if task is not None:
            conditions.append("+task = :task")
        rows = self._connection.rows(
            f"{_SELECT_RECORD} WHERE {' AND '.join(conditions) or 'TRUE'}"
            " ORDER BY state <> 'running', state <> 'queued', priority DESC, position, jobs.number"
            " LIMIT :limit OFFSET :offset",
            {
                "states": json.dumps([state.value for state in states]),
                "document": document_id,
                "task": task,
                "limit": limit,
                "offset": offset,
            },
        )
        return [_record(row) for row in rows]

    def get(self, job: int) -> JobRecord:
        """Return a job by its number; raises NotFoundError."""
        row = self._connection.row(f"{_SELECT_RECORD} WHERE jobs.number = ?", (job,))
        if row is None:
            raise NotFoundError(
                "There is no such job.",
                which=f"job {job}",
                remedy="Run 'sanduku jobs list' to see the queue.",
            )
        return _record(row)

    def set_held(self, document: int) -> None:
        """Hold back or let go a document's jobs, as its own state asks; within a transaction."""
        self._connection.run(
            "UPDATE jobs SET held = (SELECT paused OR trashed_at IS NOT NULL FROM documents WHERE number ="
            " :document) WHERE document = :document",
            {"document": document},
        )

    def _place_before(self, number: int, target: Row, job: int) -> int:
        """Return a free position directly before a waiting job; where there is none, one is made."""
        known = {**dict(target), "target": number, "job": job, "step": POSITION_STEP}
        # Written as the index jobs_as_listed has it.
        waiting = "(state <> 'running') = 1 AND (state <> 'queued') = 0 AND priority = :priority"
        last = self._connection.value(
            f"SELECT position FROM jobs WHERE {waiting} AND position <= :position AND number <> :job"
            " AND NOT (position = :position AND number >= :target) ORDER BY position DESC LIMIT 1",
            known,
        )
        position: int = target["position"]
        free = 2 * POSITION_STEP if last is None else position - last
        if free >= 2:
            return position - free // 2
        self._connection.run(
            f"UPDATE jobs SET position = position + :step WHERE {waiting}"
            " AND (position > :position OR (position = :position AND number >= :target))",
            known,
        )
        return position + POSITION_STEP // 2

    def _set_paused(self, document_id: str | None, *, paused: bool) -> None:
        with self._connection.transaction():
            if document_id is None:
                self._connection.run("UPDATE library SET queue_paused = ?", (paused,))
                return
            number = self._document(document_id)
            self._connection.run("UPDATE documents SET paused = ? WHERE number = ?", (paused, number))
            self.set_held(number)

    def _document(self, document_id: str) -> int:
        number = self._connection.value("SELECT number FROM documents WHERE id = ?", (document_id,))
        if number is None:
            raise NotFoundError("There is no such document.", which=document_id)
        return int(number)

    def _chosen(
        self,
        jobs: Iterable[int] | None,
        document_id: str | None,
        states: Sequence[JobState],
        *,
        pages_only: bool = False,
    ) -> list[int]:
        """Return the numbers of the jobs that are meant and stand in one of the states."""
        document = None if document_id is None else self._document(document_id)
        rows = self._connection.rows(
            "SELECT number FROM jobs WHERE state IN (SELECT value FROM json_each(:states))"
            " AND (:document IS NULL OR document = :document) AND (task = 'read' OR NOT :pages_only)"
            " AND (:jobs IS NULL OR number IN (SELECT value FROM json_each(:jobs)))",
            {
                "states": json.dumps([state.value for state in states]),
                "document": document,
                "pages_only": pages_only,
                "jobs": None if jobs is None else json.dumps(list(jobs)),
            },
        )
        return [row[0] for row in rows]

    def _queue_anew(self, numbers: list[int]) -> None:
        moment = timestamp(self._clock.now())
        self._connection.run_many(
            "UPDATE jobs SET state = 'queued', attempts = 0, errors = 0, crashes = 0, not_before = 0,"
            " queued_at = ?, finished_at = NULL, error_code = NULL, error_message = NULL, error_remedy ="
            " NULL WHERE number = ?",
            [(moment, number) for number in numbers],
        )


_SELECT_RECORD = """
    SELECT jobs.*, documents.id AS document_id, documents.name AS document_name, pages.page_index
    FROM jobs JOIN documents ON documents.number = jobs.document JOIN pages ON pages.number = jobs.page
"""


def _record(row: Row) -> JobRecord:
    return JobRecord(
        id=row["number"],
        document_id=row["document_id"],
        document_name=row["document_name"],
        page_index=row["page_index"],
        task=row["task"],
        state=JobState(row["state"]),
        priority=row["priority"],
        held=bool(row["held"]),
        attempts=row["attempts"],
        errors=row["errors"],
        crashes=row["crashes"],
        owner=row["owner"],
        cancel_requested=bool(row["cancel_requested"]),
        error_code=row["error_code"],
        error_message=row["error_message"],
        error_remedy=row["error_remedy"],
        queued_at=row["queued_at"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        not_before=row["not_before"],
    )
