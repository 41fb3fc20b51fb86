"""Working through the queue: followed to its end, and ended with a reason where no worker can work."""

import io

import pytest
from rich.console import Console

from engine.cli import work_on
from engine.cli.desk import Desk
from engine.cli.work_on import Following, WorkersRefusedError, work_through
from engine.errors import ExitCode
from engine.library import NewDocument, open_library
from engine.worker import EventKind, WorkerEvent


@pytest.fixture
def desk():
    return Desk(err=Console(file=io.StringIO(), width=200))


@pytest.fixture
def queued(library):
    library.documents.add(NewDocument("three.tif", "image/tiff", 3, content=b"three pages", batch="mine"))
    return library


class Workers:
    """Stands for the supervisor: each poll reads a page, or tells what it was given to tell."""

    def __init__(self, library, events=(), *, page=None):
        self.library = library
        self.events = list(events)
        self.page = page
        self.alive = True
        self.started = 0
        self.stopped = False

    def __call__(self, command, *, data_key, on_crash):
        assert data_key == self.library.data_key
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stopped = True

    def start(self, count):
        self.started = count

    def poll(self, *, work_waiting=False):
        if self.events:
            event = self.events.pop(0)
            if isinstance(event, BaseException):
                raise event
            self.alive = event.kind is not EventKind.REFUSED
            return [event]
        self.page()
        return []


@pytest.fixture
def pages(queued):
    """Reads a page on a connection of its own, as a worker does."""
    with open_library(queued.folder, data_key=queued.data_key) as other:

        def page():
            job = other.jobs.claim("a test", lease_seconds=60)
            if job is not None:
                other.jobs.fail(job, "page.damaged", "It is damaged.", "Scan it again.", retryable=False)

        yield page


def test_it_goes_on_until_nothing_waits(desk, queued, pages, monkeypatch):
    workers = Workers(queued, page=pages)
    monkeypatch.setattr(work_on, "Supervisor", workers)
    after = work_through(desk, queued, processes=8, sleep=lambda _seconds: None)
    assert (after.failed, after.queued) == (3, 0)
    assert workers.started == 3, "never more workers than pages"
    assert workers.stopped


def test_nothing_is_started_where_nothing_waits(desk, library, monkeypatch):
    monkeypatch.setattr(work_on, "Supervisor", lambda *_args, **_more: pytest.fail("started"))
    assert work_through(desk, library).total == 0


def test_a_worker_that_refuses_ends_with_its_reason_and_code(desk, queued, monkeypatch):
    refused = WorkerEvent(
        EventKind.REFUSED, 1, "x", 1, int(ExitCode.MISSING_DEPENDENCY), "No models are there."
    )
    monkeypatch.setattr(work_on, "Supervisor", Workers(queued, [refused]))
    with pytest.raises(WorkersRefusedError, match="No models are there") as error:
        work_through(desk, queued, processes=1, sleep=lambda _seconds: None)
    assert error.value.exit_code == ExitCode.MISSING_DEPENDENCY
    assert queued.jobs.progress().queued == 3, "the queue is kept"


def test_a_crash_is_told_and_work_goes_on(desk, queued, pages, monkeypatch):
    crash = WorkerEvent(EventKind.CRASHED, 1, "x", 1, -9, "The worker was ended by signal 9.", jobs=1)
    monkeypatch.setattr(work_on, "Supervisor", Workers(queued, [crash], page=pages))
    work_through(desk, queued, processes=1, sleep=lambda _seconds: None)
    assert "signal 9" in desk.err.file.getvalue()


def test_ctrl_c_stops_the_workers_and_says_how_to_go_on(desk, queued, monkeypatch):
    workers = Workers(queued, [KeyboardInterrupt()])
    monkeypatch.setattr(work_on, "Supervisor", workers)
    with pytest.raises(KeyboardInterrupt):
        work_through(desk, queued, processes=1, sleep=lambda _seconds: None)
    assert workers.stopped
    assert "sanduku work" in desk.err.file.getvalue()


def test_following_counts_what_is_done_since_it_began(desk, queued, pages):
    following = Following(desk, queued, batch="mine")
    assert (following.done, following.left) == (0, 3)
    assert not following.look(), "nothing changed"
    pages()
    assert following.look()
    assert (following.done, following.left) == (1, 2)
    assert "pages/min" in following.describe()


def test_another_batch_is_not_counted(desk, queued):
    assert Following(desk, queued, batch="other").left == 0
