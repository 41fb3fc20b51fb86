"""A folder in the layout of transformers.js becomes a pack without any weights of torch."""

import shutil

import pytest

from engine.packs import load_pack
from engine.vision.trial import try_pack
from models.image_text.errors import SnapshotError
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
    "siglip2": {"image_encoder": "vision_model", "text_encoder": "text_model"},
}


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
                shutil.copyfile(
                    tiny.work / f"{role}.{suffix}.onnx", folder / "onnx" / f"{stem}{variant}.onnx"
                )
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
    assert "decoder_model_merged_quantized.onnx" in made.manifest.files or name != "smolvlm"


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
