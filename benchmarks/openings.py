"""How quickly the window opens over a large library, scrolls, and shows a page.

Every run is a process of its own, off screen, as somebody starts the program anew: ``python -m
benchmarks.openings LIBRARY``, with the library's key in hexadecimal digits on standard input. Nothing is read
meanwhile; how smooth the window stays then is another figure.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest.mock
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from benchmarks.report import Report, median, percentile
from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library
from engine.progress import SILENT, Progress
from engine.reading import Alternative, Line, Origin, Reading

if TYPE_CHECKING:
    from desktop.check.check_view import CheckView
    from desktop.window.frame import Frame

RUNS = 5
A4 = (2480, 3508)
"""Pixels of a page at 300 dpi."""

LINES, PAGES, BATCH = 150, 6, 1000
SCROLLS, TURNS = 60, 3


def benchmark_openings(sample: Path, *, documents: int, progress: Progress = SILENT) -> Report:
    """Measure how the window opens, scrolls and shows pages.

    Args:
        sample: An image that the pages are made of.
        documents: How many there are in the library.
        progress: Told while the library is filled.
    """
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        began = time.perf_counter()
        key = fill_many(library, sample, documents, progress)
        filling = time.perf_counter() - began
        # The first run compiles the modules and fills the disk's cache, as the first start of a program does.
        runs = [_one_run(library, key, Path(folder) / "compiled") for _ in range(RUNS + 1)][1:]
    return Report(
        name="Openings",
        columns=["", "median ms", "p95 ms", "worst ms", "processor ms"],
        rows=[*_rows(runs)],
        figures={"documents": documents, "runs": runs, "filling_seconds": filling},
        notes=[
            f"{documents:,} documents, encrypted, made in {filling:.0f} s; {RUNS} runs, each a new process.",
            f"Pages are A4 at 300 dpi with {LINES} lines. Told are medians of the runs, and the worst.",
            "Nothing is read meanwhile. Processor time is the window's thread's; for the start, that of the",
            "whole process.",
        ],
    )


def _one_run(library: Path, key: bytes, compiled: Path) -> dict[str, Any]:
    # Whatever this machine keeps of compiled modules or does not: a user's keeps them.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.openings", str(library)],
        env={**kept, "PYTHONPYCACHEPREFIX": str(compiled), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{key.hex()}\n")
        process.stdin.close()
        drawn = process.stdout.readline()
        opened = (time.perf_counter() - began) * 1000
        rest = process.stdout.readline()
        if process.wait() != 0:
            raise subprocess.CalledProcessError(process.returncode, process.args)
    start = {"wall": [opened], "processor": [json.loads(drawn)["processor"]]}
    return {"start": start, **json.loads(rest)}


NAMES = {
    "start": "window open, list drawn",
    "table": "table: a turn while scrolling",
    "pictures": "pictures: a turn while scrolling",
    "new": "page shown for the first time",
    "kept": "page shown again, from cache",
}


def _rows(runs: Sequence[dict[str, Any]]) -> list[list[str]]:
    rows = []
    for name, words in NAMES.items():
        walls = [run[name]["wall"] for run in runs]
        cells = (
            median([median(wall) for wall in walls]),
            median([percentile(wall, 95) for wall in walls]),
            max(max(wall) for wall in walls),
            median([median(run[name]["processor"]) for run in runs]),
        )
        rows.append([words, *(f"{cell:.1f}" for cell in cells)])
    return rows


# The library


def fill_many(folder: Path, sample: Path, documents: int, progress: Progress = SILENT) -> bytes:
    """Make a library of so many documents; two of them have pages that were read. Return its key.

    What is written here may be lost by a failure of power: it is made for this one measurement.
    """
    with unittest.mock.patch("os.fsync"):
        made = create_library(folder, protection=Protection(encrypted=True, keyring=False))
        with made.library as library:
            _add_read(library, sample)
            for start in range(0, documents - 2, BATCH):
                numbers = range(start, min(documents - 2, start + BATCH))
                with library.together():
                    for number in numbers:
                        content = f"page {number}".encode()
                        library.documents.add(NewDocument(f"{number:05} scan.jpg", "image/jpeg", 1, content))
                progress.update(done=numbers.stop, total=documents, label="documents")
            assert library.data_key is not None
            return library.data_key


def _add_read(library: Library, sample: Path) -> None:
    for name in ("first", "second"):
        content = name.encode()
        library.documents.add(NewDocument(f"{name}.pdf", "application/pdf", PAGES // 2, content))
    number = 0
    while job := library.jobs.claim("benchmark", lease_seconds=600):
        with Image.open(sample) as image:
            page = image.convert("RGB").resize(A4)
        picture, small = io.BytesIO(), io.BytesIO()
        page.save(picture, "JPEG", quality=80 + number)
        page.thumbnail((400, 400))
        page.save(small, "JPEG")
        library.jobs.complete(job, _reading(number), image=picture.getvalue(), thumbnail=small.getvalue())
        number += 1


def _reading(number: int) -> Reading:
    lines = []
    for place in range(LINES):
        left, top = 150 + place % 2 * 1100, 150 + place // 2 * 43
        doubtful = place % 6 == 0
        lines.append(
            Line(
                f"Household {number} line {place}: Amina Hassan",
                Quad.from_box(left, top, left + 900, top + 36),
                0.5 if doubtful else 0.97,
                "Latn",
                "ppocr",
                language="en",
                alternatives=(Alternative("Amina Hassen", "tesseract", 0.4),) if doubtful else (),
                doubts=("low-confidence",) if doubtful else (),
            )
        )
    return Reading("benchmark", *A4, Transform.identity(), Origin.RECOGNISED, tuple(lines))


# In the window's process


class Stopwatch:
    """Measures what a turn of the window's thread takes, on the clock and of the processor, in ms."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.wall: list[float] = []
        self.processor: list[float] = []

    def measure(self, do: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        """Do something, and measure until it is done and drawn."""
        from PySide6.QtWidgets import QApplication

        wall, processor = time.perf_counter(), time.thread_time()
        do()
        QApplication.processEvents()
        _until(until)
        QApplication.processEvents()
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.processor.append((time.thread_time() - processor) * 1000)

    def told(self) -> dict[str, list[float]]:
        """Return what was measured."""
        return {"wall": self.wall, "processor": self.processor}


def run(folder: Path, key: bytes, tell: Callable[[object], object]) -> None:
    """Open the window; tell when the list is drawn, and then how it scrolled and showed pages."""
    from PySide6.QtWidgets import QApplication

    from desktop.__main__ import HAND_OVER_SECONDS
    from desktop.access import Collecting, LibraryDoor
    from desktop.choices import Choices
    from desktop.documents.view import DocumentsView
    from desktop.style import Theme
    from desktop.texts import Translation
    from desktop.views import HOME, VIEWS
    from desktop.window.frame import Frame
    from desktop.window.shell import ShellWindow
    from engine.settings import Settings

    sys.setswitchinterval(HAND_OVER_SECONDS)
    application = QApplication([sys.argv[0]])
    choices = Choices(folder.parent / "window.ini")
    theme, translation = Theme(application), Translation(application, folder.parent / "words")
    translation.use(choices.language)
    theme.apply(choices.theme, choices.text_scale)
    window = ShellWindow(choices)
    door = LibraryDoor(folder, key, Settings())
    frame = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    window.show_content(frame)
    window.show()
    assert isinstance(frame.view, DocumentsView)
    model = frame.view.model
    first = Stopwatch()
    first.measure(
        lambda: None, lambda: model.known and model.known_document(model.listing.ids[0]) is not None
    )
    tell({"processor": time.process_time() * 1000})
    Collecting(application)
    tell({"table": _scrolled(frame, "table"), "pictures": _scrolled(frame, "pictures"), **_turned(frame)})
    frame.close_all()


def _scrolled(frame: "Frame", way: str) -> dict[str, list[float]]:
    """Scroll by a few rows, then jump, again and again."""
    from PySide6.QtWidgets import QApplication

    from desktop.documents.view import DocumentsView

    frame.open_view("documents", "inbox")
    view = frame.view
    assert isinstance(view, DocumentsView)
    view.show_as(way)
    _rest(0.5)
    shown = view.pictures if way == "pictures" else view.table
    bar, watch = shown.verticalScrollBar(), Stopwatch()
    for number in range(SCROLLS):
        far = number % 10 == 9
        by = bar.maximum() // 7 if far else bar.singleStep() * 3
        watch.measure(partial(bar.setValue, (bar.value() + by) % max(1, bar.maximum())))
        # What came into view is fetched meanwhile, and drawn in a turn that counts as well.
        _rest(0.02)
        watch.measure(QApplication.processEvents)
    view.show_as("table")
    return watch.told()


def _turned(frame: "Frame") -> dict[str, dict[str, list[float]]]:
    """Go through the pages of a document, and through them again."""
    from desktop.check.check_view import CheckView

    frame.open_view("check", None)
    view = frame.view
    assert isinstance(view, CheckView)
    _until(lambda: _is_shown(view, 0))
    new, kept = Stopwatch(), Stopwatch()
    for round_ in range(TURNS + 1):
        for page in (1, 2, 1, 0):
            # The next page is fetched ahead; as when a person looks at this one for a moment.
            _rest(0.3)
            watch = new if round_ == 0 and page > view.hand.index else kept
            watch.measure(partial(view.desk.open_page, page), partial(_is_shown, view, page))
    return {"new": new.told(), "kept": kept.told()}


def _is_shown(view: "CheckView", page: int) -> bool:
    return view.hand.index == page and bool(view.hand.rows) and view.hand.image is not None


def _until(there: Callable[[], bool]) -> None:
    """Let the window work until something is there; it sleeps while it has nothing to do."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    while not there():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _rest(seconds: float) -> None:
    """Let the window do what it does while nobody touches it."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def _tell(what: object) -> None:
        answers.write(f"{json.dumps(what)}\n")
        answers.flush()

    run(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline().strip()), _tell)
    answers.close()
