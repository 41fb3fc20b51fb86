"""Every architecture that becomes a pack says, in float32, the very tokens of transformers."""

from pathlib import Path

import numpy as np
import pytest

from engine.packs import load_pack

ROOT = Path(__file__).parents[3]
ANSWERING = ("donut", "florence2", "idefics3", "llava", "qwen2-vl", "qwen2.5-vl", "smolvlm", "vit-gpt2")
COMPARING = ("clip", "siglip", "siglip2")


@pytest.mark.parametrize("name", ANSWERING)
def test_greedy_tokens_are_those_of_transformers(made, name):
    from models.image_text.architectures import architecture_of
    from models.image_text.pictures import drawn
    from models.image_text.references import answer_of
    from models.image_text.snapshots import Snapshot
    from models.image_text.verifying import runner_of
    from models.image_text.workshop import Workshop

    tiny = made(name)
    snapshot, workshop = Snapshot.open(tiny.snapshot), Workshop(tiny.work)
    architecture = architecture_of(snapshot)
    model = architecture.load(snapshot)
    runner = runner_of(workshop, dict.fromkeys(workshop.draft["models"], "fp32"))
    asked = architecture.ask(snapshot, drawn(5, width=200, height=130), "Who is in the picture?", "balanced")
    wanted = answer_of(model, architecture.inputs(asked), 16)
    said = runner.answer(asked, 16, eos=workshop.draft["image_text"]["tokens"]["eos"])
    assert said.tokens == wanted.tokens
    assert np.abs(said.logits - wanted.logits).max() < 1e-4


