"""The original program (transformers), asked the same question: what an exported model is held against."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray


@dataclass(frozen=True)
class Asked:
    """A picture and a question as the original takes them in.

    Attributes:
        pixels: Float32 (tiles, 3, height, width).
        tokens: Ids of the prompt, in the order that the model reads them; for an encoder-decoder without a
            text encoder those that its answer begins with.
        answer_start: What the decoder begins with, where the prompt goes to a text encoder.
        grid: Rows and columns of the picture's feature vectors, for a model that is told where each stands.
        patch: Edge in pixels of what such a model cuts a picture into.
        image_token: Id of the token that stands for a feature vector, for such a model.
    """

    pixels: NDArray[np.float32]
    tokens: tuple[int, ...]
    answer_start: tuple[int, ...] = ()
    grid: tuple[int, int] | None = None
    patch: int | None = None
    image_token: int | None = None


@dataclass(frozen=True)
class Answered:
    """What the original said.

    Attributes:
        tokens: Ids of the answer, greedily chosen, the end token among them where it came.
        logits: Float32 (answer tokens, vocabulary), before each choice.
    """

    tokens: tuple[int, ...]
    logits: NDArray[np.float32]


def answer_of(
    model: Any,
    inputs: Mapping[str, Any],
    count: int,
    *,
    beams: int = 1,
    plain: bool = True,
) -> Answered:
    """Let a model of transformers answer.

    Args:
        model: With its head.
        inputs: For ``generate``: tensors by name.
        count: Most tokens of the answer, which is cut there.
        beams: Answers followed side by side; with more than one no logits are kept.
        plain: Whether the rules of its configuration against repeating are left aside.
    """
    settings = copy.deepcopy(model.generation_config)
    settings.update(
        do_sample=False,
        num_beams=beams,
        max_length=None,
        max_new_tokens=count,
        output_logits=beams == 1,
        return_dict_in_generate=True,
    )
    if plain:
        settings.no_repeat_ngram_size = 0
    first = "decoder_input_ids" if model.config.is_encoder_decoder else "input_ids"
    with torch.no_grad():
        given = model.generate(**inputs, generation_config=settings)
    tokens = tuple(int(token) for token in given.sequences[0, inputs[first].shape[1] :])
    if beams > 1:
        return Answered(tokens, np.zeros((0, 0), np.float32))
    return Answered(tokens, np.stack([each[0].float().numpy() for each in given.logits]))
