"""Reading speed, memory and accuracy, side by side with rapidocr and Tesseract on the same pages.

Latency: every page goes to each contender in turn, one at a time, so that ratios are taken pair by pair.
Throughput: all pages go to each contender with all cores: ours as one process per core with one thread each,
rapidocr as its users run it. Accuracy: CER and WER in the order given, word F1 where order is ambiguous.
"""

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.contenders import Answer, TextLine
from benchmarks.report import Report, median, ratio_interval
from benchmarks.scoring import Estimate, PageScore, TruthPage, load_truth, score_page, summarise
from benchmarks.scoring import Report as Accuracy
from engine.progress import Progress

IMAGES = {".png", ".jpg", ".jpeg", ".webp"}


class Running:
    """A contender's process, ready to be asked."""

    def __init__(self, name: str) -> None:
        """Start the contender called ``name`` and wait until its models are loaded."""
        self.name = name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.contenders", name],
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
def running(name: str) -> Iterator[Running]:
    """Start a contender and end it afterwards."""
    contender = Running(name)
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
        contenders = [stack.enter_context(running(name)) for name in names]
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
    """Return pages per minute of ``processes`` copies of a contender sharing the pages."""
    with ExitStack() as stack:
        contenders = [stack.enter_context(running(name)) for _ in range(processes)]
        for contender in contenders:
            contender.ask(pages[0].file)
        for contender in contenders:
            contender.answer()
        shares = [pages[start::processes] for start in range(processes)]
        start = time.perf_counter()
        for contender, share in zip(contenders, shares, strict=True):
            for page in share:
                contender.ask(page.file)
        for contender, share in zip(contenders, shares, strict=True):
            for _ in share:
                contender.answer()
        return len(pages) * 60 / (time.perf_counter() - start)


def benchmark_reading(
    folders: Sequence[Path], names: Sequence[str], *, rounds: int, most: int | None, progress: Progress
) -> Report:
    """Measure the contenders on the documents of some folders.

    Args:
        folders: Each with images and their ground truth (ALTO ``.xml`` or ``.truth.json`` beside the image).
        names: Contenders; the first is compared with all others.
        rounds: How often every page is read for the timings.
        most: At most this many pages of each folder; None for all.
        progress: Told after each page.
    """
    pages = [page for folder in folders for page in images_with_truth(folder)[:most]]
    answers = measure_latency(pages, names, rounds, progress)
    cores = os.cpu_count() or 1
    throughput = {name: measure_throughput(pages, name, cores if one_thread(name) else 1) for name in names}
    rows, figures = [], {}
    for name in names:
        accuracy = summarise([scored(*pair) for pair in zip(pages, answers[name][-1], strict=True)])
        rows.append(_row(name, names[0], answers, throughput, accuracy))
        figures[name] = _figures(name, names[0], answers, throughput, accuracy)
    return Report(
        name="Reading: " + ", ".join(f"{folder.name} ({_count(folder, most)} pages)" for folder in folders),
        columns=[
            "",
            "s/page",
            "× ours",
            "CPU-s/page",
            "× ours",
            "pages/min",
            "× ours",
            "peak MB",
            "CER % [95 %]",
            "WER % [95 %]",
            "word F1 %",
        ],
        rows=rows,
        figures={"contenders": figures, "pages": len(pages), "rounds": rounds},
        notes=[
            "Seconds are medians over pages and rounds.",
            "'× ours' is the median of pair-by-pair ratios (for throughput: ours divided by theirs).",
            "Throughput uses all cores: one-thread contenders as one process per core.",
        ],
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


def one_thread(name: str) -> bool:
    """Whether a contender uses a single thread, so that it runs once per core for throughput."""
    return not name.startswith("rapidocr")


def _per_cent(estimate: Estimate) -> str:
    return f"{estimate.value * 100:.2f} [{estimate.low * 100:.1f}–{estimate.high * 100:.1f}]"


def _count(folder: Path, most: int | None) -> int:
    return len(images_with_truth(folder)[:most])


def _flat(rounds: list[list[Answer]]) -> list[Answer]:
    return [answer for answers in rounds for answer in answers]


def _figures(
    name: str,
    ours: str,
    answers: dict[str, list[list[Answer]]],
    throughput: dict[str, float],
    accuracy: Accuracy,
) -> dict[str, Any]:
    mine, theirs = _flat(answers[ours]), _flat(answers[name])
    return {
        "seconds_per_page": median([answer.wall_seconds for answer in theirs]),
        "cpu_seconds_per_page": median([answer.cpu_seconds for answer in theirs]),
        "latency_ratio_low_median_high": ratio_interval(
            [answer.wall_seconds for answer in mine], [answer.wall_seconds for answer in theirs]
        ),
        "cpu_ratio_low_median_high": ratio_interval(
            [answer.cpu_seconds for answer in mine], [answer.cpu_seconds for answer in theirs]
        ),
        "pages_per_minute": throughput[name],
        "throughput_ratio": throughput[ours] / throughput[name],
        "peak_megabytes": max(answer.peak_megabytes for answer in theirs),
        "score": accuracy.to_json(),
    }


def _row(
    name: str,
    ours: str,
    answers: dict[str, list[list[Answer]]],
    throughput: dict[str, float],
    accuracy: Accuracy,
) -> list[str]:
    figures = _figures(name, ours, answers, throughput, accuracy)
    return [
        name,
        f"{figures['seconds_per_page']:.2f}",
        f"{figures['latency_ratio_low_median_high'][1]:.2f}",
        f"{figures['cpu_seconds_per_page']:.2f}",
        f"{figures['cpu_ratio_low_median_high'][1]:.2f}",
        f"{figures['pages_per_minute']:.1f}",
        f"{figures['throughput_ratio']:.2f}",
        f"{figures['peak_megabytes']:.0f}",
        _per_cent(accuracy.cer),
        _per_cent(accuracy.wer),
        _per_cent(accuracy.word_f1),
    ]
