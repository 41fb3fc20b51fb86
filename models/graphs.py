"""Transformations of ONNX graphs that keep their meaning: smaller, faster, fewer classes.

Everything here is exact arithmetic of numpy on the weights, in the order of the graph, so that the same input
gives the same bytes on every machine. Nothing here knows what a model is for.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper, version_converter
from onnxruntime.quantization import CalibrationMethod, QuantType
from onnxruntime.quantization.calibrate import TensorsData
from onnxruntime.quantization.qdq_quantizer import QDQQuantizer

OPSET = 17
RUNTIME_DOMAIN = "com.microsoft"
QUANTISABLE = frozenset({"Conv", "Relu", "Add", "MaxPool", "GlobalAveragePool"})
_ONE = "one"
Ranges = Mapping[str, tuple[float, float]]
"""Smallest and largest value that each tensor takes, by its name."""


def zero_tiny_weights(model: onnx.ModelProto, below: float = 1e-12) -> int:
    """Set weights of a magnitude under ``below`` to zero, in place, and return how many there were.

    Such weights are far under the precision of any sum that they enter, but many of them are denormal
    numbers, which processors handle in slow microcode.
    """
    changed = 0
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT:
            continue
        weights = numpy_helper.to_array(tensor)
        tiny = (np.abs(weights) < below) & (weights != 0)
        if tiny.any():
            changed += int(tiny.sum())
            tensor.CopyFrom(numpy_helper.from_array(np.where(tiny, np.float32(0), weights), tensor.name))
    return changed


def at_opset(model: onnx.ModelProto, opset: int = OPSET) -> onnx.ModelProto:
    """Return the model in the given opset of the default domain."""
    return version_converter.convert_version(model, opset)


def drop_identities(model: onnx.ModelProto) -> None:
    """Remove Identity nodes in place, except where one gives an output of the graph."""
    outputs = {output.name for output in model.graph.output}
    stands_for: dict[str, str] = {}
    kept = []
    for node in model.graph.node:
        for index, name in enumerate(node.input):
            node.input[index] = stands_for.get(name, name)
        if node.op_type == "Identity" and node.output[0] not in outputs:
            stands_for[node.output[0]] = node.input[0]
        else:
            kept.append(node)
    _replace_nodes(model, kept)


def fold_into_convolutions(model: onnx.ModelProto) -> None:
    """Fold a constant Add, or a BatchNormalization, after a Conv into its weights and bias, in place.

    Only where nothing else uses the output of the Conv. A quantised Conv then gives one result that is
    rounded once, where it would be rounded again before its bias is added.
    """
    weights = _Weights(model)
    uses = _use_counts(model)
    made_by: dict[str, onnx.NodeProto] = {}
    kept = []
    for node in model.graph.node:
        source = next((made_by[name] for name in node.input if name in made_by), None)
        if source is not None and source.op_type == "Conv" and uses[source.output[0]] == 1:
            folded = _add_folded(source, node, weights) or _normalization_folded(source, node, weights)
            if folded:
                source.output[0] = node.output[0]
                made_by[node.output[0]] = source
                continue
        kept.append(node)
        made_by.update((name, node) for name in node.output)
    _replace_nodes(model, kept)


def fuse_gelu(model: onnx.ModelProto) -> None:
    """Write x/√2 → erf → +1 → ·x → ·½ as one Gelu node of ONNX Runtime's own domain, in place.

    ONNX Runtime does this itself, but cannot see the pattern any more once the graph is quantised.
    """
    replaced: dict[str, onnx.NodeProto] = {}
    dropped: set[str] = set()
    for chain in _gelu_chains(model):
        end = chain[-1].output[0]
        dropped.update(node.output[0] for node in chain)
        replaced[end] = onnx.helper.make_node(
            "Gelu", [chain[0].input[0]], [end], name=f"{chain[1].name}.gelu", domain=RUNTIME_DOMAIN
        )
    nodes = [
        replaced.get(node.output[0], node)
        for node in model.graph.node
        if node.output[0] in replaced or node.output[0] not in dropped
    ]
    _replace_nodes(model, nodes)
    if replaced and RUNTIME_DOMAIN not in {entry.domain for entry in model.opset_import}:
        model.opset_import.append(onnx.helper.make_opsetid(RUNTIME_DOMAIN, 1))


def pool_globally(model: onnx.ModelProto) -> None:
    """Write means over the height and width of a picture as GlobalAveragePool, in place: faster in 8 bits."""
    for node in model.graph.node:
        attributes = {entry.name: onnx.helper.get_attribute_value(entry) for entry in node.attribute}
        if (
            node.op_type == "ReduceMean"
            and list(attributes.get("axes", ())) == [2, 3]
            and attributes.get("keepdims", 1) == 1
        ):
            node.op_type = "GlobalAveragePool"
            del node.attribute[:]


def join_gates(model: onnx.ModelProto) -> None:
    """Write x + x·s as x·(s + 1), in place, where s is one number for each channel.

    The sum then runs over a number for each channel instead of over the whole picture.
    """
    makers = {name: node for node in model.graph.node for name in node.output}
    uses = _use_counts(model)
    joined: dict[str, list[onnx.NodeProto]] = {}
    dropped: set[str] = set()
    for node in model.graph.node:
        found = _gated_sum(node, makers)
        if found is not None and uses[found[2]] == 1:
            value, gate, product = found
            raised, end = f"{gate}.raised", node.output[0]
            joined[end] = [
                onnx.helper.make_node("Add", [gate, _ONE], [raised], name=f"{node.name}.gate"),
                onnx.helper.make_node("Mul", [value, raised], [end], name=node.name),
            ]
            dropped.add(product)
    if not joined:
        return
    model.graph.initializer.append(numpy_helper.from_array(np.array(1, np.float32), _ONE))
    kept = [node for node in model.graph.node if node.output[0] not in dropped]
    _replace_nodes(model, [new for node in kept for new in joined.get(node.output[0], [node])])


def enlarge_at_once(model: onnx.ModelProto) -> None:
    """Write the end of a detector, which doubles a map twice, with convolutions at the small size, in place.

    Each pixel becomes four and each of them four again, without a look at its neighbours. So all sixteen can
    be worked out where the map is small, as sixteen channels that are laid out in the end.

    Raises:
        ValueError: The graph does not end in ConvTranspose, Add, Relu, ConvTranspose, Add and Sigmoid.
    """
    nodes, end = list(model.graph.node), model.graph.node[-6:]
    if [node.op_type for node in end] != ["ConvTranspose", "Add", "Relu", "ConvTranspose", "Add", "Sigmoid"]:
        raise ValueError("the graph does not end in two enlargements")
    weights = _Weights(model)
    first, second = weights[end[0].input[1]], weights[end[3].input[1]]
    if first.shape[2:] != (2, 2) or second.shape[1:] != (1, 2, 2):
        raise ValueError("the enlargements are no doublings to one channel")
    middle = first.shape[1]
    places = [(row, column) for row in (0, 1) for column in (0, 1)]
    spread = np.concatenate([first[:, :, row, column].T for row, column in places])
    gather = np.zeros((16, 4 * middle), np.float32)
    for number, (row, column) in enumerate(places):
        for below, beside in places:
            part = slice(number * middle, (number + 1) * middle)
            gather[(2 * row + below) * 4 + 2 * column + beside, part] = second[:, 0, below, beside]
    weights["enlarge.spread"] = np.ascontiguousarray(spread[:, :, None, None])
    weights["enlarge.spread.bias"] = np.tile(weights[end[1].input[1]].reshape(-1), 4)
    weights["enlarge.gather"] = gather[:, :, None, None]
    weights["enlarge.gather.bias"] = np.full(16, weights[end[4].input[1]].reshape(-1)[0], np.float32)
    make = onnx.helper.make_node
    steps = [
        make(
            "Conv",
            [end[0].input[0], "enlarge.spread", "enlarge.spread.bias"],
            ["enlarge.0"],
            kernel_shape=[1, 1],
        ),
        make("Relu", ["enlarge.0"], ["enlarge.1"]),
        make(
            "Conv", ["enlarge.1", "enlarge.gather", "enlarge.gather.bias"], ["enlarge.2"], kernel_shape=[1, 1]
        ),
        make("Sigmoid", ["enlarge.2"], ["enlarge.3"]),
        make("DepthToSpace", ["enlarge.3"], list(end[5].output), blocksize=4),
    ]
    for number, step in enumerate(steps):
        step.name = f"enlarge.{number}"
    _replace_nodes(model, [*nodes[:-6], *steps])


def prune_classes(model: onnx.ModelProto, keep: Sequence[int]) -> None:
    """Keep only some classes of a classifier that ends in MatMul, Add and Softmax, in place.

    Args:
        model: The last axis of its one output runs over the classes.
        keep: Indices of the classes to keep, in their new order.

    Raises:
        ValueError: The graph does not end that way.
    """
    makers = {name: node for node in model.graph.node for name in node.output}
    softmax = makers[model.graph.output[0].name]
    add = makers.get(softmax.input[0])
    matmul = makers.get(add.input[0]) if add is not None else None
    if softmax.op_type != "Softmax" or add is None or matmul is None or matmul.op_type != "MatMul":
        raise ValueError("the graph does not end in MatMul, Add and Softmax")
    weights = _Weights(model)
    for name in (matmul.input[1], add.input[1]):
        weights[name] = np.ascontiguousarray(weights[name][..., list(keep)])
    shape = model.graph.output[0].type.tensor_type.shape
    shape.dim[len(shape.dim) - 1].dim_value = len(keep)


def quantisable_nodes(model: onnx.ModelProto, *, first: str, last: str) -> list[str]:
    """Return the names of the nodes of a part of the graph that 8-bit arithmetic suits.

    These are the convolutions and what joins their results. Gelu stays in floating point, for
    :func:`fuse_gelu` to find its parts afterwards, and so do sums with constants, which gain nothing.

    Args:
        model: Its nodes have unique names.
        first: Name of the first node of the part, in the order of the graph.
        last: Name of its last node.
    """
    weights = {tensor.name for tensor in model.graph.initializer}
    left_alone = {node.name for chain in _gelu_chains(model) for node in chain}
    names = [node.name for node in model.graph.node]
    part = model.graph.node[names.index(first) : names.index(last) + 1]
    return [
        node.name
        for node in part
        if node.op_type in QUANTISABLE
        and node.name not in left_alone
        and not (node.op_type == "Add" and weights.intersection(node.input))
    ]


def quantise(model: onnx.ModelProto, ranges: Ranges, nodes: Sequence[str]) -> onnx.ModelProto:
    """Return the model with 8-bit arithmetic in some of its nodes, as QDQ with weights per channel.

    The weights have 7 bits. Processors without VNNI, as laptops before about 2020 have them, add up two
    products in 16 bits, which two large weights overflow: the result would then depend on the processor, and
    be wrong without a sign of it. On 23 pages of real print the eighth bit changes nothing (CER 2.317 beside
    2.315 %).

    Args:
        model: At opset 13 or later.
        ranges: For every tensor of :func:`tensors_of` these nodes.
        nodes: Names, as :func:`quantisable_nodes` gives them.
    """
    limits = {name: (np.float32(low), np.float32(high)) for name, (low, high) in ranges.items()}
    quantizer = QDQQuantizer(
        onnx.shape_inference.infer_shapes(model),
        per_channel=True,
        reduce_range=True,
        weight_qType=QuantType.QInt8,
        activation_qType=QuantType.QUInt8,
        tensors_range=TensorsData(CalibrationMethod.MinMax, dict(limits)),
        nodes_to_quantize=list(nodes),
        nodes_to_exclude=[],
        op_types_to_quantize=sorted(QUANTISABLE),
        extra_options={},
    )
    quantizer.quantize_model()
    quantised: onnx.ModelProto = quantizer.model.model
    del quantised.graph.value_info[:]
    return quantised


def tensors_of(model: onnx.ModelProto, nodes: Sequence[str]) -> list[str]:
    """Return the names of the tensors that some nodes take and give, but for weights, in graph order."""
    weights = {tensor.name for tensor in model.graph.initializer}
    wanted = set(nodes)
    names: dict[str, None] = {}
    for node in model.graph.node:
        if node.name in wanted:
            names.update((name, None) for name in (*node.input, *node.output) if name not in weights)
    return list(names)


def _gated_sum(node: onnx.NodeProto, makers: Mapping[str, onnx.NodeProto]) -> tuple[str, str, str] | None:
    """Return the names of x, s and x·s of a node that gives x + x·s with s out of HardSigmoid; else None."""
    if node.op_type != "Add":
        return None
    for value, product in (tuple(node.input), tuple(reversed(node.input))):
        maker = makers.get(product)
        if maker is None or maker.op_type != "Mul" or value not in maker.input:
            continue
        gate = next((name for name in maker.input if name != value), value)
        if gate in makers and makers[gate].op_type == "HardSigmoid":
            return value, gate, product
    return None


class _Weights:
    """The initializers of a graph as arrays, by name."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._graph = model.graph
        self._tensors = {tensor.name: tensor for tensor in model.graph.initializer}

    def __contains__(self, name: str) -> bool:
        return name in self._tensors

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        return numpy_helper.to_array(self._tensors[name])

    def __setitem__(self, name: str, values: NDArray[np.float32]) -> None:
        tensor = numpy_helper.from_array(values, name)
        if name in self._tensors:
            self._tensors[name].CopyFrom(tensor)
        else:
            self._tensors[name] = self._graph.initializer.add()
            self._tensors[name].CopyFrom(tensor)


