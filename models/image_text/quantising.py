"""Makes the weights of a graph smaller: 8 bits for each column of a matrix, or 4 bits for blocks of it."""

import logging
from collections.abc import Callable, Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from models.image_text.building import RUNTIME_DOMAIN

LARGEST = 63
"""Of a weight of 8 bits. Processors without VNNI, as laptops before about 2020 have them, add two products
up in 16 bits, which two larger weights overflow: the result would be wrong on them without a sign of it."""


def dynamic_eight_bit(
    model: onnx.ModelProto, *, keep: Callable[[str], bool] = lambda _: False
) -> onnx.ModelProto:
    """Return a graph whose matrices have 8 bits, and whose values are brought to 8 bits as they come.

    Args:
        model: In float32.
        keep: Tells of the name of a node whether it stays as it is.
    """
    made = onnx.ModelProto()
    made.CopyFrom(model)
    weights = {tensor.name: tensor for tensor in made.graph.initializer}
    added_after = _biases(made, weights)
    used: dict[str, onnx.NodeProto] = {}
    nodes: list[onnx.NodeProto] = []
    for node in made.graph.node:
        if node.op_type != "MatMul" or node.input[1] not in weights or keep(node.name):
            if node.name not in used:
                nodes.append(node)
            continue
        matrix = numpy_helper.to_array(weights[node.input[1]])
        small, scales = _columns(matrix)
        name = node.input[1]
        weights[name].CopyFrom(numpy_helper.from_array(small, name))
        made.graph.initializer.append(numpy_helper.from_array(scales, f"{name}.scale"))
        inputs, output = [node.input[0], name, f"{name}.scale"], node.output[0]
        add = added_after.get(output)
        if add is not None:
            used[add.name] = add
            inputs += ["", next(each for each in add.input if each != output)]
            output = add.output[0]
        nodes.append(
            onnx.helper.make_node(
                "DynamicQuantizeMatMul", inputs, [output], name=node.name, domain=RUNTIME_DOMAIN
            )
        )
    del made.graph.node[:]
    made.graph.node.extend(nodes)
    if RUNTIME_DOMAIN not in {entry.domain for entry in made.opset_import}:
        made.opset_import.append(onnx.helper.make_opsetid(RUNTIME_DOMAIN, 1))
    return made


def _biases(model: onnx.ModelProto, weights: Mapping[str, onnx.TensorProto]) -> dict[str, onnx.NodeProto]:
    """Return the node that adds a bias to each value, where nothing else uses the value."""
    uses: dict[str, list[onnx.NodeProto]] = {}
    for node in model.graph.node:
        for name in node.input:
            uses.setdefault(name, []).append(node)
    return {
        value: nodes[0]
        for value, nodes in uses.items()
        if len(nodes) == 1
        and nodes[0].op_type == "Add"
        and any(name in weights and len(weights[name].dims) == 1 for name in nodes[0].input if name != value)
    }


def _columns(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return whole numbers and the scale of each column (out) of a matrix (in, out)."""
    scales = np.abs(matrix).max(axis=0) / LARGEST
    scales[scales == 0] = 1
    return np.rint(matrix / scales).astype(np.int8), scales.astype(np.float32)


def eight_bit_table(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a table of words with 8 bits for each number, and one scale for each row."""
    made = onnx.ModelProto()
    made.CopyFrom(model)
    gather = next(node for node in made.graph.node if node.op_type == "Gather")
    tensor = next(each for each in made.graph.initializer if each.name == gather.input[0])
    table = numpy_helper.to_array(tensor)
    scales = np.abs(table).max(axis=1, keepdims=True) / 127
    scales[scales == 0] = 1
    tensor.CopyFrom(numpy_helper.from_array(np.rint(table / scales).astype(np.int8), tensor.name))
    made.graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), "scales"))
    output, ids = gather.output[0], gather.input[1]
    gather.output[0] = "row"
    nodes = [
        gather,
        onnx.helper.make_node("Cast", ["row"], ["row.float"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", ["scales", ids], ["row.scale"]),
        onnx.helper.make_node("Mul", ["row.float", "row.scale"], [output]),
    ]
    rest = [node for node in made.graph.node if node.op_type != "Gather"]
    new = [onnx.NodeProto.FromString(node.SerializeToString()) for node in (*nodes, *rest)]
    del made.graph.node[:]
    made.graph.node.extend(new)
    return made


def four_bit_blocks(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph whose matrices have 4 bits, with a scale for every 32 numbers."""
    return _blocks(model, bits=4)


def eight_bit_blocks(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph whose matrices have 8 bits, with a scale for every 32 numbers.

    Strays about six times less than one scale for a column, and takes in a prompt at half the speed.
    """
    return _blocks(model, bits=8)


def _blocks(model: onnx.ModelProto, *, bits: int) -> onnx.ModelProto:
    # ONNX Runtime's own quantiser. It takes `Gather` too if asked, and raises the opset to 21 for that.
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

    made = onnx.ModelProto()
    made.CopyFrom(model)
    quantizer = MatMulNBitsQuantizer(
        made, bits=bits, block_size=32, is_symmetric=True, accuracy_level=4, op_types_to_quantize=("MatMul",)
    )
    logger = logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        quantizer.process()
    finally:
        logger.setLevel(level)
    result: onnx.ModelProto = quantizer.model.model
    return result
