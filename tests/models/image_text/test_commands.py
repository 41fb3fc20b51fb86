"""One command makes a pack of a snapshot, and every command says how it is used."""

import json
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.packs import load_pack
from models.__main__ import main
from models.image_text import gating, packing
from models.image_text.errors import GateError, SnapshotError
from models.image_text.pictures import drawn, from_folder
from models.image_text.workshop import Workshop

COMMANDS = ("prepare", "export", "quantize", "verify", "bench", "pack", "sign", "optimum")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_how_it_is_used(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 8


def test_help_needs_none_of_the_heavy_libraries(capsys):
    import subprocess

    heavy = "('torch', 'transformers', 'onnx', 'onnxruntime')"
    code = f"import sys, models.image_text.commands; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_snapshot_becomes_a_signed_pack_in_one_command(made, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SANDUKU_SIGNING_PASSPHRASE", "a long passphrase")
    keys, out = tmp_path / "keys", tmp_path / "out"
    assert (
        main(
            [
                "sign",
                "keys",
                "create",
                "--keys",
                str(keys),
                "--name",
                "HQ",
                "--people",
                "1",
                "--threshold",
                "1",
            ]
        )
        == 0
    )
    snapshot = made("smolvlm").snapshot
    order = [
        "prepare",
        str(snapshot),
        "--out",
        str(out),
        "--keys",
        str(keys),
        "--name",
        "tiny",
        "--language",
        "fr=some",
    ]
    assert main(order) == 0
    assert (out / "tiny-1.zip").exists()
    pack = load_pack(out / "tiny")
    assert pack.manifest.languages["fr"] == "some"
    measured = pack.image_text.precisions["int8"].measured
    assert measured.peak_bytes > 1_000_000
    assert measured.tokens_per_second > 1
    assert main(["verify", str(out / "tiny")]) == 0
    assert "whole" in capsys.readouterr().out
    assert main(order) == 0
    assert capsys.readouterr().err.count(" before.") == 4


def test_a_folder_that_is_no_snapshot_ends_with_a_sentence(tmp_path, capsys):
    assert main(["prepare", str(tmp_path), "--out", str(tmp_path / "out")]) == 3
    assert "config.json is missing" in capsys.readouterr().err


def test_memory_of_whoever_starts_the_measurement_does_not_count(made):
    import numpy as np

    from models.image_text.benchmarking import measured_apart

    held = np.ones(100_000_000)
    assert measured_apart(made("smolvlm").pack, "int8")["peak_bytes"] < held.nbytes / 2


def test_a_precision_that_cannot_be_run_is_told_from_a_want_of_memory(made, tmp_path, monkeypatch):
    import os
    import signal
    import subprocess

    from models.image_text import benchmarking
    from models.image_text.errors import MeasuringError, TooSmallError

    monkeypatch.chdir(tmp_path)
    pack = os.path.relpath(made("smolvlm").pack)
    with pytest.raises(MeasuringError, match="int3"):
        benchmarking.measured_apart(Path(pack), "int3")
    killed = subprocess.CompletedProcess([], -signal.SIGKILL, "", "")
    monkeypatch.setattr(benchmarking.subprocess, "run", lambda *_given, **_named: killed)
    with pytest.raises(TooSmallError, match="signal 9"):
        benchmarking.measured_apart(Path(pack), "int8")


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "goes on from the last step"),
        (OSError(28, "No space left on device", "decoder.onnx"), 8, "decoder.onnx: The disk is full"),
    ],
)
def test_what_comes_between_is_told_without_a_traceback(smolvlm, monkeypatch, capsys, error, code, sentence):
    def fail(*_given, **_named):
        raise error

    monkeypatch.setattr("models.image_text.exporting.write_graph", fail)
    assert main(["export", str(smolvlm.snapshot), "--work", str(smolvlm.work)]) == code
    assert sentence in capsys.readouterr().err
    monkeypatch.undo()
    assert main(["export", str(smolvlm.snapshot), "--work", str(smolvlm.work)]) == 0


# What is right to say of a picture


