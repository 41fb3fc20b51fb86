"""Smaller weights: how they are rounded, and that what they give stays near."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from onnx import numpy_helper

from models.image_text import quantising
from models.image_text.building import GraphBuilder


def run(model, values):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: values})[0]


def two_layers(*, bias):
    random = np.random.default_rng(3)
    graph = GraphBuilder("two")
    value = graph.input("value", ["n", 24])
    for number in range(2):
        weight = random.normal(size=(24, 24)).astype(np.float32)
        shift = random.normal(size=24).astype(np.float32) if bias else None
        value = graph.linear(value, f"layer{number}", weight, shift)
    graph.output(value, "out", ["n", 24])
    return graph.model()


def test_a_bias_is_added_within_the_quantised_product():
    model = two_layers(bias=True)
    small = quantising.dynamic_eight_bit(model)
    assert [node.op_type for node in small.graph.node] == ["DynamicQuantizeMatMul"] * 2 + ["Identity"]
    values = np.random.default_rng(0).normal(size=(5, 24)).astype(np.float32)
    wanted, found = run(model, values), run(small, values)
    assert np.abs(wanted - found).max() < 0.05 * np.abs(wanted).max()


def test_the_original_is_left_as_it_is():
    model = two_layers(bias=False)
    before = model.SerializeToString(deterministic=True)
    for make in (quantising.dynamic_eight_bit, quantising.four_bit_blocks):
        make(model)
        assert model.SerializeToString(deterministic=True) == before


def test_a_node_can_be_kept():
    small = quantising.dynamic_eight_bit(two_layers(bias=True), keep=lambda name: name.startswith("layer1"))
    kinds = [node.op_type for node in small.graph.node]
    assert kinds == ["DynamicQuantizeMatMul", "MatMul", "Add", "Identity"]


def test_no_weight_is_so_large_that_old_processors_overflow():
    small = quantising.dynamic_eight_bit(two_layers(bias=False))
    for tensor in small.graph.initializer:
        if tensor.data_type == onnx.TensorProto.INT8:
            assert np.abs(numpy_helper.to_array(tensor).astype(int)).max() == quantising.LARGEST


@given(
    hnp.arrays(
        np.float32,
        st.tuples(st.integers(1, 6), st.integers(1, 5)),
        elements=st.floats(-100, 100, width=32, allow_subnormal=False),
    )
)
def test_each_column_is_rounded_by_a_scale_of_its_own(matrix):
    small, scales = quantising._columns(matrix)
    assert np.isfinite(scales).all()
    assert (np.abs(small * scales - matrix) <= scales / 2 + 1e-6).all()


@pytest.mark.parametrize("row", [[0.0] * 4, [1e-3, -2e-3, 0, 5e-4], [80, -1, 0.5, 3]])
def test_each_word_has_a_scale_of_its_own(row):
    from models.image_text.causal_decoder import embed_tokens_graph

    table = np.array([[1, 2, 3, 4], row], np.float32)
    small = quantising.eight_bit_table(embed_tokens_graph(table))
    found = run(small, np.array([[1, 0]], np.int64))
    assert np.abs(found[0] - table[[1, 0]]).max(axis=1) == pytest.approx(
        [0, 0], abs=np.abs(row).max() / 250 + 0.02
    )
