"""Packs from hostile hands, or copied badly: each gets an error of its own, and nothing of it stays."""

import io
import os
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import SandukuError
from engine.packs import PackDamagedError, PackTooNewError
from engine.packs.brought import MOST_ENTRIES
from engine.packs.errors import (
    NoPackError,
    PackCutOffError,
    PackTamperedError,
    PackTooLargeError,
    PackUnreadableError,
    PackUnsafeError,
)
from engine.packs.installer import INCOMING, LARGEST_LICENCE, Installer
from engine.packs.manifest import LARGEST
from engine.packs.trust import Anchors
from tests.engine.packs.conftest import NOW, YES, network, write_pack


def archive(brought, path, extra=(), *, leave_out=(), compression=zipfile.ZIP_DEFLATED):
    """Write a zip file with the files of a pack and further entries."""
    with zipfile.ZipFile(path, "w", compression) as made:
        for each in sorted(brought.iterdir()):
            if each.is_file() and each.name not in leave_out:
                made.write(each, each.name)
        for name, content in extra:
            made.writestr(name, content)
    return path


def entry(name, mode):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


@pytest.fixture
def refuses(installer, packs, tmp_path):
    """Have a pack refused for a reason, and see that nothing of it was written anywhere."""

    def check(path, error, told=None):
        around = {each for each in tmp_path.rglob("*") if packs not in each.parents and each != packs}
        with pytest.raises(error, match=told) as caught:
            installer.install(path, YES)
        assert caught.value.remedy
        assert installer.shelf.names() == []
        assert around == {each for each in tmp_path.rglob("*") if packs not in each.parents and each != packs}
        return caught.value

    return check


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/etc/evil",
        "C:\\evil.txt",
        "C:evil.txt",
        "..\\evil.txt",
        "metadata/../../x.json",
        "con.txt",
        "metadata/AUX.json",
        "nul",
        "evil.txt:stream",
        "trailing. ",
        "bell\x07.txt",
    ],
)
def test_a_name_that_would_land_elsewhere_is_refused(brought, tmp_path, refuses, name):
    refuses(archive(brought, tmp_path / "x.zip", [(zipfile.ZipInfo(name), b"evil")]), PackUnsafeError)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    name=st.text(min_size=1, max_size=12)
    | st.sampled_from(["..", "a/..", "./x", "//x", "\\\\host\\x", "~/x", "CON."])
)
def test_whatever_else_a_zip_file_names_nothing_but_the_files_of_the_pack_is_ever_written(
    tmp_path_factory, name
):
    folder = tmp_path_factory.mktemp("named")
    files = {"image.onnx": network(), "text.onnx": network(1), "weights.data": b"", "LICENSE.txt": b"x"}
    brought = write_pack(folder / "stick" / "finder", files=files)
    try:
        path = archive(brought, folder / "stick" / "x.zip", [(zipfile.ZipInfo(name), b"evil")])
    except (ValueError, UnicodeError):
        return  # Python writes no such name
    installer = Installer(folder / "packs", Anchors(folder / "trust", now=lambda: NOW))
    try:
        installer.install(path, YES)
        assert {each.name for each in installer.shelf.find("finder").folder.iterdir()} == {
            *files,
            "pack.json",
        }
    except SandukuError as error:
        assert error.remedy
    assert {each.name for each in folder.iterdir()} <= {"stick", "packs", "trust"}
    assert not [
        each for each in (folder / "packs").rglob("*") if each.is_file() and each.read_bytes() == b"evil"
    ]


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o010644])
def test_links_and_devices_in_a_zip_file_are_refused(brought, tmp_path, refuses, mode):
    linked = archive(brought, tmp_path / "x.zip", [(entry("link", mode), b"/etc/passwd")])
    refuses(linked, PackUnsafeError, "link or a device")