def labelled(folder, rows):
    folder.mkdir()
    for row in rows:
        number = int(row["image"].removesuffix(".png"))
        Image.fromarray(drawn(number, width=96, height=64)).save(folder / row["image"])
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "answers.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def judged(made, tmp_path, silent):
    """The workshop of a tiny CLIP, and labelled pictures that its reference is always right about."""
    import shutil

    workshop = Workshop(shutil.copytree(made("clip").work, tmp_path / "work"))
    rows = [{"image": f"{number}.png", "answer": "house"} for number in range(3)]
    return workshop, labelled(tmp_path / "labelled", rows)


def test_a_precision_that_loses_nothing_passes(judged, silent):
    workshop, folder = judged
    assert gating.gate(workshop, folder, tell=silent)
    gate = workshop.draft["precisions"]["int8"]["gate"]
    assert (gate["task_accuracy"], gate["task_accuracy_reference"], gate["task_examples"]) == (1, 1, 3)
    assert not gating.gate(workshop, folder, tell=silent)


def test_a_precision_that_loses_more_than_the_margin_is_refused(judged, silent, monkeypatch):
    workshop, folder = judged
    scores = {"fp32": 0.80, "int8": 0.77}
    monkeypatch.setattr(gating, "accuracy", lambda _pack, name, _examples: scores[name])
    with pytest.raises(GateError, match=r"int8 0\.770 beside 0\.800"):
        gating.gate(workshop, folder, tell=silent)
    again = Workshop(workshop.folder)
    assert gating.gate(again, folder, tell=silent, margin=0.04)
    assert "int8" in again.draft["precisions"]


def test_what_was_refused_is_not_packed_and_can_be_judged_again(judged, silent, monkeypatch):
    workshop, folder = judged
    precisions = workshop.draft["precisions"]
    precisions["int4"] = {"variants": precisions["int8"]["variants"]}
    scores = {"fp32": 0.80, "int8": 0.80, "int4": 0.77}
    monkeypatch.setattr(gating, "accuracy", lambda _pack, name, _examples: scores[name])
    assert gating.gate(workshop, folder, tell=silent)
    again = Workshop(workshop.folder)
    assert packing.allowed(again.draft, None) == ["int8"]
    with pytest.raises(GateError, match="int4 lost more than was allowed"):
        packing.allowed(again.draft, ["int4"])
    assert gating.gate(again, folder, tell=silent, margin=0.1)
    assert set(packing.allowed(again.draft, None)) == {"int8", "int4"}


def test_other_pictures_by_the_same_names_are_judged_anew(judged, silent):
    workshop, folder = judged
    assert gating.gate(workshop, folder, tell=silent)
    Image.fromarray(drawn(9, width=96, height=64)).save(folder / "0.png")
    assert gating.gate(workshop, folder, tell=silent)


@pytest.mark.parametrize("told", ["fr", "fr=well", "=good"])
def test_a_language_that_is_told_in_another_way_is_refused_before_anything_is_done(tmp_path, capsys, told):
    with pytest.raises(SystemExit):
        main(["prepare", str(tmp_path), "--out", str(tmp_path), "--language", told])
    assert "is not like fr=some" in capsys.readouterr().err


def test_a_folder_of_pictures_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SnapshotError, match="no pictures in this folder"):
        from_folder(tmp_path / "nowhere", most=1)


def test_a_model_that_answers_is_asked_the_questions(made, tmp_path):
    rows = [{"image": "0.png", "question": "What is it?", "answer": ["a house", "house"]}]
    examples = gating.read_examples(labelled(tmp_path / "labelled", rows))
    score = gating.accuracy(load_pack(made("smolvlm").pack), "int8", examples)
    assert 0 <= score <= 1


@pytest.mark.parametrize(("said", "score"), [("A  House", 1.0), ("a hous", 6 / 7), ("tree", 0.0), ("", 0.0)])
def test_an_answer_counts_by_how_near_it_is(said, score):
    assert gating.similarity(said, ["a house"]) == pytest.approx(score)


@pytest.mark.parametrize("line", ["{", '{"image": "0.png"}', '{"image": "none.png", "answer": "x"}', ""])
def test_a_line_that_cannot_be_used_is_named(tmp_path, line):
    folder = labelled(tmp_path / "labelled", [{"image": "0.png", "answer": "x"}])
    (folder / "answers.jsonl").write_text(line + "\n")
    with pytest.raises(SnapshotError):
        gating.read_examples(folder)
