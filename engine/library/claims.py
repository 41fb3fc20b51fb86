"""The workers' side of the queue: claim a job, keep it, and end it with a result or an error.

A job goes queued → running → done, failed, cancelled or dead, and back to queued by a retry. Whoever claims
it gets a fencing token; a result that comes with an old token is refused. A worker that vanishes costs its
job a crash; three crashes make it dead, with the reason kept, so that no page can take the workers down for
ever. An error that may pass is tried again later, each time after a longer pause.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from engine.library.adjustments import adjustment_of
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import LeaseLostError
from engine.library.leases import Lease, LeaseWatch
from engine.library.readings import PageResultRef, Readings
from engine.library.work import URGENT, Job, JobState
from engine.reading import Line, Reading, line_to_json

MAX_CRASHES = 3
MAX_ERRORS = 5
FIRST_PAUSE = 5.0
LONGEST_PAUSE = 3600.0
_DEAD_REMEDY = "Try it again with 'sanduku jobs retry', or convert the file to another format."
_DEAD_REMEDY_OF_MODEL = "Try it again with 'sanduku jobs retry', or with a smaller or another model pack."
MODEL_ENGINE = "image-text"
"""Name of the engine by which a box of a page is read with an image model."""

# Whether a job wants an image model in memory.
_WANTS_MODEL = (
    "(task NOT IN ('read', 'read-region')"
    f" OR (task = 'read-region' AND json_extract(payload, '$.engine') = '{MODEL_ENGINE}'))"
)
# Whether another worker has an image model in memory, or is at work with it. A moment that lies impossibly
# far ahead was set before the clock was put back.
_MODEL_IS_ELSEWHERE = (
    "EXISTS (SELECT 1 FROM model_holder WHERE owner <> :owner AND (until BETWEEN :now AND :now + :longest"
    " OR EXISTS (SELECT 1 FROM jobs WHERE state = 'running' AND owner = model_holder.owner"
    f" AND {_WANTS_MODEL})))"
)
# The first in line that is past its pause.
_NEXT = (
    "SELECT number FROM jobs INDEXED BY jobs_in_line WHERE state = 'queued' AND held = 0"
    " AND (not_before <= :now OR not_before > :now + :longest)"
    f" AND NOT ({_WANTS_MODEL} AND {_MODEL_IS_ELSEWHERE})"
    " ORDER BY priority DESC, position, number LIMIT 1"
)
# What a person waits for at this very moment is done although the queue is paused.
_URGENT_ALONE = f"task <> 'read' AND priority >= {URGENT}"
_NEXT_WHILE_PAUSED = _NEXT.replace(" ORDER BY", f" AND {_URGENT_ALONE} ORDER BY")
CRASHES_KEPT = 200


class Claims:
    """The workers' side of the queue."""

    def __init__(self, connection: Connection, readings: Readings, clock: Clock) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            readings: Where results go.
            clock: Tells the time.
        """
        self._connection = connection
        self._readings = readings
        self._clock = clock
        self._watch = LeaseWatch(clock)

    def claim(self, owner: str, *, lease_seconds: float) -> Job | None:
        """Take the next job in line, or None if there is none to do now.

        Args:
            owner: Names the worker, differently for each process.
            lease_seconds: How long the job is this worker's unless it renews.
        """
        self.reap()
        now = self._clock.now()
        ready = {"now": now, "longest": LONGEST_PAUSE, "owner": owner}
        # A look without the lock first: workers that wait for work ask often.
        first = _NEXT_WHILE_PAUSED if self.paused else _NEXT
        if self._connection.value(first, ready) is None:
            return None
        with self._connection.transaction():
            number = self._connection.value(
                "UPDATE jobs SET state = 'running', owner = :owner, token = token + 1, attempts = attempts"
                " + 1, lease_seconds = :lease, lease_until = :now + :lease, started_at = :moment,"
                f" finished_at = NULL WHERE number = ({first})"
                f" AND (({_URGENT_ALONE}) OR NOT (SELECT queue_paused FROM library)) RETURNING number",
                {**ready, "lease": lease_seconds, "moment": timestamp(now)},
            )
            if number is None:
                return None
            if self._connection.value(f"SELECT {_WANTS_MODEL} FROM jobs WHERE number = ?", (number,)):
                self._set_holder(owner, now + lease_seconds)
            row = self._connection.row(
                "SELECT jobs.number, documents.id AS document_id, pages.id AS page_id, page_index,"
                " page_key, task, attempts, token, payload, sha256, password, name, media_type, owner,"
                " lease_seconds, quarter_turns, corners FROM jobs JOIN pages ON pages.number = jobs.page"
                " JOIN documents ON documents.number = jobs.document LEFT JOIN page_adjustments ON"
                " page_adjustments.number = (SELECT max(number) FROM page_adjustments WHERE page = jobs.page)"
                " WHERE jobs.number = ?",
                (number,),
            )
        return _job(row)

    def keep_model(self, owner: str, *, seconds: float) -> None:
        """Tell that a worker keeps its image model in memory, so that no other opens one meanwhile.

        Args:
            owner: As it claims.
            seconds: For how long at the most; work that it claims later counts anew.
        """
        with self._connection.transaction():
            self._set_holder(owner, self._clock.now() + seconds)

    def let_model_go(self, owner: str) -> None:
        """Tell that a worker has no image model in memory any more."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM model_holder WHERE owner = ?", (owner,))

    def tell_progress(self, job: Job, text: str) -> None:
        """Show what a running job has made so far, until the job ends; told too late, it is not shown."""
        with self._connection.transaction():
            if self._holds(job):
                self._connection.run(
                    "INSERT INTO job_progress (job, text) VALUES (?, ?)"
                    " ON CONFLICT (job) DO UPDATE SET text = excluded.text",
                    (job.id, text),
                )

    @property
    def paused(self) -> bool:
        """Whether the whole queue is paused."""
        return bool(self._connection.value("SELECT queue_paused FROM library"))

    def renew(self, job: Job) -> bool:
        """Keep a claimed job for another lease; False if it was lost or if the worker is asked to stop."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE jobs SET lease_until = ? + lease_seconds WHERE number = ? AND state = 'running' AND"
                " token = ?",
                (self._clock.now(), job.id, job.token),
            )
            return self._holds(job) and not self.cancel_requested(job)

    def cancel_requested(self, job: Job) -> bool:
        """Return whether a person asked to stop this very job."""
        return bool(
            self._connection.value(
                "SELECT 1 FROM jobs WHERE number = ? AND state = 'running' AND token = ? AND"
                " cancel_requested = 1",
                (job.id, job.token),
            )
        )

    def complete(self, job: Job, reading: Reading, *, image: bytes | None, thumbnail: bytes | None) -> str:
        """Store the result of a job and end it, in one transaction; return the id of the reading.

        Args:
            job: As claimed.
            reading: What was read.
            image: The upright page image, encoded.
            thumbnail: Its small image, encoded.

        Raises:
            LeaseLostError: The job is no longer this worker's; nothing was stored.
            DiskFullError: There was no room even without the ballast; nothing was stored.
        """
        if not self._holds(job):
            raise self._lost(job)
        return self._connection.finish(lambda: self._complete(job, reading, image, thumbnail))

    def complete_from_cache(self, job: Job, ref: PageResultRef) -> str:
        """End a job with a result that the library has already; raises LeaseLostError."""
        with self._connection.transaction():
            self._end_as_done(job)
            return self._readings.put_in_force(job.page_id, ref)

    def complete_region(self, job: Job, line: Line | None) -> None:
        """End the reading of a box with what was read there, for a person to judge.

        Args:
            job: As claimed.
            line: What was read, in pixels of the page image; None if there is no text.

        Raises:
            LeaseLostError: The job is no longer this worker's; nothing was stored.
        """
        self.complete_with(job, lambda: {"line": None if line is None else line_to_json(line)})

    def complete_with(self, job: Job, store: Callable[[], dict[str, Any]]) -> None:
        """End a job and store what came of it, in one transaction.

        Args:
            job: As claimed.
            store: Writes what came of it, within the transaction, and returns what the job itself is to tell,
                as plain JSON values.

        Raises:
            LeaseLostError: The job is no longer this worker's; nothing was stored.
            DiskFullError: There was no room even without the ballast; nothing was stored.
        """

        def work() -> None:
            with self._connection.transaction():
                self._end_as_done(job)
                result = json.dumps(store(), ensure_ascii=False)
                self._connection.run("UPDATE jobs SET result = ? WHERE number = ?", (result, job.id))

        self._connection.finish(work)

    def fail(self, job: Job, error_code: str, message: str, remedy: str, *, retryable: bool) -> JobState:
        """End an attempt with an error and return where the job stands then.

        Args:
            job: As claimed.
            error_code: Stable name of the error.
            message: What happened.
            remedy: What the person can do.
            retryable: Whether it may pass; then the job is tried again after a pause, five times in all.

        Raises:
            LeaseLostError: The job is no longer this worker's.
        """
        now = self._clock.now()
        with self._connection.transaction():
            row = self._held(job)
            if row["cancel_requested"]:
                return self._leave(job.id, JobState.CANCELLED)
            errors = row["errors"] + 1
            again = retryable and errors < MAX_ERRORS
            self._connection.run(
                "UPDATE jobs SET errors = ?, error_code = ?, error_message = ?, error_remedy = ?,"
                " not_before = ? WHERE number = ?",
                (errors, error_code, message, remedy, now + _pause(errors) if again else 0, job.id),
            )
            if not again:
                self._tell_unreadable(job.id)
            return self._leave(job.id, JobState.QUEUED if again else JobState.FAILED)

    def release(self, job: Job) -> JobState:
        """Give a job back undone, as when the worker is asked to end; the attempt does not count.

        A job whose cancelling was asked for becomes cancelled.

        Raises:
            LeaseLostError: The job is no longer this worker's.
        """
        with self._connection.transaction():
            row = self._held(job)
            self._connection.run("UPDATE jobs SET attempts = attempts - 1 WHERE number = ?", (job.id,))
            return self._leave(job.id, JobState.CANCELLED if row["cancel_requested"] else JobState.QUEUED)

    def crashed(self, owner: str, reason: str) -> int:
        """Take back what a worker had that is known to be dead, without waiting for its lease to run out.

        Args:
            owner: As it claimed.
            reason: How it ended, such as ``signal 11``; kept with the job.

        Returns:
            How many jobs it had.
        """
        with self._connection.transaction():
            rows = self._connection.rows(
                "SELECT number FROM jobs WHERE state = 'running' AND owner = ?", (owner,)
            )
            for row in rows:
                self._count_crash(row["number"], reason)
            self._connection.run("DELETE FROM model_holder WHERE owner = ?", (owner,))
            self._remember_crash(owner, reason, len(rows))
        return len(rows)

    def tell_what_was_not_told(self) -> int:
        """Note in the change log which pages could not be read and are not told of; return how many.

        An earlier Sanduku told of none. Headquarters takes a page of which it hears nothing for one that
        is still to be read.
        """
        with self._connection.transaction():
            rows = self._connection.rows(
                "SELECT jobs.number FROM jobs JOIN pages ON pages.number = jobs.page"
                " WHERE state IN ('failed', 'dead') AND task = 'read' AND pages.reading IS NULL"
                " AND NOT EXISTS (SELECT 1 FROM changes JOIN documents ON documents.id = document_id"
                " WHERE documents.number = jobs.document AND entity = 'page' AND kind = 'unreadable'"
                " AND entity_id = pages.id) ORDER BY jobs.number"
            )
            for row in rows:
                self._tell_unreadable(row["number"])
        return len(rows)

    def reap(self) -> int:
        """Take back the jobs whose leases have run out, and return how many."""
        expired = self._watch.expired(self._leases())
        if not expired:
            return 0
        count = 0
        with self._connection.transaction():
            present = set(self._leases())  # Within the lock: one may have been renewed just now.
            for lease in expired:
                if lease in present:
                    owner = self._connection.value("SELECT owner FROM jobs WHERE number = ?", (lease.job,))
                    self._count_crash(lease.job, "The worker vanished.")
                    self._connection.run("DELETE FROM model_holder WHERE owner = ?", (owner,))
                    self._remember_crash(owner, "The worker vanished.", 1)
                    count += 1
        return count

    def _complete(self, job: Job, reading: Reading, image: bytes | None, thumbnail: bytes | None) -> str:
        while True:
            stored = self._readings.store_images(image, thumbnail)
            with self._connection.transaction():
                # As with documents: within the lock no file that is there can vanish.
                if self._readings.images_are_stored(stored):
                    self._end_as_done(job)
                    return self._readings.put(job.page_id, reading, stored)

    def _end_as_done(self, job: Job) -> None:
        self._held(job)
        self._connection.run(
            "UPDATE jobs SET error_code = NULL, error_message = NULL, error_remedy = NULL WHERE number = ?",
            (job.id,),
        )
        self._leave(job.id, JobState.DONE)

    def _holds(self, job: Job) -> bool:
        return bool(
            self._connection.value(
                "SELECT 1 FROM jobs WHERE number = ? AND state = 'running' AND token = ?", (job.id, job.token)
            )
        )

    def _held(self, job: Job) -> Row:
        row = self._connection.row(
            "SELECT * FROM jobs WHERE number = ? AND state = 'running' AND token = ?", (job.id, job.token)
        )
        if row is None:
            raise self._lost(job)
        return row

    def _lost(self, job: Job) -> LeaseLostError:
        return LeaseLostError(
            "This page was given to another worker or taken back meanwhile; this result was not stored.",
            which=f"{job.name}, page {job.page_index + 1}",
            remedy="Nothing needs to be done.",
        )

    def _leave(self, number: int, state: JobState) -> JobState:
        """Take a running job out of its worker's hands."""
        finished = None if state == JobState.QUEUED else timestamp(self._clock.now())
        self._connection.run(
            "UPDATE jobs SET state = ?, finished_at = ?, owner = NULL, lease_seconds = NULL, lease_until ="
            " NULL, cancel_requested = 0 WHERE number = ?",
            (state.value, finished, number),
        )
        return state

    def _count_crash(self, number: int, reason: str) -> None:
        row = self._connection.row(
            f"SELECT crashes, cancel_requested, {_WANTS_MODEL} AS modelled FROM jobs WHERE number = ?",
            (number,),
        )
        assert row is not None
        dead_remedy = _DEAD_REMEDY_OF_MODEL if row["modelled"] else _DEAD_REMEDY
        work = "Looking at" if row["modelled"] else "Reading"
        crashes = row["crashes"] + 1
        dead = crashes >= MAX_CRASHES
        self._connection.run(
            "UPDATE jobs SET crashes = ?, not_before = ?, error_code = 'worker.crashed', error_message = ?,"
            " error_remedy = ? WHERE number = ?",
            (
                crashes,
                0 if dead else self._clock.now() + _pause(crashes),
                f"{work} this page ended its worker (time {crashes} of {MAX_CRASHES}). {reason}",
                dead_remedy if dead else "",
                number,
            ),
        )
        if row["cancel_requested"]:
            self._leave(number, JobState.CANCELLED)
        else:
            if dead:
                self._tell_unreadable(number)
            self._leave(number, JobState.DEAD if dead else JobState.QUEUED)

    def _tell_unreadable(self, number: int) -> None:
        """Note in the change log that a page could not be read; of other jobs nothing is told."""
        row = self._connection.row(
            "SELECT pages.id, error_code FROM jobs JOIN pages ON pages.number = jobs.page"
            " WHERE jobs.number = ? AND task = 'read'",
            (number,),
        )
        if row is not None:
            self._readings.tell_unreadable(row["id"], row["error_code"] or "")

    def _remember_crash(self, owner: str, message: str, jobs: int) -> None:
        self._connection.run(
            "INSERT INTO worker_crashes (at, owner, message, jobs) VALUES (?, ?, ?, ?)",
            (timestamp(self._clock.now()), owner, message, jobs),
        )
        self._connection.run(
            "DELETE FROM worker_crashes WHERE number <= (SELECT max(number) FROM worker_crashes) - ?",
            (CRASHES_KEPT,),
        )

    def _set_holder(self, owner: str, until: float) -> None:
        self._connection.run(
            "INSERT INTO model_holder (only, owner, until) VALUES (1, ?, ?)"
            " ON CONFLICT (only) DO UPDATE SET owner = excluded.owner, until = excluded.until",
            (owner, until),
        )

    def _leases(self) -> Iterator[Lease]:
        for row in self._connection.rows(
            "SELECT number, token, lease_seconds, lease_until FROM jobs WHERE state = 'running'"
        ):
            yield Lease(row["number"], row["token"], row["lease_seconds"], row["lease_until"])


def _pause(times: int) -> float:
    """Seconds to wait before the next attempt: 5, 10, 20, … up to an hour."""
    return min(FIRST_PAUSE * 2.0 ** (times - 1), LONGEST_PAUSE)


def _job(row: Row) -> Job:
    return Job(
        id=row["number"],
        document_id=row["document_id"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        page_key=row["page_key"],
        task=row["task"],
        attempt=row["attempts"],
        token=row["token"],
        payload=json.loads(row["payload"]),
        sha256=row["sha256"],
        password=row["password"],
        name=row["name"],
        media_type=row["media_type"],
        owner=row["owner"],
        lease_seconds=row["lease_seconds"],
        adjustment=adjustment_of(row["quarter_turns"], row["corners"]),
    )
