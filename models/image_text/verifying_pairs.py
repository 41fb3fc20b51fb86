"""Holds the two halves of a dual encoder against the original: by the vectors that they give."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from models.image_text.architectures import Architecture
from models.image_text.errors import ParityError
from models.image_text.exporting import REFERENCE, Tell
from models.image_text.pictures import QUESTIONS, Image
from models.image_text.running import Session
from models.image_text.snapshots import Snapshot
from models.image_text.verifying_inputs import Check
from models.image_text.workshop import Workshop

TOLERANCE = 1e-4
"""Largest difference of a number of a unit vector between the original and the reference."""

Vectors = NDArray[np.float32]


def verify_pairs(
    snapshot: Snapshot,
    architecture: Architecture,
    workshop: Workshop,
    pictures: Sequence[Image],
    check: Check,
    *,
    tell: Tell,
) -> None:
    """Write the gate of each precision; raises ParityError for a reference that is not exact."""
    tell("Asking the original")
    model = architecture.load(snapshot)
    asked = []
    plan = [
        *((picture, QUESTIONS[0]) for picture in pictures),
        *((pictures[0], text) for text in QUESTIONS[1:]),
    ]
    for picture, text in plan:
        asked.append(architecture.ask(snapshot, picture, text, ""))
        check(picture, text, "", asked[-1])
    with torch.no_grad():
        given = [model(**architecture.inputs(each)) for each in asked]
    images = np.concatenate([each.image_embeds.numpy() for each in given])
    texts = np.concatenate([each.text_embeds.numpy() for each in given])
    for name, precision in workshop.draft["precisions"].items():
        tell(f"Comparing {name}")
        files = {
            role: str(workshop.folder / workshop.draft["models"][role][variant][0])
            for role, variant in precision["variants"].items()
        }
        eyes, words = Session(files["image_encoder"]), Session(files["text_encoder"])
        ours = _unit([eyes({"pixel_values": each.pixels})["image_embeds"] for each in asked])
        read = _unit([words({"input_ids": np.array([each.tokens])})["text_embeds"] for each in asked])
        largest = float(max(np.abs(ours - images).max(), np.abs(read - texts).max()))
        if name == REFERENCE and largest > TOLERANCE:
            raise ParityError(
                f"The exported model strays from the original: its vectors differ by up to {largest:.2g}.",
                remedy="Nothing was packed. The export is at fault: please report it with the model's name.",
            )
        precision["gate"] = _gate(images, ours, texts, read, largest)


def _gate(images: Vectors, ours: Vectors, texts: Vectors, read: Vectors, largest: float) -> dict[str, Any]:
    return {
        "vector_error_max": round(largest, 6),
        "image_cosine_min": round(float((images * ours).sum(-1).min()), 6),
        "text_cosine_min": round(float((texts * read).sum(-1).min()), 6),
        "similarity_error_max": round(float(np.abs(images @ texts.T - ours @ read.T).max()), 6),
    }


def _unit(vectors: Sequence[Vectors]) -> Vectors:
    joined = np.concatenate(vectors)
    unit: Vectors = joined / np.linalg.norm(joined, axis=-1, keepdims=True)
    return unit
