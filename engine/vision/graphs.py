"""Reads what a network wants and gives from the names, types and shapes of its own inputs and outputs.

The names are those that the usual exporters write, and ours. Nothing here is about one model: a graph that is
fed in a way that these patterns cover is served, and every other one is refused with the unknown input.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.runtime import Network, Tensor
from engine.vision.errors import GraphUnknownError
from engine.vision.patches import in_patches

ROLES = MappingProxyType(
    {
        "pixel_values": "pixels",
        "pixel_attention_mask": "pixel_mask",
        "pixel_mask": "pixel_mask",
        "grid_thw": "grid",
        "image_grid_thw": "grid",
        "input_ids": "ids",
        "decoder_input_ids": "ids",
        "inputs_embeds": "embeddings",
        "decoder_inputs_embeds": "embeddings",
        "attention_mask": "mask",
        "decoder_attention_mask": "mask",
        "position_ids": "positions",
        "decoder_position_ids": "positions",
        "cache_position": "cache_positions",
        "encoder_hidden_states": "hidden",
        "encoder_attention_mask": "hidden_mask",
        "use_cache_branch": "use_cache",
        "num_logits_to_keep": "keep",
        "logits_to_keep": "keep",
    }
)
"""Name of an input -> what it is for."""
PATCH_AXES = 2
"""Axes of the input of a network that wants patches in the place of a picture."""
SIDES = MappingProxyType(
    {"decoder": "self", "self": "self", "encoder": "cross", "cross": "cross", None: "self"}
)
_PAST = (
    re.compile(
        r"(?:past_key_values?|past)[._](?P<layer>\d+)[._](?:(?P<side>decoder|encoder|self|cross)[._])?"
        r"(?P<kind>key|value)s?"
    ),
    re.compile(r"past_(?P<kind>key|value)_(?:(?P<side>self|cross)_)?(?P<layer>\d+)"),
)
_PRESENT = (
    re.compile(
        r"(?:present|present_key_values?)[._](?P<layer>\d+)[._](?:(?P<side>decoder|encoder|self|cross)[._])?"
        r"(?P<kind>key|value)s?"
    ),
    re.compile(r"present_(?P<kind>key|value)_(?:(?P<side>self|cross)_)?(?P<layer>\d+)"),
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Which keys or values of attention.

    Attributes:
        side: ``self`` for those of the text so far, ``cross`` for those of what the encoder gave.
        layer: Counted from 0.
        kind: ``key`` or ``value``.
    """

    side: str
    layer: int
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """What a network wants and gives.

    Attributes:
        wants: Inputs by what they are for.
        past: Inputs for the keys and values of earlier runs, ``(batch, heads, positions, size)``.
        present: Outputs with those that include this run.
        gives: Name of the output that is no keys and values, the best known first.
    """

    wants: Mapping[str, Tensor]
    past: Mapping[Place, Tensor]
    present: Mapping[Place, Tensor]
    gives: tuple[str, ...]

    def places(self, side: str) -> tuple[Place, ...]:
        """Return the keys and values of one side that go in, in order."""
        return tuple(sorted(place for place in self.past if place.side == side))


def read_graph(network: Network) -> Graph:
    """Read a network's inputs and outputs.

    Raises:
        GraphUnknownError: It has an input that is not known, or keys and values that it does not give back.
    """
    wants: dict[str, Tensor] = {}
    past: dict[Place, Tensor] = {}
    for name, tensor in network.inputs.items():
        place = _place(name, _PAST)
        if place is not None:
            past[place] = tensor
        elif name in ROLES:
            wants[ROLES[name]] = tensor
        else:
            raise _unknown(network, f"it wants '{name}'")
    present, gives = {}, []
    for name, tensor in network.outputs.items():
        place = _place(name, _PRESENT)
        if place is None:
            gives.append(name)
        else:
            present[place] = tensor
    for place, tensor in past.items():
        if (
            len(tensor.shape) != 4
            or not isinstance(tensor.shape[1], int)
            or not isinstance(tensor.shape[3], int)
        ):
            raise _unknown(network, f"'{tensor.name}' does not tell its heads and their size")
        if place.side == "self" and place not in present:
            raise _unknown(network, f"it does not give back '{tensor.name}'")
    return Graph(MappingProxyType(wants), MappingProxyType(past), MappingProxyType(present), tuple(gives))


