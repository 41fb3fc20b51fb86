"""The AppImage's folder is whole, and the Flatpak may do no more than it must."""

import json
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages for Linux")


@pytest.fixture
def folder(part, frozen, about, tmp_path):
    place = tmp_path / "Sanduku.AppDir"
    part("linux.appimage").lay_out_folder(frozen, place, about)
    return place


def test_the_folder_of_the_appimage_is_whole(part, folder):
    part("linux.appimage").check(folder)


@pytest.mark.parametrize(
    "missing", ["AppRun", "sanduku.desktop", "sanduku.svg", "usr/lib/sanduku/sanduku-desktop"]
)
def test_what_an_appimage_needs_is_missed(part, folder, missing):
    module = part("linux.appimage")
    (folder / missing).unlink()
    with pytest.raises(module.AppDirError):
        module.check(folder)


def test_a_link_that_leads_out_of_the_folder_is_found(part, folder):
    module = part("linux.appimage")
    (folder / "usr/lib/outside").symlink_to("/etc/passwd")
    with pytest.raises(module.AppDirError, match="leads out"):
        module.check(folder)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "sanduku-desktop"),
        (["a form.jpg"], "sanduku-desktop a form.jpg"),
        (["cli", "list", "--json"], "sanduku list --json"),
        (["--self-test"], "sanduku --self-test"),
        (["-m", "engine.worker"], "sanduku -m engine.worker"),
    ],
)
def test_it_starts_the_window_or_the_command_line(folder, words, said):
    import subprocess

    done = subprocess.run([str(folder / "AppRun"), *words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said


def test_the_flatpak_has_no_network_and_not_the_whole_disk(part, about):
    manifest = part("linux.flatpak").manifest(about)
    allowed = manifest["finish-args"]
    assert "--share=network" not in allowed
    assert not {"--filesystem=host", "--filesystem=home", "--device=all", "--socket=session-bus"} & set(
        allowed
    )


def test_the_flatpak_uses_the_same_library_as_the_other_packages(part, about):
    allowed = part("linux.flatpak").manifest(about)["finish-args"]
    assert "--filesystem=xdg-data/sanduku:create" in allowed
    assert "--env=SANDUKU_HOME=~/.local/share/sanduku" in allowed


def test_the_manifest_names_the_tree_beside_it(part, frozen, about, tmp_path):
    path = part("linux.flatpak").write(frozen, tmp_path / "flatpak", about)
    told = json.loads(path.read_text())
    source = told["modules"][0]["sources"][0]["path"]
    assert (path.parent / source / "bin" / told["command"]).resolve().is_file()
    assert (path.parent / source / "share/metainfo" / f"{told['id']}.metainfo.xml").is_file()
