"""Decoders that remember keys and values in 8 bits: what they share, how near they stay, what they refuse."""

from functools import partial

import numpy as np
import pytest
from onnx import numpy_helper

from engine.packs import load_pack
from engine.vision import ImageTextModel, Limits
from models.image_text import quantising, variants
from models.image_text.building import GraphBuilder
from models.image_text.errors import SnapshotError
from models.image_text.graph_files import read_graph, write_graph
from models.image_text.packing import pack
from models.image_text.pictures import drawn
from models.image_text.running import Session
from models.image_text.variants import quantise
from models.image_text.workshop import Workshop

QUESTION = "What is in the picture?"


@pytest.fixture
def silent():
    return lambda _line: None


def ask(model, question=QUESTION, **how):
    seen = model.see(drawn(0), key="picture", profile="fast")
    return model.generate(seen, question, limits=Limits(12), **how).tokens


def test_a_lean_precision_shares_the_weights_of_the_one_that_it_is_made_of(
    smolvlm, silent, tmp_path, monkeypatch
):
    monkeypatch.setattr(variants, "write_graph", partial(write_graph, largest=1000))
    workshop = Workshop(smolvlm.work)
    quantise(workshop, ["int8-lean", "int8"], tell=silent)
    made = pack(workshop, tmp_path / "new", ["int8", "int8-lean"])
    decoder = made.manifest.models["decoder"]
    assert decoder.files_of("int8-lean") == ("decoder.int8-lean.onnx", "decoder.int8.onnx_data")
    assert decoder.files_of("int8") == ("decoder.int8.onnx", "decoder.int8.onnx_data")
    model = ImageTextModel.open(made, precision="int8-lean")
    assert len(ask(model)) > 0
    model.close()
    # Files of a pack have second names, which the library that reads graphs would refuse.
    assert read_graph(smolvlm.work / "decoder.int8.onnx").graph.initializer[0].raw_data


def test_a_small_memory_adds_little_to_how_far_a_precision_strays(made):
    precisions = load_pack(made("smolvlm").pack).image_text.precisions
    assert {"int8", "int8-lean"} <= set(precisions)
    plain, lean = (float(precisions[name].gate["logit_error_mean"]) for name in ("int8", "int8-lean"))
    assert lean < 1.3 * plain


def test_a_further_question_finds_the_picture_as_it_was_remembered(made):
    tiny = load_pack(made("smolvlm").pack)
    model, fresh = (ImageTextModel.open(tiny, precision="int8-lean") for _ in range(2))
    assert model.facts.shares_memory
    ask(model, "Describe the image in one sentence.")
    assert ask(model) == ask(fresh)
    for each in (model, fresh):
        each.close()


def test_several_answers_at_once_can_be_followed_with_a_small_memory(made):
    tiny = load_pack(made("smolvlm").pack)
    model, twin = (ImageTextModel.open(tiny, precision="int8-lean") for _ in range(2))
    assert ask(model, beams=3) == ask(twin, beams=3)
    assert all(values.dtype == np.int8 for values in model.remembered().values())
    for each in (model, twin):
        each.close()


def test_what_is_larger_than_ever_seen_is_cut_off_and_does_not_turn_round(made):
    model = read_graph(made("smolvlm").work / "decoder.fp32.onnx")
    decoder = Session(model)
    feeds = {name: np.zeros((1, shape[1], 0, shape[3]), np.float32) for name, shape in decoder.inputs.items()
             if name.startswith("past")}  # fmt: skip
    hidden = decoder.inputs["inputs_embeds"][2]
    feeds["inputs_embeds"] = np.random.default_rng(0).standard_normal((1, 9, hidden)).astype(np.float32)
    feeds["attention_mask"] = np.ones((1, 9), np.int64)
    given = decoder(feeds)
    right = {name: value for name, value in given.items() if name.startswith("present")}
    tight = {name: np.abs(value).max(axis=(0, 2)) / 10 for name, value in right.items()}
    small = Session(quantising.eight_bit_memory(model, tight))
    feeds |= {name: value.astype(np.int8) for name, value in feeds.items() if name.startswith("past")}
    for name, value in small(feeds).items():
        if name.startswith("present.0."):
            assert np.abs(value.astype(int)).max() >= 127
            large = np.abs(right[name]) > 2 * tight[name][None, :, None]
            assert (np.sign(value)[large] == np.sign(right[name])[large]).all()


def test_attention_of_another_kind_is_refused_with_a_way_on(smolvlm, silent, monkeypatch):
    graph = GraphBuilder("plain")
    value = graph.linear(graph.input("value", ["n", 4]), "one", np.eye(4, dtype=np.float32))
    graph.output(value, "out", ["n", 4])
    plain, make = graph.model(), quantising.eight_bit_memory
    with pytest.raises(ValueError, match="8 bits"):
        make(plain, {})
    monkeypatch.setattr(quantising, "eight_bit_memory", lambda _model, largest: make(plain, largest))
    with pytest.raises(SnapshotError, match="'int4-lean'") as told:
        quantise(Workshop(smolvlm.work), ["int4-lean"], tell=silent)
    assert "'int4'" in told.value.remedy


def test_keys_may_come_to_lie_anywhere_that_a_position_turns_them_to(made):
    model = read_graph(made("smolvlm").work / "decoder.int8-lean.onnx")
    scales = [
        numpy_helper.to_array(each) for each in model.graph.initializer if each.name.endswith("key_scale")
    ]
    assert scales
    size = int(model.graph.input[2].type.tensor_type.shape.dim[3].dim_value)
    for each in scales:
        halves = each.reshape(-1, 2, size // 2)
        assert np.array_equal(halves[:, 0], halves[:, 1])
