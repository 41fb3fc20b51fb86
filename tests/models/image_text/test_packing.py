"""Work goes on where it was, and the same work gives the same file."""

import json
import zipfile

import pytest

from engine.errors import DiskFullError
from engine.packs import load_pack
from models.image_text import preparing
from models.image_text.errors import SnapshotError, TooSmallError
from models.image_text.exporting import ExportOptions, export
from models.image_text.graph_files import write_graph
from models.image_text.packing import pack, zip_pack
from models.image_text.variants import quantise
from models.image_text.workshop import STATE_FILE, Workshop


def test_a_step_that_was_done_is_not_done_again(smolvlm, silent):
    options = ExportOptions(name="tiny-smolvlm", title="Tiny smolvlm")
    assert not export(smolvlm.snapshot, Workshop(smolvlm.work), options, tell=silent)
    assert not quantise(Workshop(smolvlm.work), None, tell=silent)


def test_other_weights_are_exported_again(smolvlm, silent):
    options = ExportOptions(name="tiny-smolvlm", title="Tiny smolvlm")
    with (smolvlm.snapshot / "tokenizer_config.json").open("a") as stream:
        stream.write("\n")
    assert export(smolvlm.snapshot, Workshop(smolvlm.work), options, tell=silent)


def test_a_step_whose_file_is_gone_is_done_again(smolvlm, silent):
    (smolvlm.work / "decoder.int8.onnx").unlink()
    workshop = Workshop(smolvlm.work)
    assert quantise(workshop, None, tell=silent)
    assert (smolvlm.work / "decoder.int8.onnx").exists()


def test_a_step_before_the_one_that_it_needs_says_so(tmp_path, silent):
    with pytest.raises(SnapshotError, match="'export' has not been done"):
        quantise(Workshop(tmp_path), None, tell=silent)


def test_damaged_notes_of_the_work_are_told(smolvlm):
    (smolvlm.work / STATE_FILE).write_text("{")
    with pytest.raises(SnapshotError, match="cannot be read"):
        Workshop(smolvlm.work)


def test_an_unknown_precision_is_refused_with_the_known_ones(smolvlm, silent):
    with pytest.raises(SnapshotError, match="int3") as told:
        quantise(Workshop(smolvlm.work), ["int3"], tell=silent)
    assert "int4, int4-lean, int8, " in told.value.remedy


def test_large_decoders_are_given_four_bits(smolvlm, silent):
    workshop = Workshop(smolvlm.work)
    workshop.draft["parameters"] = 1_600_000_000
    quantise(workshop, None, tell=silent)
    assert list(workshop.draft["precisions"]) == ["fp32", "int4", "int8", "int4-lean"]
    made = pack(workshop, smolvlm.pack.parent / "large")
    assert made.image_text.default_precision == "int4"
    assert set(made.image_text.precisions) == {"int4", "int8", "int4-lean"}


def test_the_same_work_gives_the_same_file(smolvlm, tmp_path):
    files = []
    for name in ("first", "second"):
        made = pack(Workshop(smolvlm.work), tmp_path / name, ["int8"])
        files.append(zip_pack(made, tmp_path / f"{name}.zip").read_bytes())
    assert files[0] == files[1]
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.namelist()[0] == "pack.json"


def test_the_reference_is_left_out_unless_it_is_asked_for(smolvlm, tmp_path):
    made = pack(Workshop(smolvlm.work), tmp_path / "small")
    assert set(made.image_text.precisions) == {"int8", "int8-lean"}
    assert not list(made.folder.glob("*.fp32.onnx"))
    made.verify()


def test_a_pack_carries_where_it_came_from_and_its_terms(made):
    manifest = load_pack(made("smolvlm").pack).manifest
    assert manifest.licence == "MIT"
    assert "model.safetensors" in manifest.source.files
    assert manifest.languages == {
        "en": "some",
        "fr": "untried",
        "es": "untried",
        "ar": "untried",
        "sw": "untried",
    }


def test_a_pack_that_cannot_be_finished_leaves_the_earlier_one(smolvlm, tmp_path):
    workshop = Workshop(smolvlm.work)
    earlier = pack(workshop, tmp_path / "pack").manifest
    workshop.draft["image_text"]["context"] = -1
    with pytest.raises(ValueError, match="context"):
        pack(workshop, tmp_path / "pack")
    assert load_pack(tmp_path / "pack").manifest == earlier
    assert [path.name for path in tmp_path.glob(".pack*")] == []


def test_weights_too_large_for_one_file_lie_beside_the_graph(made, tmp_path):
    import onnx

    model = onnx.load(made("smolvlm").work / "decoder.fp32.onnx")
    names = write_graph(model, tmp_path / "decoder.onnx", largest=1000)
    assert names == ["decoder.onnx", "decoder.onnx_data"]
    again = onnx.load(tmp_path / "decoder.onnx")
    assert again.graph.initializer[0].raw_data == model.graph.initializer[0].raw_data
    assert write_graph(model, tmp_path / "decoder.onnx") == ["decoder.onnx"]
    assert not (tmp_path / "decoder.onnx_data").exists()


def test_too_little_memory_is_told_before_anything_is_begun(made, tmp_path, monkeypatch):
    memory = type("Memory", (), {"available": 1000})
    monkeypatch.setattr(preparing.psutil, "virtual_memory", lambda: memory)
    with pytest.raises(TooSmallError, match="memory"):
        preparing.check_room(made("smolvlm").snapshot, tmp_path)


def test_too_little_disk_is_told_before_anything_is_begun(made, tmp_path, monkeypatch):
    room = type("Room", (), {"free": 1000})
    monkeypatch.setattr(preparing.shutil, "disk_usage", lambda _place: room)
    with pytest.raises(DiskFullError, match="disk"):
        preparing.check_room(made("smolvlm").snapshot, tmp_path / "not" / "there" / "yet")


def test_a_precision_that_strays_far_is_warned_of():
    def gate(divergence):
        return {"gate": {"kl_divergence": divergence}}

    told = preparing.strays({"fp32": gate(0.5), "int8": gate(0.3), "int4": gate(0.01), "taken": {}})
    assert len(told) == 1
    assert "'int8' strays far" in told[0]


def test_half_precision_weights_count_twice(smolvlm, tmp_path, monkeypatch):
    config = smolvlm.snapshot / "config.json"
    content = json.loads(config.read_text())
    content["dtype"] = "bfloat16"
    config.write_text(json.dumps(content, indent=1))
    weights = (smolvlm.snapshot / "model.safetensors").stat().st_size
    memory = type("Memory", (), {"available": int(weights * 3.6)})
    monkeypatch.setattr(preparing.psutil, "virtual_memory", lambda: memory)
    with pytest.raises(TooSmallError):
        preparing.check_room(smolvlm.snapshot, tmp_path)
