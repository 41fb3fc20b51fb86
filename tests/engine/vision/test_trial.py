"""A pack is tried on the computer that it was brought to: its known answers must come out."""

import hashlib
import json
import shutil

import onnx
import pytest
from onnx import helper

from engine.packs import PackDamagedError, load_pack
from engine.packs.errors import PackFailedTrialError, PackUnrunnableError
from engine.packs.installer import TRUST, Installer
from engine.packs.trust import Anchors
from engine.vision import EncoderPair, ModelOutputError, trial
from engine.vision.decoder import Decoder
from engine.vision.trial import try_pack
from tests.conftest import ROOT
from tests.engine.packs.conftest import YES, network, write_pack
from tests.engine.vision.handmade import write_pair

SAMPLE = ROOT / "tests" / "samples" / "image_text" / "smolvlm"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SAMPLE, tmp_path / "pack")


def changed(folder, change):
    path = folder / "pack.json"
    data = json.loads(path.read_bytes())
    change(data["image_text"])
    path.write_text(json.dumps(data))
    return load_pack(folder)


def test_a_good_pack_answers_as_where_it_was_made(folder):
    assert try_pack(load_pack(folder)) == ()


@pytest.mark.parametrize("precision", ["fp32", "int8"])
@pytest.mark.parametrize("place", [0, 1])
def test_another_answer_fails_the_pack(folder, precision, place):
    def other(part):
        part["precisions"][precision]["golden"]["tokens"][place] += 1

    with pytest.raises(PackFailedTrialError, match=f"'{precision}' gives another answer"):
        try_pack(changed(folder, other))


def test_a_model_that_says_one_thing_for_ever_fails_the_pack(folder, monkeypatch):
    """Its answer is cut off as a circle, and what is left of it must not count as right."""

    def longer(part):
        golden = part["precisions"]["fp32"]["golden"]
        golden["tokens"] = [*golden["tokens"][:1] * 2, *range(60, 120)]
        golden["tolerance"] = len(golden["tokens"])

    pack, feed = changed(folder, longer), Decoder.feed

    def stuck(its, given):
        logits = feed(its, given)
        logits[:] = 0
        logits[7] = 9
        return logits

    monkeypatch.setattr(Decoder, "feed", stuck)
    with pytest.raises(PackFailedTrialError, match="gives another answer"):
        try_pack(pack)


def test_a_known_answer_that_goes_in_a_circle_is_met_by_one_that_does(folder, monkeypatch):
    def circle(part):
        part["precisions"] = {"fp32": part["precisions"]["fp32"]}
        part["default_precision"] = "fp32"
        golden = part["precisions"]["fp32"]["golden"]
        golden["tokens"] = [7] * 50
        golden["tolerance"] = 50

    pack, feed = changed(folder, circle), Decoder.feed

    def stuck(its, given):
        logits = feed(its, given)
        logits[:] = 0
        logits[7] = 9
        return logits

    monkeypatch.setattr(Decoder, "feed", stuck)
    assert try_pack(pack) == ()


@pytest.mark.parametrize("side", ["images", "texts"])
def test_a_pair_that_sees_no_difference_fails(tmp_path, monkeypatch, side):
    pack, name = write_pair(tmp_path), f"embed_{side}"
    assert try_pack(pack) == ()
    embed = getattr(EncoderPair, name)
    monkeypatch.setattr(
        EncoderPair, name, lambda its, given, **how: embed(its, given[:1] * len(given), **how)
    )
    with pytest.raises(PackFailedTrialError, match="sees no difference"):
        try_pack(pack)


def test_numbers_that_are_none_fail_the_pack(folder, monkeypatch):
    def nothing(_its, _given):
        raise ModelOutputError("The model gave no usable numbers, so there is no answer.")

    monkeypatch.setattr(Decoder, "feed", nothing)
    with pytest.raises(PackFailedTrialError, match="no usable numbers"):
        try_pack(load_pack(folder))


def test_only_as_many_tokens_count_as_must_be_equal(folder):
    def later(part):
        golden = part["precisions"]["fp32"]["golden"]
        golden["tolerance"] = 2
        golden["tokens"][3] += 1

    assert try_pack(changed(folder, later)) == ()


