"""Writes the graph of a decoder in the style of Llama, and of its table of words, from torch weights.

Attention is ONNX Runtime's GroupQueryAttention, which turns keys by their position itself and can write new
keys and values behind the old ones in a buffer that is bound as past and as present. Only the last position
is brought to the vocabulary: with 900 tokens in, that alone spares as much work as two layers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn

from models.image_text import blocks
from models.image_text.building import RUNTIME_DOMAIN, Array, GraphBuilder
from models.image_text.errors import UnsupportedModelError
from models.image_text.parts import array, linear

AXES = 3
"""Directions in which Qwen2-VL counts the places of tokens: time, down, and across."""
TEXT_MODELS = ("llama", "mistral", "qwen2", "qwen2_5_vl_text", "qwen2_vl_text")
"""Kinds of text models with layers built alike: a norm before each half, rotary positions, gated MLP."""


@dataclass(frozen=True, slots=True)
class DecoderSize:
    """What the layers of a decoder have in common.

    Attributes:
        layers: How many there are.
        heads: Of queries.
        kv_heads: Of keys and values.
        head_size: Numbers in each.
        hidden: Numbers of a token between layers.
        context: Most positions.
    """

    layers: int
    heads: int
    kv_heads: int
    head_size: int
    hidden: int
    context: int

    @classmethod
    def of(cls, config: Any) -> "DecoderSize":
        """Read the sizes from a text configuration of transformers."""
        heads = config.num_attention_heads
        return cls(
            layers=config.num_hidden_layers,
            heads=heads,
            kv_heads=getattr(config, "num_key_value_heads", None) or heads,
            head_size=getattr(config, "head_dim", None) or config.hidden_size // heads,
            hidden=config.hidden_size,
            context=config.max_position_embeddings,
        )


def embed_tokens_graph(table: Array) -> onnx.ModelProto:
    """Return the graph from token ids (batch, tokens) to their vectors (batch, tokens, hidden)."""
    graph = GraphBuilder("embed_tokens")
    ids = graph.input("input_ids", ["batch", "tokens"], TensorProto.INT64)
    vectors = graph.add("Gather", [graph.weight("embed_tokens.weight", table), ids], name="embed_tokens")
    graph.output(vectors, "inputs_embeds", ["batch", "tokens", table.shape[1]])
    return graph.model()


def causal_decoder_graph(text_model: nn.Module, head: nn.Linear) -> onnx.ModelProto:
    """Return the graph from vectors of tokens to the logits of the token after the last.

    Inputs: ``inputs_embeds`` (batch, tokens, hidden), ``attention_mask`` int64 (batch, past + tokens), and
    for each layer N ``past_key_values.N.key`` and ``.value`` (batch, kv heads, past, head size); for a model
    that counts in three directions ``position_ids`` int64 (3, batch, tokens) too. Outputs: ``logits``
    (batch, 1, vocabulary) and ``present.N.key`` and ``.value``.

    Args:
        text_model: A model of :data:`TEXT_MODELS` without its head.
        head: From a token's numbers to the vocabulary.

    Raises:
        UnsupportedModelError: The model has something that the graph does not know.
    """
    config = text_model.config
    size = DecoderSize.of(config)
    _refuse_unknown(config, size)
    graph = GraphBuilder("decoder")
    hidden = graph.input("inputs_embeds", ["batch", "tokens", size.hidden])
    mask = graph.input("attention_mask", ["batch", "total"], TensorProto.INT64)
    past = [
        tuple(
            graph.input(f"past_key_values.{layer}.{part}", ["batch", size.kv_heads, "past", size.head_size])
            for part in ("key", "value")
        )
        for layer in range(size.layers)
    ]
    lengths = blocks.lengths(graph, mask)
    placed = "mrope_section" in (getattr(config, "rope_parameters", None) or {})
    turns: _Turns = (_TurnsByPlace if placed else _TurnsByLength)(graph, text_model, size)
    norm_of = _Norms(graph, config.rms_norm_eps)
    added = ""
    for number, layer in enumerate(text_model.layers):
        name = f"layers.{number}"
        normed, hidden = norm_of(hidden, added, layer.input_layernorm, f"{name}.input_norm")
        added = _attention(graph, layer.self_attn, normed, past[number], lengths, turns, size, number)
        normed, hidden = norm_of(hidden, added, layer.post_attention_layernorm, f"{name}.mlp_norm")
        added = blocks.gated_mlp(graph, normed, f"{name}.mlp", layer.mlp, config.hidden_act)
    normed, _ = norm_of(hidden, added, text_model.norm, "norm")
    logits = blocks.linear(graph, blocks.last_position(graph, normed), "lm_head", linear(head))
    graph.output(logits, "logits", ["batch", 1, head.out_features])
    for number in range(size.layers):
        for part in ("key", "value"):
            graph.output(
                f"present.{number}.{part}",
                f"present.{number}.{part}",
                ["batch", size.kv_heads, "total", size.head_size],
            )
    return graph.model()


def _refuse_unknown(config: Any, size: DecoderSize) -> None:
    """Raise UnsupportedModelError for what would silently come out wrong."""
    if config.model_type not in TEXT_MODELS:
        raise UnsupportedModelError(
            f"Its text half is a {config.model_type}; we can write {', '.join(TEXT_MODELS)}."
        )
    window = getattr(config, "sliding_window", None)
    if window is not None and getattr(config, "use_sliding_window", True) and window < size.context:
        raise UnsupportedModelError("Its text half attends to a sliding window, which we do not write.")
    if (getattr(config, "rope_parameters", None) or {}).get("rope_type", "default") in (
        "dynamic",
        "longrope",
    ):
        raise UnsupportedModelError(
            "Its positions are scaled by the length of the text, which we do not write."
        )
    if size.head_size % 16:
        raise UnsupportedModelError(f"Its heads have {size.head_size} numbers, which is no multiple of 16.")


class _Turns(Protocol):
    """How queries and keys are turned by where their tokens stand."""

    tables: Sequence[str]
    """Cosines and sines by which attention itself turns them; none where they come to it turned."""

    def given(self, packed: str, name: str, /) -> list[str]:
        """Return queries, keys and values as attention takes them in, from all three side by side."""
        ...


class _TurnsByLength:
    """Turns by the number of tokens before: attention counts those itself."""

    def __init__(self, graph: GraphBuilder, text_model: Any, size: DecoderSize) -> None:
        positions = torch.arange(size.context)[None]
        with torch.no_grad():
            cosines, sines = text_model.rotary_emb(torch.zeros(1, 1, 1), positions)
        half = size.head_size // 2
        self.tables: Sequence[str] = (
            graph.weight("rotary.cosines", array(cosines[0, :, :half])),
            graph.weight("rotary.sines", array(sines[0, :, :half])),
        )

    def given(self, packed: str, _name: str) -> list[str]:
        """Leave everything to attention."""
        return [packed, "", ""]


class _TurnsByPlace:
    """Turns by places in three directions, of which each number of a head follows one."""

    tables: Sequence[str] = ()

    def __init__(self, graph: GraphBuilder, text_model: Any, size: DecoderSize) -> None:
        self._graph = graph
        self._sizes = (size.heads * size.head_size, *[size.kv_heads * size.head_size] * 2)
        places = graph.input("position_ids", [AXES, "batch", "tokens"], TensorProto.INT64)
        rotary = text_model.rotary_emb
        sections = rotary.mrope_section
        if sum(sections) * 2 != size.head_size:
            raise UnsupportedModelError("Its positions do not tell which numbers follow which direction.")
        axes = np.repeat(np.arange(len(sections)) % AXES, sections)
        chosen = graph.add("Gather", [places, graph.weight("turns.axes", axes)], axis=0, name="turns.chosen")
        chosen = graph.add("Transpose", [chosen], perm=[1, 2, 0], name="turns.turned")
        chosen = graph.add("Cast", [chosen], to=TensorProto.FLOAT, name="turns.float")
        steps = graph.weight("turns.steps", array(rotary.inv_freq))
        angles = graph.add("Mul", [chosen, steps], name="turns.angles")
        shape = graph.integers(-1, size.head_size // 2)
        scale = graph.number(float(rotary.attention_scaling))
        self._waves = []
        for kind in ("Cos", "Sin"):
            wave = graph.add("Mul", [graph.add(kind, [angles]), scale], name=f"turns.{kind}")
            self._waves.append(graph.add("Reshape", [wave, shape], name=f"turns.{kind}.rows"))
        self._rows = _numbered(graph, places)

    def given(self, packed: str, name: str) -> list[str]:
        """Turn queries and keys before attention sees them."""
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        sizes = self._graph.integers(*self._sizes)
        self._graph.add("Split", [packed, sizes], outputs=parts, axis=-1, name=f"{name}.split")
        turned = [
            self._graph.add(
                "RotaryEmbedding",
                [part, self._rows, *self._waves],
                domain=RUNTIME_DOMAIN,
                name=f"{part}.turned",
            )
            for part in parts[:2]
        ]
        return [*turned, parts[2]]


def _numbered(graph: GraphBuilder, places: str) -> str:
    """Return the numbers of all tokens (batch, tokens) of a batch, counted through."""
    shape = graph.add("Shape", [places], start=1, name="turns.shape")
    count = graph.add("ReduceProd", [shape], keepdims=0, name="turns.count")
    zero, one = (graph.weight(f"turns.{each}", np.array(each, np.int64)) for each in (0, 1))
    numbers = graph.add("Range", [zero, count, one], name="turns.numbers")
    return graph.add("Reshape", [numbers, shape], name="turns.numbered")


class _Norms:
    """Adds what a half of a layer gave to the running sum, and normalises the sum, both in one node."""

    def __init__(self, graph: GraphBuilder, epsilon: float) -> None:
        self._graph = graph
        self._epsilon = epsilon

    def __call__(self, hidden: str, added: str, norm: nn.Module, name: str) -> tuple[str, str]:
        """Return the normalised sum, and the sum."""
        weight = self._graph.weight(f"{name}.weight", array(norm.weight))
        if not added:
            normed = self._graph.add(
                "SimplifiedLayerNormalization",
                [hidden, weight],
                axis=-1,
                epsilon=self._epsilon,
                stash_type=1,
                name=name,
            )
            return normed, hidden
        normed = self._graph.add(
            "SkipSimplifiedLayerNormalization",
            [hidden, added, weight],
            outputs=[f"{name}.out", "", "", f"{name}.sum"],
            domain=RUNTIME_DOMAIN,
            epsilon=self._epsilon,
            name=name,
        )
        return normed, f"{name}.sum"


def _attention(
    graph: GraphBuilder,
    attention: nn.Module,
    value: str,
    past: tuple[str, ...],
    lengths: tuple[str, str],
    turns: _Turns,
    size: DecoderSize,
    number: int,
) -> str:
    name = f"layers.{number}.attention"
    parts = (attention.q_proj, attention.k_proj, attention.v_proj)
    packed = blocks.linear(graph, value, f"{name}.qkv", blocks.stacked(*map(linear, parts)))
    mixed = graph.add(
        "GroupQueryAttention",
        [*turns.given(packed, name), *past, *lengths, *turns.tables],
        outputs=[f"{name}.out", f"present.{number}.key", f"present.{number}.value"],
        domain=RUNTIME_DOMAIN,
        num_heads=size.heads,
        kv_num_heads=size.kv_heads,
        do_rotary=int(bool(turns.tables)),
        rotary_interleaved=0,
        scale=float(attention.scaling),
        name=name,
    )
    return blocks.linear(graph, mixed, f"{name}.output", linear(attention.o_proj))