@pytest.mark.parametrize("name", ["PACK.JSON", "image.onnx", "IMAGE.onnx"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_one_name_on_some_systems_are_refused(brought, tmp_path, refuses, name):
    refuses(archive(brought, tmp_path / "x.zip", [(name, b"evil")]), PackUnsafeError, "one name")


def test_what_macos_leaves_in_zip_files_is_passed_over(brought, tmp_path, installer):
    mac = archive(brought, tmp_path / "x.zip", [(".DS_Store", b"x"), ("__MACOSX/._pack.json", b"x")])
    installer.install(mac, YES)
    installer.shelf.find("finder").verify()


def test_a_link_in_a_folder_is_refused(brought, tmp_path, refuses):
    secret = tmp_path / "secret"
    secret.write_bytes((brought / "image.onnx").read_bytes())
    (brought / "image.onnx").unlink()
    (brought / "image.onnx").symlink_to(secret)
    refuses(brought, PackUnsafeError, "link")


def test_too_many_files_are_refused_without_looking_at_them(brought, tmp_path, refuses):
    many = [(f"f{number}", b"") for number in range(MOST_ENTRIES)]
    refuses(archive(brought, tmp_path / "x.zip", many), PackTooLargeError)


def test_an_endless_directory_of_a_zip_file_is_not_read(tmp_path, refuses, brought):
    path = archive(brought, tmp_path / "x.zip")
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x05\x06")
    struct.pack_into("<HHL", content, at + 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF)
    path.write_bytes(content)
    refuses(path, PackTooLargeError)


def test_a_bomb_is_not_unpacked(brought, tmp_path, refuses, packs):
    bomb = archive(
        brought, tmp_path / "x.zip", [("weights.data", bytes(200_000_000))], leave_out=["weights.data"]
    )
    assert bomb.stat().st_size < 1_000_000
    refuses(bomb, PackTooLargeError, "longer than its manifest says")


def test_a_bomb_that_lies_about_its_size_is_stopped_at_the_size_that_was_promised(brought, tmp_path, refuses):
    size = (brought / "weights.data").stat().st_size
    path = archive(
        brought, tmp_path / "x.zip", [("weights.data", bytes(50_000_000))], leave_out=["weights.data"]
    )
    content = path.read_bytes().replace(struct.pack("<L", 50_000_000), struct.pack("<L", size))
    path.write_bytes(content)
    # Python's own reader stops at the promised size and finds that the checksum differs.
    refuses(path, (PackTooLargeError, PackCutOffError, PackTamperedError))


def test_files_that_the_manifest_does_not_name_are_never_copied(brought, tmp_path, installer):
    installer.install(archive(brought, tmp_path / "x.zip", [("evil.onnx", b"x")]), YES)
    assert not (installer.shelf.find("finder").folder / "evil.onnx").exists()


@pytest.mark.parametrize("name", ["image.onnx", "weights.data", "LICENSE.txt"])
def test_a_tampered_file_is_named(brought, refuses, name):
    content = (brought / name).read_bytes()
    (brought / name).write_bytes(bytes([content[0] ^ 1]) + content[1:])
    error = refuses(brought, PackTamperedError)
    assert error.which.endswith(name)


@pytest.mark.parametrize("name", ["image.onnx", "weights.data", "LICENSE.txt"])
def test_a_file_that_is_cut_off_missing_or_too_long_is_named(brought, refuses, name):
    content = (brought / name).read_bytes()
    for changed, error in ((content[:-1], PackCutOffError), (content + b"x", PackTooLargeError)):
        (brought / name).write_bytes(changed)
        assert refuses(brought, error).which.endswith(name)
    (brought / name).unlink()
    refuses(brought, PackCutOffError)


@pytest.mark.parametrize(
    ("changed", "error"),
    [(lambda content: content[:-1], PackCutOffError), (lambda content: content + b"x", PackTooLargeError)],
)
def test_a_wrong_length_is_told_before_anything_is_copied(brought, installer, packs, changed, error):
    file = brought / "weights.data"
    file.write_bytes(changed(file.read_bytes()))
    with pytest.raises(error):
        installer.examine(brought)
    assert not packs.exists()


@pytest.mark.parametrize(
    ("changed", "error", "told"),
    [
        (lambda content: content[:-1], PackCutOffError, "ends too early"),
        (lambda content: content + b"x", PackTooLargeError, "longer than its manifest"),
    ],
)
def test_a_file_that_is_another_length_than_the_stick_says_is_told_while_it_is_copied(
    brought, refuses, monkeypatch, changed, error, told
):
    said = {each.name: each.stat().st_size for each in brought.iterdir()}
    file = brought / "weights.data"
    file.write_bytes(changed(file.read_bytes()))
    monkeypatch.setattr("engine.packs.brought._Folder.size_of", lambda _its, name: said.get(name))
    assert refuses(brought, error, told).which.endswith("weights.data")


@pytest.mark.parametrize("name", ["pack.json", "LICENSE.txt"])
def test_a_manifest_or_licence_that_never_ends_is_not_read(tmp_path, refuses, name):
    size = 1 + (LARGEST if name == "pack.json" else LARGEST_LICENCE)
    if name == "pack.json":
        brought = write_pack(tmp_path / "stick" / "finder")
        (brought / name).write_bytes((brought / name).read_bytes().ljust(size))
    else:
        files = {
            "image.onnx": network(1),
            "text.onnx": network(2),
            "weights.data": b"w",
            "tokenizer.json": b"{}",
        }
        brought = write_pack(tmp_path / "stick" / "finder", files={**files, name: b"x" * size})
    assert refuses(brought, PackTooLargeError, "more than any of its kind").which.endswith(name)


def test_a_zip_file_that_is_cut_off_is_told(brought, tmp_path, refuses):
    path = archive(brought, tmp_path / "x.zip")
    content = path.read_bytes()
    for size in (0, 10, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:size])
        refuses(path, PackCutOffError, "broken off")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_understood(brought, tmp_path, installer, compression):
    installer.install(archive(brought, tmp_path / "x.zip", compression=compression), YES)
    installer.shelf.find("finder").verify()


def test_a_way_of_packing_that_is_not_known_is_told(brought, tmp_path, refuses):
    path = archive(brought, tmp_path / "x.zip")
    content = bytearray(path.read_bytes())
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into("<H", content, at + 10, 97)
    at = -1
    while (at := content.find(b"PK\x03\x04", at + 1)) >= 0:
        struct.pack_into("<H", content, at + 8, 97)
    path.write_bytes(content)
    refuses(path, PackUnreadableError, "cannot be opened here")


def test_a_zip_file_with_a_password_is_told(brought, tmp_path, refuses):
    path = archive(brought, tmp_path / "x.zip")
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    refuses(path, PackUnreadableError, "password")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"format": 3}, PackTooNewError),
        ({"minimum_engine": "42.0"}, PackTooNewError),
        ({"diffusion": {}}, PackTooNewError),
        ({"licence": 5}, PackDamagedError),
        ({"name": "../finder"}, PackDamagedError),
        ({"name": ".trust"}, PackDamagedError),
        ({"name": "con"}, PackDamagedError),
    ],
)
def test_a_manifest_that_cannot_be_used_is_told(tmp_path, refuses, changes, error):
    refuses(write_pack(tmp_path / "odd", **changes), error)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "onnx/decoder_model_merged.onnx"])
