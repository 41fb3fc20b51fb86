"""Writes ONNX graphs node by node.

Decoders are written and not traced: the graph is then the same for every version of torch, has the operators
that ONNX Runtime is fastest with, and takes no more memory than its weights. Knows no model.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

RUNTIME_DOMAIN = "com.microsoft"
OPSET = 18
"""Of the default domain: what 4-bit tables of words need at least, and ONNX Runtime 1.22 has in full."""
IR_VERSION = 10

Shape = Sequence[int | str]
Array = NDArray[Any]


class GraphBuilder:
    """Collects nodes and weights, and gives every value a name.

    Every method that adds a node returns the name of its output. Values of floating point are float32.
    """

    def __init__(self, name: str) -> None:
        """Begin an empty graph."""
        self._name = name
        self._nodes: list[onnx.NodeProto] = []
        self._weights: dict[str, onnx.TensorProto] = {}
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []
        self._count = 0

    def input(self, name: str, shape: Shape, kind: int = TensorProto.FLOAT) -> str:
        """Add an input of the graph."""
        self._inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def output(self, value: str, name: str, shape: Shape, kind: int = TensorProto.FLOAT) -> None:
        """Give a value out under a name."""
        if value != name:
            self.add("Identity", [value], outputs=[name])
        self._outputs.append(helper.make_tensor_value_info(name, kind, list(shape)))

    def weight(self, name: str, values: Array) -> str:
        """Add a weight; the same name twice is the same weight."""
        if name not in self._weights:
            self._weights[name] = numpy_helper.from_array(np.asarray(values, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        """Return a constant list of whole numbers (int64)."""
        return self.weight("integers." + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """Return a constant scalar (float32)."""
        return self.weight(f"number.{value!r}", np.array(value, np.float32))

    def add(
        self,
        kind: str,
        inputs: Sequence[str],
        *,
        outputs: Sequence[str] | None = None,
        name: str | None = None,
        domain: str = "",
        **attributes: Any,
    ) -> str:
        """Add a node, and return its first output.

        Args:
            kind: The operator.
            inputs: Names of values; an empty one stands for an input that is left out.
            outputs: Names of its outputs; None for one output with a name of its own.
            name: Of the node; None for one of its own.
            domain: Of the operator.
            attributes: Of the operator.
        """
        self._count += 1
        name = name or f"{kind}.{self._count}"
        names = list(outputs) if outputs is not None else [f"{name}.out"]
        self._nodes.append(
            helper.make_node(kind, list(inputs), names, name=name, domain=domain, **attributes)
        )
        return names[0]

    def linear(self, value: str, name: str, weight: Array, bias: Array | None = None) -> str:
        """Add ``value @ weight.T + bias``, with the weight as torch keeps it (out, in)."""
        product = self.add("MatMul", [value, self.weight(f"{name}.weight", weight.T)], name=f"{name}.MatMul")
        if bias is None:
            return product
        return self.add("Add", [product, self.weight(f"{name}.bias", bias)], name=f"{name}.Add")

    def layer_norm(self, value: str, name: str, weight: Array, bias: Array, epsilon: float) -> str:
        """Add a normalisation of the last axis to mean 0 and deviation 1."""
        weights = [self.weight(f"{name}.weight", weight), self.weight(f"{name}.bias", bias)]
        return self.add("LayerNormalization", [value, *weights], axis=-1, epsilon=epsilon, name=name)

    def model(self) -> onnx.ModelProto:
        """Return the finished model."""
        graph = helper.make_graph(
            self._nodes, self._name, self._inputs, self._outputs, list(self._weights.values())
        )
        opsets = [helper.make_opsetid("", OPSET)]
        if any(node.domain == RUNTIME_DOMAIN for node in self._nodes):
            opsets.append(helper.make_opsetid(RUNTIME_DOMAIN, 1))
        return helper.make_model(graph, opset_imports=opsets, producer_name="sanduku", ir_version=IR_VERSION)
