"""A folder in the layout of transformers.js becomes a pack without any weights of torch."""

import json
import shutil

import numpy as np
import pytest

from engine.packs import load_pack
from engine.runtime import Network
from engine.vision.trial import try_pack
from models.image_text.errors import ParityError, SnapshotError
from models.image_text.exporting import ExportOptions
from models.image_text.packing import pack
from models.image_text.preparing import _needs, prepare
from models.image_text.published import is_published, know_answers, take_over
from models.image_text.workshop import Workshop

STEMS = {
    "smolvlm": {
        "vision_encoder": "vision_encoder",
        "embed_tokens": "embed_tokens",
        "decoder": "decoder_model_merged",
    },
    "clip": {"image_encoder": "vision_model", "text_encoder": "text_model"},
    "qwen2-vl": {
        "vision_encoder": "vision_encoder",
        "embed_tokens": "embed_tokens",
        "decoder": "decoder_model_merged",
    },
    "siglip2": {"image_encoder": "vision_model", "text_encoder": "text_model"},
}


def let_it_want_patches(path):
    """Let a network that sees pictures want patches instead, as publishers of Qwen2-VL have it."""
    import onnx
    from onnx import TensorProto, compose, helper, numpy_helper

    def number(name, *values):
        return numpy_helper.from_array(np.array(values, np.int64), name)

    nodes = [
        helper.make_node("Slice", ["grid_thw", "1", "3", "1"], ["grid"]),
        helper.make_node("Squeeze", ["grid", "0"], ["sides"]),
        helper.make_node("Div", ["sides", "2"], ["squares"]),
        helper.make_node("Split", ["squares"], ["down", "across"], num_outputs=2),
        helper.make_node("Concat", ["down", "across", "inner"], ["split"], axis=0),
        helper.make_node("Reshape", ["pixel_values", "split"], ["parts"]),
        helper.make_node("Gather", ["parts", "first"], ["still"], axis=5),
        helper.make_node("Transpose", ["still"], ["turned"], perm=[4, 0, 2, 5, 1, 3, 6]),
        helper.make_node("Mul", ["sides", "8"], ["edges"]),
        helper.make_node("Concat", ["1", "3", "edges"], ["shape"], axis=0),
        helper.make_node("Reshape", ["turned", "shape"], ["picture"]),
    ]
    before = helper.make_graph(
        nodes,
        "patches",
        [
            helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["patches", 384]),
            helper.make_tensor_value_info("grid_thw", TensorProto.INT64, [1, 3]),
        ],
        [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, "height", "width"])],
        [
            *(number(str(each), each) for each in (0, 1, 2, 3, 8)),
            number("inner", 2, 2, 3, 2, 8, 8),
            numpy_helper.from_array(np.array(0, np.int64), "first"),
        ],
    )
    eyes = onnx.load(path)
    first = helper.make_model(before, opset_imports=eyes.opset_import, ir_version=eyes.ir_version)
    prefixed = compose.add_prefix(first, "before.", rename_inputs=False, rename_outputs=False)
    onnx.save(compose.merge_models(prefixed, eyes, io_map=[("picture", "pixel_values")]), path)


@pytest.fixture
def published(made, tmp_path):
    """Lays a tiny model out as transformers.js does."""

    def lay(name):
        tiny, folder = made(name), tmp_path / f"published-{name}"
        (folder / "onnx").mkdir(parents=True)
        for path in tiny.snapshot.iterdir():
            if path.suffix != ".safetensors":
                shutil.copyfile(path, folder / path.name)
        for role, stem in STEMS[name].items():
            for suffix, variant in zip(("fp32", "int8"), ("", "_quantized"), strict=True):
                target = folder / "onnx" / f"{stem}{variant}.onnx"
                shutil.copyfile(tiny.work / f"{role}.{suffix}.onnx", target)
                if (name, role) == ("qwen2-vl", "vision_encoder"):
                    let_it_want_patches(target)
        return folder

    return lay


