"""Looks into a folder that a person chose, and tells which files in it are new and complete.

Nothing in the folder is opened, moved or deleted here. A file is complete when size and time stay the same
for some seconds; what is taken in already is known by a digest of path, size and time under the library's
key, so that no name of a file lies readable beside the library.
"""

import hashlib
import hmac
import json
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal, Slot

STEADY_SECONDS = 3.0
EMPTY_SECONDS = 60.0
"""An empty file is a placeholder as a rule; after this long it is told as what it is."""

LOOK_SECONDS = 20.0
"""Between two looks when nothing is told: network drives and memory cards tell nothing."""

SOON_SECONDS = 1.5
MOST_FOLDERS = 500
"""So many folders are watched; the others are seen at the next look."""

UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", ".opdownload")
HIDDEN = (".", "~$")
SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini"})
REMEMBERED = 50_000

Stamp = tuple[int, int]
"""Bytes, and time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched.

    Attributes:
        folder: The folder.
        below: Whether folders in it are watched as well.
    """

    folder: Path
    below: bool = True


class Seen:
    """Remembers which files were taken in, over the end of the program; safe in any thread."""

    def __init__(self, file: Path, key: bytes) -> None:
        """Remember in a file, which need not exist.

        Args:
            file: Holds digests alone.
            key: Secret of the library; another one knows none of the files.
        """
        self._file, self._key = file, hashlib.sha256(b"sanduku watched folder" + key).digest()
        self._lock = threading.Lock()
        self._read: dict[str, None] | None = None

    def knows(self, path: Path, stamp: Stamp) -> bool:
        """Return whether this file was taken in as it is now."""
        with self._lock:
            return self._digest(path, stamp) in self._digests()

    def add(self, files: Iterable[tuple[Path, Stamp]]) -> None:
        """Remember files, which writes a file; where that fails, they are looked at again another time."""
        with self._lock:
            digests = self._digests()
            for path, stamp in files:
                digests[self._digest(path, stamp)] = None
            while len(digests) > REMEMBERED:
                digests.pop(next(iter(digests)))
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                draft = self._file.with_suffix(".new")
                draft.write_text(json.dumps(list(digests)), encoding="utf-8")
                draft.replace(self._file)

    def _digests(self) -> dict[str, None]:
        """Read the file when it is first asked for, which is in the watch's thread."""
        if self._read is None:
            self._read = {}
            with suppress(OSError, ValueError):
                self._read = dict.fromkeys(json.loads(self._file.read_text(encoding="utf-8")))
        return self._read

    def _digest(self, path: Path, stamp: Stamp) -> str:
        text = f"{path}\0{stamp[0]}\0{stamp[1]}".encode("utf-8", "surrogateescape")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:24]


class FolderLook:
    """Finds what is new and complete; belongs to one thread."""

    def __init__(self, watch: Watch, seen: Seen, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to look.

        Args:
            watch: What is watched.
            seen: What was taken in before.
            clock: Monotonic seconds.
        """
        self._watch, self._seen, self._clock = watch, seen, clock
        self._growing: dict[Path, tuple[Stamp, float]] = {}
        self._handed: dict[Path, Stamp] = {}
        self.folders: list[str] = []

    @property
    def waits(self) -> bool:
        """Whether a file was seen that may not be complete yet."""
        return bool(self._growing)

    def look(self) -> list[tuple[Path, Stamp]]:
        """Return files that are new and complete, each once as long as it stays the same.

        Raises:
            OSError: The folder cannot be read.
        """
        now, ready = self._clock(), []
        growing: dict[Path, tuple[Stamp, float]] = {}
        self.folders = []
        for path, stamp in self._files():
            if self._handed.get(path) == stamp or self._seen.knows(path, stamp):
                continue
            known, since = self._growing.get(path, (stamp, now))
            if known != stamp:
                since = now
            if now - since >= (STEADY_SECONDS if stamp[0] else EMPTY_SECONDS):
                self._handed[path] = stamp
                ready.append((path, stamp))
            else:
                growing[path] = (stamp, since)
        self._growing = growing
        return ready

    def _files(self) -> Iterator[tuple[Path, Stamp]]:
        waiting = [self._watch.folder]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError:
                if folder == self._watch.folder:
                    raise
                continue  # A folder in it that vanished or is closed to us; the next look tries again.
            self.folders.append(str(folder))
            for entry in entries:
                if _passed_over(entry.name):
                    continue
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        if self._watch.below:
                            waiting.append(folder / entry.name)
                    elif entry.is_file():
                        found = entry.stat()
                        yield folder / entry.name, (found.st_size, found.st_mtime_ns)


def _passed_over(name: str) -> bool:
    plain = name.lower()
    return plain.startswith(HIDDEN) or plain.endswith(UNFINISHED) or plain in SYSTEM_NAMES


class WatchedFolder(QObject):
    """Watches a folder from a thread of its own; belongs to the window's thread."""

    found = Signal(list)
    """Pairs of path and :data:`Stamp`: new and complete files."""

    trouble = Signal(str)
    """Why the folder cannot be read, as the system says it; empty once it can."""

    def __init__(self, watch: Watch, seen: Seen, parent: QObject | None = None) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("watched folder")
        self._looker = _Looker(FolderLook(watch, seen))
        self._looker.moveToThread(self._thread)
        self._looker.found.connect(self.found)
        self._looker.trouble.connect(self.trouble)
        self._thread.started.connect(self._looker.begin)
        self._thread.finished.connect(self._looker.end)
        self._thread.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """Watch no more, and wait for the thread."""
        self._thread.quit()
        self._thread.wait()


class _Looker(QObject):
    """Looks when the system tells of a change, and now and then without that; in the watch's thread."""

    found = Signal(list)
    trouble = Signal(str)

    def __init__(self, look: FolderLook) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        self._watcher: QFileSystemWatcher | None = None
        self._timer: QTimer | None = None

    @Slot()
    def begin(self) -> None:
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._soon)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_now)
        self._look_now()

    @Slot()
    def end(self) -> None:
        """Let go of what belongs to this thread, in it."""
        for each in (self._timer, self._watcher):
            if each is not None:
                each.setParent(None)
        self._timer = self._watcher = None

    def _soon(self) -> None:
        if self._timer is not None:
            self._timer.start(round(SOON_SECONDS * 1000))

    def _look_now(self) -> None:
        try:
            ready = self._look.look()
        except OSError as error:
            self._tell(error.strerror or type(error).__name__)
        else:
            self._tell("")
            if ready:
                self.found.emit(ready)
        self._watch_folders()
        if self._timer is not None:
            seconds = SOON_SECONDS if self._look.waits else LOOK_SECONDS
            self._timer.start(round(seconds * 1000))

    def _tell(self, trouble: str) -> None:
        if trouble != self._told:
            self._told = trouble
            self.trouble.emit(trouble)

    def _watch_folders(self) -> None:
        if self._watcher is None:
            return
        watched, wanted = set(self._watcher.directories()), set(self._look.folders[:MOST_FOLDERS])
        if gone := list(watched - wanted):
            self._watcher.removePaths(gone)
        if new := list(wanted - watched):
            self._watcher.addPaths(new)
