"""An update file is read within bounds, and what is wrong with it is told, one clear error for each."""

import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import CancelledError, SandukuError
from engine.progress import SILENT
from engine.updates.container import BEGINNING, MARK, read_update, write_update
from engine.updates.errors import (
    NotAnUpdateError,
    UpdateCutOffError,
    UpdateDamagedError,
    UpdateNewFormatError,
    UpdateUnsafeError,
)
from engine.updates.manifest import MOST_BYTES, read_manifest
from engine.updates.unpacking import unpack
from tests.engine.updates.conftest import PLATFORM


def never():
    return False


def entry(content: bytes, **changes) -> dict:
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "byte_size": len(content),
        "executable": False,
    } | changes


def manifest(files: dict, payload: bytes = b"", **changes) -> bytes:
    held = {
        "format": 1, "program": "sanduku", "version": "0.2.0", "platform": PLATFORM, "needs": {},
        "schema": 11,
        "payload": entry(payload), "files": files, "links": {}, "changes": "", "licence": "Apache-2.0",
        "licence_text": "You may use it.",
    }  # fmt: skip
    return json.dumps(held | changes).encode()


def packed(members: "list[tuple[tarfile.TarInfo, bytes]]") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for member, content in members:
            member.size = len(content) if member.isreg() else 0
            archive.addfile(member, io.BytesIO(content))
    return zstandard.compress(held.getvalue())


def named(name: str, **changes) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    for field, value in changes.items():
        setattr(made, field, value)
    return made


@pytest.fixture
def brought(tmp_path):
    """Makes a file whose manifest is right about its payload, whatever that is."""

    def make(payload: bytes, files: dict, **changes):
        path, part = tmp_path / "x.sanduku-update", tmp_path / "payload"
        part.write_bytes(payload)
        write_update(path, manifest(files, payload, **changes), {}, part)
        return read_update(path)

    return make


def unpacked(update, tmp_path):
    update.verify(SILENT, never)
    unpack(update, tmp_path / "new", SILENT, never)
    return tmp_path / "new"


def test_what_was_packed_comes_out_again(make, tmp_path):
    update = read_update(make())
    folder = unpacked(update, tmp_path)
    found = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert found == {*update.manifest.files, *update.manifest.links}
    assert (folder / "sanduku").stat().st_mode & 0o777 == 0o755
    assert (folder / "_internal/lib/libsomething.so.1").stat().st_mode & 0o777 == 0o644
    assert (folder / "_internal/libsomething.so.1").resolve().name == "libsomething.so.1"


def test_where_there_are_no_links_what_is_meant_lies_there_twice(make, tmp_path, monkeypatch):
    def refuse(_path, _target):
        raise PermissionError(1, "Operation not permitted")

    update = read_update(make())
    monkeypatch.setattr(Path, "symlink_to", refuse)
    folder = unpacked(update, tmp_path)
    one, other = (folder / "_internal" / name for name in ("libsomething.so.1", "lib/libsomething.so.1"))
    assert not one.is_symlink() and one.read_bytes() == other.read_bytes()


def test_the_same_program_gives_the_same_packed_bytes(make):
    first, second = (read_update(make()).manifest for _ in range(2))
    assert first.payload == second.payload
    assert first.file_name == f"sanduku-0.2.0-{PLATFORM}.sanduku-update"


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.99])
def test_a_copy_that_was_broken_off_is_told(make, share):
    path = make()
    content = path.read_bytes()
    path.write_bytes(content[: max(1, int(len(content) * share))])
    with pytest.raises(UpdateCutOffError, match="ends too early"):
        read_update(path)


@pytest.mark.parametrize("content", [b"", b"\0" * 7, b"\0" * 100])
def test_what_a_stick_leaves_that_was_pulled_out_early_is_told_as_cut_short(tmp_path, content):
    path = tmp_path / "x.sanduku-update"
    path.write_bytes(content)
    with pytest.raises(UpdateCutOffError, match="ends too early") as told:
        read_update(path)
    assert "Copy the file again" in told.value.remedy


def test_a_changed_byte_of_the_program_is_told(make):
    path = make()
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    with pytest.raises(UpdateDamagedError, match="not the one that was signed"):
        read_update(path).verify(SILENT, never)


def test_bytes_behind_the_end_are_told(make):
    path = make()
    with path.open("ab") as stream:
        stream.write(b"more")
    with pytest.raises(UpdateUnsafeError, match="longer than it says"):
        read_update(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip file", b"SANDUKU UPDATE 2....", MARK + b"\0\0\0\2{}"])
def test_another_file_is_no_update(tmp_path, content):
    path = tmp_path / "holiday.sanduku-update"
    path.write_bytes(content)
    with pytest.raises(NotAnUpdateError):
        read_update(path)


def test_what_is_not_there_or_a_folder_is_no_update(tmp_path):
    for path in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(NotAnUpdateError):
            read_update(path)


def test_a_head_without_end_is_not_read(tmp_path):
    path = tmp_path / "x.sanduku-update"
    path.write_bytes(BEGINNING.pack(MARK, 2**32 - 1) + b"{}")
    with pytest.raises(UpdateUnsafeError, match="larger"):
        read_update(path)


@given(st.binary(max_size=400))
def test_any_bytes_end_in_an_error_that_can_be_told(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("x") / "x.sanduku-update"
    path.write_bytes(BEGINNING.pack(MARK, len(content)) + content)
    with pytest.raises(SandukuError):
        read_update(path)


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "a/../../x", "a//b", "a/./b", "", "C:x", "a\\b", "con", "a/nul.txt", "x.", "a /b",
     "update/x", "a\nb", "x" * 300],
)  # fmt: skip
def test_paths_that_would_land_elsewhere_are_told(tmp_path, name):
    with pytest.raises(UpdateUnsafeError, match="not safe"):
        read_manifest(manifest({name: entry(b"")}), tmp_path)


