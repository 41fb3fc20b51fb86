"""Makes the pack ``reading``: the line detector, and the recogniser that Latin script is read with.

The networks are PP-OCRv6 small. They are taken out of a pinned wheel and made faster: weights that processors
are slow with are zeroed, biases folded, and the recogniser's head pruned to the characters that we serve. A
variant of it with 8-bit arithmetic, by the ranges of ``reading_ranges.json`` that ``calibrate`` measures,
reads what is easy to read.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from importlib import metadata, resources
from pathlib import Path

import onnx

from engine.packs import (
    MANIFEST_NAME,
    Manifest,
    Pack,
    PackDamagedError,
    PackFile,
    PackMissingError,
    PackModel,
    PackTooNewError,
    Source,
    load_pack,
)
from models import graphs
from models.characters import kept_classes
from models.graphs import Ranges
from models.sources import RAPIDOCR, Wheel

NAME = "reading"
VERSION = 4
RANGES_FILE = "reading_ranges.json"

_DETECTOR = "rapidocr/models/PP-OCRv6_det_small.onnx"
_RECOGNISER = "rapidocr/models/PP-OCRv6_rec_small.onnx"
_CODE = ("characters.py", "graphs.py", "reading.py")
_LICENCES = "rapidocr-3.10.0.dist-info/licenses/"

DETECTOR_NUMBERS = {"multiple": 32, "core_threshold": 0.3, "line_threshold": 0.5, "growth": 1.6}
RECOGNISER_NUMBERS = {
    "height": 48,
    "columns_per_step": 8,
    "quick_width": 0.75,
    "exact_width": 0.85,
    "sure": 0.97,
}
"""How a line is read: in 8-bit arithmetic, a long one narrowed to ``quick_width`` of its width; and again in
floating point, narrowed to ``exact_width``, where the confidence stays below ``sure``.

