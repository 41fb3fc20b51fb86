"""The network for Arabic-Indic digits is taught what it has to know, and its pack comes whole to the user."""

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ocr.calibration import Reliability
from engine.ocr.engines import Recognised
from engine.packs import MANIFEST_NAME, PackDamagedError, load_pack
from models.__main__ import main
from models.numerals import drawing, installing, measuring, texts
from models.numerals.installing import SHIPPED, prepare_numerals
from models.numerals.measuring import Example

SEEDS = st.integers(0, 2**32 - 1).map(np.random.default_rng)
LARGEST = 300_000
"""Bytes that the network may take in the repository."""


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@given(SEEDS)
def test_every_line_is_spelt_in_the_alphabet(random):
    labels = "".join(piece.labels for piece in texts.line(random))
    assert set(labels) <= set(texts.ALPHABET)


@given(SEEDS)
def test_a_number_is_spelt_as_it_is_seen(random):
    piece = texts.number(random)
    assert piece.labels == piece.text
    assert set(piece.text) & set(texts.DIGITS)


@given(SEEDS)
def test_a_foreign_line_always_has_something_foreign(random):
    pieces = texts.foreign(random)
    assert any(texts.FOREIGN in piece.labels for piece in pieces)
    assert measuring.truth_of(pieces) == ""


@given(SEEDS)
def test_the_truth_of_a_number_has_its_digits(random):
    piece = texts.number(random)
    truth = measuring.truth_of((piece,))
    assert sorted(filter(str.isdigit, truth)) == sorted(filter(str.isdigit, piece.text))


def test_too_few_fonts_are_told_with_what_to_install(tmp_path):
    with pytest.raises(drawing.FontsMissingError, match="fonts-hosny-amiri"):
        drawing.find_fonts(tmp_path, held_out=False)


@pytest.mark.parametrize("seed", range(40))
def test_paper_without_letters_is_drawn_and_cut_out(seed):
    nothing = drawing.Fonts((), (), "")
    line = drawing.drawn(np.random.default_rng(seed), nothing, ())
    assert line.dtype == np.uint8
    assert min(line.shape) >= 1


def test_a_score_counts_what_is_sure_and_what_is_right():
    said = [("٢٣", "٢٣", 0.99), ("٢٣", "٢٢", 0.99), ("٤", "٤", 0.4), ("", "١", 0.95), ("", "", 0.0)]
    examples = [Example(truth, Recognised(text, confidence)) for truth, text, confidence in said]
    score = measuring.score(examples, Reliability((0.0, 1.0), (0.0, 1.0)))
    assert (score.numbers, score.right, score.sure, score.sure_right) == (3, 2, 2, 1)
    assert (score.others, score.invented) == (2, 1)
    assert "2 of 3 (20.8 to 93.9 %)" in str(score)


def test_the_shipped_pack_is_whole_small_and_says_what_it_is():
    pack = load_pack(SHIPPED)
    pack.verify()
    manifest = pack.manifest
    assert {path.name for path in SHIPPED.iterdir()} == {*manifest.files, MANIFEST_NAME}
    assert sum(file.byte_size for file in manifest.files.values()) < LARGEST
    assert (manifest.licence, manifest.source.package) == ("Apache-2.0", "trained by us with models/numerals")
    licence = (Path(__file__).parents[2] / "LICENSE").read_bytes()
    assert hashlib.sha256(licence).hexdigest() == manifest.files[manifest.licence_file].sha256


def test_it_is_installed_with_the_same_bytes_and_then_left_alone(tmp_path):
    pack, made = prepare_numerals(tmp_path)
    assert made
    assert contents(pack.folder) == contents(SHIPPED)
    assert prepare_numerals(tmp_path)[1] is False
    assert [path.name for path in tmp_path.iterdir()] == ["numerals"]


def test_a_damaged_pack_is_installed_anew(tmp_path):
    pack, _ = prepare_numerals(tmp_path)
    (pack.folder / "numerals.onnx").write_bytes(b"damaged")
    assert prepare_numerals(tmp_path)[1] is True
    assert contents(pack.folder) == contents(SHIPPED)


def test_a_shipped_pack_that_is_damaged_is_told_and_not_installed(tmp_path, monkeypatch):
    shutil.copytree(SHIPPED, tmp_path / "shipped")
    (tmp_path / "shipped" / "numerals.onnx").write_bytes(b"damaged")
    monkeypatch.setattr(installing, "SHIPPED", tmp_path / "shipped")
    with pytest.raises(PackDamagedError):
        prepare_numerals(tmp_path / "packs")
    assert list((tmp_path / "packs").iterdir()) == []


def test_the_command_prepares_it_together_with_the_reading_pack(tmp_path, prepared, capsys):
    shutil.copytree(prepared.packs / "reading", tmp_path / "reading")
    assert main(["prepare-reading", "--target", str(tmp_path)]) == 0
    assert str(tmp_path / "numerals") in capsys.readouterr().out
    assert load_pack(tmp_path / "numerals").manifest == load_pack(SHIPPED).manifest


def test_the_network_takes_the_steps_that_it_says_and_keeps_its_scores_as_onnx():
    torch = pytest.importorskip("torch")
    import onnxruntime

    from models.numerals.network import new_network, steps_of
    from models.numerals.packing import graph_of

    torch.manual_seed(1)
    network = new_network().eval()
    session = onnxruntime.InferenceSession(graph_of(network).SerializeToString())
    for width in (8, 33, 34, 35, 36, 97):
        strip = torch.rand(1, 1, 32, width)
        expected = network(strip)[0, :, 0].T.softmax(-1).detach().numpy()
        (found,) = session.run(None, {"strip": strip.numpy()})
        assert found[0].shape == expected.shape == (int(steps_of(torch.tensor(width))), len(texts.ALPHABET))
        assert np.abs(found[0] - expected).max() < 1e-2
