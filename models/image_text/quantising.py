"""Makes a graph smaller: weights in 8 bits for each column of a matrix or 4 for blocks, its memory in 8."""

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

_SCALES = 12
"""Place of the scale of keys among the inputs of GroupQueryAttention; that of values follows."""
_EIGHT_BITS = {"k_quant_type": "PER_CHANNEL", "v_quant_type": "PER_CHANNEL", "kv_cache_bit_width": 8}


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
    """Return a graph whose matrices have 4 bits, with a scale for every 64 numbers.

    A scale takes as much room as 8 weights, and ONNX Runtime holds it three times over. With one for every
    32, a decoder of SmolVLM-256M's size takes 27 MB more and writes a tenth slower.
    """
    return _blocks(model, bits=4, size=64)


def eight_bit_blocks(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph whose matrices have 8 bits, with a scale for every 32 numbers.

    Strays about six times less than one scale for a column, and takes in a prompt at half the speed.
    """
    return _blocks(model, bits=8, size=32)


def _blocks(model: onnx.ModelProto, *, bits: int, size: int) -> onnx.ModelProto:
    # ONNX Runtime's own quantiser. It takes `Gather` too if asked, and raises the opset to 21 for that.
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

    made = onnx.ModelProto()
    made.CopyFrom(model)
    quantizer = MatMulNBitsQuantizer(
        made,
        bits=bits,
        block_size=size,
        is_symmetric=True,
        accuracy_level=4,
        op_types_to_quantize=("MatMul",),
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


def eight_bit_memory(model: onnx.ModelProto, largest: Mapping[str, NDArray[np.float32]]) -> onnx.ModelProto:
    """Return a decoder that remembers keys and values in 8 bits, each number of each head by its own scale.

    They take a quarter of the room, and a step behind a long text a seventh less time; a prompt is taken in
    at half the pace. What is larger than was foreseen is cut off at the largest that 8 bits hold.

    Args:
        model: A decoder with GroupQueryAttention; weights in a file of their own can stay there.
        largest: Name of each output with keys or values -> the largest size of each number in it that is to
            be told apart, ``(heads, head size)``.

    Raises:
        ValueError: Its attention is another operator, which cannot do that.
    """
    made = onnx.ModelProto()
    made.CopyFrom(model)
    nodes = [node for node in made.graph.node if node.op_type == "GroupQueryAttention"]
    held = {name for node in nodes for name in (node.input[3], node.input[4], *node.output[1:3])}
    if not nodes or not set(largest) <= held:
        raise ValueError("its attention does not remember in 8 bits")
    for value in (*made.graph.input, *made.graph.output):
        if value.name in held:
            value.type.tensor_type.elem_type = onnx.TensorProto.INT8
    for node in nodes:
        scales = []
        for part, output in (("key", node.output[1]), ("value", node.output[2])):
            name = f"{node.name}.{part}_scale"
            each = np.maximum(largest[output].astype(np.float32).ravel(), 1e-6) / 127
            made.graph.initializer.append(numpy_helper.from_array(each, name))
            scales.append(name)
        inputs = [*node.input, *([""] * (_SCALES - len(node.input))), *scales]
        del node.input[:]
        node.input.extend(inputs)
        for name, value in _EIGHT_BITS.items():
            node.attribute.append(onnx.helper.make_attribute(name, value))
    return made
