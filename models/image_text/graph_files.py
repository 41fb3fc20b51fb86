"""Reads and writes graphs: one file, or two where the weights are more than one file can hold."""

from pathlib import Path

import onnx

LARGEST_FILE = 1_500_000_000
"""Bytes of a graph that still goes into one file: protobuf ends at 2 GiB."""


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
    onnx.save_model(
        apart,
        path,
        save_as_external_data=True,
        all_tensors_to_one_file=True,
        location=data.name,
        size_threshold=1024,
    )
    return [path.name, data.name]