The network sees more columns than it needs: on 23 pages of real print these widths give no more errors than
the whole, nor more lines to read again; half the width gives three times as many. Of the samples' 817 lines a
few more are wrong: 54 (45 of them marked) instead of 49 (42).
"""


def prepare_reading(
    packs: Path, *, wheel: Wheel = RAPIDOCR, ranges: Ranges | None = None
) -> tuple[Pack, bool]:
    """Make sure that the pack is installed and whole.

    Args:
        packs: The folder of packs; the pack becomes the folder ``reading`` in it.
        wheel: What carries the networks.
        ranges: For the 8-bit arithmetic; None for those that come with Sanduku.

    Returns:
        The pack, and whether it had to be made.

    Raises:
        SourceMissingError: The wheel is not installed.
    """
    ranges = ranges or shipped_ranges()
    recipe = _recipe(wheel, ranges)
    folder = packs / NAME
    present = _whole_pack(folder)
    if present is not None and present.manifest.recipe == recipe:
        return present, False
    packs.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{NAME}-", dir=packs))
    try:
        _write_pack(draft, wheel, ranges, recipe)
        # mkdtemp gives the folder to us alone; other accounts of this computer may read models.
        draft.chmod(0o755)
        if folder.exists():
            folder.rename(draft.with_name(f"{draft.name}.old"))
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(draft.with_name(f"{draft.name}.old"), ignore_errors=True)
    return load_pack(folder), True


def shipped_ranges() -> Ranges:
    """Return the ranges that come with Sanduku."""
    text = resources.files("models").joinpath(RANGES_FILE).read_text(encoding="utf-8")
    return {name: (low, high) for name, (low, high) in json.loads(text).items()}


def detector(wheel: Wheel) -> onnx.ModelProto:
    """Return the line detector, with the same output as the original but for rounding."""
    model = _tidied(onnx.ModelProto.FromString(wheel.read(_DETECTOR)))
    graphs.join_gates(model)
    graphs.enlarge_at_once(model)
    return model


def recogniser(wheel: Wheel) -> tuple[onnx.ModelProto, tuple[str, ...]]:
    """Return the pruned recogniser in floating point, and what its classes stand for."""
    model = onnx.ModelProto.FromString(wheel.read(_RECOGNISER))
    alphabet = next(entry.value for entry in model.metadata_props if entry.key == "character").split("\n")
    kept = kept_classes(alphabet)
    # Class 0 is "nothing", and the last one, which the alphabet does not name, is the space.
    classes = [0, *(index + 1 for index in kept if alphabet[index] != " "), len(alphabet) + 1]
    characters = ("", *(alphabet[index] for index in kept if alphabet[index] != " "), " ")
    model = _tidied(model)
    graphs.prune_classes(model, classes)
    return model, characters


def eight_bit_nodes(model: onnx.ModelProto) -> list[str]:
    """Return the nodes of the recogniser whose arithmetic is reduced to 8 bits.

    The first two convolutions and the neck after them stay in floating point: they are a small part of the
    work and lose most. Even so more characters are wrong than in floating point, so a line that it is not
    sure of is read again there.

    The detector stays in floating point throughout. With its backbone in 8 bits it takes a third less time
    and real print reads as well, but it finds a sixth fewer blurred lines and runs fields of forms together.
    """
    return graphs.quantisable_nodes(model, first="Conv.2", last="Conv.53")


def _tidied(model: onnx.ModelProto) -> onnx.ModelProto:
    graphs.zero_tiny_weights(model)
    model = graphs.at_opset(model)
    graphs.drop_identities(model)
    graphs.fold_into_convolutions(model)
    graphs.pool_globally(model)
    del model.metadata_props[:]
    del model.graph.value_info[:]
    return model


def _write_pack(folder: Path, wheel: Wheel, ranges: Ranges, recipe: str) -> None:
    precise, characters = recogniser(wheel)
    small = graphs.quantise(precise, ranges, eight_bit_nodes(precise))
    graphs.fuse_gelu(small)
    contents = {
        "detector.onnx": detector(wheel).SerializeToString(deterministic=True),
        "recogniser.fp32.onnx": precise.SerializeToString(deterministic=True),
        "recogniser.int8.onnx": small.SerializeToString(deterministic=True),
        "LICENSE.txt": wheel.read(f"{_LICENCES}LICENSE"),
        "MODEL_LICENSES.md": wheel.read(f"{_LICENCES}MODEL_LICENSES.md"),
    }
    manifest = Manifest(
        name=NAME,
        version=VERSION,
        recipe=recipe,
        licence="Apache-2.0",
        licence_file="LICENSE.txt",
        source=Source(wheel.package, wheel.version, dict(wheel.files)),
        files={name: PackFile(_sha256(content), len(content)) for name, content in contents.items()},
        models={
            "detector": PackModel({"fp32": "detector.onnx"}, "fp32", DETECTOR_NUMBERS),
            "recogniser": PackModel(
                {"int8": "recogniser.int8.onnx", "fp32": "recogniser.fp32.onnx"},
                "fp32",
                RECOGNISER_NUMBERS,
                characters,
            ),
        },
    )
    _write_durably(folder, {**contents, MANIFEST_NAME: manifest.to_json().encode()})


def _write_durably(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        with (folder / name).open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def _recipe(wheel: Wheel, ranges: Ranges) -> str:
    """Name everything that the content of the pack depends on: input, tools, and this code itself."""
    package = resources.files("models")
    facts = {
        "code": {name: _sha256(package.joinpath(name).read_bytes()) for name in _CODE},
        "wheel": dict(wheel.files),
        "ranges": {name: list(limits) for name, limits in ranges.items()},
        "tools": {name: metadata.version(name) for name in ("onnx", "onnxruntime")},
    }
    return _sha256(json.dumps(facts, sort_keys=True).encode())


def _whole_pack(folder: Path) -> Pack | None:
    try:
        pack = load_pack(folder)
        pack.verify()
    except (PackMissingError, PackDamagedError, PackTooNewError):
        return None
    return pack


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