@pytest.mark.parametrize("size", [(16, 16), (48, 16), (80, 48), (64, 64), (112, 160)], ids=str)
@pytest.mark.parametrize("name", ["qwen2-vl", "qwen2.5-vl"])
def test_pictures_of_every_shape_give_the_vectors_of_transformers(made, name, size):
    """Windows of 32 pixels fit into some of them, and reach over the border of others."""
    import torch

    from models.image_text.architectures import architecture_of
    from models.image_text.architectures.qwen_vl import patches_of
    from models.image_text.running import Session
    from models.image_text.snapshots import Snapshot

    tiny = made(name)
    snapshot = Snapshot.open(tiny.snapshot)
    inner = architecture_of(snapshot).load(snapshot).model
    picture = np.random.default_rng(3).normal(size=(1, 3, *size)).astype(np.float32)
    with torch.no_grad():
        patches = torch.from_numpy(patches_of(picture, 8, 2))
        grid = torch.tensor([[1, size[0] // 8, size[1] // 8]])
        (wanted,) = inner.get_image_features(patches, grid, return_dict=True).pooler_output
    found = Session(str(tiny.work / "vision_encoder.fp32.onnx"))({"pixel_values": picture})["image_features"]
    assert np.abs(found[0] - wanted.numpy()).max() < 1e-4
    assert np.abs(wanted.numpy()).max() > 0.1


def test_a_picture_is_the_same_after_it_was_cut_into_patches():
    from types import SimpleNamespace

    from models.image_text.architectures.qwen_vl import patches_of, picture_of

    picture = np.random.default_rng(0).normal(size=(1, 3, 32, 48)).astype(np.float32)
    processor = SimpleNamespace(patch_size=8, merge_size=2, temporal_patch_size=2)
    assert np.array_equal(picture_of(patches_of(picture, 8, 2), 4, 6, processor), picture)


@pytest.mark.parametrize("name", COMPARING)
def test_vectors_are_those_of_transformers(made, name):
    gate = load_pack(made(name).pack).image_text.precisions["fp32"].gate
    assert gate["vector_error_max"] < 1e-4


@pytest.mark.parametrize("name", [*ANSWERING, *COMPARING])
def test_what_a_smaller_variant_loses_stands_in_the_manifest(made, name):
    gate = load_pack(made(name).pack).image_text.precisions["int8"].gate
    if name in COMPARING:
        assert gate["image_cosine_min"] > 0.98
        assert gate["text_cosine_min"] > 0.98
    else:
        assert 0 < gate["logit_error_mean"] < gate["logit_error_max"]
        assert 0 < gate["kl_divergence"] < 0.05
        assert 0.7 < gate["top1_agreement"] <= 1


@pytest.mark.parametrize("name", [*ANSWERING, *COMPARING])
def test_the_committed_sample_is_what_is_made_today(made, name):
    sample = ROOT / "tests" / "samples" / "image_text" / name
    fresh = made(name).pack
    committed, made_now = load_pack(sample).image_text, load_pack(fresh).image_text
    for part in ("components", "context", "preprocess", "prompt", "tokens", "text", "profiles"):
        assert getattr(made_now, part) == getattr(committed, part)


def test_a_smolvlm_of_real_width_is_exact(tmp_path, silent):
    """All sizes of SmolVLM-256M but for the number of layers, which all are alike."""
    from dataclasses import replace

    import torch

    from models.image_text.architectures import architecture_of
    from models.image_text.pictures import drawn
    from models.image_text.references import answer_of
    from models.image_text.running import GraphRunner, Session
    from models.image_text.snapshots import Snapshot
    from models.image_text.synthetic.smolvlm import SMOLVLM_256M, write_smolvlm

    shallow = replace(
        SMOLVLM_256M,
        vision={**SMOLVLM_256M.vision, "num_hidden_layers": 1},
        text={**SMOLVLM_256M.text, "num_hidden_layers": 2},
    )
    with torch.random.fork_rng():
        torch.manual_seed(1)
        write_smolvlm(tmp_path, shallow)
    snapshot = Snapshot.open(tmp_path)
    architecture = architecture_of(snapshot)
    model = architecture.load(snapshot)
    exported = architecture.export(snapshot, model)
    sessions = {role: Session(graph) for role, graph in exported.graphs.items()}
    runner = GraphRunner(exported.family, sessions, image_token=model.config.image_token_id)
    asked = architecture.ask(snapshot, drawn(2), "What is the family name?", "fast")
    assert asked.pixels.shape == (1, 3, 512, 512)
    wanted = answer_of(model, architecture.inputs(asked), 12)
    said = runner.answer(asked, 12, eos=exported.image_text["tokens"]["eos"])
    assert said.tokens == wanted.tokens
    assert len(set(wanted.tokens)) > 3, "an answer that is always the same token shows little"


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        ("preprocess", {"mean": [0.4, 0.5, 0.5]}, "a picture"),
        ("preprocess", {"resample": "nearest"}, "a picture"),
        ("preprocess", {"longest_edge": 128}, "a picture"),
        ("prompt", {"image_end": ""}, "a question"),
        ("prompt", {"turn": "{image}{question}"}, "a question"),
    ],
)
def test_a_pack_that_would_ask_in_another_way_than_the_original_is_refused(
    smolvlm, silent, part, change, told
):
    from models.image_text.errors import ParityError
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    workshop = Workshop(smolvlm.work)
    workshop.draft["image_text"][part].update(change)
    workshop.finish("quantize", "changed by hand", [])
    with pytest.raises(ParityError, match=f"prepares {told}"):
        verify(smolvlm.snapshot, workshop, tell=silent)


def test_a_dual_encoder_whose_texts_are_filled_up_on_the_wrong_side_is_refused(made, tmp_path, silent):
    import shutil

    from models.image_text.errors import ParityError
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    tiny = made("siglip2")
    shutil.copytree(tiny.work, tmp_path / "work")
    workshop = Workshop(tmp_path / "work")
    workshop.draft["image_text"]["text"]["pad_left"] = True
    workshop.finish("quantize", "changed by hand", [])
    with pytest.raises(ParityError, match="prepares a question"):
        verify(tiny.snapshot, workshop, tell=silent)


def test_an_export_that_strays_is_refused(smolvlm, silent):
    import onnx
    from onnx import numpy_helper

    from models.image_text.errors import ParityError
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    path = smolvlm.work / "decoder.fp32.onnx"
    model = onnx.load(path)
    weight = next(each for each in model.graph.initializer if each.name == "norm.weight")
    changed = numpy_helper.to_array(weight).copy()
    changed[0] += 0.5
    weight.CopyFrom(numpy_helper.from_array(changed, weight.name))
    onnx.save(model, path)
    workshop = Workshop(smolvlm.work)
    workshop.finish("quantize", "changed by hand", [])
    with pytest.raises(ParityError, match="strays from the original"):
        verify(smolvlm.snapshot, workshop, tell=silent)
