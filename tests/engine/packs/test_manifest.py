"""The second form of manifest: read strictly, every complaint naming its part."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.packs import Manifest, PackDamagedError, PackTooNewError, load_pack
from engine.packs.fields import UnknownPartError
from engine.packs.manifest import serves

SHA256 = "0" * 64
FILES = ("vision.onnx", "embed.onnx", "decoder.onnx", "decoder.onnx_data", "LICENSE.txt", "golden.png")
PRECISION = {
    "variants": {"vision_encoder": "fp32", "embed_tokens": "fp32", "decoder": "int8"},
    "measured": {"peak_bytes": 400_000_000, "tokens_per_second": 40.5, "machine": "a laptop"},
    "golden": {
        "image": "golden.png",
        "question": "What is this?",
        "profile": "fast",
        "tokens": [4, 5, 6],
        "tolerance": 2,
    },
    "gate": {"agreement": 0.98, "measured on": "40 forms"},
}
VISION = {
    "format": 2,
    "name": "smolvlm-256m",
    "version": 3,
    "recipe": "r",
    "licence": "Apache-2.0",
    "licence_file": "LICENSE.txt",
    "source": {"package": "somebody/SmolVLM", "version": "1", "files": {}},
    "files": {name: {"sha256": SHA256, "byte_size": 10} for name in FILES},
    "models": {
        "vision": {"variants": {"fp32": "vision.onnx"}, "default": "fp32"},
        "embed": {"variants": {"fp32": "embed.onnx"}, "default": "fp32"},
        "decoder": {
            "variants": {"int8": "decoder.onnx"},
            "default": "int8",
            "companions": {"int8": ["decoder.onnx_data"]},
        },
    },
    "title": "SmolVLM",
    "purpose": {"en": "Describes photos.", "fr": "Décrit des photos."},
    "tasks": ["describe", "ask"],
    "languages": {"en": "good", "ar": "untried"},
    "minimum_engine": "0.1",
    "image_text": {
        "family": "embed-merge",
        "components": {"vision_encoder": "vision", "embed_tokens": "embed", "decoder": "decoder"},
        "precisions": {"int8": PRECISION},
        "default_precision": "int8",
        "preprocess": {"mode": "tiles", "tile": 512, "longest_edge": 2048, "global_tile": True},
        "prompt": {"turn": "User:{image}{question}\nAssistant:", "image_token": "<image>"},
        "tokens": {"bos": 1, "eos": [2], "image": 49190},
        "context": 8192,
        "profiles": {"fast": {"tiles": 1}, "balanced": {"tiles": 5}},
    },
}


def changed(*path, to):
    """Return the manifest with one part put to another value; ``...`` takes it away."""
    data = copy.deepcopy(VISION)
    place = data
    for step in path[:-1]:
        place = place[step]
    if to is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return json.dumps(data)


def test_a_manifest_of_an_image_text_model_is_read_and_written():
    manifest = Manifest.from_json(json.dumps(VISION))
    assert manifest.image_text.precisions["int8"].golden.tokens == (4, 5, 6)
    assert manifest.image_text.preprocess.tile == 512
    assert manifest.models["decoder"].files_of("int8") == ("decoder.onnx", "decoder.onnx_data")
    assert manifest.languages == {"en": "good", "ar": "untried"}
    assert Manifest.from_json(manifest.to_json()) == manifest
    assert json.loads(manifest.to_json())["format"] == 2


@pytest.mark.parametrize(
    ("path", "to", "told"),
    [
        (["name"], "../x", "name"),
        (["name"], "With Space", "name"),
        (["version"], True, "version is no whole number"),
        (["version"], -1, "version is not between"),
        (["licence"], " ", "licence is empty"),
        (["licence_file"], "NOTICE", "'NOTICE' is none of the pack's files"),
        (["files", "vision.onnx", "sha256"], "abc", r"files\.vision\.onnx\.sha256 is no SHA-256"),
        (["files", "VISION.onnx"], {"sha256": SHA256, "byte_size": 1}, "one file on some systems"),
        (["files", "aux.onnx"], {"sha256": SHA256, "byte_size": 1}, "device on Windows"),
        (["files", "Pack.json"], {"sha256": SHA256, "byte_size": 1}, "one file on some systems"),
        (["files", "metadata"], {"sha256": SHA256, "byte_size": 1}, "neither pack.json nor metadata"),
        (["files", "Metadata"], {"sha256": SHA256, "byte_size": 1}, "one file on some systems"),
        (["files", "end."], {"sha256": SHA256, "byte_size": 1}, "no plain file name"),
        (["files", "x" * 200], {"sha256": SHA256, "byte_size": 1}, "too long"),
        (["models", "embed", "variants", "fp32"], "gone.onnx", r"models\.embed\.variants\.fp32 'gone\.onnx'"),
        (["models", "decoder", "companions", "int4"], [], "none of its variants"),
        (["models", "decoder", "companions", "int8"], ["x.data"], "'x.data' is none of the pack's files"),
        (["minimum_engine"], "soon", "minimum_engine 'soon' is no version"),
        (["purpose"], {"English": "x"}, "no code of a language"),
        (["image_text"], [], "image_text is no object"),
        (["image_text", "components", "decoder"], ..., r"components of family embed-merge: decoder"),
        (["image_text", "components", "decoder"], "other", r"components\.decoder 'other' is none of the mod"),
        (["image_text", "default_precision"], "fp16", "default_precision is none"),
        (["image_text", "precisions", "int8", "variants", "decoder"], "fp16", "is no variant of 'decoder'"),
        (["image_text", "precisions", "int8", "variants", "decoder"], ..., "each component once"),
        (["image_text", "precisions", "int8", "golden", "tolerance"], 4, "tolerance is more"),
        (["image_text", "precisions", "int8", "golden", "image"], "no.png", "'no.png' is none"),
        (["image_text", "precisions", "int8", "golden", "profile"], "slow", "profile is none"),
        (["image_text", "precisions", "int8", "measured", "peak_bytes"], ..., "peak_bytes is missing"),
        (["image_text", "precisions", "int8", "measured", "tokens_per_second"], 0, "not above 0"),
        (["image_text", "preprocess", "std"], [1, 1, 0], r"std\[2\] is not above 0"),
        (["image_text", "preprocess", "mean"], [1, 1], "has 2 parts, not 3"),
        (["image_text", "preprocess", "tile"], ..., r"preprocess\.tile is missing"),
        (["image_text", "preprocess", "mode"], "exact", r"preprocess\.size is missing"),
        (["image_text", "tokens", "eos"], [], "lacks context or tokens.eos"),
        (["image_text", "tokens", "eos"], "2", r"image_text\.tokens\.eos is no list"),
        (["image_text", "tokens", "image"], None, "where the picture goes"),
        (["image_text", "prompt", "turn"], "{question}", "where the picture goes"),
        (["image_text", "profiles", "fast", "tiles"], 0, r"profiles\.fast\.tiles is not between"),
        (["image_text", "preprocess"], {"mode": "multiples", "tile": 8}, r"preprocess\.multiple is missing"),
        (
            ["image_text", "preprocess"],
            {"mode": "multiples", "tile": 30, "multiple": 8, "max_pixels": 900},
            r"tile is no multiple of",
        ),
        (
            ["image_text", "preprocess"],
            {"mode": "multiples", "tile": 32, "multiple": 8, "min_pixels": 2000, "max_pixels": 9000},
            "leave no size for a picture",
        ),
    ],
)
def test_a_part_of_the_wrong_kind_is_named(path, to, told):
    with pytest.raises(ValueError, match=told):
        Manifest.from_json(changed(*path, to=to))


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (["colour"], "blue"),
        (["tasks"], ["dance"]),
        (["languages"], {"en": "excellent"}),
        (["image_text", "family"], "diffusion"),
        (["image_text", "preprocess", "mode"], "spiral"),
        (["image_text", "precisions", "int8", "golden", "answer"], "x"),
        (["files", "vision.onnx", "md5"], "x"),
    ],
)
def test_what_this_version_does_not_know_was_made_for_a_later_one(path, to, tmp_path):
    with pytest.raises(UnknownPartError):
        Manifest.from_json(changed(*path, to=to))
    (tmp_path / "pack.json").write_text(changed(*path, to=to))
    with pytest.raises(PackTooNewError, match="later version") as caught:
        load_pack(tmp_path)
    assert "Update Sanduku" in caught.value.remedy


def test_a_pack_that_needs_a_later_sanduku_says_which(tmp_path):
    (tmp_path / "pack.json").write_text(changed("minimum_engine", to="99.1"))
    with pytest.raises(PackTooNewError, match=r"needs Sanduku 99\.1"):
        load_pack(tmp_path)


@pytest.mark.parametrize(
    ("needed", "present", "enough"),
    [
        ("", "0.1.0", True),
        ("0.3", "0.10.0", True),
        ("0.3", "0.3.0rc1", True),
        ("0.10", "0.9.9", False),
        ("1", "0.99", False),
    ],
)
def test_versions_are_compared_as_versions(needed, present, enough):
    assert serves(needed, present) is enough


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 2, "format": 1}',
        "[" * 100_000,
        '{"format": 2, "name": "\\ud800"}',
        "\ufeff{}",
        '{"format": NaN}',
    ],
)
def test_odd_json_is_damage(text, tmp_path):
    (tmp_path / "pack.json").write_text(text, encoding="utf-8")
    with pytest.raises(PackDamagedError):
        load_pack(tmp_path)


def test_a_manifest_without_end_is_not_read(tmp_path):
    (tmp_path / "pack.json").write_bytes(b" " * 9_000_000)
    with pytest.raises(PackDamagedError, match="more than"):
        load_pack(tmp_path)


def paths_in(value, path=()):
    yield path
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from paths_in(inner, (*path, key))


@given(
    path=st.sampled_from([path for path in paths_in(VISION) if path]),
    to=st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just([]) | st.just({}),
)
def test_whatever_stands_in_a_part_it_is_read_or_refused(path, to):
    """Read means: it is written again as the same manifest."""
    try:
        manifest = Manifest.from_json(changed(*path, to=to))
    except ValueError:
        return
    assert Manifest.from_json(manifest.to_json()) == manifest
