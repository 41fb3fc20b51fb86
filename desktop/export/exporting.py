"""Does exports away from the window's thread, and answers what a person wants to know before."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from desktop.export.formats import Look
from desktop.export.work import Findings, Step, Wish, carried_out, listed, looked_over, previewed
from engine.errors import SandukuError
from engine.library import Library

LOOKED_OVER_AT_ONCE = 50


class Exporting(QObject):
    """Owns a thread with a handle of the library while an export dialog is open."""

    listed = Signal(object)
    """A :class:`Listing` of the files that would be written."""

    unlisted = Signal(object)
    """A :class:`SandukuError`: with this folder or these names there is nothing to write."""

    previewed = Signal(object)
    """A :class:`Preview`."""

    found = Signal(object)
    """:class:`Findings` so far; the last ones when ``documents`` is the number that was asked for."""

    stepped = Signal(object)
    """A :class:`Step` of the export that is being made."""

    written = Signal(object)
    """The files that were written: a list of paths."""

    refused = Signal(object)
    """A :class:`SandukuError`: the export ended before its end."""

    failed = Signal(object)
    """A :class:`SandukuError`: the library could not be opened, or a preview not be made."""

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Open the library in a thread."""
        super().__init__(parent)
        self._post = Post(self)
        self._stop = threading.Event()
        self._thread = LibraryThread("export", door, self._post, failed=self.failed.emit)
        self.busy = False

    def list_files(self, wish: Wish) -> None:
        """Tell which files would be written; :attr:`listed` or :attr:`unlisted` answers."""
        self._ask("list", lambda library: listed(library, wish), self.listed.emit, self.unlisted.emit)

    def preview(self, document_id: str, format_name: str, look: Look) -> None:
        """Show the beginning of a file; :attr:`previewed` answers."""
        self._ask(
            "preview",
            lambda library: previewed(library, document_id, format_name, look),
            self.previewed.emit,
            self.failed.emit,
        )

    def look_over(self, documents: Sequence[str], threshold: float) -> None:
        """Look for doubtful lines and unread pages, some documents at a time; :attr:`found` answers."""
        self._look_over(tuple(documents), threshold, Findings())

    def begin(self, wish: Wish) -> None:
        """Write the files; :attr:`written` or :attr:`refused` answers."""
        self._stop.clear()
        self.busy = True

        def tell(step: Step) -> None:
            self._post.send(lambda: self.stepped.emit(step))

        def done(files: object) -> None:
            self.busy = False
            self.written.emit(files)

        def refused(error: SandukuError) -> None:
            self.busy = False
            self.refused.emit(error)

        self._thread.put(
            Task(
                lambda library: carried_out(library, wish, self._stop, tell),
                Ticket(done, refused, self),
                replaces=None,
                must=True,
            )
        )

    def stop(self) -> None:
        """End the export before its next page; files that were done stay."""
        self._stop.set()

    def close(self) -> None:
        """End what is being done and wait for that."""
        self.stop()
        self._thread.close()

    def _look_over(self, documents: tuple[str, ...], threshold: float, before: Findings) -> None:
        now, later = documents[:LOOKED_OVER_AT_ONCE], documents[LOOKED_OVER_AT_ONCE:]

        def done(more: Findings) -> None:
            together = before.plus(more)
            self.found.emit(together)
            if later:
                self._look_over(later, threshold, together)

        self._ask("look", lambda library: looked_over(library, now, threshold), done, self.failed.emit)

    def _ask(
        self,
        name: str,
        work: Callable[[Library], Any],
        done: Callable[[Any], object],
        failed: Callable[[SandukuError], object],
    ) -> None:
        self._thread.put(Task(work, Ticket(done, failed, self), replaces=name, must=False))
