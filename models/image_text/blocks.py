"""Writes layers of transformers into a graph.

Attention is an operator of ONNX Runtime that never holds the whole table of who looks at whom: at 1,024
patches and 12 heads that table alone would take 50 MB for each layer.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from onnx import TensorProto

from models.image_text.building import RUNTIME_DOMAIN, Array, GraphBuilder
from models.image_text.errors import UnsupportedModelError
from models.image_text.parts import Attention, Layer, Linear, Norm
from models.image_text.parts import linear as linear_of


def _runtime(
    kind: str,
    **attributes: Any,
) -> Callable[[GraphBuilder, str], str]:
    return lambda graph, value: graph.add(kind, [value], domain=RUNTIME_DOMAIN, **attributes)


ACTIVATIONS: dict[str, Callable[[GraphBuilder, str], str]] = {
    "gelu": _runtime("Gelu"),
    "gelu_new": _runtime("FastGelu"),
    "gelu_pytorch_tanh": _runtime("FastGelu"),
    "quick_gelu": _runtime("QuickGelu", alpha=1.702),
    "relu": lambda graph, value: graph.add("Relu", [value]),
    "silu": _runtime("QuickGelu", alpha=1.0),
}
"""Name of an activation in a configuration -> adds it to a graph."""


def activate(graph: GraphBuilder, value: str, name: str) -> str:
    """Add an activation; raises UnsupportedModelError for one that we do not know."""
    if name not in ACTIVATIONS:
        raise UnsupportedModelError(f"It uses the activation {name}, which we do not know.")
    return ACTIVATIONS[name](graph, value)


def linear(graph: GraphBuilder, value: str, name: str, layer: Linear) -> str:
    """Add a linear layer."""
    return graph.linear(value, name, layer.weight, layer.bias)


def normalise(graph: GraphBuilder, value: str, name: str, norm: Norm) -> str:
    """Add a normalisation."""
    return graph.layer_norm(value, name, norm.weight, norm.bias, norm.epsilon)


def stacked(*layers: Linear) -> Linear:
    """Return linear layers of one input as a single one that gives their outputs side by side."""
    weight = np.concatenate([layer.weight for layer in layers])
    if all(layer.bias is None for layer in layers):
        return Linear(weight, None)
    biases = [
        np.zeros(len(layer.weight), np.float32) if layer.bias is None else layer.bias for layer in layers
    ]
    return Linear(weight, np.concatenate(biases))


def encoder_layers(graph: GraphBuilder, value: str, layers: Sequence[Layer], *, causal: bool = False) -> str:
    """Add layers in which every token looks at every one, or at those before it.

    Args:
        graph: Receives them.
        value: Tokens (batch, tokens, hidden).
        layers: What to add.
        causal: Whether a token sees only those before it and itself.
    """
    for number, layer in enumerate(layers):
        name = f"layers.{number}"

        def attend(tokens: str, layer: Layer = layer, name: str = name) -> str:
            return _self_attention(graph, tokens, f"{name}.attention", layer.attention, causal=causal)

        value = with_residual(graph, value, f"{name}.attention_norm", layer.attention_norm, layer, attend)
        value = mlp(graph, value, name, layer)
    return value


def mlp(graph: GraphBuilder, value: str, name: str, layer: Layer) -> str:
    """Add the second half of a layer: up, activation, down."""

    def apply(tokens: str) -> str:
        raised = linear(graph, tokens, f"{name}.up", layer.up)
        return linear(graph, activate(graph, raised, layer.activation), f"{name}.down", layer.down)

    return with_residual(graph, value, f"{name}.mlp_norm", layer.mlp_norm, layer, apply)


def gated_mlp(graph: GraphBuilder, value: str, name: str, module: Any, activation: str) -> str:
    """Add the second half of a layer of Llama: up, times what a gate lets through, and down."""
    both = linear(
        graph, value, f"{name}.gate_up", stacked(linear_of(module.gate_proj), linear_of(module.up_proj))
    )
    half = module.gate_proj.out_features
    outputs = [f"{name}.gate", f"{name}.up"]
    graph.add("Split", [both, graph.integers(half, half)], outputs=outputs, axis=-1, name=f"{name}.split")
    gated = activate(graph, outputs[0], activation)
    product = graph.add("Mul", [gated, outputs[1]], name=f"{name}.product")
    return linear(graph, product, f"{name}.down", linear_of(module.down_proj))


def with_residual(
    graph: GraphBuilder, value: str, name: str, norm: Norm, layer: Layer, part: Callable[[str], str]
) -> str:
    """Add a part of a layer, its norm before it or after the sum, and the sum with what came in."""
    given = normalise(graph, value, name, norm) if layer.norm_first else value
    total = graph.add("Add", [value, part(given)], name=f"{name}.sum")
    return total if layer.norm_first else normalise(graph, total, name, norm)


def _self_attention(graph: GraphBuilder, value: str, name: str, attention: Attention, *, causal: bool) -> str:
    parts = [
        linear(graph, value, f"{name}.{part}", getattr(attention, part)) for part in ("query", "key", "value")
    ]
    mixed = graph.add(
        "MultiHeadAttention",
        parts,
        domain=RUNTIME_DOMAIN,
        num_heads=attention.heads,
        scale=attention.scale,
        unidirectional=int(causal),
        name=name,
    )
    return linear(graph, mixed, f"{name}.output", attention.output)


def patches(graph: GraphBuilder, pixels: str, name: str, kernel: Array, bias: Array | None) -> str:
    """Cut pictures (batch, 3, height, width) into patches, and return their vectors (batch, patches, hidden).

    Args:
        graph: Receives the nodes.
        pixels: The pictures.
        name: Of the nodes.
        kernel: Weights of a convolution (hidden, 3, patch, patch) that steps by whole patches.
        bias: Of it.
    """
    size = list(kernel.shape[2:])
    weights = [graph.weight(f"{name}.weight", kernel)]
    weights += [] if bias is None else [graph.weight(f"{name}.bias", bias)]
    grid = graph.add("Conv", [pixels, *weights], kernel_shape=size, strides=size, name=f"{name}.Conv")
    flat = graph.add("Reshape", [grid, graph.integers(0, len(kernel), -1)], name=f"{name}.flat")
    return graph.add("Transpose", [flat], perm=[0, 2, 1], name=f"{name}.turned")


def repeated(graph: GraphBuilder, row: Array, like: str, name: str) -> str:
    """Return a weight (1, tokens, hidden) repeated for each of the batch of another value."""
    shape = graph.add("Shape", [like], start=0, end=1, name=f"{name}.batch")
    target = graph.add("Concat", [shape, graph.integers(*row.shape[1:])], axis=0, name=f"{name}.shape")
    return graph.add("Expand", [graph.weight(name, row), target], name=f"{name}.repeated")


def last_position(graph: GraphBuilder, value: str) -> str:
    """Return only the last token of (batch, tokens, hidden)."""
    ends = [graph.integers(-1), graph.integers(np.iinfo(np.int64).max), graph.integers(1)]
    return graph.add("Slice", [value, *ends], name="last_position")


def lengths(graph: GraphBuilder, mask: str) -> tuple[str, str]:
    """Return what GroupQueryAttention asks of a mask: last position of each row, and the mask's length.

    The first is int32 (batch), the second an int32 scalar.
    """
    counted = graph.add("ReduceSum", [mask, graph.integers(1)], keepdims=0, name="lengths.sum")
    last = graph.add("Sub", [counted, graph.integers(1)], name="lengths.last")
    shape = graph.add("Shape", [mask], name="lengths.shape")
    total = graph.add(
        "Gather", [shape, graph.weight("lengths.one", np.array(1, np.int64))], axis=0, name="lengths.total"
    )
    return (
        graph.add("Cast", [last], to=TensorProto.INT32, name="lengths.last32"),
        graph.add("Cast", [total], to=TensorProto.INT32, name="lengths.total32"),
    )
