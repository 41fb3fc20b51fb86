"""A bundle on a stick is whole, signed and meant for whoever opens it, or says what is wrong with it."""

import errno
import io
import json
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519

from engine.errors import CancelledError, DiskFullError
from engine.sync.bundles import writing
from engine.sync.bundles.errors import (
    BundleError,
    DamagedBundleError,
    ForeignBundleError,
    NewerBundleError,
    NotABundleError,
)
from engine.sync.bundles.index import INDEX, Index, Kind, read_index, verify_bundle
from engine.sync.bundles.reading import read_members
from engine.sync.bundles.writing import Member, write_bundle
from engine.sync.wire.signatures import new_private_key, public_key_of

KEY = new_private_key()
HEADQUARTERS = x25519.Identity.generate()
RECOVERY = x25519.Identity.generate()
INDEX_OF_MINE = Index(Kind.UP, "b1", "hq", "team", "library", "device", "2026-11-21T08:00:00.000Z")


def write(folder: Path, contents: dict[str, bytes], *, part_bytes: int = 1 << 30) -> Index:
    return write_bundle(
        folder,
        INDEX_OF_MINE,
        [Member.of(name, content) for name, content in contents.items()],
        recipients=[HEADQUARTERS.to_public(), RECOVERY.to_public()],
        private_key=KEY,
        part_bytes=part_bytes,
    )


def read(folder: Path, identity: x25519.Identity = HEADQUARTERS) -> dict[str, bytes]:
    index = verify_bundle(folder, public_key_of(KEY))
    return {name: content.read() for name, _, content in read_members(folder, index, [identity])}


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}/[a-z0-9]{1,20}", fullmatch=True), st.binary(max_size=5000), max_size=6
    )
)
def test_what_went_in_comes_out_for_both_keys(tmp_path_factory, contents):
    folder = tmp_path_factory.mktemp("stick") / "bundle"
    write(folder, contents, part_bytes=1000)
    assert read(folder) == contents
    assert read(folder, RECOVERY) == contents


def test_no_file_is_larger_than_a_part(tmp_path):
    content = bytes(range(256)) * 40
    index = write(tmp_path / "bundle", {"a": content[::-1]}, part_bytes=200)
    sizes = [path.stat().st_size for path in (tmp_path / "bundle").glob("part-*")]
    assert max(sizes) == 200
    assert len(sizes) == len(index.parts) > 1
    assert read(tmp_path / "bundle") == {"a": content[::-1]}


def test_a_stick_pulled_out_too_early_holds_no_bundle(tmp_path):
    write(tmp_path / "bundle", {"a": b"x"})
    (tmp_path / "bundle" / INDEX).unlink()
    with pytest.raises(NotABundleError, match="no whole bundle"):
        read(tmp_path / "bundle")


@pytest.mark.parametrize("what", ["missing", "cut", "altered"])
def test_a_damaged_part_is_named_and_nothing_is_read(tmp_path, what):
    write(tmp_path / "bundle", {"a": bytes(3000)}, part_bytes=100)
    part = tmp_path / "bundle" / "part-00002.age"
    data = bytearray(part.read_bytes())
    if what == "missing":
        part.unlink()
    elif what == "cut":
        part.write_bytes(data[:-1])
    else:
        data[5] ^= 1
        part.write_bytes(data)
    with pytest.raises(DamagedBundleError) as caught:
        read(tmp_path / "bundle")
    assert caught.value.which == str(part)


def test_what_is_encrypted_and_was_altered_does_not_open(tmp_path):
    index = write(tmp_path / "bundle", {"a": random.Random(1).randbytes(300_000)})
    part = tmp_path / "bundle" / "part-00001.age"
    data = bytearray(part.read_bytes())
    data[150_000] ^= 1
    part.write_bytes(data)
    with pytest.raises(DamagedBundleError):
        for _, _, content in read_members(tmp_path / "bundle", index, [HEADQUARTERS]):
            content.read()


