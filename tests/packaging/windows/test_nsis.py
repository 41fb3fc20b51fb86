"""The installer is compiled of what was frozen, and of nothing that Windows would refuse."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from engine.version import VERSION

parts = st.integers(0, 300)
versions = st.builds(
    lambda major, minor, patch, stage: f"{major}.{minor}.{patch}{stage}",
    parts,
    parts,
    parts,
    st.sampled_from(["", "a1", "b2", "rc1", "rc12", ".dev3", ".post1"]),
)


@pytest.fixture(scope="session")
def nsis(part):
    return part("windows.nsis")


@given(one=versions, other=versions)
def test_windows_orders_versions_as_python_does(nsis, one, other):
    quads = [tuple(map(int, nsis.quad(each).split("."))) for each in (one, other)]
    assert (quads[0] < quads[1]) == (Version(one) < Version(other))
    assert all(0 <= number < 65536 for quad in quads for number in quad)


def test_a_folder_that_was_not_frozen_is_refused(nsis, tmp_path):
    needs_makensis()
    with pytest.raises(nsis.InstallerError, match=r"lacks sanduku\.exe"):
        nsis.make_installer(tmp_path, tmp_path)


def test_a_program_without_microsofts_libraries_is_refused(nsis, frozen, tmp_path):
    needs_makensis()
    (frozen / "_internal" / "MSVCP140.dll").unlink()
    with pytest.raises(nsis.InstallerError, match=r"msvcp140\.dll"):
        nsis.make_installer(frozen, tmp_path)


def test_names_that_windows_cannot_tell_apart_are_refused(nsis, frozen):
    (frozen / "_internal" / "License").write_bytes(b"")
    (frozen / "_internal" / "LICENSE").write_bytes(b"")
    if len(list((frozen / "_internal").glob("[Ll][Ii]*"))) < 2:
        pytest.skip("this disk cannot tell them apart itself")
    with pytest.raises(nsis.InstallerError, match="cannot tell"):
        nsis.measure(frozen)


def test_a_name_too_long_for_windows_is_refused(nsis, frozen):
    deep = frozen / "_internal" / ("a" * 100) / ("b" * 100)
    deep.mkdir(parents=True)
    with pytest.raises(nsis.InstallerError, match="letters"):
        nsis.measure(frozen)


def test_the_size_is_that_on_the_disk(nsis, frozen):
    assert nsis.measure(frozen).kilobytes == 4 * 6 + 8


def test_the_same_files_give_the_same_installer(nsis, frozen, tmp_path, monkeypatch):
    needs_makensis()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = [nsis.make_installer(frozen, tmp_path / name) for name in ("one", "two")]
    assert made[0].name == f"sanduku-{VERSION}-windows-x86_64-setup.exe"
    assert made[0].read_bytes() == made[1].read_bytes()


def needs_makensis():
    if shutil.which("makensis") is None:
        pytest.skip("NOT TESTED: the installer for Windows. There is no makensis (Debian: apt install nsis)")
