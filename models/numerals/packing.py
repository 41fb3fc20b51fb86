"""Writes a trained network as the pack that comes with Sanduku.

The graph is written node by node: batch normalisation is folded into the convolutions, and weights are kept
at half precision, which halves the file and changes no reading. The same network gives the same bytes. This
module needs torch.
"""

import hashlib
from importlib import resources
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.engines.numerals import CALIBRATION_FILE, MODEL, NAME, NumeralsRecogniser
from engine.packs import MANIFEST_NAME, Manifest, Pack, PackFile, PackModel, Source, load_pack
from engine.runtime import Threads
from models.numerals import measuring
from models.numerals.measuring import Score
from models.numerals.network import COLUMNS_PER_STEP, HEIGHT
from models.numerals.texts import ALPHABET

VERSION = 1
_OPSET = 17
_NETWORK_FILE = "numerals.onnx"
_CODE = ("drawing.py", "network.py", "packing.py", "texts.py", "training.py")

Weights = NDArray[np.float32]


def make_pack(folder: Path, network: nn.Sequential, fonts: Path) -> tuple[Pack, Score]:
    """Write the pack, with a curve that is learnt on fonts held out, and measure it on others.

    Args:
        folder: Receives the files.
        network: Trained.
        fonts: Folder with the fonts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    said = Reliability((0.0, 1.0), (0.0, 1.0))
    calibration = Calibration({(NAME, measuring.SCRIPT, Unit.LINE): said})
    write_pack(folder, network, calibration)
    engine = NumeralsRecogniser(load_pack(folder), Threads())
    calibration = measuring.learn(engine, fonts)
    examples = measuring.read_lines(
        engine, measuring.held_out(fonts, measuring=True), count=measuring.LINES, seed=1
    )
    curve = calibration.tables[NAME, measuring.SCRIPT, Unit.LINE]
    score = measuring.score(examples, curve)
    engine.close()
    write_pack(folder, network, calibration)
    return load_pack(folder), score


def write_pack(folder: Path, network: nn.Sequential, calibration: Calibration) -> None:
    """Write the pack.

    Args:
        folder: Receives the files; must exist.
        network: Trained.
        calibration: Holds the engine's table.
    """
    contents = {
        _NETWORK_FILE: graph_of(network).SerializeToString(deterministic=True),
        CALIBRATION_FILE: calibration.to_json().encode(),
        "LICENSE.txt": (Path(__file__).parents[2] / "LICENSE").read_bytes(),
    }
    package = resources.files(__package__)
    code = {name: _sha256(package.joinpath(name).read_bytes()) for name in _CODE}
    numbers = {"height": HEIGHT, "columns_per_step": COLUMNS_PER_STEP}
    manifest = Manifest(
        name=NAME,
        version=VERSION,
        recipe=_sha256("".join(f"{name}{digest}" for name, digest in sorted(code.items())).encode()),
        licence="Apache-2.0",
        licence_file="LICENSE.txt",
        source=Source("trained by us with models/numerals", str(VERSION), code),
        files={name: PackFile(_sha256(content), len(content)) for name, content in contents.items()},
        models={MODEL: PackModel({"fp16": _NETWORK_FILE}, "fp16", numbers, ALPHABET)},
    )
    for name, content in {**contents, MANIFEST_NAME: manifest.to_json().encode()}.items():
        (folder / name).write_bytes(content)


def graph_of(network: nn.Sequential) -> onnx.ModelProto:
    """Return a trained network as ONNX.

    It takes float32 of shape (1, 1, height, width) and gives float32 of shape (1, steps, classes), each step
    with sum 1.
    """
    nodes, weights = [], []
    layers = [layer for layer in network if not isinstance(layer, nn.Dropout)]
    value = "strip"
    for number, layer in enumerate(layers):
        if isinstance(layer, nn.BatchNorm2d):
            continue
        name = f"layer{number}"
        if isinstance(layer, nn.Conv2d):
            following = layers[number + 1] if number + 1 < len(layers) else None
            kernel, bias = _folded(layer, following if isinstance(following, nn.BatchNorm2d) else None)
            for part, content in (("kernel", kernel), ("bias", bias)):
                weights.append(numpy_helper.from_array(content.astype(np.float16), f"{name}.{part}.half"))
                nodes.append(
                    helper.make_node(
                        "Cast", [f"{name}.{part}.half"], [f"{name}.{part}"], to=TensorProto.FLOAT
                    )
                )
            nodes.append(_convolution(layer, value, name))
        elif isinstance(layer, nn.ReLU):
            nodes.append(helper.make_node("Relu", [value], [name]))
        else:
            raise TypeError(f"no ONNX is known for {type(layer).__name__}")
        value = name
    weights.append(numpy_helper.from_array(np.array([2], np.int64), "axis"))
    nodes += [
        helper.make_node("Squeeze", [value, "axis"], ["flat"]),
        helper.make_node("Transpose", ["flat"], ["steps"], perm=[0, 2, 1]),
        helper.make_node("Softmax", ["steps"], ["probabilities"], axis=-1),
    ]
    graph = helper.make_graph(
        nodes,
        NAME,
        [helper.make_tensor_value_info("strip", TensorProto.FLOAT, [1, 1, HEIGHT, "width"])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [1, "step", len(ALPHABET)])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="sanduku")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    return model


def _folded(layer: nn.Conv2d, norm: nn.BatchNorm2d | None) -> tuple[Weights, Weights]:
    """Return the kernel and bias of a convolution with the normalisation behind it."""
    kernel = layer.weight.detach().numpy()
    bias = layer.bias.detach().numpy() if layer.bias is not None else np.zeros(len(kernel), np.float32)
    if norm is None:
        return kernel, bias
    scale = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().numpy()
    shift = (
        (norm.bias.detach() - norm.running_mean * norm.weight.detach() / (norm.running_var + norm.eps).sqrt())
        .detach()
        .numpy()
    )
    return kernel * scale[:, None, None, None], bias * scale + shift


def _convolution(layer: nn.Conv2d, value: str, name: str) -> onnx.NodeProto:
    down, across = layer.padding
    return helper.make_node(
        "Conv",
        [value, f"{name}.kernel", f"{name}.bias"],
        [name],
        kernel_shape=list(layer.kernel_size),
        strides=list(layer.stride),
        pads=[down, across, down, across],
        group=layer.groups,
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
