"""Measures what one precision of a pack needs: ``python -m models.image_text.measuring PACK PRECISION``.

Figures are CPU-seconds on one thread: they tell the same on a computer that is busy. Memory is the most that
the process held, from the operating system; so this module imports nothing but what answers questions.
"""

import json
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.packs import Pack, load_pack
from engine.runtime import CPU
from engine.vision import EncoderPair, ImageTextModel, Limits
from engine.vision.decoder import CHUNK
from engine.vision.families import FAMILIES
from engine.vision.opening import open_networks
from engine.vision.text import open_text
from models.image_text.pictures import GOLDEN_QUESTION, drawn

ANSWER, STEPS = 64, 32
"""Tokens of an answer, and tokens by which the pace is measured."""
LENGTHS = (100, 900)
"""Of texts behind which the pace is measured, in tokens."""


def measure(folder: Path, precision: str) -> Mapping[str, Any]:
    """Measure a precision of a pack in this process, which has done nothing else."""
    loaded = load_pack(folder)
    pair = loaded.image_text.family == "dual-encoder"
    figures = _measure_pair(folder, precision) if pair else _measure_answers(folder, precision)
    return {**figures, "peak_bytes": peak_bytes(), "machine": machine()}


def _measure_answers(folder: Path, precision: str) -> dict[str, Any]:
    begun = time.process_time()
    loaded = load_pack(folder)
    model = ImageTextModel.open(loaded, precision=precision, threads=1)
    load = time.process_time() - begun
    by_tiles = sorted(model.facts.profiles, key=lambda name: model.facts.profiles[name])
    begun = time.process_time()
    picture = drawn(0, width=1280, height=1280)
    seen = model.see(picture, key="bench", profile=by_tiles[len(by_tiles) // 2])
    look = (time.process_time() - begun) / seen.grid.work
    begun = time.process_time()
    model.generate(seen, GOLDEN_QUESTION, limits=Limits(1), beams=1)
    prompt, taken = time.process_time() - begun, model._family.taken_in
    begun = time.process_time()
    said = model.generate(seen, GOLDEN_QUESTION, limits=Limits(ANSWER), beams=1)
    wrote = time.process_time() - begun
    if seen.grid.vectors is not None:
        # A picture that is not cut takes the more memory, the closer it is looked at.
        closest = model.see(picture, key="bench", profile=by_tiles[-1])
        model.generate(closest, GOLDEN_QUESTION, limits=Limits(1), beams=1)
    model.close()
    figures = {"load_seconds": round(load, 3), "seconds_per_tile": round(look, 4)}
    if loaded.image_text.family == "embed-merge":
        figures["prefill_tokens_per_second"] = round(taken / prompt, 1)
        paces = pace_at(loaded, precision, LENGTHS)
        figures.update({"tokens_per_second": paces[max(paces)]} if paces else {})
        figures.update({f"tokens_per_second_at_{length}": pace for length, pace in paces.items()})
    elif len(said.tokens) > 1:
        figures["tokens_per_second"] = round(len(said.tokens) / wrote, 2)
    return figures


def pace_at(pack: Pack, precision: str, lengths: Sequence[int]) -> dict[int, float]:
    """Return how many tokens a second a decoder writes behind texts of some lengths.

    Answers of a model are not used for that: one may end after two words, or go in a circle and be cut.

    Args:
        pack: Of the family ``embed-merge``.
        precision: Which.
        lengths: Of the texts, in tokens; those that do not fit the model are left out.
    """
    opened = open_networks(pack, precision, threads=1, provider=CPU, cancelled=lambda: False)
    family = FAMILIES[pack.image_text.family](opened.networks, pack.image_text, open_text(pack))
    decoder, token = family.decoder, pack.image_text.tokens.eos[0]
    found = {}
    for length in lengths:
        if length + STEPS > decoder.context:
            continue
        decoder.restart(expected=length + STEPS)
        for begin in range(0, length, CHUNK):
            decoder.feed([token] * min(CHUNK, length - begin))
        begun = time.process_time()
        for _ in range(STEPS):
            decoder.feed([token])
        found[length] = round(STEPS / (time.process_time() - begun), 2)
    return found


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
    """Return the most memory that this process has held.

    What Linux tells as ``ru_maxrss`` is not taken: it counts what the parent held at the start, too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


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
