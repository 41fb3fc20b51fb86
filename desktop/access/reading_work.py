"""Keeps the worker processes at work, and tells how far they are.

The supervisor is polled in a thread with its own handle of the library; the window is told by signals.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.access.door import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from engine.library import URGENT, JobState, Library, QueueProgress
from engine.progress import Pace
from engine.settings import Settings
from engine.worker import EventKind, Supervisor, WorkerEvent, worker_command, worker_count

POLL_SECONDS = 0.2
LOOK_FOR_FREE = 1000


class WorkKind(StrEnum):
    """What the workers do."""

    IDLE = "idle"
    READING = "reading"
    PAUSED = "paused"
    WAITING = "waiting"
    """Something stands in the way that may pass, such as a full disk; it is tried again."""
    REFUSED = "refused"
    """A person has to do something first: see the message."""


@dataclass(frozen=True, slots=True)
class WorkState:
    """How far the reading is.

    Attributes:
        kind: What the workers do.
        left: Pages that wait or are being read.
        done: Pages that came to an end since there last was nothing to do.
        running: Pages being read now.
        failed: Pages of the whole library that could not be read.
        per_minute: Measured pace; None before there is one.
        seconds_left: None while the pace is unknown.
        message: Why nothing is read, as the worker said it.
        code: Stable name of the error that stands in the way; empty if it is not known.
    """

    kind: WorkKind = WorkKind.IDLE
    left: int = 0
    done: int = 0
    running: int = 0
    failed: int = 0
    per_minute: float | None = None
    seconds_left: float | None = None
    message: str = ""
    code: str = ""


SupervisorMaker = Callable[[LibraryDoor, Callable[[str, str], int]], Supervisor]


def _supervisor(door: LibraryDoor, on_crash: Callable[[str, str], int]) -> Supervisor:
    return Supervisor(
        worker_command(door.folder, door.settings_file), data_key=door.data_key, on_crash=on_crash
    )


class ReadingWork(QObject):
    """Starts workers when pages wait, looks after them, and ends them when it is closed."""

    state_changed = Signal(object)
    """A :class:`WorkState`."""

    happened = Signal(object)
    """A :class:`WorkerEvent` that a person should know of: a crash, a wait, a refusal."""

    failed = Signal(object)
    """A :class:`SandukuError`; the work goes on as well as it can."""

    def __init__(
        self,
        door: LibraryDoor,
        parent: QObject | None = None,
        *,
        make_supervisor: SupervisorMaker = _supervisor,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin at once.

        Args:
            door: Opens the library.
            parent: Qt's owner.
            make_supervisor: Makes the supervisor from the door and what takes a crashed worker's jobs back.
            clock: Monotonic seconds, for the pace.
        """
        super().__init__(parent)
        self.state = WorkState()
        self._post = Post(self)
        self._round = _Round(door, make_supervisor, self._tell_state, self._tell_event, clock)
        self._thread = LibraryThread(
            "reading work",
            door,
            self._post,
            tick=self._round.poll,
            seconds=POLL_SECONDS,
            opened=self._round.begin,
            closing=self._round.end,
            failed=self.failed.emit,
        )

    def pause(self) -> None:
        """Let the pages in hand be finished and begin no others, also after the next start."""
        self._put(lambda library: library.jobs.pause())

    def resume(self) -> None:
        """Go on."""
        self._put(lambda library: library.jobs.resume())

    def try_again(self) -> None:
        """Start workers that refused to work, after a person has mended what they named."""
        self._put(lambda _library: self._round.forget_refusals())

    def use_settings(self, settings: Settings) -> None:
        """Read on with other settings: workers that run give back the pages in hand and are started anew."""
        self._put(lambda _library: self._round.use_settings(settings))

    def close(self) -> None:
        """End the workers, which give back the pages in hand, and wait for that."""
        self._thread.close()

    def _put(self, work: Callable[[Library], object]) -> None:
        self._thread.put(Task(work, Ticket(None, self.failed.emit, self), replaces=None, must=True))

    def _tell_state(self, state: WorkState) -> None:
        self._post.send(lambda: self._set_state(state))

    def _tell_event(self, event: WorkerEvent) -> None:
        self._post.send(lambda: self.happened.emit(event))

    def _set_state(self, state: WorkState) -> None:
        self.state = state
        self.state_changed.emit(state)


