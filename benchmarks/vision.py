"""Questions about a picture at SmolVLM-256M's real size: ours beside the original code and two runtimes.

Weights are random: speed and memory do not depend on what they say. All contenders get the same weights, the
same picture and the same tokens, one thread each, one after the other, in a process of their own. Times
are processor seconds, so that other work on the computer counts less.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Report
from benchmarks.vision_contenders import LENGTHS, LONG, MAKERS, PICTURE, PROFILE, QUESTIONS, STEPS
from engine.progress import Progress

OURS, EAGER = "sanduku int8", "transformers eager fp32"
OWN, TEXT_HALF = "sanduku ", ", text half"
"""How the names of ours begin, and how those end that have no eyes."""
Measured = dict[str, float]
COLUMNS = {
    "load_seconds": ("load s", "{:.1f}"),
    "vision_seconds_per_tile": ("s a tile", "{:.2f}"),
    "prefill_tokens_per_second": ("prompt tok/s", "{:.0f}"),
    **{f"tokens_per_second_at_{each}": (f"tok/s at {each}", "{:.1f}") for each in LENGTHS},
    "first_answer_seconds": ("1st question s", "{:.2f}"),
    "second_answer_seconds": ("2nd question s", "{:.3f}"),
    "peak_megabytes": ("peak MB", "{:.0f}"),
}
"""Figure -> its heading, and how it is written."""


def benchmark_vision(
    folder: Path, names: Sequence[str], *, rounds: int, failed: Mapping[str, str], progress: Progress
) -> Report:
    """Measure each contender in each round, one after the other.

    Args:
        folder: Prepared by :func:`benchmarks.vision_models.prepare`.
        names: Contenders.
        rounds: How often; medians are told.
        failed: What could not be prepared, and why.
        progress: Told before each contender.
    """
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    missing = dict(failed)
    for turn in range(rounds):
        for number, name in enumerate(names):
            progress.update(done=turn * len(names) + number, total=rounds * len(names), label=name)
            if name in missing:
                continue
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.vision_contenders", name, str(folder)],
                capture_output=True,
                text=True,
                check=False,
                env={
                    **os.environ,
                    "OMP_NUM_THREADS": "1",
                    "OPENBLAS_NUM_THREADS": "1",
                    "MKL_NUM_THREADS": "1",
                },
            )
            if done.returncode:
                told = done.stderr.strip().splitlines()
                missing[name] = told[-1] if told else f"it ended with {done.returncode}"
                continue
            taken[name].append(json.loads(done.stdout))
    found = {name: _medians(runs) for name, runs in taken.items() if runs}
    ratios = _ratios(found)
    return Report(
        name="Vision: questions about a picture at SmolVLM-256M's size, one thread",
        columns=["", *(heading for heading, _ in COLUMNS.values())],
        rows=[
            [name, *(form.format(each[key]) if key in each else "" for key, (_, form) in COLUMNS.items())]
            for name, each in found.items()
        ],
        figures={
            "contenders": found,
            "runs": {
                name: [{key: value for key, value in run.items() if key != "said"} for run in runs]
                for name, runs in taken.items()
            },
            "ratios": ratios,
            "not_measured": missing,
            "rounds": rounds,
            "picture": PICTURE,
            "profile": PROFILE,
            "questions": QUESTIONS,
        },
        notes=_notes(ratios, missing),
    )


def _notes(ratios: Mapping[str, float], missing: Mapping[str, str]) -> list[str]:
    return [
        f"Random weights; picture of {PICTURE[0]}×{PICTURE[1]}, '{PROFILE}'. Times: processor seconds.",
        f"{STEPS} tokens are written at each length, and the median of them is told.",
        f"The prompt whose pace is told has {LONG} tokens.",
        "The 1st question includes taking in the picture, in transformers looking at it too.",
        *(f"{name}: {value:.2f}" for name, value in ratios.items()),
        *(f"Not measured: {name} ({why})" for name, why in missing.items()),
    ]


def _medians(runs: Sequence[Mapping[str, Any]]) -> Measured:
    return {key: median(run[key] for run in runs) for key in runs[0] if key != "said"}


def _ratios(found: Mapping[str, Measured]) -> dict[str, float]:
    """Return how many times better each of ours is than each peer that does the same."""
    ratios: dict[str, float] = {}
    if OURS in found and EAGER in found:
        ours, eager = found[OURS], found[EAGER]
        ratios["times eager's tok/s at 900"] = (
            ours["tokens_per_second_at_900"] / eager["tokens_per_second_at_900"]
        )
        ratios["eager's memory / ours"] = eager["peak_megabytes"] / ours["peak_megabytes"]
        ratios["times faster a tile than eager"] = (
            eager["vision_seconds_per_tile"] / ours["vision_seconds_per_tile"]
        )
        ratios["times faster 2nd question than eager"] = (
            eager["second_answer_seconds"] / ours["second_answer_seconds"]
        )
    halves = [name for name in found if name.endswith(TEXT_HALF)]
    for own in (name for name in halves if name.startswith(OWN)):
        ours, form = found[own], own.removeprefix(OWN).removesuffix(TEXT_HALF)
        for name in (name for name in halves if not name.startswith(OWN)):
            theirs, peer = found[name], name.removesuffix(TEXT_HALF)
            for key, what in (
                ("prefill_tokens_per_second", "prompt tok/s"),
                *((f"tokens_per_second_at_{each}", f"tok/s at {each}") for each in LENGTHS),
            ):
                ratios[f"{form}: times {what} of {peer}"] = ours[key] / theirs[key]
            ratios[f"{form}: memory of {peer} / ours"] = theirs["peak_megabytes"] / ours["peak_megabytes"]
    return ratios


NAMES = tuple(MAKERS)
"""Every contender, ours first."""
