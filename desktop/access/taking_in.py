"""Takes files in while the window goes on: dropped, chosen, pasted, or found in a watched folder."""

import os
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
from engine.library import Library, SourceUnreadableError
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
        left: Names of the files that did not get in because of that.
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
    left: tuple[str, ...] = ()
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
        self._runs: dict[str, _Batch] = {}
        self._begun: set[str] = set()
        self._closing = threading.Event()
        self._thread = LibraryThread("import", door, self._post, failed=self.failed.emit)

    @property
    def busy(self) -> bool:
        """Whether files are being taken in."""
        return bool(self._runs)

    @property
    def left(self) -> tuple[int, int]:
        """How many files are not begun yet, and how many were asked for."""
        runs = [run for run in self._runs.values() if run.keeps]
        return sum(run.left for run in runs), sum(run.total for run in runs)

    def begun(self, batch: str) -> bool:
        """Return whether a batch was asked for in this window, ended or not."""
        return batch in self._begun

    def take(
        self,
        paths: Iterable[Path] = (),
        pasted: Sequence[Pasted] = (),
        *,
        password: str | None = None,
        priority: int = 0,
        batch: str = "",
        keeps: bool = True,
    ) -> str:
        """Take files in, and folders with everything below them; return the name of the batch.

        What is left of it when the library is closed, or after a power cut, stands in the library's ``left``.

        Args:
            paths: Files and folders.
            pasted: What has no file.
            password: Opens the protected ones among them.
            priority: The greater is read first.
            batch: One that was interrupted and goes on; empty for a new one.
            keeps: Whether it is remembered what is left; not for files that are found again anyway.
        """
        batch = batch or secrets.token_hex(8)
        self._begun.add(batch)
        run = self._runs[batch] = _Batch(
            batch,
            tuple(paths),
            tuple(pasted),
            password=password,
            priority=priority,
            keeps=keeps,
            closing=self._closing,
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
        for name, run in self._runs.items():
            if batch in (None, name):
                run.stop.set()

    def close(self) -> None:
        """Stop after the file at hand, keep in the library which are left, and wait for that.

        What was pasted has no file to be found again: it is taken in before.
        """
        self._closing.set()
        self._thread.close()

    def _tell(self, report: BatchReport) -> None:
        self._post.send(lambda: self.progressed.emit(report))

    def _finish(self, report: BatchReport) -> None:
        self._runs.pop(report.batch, None)
        self.finished.emit(report)

    def _break(self, batch: str, error: SandukuError) -> None:
        self._finish(BatchReport(batch, ended=True, error=error))


class _Batch:
    """One batch; belongs to the import's thread, but for its counts and for what stops it."""

    def __init__(
        self,
        batch: str,
        paths: tuple[Path, ...],
        pasted: tuple[Pasted, ...],
        *,
        password: str | None,
        priority: int,
        keeps: bool,
        closing: threading.Event,
        tell: Callable[[BatchReport], None],
    ) -> None:
        self._batch, self._paths, self._pasted = batch, paths, pasted
        self._password, self._priority, self._tell = password, priority, tell
        self._closing = closing
        self.keeps = keeps and bool(paths)
        self.stop = threading.Event()
        # Until the folders were looked through, what was asked for.
        self.total = self.left = len(paths)
        self._outside = [*(each.name for each in pasted), *(path.name for path in paths)]
        """Names of what has not got in yet, that at hand included."""

    def work(self, library: Library, door: LibraryDoor) -> BatchReport:
        """Take all in; a full disk and a bug end it with what was taken so far."""
        from engine.intake import Intake

        intake = Intake(
            library,
            door.settings.pages,
            batch=self._batch,
            priority=self._priority,
            password=self._password,
        )
        tally = _Tally(self._batch)
        error: SandukuError | None = None
        try:
            for number, outcome in enumerate(self._outcomes(intake, library), start=1):
                tally.add(outcome)
                if number % TELL_EVERY == 1:
                    self._tell(replace(tally.report, current=_name_of(outcome)))
        except Exception as trouble:  # noqa: BLE001 - told with what was taken in before it
            error = told(trouble)
        return replace(
            tally.whole(),
            ended=True,
            cancelled=self._stopped,
            error=error,
            left=() if error is None else tuple(self._outside),
            paths=self._paths,
        )

    @property
    def _stopped(self) -> bool:
        return self.stop.is_set() or self._closing.is_set()

    def _outcomes(self, intake: "Intake", library: Library) -> "Iterator[Taken | Refused | Skipped]":
        from engine.errors import BadInputError
        from engine.intake import Refused

        if self.keeps:
            # What was asked for stands there before the first file: after a power cut it is offered whole.
            library.left.keep(self._batch, self._paths)
        for each in self._pasted:
            if self.stop.is_set():
                break
            try:
                yield intake.take(each.content, name=each.name)
            except BadInputError as error:
                yield Refused(None, each.name, error)
            self._outside.pop(0)
        yield from self._from_files(intake, library)
        if self.keeps and self.stop.is_set():
            library.left.forget(self._batch)

    def _from_files(self, intake: "Intake", library: Library) -> "Iterator[Taken | Refused | Skipped]":
        """Take the files in, all of which are found first: so it can be told, and kept, how many are left."""
        from engine.intake import Skipped, discover

        skipped: list[Skipped] = []
        files: list[Path] = []
        for path in discover(self._paths, on_skip=lambda path, why: skipped.append(Skipped(path, why))):
            if self._stopped:
                return
            files.append(path)
        for each in skipped:
            yield self._missing(each) or each
        self.total = self.left = len(files)
        self._outside = [path.name for path in files]
        for number, path in enumerate(files):
            if self._stopped:
                if self.keeps and not self.stop.is_set():
                    library.left.keep(self._batch, files[number:])
                return
            self.left = len(files) - number - 1
            yield from intake.take_all([path])
            self._outside.pop(0)
        # Nothing is left, although the library may be closing.
        if self.keeps:
            library.left.forget(self._batch)

    def _missing(self, skipped: "Skipped") -> "Refused | None":
        """Return the refusal of a path that a person named and that is not there; None for any other."""
        from engine.intake import Refused

        path = skipped.path
        # What a watched folder saw may have been moved on meanwhile, and nobody named it.
        if not self.keeps or path not in self._paths or os.access(path, os.R_OK):
            return None
        error = SourceUnreadableError(
            skipped.reason, which=path, remedy="Check its name, and whether its stick or card is plugged in."
        )
        return Refused(path, path.name, error)


class _Tally:
    """Counts what comes of the files."""

    def __init__(self, batch: str) -> None:
        self.report = BatchReport(batch)
        self._refused: list[Refused] = []
        self._skipped: list[Skipped] = []
        self._documents: list[str] = []
        self._known: list[str] = []

    def add(self, outcome: "Taken | Refused | Skipped") -> None:
        from engine.intake import Refused, Skipped, Taken

        report = self.report
        match outcome:
            case Taken(already_known=True):
                self._known.append(outcome.document_id)
                in_trash = report.in_trash + outcome.in_trash
                self.report = replace(report, known=report.known + 1, in_trash=in_trash)
            case Taken():
                self._documents.append(outcome.document_id)
                self.report = replace(report, added=report.added + 1, pages=report.pages + outcome.page_count)
            case Refused():
                self._refused.append(outcome)
            case Skipped():
                self._skipped.append(outcome)

    def whole(self) -> BatchReport:
        """Return the counts with the lists."""
        return replace(
            self.report,
            refused=tuple(self._refused),
            skipped=tuple(self._skipped),
            documents=tuple(self._documents),
            known_documents=tuple(self._known),
        )


def _name_of(outcome: "Taken | Refused | Skipped") -> str:
    return getattr(outcome, "name", "") or (outcome.path.name if outcome.path else "")
