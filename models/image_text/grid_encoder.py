"""Writes the graph of an encoder that sees pictures of any size: those of Qwen2-VL and Qwen2.5-VL.

Patches stay in the order of rows and columns throughout. Where layers look within windows alone, tokens are
brought into windows for attention and back after it: the windows at the right and lower border are filled up
with places that nobody looks at.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto
from torch import nn

from models.image_text import blocks
from models.image_text.building import RUNTIME_DOMAIN, GraphBuilder
from models.image_text.errors import UnsupportedModelError
from models.image_text.parts import Linear, array, divided, linear, norm

MERGED = 2
"""Patches along each edge of a square of which one feature vector is made."""


@dataclass(frozen=True)
class _Grid:
    """The patches of a picture, as values of the graph.

    Attributes:
        rows: How many there are (1).
        columns: Likewise (1).
        down: Row of each patch (patches), int64.
        across: Column of each patch (patches), int64.
    """

    rows: str
    columns: str
    down: str
    across: str


@dataclass(frozen=True)
class _Turns:
    """How queries and keys are turned by where their patches are.

    Attributes:
        numbers: Of the rows of the two tables, one for each patch (1, patches).
        cosines: (patches, head size / 2).
        sines: Likewise.
    """

    numbers: str
    cosines: str
    sines: str


@dataclass(frozen=True)
class _Windows:
    """How patches are brought into windows and back.

    Attributes:
        taken: Patch at each place of each window; any one at places that are filled up (places).
        seen: Whether a place is a patch (windows, places of a window), int32.
        places: Of all windows, the place of each patch (patches).
        size: Places of a window.
    """

    taken: str
    seen: str
    places: str
    size: int


def grid_encoder_graph(visual: Any) -> onnx.ModelProto:
    """Return the graph from ``pixel_values`` (1, 3, height, width) to ``image_features``.

    Height and width are multiples of the merged patches. The features are (1, squares, hidden), row by row.

    Raises:
        UnsupportedModelError: Squares of patches have another size than we know.
    """
    config = visual.config
    if config.spatial_merge_size != MERGED:
        raise UnsupportedModelError(
            f"Its vectors stand for squares of {config.spatial_merge_size} patches; we can write {MERGED}."
        )
    graph = GraphBuilder("vision_encoder")
    pixels = graph.input("pixel_values", [1, 3, "height", "width"])
    # A picture is shown twice, as the two halves of a moment of a film: their weights can be added up before.
    kernel = array(visual.patch_embed.proj.weight).sum(axis=2)
    value = blocks.patches(graph, pixels, "patches", kernel, None)
    grid = _grid(graph, pixels, kernel.shape[-1])
    turns = _turns(graph, grid, visual.rotary_pos_emb)
    everywhere = set(getattr(config, "fullatt_block_indexes", range(len(visual.blocks))))
    windows = None
    if len(everywhere) < len(visual.blocks):
        windows = _windows(graph, grid, config.window_size // config.patch_size)
    for number, block in enumerate(visual.blocks):
        name = f"layers.{number}"
        normed = _normalise(graph, value, f"{name}.attention_norm", block.norm1)
        inside = None if number in everywhere else windows
        mixed = _attention(graph, normed, f"{name}.attention", block.attn, turns, inside)
        value = graph.add("Add", [value, mixed], name=f"{name}.attention.sum")
        normed = _normalise(graph, value, f"{name}.mlp_norm", block.norm2)
        raised = _mlp(graph, normed, f"{name}.mlp", block.mlp, config.hidden_act)
        value = graph.add("Add", [value, raised], name=f"{name}.mlp.sum")
    features = _merged(graph, value, grid, visual.merger, kernel.shape[0])
    graph.output(features, "image_features", [1, "squares", visual.merger.mlp[2].out_features])
    return graph.model()


def _grid(graph: GraphBuilder, pixels: str, patch: int) -> _Grid:
    rows, columns = (
        graph.add(
            "Div",
            [graph.add("Shape", [pixels], start=axis, end=axis + 1), graph.integers(patch)],
            name=f"grid.{side}",
        )
        for axis, side in ((2, "rows"), (3, "columns"))
    )
    numbers = _counted(graph, graph.add("Mul", [rows, columns], name="grid.count"), "grid.numbers")
    down = graph.add("Div", [numbers, columns], name="grid.down")
    across = graph.add("Mod", [numbers, columns], name="grid.across")
    return _Grid(rows, columns, down, across)


def _counted(graph: GraphBuilder, count: str, name: str) -> str:
    """Return the whole numbers from 0 up to a count (1)."""
    zero, one = (graph.weight(f"scalar.{each}", np.array(each, np.int64)) for each in (0, 1))
    limit = graph.add("Squeeze", [count, graph.integers(0)], name=f"{name}.limit")
    return graph.add("Range", [zero, limit, one], name=name)


def _turns(graph: GraphBuilder, grid: _Grid, rotary: Any) -> _Turns:
    """Half of a head is turned by the row of its patch, half by the column."""
    steps = graph.weight("turns.steps", array(rotary.inv_freq))
    sides = []
    for side, places in (("down", grid.down), ("across", grid.across)):
        place = graph.add("Cast", [places], to=TensorProto.FLOAT, name=f"turns.{side}.float")
        place = graph.add("Unsqueeze", [place, graph.integers(1)], name=f"turns.{side}.column")
        sides.append(graph.add("Mul", [place, steps], name=f"turns.{side}"))
    angles = graph.add("Concat", sides, axis=1, name="turns.angles")
    scale = graph.number(float(rotary.attention_scaling))
    waves = [
        graph.add("Mul", [graph.add(kind, [angles]), scale], name=f"turns.{kind}") for kind in ("Cos", "Sin")
    ]
    count = graph.add("Shape", [grid.down], name="turns.count")
    numbers = graph.add(
        "Unsqueeze", [_counted(graph, count, "turns.numbers"), graph.integers(0)], name="turns.rows"
    )
    return _Turns(numbers, *waves)


def _windows(graph: GraphBuilder, grid: _Grid, edge: int) -> _Windows:
    """Return how patches are brought into windows with so many patches along each edge."""
    size, side = edge * edge, graph.integers(edge)
    ends = [
        graph.add(
            "Div",
            [graph.add("Add", [count, graph.integers(edge - 1)]), side],
            name=f"windows.{name}",
        )
        for name, count in (("down", grid.rows), ("across", grid.columns))
    ]
    window = graph.add("Mul", [graph.add("Div", [grid.down, side]), ends[1]])
    window = graph.add("Add", [window, graph.add("Div", [grid.across, side])], name="windows.number")
    inner = graph.add("Mul", [graph.add("Mod", [grid.down, side]), side])
    inner = graph.add("Add", [inner, graph.add("Mod", [grid.across, side])], name="windows.inner")
    outer = graph.add("Mul", [window, graph.integers(size)])
    places = graph.add("Add", [outer, inner], name="windows.places")
    count = graph.add("Mul", [graph.add("Mul", ends), graph.integers(size)], name="windows.count")
    numbers = _counted(graph, graph.add("Shape", [places]), "windows.patches")
    zeros = graph.add("Expand", [graph.integers(0), count], name="windows.zeros")
    taken = graph.add("ScatterElements", [zeros, places, numbers], axis=0, name="windows.taken")
    ones = graph.add("Expand", [graph.integers(1), graph.add("Shape", [places])], name="windows.ones")
    seen = graph.add("ScatterElements", [zeros, places, ones], axis=0)
    seen = graph.add("Cast", [seen], to=TensorProto.INT32)
    seen = graph.add("Reshape", [seen, graph.integers(-1, size)], name="windows.seen")
    return _Windows(taken, seen, places, size)


def _attention(
    graph: GraphBuilder, value: str, name: str, attention: Any, turns: _Turns, windows: _Windows | None
) -> str:
    """Let patches look at all of the picture, or at those of their window."""
    hidden = attention.proj.out_features
    parts = []
    for part, layer in zip(("query", "key", "value"), divided(linear(attention.qkv), 3), strict=True):
        made = blocks.linear(graph, value, f"{name}.{part}", layer)
        if part != "value":
            made = graph.add(
                "RotaryEmbedding",
                [made, turns.numbers, turns.cosines, turns.sines],
                domain=RUNTIME_DOMAIN,
                name=f"{name}.{part}.turned",
            )
        parts.append(made if windows is None else _into(graph, made, f"{name}.{part}", windows, hidden))
    mixed = graph.add(
        "MultiHeadAttention",
        parts if windows is None else [*parts, "", windows.seen],
        domain=RUNTIME_DOMAIN,
        num_heads=attention.num_heads,
        scale=float(attention.scaling),
        name=name,
    )
    if windows is not None:
        flat = graph.add("Reshape", [mixed, graph.integers(1, -1, hidden)], name=f"{name}.flat")
        mixed = graph.add("Gather", [flat, windows.places], axis=1, name=f"{name}.back")
    return blocks.linear(graph, mixed, f"{name}.output", linear(attention.proj))


def _into(graph: GraphBuilder, value: str, name: str, windows: _Windows, hidden: int) -> str:
    """Bring patches (1, patches, hidden) into windows (windows, places, hidden)."""
    taken = graph.add("Gather", [value, windows.taken], axis=1, name=f"{name}.taken")
    return graph.add("Reshape", [taken, graph.integers(-1, windows.size, hidden)], name=f"{name}.windows")


def _normalise(graph: GraphBuilder, value: str, name: str, module: nn.Module) -> str:
    """Add a norm to mean 0 and deviation 1, or to deviation 1 alone."""
    if isinstance(module, nn.LayerNorm):
        return blocks.normalise(graph, value, name, norm(module))
    return graph.add(
        "SimplifiedLayerNormalization",
        [value, graph.weight(f"{name}.weight", array(module.weight))],
        axis=-1,
        epsilon=module.variance_epsilon,
        stash_type=1,
        name=name,
    )


def _mlp(graph: GraphBuilder, value: str, name: str, module: Any, activation: str) -> str:
    """Add the second half of a layer: with a gate, or without."""
    if hasattr(module, "gate_proj"):
        return blocks.gated_mlp(graph, value, name, module, activation)
    raised = blocks.linear(graph, value, f"{name}.up", linear(module.fc1))
    return blocks.linear(
        graph, blocks.activate(graph, raised, activation), f"{name}.down", linear(module.fc2)
    )


def _merged(graph: GraphBuilder, value: str, grid: _Grid, merger: Any, hidden: int) -> str:
    """Make one vector of each square of patches."""
    value = _normalise(graph, value, "merger.norm", merger.ln_q)
    two = graph.integers(MERGED)
    squares = [graph.add("Div", [side, two]) for side in (grid.rows, grid.columns)]
    split = graph.add(
        "Concat", [squares[0], two, squares[1], two, graph.integers(hidden)], axis=0, name="merger.shape"
    )
    value = graph.add("Reshape", [value, split], name="merger.split")
    value = graph.add("Transpose", [value], perm=[0, 2, 1, 3, 4], name="merger.turned")
    value = graph.add("Reshape", [value, graph.integers(1, -1, MERGED**2 * hidden)], name="merger.joined")
    first, last = (Linear(array(part.weight), array(part.bias)) for part in (merger.mlp[0], merger.mlp[2]))
    value = blocks.activate(graph, blocks.linear(graph, value, "merger.up", first), "gelu")
    return blocks.linear(graph, value, "merger.down", last)
