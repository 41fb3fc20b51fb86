"""A folder that cannot become a pack is refused with what is wrong and what to do."""

import json
import shutil

import pytest

from models.image_text.architectures import ARCHITECTURES, architecture_of
from models.image_text.errors import SnapshotError, UnsupportedModelError
from models.image_text.exporting import ExportOptions, export, origin_of, slug
from models.image_text.licences import licence_of
from models.image_text.snapshots import Snapshot
from models.image_text.workshop import Workshop


@pytest.fixture
def snapshot(made, tmp_path):
    return shutil.copytree(made("smolvlm").snapshot, tmp_path / "snapshot")


def change(path, **values):
    content = json.loads(path.read_text(encoding="utf-8"))
    for name, value in values.items():
        at = content
        *folders, last = name.split("__")
        for folder in folders:
            at = at[folder]
        at[last] = value
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("config.json", r"config\.json is missing"),
        ("model.safetensors", "weights are missing"),
        ("preprocessor_config.json", r"preprocessor_config\.json is missing"),
    ],
)
def test_a_missing_file_is_named(snapshot, tmp_path, silent, file, complaint):
    (snapshot / file).unlink()
    with pytest.raises(SnapshotError, match=complaint) as told:
        export(snapshot, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)
    assert "Bring the whole snapshot again" in told.value.remedy


def test_a_tokenizer_in_neither_form_is_missing(snapshot, tmp_path, silent):
    (snapshot / "tokenizer.json").unlink()
    with pytest.raises(SnapshotError, match="tokenizer cannot be read"):
        export(snapshot, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(SnapshotError, match="no such folder"):
        Snapshot.open(tmp_path / "nothing")


def test_a_program_that_comes_with_a_model_is_never_run(snapshot):
    config = snapshot / "config.json"
    change(
        config,
        architectures=["HfMoondream"],
        auto_map={"AutoModelForCausalLM": "hf_moondream.HfMoondream"},
    )
    (snapshot / "hf_moondream.py").write_text("raise SystemExit('was run')", encoding="utf-8")
    with pytest.raises(UnsupportedModelError, match="no program that comes with a model is run") as told:
        architecture_of(Snapshot.open(snapshot))
    assert "packs catalogue" in told.value.remedy


def test_a_model_in_the_form_of_openclip_is_told_as_that(snapshot):
    (snapshot / "config.json").rename(snapshot / "open_clip_config.json")
    with pytest.raises(UnsupportedModelError, match="published for the library OpenCLIP"):
        Snapshot.open(snapshot)


def test_a_licence_whose_text_is_not_there_is_told(snapshot, tmp_path):
    with pytest.raises(SnapshotError, match="licence cannot be read"):
        licence_of(Snapshot.open(snapshot), file=tmp_path / "none.txt")


def test_a_pointer_of_git_lfs_is_no_weights(snapshot):
    (snapshot / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    with pytest.raises(SnapshotError, match="pointer of Git LFS") as told:
        Snapshot.open(snapshot)
    assert "git lfs pull" in told.value.remedy


def test_a_missing_part_of_the_weights_is_named(snapshot):
    (snapshot / "model.safetensors").rename(snapshot / "model-00001-of-00002.safetensors")
    parts = {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}
    (snapshot / "model.safetensors.index.json").write_text(json.dumps({"weight_map": parts}))
    with pytest.raises(SnapshotError, match="model-00002-of-00002"):
        Snapshot.open(snapshot)


def test_weights_that_are_cut_off_are_no_weights(snapshot):
    path = snapshot / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-5000])
    opened = Snapshot.open(snapshot)
    with pytest.raises(SnapshotError, match="cannot be loaded"):
        architecture_of(opened).load(opened)


def test_weights_that_lack_a_layer_are_no_weights(snapshot):
    from safetensors.torch import load_file, save_file

    path = snapshot / "model.safetensors"
    weights = load_file(path)
    del weights["model.connector.modality_projection.proj.weight"]
    save_file(weights, path, metadata={"format": "pt"})
    opened = Snapshot.open(snapshot)
    with pytest.raises(SnapshotError, match=r"1 weights are missing.*connector"):
        architecture_of(opened).load(opened)


