"""A thread that owns one handle of the library and does what it is handed, in order.

What it was handed refers to whoever asked. The window's thread lets go of that last: an object of Qt that is
freed in another thread leaves its timers behind, and the program ends when the next one fires.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from desktop.access.door import LibraryDoor
from desktop.access.errors import told
from desktop.access.ticket import Post, Ticket
from engine.errors import SandukuError
from engine.library import Library

Work = Callable[[Library], Any]


class Task:
    """Work in line: what is to be done, for whom, and whether it may be left out."""

    __slots__ = ("must", "replaces", "ticket", "work")

    def __init__(self, work: Work, ticket: Ticket, *, replaces: str | None, must: bool) -> None:
        """Put work in line.

        Args:
            work: A function of the library.
            ticket: Whom to tell.
            replaces: Waiting tasks of this name are dropped for it.
            must: Whether it is done although nobody waits for its outcome any more, as every write is.
        """
        self.work, self.ticket, self.replaces, self.must = work, ticket, replaces, must


class LibraryThread:
    """Owns a handle of the library; its public methods are for the window's thread."""

    def __init__(
        self,
        name: str,
        door: LibraryDoor,
        post: Post,
        *,
        newest_first: bool = False,
        tick: Callable[[Library], None] | None = None,
        seconds: float = 0.1,
        opened: Callable[[Library], None] | None = None,
        closing: Callable[[Library], None] | None = None,
        failed: Callable[[SandukuError], None] | None = None,
    ) -> None:
        """Start the thread.

        Args:
            name: Of the thread, for whoever looks at it.
            door: Opens the library.
            post: Carries outcomes to the window.
            newest_first: Whether what was asked for last is done first.
            tick: Called in the thread about each ``seconds``; what it raises is told to ``failed``.
            seconds: Between two ticks.
            opened: Called in the thread at its start.
            closing: Called in the thread at its end.
            failed: Told, in the window's thread, that the library could not be opened or a tick failed.
        """
        self._door, self._post = door, post
        self._newest_first, self._tick, self._seconds = newest_first, tick, seconds
        self._opened, self._closing, self._failed = opened, closing, failed
        self._tasks: deque[Task] = deque()
        self._ended: deque[tuple[Task, Callable[[Any], object] | None, object]] = deque()
        self._wake = threading.Condition()
        self._ending = False
        # A daemon, so that a program that dies without closing does not stay as a ghost.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, task: Task) -> None:
        """Put a task in line; a closed thread takes none."""
        with self._wake:
            if self._ending:
                task.ticket.cancel()
                return
            if task.replaces is not None:
                for waiting in self._tasks:
                    if waiting.replaces == task.replaces:
                        waiting.ticket.cancel()
            self._tasks.append(task)
            self._wake.notify()

    def close(self) -> None:
        """Do the writes that wait, leave out the rest, close the handle, and wait for all of that."""
        with self._wake:
            self._ending = True
            self._wake.notify()
        if self._thread is not threading.current_thread():
            self._thread.join()

    # In the thread

    def _run(self) -> None:
        try:
            library = self._door.open()
        except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
            self._refuse_all(told(error))
            return
        with library:
            self._guarded(self._opened, library)
            while True:
                task, ending = self._next()
                if task is not None:
                    self._do(task, library)
                    task = None  # so that this thread is not the last that holds it
                    self._post.send(self._deliver)
                elif ending:
                    break
                else:
                    self._guarded(self._tick, library)
            self._guarded(self._closing, library)

    def _next(self) -> tuple[Task | None, bool]:
        with self._wake:
            if not self._tasks and not self._ending:
                self._wake.wait(self._seconds if self._tick else None)
            task = None
            if self._tasks:
                task = self._tasks.pop() if self._newest_first else self._tasks.popleft()
            return task, self._ending

    def _do(self, task: Task, library: Library) -> None:
        ticket = task.ticket
        if not task.must and (self._ending or not ticket.wanted):
            self._ended.append((task, None, None))
            return
        try:
            outcome = task.work(library)
        except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
            self._ended.append((task, ticket.failed, told(error)))
        else:
            self._ended.append((task, ticket.done, outcome))

    def _deliver(self) -> None:
        """Tell the outcome of one task; in the window's thread, called once for each that has ended."""
        task, whom, what = self._ended.popleft()
        if whom is not None and task.ticket.wanted:
            whom(what)

    def _guarded(self, call: Callable[[Library], None] | None, library: Library) -> None:
        if call is None:
            return
        try:
            call(library)
        except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
            self._tell_failure(told(error))

    def _refuse_all(self, failure: SandukuError) -> None:
        """The library cannot be opened: tell, and refuse whatever is asked until the end."""
        self._tell_failure(failure)
        while True:
            with self._wake:
                while not self._tasks and not self._ending:
                    self._wake.wait()
                refused = len(self._tasks)
                self._ended.extend((task, task.ticket.failed, failure) for task in self._tasks)
                self._tasks.clear()
                ending = self._ending
            for _ in range(refused):
                self._post.send(self._deliver)
            if ending:
                return

    def _tell_failure(self, failure: SandukuError) -> None:
        if self._failed is not None:
            failed = self._failed
            self._post.send(lambda: failed(failure))
