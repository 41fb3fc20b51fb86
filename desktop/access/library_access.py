"""The one way from the window to the library, and the watch that tells when somebody changed it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.access.door import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from engine.errors import SandukuError
from engine.library import Library

Outcome = TypeVar("Outcome")

WATCH_SECONDS = 0.1
MANY_CHANGES = 500


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """Something in the library is not as it was.

    Attributes:
        documents: Ids of the documents that the change log tells of since the last time.
        everything: Whether so much changed that nothing shown may be relied on.

    The queue's states are not in the change log: a change without documents is one of the queue.
    """

    documents: frozenset[str] = frozenset()
    everything: bool = False


class LibraryAccess(QObject):
    """Asks the library in a thread of its own; belongs to the window's thread.

    Reads and writes are done in the order in which they were asked for: a read after a write sees it.
    """

    changed = Signal(object)
    """A :class:`LibraryChange`, whoever made it: this window, a worker, or another program."""

    failed = Signal(object)
    """A :class:`SandukuError` that nobody asked about, or whose asker gave no ``failed``."""

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Open the library in a thread; what goes wrong with that is told by :attr:`failed`."""
        super().__init__(parent)
        self._post = Post(self)
        self._watch = ChangeWatch(self._announce)
        self._thread = LibraryThread(
            "library",
            door,
            self._post,
            tick=self._watch.look,
            seconds=WATCH_SECONDS,
            opened=self._watch.begin,
            failed=self.failed.emit,
        )

    def ask(
        self,
        work: Callable[[Library], Outcome],
        done: Callable[[Outcome], object] | None = None,
        failed: Callable[[SandukuError], object] | None = None,
        *,
        replaces: str | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Have something looked up; the answer comes later, in this thread.

        Args:
            work: Called with the library in the library's thread. It must neither write nor touch a widget.
            done: Called with what ``work`` returned.
            failed: Called with the error; by default the signal :attr:`failed` tells it.
            replaces: A name: what waits under the same one is dropped and never answered.
            owner: Nobody is told once it is gone. By default the QObject whose bound method ``done`` is;
                to be given with lambdas.
        """
        ticket = Ticket(done, failed or self.failed.emit, owner or _holder(done))
        self._thread.put(Task(work, ticket, replaces=replaces, must=False))
        return ticket

    def do(
        self,
        work: Callable[[Library], Outcome],
        done: Callable[[Outcome], object] | None = None,
        failed: Callable[[SandukuError], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Ticket:
        """Have something written; it is done even if the window closes meanwhile.

        The arguments are those of :meth:`ask`; :attr:`changed` follows.
        """

        def write(library: Library) -> Outcome:
            try:
                return work(library)
            finally:
                self._watch.notice(library)

        ticket = Ticket(done, failed or self.failed.emit, owner or _holder(done))
        self._thread.put(Task(write, ticket, replaces=None, must=True))
        return ticket

    def close(self) -> None:
        """Finish the writes, close the library, and return when that is done."""
        self._thread.close()

    def _announce(self, change: LibraryChange) -> None:
        """Carry a change from the library's thread into this one."""
        self._post.send(lambda: self.changed.emit(change))


class ChangeWatch:
    """Notices that the library was changed; belongs to the library's thread."""

    def __init__(self, announce: Callable[[LibraryChange], None]) -> None:
        """Tell each change to ``announce``."""
        self._announce = announce
        self._version = 0
        self._sequence = 0

    def begin(self, library: Library) -> None:
        """Take what there is now as known."""
        self._version = library.data_version()
        self._sequence = library.changes.last_sequence()

    def look(self, library: Library) -> None:
        """Tell if another connection has changed something; costs microseconds if none has."""
        version = library.data_version()
        if version != self._version:
            self._version = version
            self.notice(library)

    def notice(self, library: Library) -> None:
        """Tell what changed since the last time."""
        entries = library.changes.since(self._sequence, MANY_CHANGES)
        if entries:
            self._sequence = entries[-1].seq
        many = len(entries) == MANY_CHANGES
        if many:
            self._sequence = library.changes.last_sequence()
        documents = frozenset(entry.document_id for entry in entries if entry.document_id)
        self._announce(LibraryChange(documents, everything=many))


def _holder(done: object) -> QObject | None:
    held = getattr(done, "__self__", None)
    return held if isinstance(held, QObject) else None
