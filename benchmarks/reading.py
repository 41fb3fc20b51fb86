"""Reading speed, memory and accuracy, side by side with rapidocr and Tesseract on the same pages.

Latency: every page goes to each contender in turn, one at a time, so that ratios are taken pair by pair; ours
and rapidocr use all cores for it. Throughput: all pages go to each contender with all cores: ours as one
process per core with one thread each, as its workers read a queue, rapidocr as its users run it. Accuracy:
CER and WER in the order given, word F1 where order is ambiguous.
"""

import itertools
import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.contenders import BY_NAME, Answer, TextLine
from benchmarks.report import Report, median, ratio_interval
from benchmarks.scoring import Estimate, PageScore, TruthPage, load_truth, score_page, summarise
from engine.progress import Progress
from engine.worker import processor_cores

IMAGES = {".png", ".jpg", ".jpeg", ".webp"}


class Running:
    """A contender's process, ready to be asked."""

    def __init__(self, name: str, threads: int) -> None:
        """Start the contender called ``name`` and wait until its models are loaded."""
        self.name = name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.contenders", name, str(threads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        if self._requests is None or self._answers.readline() != "ready\n":
            message = f"the contender {name} did not start; its own message stands above"
            raise RuntimeError(message)

    @property
    def _requests(self) -> IO[str]:
        return cast("IO[str]", self._process.stdin)

    @property
    def _answers(self) -> IO[str]:
        return cast("IO[str]", self._process.stdout)

    def ask(self, path: Path) -> None:
        """Hand over one page without waiting."""
        self._requests.write(f"{path}\n")
        self._requests.flush()

    def answer(self) -> Answer:
        """Wait for the answer to the oldest page handed over."""
        row = self._answers.readline()
        if not row:
            message = f"the contender {self.name} ended in the middle of its work"
            raise RuntimeError(message)
        content = json.loads(row)
        return Answer(**{**content, "lines": [TextLine(**line) for line in content["lines"]]})

    def close(self) -> None:
        """End the process."""
        self._requests.close()
        self._answers.close()
        self._process.wait(timeout=60)


@contextmanager
def running(name: str, threads: int) -> Iterator[Running]:
    """Start a contender and end it afterwards."""
    contender = Running(name, threads)
    try:
        yield contender
    finally:
        contender.close()


def measure_latency(
    pages: Sequence[TruthPage], names: Sequence[str], rounds: int, progress: Progress
) -> dict[str, list[list[Answer]]]:
    """Ask every contender for every page in turn.

    Returns:
        For each contender the rounds, each with the answers page by page.
    """
    answers: dict[str, list[list[Answer]]] = {name: [] for name in names}
    total = rounds * len(pages) * len(names)
    done = itertools.count(1)
    with ExitStack() as stack:
        contenders = [stack.enter_context(running(name, processor_cores())) for name in names]
        for contender in contenders:  # a first page each, not counted: caches and lazy loading
            contender.ask(pages[0].file)
            contender.answer()
        for _ in range(rounds):
            for name in names:
                answers[name].append([])
            for page in pages:
                for contender in contenders:
                    contender.ask(page.file)
                    answers[contender.name][-1].append(contender.answer())
                    progress.update(done=next(done), total=total, label=f"{contender.name} {page.name}")
    return answers


def measure_throughput(pages: Sequence[TruthPage], name: str, processes: int) -> float:
    """Return pages per minute of ``processes`` copies of a contender that take the pages from one queue."""
    with ExitStack() as stack:
        contenders = [stack.enter_context(running(name, 1)) for _ in range(processes)]
        pool = stack.enter_context(ThreadPoolExecutor(processes))
        for contender in contenders:  # a first page each, not counted
            contender.ask(pages[0].file)
        for contender in contenders:
            contender.answer()
        queue = deque(pages)

        def work(contender: Running) -> None:
            with suppress(IndexError):
                while True:
                    contender.ask(queue.popleft().file)
                    contender.answer()

        start = time.perf_counter()
        list(pool.map(work, contenders))
        return len(pages) * 60 / (time.perf_counter() - start)


