"""Measures what each precision of a pack needs, in a fresh process, and writes it into the workshop.

Figures are CPU-seconds on one thread: they tell the same on a computer that is busy. Memory is the most that
the process held, from the operating system.
"""

import json
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.packs import load_pack
from engine.vision import EncoderPair, ImageTextModel, Limits
from models.image_text import workshop as shop
from models.image_text.errors import TooSmallError
from models.image_text.exporting import Tell
from models.image_text.packing import pack
from models.image_text.pictures import GOLDEN_QUESTION, drawn
from models.image_text.variants import STEP as QUANTIZE
from models.image_text.verifying import STEP as VERIFY
from models.image_text.workshop import Workshop

STEP = "bench"
ANSWER = 64
"""Tokens of the answer whose pace is measured."""


def bench(workshop: Workshop, precisions: Sequence[str] | None, *, tell: Tell) -> bool:
    """Measure precisions of a workshop, each in its own process; return whether there was anything to do.

    Args:
        workshop: In which they were verified.
        precisions: Which; None for all.
        tell: Is told what goes on.

    Raises:
        TooSmallError: The process was ended, most likely for want of memory.
    """
    names = list(precisions or workshop.draft["precisions"])
    recipe = shop.recipe(STEP, workshop.recipe_of(QUANTIZE), workshop.recipe_of(VERIFY), names)
    if workshop.is_done(STEP, recipe):
        return False
    trial = pack(workshop, workshop.folder / "trial", names)
    for name in names:
        tell(f"Measuring {name}")
        workshop.draft["precisions"][name]["measured"] = measured_apart(trial.folder, name)
    workshop.finish(STEP, recipe, [])
    return True


def measured_apart(folder: Path, precision: str) -> dict[str, Any]:
    """Measure a precision of a pack in a fresh process.

    Raises:
        TooSmallError: The process was ended, most likely for want of memory.
    """
    done = subprocess.run(
        [sys.executable, "-m", "models.image_text.measuring", str(folder), precision],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    if done.returncode != 0:
        raise TooSmallError(
            f"'{precision}' cannot be measured here: {done.stderr.strip()[-400:] or 'the process ended'}.",
            which=folder,
            remedy="Close other programs, or use a computer with more memory.",
        )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(folder: Path, precision: str) -> Mapping[str, Any]:
    """Measure a precision of a pack in this process, which has done nothing else."""
    loaded = load_pack(folder)
    pair = loaded.image_text.family == "dual-encoder"
    figures = _measure_pair(folder, precision) if pair else _measure_answers(folder, precision)
    return {**figures, "peak_bytes": peak_bytes(), "machine": machine()}


def _measure_answers(folder: Path, precision: str) -> dict[str, Any]:
    begun = time.process_time()
    model = ImageTextModel.open(load_pack(folder), precision=precision, threads=1)
    load = time.process_time() - begun
    profile = max(model.facts.profiles, key=lambda name: model.facts.profiles[name])
    if len(model.facts.profiles) > 1:
        profile = sorted(model.facts.profiles, key=lambda name: model.facts.profiles[name])[1]
    begun = time.process_time()
    seen = model.see(drawn(0, width=1280, height=1280), key="bench", profile=profile)
    tiles = len(seen.features)
    look = (time.process_time() - begun) / tiles
    limits = Limits(1)
    begun = time.process_time()
    model.generate(seen, GOLDEN_QUESTION, limits=limits, beams=1)
    prompt = time.process_time() - begun
    begun = time.process_time()
    said = model.generate(seen, GOLDEN_QUESTION + " ", limits=Limits(ANSWER), beams=1)
    again = time.process_time()
    model.generate(seen, GOLDEN_QUESTION, limits=limits, beams=1)
    answer = (again - begun) - (time.process_time() - again)
    model.close()
    taken = seen.features.shape[0] * seen.features.shape[1]
    figures = {"load_seconds": round(load, 3), "seconds_per_tile": round(look, 4)}
    if len(said.tokens) > 1 and answer > 0:
        figures["tokens_per_second"] = round((len(said.tokens) - 1) / answer, 2)
    if load_pack(folder).image_text.family == "embed-merge" and prompt > 0:
        figures["prefill_tokens_per_second"] = round(taken / prompt, 1)
    return figures


def _measure_pair(folder: Path, precision: str) -> dict[str, Any]:
    begun = time.process_time()
    pair = EncoderPair.open(load_pack(folder), precision=precision, threads=1)
    load = time.process_time() - begun
    pictures = [drawn(number, width=640, height=480) for number in range(4)]
    begun = time.process_time()
    rows = pair.embed_images(pictures)
    look = (time.process_time() - begun) / len(pictures)
    pair.embed_texts([GOLDEN_QUESTION])
    pair.close()
    assert np.isfinite(rows).all(), "a vector holds what is no number"
    return {"load_seconds": round(load, 3), "seconds_per_tile": round(look, 4)}


def peak_bytes() -> int:
    """Return the most memory that this process has held."""
    try:
        import resource
    except ImportError:  # Windows
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak if sys.platform == "darwin" else peak * 1024)


def machine() -> str:
    """Name this computer as the manifest tells it."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, 1 thread, {platform.system()}"


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), sys.argv[2])))  # noqa: T201
