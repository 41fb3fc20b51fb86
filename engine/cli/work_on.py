"""Has the queue worked through by worker processes, and shows how far it is.

Progress goes to standard error, and only where that is a terminal. Ctrl+C gives back the pages in hand and
keeps the queue.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from engine.answer import AnswerTask
from engine.cli.desk import Desk
from engine.errors import ExitCode, SandukuError
from engine.progress import Pace
from engine.progress import Progress as Reporter
from engine.worker import EventKind, Supervisor, WorkerEvent, worker_command, worker_count

if TYPE_CHECKING:
    from engine.library import Library, QueueProgress

LOOK_SECONDS = 0.1
READING = ("read",)
ASKED = tuple(task.value for task in AnswerTask)


class WorkersRefusedError(SandukuError):
    """The workers cannot work until a person does something."""

    code = "worker.refused"

    def __init__(self, event: WorkerEvent) -> None:
        """Tell what the worker said last."""
        super().__init__(
            event.message or f"The worker ended with code {event.exit_code}.",
            remedy="The pages wait in the queue; mend this and run 'sanduku work'.",
        )
        if event.exit_code in set(ExitCode):
            self.exit_code = ExitCode(event.exit_code or 0)


class Following:
    """Follows a number of pages until none of them waits any more."""

    def __init__(
        self, desk: Desk, library: "Library", *, batch: str | None, tasks: Sequence[str] = READING
    ) -> None:
        """Follow the pages of one batch, or all, as far as these tasks go."""
        self._desk = desk
        self._library = library
        self._batch = batch
        self._tasks = tasks
        self._start = library.jobs.progress(batch, tasks=tasks)
        self._seen = library.data_version()
        self._now = self._start
        self._pace = Pace()

    @property
    def left(self) -> int:
        """Pages that still wait or are being read."""
        return self._now.queued + self._now.running

    @property
    def done(self) -> int:
        """Pages that came to an end since the start."""
        return self._now.ended - self._start.ended

    def look(self) -> bool:
        """Look at the queue again if anything changed in the library; tell whether it did."""
        version = self._library.data_version()
        if version == self._seen:
            return False
        self._seen, self._now = version, self._library.jobs.progress(self._batch, tasks=self._tasks)
        self._pace.record(self.done)
        return True

    def describe(self) -> str:
        """Tell pace and time left."""
        pace, left = self._pace.per_minute, self._pace.seconds_left(self.left)
        if pace is None or left is None:
            return "measuring the pace"
        return f"{pace:.0f} pages/min, {duration(left)} left"


Draws = Callable[[Desk, Following], AbstractContextManager[Callable[[], None]]]
"""Shows how far the work is, and gives what draws it anew."""


def work_through(
    desk: Desk,
    library: "Library",
    *,
    batch: str | None = None,
    processes: int | None = None,
    tasks: Sequence[str] = READING,
    urgent: bool = False,
    draws: Draws | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> "QueueProgress":
    """Have the queue worked on until no page of the batch waits, and return how the queue then stands.

    Args:
        desk: Where progress is shown.
        library: Whose queue it is.
        batch: What to wait for; None for everything.
        processes: Workers to start; None for as many as the settings say.
        tasks: What counts as work.
        urgent: Whether it is done although the queue is paused.
        draws: Shows how far it is; by default a bar.
        sleep: Waits.

    Raises:
        WorkersRefusedError: No worker can work; the queue is kept.
    """
    following = Following(desk, library, batch=batch, tasks=tasks)
    if following.left == 0:
        return library.jobs.progress(batch, tasks=tasks)
    if library.jobs.paused and not urgent:
        desk.warn("The queue is paused; go on with 'sanduku jobs resume'.")
        return library.jobs.progress(batch, tasks=tasks)
    count = processes or worker_count(desk.settings.worker)
    supervisor = Supervisor(
        worker_command(library.folder, desk.settings_file),
        data_key=library.data_key,
        on_crash=library.jobs.crashed,
    )
    try:
        with (draws or bar)(desk, following) as draw, supervisor:
            supervisor.start(min(count, following.left))
            while following.left:
                _tell_events(desk, supervisor.poll(), supervisor)
                if not supervisor.alive:
                    if not _any_free(library, urgent=urgent):
                        break  # what is left is paused, or another process has it in hand
                    supervisor.poll(work_waiting=True)
                following.look()
                draw()
                sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        if tasks is READING:
            desk.say("Stopped. What is not read yet waits in the queue; go on with 'sanduku work'.")
        raise
    return library.jobs.progress(batch, tasks=tasks)


def _any_free(library: "Library", *, urgent: bool) -> bool:
    """Tell whether a page waits that a worker could take, now or after a pause."""
    from engine.library import JobState

    return (urgent or not library.jobs.paused) and any(
        not job.held for job in library.jobs.find((JobState.QUEUED,), limit=1000)
    )


def _tell_events(desk: Desk, events: Iterable[WorkerEvent], supervisor: Supervisor) -> None:
    for event in events:
        if event.kind is EventKind.CRASHED:
            desk.warn(f"{event.message} Another one goes on; the page is tried again.")
        elif event.kind is EventKind.WAITING:
            desk.warn(f"{event.message} Trying again in {event.pause:.0f} s.")
        elif event.kind is EventKind.REFUSED and not supervisor.alive:
            raise WorkersRefusedError(event)


@contextmanager
def bar(desk: Desk, following: Following, what: str = "Reading") -> Iterator[Callable[[], None]]:
    """Show a bar where a person watches, and give what draws it anew."""
    if not desk.err.is_terminal or desk.as_json:
        yield lambda: None
        return
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("pages"), TextColumn("{task.fields[pace]}", style="dim"),
    )  # fmt: skip
    with Progress(*columns, console=desk.err, transient=True, redirect_stdout=False) as shown:
        task = shown.add_task(what, total=following.left, pace="starting")

        def draw() -> None:
            shown.update(
                task,
                completed=following.done,
                total=following.done + following.left,
                pace=following.describe() if following.done else "starting",
            )

        yield draw


class BarReporter:
    """Draws the progress of one long step, such as a backup."""

    def __init__(self, bar: Progress, what: str) -> None:
        """Draw in a bar that is shown already."""
        self._bar = bar
        self._task = bar.add_task(what, total=None)

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Draw how far the step is."""
        self._bar.update(self._task, completed=done, total=total, description=label or None)


@contextmanager
def step(desk: Desk, what: str) -> Iterator[Reporter]:
    """Show the progress of one long step where a person watches."""
    from engine.progress import SILENT

    if not desk.err.is_terminal or desk.as_json:
        with nullcontext():
            yield SILENT
        return
    with Progress(console=desk.err, transient=True, redirect_stdout=False) as bar:
        yield BarReporter(bar, what)


def duration(seconds: float) -> str:
    """Return a time as a person says it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
