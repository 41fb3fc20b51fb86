"""Packs are installed from folders, zip files and sticks, renewed, gone back from, and removed."""

import errno
import shutil
import zipfile

import pytest

from engine.errors import CancelledError, ExitCode
from engine.packs import Pack, PackDamagedError, PackMissingError
from engine.packs.errors import (
    ConsentMissingError,
    NoPackError,
    PackFailedTrialError,
    PackNoRoomError,
    PackOfSetUpError,
    PacksBusyError,
    PacksUnwritableError,
    PackUnrunnableError,
)
from engine.packs.fit import Verdict
from engine.packs.installer import INCOMING, Consent, Installer
from engine.packs.lock import sole_installer
from engine.packs.networks import NetworkHead, smallest_network
from engine.packs.record import Arrival
from tests.engine.packs.conftest import NOW, YES, network, write_pack


class Recorded:
    def __init__(self):
        self.seen = []

    def update(self, *, done, total, label=""):
        self.seen.append((done, total))


def zipped(folder, path, top=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                archive.write(each, top + str(each.relative_to(folder)))
    return path


def version_in_use(packs, name="finder"):
    return Installer(packs, None).shelf.find(name).manifest.version


def test_a_pack_is_installed_from_a_folder_and_found_by_name_version_and_task(installer, brought, packs):
    done = installer.install(brought, YES)
    assert done.replaced is None
    for reference in ("finder", "finder@1"):
        pack = installer.shelf.find(reference)
        pack.verify()
        assert pack.path_of("image_encoder").read_bytes() == network(1)
    assert installer.shelf.for_task("embed").id == done.pack.id
    assert installer.shelf.for_task("ask") is None
    (lying,) = installer.shelf.all()
    assert lying.current
    assert lying.arrival == Arrival(NOW.isoformat(), "finder", by="", accepted="MIT")
    assert sorted(each.name for each in (packs / INCOMING).iterdir()) == ["lock"]


@pytest.mark.parametrize("top", ["", "finder/"])
def test_a_pack_is_installed_from_a_zip_file(installer, brought, tmp_path, top):
    installer.install(zipped(brought, tmp_path / "finder.zip", top), YES)
    installer.shelf.find("finder").verify()


def test_the_one_pack_on_a_stick_is_found(installer, brought):
    (brought.parent / "holiday.jpg").write_bytes(b"photo")
    assert installer.examine(brought.parent).manifest.name == "finder"


def test_several_packs_on_a_stick_are_named(installer, brought):
    zipped(write_pack(brought.parent.parent / "other", name="other"), brought.parent / "other.zip")
    with pytest.raises(NoPackError, match=r"finder, other\.zip"):
        installer.examine(brought.parent)


def test_every_pack_on_a_stick_is_looked_at_and_a_bad_one_hides_no_other(installer, brought):
    stick = brought.parent
    zipped(brought, stick / "good.zip")
    (stick / "bad.zip").write_bytes(b"PK not really")
    zipped(write_pack(stick / "older", name="older", format=99), stick / "newer.zip")
    found = {path.name: each for path, each in installer.examine_all(stick)}
    assert {name: getattr(each, "code", "good") for name, each in found.items()} == {
        "bad.zip": "pack.cut-off",
        "finder": "good",
        "good.zip": "good",
        "newer.zip": "pack.too-new",
        "older": "pack.too-new",
    }


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_copy_out_of_a_zip_file_goes_on_where_it_was_too(installer, brought, tmp_path, packed):
    path = tmp_path / "finder.zip"
    with zipfile.ZipFile(path, "w", packed) as archive:
        for each in sorted(brought.iterdir()):
            archive.write(each, each.name)
    asked = iter([False] * 6 + [True] * 100)
    with pytest.raises(CancelledError):
        installer.install(path, YES, cancelled=lambda: next(asked))
    assert 0 < installer.examine(path).bytes_left < 3_000_000
    installer.install(path, YES)
    installer.shelf.find("finder").verify()


def test_what_is_shown_before_is_what_was_brought_and_nothing_is_written(installer, brought, packs):
    offer = installer.examine(brought)
    assert offer.licence == "You may use it."
    assert offer.signature.sentence() == "unsigned, added by you"
    assert offer.bytes_left == offer.manifest.byte_size
    assert offer.fit.verdict is Verdict.FITS
    assert not packs.exists()


@pytest.mark.parametrize("consent", [Consent(), Consent(licence=True), Consent(unsigned=True, expired=True)])
def test_nothing_is_installed_without_consent(installer, brought, packs, consent):
    with pytest.raises(ConsentMissingError):
        installer.install(brought, consent)
    assert installer.shelf.names() == []


def test_consent_is_for_the_version_that_was_shown(installer, brought):
    shown = installer.examine(brought)
    write_pack(brought, version=2)
    with pytest.raises(ConsentMissingError, match="not the one any more"):
        installer.install(brought, Consent(True, True, True, shown.folder))


def test_a_new_version_keeps_the_one_before_and_rollback_goes_there_and_forth(installer, brought, packs):
    for version in (1, 2, 3):
        done = installer.install(write_pack(brought, version=version), YES)
    assert done.replaced == 2
    assert [folder.partition("-")[0] for folder in done.removed] == ["1"]
    assert [(each.pack.manifest.version, each.current, each.previous) for each in installer.shelf.all()] == [
        (3, True, False),
        (2, False, True),
    ]
    assert installer.rollback("finder").manifest.version == 2
    assert version_in_use(packs) == 2
    assert installer.shelf.find("finder@3").manifest.version == 3
    assert installer.rollback("finder").manifest.version == 3


def test_a_version_that_was_chosen_for_a_task_is_never_removed_by_newer_ones(installer, brought):
    installer.install(brought, YES)
    installer.shelf.choose("triage", "finder@1")
    for version in (2, 3, 4):
        installer.install(write_pack(brought, version=version), YES)
    assert {each.pack.manifest.version for each in installer.shelf.all()} == {1, 3, 4}
    assert installer.shelf.for_task("triage").manifest.version == 1
    assert installer.shelf.for_task("embed").manifest.version == 4


def test_there_is_no_way_back_without_a_version_before(installer, brought):
    installer.install(brought, YES)
    with pytest.raises(PackMissingError, match="no version before"):
        installer.rollback("finder")


@pytest.mark.parametrize("name", ["unknown", "../finder", ""])
def test_what_is_not_installed_has_nothing_to_go_back_to(installer, brought, name):
    installer.install(brought, YES)
    with pytest.raises(PackMissingError) as told:
        installer.rollback(name)
    assert "no version before" not in told.value.what
    assert "packs install" in told.value.remedy


def test_a_damaged_version_is_never_gone_back_to(installer, brought):
    installer.install(brought, YES)
    old = installer.shelf.find("finder").folder
    installer.install(write_pack(brought, version=2), YES)
    (old / "image.onnx").write_bytes(b"")
    with pytest.raises(PackDamagedError) as told:
        installer.rollback("finder")
    assert "Install it again" in told.value.remedy
    assert installer.shelf.find("finder").manifest.version == 2


def test_installing_the_same_version_again_repairs_it(installer, brought):
    installer.install(write_pack(brought, version=1), YES)
    installer.install(write_pack(brought, version=2), YES)
    folder = installer.shelf.find("finder").folder
    (folder / "weights.data").write_bytes(b"decayed")
    assert "already" in " ".join(installer.examine(brought).notes)
    installer.install(brought, YES)
    installer.shelf.find("finder").verify()
    assert not folder.exists()
    assert installer.rollback("finder").manifest.version == 1


def test_removing_takes_a_version_or_all_of_it(installer, brought, packs):
    installer.install(brought, YES)
    installer.install(write_pack(brought, version=2), YES)
    installer.shelf.choose("embed", "finder")
    installer.remove("finder@2")
    assert version_in_use(packs) == 1
    installer.remove("finder")
    assert installer.shelf.names() == []
    assert installer.shelf.choices() == {}
    with pytest.raises(PackMissingError):
        installer.remove("finder")


@pytest.mark.parametrize("reference", ["", ".", "..", "../packs", ".incoming", "nothing", "finder@7", "/etc"])
def test_what_is_no_pack_can_be_neither_found_nor_removed(installer, brought, packs, reference):
    installer.install(brought, YES)
    with pytest.raises(PackMissingError):
        installer.remove(reference)
    with pytest.raises(PackMissingError):
        installer.shelf.find(reference)
    assert installer.shelf.names() == ["finder"]


def test_packs_that_set_up_makes_are_left_alone(installer, brought, packs):
    shutil.copytree(brought, packs / "finder")
    for work in (
        lambda: installer.install(brought, YES),
        lambda: installer.remove("finder"),
        lambda: installer.rollback("finder"),
    ):
        with pytest.raises(PackOfSetUpError, match="belongs to Sanduku"):
            work()
    assert installer.shelf.find("finder").manifest.version == 1
    assert next(installer.shelf.all()).of_set_up


def test_without_room_nothing_is_begun(packs, anchors, brought):
    small = Installer(packs, anchors, free=lambda folder: 150_000_000)
    with pytest.raises(PackNoRoomError, match="needs 3 MB") as caught:
        small.install(brought, YES)
    assert caught.value.exit_code is ExitCode.DISK_FULL
    assert small.shelf.names() == []


def test_a_pack_that_answers_wrongly_on_this_computer_is_not_used(packs, anchors, brought):
    tried = []

    def trial(pack: Pack) -> None:
        tried.append(pack.path_of("text_encoder"))
        raise PackFailedTrialError("It says 5, not 4.")

    with pytest.raises(PackFailedTrialError):
        Installer(packs, anchors, trial=trial).install(brought, YES)
    assert tried
    assert Installer(packs, anchors).shelf.names() == []
    assert [each.name for each in (packs / INCOMING).iterdir()] == ["lock"]


@pytest.mark.parametrize(
    "content",
    [
        smallest_network(NetworkHead(8, {"": 99})),
        smallest_network(NetworkHead(99, {"": 13})),
        b"<html>Please log in</html>",
        b"\x08",
        network(1)[:-10],
    ],
    ids=["operators", "format", "web page", "byte", "cut off"],
)
def test_a_network_for_another_runtime_is_refused(installer, tmp_path, content):
    files = {"image.onnx": content, "text.onnx": network(), "weights.data": b"", "LICENSE.txt": b"x"}
    with pytest.raises(PackUnrunnableError) as caught:
        installer.install(write_pack(tmp_path / "odd", files=files), YES)
    assert "image.onnx" in str(caught.value)
    assert installer.shelf.names() == []


def test_progress_tells_every_byte_once(installer, brought):
    progress = Recorded()
    installer.install(brought, YES, progress=progress)
    size = installer.shelf.find("finder").manifest.byte_size
    assert {total for _, total in progress.seen} == {size}
    assert max(done for done, _ in progress.seen) == size
    assert [done for done, _ in progress.seen] == sorted(done for done, _ in progress.seen)


def test_a_stopped_installation_goes_on_where_it_was(installer, brought):
    asked = iter([False] * 6 + [True] * 100)
    with pytest.raises(CancelledError):
        installer.install(brought, YES, cancelled=lambda: next(asked))
    assert installer.shelf.names() == []
    left = installer.examine(brought).bytes_left
    assert 0 < left < 3_000_000
    installer.install(brought, YES)
    installer.shelf.find("finder").verify()


def test_only_one_program_installs_at_a_time(installer, brought, packs):
    with sole_installer(packs / INCOMING / "lock"), pytest.raises(PacksBusyError):
        installer.install(brought, YES)
    installer.install(brought, YES)


def test_a_folder_that_cannot_be_locked_is_told(installer, brought, monkeypatch):
    def refuse(_stream, *, wait):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("engine.packs.lock._lock", refuse)
    with pytest.raises(PacksUnwritableError, match="No locks available"):
        installer.install(brought, YES)


def test_what_stays_lying_after_a_broken_off_copy_goes_after_two_weeks(packs, anchors, brought):
    asked = iter([False] * 6 + [True] * 100)
    installer = Installer(packs, anchors)
    with pytest.raises(CancelledError):
        installer.install(brought, YES, cancelled=lambda: next(asked))
    installer.install(write_pack(brought.parent / "other", name="other"), YES)
    assert any(each.is_dir() for each in (packs / INCOMING).iterdir())
    long_after = Installer(packs, anchors, now=lambda: NOW.replace(year=2100))
    long_after.install(brought.parent / "other", YES)
    assert not any(each.is_dir() for each in (packs / INCOMING).iterdir())
