"""Sessions run models with the threads they were given, and say plainly what cannot be run."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper

from engine.errors import MissingDependencyError
from engine.runtime import ModelUnusableError, ProviderUnusableError, open_session, runtime_facts


@pytest.fixture
def model():
    """Doubles what it is given."""
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node("Add", ["x", "x"], ["y"])],
        "double",
        [value("x", TensorProto.FLOAT, [None])],
        [value("y", TensorProto.FLOAT, [None])],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)
    return made.SerializeToString()


def doubled(session):
    return session.run(None, {"x": np.array([1, 2], np.float32)})[0].tolist()


def test_a_model_runs_from_bytes_and_from_a_file(model, tmp_path):
    path = tmp_path / "mödel.onnx"
    path.write_bytes(model)
    assert doubled(open_session(model)) == doubled(open_session(path)) == [2, 4]


def test_threads_are_as_asked_and_do_not_spin(model):
    options = open_session(model, threads=2).get_session_options()
    assert options.intra_op_num_threads == 2
    assert options.inter_op_num_threads == 1
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert open_session(model).get_session_options().intra_op_num_threads == 1


def test_a_provider_that_gives_way_to_the_processor_in_silence_is_told(model, monkeypatch):
    class Silent(ort.InferenceSession):
        """Falls back, as sessions do where a driver is missing."""

        def __init__(self, content, options, providers):
            assert providers == ["CUDAExecutionProvider", "CPUExecutionProvider"]
            super().__init__(content, options, providers=["CPUExecutionProvider"])

    monkeypatch.setattr(
        ort, "get_available_providers", lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"]
    )
    monkeypatch.setattr(ort, "InferenceSession", Silent)
    with pytest.raises(ProviderUnusableError, match="'cuda' did not start") as caught:
        open_session(model, provider="cuda")
    assert caught.value.remedy


def test_every_shape_has_its_memory_given_back(model):
    assert open_session(model).get_session_options().enable_mem_pattern is False


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x08\x0a" + b"\xff" * 50])
def test_a_damaged_model_is_told_with_a_remedy(content):
    with pytest.raises(ModelUnusableError) as caught:
        open_session(content)
    assert caught.value.remedy
    assert isinstance(caught.value, MissingDependencyError)


def test_a_model_that_is_not_there_is_told_by_name(tmp_path):
    with pytest.raises(ModelUnusableError, match=r"absent\.onnx"):
        open_session(tmp_path / "absent.onnx")


def test_a_model_for_a_later_runtime_is_told(model):
    later = onnx.ModelProto.FromString(model)
    later.opset_import[0].version = 999
    with pytest.raises(ModelUnusableError):
        open_session(later.SerializeToString())


def test_the_machine_tells_what_it_can_run_models_with():
    facts = runtime_facts()
    assert "CPUExecutionProvider" in facts.providers
    assert facts.version
