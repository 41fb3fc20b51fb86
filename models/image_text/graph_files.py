"""Reads and writes graphs: one file for a small one, two for one with weights of some size.

Weights in a file of their own are mapped into memory by ONNX Runtime and not read: opening them takes half
the time, no copy lies about while they are brought into the order that matrices are multiplied in, and of a
table of words only the rows that are asked for ever come into memory.
"""

from pathlib import Path

import onnx
from onnx.external_data_helper import (
    ExternalDataInfo,
    set_external_data,
    uses_external_data,
    write_external_data_tensors,
)

LARGEST_FILE = 1_000_000
"""Bytes of a graph that still goes into one file. One file of protobuf could hold 2 GiB."""
APART = 1024
"""Bytes from which a weight goes into the file of weights: what shapes are worked out from stays."""
ALIGNMENT = 64
"""Bytes to whose multiples weights lie in their file: no number straddles what a processor reads at once."""


def write_graph(model: onnx.ModelProto, path: Path, *, largest: int = LARGEST_FILE) -> list[str]:
    """Write a graph, the same bytes for the same graph.

    Args:
        model: The graph; its weights are moved out of it where it is too large.
        path: Its file; weights go beside it, with ``_data`` behind the name.
        largest: Most bytes of one file.

    Returns:
        The names of the files, the graph's own first.
    """
    data = path.with_name(path.name + "_data")
    data.unlink(missing_ok=True)
    if model.ByteSize() < largest:
        path.write_bytes(model.SerializeToString(deterministic=True))
        return [path.name]
    apart = onnx.ModelProto()
    apart.CopyFrom(model)
    place = 0
    for tensor in apart.graph.initializer:
        size = len(tensor.raw_data)
        if size >= APART:
            place = -(-place // ALIGNMENT) * ALIGNMENT
            set_external_data(tensor, data.name, offset=place)
            place += size
    write_external_data_tensors(apart, str(path.parent))
    data.chmod(0o644)  # The library keeps the file to its owner; a pack is for everybody on the computer.
    path.write_bytes(apart.SerializeToString(deterministic=True))
    return [path.name, data.name]


def read_graph(path: Path) -> onnx.ModelProto:
    """Return a graph with its weights.

    The library refuses weights in a file that has a second name, as those have that went into a pack.
    """
    model = onnx.load(path, load_external_data=False)
    for tensor in model.graph.initializer:
        if uses_external_data(tensor):
            info = ExternalDataInfo(tensor)
            with (path.parent / Path(info.location).name).open("rb") as stream:
                stream.seek(info.offset or 0)
                tensor.raw_data = stream.read(info.length)
            del tensor.external_data[:]
            tensor.data_location = onnx.TensorProto.DEFAULT
    return model


def write_beside(model: onnx.ModelProto, path: Path, data: str | None) -> list[str]:
    """Write a graph that uses the weights of another one, which it was read from without them.

    Args:
        model: The graph.
        path: Its file.
        data: Name of the file with the weights, in the same folder; None if they are in the graph itself.

    Returns:
        The names of the files that it needs, the graph's own first.
    """
    path.write_bytes(model.SerializeToString(deterministic=True))
    return [path.name, *([] if data is None else [data])]
