"""Writes tiny packs with what the original says of them, for tests that have no torch.

``python -m models.image_text.tiny.samples FOLDER`` writes one folder for each architecture: the pack,
pictures, ``expected.json`` (prompts and answers of transformers) and ``pixels.npz`` (pictures as
transformers' own code prepares them, as bytes before colours become numbers).
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as Pillow

from models.image_text.architectures import architecture_of
from models.image_text.exporting import REFERENCE, ExportOptions, export
from models.image_text.packing import pack
from models.image_text.pictures import drawn
from models.image_text.references import answer_of
from models.image_text.snapshots import Snapshot
from models.image_text.tiny.snapshots import TINY, write_tiny
from models.image_text.variants import quantise
from models.image_text.verifying import verify
from models.image_text.workshop import Workshop

SIZES = ((320, 240), (150, 200), (97, 41))
"""Width and height of the pictures: broad, tall, and small."""
QUESTION = "What is the family name?"
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
    snapshot, workshop = write_tiny(name, folder / "snapshot"), Workshop(folder / "work")
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
    answers = []
    for number, (width, height) in enumerate(SIZES):
        picture = drawn(number, width=width, height=height)
        file = f"picture{number}.png"
        Pillow.fromarray(picture).save(target / file)
        profiles = list(manifest.get("profiles") or {"fast": None})
        for profile in profiles if number == 0 else profiles[:2]:
            asked = architecture.ask(snapshot, picture, QUESTION, profile)
            answered = {
                beams: answer_of(model, architecture.inputs(asked), COUNT, beams=beams).tokens
                for beams in (1, BEAMS)
            }
            pixels[f"{number}.{profile}"] = _bytes_of(asked.pixels, manifest["preprocess"])
            answers.append(
                {
                    "image": file,
                    "profile": profile,
                    "question": QUESTION,
                    "prompt": list(asked.tokens),
                    "answer": list(answered[1]),
                    f"answer_of_{BEAMS}_beams": list(answered[BEAMS]),
                }
            )
    np.savez_compressed(target / "pixels.npz", **pixels)
    text = json.dumps({"tokens": COUNT, "answers": answers}, indent=1)
    (target / "expected.json").write_text(text + "\n", encoding="utf-8")


def _bytes_of(pixels: Any, preprocess: dict[str, Any]) -> Any:  # noqa: ANN401
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
    for each in TINY:
        write_sample(each, Path(sys.argv[1]) / each)