class _Round:
    """What is done at each poll; belongs to the work's thread."""

    def __init__(
        self,
        door: LibraryDoor,
        make_supervisor: SupervisorMaker,
        tell_state: Callable[[WorkState], None],
        tell_event: Callable[[WorkerEvent], None],
        clock: Callable[[], float],
    ) -> None:
        self._door, self._make, self._clock = door, make_supervisor, clock
        self._tell_state, self._tell_event = tell_state, tell_event
        self._supervisor: Supervisor | None = None
        self._version = -1
        self._progress = QueueProgress()
        self._paused = self._free = self._other = self._awaited = False
        self._ended_before = 0
        self._pace = Pace(clock=clock)
        self._trouble: WorkState | None = None
        self._told: WorkState | None = None

    def begin(self, library: Library) -> None:
        self._supervisor = self._make(self._door, library.jobs.crashed)

    def forget_refusals(self) -> None:
        self._trouble = None
        self._version = -1
        if self._supervisor is not None and (self._free or self._other):
            self._supervisor.start(self._wanted())

    def use_settings(self, settings: Settings) -> None:
        self._door = replace(self._door, settings=settings)
        self._version = -1
        if self._supervisor is not None:
            # The supervisor's places forget that they were full: the next poll fills as many as are wanted.
            for event in self._supervisor.stop():
                self._take(event)

    def poll(self, library: Library) -> None:
        """Look at the queue if the library changed, and after the workers in any case."""
        assert self._supervisor is not None
        self._look(library)
        # A box or an answer that a person waits for is worked on even while the queue is paused.
        free = (self._free or self._other) and not self._paused
        wanted = (self._awaited or free) and self._trouble is None
        if wanted and self._supervisor.running < self._wanted():
            events = self._supervisor.start(self._wanted())
        else:
            events = self._supervisor.poll()
        for event in events:
            self._take(event)
        self._say()

    def end(self, _library: Library) -> None:
        if self._supervisor is not None:
            self._supervisor.stop()

    def _wanted(self) -> int:
        """As many workers as the settings say, and never more than there are pages."""
        waiting = self._progress.queued + self._progress.running
        return max(1, min(worker_count(self._door.settings.worker), waiting))

    def _look(self, library: Library) -> None:
        version = library.data_version()
        if version == self._version and bool(library.jobs.paused) == self._paused:
            return
        self._version = version
        before = self._progress
        self._progress, self._paused = library.jobs.progress(), bool(library.jobs.paused)
        left = self._progress.queued + self._progress.running
        if left == 0 or before.total == 0:
            self._ended_before = self._progress.ended
            self._pace = Pace(clock=self._clock)
        else:
            self._pace.record(max(0, self._progress.ended - self._ended_before))
        waiting = [job for job in library.jobs.find((JobState.QUEUED,), limit=LOOK_FOR_FREE) if not job.held]
        others = [job for job in waiting if job.task != "read"]
        self._free, self._other = len(others) < len(waiting), bool(others)
        self._awaited = any(job.priority >= URGENT for job in others)

    def _take(self, event: WorkerEvent) -> None:
        """Remember what stands in the way, and tell what a person should know."""
        if event.kind is EventKind.REFUSED:
            self._trouble = WorkState(WorkKind.REFUSED, message=event.message, code=event.code)
        elif event.kind is EventKind.WAITING:
            self._trouble = WorkState(WorkKind.WAITING, message=event.message, code=event.code)
        elif event.kind is EventKind.STARTED and self._waits():
            self._trouble = None
        if event.kind in (EventKind.CRASHED, EventKind.WAITING, EventKind.REFUSED):
            self._version = -1
            self._tell_event(event)

    def _waits(self) -> bool:
        return self._trouble is not None and self._trouble.kind is WorkKind.WAITING

    def _say(self) -> None:
        queue = self._progress
        left = queue.queued + queue.running
        kind = WorkKind.READING if (left and self._free) or queue.running else WorkKind.IDLE
        if self._paused and not queue.running:
            kind = WorkKind.PAUSED
        elif self._trouble is not None and left:
            kind = self._trouble.kind
        state = WorkState(
            kind=kind,
            left=left,
            done=max(0, queue.ended - self._ended_before),
            running=queue.running,
            failed=queue.failed + queue.dead,
            per_minute=self._pace.per_minute,
            seconds_left=self._pace.seconds_left(left),
            message=self._trouble.message if self._trouble is not None and left else "",
            code=self._trouble.code if self._trouble is not None and left else "",
        )
        # The pace alone, which differs at each look, is not worth a signal.
        plain = replace(state, per_minute=None, seconds_left=None)
        if plain != self._told:
            self._told = plain
            self._tell_state(state)