def choose_output(network: Network, graph: Graph, *preferred: str) -> str:
    """Return the first preferred output that there is, or else the only one; raises GraphUnknownError."""
    for name in preferred:
        if name in graph.gives:
            return name
    if len(graph.gives) == 1:
        return graph.gives[0]
    raise _unknown(network, f"it gives {', '.join(graph.gives) or 'nothing'} and not {preferred[0]}")


def shaped(pixels: NDArray[np.float32], wanted: Tensor) -> NDArray[Any]:
    """Return ``(tiles, 3, height, width)`` in the number type and with the axes that an input wants."""
    values = pixels.astype(wanted.dtype, copy=False)
    return values[None] if len(wanted.shape) == 5 else values


def pixel_feeds(
    graph: Graph, pixels: NDArray[np.float32], multiple: int | None = None
) -> dict[str, NDArray[Any]]:
    """Return what a network that looks at pictures is given: pixels, and that all of them count.

    Args:
        graph: Of the network.
        pixels: ``(tiles, 3, height, width)``.
        multiple: Edge in pixels of what becomes one feature vector, for a network that wants patches.

    Raises:
        GraphUnknownError: It wants patches that cannot be cut.
    """
    wanted = graph.wants["pixels"]
    if len(wanted.shape) == PATCH_AXES:
        return _patch_feeds(graph, pixels, multiple)
    if "grid" in graph.wants:
        raise _unknown(graph.wants["grid"], f"it wants '{graph.wants['grid'].name}', and no patches")
    feeds = {wanted.name: np.ascontiguousarray(shaped(pixels, wanted))}
    mask = graph.wants.get("pixel_mask")
    if mask is not None:
        # One truth for each pixel, with the colours left out.
        shape = (*feeds[wanted.name].shape[:-3], *pixels.shape[-2:])
        feeds[mask.name] = np.ones(shape, mask.dtype)
    return feeds


def _patch_feeds(graph: Graph, pixels: NDArray[np.float32], multiple: int | None) -> dict[str, NDArray[Any]]:
    """Return patches, and how many there are: at one moment, down and across."""
    wanted, numbers = graph.wants["pixels"], graph.wants["pixels"].shape[1]
    try:
        made, grid = in_patches(pixels, multiple or 0, numbers if isinstance(numbers, int) else None)
    except ValueError as error:
        raise _unknown(wanted, f"it wants {error}") from error
    feeds = {wanted.name: made.astype(wanted.dtype, copy=False)}
    if "grid" in graph.wants:
        told = graph.wants["grid"]
        feeds[told.name] = np.array([[1, *grid]], told.dtype)
    return feeds


def need(network: Network, graph: Graph, *roles: str) -> None:
    """Raise GraphUnknownError unless a network wants what it must, and nothing that nobody gives it.

    Args:
        network: For the message.
        graph: Its inputs.
        roles: What it may want; the first must be there.
    """
    if roles[0] not in graph.wants:
        raise _unknown(network, f"it takes no {roles[0]}")
    for role, tensor in graph.wants.items():
        if role not in roles:
            raise _unknown(network, f"it wants '{tensor.name}'")


def _place(name: str, patterns: tuple[re.Pattern[str], ...]) -> Place | None:
    for pattern in patterns:
        match = pattern.fullmatch(name)
        if match:
            return Place(SIDES[match["side"]], int(match["layer"]), match["kind"])
    return None


def _unknown(part: Network | Tensor, why: str) -> GraphUnknownError:
    """Return the error for a network, or an input of one, that nothing can be given."""
    return GraphUnknownError(
        f"Sanduku cannot feed this network: {why}.",
        which=part.name,
        remedy="Prepare the model again with this version's toolchain, or update Sanduku.",
    )
