"""The reading pack is made once, whole, and with the same bytes every time."""

import numpy as np
import onnx
import onnx.numpy_helper
import pytest

from engine.packs import MANIFEST_NAME, load_pack
from models.__main__ import main
from models.reading import prepare_reading, shipped_ranges


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    packs = tmp_path_factory.mktemp("packs")
    prepare_reading(packs)
    return packs


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def wider_ranges():
    return {name: (low * 2, high * 2) for name, (low, high) in shipped_ranges().items()}


def test_making_it_twice_gives_the_same_bytes(made, tmp_path):
    prepare_reading(tmp_path)
    assert contents(tmp_path / "reading") == contents(made / "reading")


def test_it_is_left_alone_when_it_is_there(made):
    before = {path.name: path.stat().st_mtime_ns for path in (made / "reading").iterdir()}
    _, was_made = prepare_reading(made)
    assert not was_made
    assert {path.name: path.stat().st_mtime_ns for path in (made / "reading").iterdir()} == before


def test_it_tells_licence_source_and_every_file(made):
    manifest = load_pack(made / "reading").manifest
    assert manifest.licence == "Apache-2.0"
    assert manifest.source.package == "rapidocr"
    assert set(manifest.files) | {MANIFEST_NAME} == set(contents(made / "reading"))
    assert "Apache License" in (made / "reading" / manifest.licence_file).read_text()


def test_a_damaged_pack_is_made_anew(tmp_path, made):
    prepare_reading(tmp_path)
    (tmp_path / "reading" / "detector.onnx").write_bytes(b"damaged")
    _, was_made = prepare_reading(tmp_path)
    assert was_made
    assert contents(tmp_path / "reading") == contents(made / "reading")


def test_other_ranges_make_another_pack(tmp_path, made):
    pack, _ = prepare_reading(tmp_path, ranges=wider_ranges())
    assert pack.id != load_pack(made / "reading").id


def test_nothing_but_the_pack_is_left_behind(made):
    assert [path.name for path in made.iterdir()] == ["reading"]


def test_a_failure_leaves_the_old_pack_in_place(tmp_path, monkeypatch):
    prepare_reading(tmp_path)
    before = contents(tmp_path / "reading")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.reading._write_durably", full)
    with pytest.raises(OSError, match="No space"):
        prepare_reading(tmp_path, ranges=wider_ranges())
    assert contents(tmp_path / "reading") == before
    assert [path.name for path in tmp_path.iterdir()] == ["reading"]


def test_the_command_makes_it_and_says_where(made, capsys):
    assert main(["prepare-reading", "--target", str(made)]) == 0
    assert str(made / "reading") in capsys.readouterr().out


def test_the_command_tells_what_is_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("models.sources.Path.read_bytes", lambda _: b"another model")
    assert main(["prepare-reading", "--target", str(tmp_path)]) == 5
    assert "pip install --no-deps rapidocr==" in capsys.readouterr().err


def test_no_two_products_of_8_bit_arithmetic_overflow_where_they_are_added_in_16_bits(made):
    """Processors without VNNI do that, and would read otherwise than others."""
    model = onnx.ModelProto.FromString(load_pack(made / "reading").read_model("recogniser", variant="int8"))
    weights = [onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer]
    largest = max(int(np.abs(array.astype(int)).max()) for array in weights if array.dtype == np.int8)
    assert largest > 32
    assert 2 * 255 * largest < 2**15
