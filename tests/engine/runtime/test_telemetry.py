"""ONNX Runtime tells its maker nothing: it gives the computer no number, and keeps nothing to send."""

import os
import subprocess
import sys
from pathlib import Path

import onnx
import pytest
from onnx import TensorProto, helper

ROOT = Path(__file__).parents[3]
READS = """
import sys
from pathlib import Path
from engine.runtime import open_session
open_session(Path(sys.argv[1]))
"""


@pytest.fixture
def model(tmp_path):
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ("x", "y")]
    node = helper.make_node("Identity", ["x"], ["y"])
    graph = helper.make_graph([node], "same", values[:1], values[1:])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path = tmp_path / "same.onnx"
    onnx.save(made, path)
    return path


def test_a_process_that_opens_a_model_leaves_nothing_in_the_persons_home(model, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    environment = {name: text for name, text in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        environment[name] = str(home)
    # Who switched it on for another program has not done so for this one.
    for given in ({}, {"ORT_DISABLE_TELEMETRY": "0"}):
        subprocess.run(
            [sys.executable, "-c", READS, str(model)], cwd=ROOT, env={**environment, **given}, check=True
        )
        assert [path.name for path in home.rglob("*")] == []