def benchmark_reading(
    folders: Sequence[Path], names: Sequence[str], *, rounds: int, most: int | None, progress: Progress
) -> tuple[Report, Report]:
    """Measure the contenders on the documents of some folders.

    Args:
        folders: Each with images and their ground truth (ALTO ``.xml`` or ``.truth.json`` beside the image).
        names: Contenders; the first is compared with all others.
        rounds: How often every page is read for the timings.
        most: At most this many pages of each folder; None for all.
        progress: Told after each page.

    Returns:
        How fast they read, and how well.
    """
    pages = [page for folder in folders for page in images_with_truth(folder)[:most]]
    answers = measure_latency(pages, names, rounds, progress)
    copies = {name: processor_cores() if BY_NAME[name].one_per_core else 1 for name in names}
    throughput = {name: measure_throughput(pages, name, copies[name]) for name in names}
    speeds = {name: _speed(name, names[0], answers, throughput) for name in names}
    scores = {
        name: summarise([scored(*pair) for pair in zip(pages, answers[name][-1], strict=True)])
        for name in names
    }
    documents = ", ".join(f"{folder.name} ({_count(folder, most)})" for folder in folders)
    taken = {"folders": documents, "pages": len(pages), "rounds": rounds}
    return (
        Report(
            name="Reading speed",
            columns=["", "s/page", "×", "CPU-s", "×", "pages/min", "×", "peak MB"],
            rows=[_speed_row(name, speed) for name, speed in speeds.items()],
            figures={"contenders": speeds, **taken},
            notes=[
                f"{len(pages)} pages of {documents}.",
                "Seconds are medians over pages and rounds, with all cores; '×' is how many times as long",
                "as ours it takes, the median of the pairs. Pages a minute are those of a queue, with ours",
                "and Tesseract as one process for each core; '×' is ours divided by theirs.",
            ],
        ),
        Report(
            name="Reading accuracy",
            columns=["", "CER % [95 %]", "WER % [95 %]", "word F1 %"],
            rows=[
                [name, _per_cent(score.cer), _per_cent(score.wer), f"{score.word_f1.value * 100:.2f}"]
                for name, score in scores.items()
            ],
            figures={"contenders": {name: score.to_json() for name, score in scores.items()}, **taken},
            notes=["In the order in which each gives the text; F1 does not depend on the order."],
        ),
    )


def images_with_truth(folder: Path) -> list[TruthPage]:
    """Return the pages that every contender can open: files that are one image, not PDFs or later pages."""
    pages = load_truth(folder)
    several = {page.file for page in pages if page.index > 0}
    return [page for page in pages if page.file not in several and page.file.suffix in IMAGES]


def scored(page: TruthPage, answer: Answer) -> PageScore:
    """Compare an answer with the truth, without what was read where nothing is scored."""
    read = [line.text for line in answer.lines if page.scores_at((line.x, line.y))]
    return score_page(page.name, page.text, "\n".join(read))


def _per_cent(estimate: Estimate) -> str:
    return f"{estimate.value * 100:.2f} [{estimate.low * 100:.1f}–{estimate.high * 100:.1f}]"


def _count(folder: Path, most: int | None) -> int:
    return len(images_with_truth(folder)[:most])


def _flat(rounds: list[list[Answer]]) -> list[Answer]:
    return [answer for answers in rounds for answer in answers]


def _speed(
    name: str, ours: str, answers: dict[str, list[list[Answer]]], throughput: dict[str, float]
) -> dict[str, Any]:
    mine, theirs = _flat(answers[ours]), _flat(answers[name])
    return {
        "seconds_per_page": median([answer.wall_seconds for answer in theirs]),
        "latency_ratio_low_median_high": ratio_interval(
            [answer.wall_seconds for answer in mine], [answer.wall_seconds for answer in theirs]
        ),
        "cpu_seconds_per_page": median([answer.cpu_seconds for answer in theirs]),
        "cpu_ratio_low_median_high": ratio_interval(
            [answer.cpu_seconds for answer in mine], [answer.cpu_seconds for answer in theirs]
        ),
        "pages_per_minute": throughput[name],
        "throughput_ratio": throughput[ours] / throughput[name],
        "peak_megabytes": max(answer.peak_megabytes for answer in theirs),
    }


def _speed_row(name: str, speed: dict[str, Any]) -> list[str]:
    return [
        name,
        f"{speed['seconds_per_page']:.2f}",
        f"{speed['latency_ratio_low_median_high'][1]:.2f}",
        f"{speed['cpu_seconds_per_page']:.2f}",
        f"{speed['cpu_ratio_low_median_high'][1]:.2f}",
        f"{speed['pages_per_minute']:.1f}",
        f"{speed['throughput_ratio']:.2f}",
        f"{speed['peak_megabytes']:.0f}",
    ]