@pytest.mark.parametrize("name", sorted(STEMS))
def test_it_becomes_a_pack_that_gives_its_known_answers(published, name, tmp_path, silent):
    folder, workshop = published(name), Workshop(tmp_path / "work")
    assert is_published(folder)
    assert take_over(folder, workshop, ExportOptions(name="taken"), tell=silent)
    assert know_answers(workshop, tell=silent)
    assert not take_over(folder, workshop, ExportOptions(name="taken"), tell=silent)
    assert not know_answers(workshop, tell=silent)
    made = pack(workshop, tmp_path / "pack", ["int8", "fp32"])
    assert try_pack(made) == ()
    assert made.image_text.default_precision == "int8"
    assert "decoder_model_merged_quantized.onnx" in made.manifest.files or name in ("clip", "siglip2")


def test_it_is_fed_as_our_own_export_is(made, published, tmp_path, silent):
    workshop = Workshop(tmp_path / "work")
    take_over(published("smolvlm"), workshop, ExportOptions(), tell=silent)
    ours = load_pack(made("smolvlm").pack).image_text
    theirs = pack(workshop, tmp_path / "pack", ["fp32"]).image_text
    for part in ("preprocess", "prompt", "tokens", "context", "profiles"):
        assert getattr(theirs, part) == getattr(ours, part)


def test_scenes_are_not_told_by_similarities_whose_scale_nobody_tells(published, tmp_path, silent):
    workshop = Workshop(tmp_path / "work")
    take_over(published("siglip2"), workshop, ExportOptions(), tell=silent)
    assert workshop.draft["tasks"] == ["embed"]


def test_what_it_takes_is_reckoned_from_one_precision_and_not_from_all(published, tmp_path):
    folder = published("smolvlm")
    alone = _needs(folder)
    for path in list((folder / "onnx").iterdir()):
        shutil.copyfile(path, path.with_name(path.name.replace(".onnx", "_fp16.onnx")))
    assert _needs(folder) == (alone[0], alone[1] * 2)


def test_a_precision_cannot_be_added_to_published_graphs(published, tmp_path, silent):
    with pytest.raises(SnapshotError, match="none can be added"):
        prepare(published("clip"), tmp_path / "out", ExportOptions(), tell=silent, precisions=["int4"])


def test_patches_are_cut_as_the_publishers_of_qwen2_vl_want_them(made, published, tmp_path, silent):
    from engine.vision import ImageTextModel, Limits
    from models.image_text.pictures import drawn

    workshop = Workshop(tmp_path / "work")
    take_over(published("qwen2-vl"), workshop, ExportOptions(), tell=silent)
    theirs = pack(workshop, tmp_path / "pack", ["fp32"])
    assert "grid_thw" in Network.open(theirs.path_of("vision_encoder", "fp32")).inputs
    said = []
    for each in (theirs, load_pack(made("qwen2-vl").pack)):
        model = ImageTextModel.open(each, precision="fp32")
        seen = model.see(drawn(4, width=170, height=90), key="a", profile="balanced")
        said.append((seen.features, model.generate(seen, "What is it?", limits=Limits(12)).tokens))
    assert np.abs(said[0][0] - said[1][0]).max() < 1e-6
    assert said[0][1] == said[1][1]


def test_questions_that_transformers_would_ask_in_another_way_are_refused(published, tmp_path, silent):
    folder = published("smolvlm")
    told = {"image_seq_len": 5, "processor_class": "SmolVLMProcessor"}
    (folder / "processor_config.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ParityError, match="prepares a question"):
        take_over(folder, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)


def test_a_component_without_a_small_variant_is_taken_in_the_next_more_exact_one(published, tmp_path, silent):
    folder, workshop = published("smolvlm"), Workshop(tmp_path / "work")
    (folder / "onnx" / "embed_tokens_quantized.onnx").unlink()
    take_over(folder, workshop, ExportOptions(), tell=silent)
    assert workshop.draft["precisions"]["int8"]["variants"] == {
        "vision_encoder": "int8",
        "embed_tokens": "fp32",
        "decoder": "int8",
    }


def test_a_missing_component_is_named(published, tmp_path, silent):
    folder = published("smolvlm")
    for path in (folder / "onnx").glob("decoder*"):
        path.unlink()
    with pytest.raises(SnapshotError, match=r"onnx/decoder_model_merged\.onnx is missing"):
        take_over(folder, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)


def test_weights_that_we_can_export_ourselves_go_first(made, published):
    folder = published("smolvlm")
    shutil.copyfile(made("smolvlm").snapshot / "model.safetensors", folder / "model.safetensors")
    assert not is_published(folder)
