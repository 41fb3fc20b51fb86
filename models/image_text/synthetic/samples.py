"""Writes tiny packs with what the original says of them, for tests that have no torch.

``python -m models.image_text.synthetic.samples FOLDER [NAME ...]`` writes a folder for each architecture: the
pack, pictures, ``expected.json`` (prompts and answers of transformers) and ``pixels.npz`` (pictures as
transformers' own code prepares them, as bytes before colours become numbers).
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image as Pillow

from models.image_text.architectures import Architecture, architecture_of
from models.image_text.exporting import ONLY_PROFILE, REFERENCE, ExportOptions, export
from models.image_text.packing import pack
from models.image_text.pictures import QUESTIONS, drawn
from models.image_text.references import Asked, answer_of
from models.image_text.snapshots import Snapshot
from models.image_text.synthetic.snapshots import TINY, write_snapshot
from models.image_text.variants import quantise
from models.image_text.verifying import verify
from models.image_text.workshop import Workshop

SIZES = ((320, 240), (150, 200), (97, 41))
"""Width and height of the pictures: broad, tall, and small."""
COUNT = 24
BEAMS = 3


def make_pack(name: str, folder: Path) -> Path:
    """Make the tiny pack of an architecture from its tiny snapshot.

    Args:
        name: One of :data:`TINY`.
        folder: Receives ``snapshot``, ``work`` and ``pack``.

    Returns:
        The folder of the pack.
    """
    snapshot, workshop = write_snapshot(name, folder / "snapshot"), Workshop(folder / "work")
    options = ExportOptions(name=f"tiny-{name}", title=f"Tiny {name}")
    export(snapshot, workshop, options, tell=_silent)
    quantise(workshop, None, tell=_silent)
    verify(snapshot, workshop, tell=_silent)
    return pack(workshop, folder / "pack", list(workshop.draft["precisions"]), default=REFERENCE).folder


def write_sample(name: str, target: Path) -> None:
    """Write the sample of one architecture into a folder, which is replaced."""
    with tempfile.TemporaryDirectory() as place:
        made = make_pack(name, Path(place))
        target.mkdir(parents=True, exist_ok=True)
        for earlier in target.iterdir():
            earlier.unlink()
        for file in made.iterdir():
            (target / file.name).write_bytes(file.read_bytes())
        _write_expected(Snapshot.open(Path(place) / "snapshot"), target)


def _write_expected(snapshot: Snapshot, target: Path) -> None:
    architecture = architecture_of(snapshot)
    model = architecture.load(snapshot)
    manifest = json.loads((target / "pack.json").read_text(encoding="utf-8"))["image_text"]
    pixels: dict[str, Any] = {}
    answers, vectors = [], []
    for number, (width, height) in enumerate(SIZES):
        picture = drawn(number, width=width, height=height)
        file = f"picture{number}.png"
        Pillow.fromarray(picture).save(target / file)
        profiles = list(manifest.get("profiles") or (ONLY_PROFILE,))
        for profile in profiles if number == 0 else profiles[:2]:
            asked = architecture.ask(snapshot, picture, QUESTIONS[number], profile)
            pixels[f"{number}.{profile}"] = _bytes_of(asked.pixels, manifest["preprocess"])
            if manifest["family"] == "dual-encoder":
                vectors += _compared(architecture, model, asked, file, QUESTIONS[number])
                continue
            about = {"image": file, "profile": profile, "question": QUESTIONS[number]}
            answers.append({**about, "prompt": list(asked.tokens), **_answered(architecture, model, asked)})
    np.savez_compressed(target / "pixels.npz", **pixels)
    text = json.dumps({"tokens": COUNT, "answers": answers, "vectors": vectors}, indent=1)
    (target / "expected.json").write_text(text + "\n", encoding="utf-8")


def _answered(architecture: Architecture, model: Any, asked: Asked) -> dict[str, Any]:
    """Return the original's answers, greedy and by several beams, by the rules of its own configuration."""
    greedy, best = (
        answer_of(model, architecture.inputs(asked), COUNT, beams=beams, plain=False).tokens
        for beams in (1, BEAMS)
    )
    return {"answer": list(greedy), f"answer_of_{BEAMS}_beams": list(best)}


def _compared(
    architecture: Architecture, model: Any, asked: Asked, file: str, text: str
) -> list[dict[str, Any]]:
    """Return the original's unit vectors of a picture and of a text."""
    with torch.no_grad():
        given = model(**architecture.inputs(asked))
    rows = {"image": (file, given.image_embeds[0]), "text": (text, given.text_embeds[0])}
    return [
        {side: what, "row": [round(float(each), 6) for each in row]} for side, (what, row) in rows.items()
    ]


def _bytes_of(pixels: Any, preprocess: dict[str, Any]) -> Any:
    """Return the colours from 0 to 255 that were turned into numbers; raises ValueError if they were none."""
    shape = (1, 3, 1, 1)
    mean, std = (np.array(preprocess[key], np.float64).reshape(shape) for key in ("mean", "std"))
    colours = (pixels * std + mean) / preprocess["rescale"]
    if np.abs(colours - np.rint(colours)).max() > 1e-2:
        raise ValueError("the picture was not prepared from whole colours")
    return np.rint(colours).astype(np.uint8)


def _silent(_sentence: str) -> None:
    """Say nothing."""


if __name__ == "__main__":
    for each in sys.argv[2:] or TINY:
        write_sample(each, Path(sys.argv[1]) / each)
