"""Packs are found by name, read whole, and refused with a remedy where something is wrong."""

import hashlib
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import MissingDependencyError
from engine.packs import (
    MANIFEST_NAME,
    Manifest,
    PackDamagedError,
    PackFile,
    PackMissingError,
    PackModel,
    PackTooNewError,
    Source,
    find_pack,
    load_pack,
)
from engine.settings import Places


def manifest_for(contents, **changes):
    facts = {
        "name": "reading",
        "version": 1,
        "recipe": "r",
        "licence": "Apache-2.0",
        "licence_file": "LICENSE.txt",
        "source": Source("package", "1.0", {"model.onnx": "00"}),
        "files": {
            name: PackFile(hashlib.sha256(content).hexdigest(), len(content))
            for name, content in contents.items()
        },
        "models": {
            "recogniser": PackModel(
                {"fp32": "a.onnx", "int8": "b.onnx"}, "int8", {"height": 48}, ("", "é", " ")
            )
        },
    }
    return Manifest(**(facts | changes))


@pytest.fixture
def folder(tmp_path):
    contents = {"a.onnx": b"precise", "b.onnx": b"small", "LICENSE.txt": b"the licence"}
    pack = tmp_path / "packs" / "reading"
    pack.mkdir(parents=True)
    for name, content in contents.items():
        (pack / name).write_bytes(content)
    (pack / MANIFEST_NAME).write_text(manifest_for(contents).to_json(), encoding="utf-8")
    return pack


def changed(folder, change):
    path = folder / MANIFEST_NAME
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_pack_gives_its_default_variant_and_the_one_asked_for(folder):
    pack = find_pack(Places(folder.parent.parent), "reading")
    assert pack.read_model("recogniser") == b"small"
    assert pack.read_model("recogniser", variant="fp32") == b"precise"
    assert pack.model("recogniser").characters == ("", "é", " ")


def test_what_is_not_installed_is_told_with_a_remedy(tmp_path):
    with pytest.raises(PackMissingError) as caught:
        find_pack(Places(tmp_path), "reading")
    assert caught.value.remedy
    assert isinstance(caught.value, MissingDependencyError)


@pytest.mark.parametrize(("model", "variant"), [("nothing", None), ("recogniser", "int2")])
def test_a_model_that_the_pack_has_not_is_missing(folder, model, variant):
    with pytest.raises(PackMissingError):
        load_pack(folder).read_model(model, variant=variant)


def test_a_changed_file_is_refused_when_it_is_read(folder):
    pack = load_pack(folder)
    (folder / "b.onnx").write_bytes(b"Small")
    with pytest.raises(PackDamagedError, match=r"b\.onnx"):
        pack.read_model("recogniser")
    assert pack.read_model("recogniser", variant="fp32") == b"precise"


def test_a_file_that_vanished_is_refused(folder):
    (folder / "b.onnx").unlink()
    with pytest.raises(PackDamagedError):
        load_pack(folder).read_model("recogniser")


def test_a_full_check_finds_damage_in_any_file(folder):
    load_pack(folder).verify()
    (folder / "LICENSE.txt").write_bytes(b"")
    with pytest.raises(PackDamagedError):
        load_pack(folder).verify()


def test_a_pack_of_a_later_version_asks_for_an_update(folder):
    changed(folder, lambda data: data.update(format=99))
    with pytest.raises(PackTooNewError, match="Update Sanduku"):
        load_pack(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"', "{}", '{"format": 1}', '{"format": "1"}'])
def test_a_manifest_that_is_none_is_damage(folder, text):
    (folder / MANIFEST_NAME).write_text(text)
    with pytest.raises(PackDamagedError):
        load_pack(folder)


@pytest.mark.parametrize("name", ["../outside", "a/b", "a\\b", "C:evil", ".hidden", ""])
def test_a_manifest_cannot_name_files_outside_its_folder(folder, name):
    changed(folder, lambda data: data["models"]["recogniser"]["variants"].update(int8=name))
    with pytest.raises(PackDamagedError):
        load_pack(folder)


@given(
    data=st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["name", "files", "models", "source", "version"]), inner)
        ),
    )
)
def test_no_content_of_a_manifest_is_a_bug(data):
    with suppress(ValueError):
        Manifest.from_json(json.dumps(data))


def test_a_manifest_survives_being_written_and_read():
    manifest = manifest_for({"a.onnx": b"1", "b.onnx": b"2", "LICENSE.txt": b"3"})
    assert Manifest.from_json(manifest.to_json()) == manifest


def test_the_id_follows_what_the_pack_does_and_not_how_it_was_made(folder):
    before = load_pack(folder).id
    changed(folder, lambda data: data.update(recipe="another"))
    assert load_pack(folder).id == before
    changed(folder, lambda data: data["models"]["recogniser"].update(default="fp32"))
    assert load_pack(folder).id != before
