"""The queue against a simple model of itself, whatever workers, people and clocks do."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.geometry import Transform
from engine.library import (
    Job,
    JobState,
    LeaseLostError,
    NewDocument,
    Protection,
    create_library,
    open_library,
)
from engine.library.claims import LONGEST_PAUSE, MAX_CRASHES, MAX_ERRORS
from engine.reading import Origin, Reading
from engine.settings import LibrarySettings

LEASE = 60.0
READING = Reading("p", 10, 10, Transform.identity(), Origin.RECOGNISED, ())


class Clock:
    def __init__(self):
        self.wall, self.steady = 1_800_000_000.0, 0.0

    def now(self):
        return self.wall

    def monotonic(self):
        return self.steady


@dataclass
class Model:
    """A job as it should stand."""

    id: int
    priority: int
    order: int
    state: str = "queued"
    token: int = 0
    errors: int = 0
    crashes: int = 0
    not_before: float = 0.0
    until: float = 0.0
    seen_at: float | None = None
    cancel: bool = False
    claims: list[Job] = field(default_factory=list)


class Queue(RuleBasedStateMachine):
    """Two connections, as two processes would have them; the first is the one that watches leases."""

    @initialize()
    def make(self):
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        plain = LibrarySettings(ballast_megabytes=0)
        self.library = create_library(
            self.folder / "library", protection=Protection(encrypted=False), clock=self.clock, settings=plain
        ).library
        self.other = open_library(self.folder / "library", clock=self.clock, settings=plain)
        self.jobs: dict[int, Model] = {}
        self.paused = False
        self.added = 0

    def teardown(self):
        if hasattr(self, "library"):
            self.library.close()
            self.other.close()
            shutil.rmtree(self.folder)

    @precondition(lambda self: self.added < 6)
    @rule(pages=st.integers(1, 3), priority=st.integers(-1, 1))
    def add_a_document(self, pages, priority):
        self.added += 1
        self.library.documents.add(
            NewDocument("d", "image/png", pages, f"{self.added}".encode(), priority=priority)
        )
        for record in self.library.jobs.find(limit=1000):
            if record.id not in self.jobs:
                self.jobs[record.id] = Model(record.id, priority, record.id)

    def reaped(self):
        """Leases run out by the wall clock, or unrenewed for long by this process's own time."""
        for job in self.jobs.values():
            if job.state != "running":
                continue
            if job.seen_at is None:
                job.seen_at = self.clock.steady
            if self.clock.wall >= job.until or self.clock.steady - job.seen_at >= LEASE:
                self.crash(job)

    def crash(self, job):
        job.crashes += 1
        dead = job.crashes >= MAX_CRASHES
        job.not_before = 0 if dead else self.clock.wall + min(5 * 2 ** (job.crashes - 1), LONGEST_PAUSE)
        job.state = "cancelled" if job.cancel else "dead" if dead else "queued"
        job.cancel = False

    @rule(owner=st.sampled_from(["a", "b"]))
    def claim(self, owner):
        self.reaped()
        now = self.clock.wall
        ready = [
            job
            for job in self.jobs.values()
            if job.state == "queued" and not now < job.not_before <= now + LONGEST_PAUSE
        ]
        claimed = self.library.jobs.claim(owner, lease_seconds=LEASE)
        if self.paused or not ready:
            assert claimed is None
            return
        expected = min(ready, key=lambda job: (-job.priority, job.order))
        assert claimed is not None
        assert claimed.id == expected.id
        expected.token += 1
        assert claimed.token == expected.token
        expected.state, expected.until, expected.seen_at = "running", now + LEASE, None
        expected.claims.append(claimed)

    def a_claim(self, data):
        """Any claim ever made, as a slow worker may come with an old one."""
        claims = [claim for job in self.jobs.values() for claim in job.claims]
        claim = data.draw(st.sampled_from(claims))
        job = self.jobs[claim.id]
        return claim, job, job.state == "running" and claim.token == job.token

    @precondition(lambda self: any(job.claims for job in self.jobs.values()))
    @rule(data=st.data())
    def complete(self, data):
        claim, job, valid = self.a_claim(data)
        if valid:
            self.other.jobs.complete(claim, READING, image=None, thumbnail=None)
            job.state, job.cancel = "done", False
        else:
            with pytest.raises(LeaseLostError):
                self.other.jobs.complete(claim, READING, image=b"never", thumbnail=None)

    @precondition(lambda self: any(job.claims for job in self.jobs.values()))
    @rule(data=st.data(), retryable=st.booleans())
    def fail(self, data, retryable):
        claim, job, valid = self.a_claim(data)
        if not valid:
            with pytest.raises(LeaseLostError):
                self.other.jobs.fail(claim, "x", "what", "remedy", retryable=retryable)
            return
        state = self.other.jobs.fail(claim, "x", "what", "remedy", retryable=retryable)
        if job.cancel:
            job.state, job.cancel = "cancelled", False
        else:
            job.errors += 1
            again = retryable and job.errors < MAX_ERRORS
            job.not_before = self.clock.wall + 5 * 2 ** (job.errors - 1) if again else 0
            job.state = "queued" if again else "failed"
        assert state == job.state

    @precondition(lambda self: any(job.claims for job in self.jobs.values()))
    @rule(data=st.data())
    def release(self, data):
        claim, job, valid = self.a_claim(data)
        if not valid:
            with pytest.raises(LeaseLostError):
                self.other.jobs.release(claim)
            return
        self.other.jobs.release(claim)
        job.state, job.cancel = "cancelled" if job.cancel else "queued", False

    @precondition(lambda self: any(job.claims for job in self.jobs.values()))
    @rule(data=st.data())
    def renew(self, data):
        claim, job, valid = self.a_claim(data)
        assert self.other.jobs.renew(claim) == (valid and not job.cancel)
        if valid and self.clock.wall + LEASE != job.until:
            job.until, job.seen_at = self.clock.wall + LEASE, None

    @rule(owner=st.sampled_from(["a", "b"]))
    def a_worker_is_seen_to_die(self, owner):
        held = [job for job in self.jobs.values() if job.state == "running" and job.claims[-1].owner == owner]
        assert self.other.jobs.crashed(owner, "signal 11") == len(held)
        for job in held:
            self.crash(job)

    @precondition(lambda self: self.jobs)
    @rule(data=st.data())
    def cancel(self, data):
        job = self.jobs[data.draw(st.sampled_from(sorted(self.jobs)))]
        count = self.other.jobs.cancel([job.id])
        assert count == (job.state in ("queued", "running"))
        if job.state == "running":
            job.cancel = True
        elif job.state == "queued":
            job.state = "cancelled"

    @precondition(lambda self: self.jobs)
    @rule(data=st.data())
    def retry(self, data):
        job = self.jobs[data.draw(st.sampled_from(sorted(self.jobs)))]
        count = self.other.jobs.retry([job.id])
        assert count == (job.state in ("failed", "dead", "cancelled"))
        if count:
            job.state, job.errors, job.crashes, job.not_before = "queued", 0, 0, 0.0

    @precondition(lambda self: self.jobs)
    @rule(data=st.data(), priority=st.integers(-1, 1))
    def reprioritise(self, data, priority):
        job = self.jobs[data.draw(st.sampled_from(sorted(self.jobs)))]
        if self.other.jobs.reprioritise([job.id], priority):
            assert job.state == "queued"
            job.priority = priority

    @rule()
    def pause_or_resume(self):
        self.paused = not self.paused
        (self.other.jobs.pause if self.paused else self.other.jobs.resume)()

    @rule(seconds=st.sampled_from([1.0, 6.0, 59.0, 61.0, 4000.0]))
    def time_passes(self, seconds):
        self.clock.wall += seconds
        self.clock.steady += seconds

    @rule(jump=st.sampled_from([-100_000.0, -3600.0, -30.0, 30.0, 100_000.0]))
    def somebody_sets_the_clock(self, jump):
        self.clock.wall += jump

    @invariant()
    def all_is_as_the_model_says(self):
        if not hasattr(self, "library"):
            return
        for record in self.library.jobs.find(limit=1000):
            job = self.jobs[record.id]
            found = (record.state, record.errors, record.crashes, record.cancel_requested, record.priority)
            assert found == (job.state, job.errors, job.crashes, job.cancel, job.priority)
        done = sum(job.state == "done" for job in self.jobs.values())
        assert self.library.jobs.progress().done == done
        readings = self.library.connection.value("SELECT count(*) FROM readings")
        assert readings == done
        assert not self.library.changes.verify_chain()


Queue.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestQueue = Queue.TestCase


def test_states_are_named_as_in_the_database():
    assert {state.value for state in JobState} == {"queued", "running", "done", "failed", "cancelled", "dead"}
