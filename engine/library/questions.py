"""Asking an image model about pages: what is asked becomes jobs, and a job can be followed while it runs.

What a person waits for goes before everything else, also while the queue is paused; what is asked of many
pages at once goes behind the reading. The same asked twice is done once while it still waits,
and is done until all who asked have taken it back.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.answer import AnswerTask
from engine.canonical import canonical_json
from engine.errors import NotFoundError
from engine.library.answers import Answers, StoredAnswer
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection
from engine.library.errors import AnswerError
from engine.library.jobs import Jobs
from engine.library.work import BEHIND_READING, POSITION_STEP, URGENT, JobRecord, JobState

_KEPT_SECONDS = 7 * 86400.0
"""For so long the queue remembers what came of such a job; answers are kept for good."""

TASKS = tuple(task.value for task in AnswerTask)


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of asking about some pages.

    Attributes:
        jobs: Their numbers, in the order of the pages; equal work that waits already is among them.
        unread: Ids of pages that nothing can be asked about, since they are not read yet.
        asker: Names who asked, to take it back: the batch, or a name that was made for this.
    """

    jobs: tuple[int, ...]
    unread: tuple[str, ...]
    asker: str


@dataclass(frozen=True, slots=True)
class Asking:
    """How far an answer is.

    Attributes:
        job: Where its job stands, with the error if there was one.
        told: What the model has said so far, while it speaks; not yet looked over by any guard.
        answer: Once it is done; None before, and for what ends without an answer, such as a vector.
    """

    job: JobRecord
    told: str
    answer: StoredAnswer | None


class Questions:
    """Queues what is asked, and follows it."""

    def __init__(
        self,
        connection: Connection,
        jobs: Jobs,
        answers: Answers,
        clock: Clock,
        *,
        new_id: Callable[[], str],
        author: str,
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            jobs: The queue.
            answers: Where answers are kept.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
            author: Who asks.
        """
        self._connection = connection
        self._jobs = jobs
        self._answers = answers
        self._clock = clock
        self._new_id = new_id
        self._author = author

    def ask(
        self,
        page_ids: Sequence[str],
        task: AnswerTask,
        *,
        wishes: Mapping[str, Any] | None = None,
        waiting: bool = False,
        batch: str | None = None,
    ) -> Asked:
        """Ask about pages.

        Args:
            page_ids: The pages.
            task: What is asked for.
            wishes: How, as plain JSON values: ``question``, ``style``, ``language``, ``schema``, ``profile``,
                ``pack``, ``precision``; whatever is missing is as usual.
            waiting: Whether a person waits for it.
            batch: Names what is asked together, for its progress.

        Raises:
            NotFoundError: There is no such page.
        """
        numbers, unread, asker = [], [], batch or self._new_id()
        asked = dict(wishes or {})
        with self._connection.transaction():
            self._forget_old()
            for page_id in page_ids:
                row = self._connection.row(
                    "SELECT pages.number, image_sha256 FROM pages LEFT JOIN readings"
                    " ON readings.number = pages.reading WHERE pages.id = ?",
                    (page_id,),
                )
                if row is None:
                    raise NotFoundError("There is no such page.", which=page_id)
                if row["image_sha256"] is None:
                    unread.append(page_id)
                else:
                    priority = URGENT if waiting else BEHIND_READING
                    number = self._queue(page_id, task, asked, priority, batch)
                    self._connection.run(
                        "INSERT OR IGNORE INTO job_askers (job, asker) VALUES (?, ?)", (number, asker)
                    )
                    numbers.append(number)
        return Asked(tuple(numbers), tuple(unread), asker)

    def withdraw(self, jobs: Iterable[int], asker: str) -> int:
        """Take back what somebody asked for; return how many jobs were cancelled.

        What somebody else has asked for as well is done all the same.

        Args:
            jobs: Their numbers.
            asker: Who asked for them, as :class:`Asked` or the batch names it.
        """
        numbers = list(jobs)
        with self._connection.together():
            with self._connection.transaction():
                self._connection.run_many(
                    "DELETE FROM job_askers WHERE job = ? AND asker = ?",
                    [(number, asker) for number in numbers],
                )
            alone = [
                number
                for number in numbers
                if not self._connection.value("SELECT count(*) FROM job_askers WHERE job = ?", (number,))
            ]
            return self._jobs.cancel(alone)

    def ask_one(
        self,
        page_id: str,
        task: AnswerTask,
        *,
        wishes: Mapping[str, Any] | None = None,
        batch: str | None = None,
    ) -> int:
        """Ask about one page, for a person who waits; return the number of the job.

        Args:
            page_id: The page.
            task: What is asked for.
            wishes: How; see :meth:`ask`.
            batch: Names who asks, to take it back with :meth:`withdraw`.

        Raises:
            NotFoundError: There is no such page.
            AnswerError: The page is not read yet, so there is no image of it.
        """
        asked = self.ask([page_id], task, wishes=wishes, waiting=True, batch=batch)
        if not asked.jobs:
            raise AnswerError(
                "This page is not read yet, and nothing can be asked about it before.",
                which=page_id,
                remedy="Wait until it is read, or read it with 'sanduku work'.",
            )
        return asked.jobs[0]

    def follow(self, job_id: int) -> Asking:
        """Tell how far an answer is; raises NotFoundError once its job is forgotten."""
        job = self._jobs.get(job_id)
        result = self._jobs.result(job_id) if job.state is JobState.DONE else None
        answer_id = None if result is None else result.get("answer")
        return Asking(job, self._jobs.told(job_id), self._answers.get(answer_id) if answer_id else None)

    def _queue(
        self, page_id: str, task: AnswerTask, wishes: dict[str, Any], priority: int, batch: str | None
    ) -> int:
        digest = hashlib.sha256(canonical_json(wishes).encode()).hexdigest()
        key = f"{task.value} {page_id} {digest}"
        known = self._connection.row("SELECT number, state FROM jobs WHERE idempotency_key = ?", (key,))
        if known is not None and known["state"] in (JobState.QUEUED, JobState.RUNNING):
            self._connection.run(
                "UPDATE jobs SET priority = max(priority, ?) WHERE number = ?", (priority, known["number"])
            )
            return int(known["number"])
        # What has ended may be asked anew: another pack may be installed by now.
        self._connection.run("UPDATE jobs SET idempotency_key = NULL WHERE idempotency_key = ?", (key,))
        return self._connection.insert(
            "INSERT INTO jobs (page, document, task, payload, idempotency_key, batch, priority, position,"
            " held, queued_at) SELECT pages.number, documents.number, :task, :payload, :key, :batch,"
            " :priority, (SELECT coalesce(max(position), 0) FROM jobs) + :step,"
            " documents.paused OR trashed_at IS NOT NULL, :moment FROM pages JOIN documents"
            " ON documents.number = pages.document WHERE pages.id = :page",
            {
                "task": task.value,
                "payload": json.dumps({**wishes, "author": self._author}, ensure_ascii=False),
                "key": key,
                "batch": batch,
                "priority": priority,
                "step": POSITION_STEP,
                "moment": timestamp(self._clock.now()),
                "page": page_id,
            },
        )

    def _forget_old(self) -> None:
        limit = timestamp(max(0.0, self._clock.now() - _KEPT_SECONDS))
        self._connection.run(
            "DELETE FROM jobs WHERE task IN (SELECT value FROM json_each(?))"
            " AND state NOT IN ('queued', 'running') AND finished_at < ?",
            (json.dumps(TASKS), limit),
        )
