"""The made-up snapshots: ``python -m models.image_text.synthetic.snapshots NAME FOLDER`` writes one."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import torch

from models.image_text.synthetic.encoder_decoders import BASE as VIT_GPT2_BASE
from models.image_text.synthetic.encoder_decoders import write_donut, write_florence2, write_vit_gpt2
from models.image_text.synthetic.others import write_clip, write_llava, write_siglip, write_siglip2
from models.image_text.synthetic.qwen_vl import write_qwen2_5_vl, write_qwen2_vl
from models.image_text.synthetic.smolvlm import SMOLVLM_256M, SMOLVLM_500M, write_idefics3, write_smolvlm

SEED = 7

TINY: Mapping[str, Callable[[Path], None]] = {
    "clip": write_clip,
    "donut": write_donut,
    "florence2": write_florence2,
    "idefics3": write_idefics3,
    "llava": write_llava,
    "qwen2-vl": write_qwen2_vl,
    "qwen2.5-vl": write_qwen2_5_vl,
    "siglip": write_siglip,
    "siglip2": write_siglip2,
    "smolvlm": write_smolvlm,
    "vit-gpt2": write_vit_gpt2,
}
"""Name of a tiny snapshot -> what writes it."""
REAL_SIZE: Mapping[str, Callable[[Path], None]] = {
    "smolvlm-256m": partial(write_smolvlm, size=SMOLVLM_256M),
    "smolvlm-500m": partial(write_smolvlm, size=SMOLVLM_500M),
    "vit-gpt2-base": partial(write_vit_gpt2, size=VIT_GPT2_BASE),
}
"""Name of a snapshot of real size -> what writes it."""


def write_snapshot(name: str, folder: Path, *, seed: int = SEED) -> Path:
    """Write a made-up snapshot, the same bytes for the same seed, and return its folder.

    Args:
        name: One of :data:`TINY` or :data:`REAL_SIZE`.
        folder: Is made.
        seed: Of the weights.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        {**TINY, **REAL_SIZE}[name](folder)
    return folder


if __name__ == "__main__":
    write_snapshot(sys.argv[1], Path(sys.argv[2]))