def test_a_checkpoint_of_a_hub_asks_to_be_prepared(tmp_path, refuses, name):
    folder = tmp_path / "models--somebody--SmolVLM"
    folder.mkdir()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"{}")
    error = refuses(folder, NoPackError, "not yet a model pack")
    assert f'python3 run.py models prepare "{folder}"' in error.remedy


def test_in_the_cache_of_the_hub_the_checkpoint_itself_is_named(tmp_path, refuses):
    inner = tmp_path / "models--somebody--SmolVLM" / "snapshots" / "0123abcd"
    inner.mkdir(parents=True)
    (inner / "config.json").write_bytes(b"{}")
    assert f'models prepare "{inner}"' in refuses(inner.parents[1], NoPackError).remedy


def test_a_checkpoint_in_a_zip_file_asks_to_be_prepared(tmp_path, refuses):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr("SmolVLM/onnx/decoder.onnx", b"")
    refuses(tmp_path / "x.zip", NoPackError, "not yet a model pack")


def test_what_is_nothing_of_the_kind_is_told(tmp_path, refuses):
    (tmp_path / "empty").mkdir()
    refuses(tmp_path / "empty", NoPackError, "no model pack")
    refuses(tmp_path / "gone", NoPackError, "nothing of this name")
    (tmp_path / "photo.jpg").write_bytes(os.urandom(100))
    refuses(tmp_path / "photo.jpg", NoPackError, "neither a folder nor a zip file")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(place=st.floats(0, 1), value=st.integers(0, 255))
def test_whatever_byte_of_a_zip_file_is_altered_it_is_refused_or_whole(tmp_path_factory, place, value):
    folder = tmp_path_factory.mktemp("altered")
    files = {"image.onnx": b"a" * 40, "text.onnx": b"b" * 40, "weights.data": b"c" * 40, "LICENSE.txt": b"d"}
    stream = io.BytesIO()
    brought = write_pack(folder / "finder", files=files)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for each in sorted(brought.iterdir()):
            made.write(each, each.name)
    content = bytearray(stream.getvalue())
    content[int(place * (len(content) - 1))] = value
    (folder / "x.zip").write_bytes(content)
    installer = Installer(folder / "packs", Anchors(folder / "trust", now=lambda: NOW))
    try:
        offer = installer.examine(folder / "x.zip")
        installer.install(folder / "x.zip", YES)
    except SandukuError as error:
        assert error.remedy
    else:
        pytest.fail(f"no network of {offer.manifest.name} can be opened")
    assert installer.shelf.names() == []
    assert not [
        each for each in (folder / "packs" / INCOMING).rglob("*.onnx") if each.read_bytes()[:1] not in b"ab"
    ]
