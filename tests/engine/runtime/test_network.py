"""A network tells what it takes and gives, and runs into memory that is held here."""

import numpy as np
import pytest
from onnx import TensorProto, helper

from engine.runtime import ModelUnusableError, Network, give_back_memory


def made(kind=TensorProto.FLOAT, work="Add"):
    """Return the content of a network that adds two arrays, or does something else with them."""
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node(work, ["x", "y"], ["sum"])],
        "sum",
        [value("x", kind, ["n", 2]), value("y", kind, ["n", 2])],
        [value("sum", kind, ["n", 2])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    return model.SerializeToString()


ONES = np.ones((3, 2), np.float32)


def test_inputs_and_outputs_are_told_with_type_and_shape():
    network = Network.open(made())
    assert list(network.inputs) == ["x", "y"]
    tensor = network.inputs["x"]
    assert (tensor.name, tensor.dtype, tensor.shape) == ("x", np.float32, ("n", 2))
    assert list(network.outputs) == ["sum"]
    assert (network.provider, network.place) == ("cpu", "cpu")


@pytest.mark.parametrize("last", [True, False])
def test_outputs_come_by_name(last):
    network = Network.open(made())
    for _ in range(2):
        assert network.run({"x": ONES, "y": ONES}, last=last)["sum"].tolist() == [[2, 2]] * 3


def test_a_run_can_write_into_the_memory_that_it_reads():
    binding, total = Network.open(made()).binding(), ONES.copy()
    binding.give("x", total)
    binding.give("y", ONES)
    binding.fill("sum", total)
    for turn in range(2, 5):
        binding.run()
        assert (total == turn).all()


def test_outputs_can_change_their_shape_once_the_earlier_ones_are_forgotten():
    binding = Network.open(made()).binding()
    for rows in (3, 5):
        given = np.ones((rows, 2), np.float32)
        binding.give("x", given)
        binding.give("y", given)
        binding.take("sum")
        binding.run()
        (found,) = binding.results(["sum"])
        assert found.numpy().shape == (rows, 2)
        binding.forget_outputs()


def test_what_does_not_fit_is_told_with_the_name_of_the_network():
    network = Network.open(made(), name="adder")
    with pytest.raises(ModelUnusableError, match="adder"):
        network.run({"x": ONES, "y": ONES[:, :1].astype(np.float64)})
    binding = network.binding()
    binding.give("x", ONES)
    binding.give("y", ONES)
    binding.fill("sum", np.zeros((2, 2), np.float32))
    with pytest.raises(ModelUnusableError, match="adder"):
        binding.run()


def test_numbers_of_an_unknown_kind_are_told():
    with pytest.raises(ModelUnusableError, match="unknown"):
        Network.open(made(TensorProto.UINT64, "BitwiseAnd"))


def test_memory_can_be_given_back_at_any_time():
    give_back_memory()
    network = Network.open(made())
    give_back_memory()
    assert network.run({"x": ONES, "y": ONES})["sum"].tolist() == [[2, 2]] * 3
