"""Whatever workers do, two never have an image model at work at once, and none waits for one that is gone."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.answer import Answer, AnswerTask
from engine.geometry import Transform
from engine.library import NewDocument, Protection, create_library
from engine.reading import Origin, Reading
from engine.settings import LibrarySettings

LEASE, KEEP = 60.0, 120.0
PAGES = 4
OWNERS = st.sampled_from(["a", "b", "c"])
READING = Reading("p", 10, 10, Transform.identity(), Origin.RECOGNISED, ())


class Clock:
    def __init__(self):
        self.wall = 1_800_000_000.0

    def now(self):
        return self.wall

    def monotonic(self):
        return self.wall


class Holders(RuleBasedStateMachine):
    @initialize()
    def make(self):
        self.folder, self.clock = Path(tempfile.mkdtemp()), Clock()
        self.library = create_library(
            self.folder / "library",
            protection=Protection(encrypted=False),
            clock=self.clock,
            settings=LibrarySettings(ballast_megabytes=0),
        ).library
        new = NewDocument("d", "image/png", PAGES, b"x")
        document = self.library.documents.add(new).document_id
        for _ in range(PAGES):
            job = self.library.jobs.claim("reader", lease_seconds=LEASE)
            self.library.jobs.complete(job, READING, image=b"image", thumbnail=None)
        self.pages = [page.id for page in self.library.documents.pages(document)]
        self.running = {}
        self.asked = 0

    def teardown(self):
        if hasattr(self, "library"):
            self.library.close()
            shutil.rmtree(self.folder)

    @rule(page=st.integers(0, PAGES - 1), waiting=st.booleans())
    def ask(self, page, waiting):
        self.asked += 1
        wishes = {"question": f"{self.asked}"}
        self.library.questions.ask([self.pages[page]], AnswerTask.ASK, wishes=wishes, waiting=waiting)

    @rule(owner=OWNERS)
    def claim(self, owner):
        if owner not in self.running:  # A worker does one job at a time.
            job = self.library.jobs.claim(owner, lease_seconds=LEASE)
            if job is not None:
                self.running[owner] = job

    @precondition(lambda self: self.running)
    @rule(data=st.data(), keeps=st.booleans())
    def complete(self, data, keeps):
        owner = data.draw(st.sampled_from(sorted(self.running)))
        job = self.running.pop(owner)
        self.library.answers.complete(job, Answer(AnswerTask.ASK, "?", "en", "x"), reading_id="r")
        if keeps:
            self.library.jobs.keep_model(owner, seconds=KEEP)
        else:
            self.library.jobs.let_model_go(owner)

    @rule(owner=OWNERS)
    def die(self, owner):
        self.running.pop(owner, None)
        self.library.jobs.crashed(owner, "signal 9")

    @precondition(lambda self: self.running)
    @rule(seconds=st.sampled_from([1.0, 30.0]))
    def work_goes_on(self, seconds):
        self.clock.wall += seconds
        for job in self.running.values():
            self.library.jobs.renew(job)

    @precondition(lambda self: not self.running)
    @rule(seconds=st.sampled_from([30.0, 121.0, 4000.0]))
    def time_passes(self, seconds):
        self.clock.wall += seconds

    @precondition(lambda self: not self.running)
    @rule(owner=OWNERS)
    def after_a_while_anybody_gets_what_waits(self, owner):
        self.clock.wall += 4000.0
        waiting = self.library.jobs.progress(tasks=["ask"]).queued
        job = self.library.jobs.claim(owner, lease_seconds=LEASE)
        assert (job is not None) == (waiting > 0)
        if job is not None:
            self.running[owner] = job

    @invariant()
    def one_worker_at_most_is_at_work_with_a_model(self):
        if hasattr(self, "library"):
            owners = self.library.connection.rows(
                "SELECT DISTINCT owner FROM jobs WHERE state = 'running' AND task = 'ask'"
            )
            assert len(owners) <= 1
            assert self.library.connection.value("SELECT count(*) FROM model_holder") <= 1


Holders.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestHolders = Holders.TestCase
