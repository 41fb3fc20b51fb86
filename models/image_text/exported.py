"""What an architecture gives: its graphs, and all that the manifest tells of how they are fed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import onnx

RESAMPLES = ("nearest", "lanczos", "bilinear", "bicubic", "box", "hamming")
"""Names of pillow's filters, by their numbers."""


@dataclass(frozen=True)
class Exported:
    """A checkpoint as graphs of ONNX, in float32.

    Attributes:
        family: As the manifest names it.
        graphs: Graph of each component, by its role.
        image_text: The manifest's part on feeding the model, but for family, components and precisions.
        tasks: What the model can be asked for.
        parameters: How many weights the decoder has, which decides how it is made smaller; 0 without one.
    """

    family: str
    graphs: Mapping[str, onnx.ModelProto]
    image_text: Mapping[str, Any]
    tasks: tuple[str, ...]
    parameters: int = 0


def pixel_scale(processor: Any) -> dict[str, Any]:
    """Return how colours become numbers, as a picture processor of transformers does it."""
    return {
        "resample": RESAMPLES[int(processor.resample)],
        "mean": list(processor.image_mean) if processor.do_normalize else [0.0] * 3,
        "std": list(processor.image_std) if processor.do_normalize else [1.0] * 3,
        "rescale": float(processor.rescale_factor) if processor.do_rescale else 1.0,
    }


def search_of(generation: Mapping[str, Any]) -> dict[str, int]:
    """Return how answers are looked for, where a model's authors want more than the likeliest token."""
    found = {"beams": int(generation.get("num_beams") or 1)}
    if generation.get("no_repeat_ngram_size"):
        found["no_repeat_ngram"] = int(generation["no_repeat_ngram_size"])
    return found


def ids(value: object) -> list[int]:
    """Return token ids that a configuration gives as one, as a list, or not at all."""
    if value is None:
        return []
    return [int(each) for each in value] if isinstance(value, list | tuple) else [int(str(value))]
