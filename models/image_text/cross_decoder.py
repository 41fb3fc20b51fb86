"""Writes the graphs of a decoder that attends to what an encoder gave: GPT-2, BART and MBART in that part.

What cross-attention makes of the encoder's output is the same at every step. It has a graph of its own, which
runs once for a picture; a merged graph with a branch for the first step carries both halves through all
steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import onnx
from onnx import TensorProto

from models.image_text import blocks
from models.image_text.building import RUNTIME_DOMAIN, Array, GraphBuilder
from models.image_text.errors import UnsupportedModelError
from models.image_text.parts import Attention, Layer, Linear, Norm


@dataclass(frozen=True)
class CrossDecoder:
    """A decoder with cross-attention, as arrays.

    Attributes:
        layers: Each with its cross-attention.
        positions: Vector of each position (context, hidden).
        norm_in: Of tokens with their positions; None where there is none.
        norm_out: Behind the last layer; None where there is none.
        head: From a token's numbers to the vocabulary.
    """

    layers: Sequence[Layer]
    positions: Array
    norm_in: Norm | None
    norm_out: Norm | None
    head: Linear

    @property
    def hidden(self) -> int:
        """Numbers of a token between layers."""
        return int(self.positions.shape[1])

    @property
    def heads(self) -> int:
        """Of each attention."""
        return self.layers[0].attention.heads


def cross_attention_graph(decoder: CrossDecoder, encoder_hidden: int) -> onnx.ModelProto:
    """Return the graph from what the encoder gave to the keys and values that each layer looks at.

    Input: ``encoder_hidden_states`` (batch, positions, encoder hidden). Outputs: ``present.N.encoder.key``
    and ``.value`` (batch, heads, positions, head size).

    Args:
        decoder: Whose layers look.
        encoder_hidden: Numbers of each position of the encoder's output.
    """
    graph = GraphBuilder("cross_attention")
    states = graph.input("encoder_hidden_states", ["batch", "positions", encoder_hidden])
    for number, layer in enumerate(decoder.layers):
        cross = _cross_of(layer)
        size = len(cross.key.weight) // cross.heads
        for part in ("key", "value"):
            name = f"present.{number}.encoder.{part}"
            flat = blocks.linear(graph, states, f"layers.{number}.{part}", getattr(cross, part))
            split = graph.add(
                "Reshape", [flat, graph.integers(0, 0, cross.heads, size)], name=f"{name}.split"
            )
            turned = graph.add("Transpose", [split], perm=[0, 2, 1, 3], outputs=[name], name=f"{name}.turn")
            graph.output(turned, name, ["batch", cross.heads, "positions", size])
    return graph.model()


def cross_decoder_graph(decoder: CrossDecoder) -> onnx.ModelProto:
    """Return the graph from vectors of tokens to the logits of the token after the last.

    Inputs: ``inputs_embeds`` (batch, tokens, hidden), ``attention_mask`` int64 (batch, past + tokens), and
    for each layer N ``past_key_values.N.decoder.key`` and ``.value`` (batch, heads, past, head size) with
    ``past_key_values.N.encoder.key`` and ``.value`` (batch, heads, positions, head size). Outputs: ``logits``
    (batch, 1, vocabulary) and ``present.N.decoder.key`` and ``.value``.

    Raises:
        UnsupportedModelError: A layer has no cross-attention, or heads of a size that cannot be written.
    """
    size = decoder.hidden // decoder.heads
    if size % 8:
        raise UnsupportedModelError(f"Its heads have {size} numbers, which is no multiple of 8.")
    graph = GraphBuilder("decoder")
    tokens = graph.input("inputs_embeds", ["batch", "tokens", decoder.hidden])
    mask = graph.input("attention_mask", ["batch", "total"], TensorProto.INT64)
    memory = [
        {
            (side, part): graph.input(
                f"past_key_values.{number}.{side}.{part}", ["batch", decoder.heads, length, size]
            )
            for side, length in (("decoder", "past"), ("encoder", "positions"))
            for part in ("key", "value")
        }
        for number in range(len(decoder.layers))
    ]
    lengths = blocks.lengths(graph, mask)
    value = graph.add("Add", [tokens, _places(graph, tokens, mask, decoder.positions)], name="positions.sum")
    if decoder.norm_in is not None:
        value = blocks.normalise(graph, value, "norm_in", decoder.norm_in)
    for number, layer in enumerate(decoder.layers):
        value = _layer(graph, value, number, layer, memory[number], lengths)
    if decoder.norm_out is not None:
        value = blocks.normalise(graph, value, "norm_out", decoder.norm_out)
    logits = blocks.linear(graph, blocks.last_position(graph, value), "lm_head", decoder.head)
    graph.output(logits, "logits", ["batch", 1, len(decoder.head.weight)])
    for number in range(len(decoder.layers)):
        for part in ("key", "value"):
            name = f"present.{number}.decoder.{part}"
            graph.output(name, name, ["batch", decoder.heads, "total", size])
    return graph.model()


def _places(graph: GraphBuilder, tokens: str, mask: str, positions: Array) -> str:
    """Return the vectors of the positions of the new tokens, which are the last of the mask."""
    total = graph.add("Shape", [mask], start=1, end=2, name="positions.total")
    new = graph.add("Shape", [tokens], start=1, end=2, name="positions.new")
    start = graph.add("Sub", [total, new], name="positions.start")
    table = graph.weight("positions", positions)
    return graph.add("Slice", [table, start, total, graph.integers(0)], name="positions.vectors")


def _layer(
    graph: GraphBuilder,
    value: str,
    number: int,
    layer: Layer,
    memory: dict[tuple[str, str], str],
    lengths: tuple[str, str],
) -> str:
    name, own, cross = f"layers.{number}", layer.attention, _cross_of(layer)
    assert layer.cross_norm is not None, "it comes with the cross-attention"

    def look_back(tokens: str) -> str:
        packed = blocks.linear(graph, tokens, f"{name}.qkv", blocks.stacked(own.query, own.key, own.value))
        past = [memory["decoder", part] for part in ("key", "value")]
        mixed = graph.add(
            "GroupQueryAttention",
            [packed, "", "", *past, *lengths],
            outputs=[
                f"{name}.attention.out",
                *(f"present.{number}.decoder.{part}" for part in ("key", "value")),
            ],
            domain=RUNTIME_DOMAIN,
            num_heads=own.heads,
            kv_num_heads=own.heads,
            scale=own.scale,
            name=f"{name}.attention",
        )
        return blocks.linear(graph, mixed, f"{name}.attention.output", own.output)

    def look_across(tokens: str) -> str:
        query = blocks.linear(graph, tokens, f"{name}.cross.query", cross.query)
        mixed = graph.add(
            "MultiHeadAttention",
            [query, *(memory["encoder", part] for part in ("key", "value"))],
            domain=RUNTIME_DOMAIN,
            num_heads=cross.heads,
            scale=cross.scale,
            name=f"{name}.cross",
        )
        return blocks.linear(graph, mixed, f"{name}.cross.output", cross.output)

    value = blocks.with_residual(
        graph, value, f"{name}.attention_norm", layer.attention_norm, layer, look_back
    )
    value = blocks.with_residual(graph, value, f"{name}.cross_norm", layer.cross_norm, layer, look_across)
    return blocks.mlp(graph, value, name, layer)


def _cross_of(layer: Layer) -> Attention:
    if layer.cross is None:
        raise UnsupportedModelError("Its decoder does not attend to an encoder.")
    return layer.cross
