"""Transformations of ONNX graphs keep what the graphs compute."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper

from models import graphs


def graph_of(nodes, weights, *, inputs, outputs, opset=17):
    """Make a float model from nodes, weights by name, and shapes of inputs and outputs by name."""

    def value(name, shape):
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)

    graph = helper.make_graph(
        nodes,
        "small",
        [value(*item) for item in inputs.items()],
        [value(*item) for item in outputs.items()],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)


def run(model, values):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: values})[0]


def random(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def convolutional_model():
    """Two convolutions: an Add and an Identity after the first, a BatchNormalization after the second."""
    nodes = [
        helper.make_node("Conv", ["x", "w1"], ["c1"], name="Conv.0", pads=[1, 1, 1, 1]),
        helper.make_node("Add", ["c1", "b1"], ["a1"], name="Add.0"),
        helper.make_node("Identity", ["a1"], ["i1"], name="Identity.0"),
        helper.make_node("Relu", ["i1"], ["r1"], name="Relu.0"),
        helper.make_node("Conv", ["r1", "w2"], ["c2"], name="Conv.1"),
        helper.make_node("BatchNormalization", ["c2", "s", "o", "m", "v"], ["n2"], name="Norm.0"),
        helper.make_node("Add", ["n2", "r1"], ["y"], name="Add.1"),
    ]
    weights = {
        "w1": random(4, 3, 3, 3, seed=1),
        "b1": random(1, 4, 1, 1, seed=2),
        "w2": random(4, 4, 1, 1, seed=3),
        "s": random(4, seed=4),
        "o": random(4, seed=5),
        "m": random(4, seed=6),
        "v": np.abs(random(4, seed=7)) + 0.1,
    }
    return graph_of(nodes, weights, inputs={"x": [1, 3, None, None]}, outputs={"y": [1, 4, None, None]})


def gelu_model():
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], name="Conv.0"),
        helper.make_node("Div", ["c", "root"], ["d"], name="Div.0"),
        helper.make_node("Erf", ["d"], ["e"], name="Erf.0"),
        helper.make_node("Add", ["e", "one"], ["f"], name="Add.0"),
        helper.make_node("Mul", ["c", "f"], ["g"], name="Mul.0"),
        helper.make_node("Mul", ["g", "half"], ["h"], name="Mul.1"),
        helper.make_node("Conv", ["h", "w"], ["y"], name="Conv.1"),
    ]
    weights = {
        "w": random(3, 3, 1, 1),
        "root": np.float32(np.sqrt(2)),
        "one": np.float32(1),
        "half": np.float32(0.5),
    }
    return graph_of(nodes, weights, inputs={"x": [1, 3, None, None]}, outputs={"y": [1, 3, None, None]})


def classifier(classes=10):
    nodes = [
        helper.make_node("MatMul", ["x", "w"], ["m"], name="MatMul.0"),
        helper.make_node("Add", ["m", "b"], ["a"], name="Add.0"),
        helper.make_node("Softmax", ["a"], ["y"], name="Softmax.0", axis=-1),
    ]
    weights = {"w": random(6, classes), "b": random(classes, seed=1)}
    return graph_of(nodes, weights, inputs={"x": [1, None, 6]}, outputs={"y": [1, None, classes]})


def measured(model, tensors, x):
    """Return the range of each tensor for one input."""
    watched = onnx.ModelProto.FromString(model.SerializeToString())
    own = {value.name for value in (*model.graph.input, *model.graph.output)}
    watched.graph.output.extend(
        helper.make_empty_tensor_value_info(name) for name in tensors if name not in own
    )
    session = ort.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    names = [output.name for output in watched.graph.output]
    values = {"x": x, **dict(zip(names, session.run(names, {"x": x}), strict=True))}
    return {name: (float(values[name].min()), float(values[name].max())) for name in tensors}


def operators(model):
    return [node.op_type for node in model.graph.node]


def test_denormal_weights_become_zero_and_others_stay():
    model = graph_of(
        [helper.make_node("Mul", ["x", "w"], ["y"])],
        {"w": np.array([1e-40, -1e-20, 1e-6, 2.0, 0.0], np.float32)},
        inputs={"x": [5]},
        outputs={"y": [5]},
    )
    assert graphs.zero_tiny_weights(model) == 2
    assert numpy_helper.to_array(model.graph.initializer[0]).tolist() == [
        0.0,
        0.0,
        pytest.approx(1e-6),
        2.0,
        0.0,
    ]


def test_folding_and_dropping_keep_the_output():
    model = convolutional_model()
    x = random(1, 3, 8, 9, seed=9)
    before = run(model, x)
    graphs.drop_identities(model)
    graphs.fold_into_convolutions(model)
    onnx.checker.check_model(model)
    assert operators(model) == ["Conv", "Relu", "Conv", "Add"]
    np.testing.assert_allclose(run(model, x), before, rtol=1e-4, atol=1e-5)


def test_an_identity_that_gives_the_output_stays():
    model = graph_of(
        [helper.make_node("Relu", ["x"], ["r"]), helper.make_node("Identity", ["r"], ["y"])],
        {},
        inputs={"x": [3]},
        outputs={"y": [3]},
    )
    graphs.drop_identities(model)
    assert operators(model) == ["Relu", "Identity"]


def test_a_convolution_that_others_use_too_is_not_folded_into():
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"]),
        helper.make_node("Add", ["c", "b"], ["a"]),
        helper.make_node("Mul", ["a", "c"], ["y"]),
    ]
    weights = {"w": random(2, 2, 1, 1), "b": random(1, 2, 1, 1)}
    model = graph_of(nodes, weights, inputs={"x": [1, 2, None, None]}, outputs={"y": [1, 2, None, None]})
    x = random(1, 2, 4, 4)
    before = run(model, x)
    graphs.fold_into_convolutions(model)
    assert operators(model) == ["Conv", "Add", "Mul"]
    np.testing.assert_array_equal(run(model, x), before)


def test_gelu_becomes_one_node_with_the_same_output():
    model = gelu_model()
    x = random(1, 3, 5, 6)
    before = run(model, x)
    graphs.fuse_gelu(model)
    assert operators(model) == ["Conv", "Gelu", "Conv"]
    np.testing.assert_allclose(run(model, x), before, rtol=1e-4, atol=1e-5)


def gated_model(gate):
    """x + x·s, s being one number for each channel that comes out of the given kind of node."""
    nodes = [
        helper.make_node("GlobalAveragePool", ["x"], ["p"]),
        helper.make_node(gate, ["p"], ["s"]),
        helper.make_node("Mul", ["x", "s"], ["m"]),
        helper.make_node("Add", ["x", "m"], ["y"], name="Add.0"),
    ]
    shape = [1, 3, None, None]
    return graph_of(nodes, {}, inputs={"x": shape}, outputs={"y": shape})


@pytest.mark.parametrize(("gate", "joined"), [("HardSigmoid", True), ("Sigmoid", False)])
def test_a_gated_sum_is_worked_out_on_one_number_for_each_channel(gate, joined):
    model = gated_model(gate)
    x = random(1, 3, 5, 6)
    before = run(model, x)
    graphs.join_gates(model)
    onnx.checker.check_model(model)
    last = ["Add", "Mul"] if joined else ["Mul", "Add"]
    assert operators(model) == ["GlobalAveragePool", gate, *last]
    np.testing.assert_allclose(run(model, x), before, rtol=1e-5)


def test_a_product_that_others_use_too_stays():
    model = gated_model("HardSigmoid")
    model.graph.output.append(helper.make_tensor_value_info("m", TensorProto.FLOAT, [1, 3, None, None]))
    graphs.join_gates(model)
    assert operators(model)[-2:] == ["Mul", "Add"]


@pytest.mark.parametrize(
    ("axes", "keepdims", "becomes"),
    [([2, 3], 1, "GlobalAveragePool"), ([2, 3], 0, "ReduceMean"), ([3], 1, "ReduceMean")],
)
def test_means_over_the_whole_picture_become_pools_and_no_others(axes, keepdims, becomes):
    node = helper.make_node("ReduceMean", ["x"], ["y"], axes=axes, keepdims=keepdims)
    shape = {2: [1, 3], 4: [1, 3, None, None]}[2 if not keepdims else 4]
    model = graph_of([node], {}, inputs={"x": [1, 3, 5, 6]}, outputs={"y": shape})
    x = random(1, 3, 5, 6)
    before = run(model, x)
    graphs.pool_globally(model)
    assert operators(model) == [becomes]
    np.testing.assert_allclose(run(model, x), before, atol=1e-6)


def enlarging_model():
    nodes = [
        helper.make_node("Relu", ["x"], ["r"]),
        helper.make_node("ConvTranspose", ["r", "w1"], ["t1"], strides=[2, 2]),
        helper.make_node("Add", ["t1", "b1"], ["a1"]),
        helper.make_node("Relu", ["a1"], ["r1"]),
        helper.make_node("ConvTranspose", ["r1", "w2"], ["t2"], strides=[2, 2]),
        helper.make_node("Add", ["t2", "b2"], ["a2"]),
        helper.make_node("Sigmoid", ["a2"], ["y"]),
    ]
    weights = {
        "w1": random(3, 5, 2, 2, seed=1),
        "b1": random(1, 5, 1, 1, seed=2),
        "w2": random(5, 1, 2, 2, seed=3),
        "b2": random(1, 1, 1, 1, seed=4),
    }
    return graph_of(nodes, weights, inputs={"x": [1, 3, None, None]}, outputs={"y": [1, 1, None, None]})


def test_two_doublings_become_one_with_the_same_output():
    model = enlarging_model()
    x = random(1, 3, 4, 7)
    before = run(model, x)
    assert before.shape == (1, 1, 16, 28)
    graphs.enlarge_at_once(model)
    onnx.checker.check_model(model)
    assert "ConvTranspose" not in operators(model)
    np.testing.assert_allclose(run(model, x), before, atol=1e-5)


def test_a_graph_without_two_doublings_at_its_end_is_refused():
    with pytest.raises(ValueError, match="does not end"):
        graphs.enlarge_at_once(convolutional_model())


def test_pruning_keeps_the_proportions_among_the_classes_that_stay():
    model = classifier()
    x = random(1, 4, 6, seed=3)
    keep = [0, 7, 3]
    wanted = run(model, x)[..., keep]
    graphs.prune_classes(model, keep)
    onnx.checker.check_model(model)
    np.testing.assert_allclose(run(model, x), wanted / wanted.sum(axis=-1, keepdims=True), rtol=1e-5)


def test_pruning_refuses_a_graph_that_is_no_classifier():
    with pytest.raises(ValueError, match="Softmax"):
        graphs.prune_classes(convolutional_model(), [0])


def test_quantising_keeps_the_output_nearly_and_the_bytes_exactly():
    def made():
        model = convolutional_model()
        graphs.drop_identities(model)
        graphs.fold_into_convolutions(model)
        nodes = graphs.quantisable_nodes(model, first="Conv.0", last="Add.1")
        ranges = measured(model, graphs.tensors_of(model, nodes), x)
        return model, graphs.quantise(model, ranges, nodes)

    x = random(1, 3, 8, 9, seed=9)
    (precise, quantised), (_, again) = made(), made()
    wanted = run(precise, x)
    assert np.abs(run(quantised, x) - wanted).max() < 0.05 * np.ptp(wanted)
    assert "QuantizeLinear" in operators(quantised)
    assert quantised.SerializeToString(deterministic=True) == again.SerializeToString(deterministic=True)


def test_the_parts_of_a_gelu_are_not_quantised():
    model = gelu_model()
    nodes = graphs.quantisable_nodes(model, first="Conv.0", last="Conv.1")
    assert nodes == ["Conv.0", "Conv.1"]
    quantised = graphs.quantise(model, dict.fromkeys(graphs.tensors_of(model, nodes), (-8.0, 8.0)), nodes)
    graphs.fuse_gelu(quantised)
    assert "Gelu" in operators(quantised)
    assert "Erf" not in operators(quantised)


def test_models_reach_the_wanted_opset():
    model = graph_of(
        [helper.make_node("Relu", ["x"], ["y"])], {}, inputs={"x": [3]}, outputs={"y": [3]}, opset=11
    )
    assert graphs.at_opset(model).opset_import[0].version == graphs.OPSET