def _gelu_chains(model: onnx.ModelProto) -> list[list[onnx.NodeProto]]:
    """Find x/√2 → erf → +1 → ·x → ·½, five nodes each."""
    makers = {name: node for node in model.graph.node for name in node.output}
    users: dict[str, list[onnx.NodeProto]] = {}
    for node in model.graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    chains = []
    for erf in (node for node in model.graph.node if node.op_type == "Erf" and node.input[0] in makers):
        chain = [makers[erf.input[0]], erf]
        while len(chain) < 5 and len(users.get(chain[-1].output[0], ())) == 1:
            chain += users[chain[-1].output[0]]
        operators = [node.op_type for node in chain]
        if operators == ["Div", "Erf", "Add", "Mul", "Mul"] and chain[0].input[0] in chain[3].input:
            chains.append(chain)
    return chains


def _add_folded(conv: onnx.NodeProto, add: onnx.NodeProto, weights: _Weights) -> bool:
    constants = [name for name in add.input if name in weights]
    if add.op_type != "Add" or len(constants) != 1:
        return False
    channels = weights[conv.input[1]].shape[0]
    offset = weights[constants[0]]
    if offset.shape not in ((1, channels, 1, 1), (channels, 1, 1)):
        return False
    _set_bias(conv, _bias(conv, weights) + offset.reshape(channels), weights)
    return True