def test_a_damaged_configuration_is_told(snapshot):
    (snapshot / "config.json").write_text('{"architectures": [')
    with pytest.raises(SnapshotError, match="cannot be read"):
        Snapshot.open(snapshot)


@pytest.mark.parametrize("architecture", ["LayoutLMForQuestionAnswering", ""])
def test_an_unknown_architecture_is_refused_with_the_known_ones(snapshot, architecture):
    change(snapshot / "config.json", architectures=[architecture] if architecture else None)
    with pytest.raises(UnsupportedModelError) as told:
        architecture_of(Snapshot.open(snapshot))
    assert all(known in told.value.remedy for known in ARCHITECTURES)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"text_config__hidden_act": "mish"}, "activation mish"),
        (
            {"text_config__rope_parameters": {"rope_type": "dynamic", "factor": 2.0, "rope_theta": 1e4}},
            "positions",
        ),
    ],
)
def test_what_would_silently_come_out_wrong_is_refused(snapshot, tmp_path, silent, changes, complaint):
    change(snapshot / "config.json", **changes)
    with pytest.raises(UnsupportedModelError, match=complaint):
        export(snapshot, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)


def test_a_template_without_a_place_for_a_picture_is_refused(snapshot, tmp_path, silent):
    (snapshot / "chat_template.jinja").write_text("{% for m in messages %}{{ m['role'] }}{% endfor %}")
    with pytest.raises(UnsupportedModelError, match="one picture and one question"):
        export(snapshot, Workshop(tmp_path / "work"), ExportOptions(), tell=silent)


def test_nobody_packs_a_model_without_its_terms(snapshot):
    (snapshot / "README.md").write_text("No head.")
    with pytest.raises(SnapshotError, match="licence") as told:
        licence_of(Snapshot.open(snapshot))
    assert "--licence" in told.value.remedy


def test_the_terms_come_from_the_snapshot_where_they_lie_in_it(snapshot):
    (snapshot / "LICENSE").write_text("Do as you would be done by.")
    assert licence_of(Snapshot.open(snapshot)).text == "Do as you would be done by."


def test_terms_whose_text_is_not_there_must_be_brought(snapshot, tmp_path):
    (snapshot / "README.md").write_text("---\nlicense: cc-by-4.0\n---\n")
    opened = Snapshot.open(snapshot)
    with pytest.raises(SnapshotError, match=r"CC-BY-4\.0"):
        licence_of(opened)
    (tmp_path / "terms.txt").write_text("By anyone.")
    assert licence_of(opened, file=tmp_path / "terms.txt").text == "By anyone."


def test_the_name_of_a_checkpoint_comes_from_where_a_hub_keeps_it(tmp_path):
    folder = tmp_path / "models--HuggingFaceTB--SmolVLM-256M-Instruct" / "snapshots" / "7e3e67e"
    folder.mkdir(parents=True)
    assert origin_of(folder) == ("HuggingFaceTB/SmolVLM-256M-Instruct", "7e3e67e")
    assert slug("HuggingFaceTB/SmolVLM-256M-Instruct") == "smolvlm-256m-instruct"


def test_a_tokenizer_in_an_older_form_is_brought_into_the_one_file(made, tmp_path):
    from models.image_text.words import Words

    folder = shutil.copytree(made("vit-gpt2").snapshot, tmp_path / "old")
    before = Words.of(Snapshot.open(folder)).tokenizer
    content = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    (folder / "vocab.json").write_text(json.dumps(content["vocab"]), encoding="utf-8")
    merges = "".join(f"{first} {second}\n" for first, second in content["merges"])
    (folder / "merges.txt").write_text(f"#version: 0.2\n{merges}", encoding="utf-8")
    (folder / "tokenizer.json").unlink()
    change(folder / "tokenizer_config.json", tokenizer_class="GPT2Tokenizer")
    after = Words.of(Snapshot.open(folder)).tokenizer
    for text in ("What is the family name?", "ما اسم العائلة", "Décrivez la photo"):
        assert after.encode(text).ids == before.encode(text).ids