def test_an_index_that_somebody_altered_is_refused(tmp_path):
    write(tmp_path / "bundle", {"a": b"x"})
    path = tmp_path / "bundle" / INDEX
    value = json.loads(path.read_text())
    value["index"]["library"] = "another"
    path.write_text(json.dumps(value))
    with pytest.raises(ForeignBundleError):
        read(tmp_path / "bundle")


def test_a_bundle_of_another_laptop_is_refused(tmp_path):
    write(tmp_path / "bundle", {"a": b"x"})
    with pytest.raises(ForeignBundleError):
        verify_bundle(tmp_path / "bundle", public_key_of(new_private_key()))


def test_a_bundle_for_another_headquarters_does_not_open(tmp_path):
    write(tmp_path / "bundle", {"a": b"x"})
    with pytest.raises(ForeignBundleError, match="no key here"):
        read(tmp_path / "bundle", x25519.Identity.generate())


def test_a_bundle_of_a_later_version_says_so(tmp_path):
    write(tmp_path / "bundle", {"a": b"x"})
    path = tmp_path / "bundle" / INDEX
    value = json.loads(path.read_text())
    value["index"]["v"] = 2
    path.write_text(json.dumps(value))
    with pytest.raises(NewerBundleError):
        read(tmp_path / "bundle")


def test_a_full_stick_leaves_nothing_behind_and_says_so(tmp_path, monkeypatch):
    def full(self, view):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing._PartsWriter, "_write", full)
    for size in (10, 1_000_000):  # Little is written at the very end, where age's library tells no error.
        with pytest.raises(DiskFullError):
            write(tmp_path / "bundle", {"a": random.Random(1).randbytes(size)})
        assert not (tmp_path / "bundle").exists()


def test_a_stick_that_takes_nothing_is_told(tmp_path):
    (tmp_path / "no-folder").write_bytes(b"")
    with pytest.raises(BundleError, match="No bundle can be written there"):
        write(tmp_path / "no-folder" / "bundle", {"a": b"x"})


def test_whoever_stops_gets_no_half_bundle(tmp_path):
    class Stop:
        def update(self, *, done, total, label=""):
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        write_bundle(
            tmp_path / "bundle",
            INDEX_OF_MINE,
            [Member.of("a", b"x" * 100), Member.of("b", b"y")],
            recipients=[HEADQUARTERS.to_public()],
            private_key=KEY,
            progress=Stop(),
        )
    assert not (tmp_path / "bundle").exists()


def test_a_member_that_cannot_be_read_is_told_as_what_it_is(tmp_path):
    def gone():
        raise FileNotFoundError(errno.ENOENT, "No such file", "page.jpg")

    with pytest.raises(FileNotFoundError, match=r"page\.jpg"):
        write_bundle(
            tmp_path / "bundle",
            INDEX_OF_MINE,
            [Member("a", 10, gone)],
            recipients=[HEADQUARTERS.to_public()],
            private_key=KEY,
        )
    assert not (tmp_path / "bundle").exists()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600) | st.text(max_size=200).map(str.encode))
def test_any_index_is_understood_or_refused(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("stick")
    (folder / INDEX).write_bytes(data)
    with pytest.raises(BundleError):
        read_index(folder)


def test_a_reader_that_stops_early_leaves_no_thread(tmp_path):
    write(tmp_path / "bundle", {name: bytes(200_000) for name in "abc"})
    index = verify_bundle(tmp_path / "bundle", public_key_of(KEY))
    members = read_members(tmp_path / "bundle", index, [HEADQUARTERS])
    assert next(members)[0] == "a"
    members.close()
    shutil.rmtree(tmp_path / "bundle")


def test_the_usual_tools_can_unpack_it(tmp_path):
    import tarfile

    import pyrage
    import zstandard

    write(tmp_path / "bundle", {"blobs/a": b"x" * 1000}, part_bytes=100)
    joined = b"".join(path.read_bytes() for path in sorted((tmp_path / "bundle").glob("part-*")))
    plain = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(joined), plain, [RECOVERY])
    unpacked = zstandard.ZstdDecompressor().decompressobj().decompress(plain.getvalue())
    with tarfile.open(fileobj=io.BytesIO(unpacked)) as archive:
        assert archive.extractfile("blobs/a").read() == b"x" * 1000
