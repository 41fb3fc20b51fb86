"""The Debian package is whole, comes out the same each time, and says what it needs."""

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile

import pytest

from tests.packaging.linux.conftest import stand_in

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dpkg-deb") is None, reason="needs dpkg-deb"
)


@pytest.fixture
def build(part, frozen, about, tmp_path):
    def make(name="out", **changes):
        return part("linux.deb").build(frozen, tmp_path / name, about, "zstd", 1, **changes)

    return make


@pytest.fixture(scope="module")
def package(part, about, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    return part("linux.deb").build(stand_in(folder / "frozen"), folder / "out", about, "zstd", 1)


def members(package):
    shown = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(shown)) as tar:
        return {each.name: (each, tar.extractfile(each).read() if each.isreg() else b"") for each in tar}


def field(package, name):
    return subprocess.run(
        ["dpkg-deb", "--field", package, name], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("compression", ["xz", "zstd"])
def test_the_same_program_gives_the_same_bytes(part, frozen, about, tmp_path, compression):
    make = part("linux.deb").build
    first, second = (make(frozen, tmp_path / name, about, compression, 1) for name in ("one", "two"))
    assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()


def test_it_holds_the_program_and_what_a_desktop_looks_for(package):
    held = members(package)
    for name in (
        "./usr/lib/sanduku/sanduku",
        "./usr/lib/sanduku/_internal/PySide6/QtCore.txt",
        "./usr/share/applications/sanduku.desktop",
        "./usr/share/mime/packages/sanduku.xml",
        "./usr/share/man/man1/sanduku.1.gz",
        "./usr/share/man/man1/sanduku-desktop.1.gz",
        "./usr/share/icons/hicolor/48x48/apps/sanduku.png",
        "./usr/share/icons/hicolor/scalable/apps/sanduku.svg",
        "./usr/share/doc/sanduku/copyright",
        "./usr/share/doc/sanduku/changelog.gz",
    ):
        assert name in held
    assert held["./usr/bin/sanduku"][0].linkname == "../lib/sanduku/sanduku"
    assert held["./usr/lib/sanduku/sanduku"][0].mode == 0o755
    assert held["./usr/share/doc/sanduku/copyright"][0].mode == 0o644


def test_two_names_of_one_program_stay_one_file(part, frozen, about, tmp_path):
    (frozen / "sanduku-desktop").unlink()
    (frozen / "sanduku-desktop").hardlink_to(frozen / "sanduku")
    held = members(part("linux.deb").build(frozen, tmp_path / "out", about, "zstd", 1))
    names = [f"./usr/lib/sanduku/{name}" for name in ("sanduku", "sanduku-desktop")]
    assert [held[name][0].islnk() for name in names] == [False, True]


def test_everything_belongs_to_root_and_lies_below_usr(package):
    for member, _ in members(package).values():
        assert (member.uid, member.gid) == (0, 0)
        assert member.name in (".", "./") or member.name.startswith("./usr")


def test_it_runs_no_script_when_it_is_installed_or_removed(package, tmp_path):
    subprocess.run(["dpkg-deb", "--control", package, tmp_path / "control"], check=True)
    assert sorted(path.name for path in (tmp_path / "control").iterdir()) == ["control", "md5sums"]


def test_its_sums_are_those_of_its_files(package, tmp_path):
    subprocess.run(["dpkg-deb", "--control", package, tmp_path / "control"], check=True)
    held = members(package)
    sums = dict(
        reversed(line.split("  ")) for line in (tmp_path / "control/md5sums").read_text().splitlines()
    )
    files = {name.removeprefix("./") for name, (member, _) in held.items() if member.isreg()}
    assert set(sums) == files
    for name, digest in sums.items():
        assert hashlib.md5(held[f"./{name}"][1], usedforsecurity=False).hexdigest() == digest


def test_it_says_how_much_room_it_takes(package):
    total = sum(member.size for member, _ in members(package).values()) / 1024
    assert total <= int(field(package, "Installed-Size")) <= total + 200


def test_the_copyright_tells_whose_everything_is(package):
    text = members(package)["./usr/share/doc/sanduku/copyright"][1].decode()
    stanzas = [
        dict(line.split(": ", 1) for line in stanza.splitlines() if not line.startswith(" ") and ": " in line)
        for stanza in text.split("\n\n")
    ]
    assert stanzas[0]["Format"].endswith("copyright-format/1.0/")
    assert {"Files": "usr/lib/sanduku/_internal/PySide6/*", "License": "LGPL-3.0-only"}.items() <= stanzas[
        3
    ].items()
    used = {part for each in stanzas if "Files" in each for part in [each["License"]]}
    explained = {each["License"] for each in stanzas if "Files" not in each and "License" in each}
    assert used <= explained


def test_a_program_that_does_not_say_what_is_in_it_is_not_packed(build, frozen, part):
    (frozen / "_internal/shipped/sbom.cdx.json").unlink()
    with pytest.raises(part("linux.copyright").NoBillOfMaterialsError, match=r"build\.py sbom"):
        build()


def test_a_folder_without_the_program_is_refused(part, tmp_path):
    module = part("linux.tree")
    with pytest.raises(module.NotFrozenError, match=r"lacks sanduku and sanduku-desktop.*build\.py frozen"):
        module.frozen_program(tmp_path)


@pytest.mark.parametrize(
    ("version", "written"), [("0.1.0", "0.1.0"), ("1.0.0rc1", "1.0.0~rc1"), ("2.0.0.dev3", "2.0.0~dev3")]
)
def test_what_comes_before_a_release_sorts_before_it(part, version, written):
    assert part("linux.deb").debian_version(version) == written
    if "~" in written:
        final = written.partition("~")[0]
        subprocess.run(["dpkg", "--compare-versions", written, "lt", final], check=True)
