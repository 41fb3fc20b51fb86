"""A pack comes in pieces over a thin link; what came is kept, and only the announced file is handed over."""

import errno
import hashlib
import zipfile
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import CancelledError
from engine.packs.errors import (
    PackCutOffError,
    PackNoRoomError,
    PacksBusyError,
    PackTamperedError,
    PackTooLargeError,
)
from engine.packs.parcel import ARRIVING, Parcel, arriving
from tests.engine.packs.conftest import YES

CONTENT = bytes(range(256)) * 8
PLENTY = 10**12


def parcel(packs, content=CONTENT, *, free=PLENTY):
    sha256 = hashlib.sha256(content).hexdigest()
    return Parcel(
        arriving(packs, sha256),
        sha256=sha256,
        byte_size=len(content),
        free=lambda _folder: free,
    )


def test_what_came_stays_and_the_rest_is_asked_for(packs):
    with parcel(packs) as first:
        assert (first.at, first.whole) == (0, None)
        assert first.take([CONTENT[:700]], at=0) == 700
        with pytest.raises(PackCutOffError, match="700 bytes"):
            first.finish()
    with parcel(packs) as second:
        assert second.at == 700
        assert second.take([CONTENT[700:1000], CONTENT[1000:]], at=700) == len(CONTENT)
        whole = second.finish()
        assert whole.read_bytes() == CONTENT
        assert (second.whole, second.finish(), second.take([b"x"], at=0)) == (whole, whole, len(CONTENT))
        second.discard()
        assert (second.at, second.whole) == (0, None)


def test_a_link_that_breaks_keeps_what_came_and_is_told_as_what_it_is(packs):
    def sent():
        yield CONTENT[:500]
        raise ConnectionResetError(errno.ECONNRESET, "reset by the other side")

    with parcel(packs) as coming:
        with pytest.raises(ConnectionResetError):
            coming.take(sent(), at=0)
        assert coming.at == 500


def test_a_person_can_stop_it_and_what_came_is_kept(packs):
    asked = iter([False, True])
    with parcel(packs) as coming:
        with pytest.raises(CancelledError):
            coming.take([CONTENT[:100], CONTENT[100:]], at=0, cancelled=lambda: next(asked))
        assert coming.at == 100


def test_a_sender_may_begin_anew_but_leave_nothing_out(packs):
    with parcel(packs) as coming:
        coming.take([b"wrong" * 20], at=0)
        with pytest.raises(PackCutOffError):
            coming.take([CONTENT[200:]], at=200)
        assert coming.at == 100
        coming.take([CONTENT], at=0)
        assert coming.finish().read_bytes() == CONTENT


def test_what_is_not_what_was_announced_is_removed(packs):
    with parcel(packs) as coming:
        coming.take([CONTENT[:-1] + b"x"], at=0)
        with pytest.raises(PackTamperedError):
            coming.finish()
        assert coming.at == 0


def test_more_than_was_announced_is_refused_and_removed(packs):
    with parcel(packs) as coming:
        with pytest.raises(PackTooLargeError):
            coming.take([CONTENT, b"x"], at=0)
        assert coming.at == 0
        assert coming.take([CONTENT], at=0) == len(CONTENT)


def test_what_is_removed_is_closed_before_since_windows_keeps_open_files(packs, monkeypatch):
    open_then = []

    def remove(path, missing_ok=False):
        open_then.extend(each.path for each in psutil.Process().open_files() if each.path == str(path))
        unlink(path, missing_ok=missing_ok)

    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", remove)
    with parcel(packs) as coming, pytest.raises(PackTooLargeError):
        coming.take([CONTENT, b"x"], at=0)
    assert open_then == []


def test_a_pack_that_does_not_fit_is_not_begun(packs):
    with parcel(packs, free=1000) as coming:
        with pytest.raises(PackNoRoomError):
            coming.take([CONTENT], at=0)
        assert coming.at == 0


def test_a_disk_that_becomes_full_keeps_what_came(packs, monkeypatch):
    with parcel(packs) as coming:
        coming.take([CONTENT[:300]], at=0)

        def full(_descriptor):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("engine.packs.parcel.sync", full)
        with pytest.raises(PackNoRoomError, match="is kept"):
            coming.take([CONTENT[300:]], at=300)
        monkeypatch.undo()
        coming.take([CONTENT[coming.at :]], at=coming.at)
        assert coming.finish().read_bytes() == CONTENT


def test_a_single_file_of_a_pack_arrives_at_its_place_and_another_one_begins_anew(tmp_path):
    target, other = tmp_path / "pack" / "decoder.onnx", b"another file"
    for content in (CONTENT, other):
        with Parcel(target, sha256=hashlib.sha256(content).hexdigest(), byte_size=len(content)) as coming:
            assert coming.at == 0
            coming.take([content[:5]], at=0)
            coming.take([content[5:]], at=5)
            assert coming.finish() == target
    assert target.read_bytes() == other


def test_an_empty_file_is_whole_from_the_start(tmp_path):
    with Parcel(tmp_path / "empty", sha256=hashlib.sha256(b"").hexdigest(), byte_size=0) as coming:
        assert coming.finish().read_bytes() == b""


def test_two_programs_do_not_write_one_file(packs):
    with parcel(packs), pytest.raises(PacksBusyError), parcel(packs):
        pass


@pytest.mark.parametrize("wrong", [{"sha256": "../x"}, {"sha256": "A" * 64}, {"byte_size": -1}])
def test_a_parcel_without_a_name_of_its_own_is_a_fault(packs, wrong):
    with pytest.raises(ValueError, match="parcel"):
        Parcel(packs / "x", **{"sha256": "0" * 64, "byte_size": 1} | wrong)


def test_a_pack_that_came_whole_is_installed_like_one_from_a_stick(packs, installer, brought, tmp_path):
    archive = tmp_path / "finder.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for each in brought.iterdir():
            made.write(each, each.name)
    content = archive.read_bytes()
    with parcel(packs, content) as coming:
        for start in range(0, len(content), 1 << 20):
            coming.take([content[start : start + (1 << 20)]], at=start)
        installer.install(coming.finish(), YES)
        coming.discard()
    assert installer.shelf.find("finder").manifest.name == "finder"
    assert not [each for each in (packs / ARRIVING).iterdir() if each.name != ".arriving.lock"]


@given(st.lists(st.tuples(st.integers(0, len(CONTENT)), st.integers(0, 900)), max_size=12))
def test_whatever_comes_in_whatever_order_the_whole_is_what_was_announced(tmp_path_factory, sent):
    packs = tmp_path_factory.mktemp("packs")
    with parcel(packs) as coming:
        for start, count in sent:
            try:
                coming.take([CONTENT[start : start + count]], at=start)
            except PackCutOffError:
                assert start > coming.at
        coming.take([CONTENT[coming.at :]], at=coming.at)
        assert coming.finish().read_bytes() == CONTENT