def _normalization_folded(conv: onnx.NodeProto, norm: onnx.NodeProto, weights: _Weights) -> bool:
    if norm.op_type != "BatchNormalization":
        return False
    epsilon = next((a.f for a in norm.attribute if a.name == "epsilon"), 1e-5)
    scale, shift, mean, variance = (weights[name].astype(np.float64) for name in norm.input[1:5])
    factor = scale / np.sqrt(variance + epsilon)
    kernel = weights[conv.input[1]]
    weights[conv.input[1]] = (kernel * factor.reshape(-1, 1, 1, 1)).astype(np.float32)
    bias = (_bias(conv, weights) - mean) * factor + shift
    _set_bias(conv, bias.astype(np.float32), weights)
    return True


def _bias(conv: onnx.NodeProto, weights: _Weights) -> NDArray[np.float32]:
    if len(conv.input) > 2 and conv.input[2]:
        return weights[conv.input[2]]
    return np.zeros(weights[conv.input[1]].shape[0], np.float32)


def _set_bias(conv: onnx.NodeProto, bias: NDArray[np.float32], weights: _Weights) -> None:
    name = f"{conv.input[1]}.bias"
    weights[name] = bias
    kernel = list(conv.input)[:2]
    del conv.input[:]
    conv.input.extend([*kernel, name])


def _use_counts(model: onnx.ModelProto) -> dict[str, int]:
    counts = {output.name: 1 for output in model.graph.output}
    for node in model.graph.node:
        for name in node.input:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _replace_nodes(model: onnx.ModelProto, nodes: Sequence[onnx.NodeProto]) -> None:
    copies = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del model.graph.node[:]
    model.graph.node.extend(copies)
    used = {name for node in copies for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
    if len(kept) < len(model.graph.initializer):
        copied = [onnx.TensorProto.FromString(tensor.SerializeToString()) for tensor in kept]
        del model.graph.initializer[:]
        model.graph.initializer.extend(copied)
