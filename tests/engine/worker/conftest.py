"""A small library with pages to read, and a pipeline that needs no model."""

import io
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.answer import Answer
from engine.errors import CancelledError
from engine.geometry import Adjustment, Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library
from engine.pipeline import PageResult
from engine.pipeline.answering import AskedPage, PageVector
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, Settings, WorkerSettings
from engine.worker.guardian import Guardian
from engine.worker.worker import Worker

SETTINGS = Settings(
    worker=WorkerSettings(lease_seconds=5, idle_seconds=1, page_seconds=10, memory_megabytes=4000),
    library=LibrarySettings(ballast_megabytes=0),
)


class Clock:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def reading(text: str, pipeline_id: str = "fake-1") -> Reading:
    line = Line(text, Quad.from_box(0, 0, 10, 5), 0.9, "Latn", "fake")
    return Reading(pipeline_id, 40, 30, Transform.identity(), Origin.RECOGNISED, (line,))


class FakePipeline:
    """Reads every page as its number; does first whatever a test asks for."""

    id = "fake-1"

    def __init__(self) -> None:
        self.pages: list[int] = []
        self.adjustments: list[Adjustment | None] = []
        self.regions: list[tuple[bytes, Quad, list[str], str | None]] = []
        self.closed = False
        self.before: Callable[[Callable[[], bool]], None] = lambda cancel: None

    def read(self, source, index, *, cancel, threads=None, adjustment=None):
        self.pages.append(index)
        self.adjustments.append(adjustment)
        self.before(cancel)
        source.load(index)
        return PageResult(reading(f"page {index}"), b"image", b"small")

    def read_region(self, image, quad, *, languages, engine, cancel):
        self.regions.append((image, quad, languages, engine))
        self.before(cancel)
        return Line("read again", quad, 0.7, "Latn", "fake")

    def close(self) -> None:
        self.closed = True


class FakeAnswering:
    """Answers every question in three words; does first whatever a test asks for."""

    def __init__(self) -> None:
        self.held_bytes = 0
        self.needs = 0
        self.opens = 0
        self.asked: list[tuple[str, dict, AskedPage]] = []
        self.let_go = self.closed = False
        self.before: Callable[[Callable[[], bool]], None] = lambda cancel: None
        self.between: Callable[[], None] = lambda: None

    def needed_bytes(self, task, wishes):
        return self.needs

    def answer(self, task, wishes, page, *, on_text, cancel):
        self.asked.append((task, dict(wishes), page))
        self.before(cancel)
        self.held_bytes = self.opens
        for text in ("It", "It is", "It is so."):
            if cancel():
                raise CancelledError("stopped")
            on_text(text)
            self.between()
        return Answer(task, wishes.get("question", ""), "en", "It is so.")

    def embed(self, wishes, page, *, cancel):
        self.asked.append(("embed", dict(wishes), page))
        return PageVector(np.array([0.6, 0.8], np.float32), "clip-1-abc")

    def read_region(self, page, quad, *, language, cancel):
        self.asked.append(("read", {"language": language}, page))
        return Line("read by a model", quad, 0.5, "Latn", "smol", doubts=("image-model",))

    def rest(self):
        gone, self.let_go = self.let_go, False
        self.held_bytes = 0 if gone else self.held_bytes
        return gone

    def close(self):
        self.closed = True


@dataclass
class Bench:
    """A worker on a bench: everything around it can be turned by hand."""

    library: Library
    second: Library
    pipeline: FakePipeline = field(default_factory=FakePipeline)
    answering: FakeAnswering = field(default_factory=FakeAnswering)
    clock: Clock = field(default_factory=Clock)
    stop: threading.Event = field(default_factory=threading.Event)
    megabytes: int = 100
    settings: Settings = SETTINGS
    exits: list[int] = field(default_factory=list)
    slept: float = 0.0
    opened: int = 0
    log: logging.Logger = field(default_factory=lambda: logging.getLogger("sanduku.test"))

    def __post_init__(self) -> None:
        self.guardian = Guardian(
            self.settings.worker,
            stop_requested=self.stop.is_set,
            memory=lambda: self.megabytes * 1_000_000,
            log=self.log,
            end_process=self.exits.append,
            clock=self.clock,
            wall_clock=lambda: self.clock.seconds + self.slept,
        )
        self.worker = self.another_worker("bench")

    def another_worker(self, owner: str) -> Worker:
        return Worker(
            self.library,
            self.open_pipeline,
            self.settings,
            self.guardian,
            owner=owner,
            stop=self.stop,
            memory=lambda: self.megabytes * 1_000_000,
            log=self.log,
            open_answering=lambda: self.answering,
            clock=self.clock,
        )

    def open_pipeline(self) -> FakePipeline:
        self.opened += 1
        return self.pipeline

    def look(self) -> None:
        """Let the guardian look once, as its thread would."""
        self.guardian.look(self.second)

    def pass_time(self, seconds: float) -> None:
        """Let time pass, with the guardian looking every second."""
        for _ in range(round(seconds)):
            self.clock.seconds += 1
            self.look()

    def add(self, name: str = "form.png", *, pages: int = 1, content: bytes | None = None) -> str:
        data = tiff(pages, name) if content is None else content
        media_type = "image/tiff" if content is None else "image/png"
        return self.library.documents.add(NewDocument(name, media_type, pages, data)).document_id


def tiff(pages: int, seed: str) -> bytes:
    """A file with pages that differ from those of another seed."""
    shade = sum(seed.encode()) % 200
    images = [Image.new("RGB", (40, 30), (shade, number % 256, 255)) for number in range(pages)]
    stream = io.BytesIO()
    images[0].save(stream, "TIFF", save_all=True, append_images=images[1:])
    return stream.getvalue()


@pytest.fixture
def library_folder(tmp_path: Path) -> Iterator[tuple[Path, bytes]]:
    """The folder of a new encrypted library, and its key."""
    made = create_library(
        tmp_path / "library", protection=Protection(keyring=False), settings=SETTINGS.library
    )
    key = made.library.data_key
    made.library.close()
    assert key is not None
    yield tmp_path / "library", key


@pytest.fixture
def opened(library_folder: tuple[Path, bytes]) -> Iterator[Callable[[], Library]]:
    """Opens the library, as often as a test likes."""
    from engine.library import open_library

    folder, key = library_folder
    libraries: list[Library] = []

    def open_one() -> Library:
        libraries.append(open_library(folder, data_key=key, settings=SETTINGS.library))
        return libraries[-1]

    yield open_one
    for library in libraries:
        library.close()


@pytest.fixture
def bench(opened: Callable[[], Library]) -> Iterator[Bench]:
    made = Bench(opened(), opened())
    yield made
    made.worker.close()
