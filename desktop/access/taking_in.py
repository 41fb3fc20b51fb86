"""Takes files in while the window goes on: dropped, chosen, pasted, or found in a watched folder."""

import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.access.door import LibraryDoor
from desktop.access.errors import told
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from engine.errors import SandukuError
from engine.library import Library
from engine.settings import Settings

if TYPE_CHECKING:  # The intake brings the image libraries, which the window's start can do without.
    from engine.intake import Intake, Refused, Skipped, Taken

PROTECTED = frozenset({"page.encrypted", "page.wrong-password"})
"""Codes of the errors that say that a file needs a password, or another one."""

TELL_EVERY = 5
"""Files between two words about the progress."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Something without a file, such as an image from the clipboard.

    Attributes:
        name: What the document is called.
        content: The bytes of a file.
    """

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What came of files that were added together.

    Attributes:
        batch: Their name in the library.
        added: How many new documents there are.
        pages: How many pages those have.
        known: How many were in the library before.
        in_trash: How many of those lie in the trash.
        refused: Files that could not be taken, with the reason.
        skipped: Paths that were passed over.
        documents: Ids of the new documents.
        known_documents: Ids of those that were there before.
        current: The file at hand; empty at the end.
        ended: Whether this is the end.
        cancelled: Whether a person stopped it.
        error: What stopped it, such as a full disk.
        paths: What was asked for.
    """

    batch: str
    added: int = 0
    pages: int = 0
    known: int = 0
    in_trash: int = 0
    refused: "tuple[Refused, ...]" = ()
    skipped: "tuple[Skipped, ...]" = ()
    documents: tuple[str, ...] = ()
    known_documents: tuple[str, ...] = ()
    current: str = ""
    ended: bool = False
    cancelled: bool = False
    error: SandukuError | None = None
    paths: tuple[Path, ...] = field(default=(), repr=False)

    @property
    def need_password(self) -> tuple[Path, ...]:
        """The files that a password would open."""
        return tuple(each.path for each in self.refused if each.error.code in PROTECTED and each.path)


class Import(QObject):
    """Takes files in, one batch after the other; belongs to the window's thread."""

    progressed = Signal(object)
    """A :class:`BatchReport` with the counts so far; the lists come at the end."""

    finished = Signal(object)
    """A :class:`BatchReport`."""

    failed = Signal(object)
    """A :class:`SandukuError`: the library could not be opened."""

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._door = door
        self._post = Post(self)
        self._stops: dict[str, threading.Event] = {}
        self._thread = LibraryThread("import", door, self._post, failed=self.failed.emit)

    @property
    def busy(self) -> bool:
        """Whether files are being taken in."""
        return bool(self._stops)

    def take(
        self,
        paths: Iterable[Path] = (),
        pasted: Sequence[Pasted] = (),
        *,
        password: str | None = None,
        priority: int = 0,
    ) -> str:
        """Take files in, and folders with everything below them; return the name of the batch.

        Args:
            paths: Files and folders.
            pasted: What has no file.
            password: Opens the protected ones among them.
            priority: The greater is read first.
        """
        batch = secrets.token_hex(8)
        stop = self._stops[batch] = threading.Event()
        run = _Batch(
            batch,
            tuple(paths),
            tuple(pasted),
            password=password,
            priority=priority,
            stop=stop,
            tell=self._tell,
        )

        def work(library: Library) -> BatchReport:
            return run.work(library, self._door)

        self._thread.put(
            Task(
                work,
                Ticket(self._finish, lambda error: self._break(batch, error), self),
                replaces=None,
                must=True,
            )
        )
        return batch

    def use_settings(self, settings: Settings) -> None:
        """Take what comes in from now on with other settings."""
        self._door = replace(self._door, settings=settings)

    def cancel(self, batch: str | None = None) -> None:
        """Stop after the file at hand; what was taken in stays.

        Args:
            batch: The one to stop; None for all.
        """
        for name, stop in self._stops.items():
            if batch in (None, name):
                stop.set()

    def close(self) -> None:
        """Stop after the file at hand, and wait for that."""
        self.cancel()
        self._thread.close()

    def _tell(self, report: BatchReport) -> None:
        self._post.send(lambda: self.progressed.emit(report))

    def _finish(self, report: BatchReport) -> None:
        self._stops.pop(report.batch, None)
        self.finished.emit(report)

    def _break(self, batch: str, error: SandukuError) -> None:
        self._finish(BatchReport(batch, ended=True, error=error))


class _Batch:
    """One batch; belongs to the import's thread."""

    def __init__(
        self,
        batch: str,
        paths: tuple[Path, ...],
        pasted: tuple[Pasted, ...],
        *,
        password: str | None,
        priority: int,
        stop: threading.Event,
        tell: Callable[[BatchReport], None],
    ) -> None:
        self._batch, self._paths, self._pasted = batch, paths, pasted
        self._password, self._priority, self._stop, self._tell = password, priority, stop, tell

    def work(self, library: Library, door: LibraryDoor) -> BatchReport:
        """Take all in; a full disk and a bug end it with what was taken so far."""
        from engine.intake import Intake, Refused, Skipped, Taken

        intake = Intake(
            library,
            door.settings.pages,
            batch=self._batch,
            priority=self._priority,
            password=self._password,
        )
        report = BatchReport(self._batch)
        refused: list[Refused] = []
        skipped: list[Skipped] = []
        documents: list[str] = []
        known: list[str] = []
        error: SandukuError | None = None
        try:
            for number, outcome in enumerate(self._outcomes(intake), start=1):
                match outcome:
                    case Taken(already_known=True):
                        known.append(outcome.document_id)
                        report = replace(
                            report, known=report.known + 1, in_trash=report.in_trash + outcome.in_trash
                        )
                    case Taken():
                        documents.append(outcome.document_id)
                        report = replace(
                            report, added=report.added + 1, pages=report.pages + outcome.page_count
                        )
                    case Refused():
                        refused.append(outcome)
                    case Skipped():
                        skipped.append(outcome)
                if number % TELL_EVERY == 1:
                    self._tell(replace(report, current=_name_of(outcome)))
        except Exception as trouble:  # noqa: BLE001 - told with what was taken in before it
            error = told(trouble)
        return replace(
            report,
            refused=tuple(refused),
            skipped=tuple(skipped),
            documents=tuple(documents),
            known_documents=tuple(known),
            ended=True,
            cancelled=self._stop.is_set(),
            error=error,
            paths=self._paths,
        )

    def _outcomes(self, intake: "Intake") -> "Iterator[Taken | Refused | Skipped]":
        from engine.errors import BadInputError
        from engine.intake import Refused

        for each in self._pasted:
            if self._stop.is_set():
                return
            try:
                yield intake.take(each.content, name=each.name)
            except BadInputError as error:
                yield Refused(None, each.name, error)
        if self._stop.is_set():
            return
        for outcome in intake.take_all(self._paths):
            yield outcome
            if self._stop.is_set():
                return


def _name_of(outcome: "Taken | Refused | Skipped") -> str:
    return getattr(outcome, "name", "") or (outcome.path.name if outcome.path else "")
