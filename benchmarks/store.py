"""How fast the library is: the queue's cycle, the import of many small files, and search over many pages."""

import itertools
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from benchmarks.report import Report, median, percentile
from benchmarks.scoring import load_truth
from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library
from engine.progress import SILENT, Progress
from engine.reading import Line, Origin, Reading

LINES_A_PAGE = 30
WORDS_A_LINE = 8
PAGES_A_DOCUMENT = 100
RARE_WORDS = 2_000_000
PAGE_IMAGE = 200_000
THUMBNAIL = 8_000
"""Bytes of an encoded page image and of its small one."""


def new_library(folder: Path, *, encrypted: bool = True) -> Library:
    """Make a library that touches nothing of the user's."""
    return create_library(folder, protection=Protection(encrypted=encrypted, keyring=False)).library


class Words:
    """Draws words as natural text has them: a few all the time, most of them hardly ever.

    The most frequent are those of the sample documents, in five languages; the others are made up of their
    pieces. Ranks follow Zipf's law.
    """

    def __init__(self, samples: Path, seed: int = 7) -> None:
        """Collect the samples' words."""
        self._random = random.Random(seed)  # noqa: S311 - no secret hangs on it
        found = {word for page in load_truth(samples) for word in page.text.split()}
        self.known = sorted(found, key=lambda word: (len(word), word))
        self._pieces = [word[: len(word) // 2 + 1] for word in self.known]

    def word(self) -> str:
        """Draw one word."""
        rank = int(RARE_WORDS ** self._random.random())
        if rank < len(self.known):
            return self.known[rank]
        maker = random.Random(rank)  # noqa: S311 - the same rank is the same word
        return "".join(maker.choice(self._pieces) for _ in range(2 + rank % 2))

    def line(self) -> str:
        """Draw a line of words."""
        return " ".join(self.word() for _ in range(WORDS_A_LINE))

    def reading(self) -> Reading:
        """Draw the reading of a page."""
        lines = tuple(
            Line(self.line(), Quad.from_box(100, 60 * n, 1500, 60 * n + 40), 0.97, "Latn", "ppocr")
            for n in range(LINES_A_PAGE)
        )
        return Reading("benchmark", 1654, 2339, Transform.identity(), Origin.RECOGNISED, lines)


def benchmark_queue(folder: Path, samples: Path, *, documents: int = 1000) -> Report:
    """Measure the queue's cycle one document at a time, encrypted and not, in turn.

    Args:
        folder: Empty; the libraries are made here.
        samples: Whose words the readings are made of.
        documents: Of one page each.
    """
    words = Words(samples)
    figures: dict[str, dict[str, float]] = {}
    for name, encrypted in (("encrypted", True), ("not encrypted", False)):
        with new_library(folder / name, encrypted=encrypted) as library:
            contents = [f"document {number}".encode() * 200 for number in range(documents)]
            readings = [words.reading() for _ in range(50)]

            def add(library: Library = library, contents: list[bytes] = contents) -> None:
                library.documents.add(NewDocument("page.jpg", "image/jpeg", 1, contents.pop()))

            def cycle(library: Library = library, readings: list[Reading] = readings) -> None:
                job = library.jobs.claim("benchmark", lease_seconds=60)
                assert job is not None
                unique = job.id.to_bytes(8, "big")
                library.jobs.complete(
                    job,
                    readings[job.id % len(readings)],
                    image=unique + bytes(PAGE_IMAGE),
                    thumbnail=unique + bytes(THUMBNAIL),
                )

            added = [_timed(add) for _ in range(documents)]
            jobs = [_timed(cycle) for _ in range(documents)]
            figures[name] = {
                "added_per_second": documents / sum(added),
                "add_median_ms": median(added) * 1000,
                "completed_per_second": documents / sum(jobs),
                "claim_and_complete_median_ms": median(jobs) * 1000,
                "claim_and_complete_p95_ms": percentile(jobs, 95) * 1000,
            }
    columns = list(next(iter(figures.values())))
    return Report(
        name="Queue: add a document, claim its page, complete it with a reading and two images",
        columns=["", *(column.replace("_", " ") for column in columns)],
        rows=[[name, *(f"{row[column]:.1f}" for column in columns)] for name, row in figures.items()],
        figures={"documents": documents, "libraries": figures},
        notes=["Every step is on the disk before the next begins (fsync)."],
    )


def benchmark_import(folder: Path, *, files: int = 10_000) -> Report:
    """Add a folder of many small images with the command line, as a person would.

    Args:
        folder: Empty; images and library are made here.
        files: How many.
    """
    source, library = folder / "files", folder / "library"
    for number in range(files):
        place = source / f"{number // 500:03}" / f"{number:05}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (64, 64), number % 256).save(place, pnginfo=_unique(number))
    new_library(library).close()
    command = [sys.executable, "-m", "engine.cli", "--library", str(library), "add", str(source), "--json"]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    return Report(
        name="Import: add a folder of small files, encrypted",
        columns=["files", "seconds", "files/s"],
        rows=[[f"{files:,}", f"{seconds:.1f}", f"{files / seconds:.0f}"]],
        figures={"files": files, "seconds": seconds, "files_per_second": files / seconds},
        notes=["Each document is on the disk, with its pages queued, before the next begins."],
    )


def benchmark_search(folder: Path, samples: Path, *, pages: int, progress: Progress = SILENT) -> Report:
    """Fill a library with pages of text and search it with queries of several kinds.

    Args:
        folder: Empty; the library is made here.
        samples: Whose words the text begins with.
        pages: How many pages of text.
        progress: Told while the library is being filled.
    """
    words = Words(samples)
    with new_library(folder / "library") as library:
        started = time.perf_counter()
        for done in _fill(library, words, pages):
            progress.update(done=done, total=pages, label="pages of text")
        filling = time.perf_counter() - started
        rows, figures = [], {}
        for kind, queries in _queries(words).items():
            seconds, hits = [], []
            for query in queries:
                start = time.perf_counter()
                found = library.search.find(query, limit=50)
                seconds.append(time.perf_counter() - start)
                hits.append(found.total)
            figures[kind] = {
                "queries": len(queries),
                "median_ms": median(seconds) * 1000,
                "p95_ms": percentile(seconds, 95) * 1000,
                "median_hits": median(hits),
            }
            rows.append([kind, *(f"{value:.1f}" for value in figures[kind].values())])
        size = sum(file.stat().st_size for file in library.folder.rglob("*.db*"))
    return Report(
        name=f"Search: {pages:,} pages of {LINES_A_PAGE * WORDS_A_LINE} words, encrypted",
        columns=["", "queries", "median ms", "p95 ms", "median hits"],
        rows=rows,
        figures={
            "pages": pages,
            "kinds": figures,
            "filling_seconds": filling,
            "database_megabytes": size / 1e6,
        },
        notes=[f"Filled at {pages / filling:.0f} pages/s; the database takes {size / 1e6:.0f} MB."],
    )


def _fill(library: Library, words: Words, pages: int) -> Iterator[int]:
    for done in itertools.count(step=PAGES_A_DOCUMENT):
        if done >= pages:
            return
        content = f"text {done}".encode()
        library.documents.add(NewDocument(f"{done}.pdf", "application/pdf", PAGES_A_DOCUMENT, content))
        while job := library.jobs.claim("benchmark", lease_seconds=600):
            library.jobs.complete(job, words.reading(), image=None, thumbnail=None)
        yield done + PAGES_A_DOCUMENT


def _queries(words: Words) -> dict[str, list[str]]:
    chance = random.Random(3)  # noqa: S311 - no secret hangs on it
    drawn = [word for word in (words.word() for _ in range(4000)) if len(word) > 3]
    return {
        "one word": drawn[:200],
        "two words": [" ".join(chance.sample(drawn, 2)) for _ in range(200)],
        "a phrase": [f'"{words.line()}"' for _ in range(100)],
        "beginning of a word": [word[: max(3, len(word) - 2)] for word in drawn[200:400]],
        "within a word": [word[1:] for word in drawn[400:500]],
        "the most frequent words": words.known[:50],
    }


def _unique(number: int) -> PngInfo:
    """Return a comment that makes an image's content its own."""
    comment = PngInfo()
    comment.add_text("number", str(number))
    return comment


def _timed(step: Callable[[], None]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start
