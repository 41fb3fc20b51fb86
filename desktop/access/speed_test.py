"""Measures how fast this computer reads, and in how much memory: real pages, real workers."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from PySide6.QtCore import QBuffer, QByteArray, QObject, QThreadPool, Signal
from PySide6.QtGui import QImageReader

from desktop.access.door import LibraryDoor
from desktop.access.errors import told
from desktop.access.ticket import Post
from engine.errors import SandukuError
from engine.library import Protection, create_library
from engine.settings import Settings, save_settings
from engine.worker import EventKind, Supervisor, WorkerEvent, processor_cores, worker_command, worker_count

SECONDS = 30.0
PAGES = 12
POLL_SECONDS = 0.1
SHARE_OF_MEMORY = 0.5
"""What all readers together may use of the memory that the computer has."""

SAMPLES = Path(__file__).parent.parent / "samples"


class SpeedRefusedError(SandukuError):
    """The readers could not work, so nothing was measured."""

    code = "missing"


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured.

    Attributes:
        pages: How many pages were read.
        seconds: In which time, without the loading of the models where that could be told apart.
        per_minute: Pages a minute with all readers; None if not one page was read in the time.
        readers: How many read at the same time.
        megabytes: The most that one reader used.
        memory: What the computer has, in megabytes.
        cores: Logical processors.
    """

    pages: int
    seconds: float
    per_minute: float | None
    readers: int
    megabytes: int
    memory: int
    cores: int

    @property
    def fitting(self) -> int:
        """So many readers fit into a part of the memory that leaves room for other programs."""
        return max(1, int(self.memory * SHARE_OF_MEMORY) // max(1, self.megabytes))

    @property
    def processes(self) -> int:
        """What ``worker.processes`` should be: 0, one for each core, unless memory is too small for that."""
        return self.fitting if self.fitting < self.cores else 0


SupervisorMaker = Callable[[LibraryDoor], Supervisor]


def _supervisor(door: LibraryDoor) -> Supervisor:
    return Supervisor(worker_command(door.folder, door.settings_file), data_key=None)


def measure(
    settings: Settings,
    *,
    tell: Callable[[int, float], object] = lambda _pages, _seconds: None,
    stop: threading.Event | None = None,
    make_supervisor: SupervisorMaker = _supervisor,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> Speed:
    """Read samples in a scratch library and return what was measured; for any thread but the window's.

    Args:
        settings: Those in force; readers are started as with ``worker.processes`` 0.
        tell: Called now and then with the pages read and the seconds gone.
        stop: Set by whoever wants it to end early.
        make_supervisor: Makes what starts the readers.
        seconds: To measure at the most.
        clock: Monotonic seconds.

    Raises:
        SpeedRefusedError: The readers cannot work; it says why.
    """
    stop = stop or threading.Event()
    # Its readers are ended before the folder goes: on Windows open files cannot be removed.
    with TemporaryDirectory(prefix="sanduku-speed-", ignore_cleanup_errors=True) as scratch:
        door = _scratch_library(settings, Path(scratch))
        readers = worker_count(replace(settings.worker, processes=0))
        watch = _Watch(readers)
        with door.open() as library, make_supervisor(door) as supervisor:
            began = clock()
            for event in supervisor.start(readers):
                watch.take(event)
            while not stop.is_set() and clock() - began < seconds:
                for event in supervisor.poll():
                    watch.take(event)
                progress = library.jobs.progress()
                watch.look(progress.ended, clock() - began)
                tell(progress.ended, clock() - began)
                if not progress.queued and not progress.running:
                    break
                stop.wait(POLL_SECONDS)
    return watch.result(settings)


class _Watch:
    """Gathers what is measured."""

    def __init__(self, readers: int) -> None:
        self._readers = readers
        self._processes: dict[int, psutil.Process] = {}
        self._most = 0
        self._marks: list[tuple[int, float]] = [(0, 0.0)]

    def take(self, event: WorkerEvent) -> None:
        """Follow the readers; refuse where they refuse."""
        if event.kind is EventKind.STARTED:
            try:
                self._processes[event.pid] = psutil.Process(event.pid)
            except psutil.Error:
                return
        elif event.kind in (EventKind.REFUSED, EventKind.WAITING):
            refused = SpeedRefusedError(event.message or "The readers could not be started.")
            refused.code = event.code or refused.code
            raise refused

    def look(self, pages: int, seconds: float) -> None:
        """Look at the memory of all readers, and put down how far they are."""
        for process in self._processes.values():
            try:
                self._most = max(self._most, process.memory_info().rss)
            except psutil.Error:
                continue
        if pages > self._marks[-1][0]:
            self._marks.append((pages, seconds))

    def result(self, settings: Settings) -> Speed:
        # The first page of each reader waits for its models; with enough others it is left out.
        warm = next((mark for mark in self._marks if mark[0] >= self._readers), self._marks[0])
        first = warm if self._marks[-1][0] > warm[0] else self._marks[0]
        pages, seconds = self._marks[-1][0] - first[0], self._marks[-1][1] - first[1]
        return Speed(
            pages=pages,
            seconds=seconds,
            per_minute=pages * 60 / seconds if pages and seconds > 0 else None,
            readers=self._readers,
            megabytes=self._most // 1_000_000 or settings.worker.memory_megabytes,
            memory=psutil.virtual_memory().total // 1_000_000,
            cores=processor_cores(),
        )


class SpeedTest(QObject):
    """Measures in the background; belongs to the window's thread."""

    progressed = Signal(int, float)
    """Pages read, and seconds gone."""

    measured = Signal(object)
    """A :class:`Speed`; nothing follows when it was stopped."""

    failed = Signal(object)
    """A :class:`SandukuError`."""

    def __init__(
        self,
        settings: Settings,
        parent: QObject | None = None,
        *,
        make: Callable[..., Speed] = measure,
    ) -> None:
        """Begin nothing yet.

        Args:
            settings: Those in force.
            parent: Qt's owner.
            make: Measures.
        """
        super().__init__(parent)
        self._settings, self._make = settings, make
        self._post = Post(self)
        self._stop: threading.Event | None = None

    @property
    def runs(self) -> bool:
        """Whether it measures."""
        return self._stop is not None

    def start(self) -> None:
        """Measure."""
        if self._stop is not None:
            return
        stop = self._stop = threading.Event()

        def tell(pages: int, seconds: float) -> None:
            self._post.send(lambda: None if stop.is_set() else self.progressed.emit(pages, seconds))

        def work() -> None:
            try:
                speed = self._make(self._settings, tell=tell, stop=stop)
            except Exception as error:  # noqa: BLE001 - told to the person, a bug to the log
                failure = told(error)
                self._post.send(lambda: self._end(stop, self.failed.emit, failure))
            else:
                self._post.send(lambda: self._end(stop, self.measured.emit, speed))

        # The program's own pool: nobody waits for the readers' end but the end of the program.
        QThreadPool.globalInstance().start(work)

    def cancel(self) -> None:
        """Measure no more; the readers end by themselves."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    def _end(self, stop: threading.Event, emit: Callable[[object], object], what: object) -> None:
        if not stop.is_set():
            self._stop = None
            emit(what)


def _scratch_library(settings: Settings, folder: Path) -> LibraryDoor:
    from engine.intake import Intake

    file = folder / "settings.toml"
    save_settings(settings, file)
    protection = Protection(encrypted=False, keyring=False)
    made = create_library(folder / "library", protection=protection, settings=settings.library)
    with made.library as library:
        intake = Intake(library, settings.pages)
        for number, content in enumerate(_pages(_pictures())):
            intake.take(content, name=f"sample {number + 1}.jpg")
    return LibraryDoor(folder / "library", None, settings, file)


def _pictures() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in (".jpg", ".png"))


def _pages(pictures: Sequence[Path]) -> list[bytes]:
    """Return the samples several times, each stored anew: what is the same would be read once alone."""
    found = []
    for number in range(PAGES):
        image = QImageReader(str(pictures[number % len(pictures)])).read()
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", 80 + number)  # type: ignore[call-overload]
        found.append(bytes(content.data()))
    return found
