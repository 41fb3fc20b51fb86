"""Looks after the library in a thread of its own: checks it, and backs it up."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from engine.errors import CancelledError, SandukuError
from engine.library import Library


class Upkeep(QObject):
    """Does one piece of work at a time; its thread lives as long as the work."""

    progressed = Signal(int, int)
    """Done, and of how many; 0 while that is not known."""

    checked = Signal(object)
    """A :class:`engine.library.CheckReport`."""

    backed_up = Signal(object)
    """A :class:`engine.library.BackupReport`."""

    failed = Signal(object)
    """A :class:`SandukuError`; a CancelledError if it was stopped."""

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Be ready."""
        super().__init__(parent)
        self._door = door
        self._post = Post(self)
        self._stop = threading.Event()
        self._thread: LibraryThread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._thread is not None

    def check(self) -> None:
        """Look the library over, reading every file; :attr:`checked` answers."""
        self._begin(lambda library, progress: library.check(progress), self.checked)

    def back_up(self, folder: Path) -> None:
        """Copy the library into a new folder; :attr:`backed_up` answers."""
        self._begin(lambda library, progress: library.backup(folder, progress), self.backed_up)

    def stop(self) -> None:
        """Stop at the next step; nothing half done stays."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait for that."""
        self.stop()
        self._end()

    def _begin(self, work: Callable[[Library, "_Watch"], object], answer: Any) -> None:  # noqa: ANN401 - a signal
        if self._thread is not None:
            return
        self._stop.clear()
        watch = _Watch(self._stop, self._tell)

        def done(report: object) -> None:
            self._end()
            answer.emit(report)

        def failed(error: SandukuError) -> None:
            self._end()
            self.failed.emit(error)

        self._thread = LibraryThread("upkeep", self._door, self._post)
        task = Task(
            lambda library: work(library, watch), Ticket(done, failed, self), replaces=None, must=True
        )
        self._thread.put(task)

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.close()

    def _tell(self, done: int, total: int) -> None:
        self._post.send(lambda: self.progressed.emit(done, total))


class _Watch:
    """Progress that can stop the work."""

    def __init__(self, stop: threading.Event, tell: Callable[[int, int], None]) -> None:
        self._stop, self._tell = stop, tell

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        del label
        if self._stop.is_set():
            raise CancelledError("You stopped it.")
        self._tell(done, total or 0)
