"""Captions at ViT-GPT2's real size: ours beside the original code and optimum, which exports it too.

optimum cannot export SmolVLM, so that the two are compared by a model that both can. Weights are random, all
contenders get the same, and the same pixels, one thread each, one after the other, in a process of their own.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.captions_contenders import MAKERS, SIDE, TOKENS
from benchmarks.report import Report
from engine.progress import Progress

OPTIMUM, ORIGINAL, OURS = "optimum fp32", "transformers eager fp32", "sanduku int8"
COLUMNS = {
    "load_seconds": ("load s", "{:.1f}"),
    "look_seconds": ("s a picture", "{:.3f}"),
    "tokens_per_second": ("tok/s", "{:.1f}"),
    "caption_seconds": (f"caption of {TOKENS} s", "{:.2f}"),
    "peak_megabytes": ("peak MB", "{:.0f}"),
    "tokens_alike": (f"of {TOKENS} tokens as the original", "{:.0f}"),
}
"""Figure -> its heading, and how it is written."""
NAMES = tuple(MAKERS)
"""Every contender, ours first."""
ROOT = Path(__file__).resolve().parent.parent


def prepare_captions(folder: Path, tell: Callable[[str], None]) -> dict[str, str]:
    """Fill a folder with a checkpoint, our pack of it, and optimum's export; what is there already is kept.

    Returns:
        Why a contender cannot be measured, by its name.
    """
    from models.image_text.optimum import python_of

    if not (folder / "pack" / "pack.json").exists():
        tell("Random weights of ViT-GPT2's real size, and their pack.")
        _pack(folder)
    if (folder / "optimum" / "config.json").exists() and python_of().exists():
        return {}
    if not python_of().exists():
        return {OPTIMUM: "not installed: 'python3 run.py models optimum' makes its environment"}
    tell("optimum's own export.")
    done = _contender(python_of(), "export", folder)
    return {} if done.returncode == 0 else {OPTIMUM: _why(done)}


def benchmark_captions(
    folder: Path, names: Sequence[str], *, rounds: int, failed: Mapping[str, str], progress: Progress
) -> Report:
    """Measure each contender in each round, one after the other.

    Args:
        folder: Prepared by :func:`prepare_captions`.
        names: Contenders.
        rounds: How often; medians are told.
        failed: What cannot be measured, and why.
        progress: Told before each contender.
    """
    from models.image_text.optimum import python_of

    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    missing = dict(failed)
    for turn in range(rounds):
        for number, name in enumerate(names):
            progress.update(done=turn * len(names) + number, total=rounds * len(names), label=name)
            if name in missing:
                continue
            done = _contender(python_of() if name == OPTIMUM else Path(sys.executable), name, folder)
            if done.returncode:
                missing[name] = _why(done)
                continue
            taken[name].append(json.loads(done.stdout.strip().splitlines()[-1]))
    found = {name: _medians(runs) for name, runs in taken.items() if runs}
    said = {name: runs[0]["said"] for name, runs in taken.items() if runs}
    for name, tokens in said.items():
        if ORIGINAL in said:
            pairs = zip(tokens, said[ORIGINAL], strict=True)
            found[name]["tokens_alike"] = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ratios = _ratios(found)
    return Report(
        name="Captions: a picture at ViT-GPT2's size, one thread",
        columns=["", *(heading for heading, _ in COLUMNS.values())],
        rows=[
            [name, *(form.format(each[key]) if key in each else "" for key, (_, form) in COLUMNS.items())]
            for name, each in found.items()
        ],
        figures={"contenders": found, "ratios": ratios, "not_measured": missing, "rounds": rounds},
        notes=[
            f"Random weights; a picture of {SIDE}×{SIDE} that nobody resizes. Times: processor seconds.",
            "Tokens as the original: from the first one on, until one differs.",
            "By random weights many tokens are nearly as likely as the best: 8 bits soon choose another.",
            *(f"{name}: {value:.2f}" for name, value in ratios.items()),
            *(f"Not measured: {name} ({why})" for name, why in missing.items()),
        ],
    )


def _pack(folder: Path) -> None:
    from models.image_text.exporting import ExportOptions, export
    from models.image_text.packing import pack
    from models.image_text.synthetic.snapshots import write_snapshot
    from models.image_text.variants import quantise
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    def silent(_line: str) -> None:
        return

    if not (folder / "snapshot" / "config.json").exists():
        write_snapshot("vit-gpt2-base", folder / "snapshot")
    workshop = Workshop(folder / "work")
    export(folder / "snapshot", workshop, ExportOptions(name="vit-gpt2-random"), tell=silent)
    quantise(workshop, ["int8"], tell=silent)
    verify(folder / "snapshot", workshop, tell=silent)
    pack(workshop, folder / "pack", ["int8", "fp32"])


def _contender(python: Path, name: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(python), "-m", "benchmarks.captions_contenders", name, str(folder.resolve())],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def _why(done: "subprocess.CompletedProcess[str]") -> str:
    told = done.stderr.strip().splitlines()
    return told[-1] if told else f"it ended with {done.returncode}"


def _medians(runs: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    return {key: median(run[key] for run in runs) for key in runs[0] if key != "said"}


def _ratios(found: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return how many times better ours is than each peer."""
    ratios: dict[str, float] = {}
    for name in (OPTIMUM, ORIGINAL):
        if name in found and OURS in found:
            ours, theirs = found[OURS], found[name]
            ratios[f"times tok/s of {name}"] = ours["tokens_per_second"] / theirs["tokens_per_second"]
            ratios[f"times faster a caption than {name}"] = (
                theirs["caption_seconds"] / ours["caption_seconds"]
            )
            ratios[f"memory of {name} / ours"] = theirs["peak_megabytes"] / ours["peak_megabytes"]
    return ratios
