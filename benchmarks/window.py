"""How smooth the window stays while a batch is read: by worker processes, as ours is, or by a thread in it.

Each way runs in a process of its own, off screen, over a library of its own with the same pages. A timer that
is due every few milliseconds notes how long the window's thread was away; meanwhile lists are scrolled and
words are searched for, as somebody at work does. ``python -m benchmarks.window WAY LIBRARY`` runs one way.
"""

import io
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from benchmarks.report import Report, percentile
from engine.library import Library, NewDocument, Protection, create_library

if TYPE_CHECKING:
    from desktop.access import LibraryDoor

TICK_MILLISECONDS = 4
ACTION_MILLISECONDS = 400
MOST_IN_A_THREAD = 60
"""Pages are enough to see how the window stutters, and are read as slowly as all others."""

WAYS = {
    "worker processes": "ours: the window reads nothing itself",
    "thread": "the same pipeline and library in a QThread of the window's process",
}


def benchmark_window(samples: Path, *, pages: int) -> Report:
    """Measure the gaps of the window's thread while a batch is read in each way.

    Args:
        samples: Folder of images that the pages are made of.
        pages: How many.
    """
    measured = {}
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "library"
            fill(library, samples, min(pages, MOST_IN_A_THREAD) if way == "thread" else pages)
            answer = subprocess.run(
                [sys.executable, "-m", "benchmarks.window", way, str(library)],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                check=True,
            )
        measured[way] = json.loads(answer.stdout)
    return Report(
        name="Window",
        columns=["read by", "gap p95 ms", "p99 ms", "worst ms", "pages/min"],
        rows=[
            [
                way,
                f"{found['p95']:.1f}",
                f"{found['p99']:.1f}",
                f"{found['worst']:.1f}",
                f"{found['pages_per_minute']:.1f}",
            ]
            for way, found in measured.items()
        ],
        figures={"ways": measured, "pages": pages},
        notes=[
            f"{pages} pages, {min(pages, MOST_IN_A_THREAD)} of them in the thread, while lists are shown and",
            "words are searched for. A gap is the time between two rounds of the window's thread;",
            f"{TICK_MILLISECONDS} ms of it are a pause of its own.",
        ],
    )


def fill(folder: Path, samples: Path, pages: int) -> None:
    """Make a library of that many documents of one page each, no two of them the same."""
    images = sorted(path for path in samples.iterdir() if path.suffix in (".jpg", ".png", ".webp"))
    made = create_library(folder, protection=Protection(encrypted=True, keyring=False))
    with made.library as library:
        for number, path in zip(range(pages), itertools.cycle(images), strict=False):
            with Image.open(path) as image:
                stream = io.BytesIO()
                image.convert("RGB").save(stream, "JPEG", quality=70 + number // len(images) % 25)
            name = f"{number + 1:03} {path.stem}.jpg"
            library.documents.add(NewDocument(name, "image/jpeg", 1, stream.getvalue() + b"\0" * number))


def run(way: str, folder: Path) -> dict[str, Any]:
    """Open the window over a library, have its pages read in one way, and return the gaps in milliseconds."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.__main__ import HAND_OVER_SECONDS
    from desktop.access import Collecting, LibraryDoor
    from desktop.choices import Choices
    from desktop.style import Theme
    from desktop.views import HOME, VIEWS
    from desktop.window.frame import Frame
    from engine.library import open_library
    from engine.settings import Settings

    sys.setswitchinterval(HAND_OVER_SECONDS)
    application = QApplication([sys.argv[0]])
    with open_library(folder) as library:
        door, total = LibraryDoor(folder, library.data_key, Settings()), library.jobs.progress().total
        choices = Choices(folder.parent / "window.ini")
        frame = Frame(door, VIEWS, HOME, theme=Theme(application), choices=choices, reads=way != "thread")
        frame.resize(1280, 760)
        frame.show()
        Collecting(application)
        reader = None if way != "thread" else _reading_thread(door)
        gaps: list[float] = []
        began = last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            gaps.append((now - last) * 1000)
            last = now

        steps = _steps(frame)
        probe, hand, watch = QTimer(), QTimer(), QTimer()
        probe.setTimerType(Qt.TimerType.PreciseTimer)
        probe.timeout.connect(tick)
        hand.timeout.connect(lambda: next(steps))
        watch.timeout.connect(lambda: application.quit() if library.jobs.progress().ended >= total else None)
        # What opening the window costs is another figure; so is the first look of the models.
        QTimer.singleShot(2000, gaps.clear)
        probe.start(TICK_MILLISECONDS)
        hand.start(ACTION_MILLISECONDS)
        watch.start(1000)
        application.exec()
        seconds = time.perf_counter() - began
        frame.close_all()
        if reader is not None:
            reader.wait()
    return {
        "p95": percentile(gaps, 95),
        "p99": percentile(gaps, 99),
        "worst": max(gaps),
        "gaps": len(gaps),
        "pages_per_minute": total * 60 / seconds,
    }


def _steps(frame: Any) -> Iterator[None]:  # noqa: ANN401 - the window is imported only where it is shown
    """Do what somebody at work does, one small thing at a time, again and again."""
    from PySide6.QtWidgets import QAbstractItemView, QLineEdit

    def scroll(by: int) -> None:
        for view in frame.findChildren(QAbstractItemView):
            bar = view.verticalScrollBar()
            bar.setValue((bar.value() + by) % max(1, bar.maximum()))

    field = next(iter(frame.findChildren(QLineEdit)), None)
    while True:
        for shelf in ("inbox", "to-check"):
            frame.open_view("documents", shelf)
            yield
            for _ in range(6):
                scroll(7)
                yield
        for end in range(1, 8):
            if field is not None:
                field.setText("chanjo "[:end])
                field.textEdited.emit(field.text())
            yield


def _reading_thread(door: "LibraryDoor") -> Any:  # noqa: ANN401
    from PySide6.QtCore import QThread

    from engine.pages import open_source
    from engine.pipeline import Pipeline
    from engine.settings import Places

    def read(library: Library, pipeline: Pipeline) -> None:
        while (job := library.jobs.claim("thread", lease_seconds=600)) is not None:
            content = library.files.read(job.sha256)
            with open_source(content, name=job.name, settings=door.settings.pages) as source:
                result = pipeline.read(source, job.page_index)
            library.jobs.complete(
                job, result.reading, image=result.image_jpeg, thumbnail=result.thumbnail_jpeg
            )

    class Reader(QThread):
        def run(self) -> None:
            pipeline = Pipeline(door.settings, Places.of_this_user())
            with door.open() as library:
                read(library, pipeline)
            pipeline.close()

    reader = Reader()
    reader.start(QThread.Priority.LowPriority)
    return reader


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    answers.write(json.dumps(run(sys.argv[1], Path(sys.argv[2]))))
    answers.close()
