"""How fast the library is: the queue's cycle, the import of many small files, and search over many pages."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from benchmarks.report import Report, median, percentile
from benchmarks.scoring import load_truth
from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library, open_library
from engine.progress import SILENT, Progress
from engine.reading import Line, Origin, Reading

LINES_A_PAGE = 30
WORDS_A_LINE = 8
PAGES_A_DOCUMENT = 100
RARE_WORDS = 2_000_000
REMEMBERED_WORDS = 300_000
LATEST_PAGES = 2000
"""So many are stored one by one, each on the disk before the next, as a worker stores them."""

SHOWN = 50
"""Hits on a screen, and about what the window shows at once."""

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
        self._made: dict[int, str] = {}
        self._pieces = [word[: len(word) // 2 + 1] for word in self.known]

    def begin_anew(self, seed: int) -> None:
        """Draw from here on what is always drawn after this seed."""
        self._random.seed(seed)

    def word(self) -> str:
        """Draw one word."""
        rank = int(RARE_WORDS ** self._random.random())
        if rank < len(self.known):
            return self.known[rank]
        word = self._made.get(rank)
        if word is None:
            maker = random.Random(rank)  # noqa: S311 - the same rank is the same word
            word = "".join(maker.choice(self._pieces) for _ in range(2 + rank % 2))
            if rank < REMEMBERED_WORDS:
                self._made[rank] = word
        return word

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


def benchmark_search(
    folder: Path, samples: Path, *, pages: int, library: Path | None = None, progress: Progress = SILENT
) -> Report:
    """Fill a library with pages of text and search it with queries of several kinds.

    Args:
        folder: Empty; the library is made here.
        samples: Whose words the text begins with.
        pages: How many pages of text.
        library: One that an earlier run left, or where this one is to leave its own: pages that it lacks are
            added. None: one in ``folder``.
        progress: Told while the library is being filled.
    """
    words = Words(samples)
    place = library or folder / "library"
    with open_library(place) if (place / "keys.json").exists() else new_library(place) as filled:
        started, before = time.perf_counter(), _pages(filled)
        for done in _fill(filled, words, before, pages):
            progress.update(done=done, total=pages, label="pages of text")
        filling, present = time.perf_counter() - started, _pages(filled)
    queries = _queries(words, present)
    with open_library(place) as opened:
        search = opened.search
        ways: dict[str, Callable[[str], int]] = {
            "pages": lambda query: search.find(query, limit=SHOWN).total,
            "documents": lambda query: search.find_documents(query, limit=SHOWN).total,
        }
        # One that no later query is helped by, beyond what any helps the next.
        cold = _searched(ways["pages"], [words.known[len(words.known) // 2]])
        taken = {"the first after opening, cold": cold}
        for way, find in ways.items():
            for kind, asked in queries.items():
                find(asked[0])
                taken[f"{way}: {kind}"] = _searched(find, asked[1:])
            taken[f"{way}: all of these"] = [each for kind in queries for each in taken[f"{way}: {kind}"]]
    figures = {kind: _summary(each) for kind, each in taken.items()}
    size = sum(file.stat().st_size for file in place.rglob("library.db"))
    notes = [
        "Before each kind, one query warms up and is not counted.",
        "The cold one finds nothing of the library decrypted; the system may have read the file before.",
        "CPU: the processor's time, which other work on the machine lengthens less than the clock's.",
        "Pages are listed as the command line does, documents, by their names too, as the window does.",
        f"The database takes {size / 1e6:.0f} MB.",
    ]
    if present > before:
        notes.append(
            f"Filled at {(present - before) / filling:.0f} pages/s, the last {LATEST_PAGES} one by one."
        )
    return Report(
        name=f"Search: {present:,} pages of {LINES_A_PAGE * WORDS_A_LINE} words, encrypted",
        columns=["", *(column.replace("_", " ") for column in next(iter(figures.values())))],
        rows=[[kind, *(f"{value:.1f}" for value in each.values())] for kind, each in figures.items()],
        figures={
            "pages": present,
            "kinds": figures,
            "filled_pages": present - before,
            "filling_seconds": filling,
            "database_megabytes": size / 1e6,
        },
        notes=notes,
    )


def _pages(library: Library) -> int:
    return sum(document.pages_read for document in library.documents.find(limit=1_000_000))


def _fill(library: Library, words: Words, before: int, pages: int) -> Iterator[int]:
    """Add documents until there are so many pages; each has text of its own by its place.

    All pages of a document are stored in one transaction, which takes half the time, but for the latest.
    """
    for done in range(before, pages, PAGES_A_DOCUMENT):
        content = f"text {done}".encode()
        library.documents.add(NewDocument(f"{done}.pdf", "application/pdf", PAGES_A_DOCUMENT, content))
        words.begin_anew(done)
        together = done < pages - LATEST_PAGES
        with library.together() if together else nullcontext():
            while job := library.jobs.claim("benchmark", lease_seconds=600):
                library.jobs.complete(job, words.reading(), image=None, thumbnail=None)
        yield done + PAGES_A_DOCUMENT


def _queries(words: Words, pages: int) -> dict[str, list[str]]:
    chance = random.Random(3)  # noqa: S311 - no secret hangs on it
    phrases = []
    for done in chance.choices(range(0, pages, PAGES_A_DOCUMENT), k=100):
        words.begin_anew(done)
        phrases.append(f'"{words.line()}"')  # It is the first line of that document.
    words.begin_anew(-1)
    drawn = [word for word in (words.word() for _ in range(4000)) if len(word) > 3]
    return {
        "one word": drawn[:200],
        "two words": [" ".join(chance.sample(drawn, 2)) for _ in range(200)],
        "a phrase": phrases,
        "a phrase that is nowhere": [f'"{words.line()}"' for _ in range(100)],
        "beginning of a word": [word[: max(3, len(word) - 2)] for word in drawn[200:400]],
        "two letters": [word[:2] for word in drawn[500:600]],
        "within a word": [word[1:] for word in drawn[400:500]],
        "the most frequent words": words.known[:50],
    }


def _searched(find: Callable[[str], int], queries: list[str]) -> list[tuple[float, float, int]]:
    """Return for each query the seconds on the clock, those of the processor, and how much was found."""
    taken = []
    for query in queries:
        began, worked = time.perf_counter(), time.process_time()
        total = find(query)
        taken.append((time.perf_counter() - began, time.process_time() - worked, total))
    return taken


def _summary(taken: list[tuple[float, float, int]]) -> dict[str, float]:
    clock, processor, hits = zip(*taken, strict=True)
    return {
        "queries": len(taken),
        "median_ms": median(clock) * 1000,
        "p95_ms": percentile(clock, 95) * 1000,
        "cpu_median_ms": median(processor) * 1000,
        "cpu_p95_ms": percentile(processor, 95) * 1000,
        "median_hits": median(hits),
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
