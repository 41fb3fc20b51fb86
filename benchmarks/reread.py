"""What it costs to read again what the library has read before."""

import logging
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.report import Report, median, percentile
from benchmarks.store import new_library
from engine.intake import Intake, Taken
from engine.library import Library, open_library
from engine.pipeline import Pipeline
from engine.pipeline.answering import Answering
from engine.settings import Places, Settings
from engine.worker.guardian import Guardian
from engine.worker.worker import Outcome, Worker


def benchmark_reread(folder: Path, samples: Path, *, rounds: int = 10) -> Report:
    """Read the samples, then have a worker read every page again with the same pipeline.

    Args:
        folder: Empty; the library is made here.
        samples: The documents.
        rounds: How often they are read again.
    """
    with new_library(folder / "library") as library, _worker(library) as worker:
        intake = Intake(library, Settings().pages)
        taken = [item for item in intake.take_all(sorted(samples.iterdir())) if isinstance(item, Taken)]
        first = _step_to_the_end(worker, Outcome.DONE)
        again: list[float] = []
        for _ in range(rounds):
            for item in taken:
                library.jobs.read_again(item.document_id)
            again += _step_to_the_end(worker, Outcome.CACHED)
    return Report(
        name="Reread: pages that the library has read before",
        columns=["", "pages", "median ms", "p95 ms"],
        rows=[
            [name, f"{len(times)}", f"{median(times) * 1000:.1f}", f"{percentile(times, 95) * 1000:.1f}"]
            for name, times in (("first reading", first), ("read again", again))
        ],
        figures={
            "first_median_ms": median(first) * 1000,
            "again_median_ms": median(again) * 1000,
            "again_p95_ms": percentile(again, 95) * 1000,
        },
    )


@contextmanager
def _worker(library: Library) -> Iterator[Worker]:
    """Give a worker with the real pipeline, in this process."""
    settings, places, log = Settings(), Places.of_this_user(), logging.getLogger("benchmark")
    guardian = Guardian(settings.worker, stop_requested=lambda: False, memory=lambda: 0, log=log)
    with guardian.on_duty(lambda: open_library(library.folder, data_key=library.data_key)):
        worker = Worker(
            library,
            lambda: Pipeline(settings, places),
            settings,
            guardian,
            owner="benchmark",
            stop=threading.Event(),
            memory=lambda: 0,
            log=log,
            open_answering=lambda: Answering(settings, places),
        )
        with closing(worker):
            yield worker


def _step_to_the_end(worker: Worker, expected: Outcome) -> list[float]:
    """Do all queued jobs and return the seconds of each."""
    seconds = []
    while (result := worker.step()).outcome is not Outcome.IDLE:
        if result.outcome is not expected:
            message = f"a page ended as {result.outcome} instead of {expected}: {result.error}"
            raise RuntimeError(message)
        seconds.append(result.seconds)
    return seconds