@pytest.mark.parametrize(
    "links",
    [{"l": "../x"}, {"l": "/etc/passwd"}, {"l": "a/../../x"}, {"l": "nothing"}, {"a": "b/c"}, {"b": "a"},
     {"a/b": "c"}, {"l": "l"}],
)  # fmt: skip
def test_links_that_lead_out_or_to_nothing_are_told(tmp_path, links):
    files = {"a": entry(b""), "b/c": entry(b"")}
    with pytest.raises(UpdateUnsafeError, match="not safe"):
        read_manifest(manifest(files, links=links), tmp_path)


@pytest.mark.parametrize("files", [{"a": entry(b""), "A": entry(b"")}, {"a": entry(b""), "a/b": entry(b"")}])
def test_names_that_are_one_name_on_some_systems_are_told(tmp_path, files):
    with pytest.raises(UpdateUnsafeError):
        read_manifest(manifest(files), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"more": 1},
        {"needs": {"android": "14"}},
        {"platform": "plan9-mips"},
        {"program": "other"},
    ],
)
def test_what_a_later_version_wrote_is_told_as_that(tmp_path, changes):
    with pytest.raises(UpdateNewFormatError):
        read_manifest(manifest({"a": entry(b"")}, **changes), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [{"version": "0.2"}, {"version": "../1"}, {"schema": 0}, {"files": {}}, {"files": {"a": {}}},
     {"licence_text": ""}, {"needs": {"glibc": "new"}}, {"format": "1"}],
)  # fmt: skip
def test_what_is_no_manifest_is_no_update(tmp_path, changes):
    with pytest.raises(NotAnUpdateError):
        read_manifest(manifest(**{"files": {"a": entry(b"")}} | changes), tmp_path)


def test_more_than_any_program_has_is_told(tmp_path):
    files = {f"f{number}": entry(b"", byte_size=MOST_BYTES) for number in range(2)}
    with pytest.raises(UpdateUnsafeError, match="GB"):
        read_manifest(manifest(files), tmp_path)


HOSTILE = {
    "a link": [(named("a", type=tarfile.SYMTYPE, linkname="/etc/passwd"), b"")],
    "a hard link": [(named("a", type=tarfile.LNKTYPE, linkname="../../x"), b"")],
    "a device": [(named("a", type=tarfile.CHRTYPE), b"")],
    "a folder": [(named("a", type=tarfile.DIRTYPE), b"")],
    "another name": [(named("../a"), b"content")],
    "an absolute name": [(named("/tmp/a"), b"content")],
    "the same twice": [(named("a"), b"content"), (named("a"), b"content")],
    "more than was signed": [(named("a"), b"content"), (named("b"), b"content")],
    "another length": [(named("a"), b"content and more")],
}


@pytest.mark.parametrize("members", HOSTILE.values(), ids=HOSTILE)
def test_an_archive_that_holds_anything_else_is_told(brought, tmp_path, members):
    update = brought(packed(members), {"a": entry(b"content")})
    with pytest.raises(UpdateUnsafeError, match="not safe"):
        unpacked(update, tmp_path)
    assert not (tmp_path / "a").exists()


def test_content_that_is_not_what_was_signed_is_told(brought, tmp_path):
    update = brought(packed([(named("a"), b"c0ntent")]), {"a": entry(b"content")})
    with pytest.raises(UpdateDamagedError):
        unpacked(update, tmp_path)


def test_a_file_that_is_missing_is_told(brought, tmp_path):
    update = brought(packed([(named("a"), b"content")]), {"a": entry(b"content"), "b": entry(b"x")})
    with pytest.raises(UpdateDamagedError, match="b is missing"):
        unpacked(update, tmp_path)


def test_a_bomb_is_stopped_before_it_fills_the_disk(brought, tmp_path):
    bomb = packed([(named("a", pax_headers={"x": "y" * 5_000_000}), b"")]) + b""
    update = brought(bomb, {"a": entry(b"")})
    with pytest.raises(UpdateUnsafeError):
        unpacked(update, tmp_path)
    zeros = packed([(named("a"), b"\0" * 50_000_000)])
    assert len(zeros) < 10_000
    with pytest.raises(UpdateUnsafeError):
        unpacked(brought(zeros, {"a": entry(b"\0" * 10)}), tmp_path / "second")


@given(st.binary(max_size=300))
def test_any_packed_bytes_end_in_an_error_that_can_be_told(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("x")
    (folder / "payload").write_bytes(content)
    write_update(folder / "x", manifest({"a": entry(b"content")}, content), {}, folder / "payload")
    with pytest.raises(SandukuError):
        unpacked(read_update(folder / "x"), folder)


def test_unpacking_can_be_stopped(make, tmp_path):
    with pytest.raises(CancelledError):
        unpack(read_update(make()), tmp_path / "new", SILENT, lambda: True)
