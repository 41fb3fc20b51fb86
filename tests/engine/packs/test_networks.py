"""The heads of networks are read without loading them, and ONNX Runtime says whether it can run them."""

from contextlib import suppress

import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from engine.packs.networks import NetworkHead, read_head, smallest_network
from engine.runtime import open_session


def test_the_head_of_a_real_network_is_read(tmp_path):
    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", [value], [out])
    sets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=sets, ir_version=9, producer_name="a test")
    onnx.save(model, tmp_path / "x.onnx")
    assert read_head(tmp_path / "x.onnx") == NetworkHead(9, {"": 17, "com.microsoft": 1})


@pytest.mark.parametrize("operators", [{"": 13}, {"": 17, "com.microsoft": 1}, {"com.microsoft": 1}])
def test_the_smallest_network_says_what_it_was_made_with_and_runs(tmp_path, operators):
    content = smallest_network(NetworkHead(8, operators))
    (tmp_path / "x.onnx").write_bytes(content)
    assert read_head(tmp_path / "x.onnx") == NetworkHead(8, {"": 1, **operators})
    assert open_session(content).run(None, {"x": [1.5]})[0].tolist() == [1.5]


@settings(max_examples=200)
@given(content=st.binary(max_size=300))
def test_whatever_a_file_holds_its_head_is_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.onnx"
    path.write_bytes(content)
    with suppress(ValueError):
        assert read_head(path).ir_version > 0


@settings(max_examples=200)
@given(place=st.integers(0, 200), value=st.integers(0, 255))
def test_an_altered_network_is_read_or_refused(tmp_path_factory, place, value):
    content = bytearray(smallest_network(NetworkHead(8, {"": 13})))
    content[place % len(content)] = value
    path = tmp_path_factory.getbasetemp() / "altered.onnx"
    path.write_bytes(content)
    with suppress(ValueError):
        assert read_head(path).operators
