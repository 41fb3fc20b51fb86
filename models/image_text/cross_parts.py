"""Takes decoders with cross-attention out of the modules that torch loaded: GPT-2, BART and MBART."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from torch import nn

from models.image_text.building import Array
from models.image_text.cross_decoder import CrossDecoder
from models.image_text.errors import UnsupportedModelError
from models.image_text.parts import array, layer_of, linear, norm

SKIPPED = 2
"""Rows of BART's table of positions that stand for no position."""


def bart_decoder(decoder: Any, head: nn.Module) -> tuple[CrossDecoder, Array]:
    """Return a decoder of BART or MBART, and its table of words."""
    parts = CrossDecoder(
        layers=[layer_of(layer) for layer in decoder.layers],
        positions=array(decoder.embed_positions.weight)[SKIPPED:],
        norm_in=norm(decoder.layernorm_embedding),
        norm_out=norm(decoder.layer_norm) if hasattr(decoder, "layer_norm") else None,
        head=linear(head),
    )
    return parts, words_of(decoder.embed_tokens)


def words_of(embedding: Any) -> Array:
    """Return a table of words, with the factor that BART gives it."""
    return array(embedding.weight) * np.float32(getattr(embedding, "embed_scale", None) or 1.0)


def _gpt2(decoder: Any) -> tuple[CrossDecoder, Array]:
    inner = decoder.transformer
    parts = CrossDecoder(
        layers=[layer_of(layer) for layer in inner.h],
        positions=array(inner.wpe.weight),
        norm_in=None,
        norm_out=norm(inner.ln_f),
        head=linear(decoder.lm_head),
    )
    return parts, array(inner.wte.weight)


def _mbart(decoder: Any) -> tuple[CrossDecoder, Array]:
    return bart_decoder(decoder.model.decoder, decoder.lm_head)


DECODERS: Mapping[str, Callable[[Any], tuple[CrossDecoder, Array]]] = {
    "BartForCausalLM": _mbart,
    "GPT2LMHeadModel": _gpt2,
    "MBartForCausalLM": _mbart,
}
"""Class of a decoder in transformers -> takes it apart."""


def decoder_of(decoder: Any) -> tuple[CrossDecoder, Array]:
    """Return a decoder and its table of words.

    Raises:
        UnsupportedModelError: Nobody has told us how that class names its parts.
    """
    name = type(decoder).__name__
    if name not in DECODERS:
        raise UnsupportedModelError(f"Its decoder is a {name}; we can write {', '.join(sorted(DECODERS))}.")
    return DECODERS[name](decoder)