def test_a_rule_against_repetition_has_no_say_in_known_answers(folder):
    assert try_pack(changed(folder, lambda part: part.update(no_repeat_ngram=1, beams=3))) == ()


def test_without_a_known_answer_a_pack_is_opened_and_that_is_said(folder):
    def unknown(part):
        part["precisions"]["int8"]["golden"] = None

    assert try_pack(changed(folder, unknown)) == (
        "'int8' can be opened; it has no known answer to try it with.",
    )


def test_what_does_not_fit_the_memory_is_not_tried_and_that_is_said(folder, monkeypatch):
    def large(part):
        part["precisions"]["fp32"]["measured"] = {"peak_bytes": 2**60}

    (note,) = try_pack(changed(folder, large))
    assert note.startswith("'fp32' was not tried: too big")


def test_a_network_that_cannot_be_run_is_told(folder, monkeypatch):
    pack = load_pack(folder)

    def broken(*_given, **_more):
        from engine.runtime import ModelUnusableError

        raise ModelUnusableError("An operator is not known.", which="decoder.onnx")

    monkeypatch.setattr(trial.ImageTextModel, "open", broken)
    with pytest.raises(PackUnrunnableError, match="operator is not known"):
        try_pack(pack)


@pytest.mark.parametrize(
    ("role", "other"),
    [
        ("decoder", "vision_encoder.fp32.onnx"),
        ("vision_encoder", "embed_tokens.fp32.onnx"),
        ("embed_tokens", "decoder.fp32.onnx"),
        ("decoder", "../vit-gpt2/decoder.fp32.onnx"),
    ],
)
def test_networks_of_another_architecture_than_the_manifest_says_are_refused(folder, tmp_path, role, other):
    content = (SAMPLE / other).read_bytes()
    (folder / f"{role}.fp32.onnx").write_bytes(content)
    path = folder / "pack.json"
    data = json.loads(path.read_bytes())
    data["files"][f"{role}.fp32.onnx"] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "byte_size": len(content),
    }
    path.write_text(json.dumps(data))
    packs = tmp_path / "packs"
    installer = Installer(packs, Anchors(packs / TRUST), trial=try_pack)
    with pytest.raises((PackUnrunnableError, PackFailedTrialError), match="fp32") as caught:
        installer.install(folder, YES)
    assert caught.value.remedy
    assert installer.shelf.names() == []


def test_a_known_picture_that_is_none_is_damage(folder):
    path = folder / "pack.json"
    data = json.loads(path.read_bytes())
    (folder / "golden.png").write_bytes(b"no picture")
    data["files"]["golden.png"] = {"sha256": hashlib.sha256(b"no picture").hexdigest(), "byte_size": 10}
    path.write_text(json.dumps(data))
    with pytest.raises(PackDamagedError, match="picture"):
        try_pack(load_pack(folder))


@pytest.mark.parametrize("place", ["../secret.bin", "{folder}/secret.bin"])
def test_weights_outside_the_pack_are_never_read(tmp_path, place):
    (tmp_path / "secret.bin").write_bytes(bytes(1024))
    weights = onnx.TensorProto(name="w", data_type=1, dims=[256], data_location=onnx.TensorProto.EXTERNAL)
    for key, value in (("location", place.format(folder=tmp_path)), ("offset", "0"), ("length", "1024")):
        weights.external_data.add(key=key, value=value)
    ends = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [256]) for name in ("x", "y")]
    graph = helper.make_graph(
        [helper.make_node("Add", ["x", "w"], ["y"])], "g", ends[:1], ends[1:], [weights]
    )
    sets = [helper.make_opsetid("", 17)]
    content = helper.make_model(graph, opset_imports=sets, ir_version=9).SerializeToString()
    files = {"image.onnx": content, "text.onnx": network(), "weights.data": b"", "LICENSE.txt": b"x"}
    pack = load_pack(write_pack(tmp_path / "pack", files=files))
    with pytest.raises(PackUnrunnableError, match="External data path"):
        try_pack(pack)
