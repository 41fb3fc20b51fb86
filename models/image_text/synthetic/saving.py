"""Writes the files of a made-up snapshot."""

import json
from pathlib import Path

import torch
import transformers

CARD = (
    "---\nlicense: mit\nlanguage:\n- en\n---\n\nA model with random weights. What it says has no meaning.\n"
)

HALVES = {
    "do_normalize": True,
    "do_rescale": True,
    "image_mean": [0.5] * 3,
    "image_std": [0.5] * 3,
    "rescale_factor": 1 / 255,
}
IMAGENET = {**HALVES, "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
OPENAI = {
    **HALVES,
    "image_mean": [0.48145466, 0.4578275, 0.40821073],
    "image_std": [0.26862954, 0.26130258, 0.27577711],
}
"""How colours become numbers, in the ways that models were trained with."""


def save(model: torch.nn.Module, folder: Path) -> None:
    """Write a model with its card.

    Biases and norms begin as 0 and 1, which would hide a fault: they are spread first.
    """
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.ndim == 1:
                parameter.add_(torch.randn_like(parameter) * (0.1 if name.endswith("weight") else 0.02))
    transformers.utils.logging.disable_progress_bar()
    model.eval().save_pretrained(folder)
    (folder / "README.md").write_text(CARD, encoding="utf-8")


def write_json(path: Path, data: object) -> None:
    """Write a small file of the snapshot."""
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
