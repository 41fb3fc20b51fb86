"""The original program (transformers), asked the same question: what an exported model is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

Image = NDArray[np.uint8]
"""Height, width, 3: red, green, blue."""


@dataclass(frozen=True)
class Asked:
    """A picture and a question as the original takes them in.

    Attributes:
        pixels: Float32 (tiles, 3, height, width).
        tokens: Ids of the prompt, in the order that the model reads them; for an encoder-decoder without a
            text encoder those that its answer begins with.
        answer_start: What the decoder begins with, where the prompt goes to a text encoder.
    """

    pixels: NDArray[np.float32]
    tokens: tuple[int, ...]
    answer_start: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answered:
    """What the original said.

    Attributes:
        tokens: Ids of the answer, greedily chosen, the end token among them where it came.
        logits: Float32 (answer tokens, vocabulary), before each choice.
    """

    tokens: tuple[int, ...]
    logits: NDArray[np.float32]


def answer_of(model: nn.Module, inputs: Mapping[str, Any], count: int, *, beams: int = 1) -> Answered:
    """Let a model of transformers answer.

    Args:
        model: With its head.
        inputs: For ``generate``: tensors by name.
        count: Most tokens of the answer.
        beams: Answers followed side by side.
    """
    start = inputs["decoder_input_ids"].shape[1] if "decoder_input_ids" in inputs else None
    if start is None:
        start = inputs["input_ids"].shape[1] if not model.config.is_encoder_decoder else 1
    with torch.no_grad():
        given = model.generate(
            **inputs,
            do_sample=False,
            num_beams=beams,
            max_new_tokens=count,
            output_logits=beams == 1,
            return_dict_in_generate=True,
        )
    tokens = tuple(int(token) for token in given.sequences[0, start:])
    logits = np.stack([each[0].float().numpy() for each in given.logits]) if beams == 1 else np.zeros((0, 0))
    return Answered(tokens, logits.astype(np.float32))
