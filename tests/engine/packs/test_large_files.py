"""Networks are opened by a path that was checked just before, with the files of weights beside them."""

import json

import pytest

from engine.errors import CancelledError
from engine.packs import PackDamagedError, PackMissingError, load_pack
from tests.engine.packs.conftest import network, write_pack


class Recorded:
    def __init__(self):
        self.seen = []

    def update(self, *, done, total, label=""):
        self.seen.append((done, total, label))


def test_a_role_gives_the_path_of_its_network(brought):
    pack = load_pack(brought)
    assert pack.path_of("image_encoder") == brought / "image.onnx"
    assert pack.path_of("text_encoder", "int8").read_bytes() == network(1001)
    assert pack.checked_path("tokenizer.json") == brought / "tokenizer.json"
    assert pack.byte_size_of() < pack.manifest.byte_size


@pytest.mark.parametrize("name", ["image.onnx", "weights.data"])
@pytest.mark.parametrize("harm", ["altered", "gone"])
def test_a_network_is_refused_when_it_or_its_weights_are_not_right(brought, name, harm):
    pack = load_pack(brought)
    (brought / name).write_bytes(b"x") if harm == "altered" else (brought / name).unlink()
    with pytest.raises(PackDamagedError, match=name):
        pack.path_of("image_encoder")
    pack.path_of("text_encoder")


@pytest.mark.parametrize(("role", "precision"), [("decoder", None), ("image_encoder", "fp16")])
def test_what_the_pack_has_not_is_missing(brought, role, precision):
    with pytest.raises(PackMissingError):
        load_pack(brought).path_of(role, precision)


def test_a_pack_for_reading_answers_no_questions(tmp_path):
    with pytest.raises(PackMissingError, match="cannot look at pictures"):
        load_pack(write_pack(tmp_path / "p", image_text=None)).path_of("decoder")


def test_checking_tells_how_far_it_is_and_can_be_stopped(brought):
    progress, pack = Recorded(), load_pack(brought)
    pack.verify(progress=progress)
    assert progress.seen[-1][:2] == (pack.manifest.byte_size, pack.manifest.byte_size)
    assert [done for done, _, _ in progress.seen] == sorted(done for done, _, _ in progress.seen)
    with pytest.raises(CancelledError):
        pack.verify(cancelled=lambda: True)


def test_measurements_and_known_answers_are_no_part_of_the_id(brought):
    before = load_pack(brought).id
    path = brought / "pack.json"
    data = json.loads(path.read_bytes())
    data["image_text"]["precisions"]["int8"]["measured"]["peak_bytes"] = 5
    data["title"] = "Another title"
    path.write_text(json.dumps(data))
    assert load_pack(brought).id == before
    data["image_text"]["preprocess"]["size"] = [256, 256]
    path.write_text(json.dumps(data))
    assert load_pack(brought).id != before
